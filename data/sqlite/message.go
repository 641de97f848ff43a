package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"afterword/data"
)

const messageColumns = `id, coalesce(application, ''), mailbox, folder, uid, key, sender, subject, date, arrived,
	class, action, reason, excerpt, answer, detail`

// AddMessage stores a mail and reports whether it is new: a mail that the same
// account has filed under the same Key before is not: m then gets only the ID of
// that one, whose place in the mailbox is brought up to date. Nor is a mail that
// the user handed over and an account has, whichever came first.
func (tx *Tx) AddMessage(ctx context.Context, m *data.Message) (bool, error) {
	account, err := tx.account(ctx, m.Mailbox)
	if err != nil {
		return false, fmt.Errorf("add message %s: %w", m.Key, err)
	}
	forgotten, err := tx.hidden(ctx, m.Key)
	if err != nil {
		return false, fmt.Errorf("add message %s: %w", m.Key, err)
	}
	known, err := one(ctx, tx, scanID, `SELECT id FROM messages WHERE key IN (?2, ?3) AND (account IN (?1, '') OR ?1 = '') ORDER BY account <> ?1, n LIMIT 1`, account, m.Key, forgotten)
	if err == nil {
		m.ID = known
		if m.Mailbox == "" {
			return false, nil
		}
		return false, tx.exec(ctx, "message "+string(known),
			`UPDATE messages SET mailbox = ?, folder = ?, uid = ? WHERE id = ?`, m.Mailbox, m.Folder, m.UID, known)
	}
	if !errors.Is(err, data.ErrNotFound) {
		return false, fmt.Errorf("add message %s: %w", m.Key, err)
	}
	if err := name(&m.ID); err != nil {
		return false, err
	}
	err = tx.exec(ctx, "add message "+m.Key, `INSERT INTO messages (id, account, key) VALUES (?, ?, ?)`,
		m.ID, account, m.Key)
	if err != nil {
		return false, err
	}
	return true, tx.UpdateMessage(ctx, *m)
}

// account is what messages are unique in: the address of the mailbox, "" for
// mails that the user dropped.
func (tx *Tx) account(ctx context.Context, mailbox data.ID) (string, error) {
	if mailbox == "" {
		return "", nil
	}
	m, err := tx.Mailbox(ctx, mailbox)
	return strings.ToLower(m.Email), err
}

// UpdateMessage stores what has changed of the message with the ID of m, all
// but its account and Key; data.ErrNotFound when there is none.
func (tx *Tx) UpdateMessage(ctx context.Context, m data.Message) error {
	text, err := detailText(messageDetailOf(m))
	if err != nil {
		return fmt.Errorf("message %s: %w", m.ID, err)
	}
	res, err := tx.tx.ExecContext(ctx, `UPDATE messages SET application = ?, mailbox = ?, folder = ?, uid = ?,
		sender = ?, subject = ?, date = ?, arrived = ?, class = ?, action = ?, reason = ?, excerpt = ?, answer = ?,
		detail = ? WHERE id = ?`,
		sql.NullString{String: string(m.Application), Valid: m.Application != ""}, m.Mailbox, m.Folder, m.UID,
		strings.ToLower(m.From), m.Subject, micros(m.Date), micros(m.Arrived), m.Class, m.Action, m.Reason, m.Excerpt,
		m.Answer, text, m.ID)
	return changed(res, err, "message "+string(m.ID))
}

// Message returns one message; data.ErrNotFound when there is none.
func (tx *Tx) Message(ctx context.Context, id data.ID) (data.Message, error) {
	m, err := one(ctx, tx, scanMessage, `SELECT `+messageColumns+` FROM messages WHERE id = ?`, id)
	if err != nil {
		return m, fmt.Errorf("message %s: %w", id, err)
	}
	return m, nil
}

// Message returns one message; data.ErrNotFound when there is none.
func (s *Store) Message(ctx context.Context, id data.ID) (data.Message, error) {
	return view(ctx, s, func(tx *Tx) (data.Message, error) { return tx.Message(ctx, id) })
}

// messages returns the messages that the rest of the query, from WHERE on, names.
func (tx *Tx) messages(ctx context.Context, rest string, args ...any) ([]data.Message, error) {
	all, err := list(ctx, tx, scanMessage, `SELECT `+messageColumns+` FROM messages `+rest, args...)
	if err != nil {
		return nil, fmt.Errorf("messages: %w", err)
	}
	return all, nil
}

// changed turns the result of an UPDATE or DELETE of one row into an error.
func changed(res sql.Result, err error, what string) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		err = data.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
