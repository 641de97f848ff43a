package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// An Edit is what the form of one application gives: the new values, those that
// stay as they are included.
type Edit struct {
	Values map[string]string // of the application, named as for SetApplication
	Rounds []RoundEdit
	People []PersonEdit
}

// A RoundEdit is what the form gives for one interview.
type RoundEdit struct {
	ID          data.ID
	When        *NewInterview // the new time; nil when it stays
	Kind, Place string
}

// A PersonEdit is what the form gives for one person.
type PersonEdit struct {
	ID             data.ID
	Address, Topic string
}

// EditApplication files each value that changed as an event of its own, so that
// each can be taken back, all in one transaction, and returns the events. What
// cannot be stored wraps data.ErrInvalid, and then nothing is.
func (d *Desk) EditApplication(ctx context.Context, application data.ID, n Edit) ([]data.ID, error) {
	c, err := d.store.Case(ctx, application)
	if err != nil {
		return nil, err
	}
	events, err := edits(&c, n)
	if err != nil || len(events) == 0 {
		return nil, err
	}
	var filed []data.ID
	err = d.write(ctx, application, func(tx *sqlite.Tx) error {
		filed = nil
		for _, e := range events {
			e.Application = application
			d.stamp(&e)
			if err := tx.AddEvent(ctx, &e); err != nil {
				return err
			}
			filed = append(filed, e.ID)
		}
		return rewind(ctx, tx)
	})
	return filed, err
}

// edits returns the events of what changed, in the order of the form.
func edits(c *data.Case, n Edit) ([]data.Event, error) {
	var events []data.Event
	set := func(target data.ID, name, value, was string) {
		if value != was {
			events = append(events, data.Event{Type: data.EventSet, Target: target, Name: name, Value: value, Was: was})
		}
	}
	for _, name := range []string{"company", "role", "country", "source", "policy"} {
		value, given := n.Values[name]
		if !given {
			continue
		}
		column, was, err := column(&c.Application, name)
		if err != nil {
			return nil, err
		}
		if value, err = fieldValue(name, strings.TrimSpace(value)); err != nil {
			return nil, err
		}
		set(c.Application.ID, column, value, was)
	}
	all := standing(c)
	for _, r := range n.Rounds {
		i := indexRound(all, r.ID)
		if i < 0 {
			return nil, fmt.Errorf("round %s: %w", r.ID, data.ErrNotFound)
		}
		if err := r.check(); err != nil {
			return nil, err
		}
		if r.When != nil {
			events = append(events, data.Event{Type: data.EventRescheduled, Round: r.ID, Start: r.When.Start, End: r.When.End, Date: r.When.Date})
		}
		if indexRound(c.Interviews, r.ID) >= 0 { // one that a mail invited to is no record yet
			set(r.ID, "kind", r.Kind, all[i].Kind)
			set(r.ID, "place", strings.TrimSpace(r.Place), all[i].Place)
		}
	}
	for _, p := range n.People {
		if err := p.edits(c, set); err != nil {
			return nil, err
		}
	}
	return events, nil
}

func (r RoundEdit) check() error {
	if r.When != nil {
		if r.When.Start.IsZero() && r.When.Date.IsZero() {
			return invalid(assets.L("a moved interview needs its new time or date"))
		}
		if err := r.When.check(); err != nil {
			return err
		}
	}
	return NewInterview{Kind: r.Kind}.check()
}

// edits files the first address of a person, and the topic of each round.
func (n PersonEdit) edits(c *data.Case, set func(target data.ID, name, value, was string)) error {
	p, ok := c.Person(n.ID)
	if !ok {
		return fmt.Errorf("person %s: %w", n.ID, data.ErrNotFound)
	}
	addr, err := address(strings.TrimSpace(n.Address))
	if err != nil {
		return err
	}
	if addr != p.Address() {
		addresses := slices.Clone(p.Addresses)
		if len(addresses) > 0 {
			addresses = addresses[1:]
		}
		set(n.ID, "addresses", list(append([]string{addr}, addresses...)...), list(p.Addresses...))
	}
	for _, iv := range c.Interviews {
		for _, m := range iv.With {
			if m.Person == n.ID {
				set(iv.ID, "topic:"+string(n.ID), strings.TrimSpace(n.Topic), m.Topic)
			}
		}
	}
	return nil
}

// Stored reports whether an interview is a record of its own, whose format and
// place can be changed, and not one that a mail invited to.
func Stored(c *data.Case, round data.ID) bool { return indexRound(c.Interviews, round) >= 0 }
