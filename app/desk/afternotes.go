package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"afterword/app/words"
	"afterword/data"
	"afterword/data/sqlite"
)

// AfterNotes are the two minutes of notes after a round: what makes its letters
// good.
type AfterNotes struct {
	Application, Round data.ID
	Title              string // "Acme Robotics · Product designer"
	When               string // "Today, 10:00"
	People             []AfterPerson
	Said               string   // about the date, in their words
	On                 data.Day // of the round: what "next week" is counted from
	Next, Strength     string
	Forgot             string
	Unfiled            bool         // something was typed that is no event yet
	Thanks             data.ItemKey // the first thank-you of the round that waits; "" for none
}

// An AfterPerson is somebody of a round.
type AfterPerson struct {
	ID                   data.ID
	Name, Address, Topic string
}

// The names of the fields, beside those of data.EventNoted. A person's are
// followed by a colon and the ID.
const (
	fieldName    = "name"
	fieldAddress = "address"
	fieldTopic   = data.NoteTopic
)

// PersonField names the field of a person: name, address or topic.
func PersonField(field string, person data.ID) string { return field + ":" + string(person) }

// AfterNotes reads the notes on a round, with what was typed last and is no
// event yet.
func (d *Desk) AfterNotes(ctx context.Context, application, round data.ID) (AfterNotes, error) {
	c, plan, p, err := d.load(ctx, application)
	if err != nil {
		return AfterNotes{}, err
	}
	all := standing(c)
	i := indexRound(all, round)
	if i < 0 {
		return AfterNotes{}, fmt.Errorf("round %s of %s: %w", round, application, data.ErrNotFound)
	}
	typed, err := d.store.Typed(ctx, application, round)
	if err != nil {
		return AfterNotes{}, err
	}
	fresh := make(map[string]string)
	for _, t := range typed {
		fresh[t.Name] = t.Value
	}
	s := d.Speaker(p.Schedule)
	n := AfterNotes{Application: application, Round: round, Title: words.Dotted(c.Application.Company, c.Application.Role), When: s.Span(all[i])}
	filed := func(name string) string {
		if text, ok := fresh[name]; ok {
			return text
		}
		return filedNote(c, all[i], name)
	}
	n.Said, n.Next, n.Strength, n.Forgot = filed(data.NoteSaid), filed(data.NoteNext), filed(data.NoteStrength), filed(data.NoteForgot)
	n.Unfiled = len(typed) > 0
	n.On = interviewDay(all[i], d.Zone())
	for _, m := range all[i].With {
		n.People = append(n.People, AfterPerson{
			ID: m.Person, Name: filed(PersonField(fieldName, m.Person)),
			Address: filed(PersonField(fieldAddress, m.Person)), Topic: filed(PersonField(fieldTopic, m.Person)),
		})
	}
	for _, it := range plan.Items {
		if n.Thanks == "" && it.Key.Kind() == data.KindThankYou && it.Key.Round() == round && it.Pending() {
			n.Thanks = it.Key
		}
	}
	return n, nil
}

// filedNote is what a field holds as filed.
func filedNote(c *data.Case, iv data.Interview, name string) string {
	field, person, _ := strings.Cut(name, ":")
	who, _ := c.Person(data.ID(person))
	switch field {
	case fieldName:
		return who.Name
	case fieldAddress:
		return who.Address()
	case fieldTopic:
		return topicOf(c, iv, data.ID(person))
	}
	values, _ := c.Noted(iv.ID)
	if said := values[data.NoteSaid]; field == data.NoteSaid && said == "" && len(c.Interviews) > 0 && c.Interviews[0].ID == iv.ID {
		return c.Application.PromisedText
	}
	return values[field]
}

// TypeAfterNote puts one field on disk while it is being typed. It files no
// event: KeepAfterNotes does, once a field is left.
func (d *Desk) TypeAfterNote(ctx context.Context, application, round data.ID, name, value string) error {
	return d.store.Write(ctx, func(tx *sqlite.Tx) error {
		return tx.Type(ctx, application, round, sqlite.Typed{Name: name, Value: value})
	})
}

// A Kept is what KeepAfterNotes filed, and the fields it could not, by name.
type Kept struct {
	Events []data.ID
	Faults map[string]error
}

// KeepAfterNotes files each field that was typed and differs as an event of its
// own, so that each can be taken back. A field that cannot be filed stays typed,
// with the reason.
func (d *Desk) KeepAfterNotes(ctx context.Context, application, round data.ID) (Kept, error) {
	kept := Kept{Faults: make(map[string]error)}
	typed, err := d.store.Typed(ctx, application, round)
	if err != nil || len(typed) == 0 {
		return kept, err
	}
	c, err := d.store.Case(ctx, application)
	if err != nil {
		return kept, err
	}
	all := standing(&c)
	i := indexRound(all, round)
	if i < 0 {
		return kept, fmt.Errorf("round %s of %s: %w", round, application, data.ErrNotFound)
	}
	for _, t := range typed {
		events, err := d.afterEvents(ctx, &c, all[i], t)
		if err != nil {
			kept.Faults[t.Name] = err
			continue
		}
		if err := d.fileTyped(ctx, application, round, t.Name, events, &kept); err != nil {
			return kept, err
		}
	}
	return kept, nil
}

