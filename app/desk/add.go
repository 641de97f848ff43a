package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/app/followup"
	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// A NewApplication is what the add form and the command line give.
type NewApplication struct {
	Company, Role         string
	EmployerZone, Country string
	Source                string // "agency" or ""
	Said                  string // "by Friday": when they would decide; "" for nothing said
	Notes                 string
	First                 NewInterview
}

// A NewInterview is one meeting to be added. When nothing of its time is known
// it waits for a date.
type NewInterview struct {
	Start, End time.Time
	Date       data.Day
	Zone       string // the zone that was said, "" for the employer's
	Kind       string
	Place      string
	UID        string
	With       []data.Person // an ID where the person is known
	Topics     []string      // beside With; may be shorter
}

// AddApplication stores an application with its first interview and returns its
// ID. What they said about the date is read by schedule.md 15; a text that
// names no date wraps data.ErrInvalid, and nothing is stored.
func (d *Desk) AddApplication(ctx context.Context, n NewApplication) (data.ID, error) {
	app := data.Application{
		Company: strings.TrimSpace(n.Company), Role: strings.TrimSpace(n.Role), EmployerZone: n.EmployerZone,
		Country: strings.ToUpper(n.Country), Source: n.Source, Notes: n.Notes, State: data.Active, Added: d.Now(), Updated: d.Now(),
	}
	if app.Company == "" {
		return "", invalid(assets.L("the company is needed"))
	}
	if err := checkNew(&app, n); err != nil {
		return "", err
	}
	if err := d.promised(ctx, &app, n); err != nil {
		return "", err
	}
	err := d.write(ctx, "", func(tx *sqlite.Tx) error {
		if err := tx.AddApplication(ctx, &app); err != nil {
			return err
		}
		e := data.Event{Application: app.ID, Type: data.EventAdded}
		d.stamp(&e)
		if err := tx.AddEvent(ctx, &e); err != nil {
			return err
		}
		if n.First.empty() {
			return nil
		}
		if _, err := addInterview(ctx, tx, app.ID, n.First); err != nil {
			return err
		}
		return rewind(ctx, tx)
	})
	return app.ID, err
}

// promised reads what they said about the date.
func (d *Desk) promised(ctx context.Context, app *data.Application, n NewApplication) error {
	if n.Said == "" {
		return nil
	}
	day, err := d.Promise(ctx, n.Said, n.First.day(d.Zone()))
	if err == nil {
		app.PromisedBy, app.PromisedText = day, n.Said
	}
	return err
}

func checkNew(app *data.Application, n NewApplication) error {
	if n.Source != "" && n.Source != "agency" {
		return fmt.Errorf("source %q; the only one with a meaning is agency: %w", n.Source, data.ErrInvalid)
	}
	if n.Source == "agency" {
		app.Policy = data.ViaAgency
	}
	if app.EmployerZone != "" {
		if _, err := time.LoadLocation(app.EmployerZone); err != nil {
			return invalid(assets.L(`zone "{{.Value}}" is not known; use a name such as America/New_York`, assets.Args{"Value": app.EmployerZone}))
		}
	}
	return n.First.check()
}

func (n NewInterview) check() error {
	kinds := []string{"", "phone", "video", "onsite", "panel", "final"}
	switch {
	case !slices.Contains(kinds, n.Kind):
		return fmt.Errorf("kind %q; use phone, video, onsite, panel or final: %w", n.Kind, data.ErrInvalid)
	case !n.End.IsZero() && n.Start.IsZero():
		return invalid(assets.L("an end needs a start"))
	case !n.End.IsZero() && !n.End.After(n.Start):
		return invalid(assets.L("the interview ends before it starts"))
	}
	return nil
}

func (n NewInterview) empty() bool {
	return n.Start.IsZero() && n.Date.IsZero() && len(n.With) == 0 && n.Kind == "" && n.Place == ""
}

// day returns the date of the interview in zone, zero when it has none.
func (n NewInterview) day(zone *time.Location) data.Day {
	if n.Start.IsZero() {
		return n.Date
	}
	return data.DayOf(n.Start, zone)
}

