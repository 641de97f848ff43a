package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

// SaveSubmission stores where the letters of a mailbox go out, in place of what
// was there.
func (tx *Tx) SaveSubmission(ctx context.Context, s data.Submission) error {
	return tx.exec(ctx, "save submission of "+string(s.Mailbox), `INSERT INTO submissions (mailbox, host, port, security, user, ca, copy)
		VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET host = excluded.host, port = excluded.port, security = excluded.security, user = excluded.user,
			ca = excluded.ca, copy = excluded.copy`,
		s.Mailbox, s.Host, s.Port, s.Security, s.User, s.CA, s.Copy)
}

// Submission returns where the letters of a mailbox go out; data.ErrNotFound
// when nobody said.
func (s *Store) Submission(ctx context.Context, mailbox data.ID) (data.Submission, error) {
	return view(ctx, s, func(tx *Tx) (data.Submission, error) {
		found, err := one(ctx, tx, scanSubmission, `SELECT mailbox, host, port, security, user, ca, copy FROM submissions WHERE mailbox = ?`, mailbox)
		if err != nil {
			return found, fmt.Errorf("submission of %s: %w", mailbox, err)
		}
		return found, nil
	})
}

func scanSubmission(r row) (data.Submission, error) {
	var s data.Submission
	err := r.Scan(&s.Mailbox, &s.Host, &s.Port, &s.Security, &s.User, &s.CA, &s.Copy)
	return s, err
}
