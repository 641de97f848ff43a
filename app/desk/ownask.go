package desk

import (
	"context"
	"fmt"
	"slices"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// A deed is what a mail of the user's own may have done.
type deed struct {
	application data.ID
	item        data.Item
}

// deeds returns what a mail of the user's own may have done in some applications,
// the earliest due first in each.
func (d *Desk) deeds(ctx context.Context, tx *sqlite.Tx, m data.Message, applications []data.ID) ([]deed, error) {
	var all []deed
	for _, a := range applications {
		c, err := tx.Case(ctx, a)
		if err != nil {
			return nil, err
		}
		m.Application = a
		items, err := d.fitting(ctx, &c, m, addressee(&c, m))
		if err != nil {
			return nil, err
		}
		for _, it := range items {
			all = append(all, deed{a, it})
		}
	}
	return all, nil
}

// addressee is the person of an application to whom a mail of the user's own went.
func addressee(c *data.Case, m data.Message) data.ID {
	for _, p := range c.People {
		if slices.ContainsFunc(p.Addresses, func(a string) bool { return slices.Contains(m.To, a) }) {
			return p.ID
		}
	}
	return ""
}

// which chooses among deeds: the only one, or the one whose letter reads like the
// mail.
func (d *Desk) which(ctx context.Context, tx *sqlite.Tx, m data.Message, all []deed) (deed, bool, error) {
	if len(all) == 1 {
		return all[0], true, nil
	}
	var letters []data.Letter
	for _, x := range all {
		l, err := tx.Letters(ctx, x.application)
		if err != nil {
			return deed{}, false, err
		}
		letters = append(letters, l...)
	}
	best, ok := likest(all, letters, m.Excerpt)
	return best, ok, nil
}

// whose decides on a mail of the user's own to somebody of several applications:
// by what it may have done there, else the user is asked.
func (d *Desk) whose(ctx context.Context, tx *sqlite.Tx, m *data.Message, candidates []data.ID) error {
	all, err := d.deeds(ctx, tx, *m, candidates)
	if err != nil || len(all) == 0 {
		return err
	}
	x, ok, err := d.which(ctx, tx, *m, all)
	if err != nil {
		return err
	}
	if ok {
		m.Application, m.Item, m.Action, m.Candidates = x.application, x.item.Key, data.ActionIgnore, nil
		return nil
	}
	m.Action, m.Reason, m.Candidates = data.ActionReview, askWhich(), nil
	for _, x := range all {
		if !slices.Contains(m.Candidates, x.application) {
			m.Candidates = append(m.Candidates, x.application)
		}
	}
	return nil
}

func askWhich() string { return assets.L("You sent this, and it may have been more than one note.") }

// notes returns the candidates of a question about a mail of the user's own: the
// notes that it may have been.
func (d *Desk) notes(ctx context.Context, m data.Message, applications []data.ID) ([]Candidate, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	s := d.Speaker(p.Schedule)
	cases, err := d.store.Cases(ctx, applications)
	if err != nil || len(applications) == 0 {
		return nil, err
	}
	var all []Candidate
	for i := range cases {
		c := &cases[i]
		m.Application = c.Application.ID
		items, err := d.fitting(ctx, c, m, addressee(c, m))
		if err != nil {
			return nil, err
		}
		for _, it := range items {
			all = append(all, Candidate{c.Application.ID, c.Application.Company, c.Application.Role, it.Key, s.Title(c, it.Key)})
		}
	}
	return all, nil
}

// AnswerNote files which note a mail of the user's own was, of those that its
// question named: that item is marked as sent.
func (d *Desk) AnswerNote(ctx context.Context, message, application data.ID, item data.ItemKey) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	if m.Class != data.ClassOwn || m.Answer != "" {
		return fmt.Errorf("which note %s was is not asked: %w", message, data.ErrNothing)
	}
	if err := d.known(ctx, application, item); err != nil {
		return err
	}
	m.Application, m.Item, m.Answer, m.Answered = application, item, data.AnswerYes, d.Now()
	return d.write(ctx, application, func(tx *sqlite.Tx) error {
		if err := tx.UpdateMessage(ctx, m); err != nil {
			return err
		}
		return d.marked(ctx, tx, m)
	})
}

// marked files that a mail of the user's own did its item.
func (d *Desk) marked(ctx context.Context, tx *sqlite.Tx, m data.Message) error {
	e := data.Event{
		Application: m.Application, Type: data.EventSent, Item: m.Item, At: m.Arrived, Source: data.BySent, Channel: "email", Message: m.ID,
		Why: assets.L("You said which note this was."),
	}
	d.stamp(&e)
	if err := tx.AddEvent(ctx, &e); err != nil {
		return err
	}
	return d.cameBack(ctx, tx, m)
}

// cameBack files that a mail of the user's own came back, where its report was
// there before anybody knew which note it was.
func (d *Desk) cameBack(ctx context.Context, tx *sqlite.Tx, m data.Message) error {
	all, err := tx.Messages(ctx, m.Application)
	if err != nil {
		return err
	}
	for _, b := range all {
		if b.Class != data.ClassBounce || b.Item == m.Item || !slices.Contains(b.References, m.Key) {
			continue
		}
		b.Item, b.Action = m.Item, data.ActionReopen
		e, _ := consequence(b)
		d.stamp(&e)
		if err := tx.UpdateMessage(ctx, b); err != nil {
			return err
		}
		if err := tx.AddEvent(ctx, &e); err != nil {
			return err
		}
	}
	return nil
}