// AddInterview adds a further round and returns its ID.
func (d *Desk) AddInterview(ctx context.Context, application data.ID, n NewInterview) (data.ID, error) {
	var id data.ID
	err := d.write(ctx, application, func(tx *sqlite.Tx) (err error) {
		id, err = d.addRound(ctx, tx, application, n)
		return err
	})
	return id, err
}

// addRound is AddInterview inside the transaction.
func (d *Desk) addRound(ctx context.Context, tx *sqlite.Tx, application data.ID, n NewInterview) (data.ID, error) {
	if err := n.check(); err != nil {
		return "", err
	}
	if n.Start.IsZero() && n.Date.IsZero() {
		return "", invalid(assets.L("a further round needs its time or date"))
	}
	id, err := addInterview(ctx, tx, application, n)
	if err != nil {
		return "", err
	}
	e := data.Event{Application: application, Type: data.EventInterviewAdded, Round: id}
	d.stamp(&e)
	if err := tx.AddEvent(ctx, &e); err != nil {
		return "", err
	}
	return id, rewind(ctx, tx)
}

// addInterview stores an interview and its people. A person is known again by
// an address, or by the same name within the application.
func addInterview(ctx context.Context, tx *sqlite.Tx, application data.ID, n NewInterview) (data.ID, error) {
	c, err := tx.Case(ctx, application)
	if err != nil {
		return "", err
	}
	return addMeeting(ctx, tx, &c, n)
}

// addMeeting is addInterview for an application as it is known.
func addMeeting(ctx context.Context, tx *sqlite.Tx, c *data.Case, n NewInterview) (data.ID, error) {
	iv := data.Interview{
		Application: c.Application.ID, Start: n.Start, End: n.End, Date: n.Date, Zone: n.Zone,
		Kind: n.Kind, Place: n.Place, UID: n.UID,
	}
	for i, p := range n.With {
		if err := meet(ctx, tx, c, &p); err != nil {
			return "", err
		}
		met := data.Met{Person: p.ID}
		if i < len(n.Topics) {
			met.Topic = n.Topics[i]
		}
		iv.With = append(iv.With, met)
	}
	if err := tx.AddInterview(ctx, &iv); err != nil {
		return "", err
	}
	return iv.ID, nil
}

// meet makes sure that p is stored and belongs to the application.
func meet(ctx context.Context, tx *sqlite.Tx, c *data.Case, p *data.Person) error {
	for _, known := range c.People {
		if p.ID == "" && same(known, *p) {
			*p = known
			return nil
		}
	}
	if p.ID == "" {
		p.Kind = "interviewer"
		if err := tx.AddPerson(ctx, p); err != nil {
			return err
		}
	}
	return tx.Involve(ctx, c.Application.ID, p.ID, p.Kind)
}

func same(known, p data.Person) bool {
	for _, a := range p.Addresses {
		if slices.Contains(known.Addresses, a) {
			return true
		}
	}
	oneHasNone := len(p.Addresses) == 0 || len(known.Addresses) == 0
	return oneHasNone && p.Name != "" && strings.EqualFold(known.Name, p.Name)
}

// Promise reads "by Friday" as said on a day; a zero day is today. A text
// without a date wraps data.ErrInvalid.
func (d *Desk) Promise(ctx context.Context, text string, said data.Day) (data.Day, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return data.Day{}, err
	}
	if today := data.DayOf(d.Now(), d.Zone()); said.IsZero() || said.After(today) {
		said = today
	}
	day, ok := followup.Promise(invite.English(text, assets.Spoken()), said, p.DaysOff, p.Schedule.Weekend)
	if !ok {
		return data.Day{}, invalid(assets.L(`"{{.Words}}" names no date; try "by Friday" or 2026-12-04`, assets.Args{"Words": text}))
	}
	return day, nil
}

// Reader returns what reads the user's words for a time.
func (d *Desk) Reader(ctx context.Context) (invite.Reader, error) {
	p, err := d.Preferences(ctx)
	return invite.Reader{Now: d.Now(), Zone: d.Zone(), DayFirst: p.DayFirst, Language: assets.Spoken()}, err
}