// fileTyped turns one typed field into its events.
func (d *Desk) fileTyped(ctx context.Context, application, round data.ID, name string, events []data.Event, kept *Kept) error {
	file := func(tx *sqlite.Tx) error {
		for _, e := range events {
			e.Application = application
			d.stamp(&e)
			if err := tx.AddEvent(ctx, &e); err != nil {
				return err
			}
			kept.Events = append(kept.Events, e.ID)
		}
		return tx.Forget(ctx, application, round, name)
	}
	if len(events) == 0 {
		return d.store.Write(ctx, file)
	}
	return d.write(ctx, application, func(tx *sqlite.Tx) error {
		if err := file(tx); err != nil {
			return err
		}
		return rewind(ctx, tx)
	})
}

// afterEvents are the facts in what was typed into a field; none when it is as
// filed.
func (d *Desk) afterEvents(ctx context.Context, c *data.Case, iv data.Interview, t sqlite.Typed) ([]data.Event, error) {
	field, person, _ := strings.Cut(t.Name, ":")
	value, was := strings.TrimSpace(t.Value), filedNote(c, iv, t.Name)
	if value == was {
		return nil, nil
	}
	switch field {
	case fieldName:
		if value == "" {
			return nil, nameless()
		}
		return []data.Event{{Type: data.EventSet, Target: data.ID(person), Name: "name", Value: value, Was: was}}, nil
	case fieldAddress:
		addr, err := address(value)
		if err != nil {
			return nil, err
		}
		who, _ := c.Person(data.ID(person))
		rest := who.Addresses[min(1, len(who.Addresses)):]
		return []data.Event{{Type: data.EventSet, Target: data.ID(person), Name: "addresses", Value: list(append([]string{addr}, rest...)...), Was: list(who.Addresses...)}}, nil
	case fieldTopic:
		if indexRound(c.Interviews, iv.ID) >= 0 {
			return []data.Event{{Type: data.EventSet, Target: iv.ID, Name: "topic:" + person, Value: value, Was: was}}, nil
		}
		return []data.Event{{Type: data.EventNoted, Round: iv.ID, Target: data.ID(person), Name: data.NoteTopic, Value: value, Was: was}}, nil
	case data.NoteSaid:
		return d.saidEvents(ctx, c, iv, value, was)
	}
	return []data.Event{{Type: data.EventNoted, Round: iv.ID, Name: field, Value: value, Was: was}}, nil
}

// saidEvents file what they said about the date: the words, and the day in them
// as a promise made in the interview.
func (d *Desk) saidEvents(ctx context.Context, c *data.Case, iv data.Interview, value, was string) ([]data.Event, error) {
	said := data.Event{Type: data.EventNoted, Round: iv.ID, Name: data.NoteSaid, Value: value, Was: was}
	set := func(name, value, was string) data.Event {
		return data.Event{Type: data.EventSet, Target: c.Application.ID, Name: name, Value: value, Was: was}
	}
	if value == "" {
		return append([]data.Event{said}, unpromised(c)...), nil
	}
	day, err := d.Promise(ctx, value, interviewDay(iv, d.Zone()))
	switch {
	case err != nil && was != "" && c.Application.PromisedText == was: // words without a date are worth keeping, too
		return append([]data.Event{said}, unpromised(c)...), nil
	case err != nil:
		return []data.Event{said}, nil
	}
	if len(c.Interviews) > 0 && c.Interviews[0].ID == iv.ID && !slices.ContainsFunc(data.InForce(c.Events), promises) {
		return []data.Event{said, set("promised_by", day.String(), c.Application.PromisedBy.String()), set("promised_text", value, c.Application.PromisedText)}, nil
	}
	return []data.Event{said, {Type: data.EventPromise, By: day}}, nil
}

// unpromised takes back the date that was named with the first round.
func unpromised(c *data.Case) []data.Event {
	if c.Application.PromisedBy.IsZero() {
		return nil
	}
	return []data.Event{
		{Type: data.EventSet, Target: c.Application.ID, Name: "promised_by", Was: c.Application.PromisedBy.String()},
		{Type: data.EventSet, Target: c.Application.ID, Name: "promised_text", Was: c.Application.PromisedText},
	}
}

func promises(e data.Event) bool {
	return e.Type == data.EventPromise || e.Type == data.EventReply && e.Class == data.ReplyPromise
}

// NoAfterNotes files that the user wants no notes on a round.
func (d *Desk) NoAfterNotes(ctx context.Context, application, round data.ID) (data.ID, error) {
	return d.fact(ctx, data.Event{Application: application, Type: data.EventNoted, Round: round, Name: data.NoteNone, Value: "yes"})
}
