package desk

import (
	"context"
	"fmt"
	"net/mail"
	"strings"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// Supply stores a value that a letter cannot do without, as letter.Missing names
// it. A value that cannot be read wraps data.ErrInvalid.
func (d *Desk) Supply(ctx context.Context, application data.ID, item data.ItemKey, name, value string) error {
	c, _, _, err := d.load(ctx, application)
	if err != nil {
		return err
	}
	iv, _ := roundOf(c, data.Item{Key: item})
	switch name {
	case "me.name":
		return d.Set(ctx, name, value)
	case "role", "company":
		_, err = d.SetApplication(ctx, application, name, value)
		return err
	case "person":
		return d.supplyPerson(ctx, c, iv, value)
	case "date":
		return d.supplyDate(ctx, c, iv, value)
	case "promised":
		day, err := d.Promise(ctx, value, interviewDay(iv, d.Zone()))
		if err != nil {
			return err
		}
		_, err = d.SetApplication(ctx, application, "promised_by", day.String())
		return err
	case "deadline":
		day, err := d.dayOf(ctx, value)
		if err != nil {
			return err
		}
		_, err = d.Said(ctx, application, data.ReplyOffer, day, d.Now())
		return err
	case "news":
		_, err = d.fact(ctx, data.Event{Application: application, Type: data.EventNoted, Round: iv.ID, Name: data.NoteNews, Value: value})
		return err
	}
	return fmt.Errorf("value %q: %w", name, data.ErrInvalid)
}

// Meet adds somebody to a round: "Dana Ruiz" or "Dana Ruiz <dana@acme.example>".
func (d *Desk) Meet(ctx context.Context, application, round data.ID, who string) error {
	c, err := d.store.Case(ctx, application)
	if err != nil {
		return err
	}
	all := standing(&c)
	i := indexRound(all, round)
	if i < 0 {
		return fmt.Errorf("round %s of %s: %w", round, application, data.ErrNotFound)
	}
	return d.supplyPerson(ctx, &c, all[i], strings.TrimSpace(who))
}

// supplyPerson adds somebody to the round a letter is about: "Dana Ruiz" or
// "Dana Ruiz <dana@acme.example>".
func (d *Desk) supplyPerson(ctx context.Context, c *data.Case, iv data.Interview, value string) error {
	p := data.Person{Name: value}
	if a, err := mail.ParseAddress(value); err == nil {
		p.Name, p.Addresses = a.Name, []string{strings.ToLower(a.Address)}
	} else if strings.Contains(value, "@") {
		return invalid(assets.L(`"{{.Value}}" is not a name with a mail address; try Dana Ruiz <dana@acme.example>`, assets.Args{"Value": value}))
	}
	return d.write(ctx, c.Application.ID, func(tx *sqlite.Tx) error {
		if err := meet(ctx, tx, c, &p); err != nil {
			return err
		}
		if indexRound(c.Interviews, iv.ID) < 0 {
			return nil
		}
		return tx.SetTopic(ctx, iv.ID, p.ID, "")
	})
}

// supplyDate says when the round was; without a round it makes one.
func (d *Desk) supplyDate(ctx context.Context, c *data.Case, iv data.Interview, value string) error {
	r, err := d.Reader(ctx)
	if err != nil {
		return err
	}
	w, err := r.When(value)
	if err != nil {
		return err
	}
	n := NewInterview{Start: w.Start, End: w.End, Date: w.Date, Zone: w.Zone}
	if iv.ID == "" {
		_, err = d.AddInterview(ctx, c.Application.ID, n)
	} else {
		_, err = d.MoveInterview(ctx, iv.ID, n)
	}
	return err
}

// dayOf reads a date in the user's words.
func (d *Desk) dayOf(ctx context.Context, value string) (data.Day, error) {
	r, err := d.Reader(ctx)
	if err != nil {
		return data.Day{}, err
	}
	w, err := r.When(value)
	if err != nil {
		return data.Day{}, err
	}
	if w.Date.IsZero() {
		return data.DayOf(w.Start, d.Zone()), nil
	}
	return w.Date, nil
}
