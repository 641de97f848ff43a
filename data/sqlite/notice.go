package sqlite

import (
	"context"
	"fmt"
	"time"

	"afterword/data"
)

// A Notice is one mention of an item by a notification.
type Notice struct {
	Application data.ID
	Item        data.ItemKey
	Instant     time.Time // the due instant, or the start of being overdue
	Overdue     bool
}

// Fired returns what was mentioned of some applications, nil for all.
func (s *Store) Fired(ctx context.Context, ids []data.ID) ([]Notice, error) {
	return view(ctx, s, func(tx *Tx) ([]Notice, error) { return tx.Fired(ctx, ids) })
}

// Fired is Store.Fired inside the transaction.
func (tx *Tx) Fired(ctx context.Context, ids []data.ID) ([]Notice, error) {
	query, args := `SELECT application, item, instant, overdue FROM notices`, []any(nil)
	if ids != nil {
		query, args = query+` WHERE application IN (SELECT value FROM json_each(?))`, []any{idList(ids)}
	}
	all, err := list(ctx, tx, scanNotice, query, args...)
	if err != nil {
		return nil, fmt.Errorf("notices: %w", err)
	}
	return all, nil
}

// Fire marks an item as mentioned at now. It fails when it was already.
func (tx *Tx) Fire(ctx context.Context, n Notice, now time.Time) error {
	return tx.exec(ctx, fmt.Sprintf("notice of %s of %s", n.Item, n.Application),
		`INSERT INTO notices (application, item, instant, overdue, fired) VALUES (?, ?, ?, ?, ?)`,
		n.Application, n.Item, micros(n.Instant), n.Overdue, micros(now))
}

func scanNotice(r row) (Notice, error) {
	var n Notice
	err := r.Scan(&n.Application, &n.Item, instant{&n.Instant}, &n.Overdue)
	return n, err
}
