package desk

import (
	"context"
	"strings"
	"time"

	"afterword/app/sheet"
	"afterword/data"
	"afterword/data/sqlite"
)

// An importing adds the rows of one file.
type importing struct {
	desk    *Desk
	tx      *sqlite.Tx
	putAway bool
	byName  map[string]data.ID
	result  Imported
}

func (in *importing) take(ctx context.Context, row SheetRow) error {
	switch row.Does {
	case DoesAdd:
		return in.add(ctx, row)
	case DoesRound:
		return in.round(ctx, row)
	}
	return nil
}

// file stores an event of the batch.
func (in *importing) file(ctx context.Context, e data.Event) error {
	e.Source, e.Batch = data.ByImport, in.result.Batch
	if e.At.After(in.desk.Now()) {
		e.At = in.desk.Now()
	}
	in.desk.stamp(&e)
	return in.tx.AddEvent(ctx, &e)
}

// add stores a new application.
func (in *importing) add(ctx context.Context, row SheetRow) error {
	now := in.desk.Now()
	app := data.Application{
		Company: row.Company, Role: row.Role, EmployerZone: row.Zone, Country: row.Country, Notes: row.Notes,
		State: data.Active, Added: now, Updated: now,
	}
	if row.Agency {
		app.Source, app.Policy = "agency", data.ViaAgency
	}
	in.promised(ctx, &app, row)
	if err := in.tx.AddApplication(ctx, &app); err != nil {
		return err
	}
	if err := in.file(ctx, data.Event{Application: app.ID, Type: data.EventAdded}); err != nil {
		return err
	}
	in.byName[nameOf(row.Company, row.Role)] = app.ID
	in.result.Added++
	n := row.interview()
	if n.empty() {
		return in.standing(ctx, app.ID, row)
	}
	id, err := addMeeting(ctx, in.tx, &data.Case{Application: app}, n)
	if err != nil {
		return err
	}
	if err := in.thanked(ctx, app.ID, id, row); err != nil {
		return err
	}
	return in.standing(ctx, app.ID, row)
}

// promised reads when they wanted to decide; words that name no day stay in the
// notes.
func (in *importing) promised(ctx context.Context, app *data.Application, row SheetRow) {
	if row.Said == "" {
		return
	}
	day, err := in.desk.Promise(ctx, row.Said, lastDay(sheet.Row{Start: row.Start, Date: row.Date}, in.desk.Zone()))
	if err == nil {
		app.PromisedBy, app.PromisedText = day, row.Said
		return
	}
	app.Notes = strings.TrimSpace(app.Notes + "\n" + row.Said)
}

// interview is the meeting of a row.
func (row SheetRow) interview() NewInterview {
	n := NewInterview{Start: row.Start, End: row.End, Date: row.Date, Zone: row.Zone, Kind: row.Kind, Place: row.Place, With: row.With}
	if !n.End.After(n.Start) {
		n.End = time.Time{}
	}
	return n
}

// round stores a further interview of an application that is there.
func (in *importing) round(ctx context.Context, row SheetRow) error {
	app := in.byName[nameOf(row.Company, row.Role)]
	id, err := addInterview(ctx, in.tx, app, row.interview())
	if err != nil {
		return err
	}
	if err := in.file(ctx, data.Event{Application: app, Type: data.EventInterviewAdded, Round: id}); err != nil {
		return err
	}
	if row.Notes != "" {
		if err := in.file(ctx, data.Event{Application: app, Type: data.EventNote, Value: row.Notes}); err != nil {
			return err
		}
	}
	in.result.Changed++
	if err := in.thanked(ctx, app, id, row); err != nil {
		return err
	}
	return in.standing(ctx, app, row)
}

// thanked files that everybody of an interview was thanked.
func (in *importing) thanked(ctx context.Context, app, round data.ID, row SheetRow) error {
	if !row.Thanked {
		return nil
	}
	c, err := in.tx.Case(ctx, app)
	if err != nil {
		return err
	}
	at := in.at(row.ThankedOn, row)
	for _, iv := range c.Interviews {
		if iv.ID != round {
			continue
		}
		for _, m := range iv.With {
			if err := in.file(ctx, data.Event{Application: app, Type: data.EventSent, Item: data.ThankYouKey(round, m.Person), At: at, Channel: "email"}); err != nil {
				return err
			}
		}
	}
	return nil
}

// at is noon of a day, else the end of the row's interview, else now.
func (in *importing) at(day data.Day, row SheetRow) time.Time {
	switch {
	case !day.IsZero():
		return day.At(12*60, in.desk.Zone())
	case !row.End.IsZero():
		return row.End
	case !row.Start.IsZero():
		return row.Start.Add(time.Hour)
	case !row.Date.IsZero():
		return row.Date.At(18*60, in.desk.Zone())
	}
	return in.desk.Now()
}

// standing files how it stands. What lies far back asks for no letter any more.
func (in *importing) standing(ctx context.Context, app data.ID, row SheetRow) error {
	at := in.at(row.Answered, row)
	past := in.desk.Now().Sub(at) > 14*24*time.Hour
	event := func(t data.EventType, item data.ItemKind) data.Event {
		return data.Event{Application: app, Type: t, Item: data.ItemKey(item), At: at}
	}
	var events []data.Event
	switch row.State {
	case sheet.StateRejected:
		events = append(events, event(data.EventRejection, ""))
		if past {
			events = append(events, event(data.EventSkip, data.KindRejectionReply))
		}
	case sheet.StateOffer:
		events = append(events, event(data.EventOffer, ""))
	case sheet.StateAccepted:
		events = append(events, event(data.EventOffer, ""), event(data.EventSent, data.KindOfferAck), event(data.EventSent, data.KindOfferDecision))
	case sheet.StateWithdrawn:
		events = append(events, event(data.EventWithdraw, ""), event(data.EventSkip, data.KindWithdrawNote))
	case sheet.StateClosed:
		events = append(events, data.Event{Application: app, Type: data.EventClosed, Reason: "other"})
	default:
		if row.old && in.putAway {
			events = append(events, data.Event{Application: app, Type: data.EventClosed, Reason: "other"})
		}
	}
	for _, e := range events {
		if err := in.file(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
