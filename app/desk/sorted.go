package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/data"
	"afterword/data/sqlite"
)

// A SortedMail is a mail that was sorted, by the program or by the user's
// answer, with the way back.
type SortedMail struct {
	Message data.Message
	Company string  // of its application, "" for none
	Note    string  // of a mail of the user's own: the note that it was, "" for none
	Event   data.ID // what it filed, "" for nothing
	Undo    data.ID // what took that back, "" while it is in force
}

// Answered reports whether the user sorted it.
func (m SortedMail) Answered() bool { return m.Message.Answer != "" }

// Sorted returns the last fifty mails that were sorted, newest first.
func (d *Desk) Sorted(ctx context.Context) ([]SortedMail, error) {
	const shown = 50
	messages, err := d.store.Sorted(ctx, shown)
	if err != nil {
		return nil, err
	}
	var ids []data.ID
	for _, m := range messages {
		if m.Application != "" && !slices.Contains(ids, m.Application) {
			ids = append(ids, m.Application)
		}
	}
	cases := make(map[data.ID]*data.Case)
	if len(ids) > 0 {
		found, err := d.store.Cases(ctx, ids)
		if err != nil {
			return nil, err
		}
		for i := range found {
			cases[found[i].Application.ID] = &found[i]
		}
	}
	all := make([]SortedMail, 0, len(messages))
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	speaker := d.Speaker(p.Schedule)
	for _, m := range messages {
		c := cases[m.Application]
		sorted := sortedMail(m, c)
		if m.Class == data.ClassOwn && m.Item != "" && c != nil {
			sorted.Note = speaker.Title(c, m.Item)
		}
		all = append(all, sorted)
	}
	return all, nil
}

// sortedMail finds the event that a mail filed and, where it was taken back, the
// undo that did.
func sortedMail(m data.Message, c *data.Case) SortedMail {
	s := SortedMail{Message: m}
	if c == nil {
		return s
	}
	s.Company = c.Application.Company
	undone := data.Undone(c.Events)
	for _, e := range c.Events {
		if e.Message == m.ID && e.Type != data.EventUndo {
			s.Event = e.ID
		}
	}
	for i, e := range c.Events {
		if e.Type == data.EventUndo && s.Event != "" && e.Target == s.Event && !undone[i] {
			s.Undo = e.ID
		}
	}
	return s
}

// AskAgain takes the user's answer to a question back, with the event and the rule
// for its sender that it made: the mail is asked about again.
func (d *Desk) AskAgain(ctx context.Context, message data.ID) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	if m.Answer == "" {
		return fmt.Errorf("ask about %s again, which is not answered: %w", message, data.ErrNothing)
	}
	filed, err := d.filedBy(ctx, m)
	if err != nil {
		return err
	}
	application, answer := m.Application, m.Answer
	m.Answer, m.Answered = "", time.Time{}
	if m.Class == data.ClassOwn {
		m.Item = ""
	}
	switch len(m.Candidates) { // the user may have named another application
	case 0:
	case 1:
		m.Application = m.Candidates[0]
	default:
		m.Application = ""
	}
	return d.write(ctx, application, func(tx *sqlite.Tx) error {
		if err := tx.UpdateMessage(ctx, m); err != nil {
			return err
		}
		if answer == data.AnswerAlways || answer == data.AnswerNever {
			if err := tx.DeleteSenderRule(ctx, m.From, application); err != nil {
				return err
			}
		}
		return d.takeBack(ctx, tx, filed)
	})
}

// filedBy finds what a mail filed in its application, if it has one.
func (d *Desk) filedBy(ctx context.Context, m data.Message) (SortedMail, error) {
	if m.Application == "" {
		return SortedMail{Message: m}, nil
	}
	c, err := d.store.Case(ctx, m.Application)
	if err != nil {
		return SortedMail{}, err
	}
	return sortedMail(m, &c), nil
}

// takeBack undoes what a mail filed, as long as that is in force.
func (d *Desk) takeBack(ctx context.Context, tx *sqlite.Tx, filed SortedMail) error {
	if filed.Event == "" || filed.Undo != "" {
		return nil
	}
	e := data.Event{Application: filed.Message.Application, Type: data.EventUndo, Target: filed.Event}
	d.stamp(&e)
	return tx.AddEvent(ctx, &e)
}
