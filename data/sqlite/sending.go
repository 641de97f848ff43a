package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

const sendingColumns = `id, application, item, way, mailbox, message_id, relayed, recipient, subject, body, in_reply_to,
	state, why, begun, due, ended, event, copy, anyway, seq, questions`

// AddSending stores a letter that goes out and gives it an ID. It fails while
// another one of the same item may still leave or may have left.
func (tx *Tx) AddSending(ctx context.Context, s *data.Sending) error {
	if err := name(&s.ID); err != nil {
		return err
	}
	return tx.exec(ctx, fmt.Sprintf("send %s of %s", s.Item, s.Application), `INSERT INTO sendings (`+sendingColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		s.ID, s.Application, s.Item, s.Way, s.Mailbox, s.MessageID, s.Relayed, s.To, s.Subject, s.Body, s.InReplyTo,
		s.State, s.Why, micros(s.Begun), micros(s.Due), micros(s.Ended), s.Event, s.Copy, s.Anyway, s.Seq, idList(s.Questions))
}

// UpdateSending stores how far a letter is: all of s that changes on its way.
func (tx *Tx) UpdateSending(ctx context.Context, s data.Sending) error {
	res, err := tx.tx.ExecContext(ctx, `UPDATE sendings SET relayed = ?, state = ?, why = ?, ended = ?, event = ?, copy = ? WHERE id = ?`,
		s.Relayed, s.State, s.Why, micros(s.Ended), s.Event, s.Copy, s.ID)
	return changed(res, err, "sending "+string(s.ID))
}

// Sending returns one letter that goes out; data.ErrNotFound when there is none.
func (tx *Tx) Sending(ctx context.Context, id data.ID) (data.Sending, error) {
	s, err := one(ctx, tx, scanSending, `SELECT `+sendingColumns+` FROM sendings WHERE id = ?`, id)
	if err != nil {
		return s, fmt.Errorf("sending %s: %w", id, err)
	}
	return s, nil
}

// Sending returns one letter that goes out; data.ErrNotFound when there is none.
func (s *Store) Sending(ctx context.Context, id data.ID) (data.Sending, error) {
	return view(ctx, s, func(tx *Tx) (data.Sending, error) { return tx.Sending(ctx, id) })
}

// SendingsOf returns the letters of one application that went out, the earliest
// first.
func (tx *Tx) SendingsOf(ctx context.Context, application data.ID) ([]data.Sending, error) {
	return tx.sendings(ctx, `WHERE application = ? ORDER BY n`, application)
}

// SendingsOf returns the letters of one application that went out, the earliest
// first.
func (s *Store) SendingsOf(ctx context.Context, application data.ID) ([]data.Sending, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Sending, error) { return tx.SendingsOf(ctx, application) })
}

// OpenSendings returns the letters that may still leave or may have left unseen,
// and those of which a copy is still to be kept, the earliest first.
func (s *Store) OpenSendings(ctx context.Context) ([]data.Sending, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Sending, error) {
		return tx.sendings(ctx, `WHERE state IN ('waiting', 'sending', 'looking', 'asked') OR copy ORDER BY n`)
	})
}

// NewestSendings returns for each item of applications that are there the letter
// that was to be sent last, the earliest first, at most a hundred.
func (s *Store) NewestSendings(ctx context.Context) ([]data.Sending, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Sending, error) {
		return tx.sendings(ctx, `WHERE n IN (SELECT max(n) FROM sendings WHERE way = 'smtp'
			AND application IN (SELECT id FROM applications WHERE state <> 'deleted') GROUP BY application, item
			ORDER BY max(n) DESC LIMIT 100) ORDER BY n`)
	})
}

// UnseenSendings returns the letters of which no copy was seen in the mailbox
// yet, though they may have left: mails that answer them are answers to us.
func (s *Store) UnseenSendings(ctx context.Context) ([]data.Sending, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Sending, error) {
		return tx.sendings(ctx, `WHERE state IN ('sending', 'looking', 'asked', 'handed') ORDER BY n`)
	})
}

// SendingByID returns the letter that went out under one of some Message-IDs,
// the latest one; data.ErrNotFound when there is none.
func (tx *Tx) SendingByID(ctx context.Context, ids []string) (data.Sending, error) {
	return one(ctx, tx, scanSending, `SELECT `+sendingColumns+` FROM sendings
		WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY n DESC LIMIT 1`, jsonText(ids))
}

func (tx *Tx) sendings(ctx context.Context, rest string, args ...any) ([]data.Sending, error) {
	all, err := list(ctx, tx, scanSending, `SELECT `+sendingColumns+` FROM sendings `+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("sendings: %w", err)
	}
	return all, nil
}

func scanSending(r row) (data.Sending, error) {
	var s data.Sending
	err := r.Scan(&s.ID, &s.Application, &s.Item, &s.Way, &s.Mailbox, &s.MessageID, &s.Relayed, &s.To, &s.Subject, &s.Body,
		&s.InReplyTo, &s.State, &s.Why, instant{&s.Begun}, instant{&s.Due}, instant{&s.Ended}, &s.Event, &s.Copy, &s.Anyway, &s.Seq,
		parsed[[]data.ID]{&s.Questions})
	if len(s.Questions) == 0 {
		s.Questions = nil
	}
	return s, err
}
