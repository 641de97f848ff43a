package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

const letterColumns = `application, item, recipient, subject, body, tone, in_reply_to, message_id, kept, edited,
	short, base_subject, base_body, opened, saved`

// SaveLetter stores the letter for its item, in place of the one before.
func (tx *Tx) SaveLetter(ctx context.Context, l data.Letter) error {
	return tx.exec(ctx, fmt.Sprintf("save letter %s of %s", l.Item, l.Application),
		`INSERT INTO letters (`+letterColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET recipient = excluded.recipient, subject = excluded.subject, body = excluded.body,
			tone = excluded.tone, in_reply_to = excluded.in_reply_to, message_id = excluded.message_id,
			kept = excluded.kept, edited = excluded.edited, short = excluded.short,
			base_subject = excluded.base_subject, base_body = excluded.base_body, opened = excluded.opened, saved = excluded.saved`,
		l.Application, l.Item, l.To, l.Subject, l.Body, l.Tone, l.InReplyTo, l.MessageID, jsonText(l.Kept), l.Edited,
		l.Short, l.BaseSubject, l.BaseBody, micros(l.Opened), micros(l.Saved))
}

// Letter returns the letter for one item; data.ErrNotFound when there is none.
func (tx *Tx) Letter(ctx context.Context, application data.ID, item data.ItemKey) (data.Letter, error) {
	l, err := one(ctx, tx, scanLetter, `SELECT `+letterColumns+` FROM letters WHERE application = ? AND item = ?`,
		application, item)
	if err != nil {
		return l, fmt.Errorf("letter %s of %s: %w", item, application, err)
	}
	return l, nil
}

// Letter returns the letter for one item; data.ErrNotFound when there is none.
func (s *Store) Letter(ctx context.Context, application data.ID, item data.ItemKey) (data.Letter, error) {
	return view(ctx, s, func(tx *Tx) (data.Letter, error) { return tx.Letter(ctx, application, item) })
}

// Letters returns all letters of one application, by item.
func (tx *Tx) Letters(ctx context.Context, application data.ID) ([]data.Letter, error) {
	all, err := list(ctx, tx, scanLetter, `SELECT `+letterColumns+` FROM letters WHERE application = ? ORDER BY item`,
		application)
	if err != nil {
		return nil, fmt.Errorf("letters of %s: %w", application, err)
	}
	return all, nil
}

// Letters returns all letters of one application, by item.
func (s *Store) Letters(ctx context.Context, application data.ID) ([]data.Letter, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Letter, error) { return tx.Letters(ctx, application) })
}

func scanLetter(r row) (data.Letter, error) {
	var l data.Letter
	err := r.Scan(&l.Application, &l.Item, &l.To, &l.Subject, &l.Body, &l.Tone, &l.InReplyTo, &l.MessageID,
		parsed[[]string]{&l.Kept}, &l.Edited, &l.Short, &l.BaseSubject, &l.BaseBody,
		instant{&l.Opened}, instant{&l.Saved})
	if len(l.Kept) == 0 {
		l.Kept = nil
	}
	return l, err
}
