package desk

import (
	"context"
	"fmt"
	"slices"

	"afterword/data"
	"afterword/data/sqlite"
)

// MoveMail files a mail under another application: what it did under the first
// is taken back, and done again under the other.
func (d *Desk) MoveMail(ctx context.Context, message, to data.ID) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	if m.Application == to {
		return fmt.Errorf("move %s to where it is: %w", message, data.ErrNothing)
	}
	filed, err := d.filedBy(ctx, m)
	if err != nil {
		return err
	}
	c, err := d.store.Case(ctx, to)
	if err != nil {
		return fmt.Errorf("move %s to application %q: %w", message, to, err)
	}
	m.Application = to
	if m.Action == data.ActionReview || m.Action == data.ActionSuggest {
		m.Answer, m.Answered = data.AnswerYes, d.Now()
	}
	return d.write(ctx, to, func(tx *sqlite.Tx) error {
		if err := tx.UpdateMessage(ctx, m); err != nil {
			return err
		}
		if err := d.takeBack(ctx, tx, filed); err != nil {
			return err
		}
		e, ok := answered(&c, m)
		if !ok {
			return nil
		}
		d.stamp(&e)
		return tx.AddEvent(ctx, &e)
	})
}

// UnlinkMail takes a mail out of its application: what it did is taken back, and
// it stands under the sorted mails as one that the user said no to, from where it
// can be asked about again.
func (d *Desk) UnlinkMail(ctx context.Context, message data.ID) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	if m.Application == "" {
		return fmt.Errorf("unlink %s, which belongs to nothing: %w", message, data.ErrNothing)
	}
	filed, err := d.filedBy(ctx, m)
	if err != nil {
		return err
	}
	from := m.Application
	if !slices.Contains(m.Candidates, from) {
		m.Candidates = append([]data.ID{from}, m.Candidates...)
	}
	m.Application, m.Answer, m.Answered = "", data.AnswerNo, d.Now()
	if m.Action != data.ActionSuggest {
		m.Action = data.ActionReview // a question from now on
	}
	return d.write(ctx, from, func(tx *sqlite.Tx) error {
		if err := tx.UpdateMessage(ctx, m); err != nil {
			return err
		}
		return d.takeBack(ctx, tx, filed)
	})
}
