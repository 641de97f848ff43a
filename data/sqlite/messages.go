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
		return tx.messages(ctx, `WHERE (action IN ('stop', 'hold', 'reopen', 'push', 'file') OR answer <> ''
			OR class = 'own' AND folder <> '' AND detail ->> 'item' <> '')
			AND (sender <> '' OR subject <> '') ORDER BY arrived DESC, n DESC LIMIT ?`, limit)
	})
}

// LastAnswered returns the mail whose question the user answered last;
// data.ErrNotFound when there is none.
func (s *Store) LastAnswered(ctx context.Context) (data.Message, error) {
	return view(ctx, s, func(tx *Tx) (data.Message, error) {
		return one(ctx, tx, scanMessage, `SELECT `+messageColumns+` FROM messages WHERE answer <> ''
			AND detail ->> '$.answered' IS NOT NULL ORDER BY detail ->> '$.answered' DESC, n DESC LIMIT 1`)
	})
}

// CountNoted returns of how many mails something is noted.
func (s *Store) CountNoted(ctx context.Context) (int, error) {
	return view(ctx, s, func(tx *Tx) (int, error) {
		return one(ctx, tx, scanCount, `SELECT count(*) FROM messages WHERE sender <> '' OR subject <> ''`)
	})
}

func scanCount(r row) (n int, err error) {
	err = r.Scan(&n)
	return n, err
}

// CountMessages returns how many mails of others in a mailbox belong to an
// application, or may.
func (s *Store) CountMessages(ctx context.Context, mailbox data.ID) (int, error) {
	return view(ctx, s, func(tx *Tx) (int, error) {
		return one(ctx, tx, scanCount, `SELECT count(*) FROM messages WHERE mailbox = ? AND class <> 'own'`, mailbox)
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
