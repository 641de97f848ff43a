package sqlite

import (
	"context"

	"afterword/data"
)

// Messages returns the mails of one application, the earliest first.
func (tx *Tx) Messages(ctx context.Context, application data.ID) ([]data.Message, error) {
	return tx.messages(ctx, `WHERE application = ? ORDER BY arrived, n`, application)
}

// Messages returns the mails of one application, the earliest first.
func (s *Store) Messages(ctx context.Context, application data.ID) ([]data.Message, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Message, error) { return tx.Messages(ctx, application) })
}

// OpenQuestions returns the mails that wait for an answer of the user, the
// earliest first.
func (tx *Tx) OpenQuestions(ctx context.Context) ([]data.Message, error) {
	return tx.messages(ctx, `WHERE answer = '' AND action IN ('review', 'suggest') ORDER BY arrived, n`)
}

// OpenQuestions returns the mails that wait for an answer of the user, the
// earliest first.
func (s *Store) OpenQuestions(ctx context.Context) ([]data.Message, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Message, error) { return tx.OpenQuestions(ctx) })
}

// Sorted returns the last limit mails that were sorted: those that stopped,
// held, reopened or pushed a plan or were filed without a question, those of the
// user's own that were seen to be a note, and those of which the user answered the
// question. The newest is first.
func (s *Store) Sorted(ctx context.Context, limit int) ([]data.Message, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Message, error) {
		return tx.messages(ctx, `WHERE action IN ('stop', 'hold', 'reopen', 'push', 'file') OR answer <> ''
			OR class = 'own' AND folder <> '' AND detail ->> 'item' <> ''
			ORDER BY arrived DESC, n DESC LIMIT ?`, limit)
	})
}

// CountMessages returns how many mails of a mailbox belong to an application.
func (s *Store) CountMessages(ctx context.Context, mailbox data.ID) (int, error) {
	return view(ctx, s, func(tx *Tx) (n int, err error) {
		return one(ctx, tx, func(r row) (int, error) {
			err := r.Scan(&n)
			return n, err
		}, `SELECT count(*) FROM messages WHERE mailbox = ? AND application IS NOT NULL`, mailbox)
	})
}

// SentMessages returns the user's own mails that belong to an application, the
// earliest first: what answers refer to.
func (tx *Tx) SentMessages(ctx context.Context) ([]data.Message, error) {
	return tx.messages(ctx, `WHERE class = 'own' AND application IS NOT NULL ORDER BY arrived, n`)
}

// SentMessages returns the user's own mails that belong to an application, the
// earliest first: what answers refer to.
func (s *Store) SentMessages(ctx context.Context) ([]data.Message, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Message, error) { return tx.SentMessages(ctx) })
}
