package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

// Remember notes that a mail was seen and matched nothing: its place in the
// mailbox and a keyed hash, nothing of what it says.
func (tx *Tx) Remember(ctx context.Context, mailbox data.ID, folder string, uidvalidity, uid uint32, hash string) error {
	return tx.exec(ctx, fmt.Sprintf("remember mail %d of %s in %s", uid, folder, mailbox),
		`INSERT INTO seen (mailbox, folder, uidvalidity, uid, hash) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET hash = excluded.hash`, mailbox, folder, uidvalidity, uid, hash)
}

// Remembered returns the hashes of the mails of a folder that matched nothing,
// by UID.
func (s *Store) Remembered(ctx context.Context, mailbox data.ID, folder string, uidvalidity uint32) (map[uint32]string, error) {
	return view(ctx, s, func(tx *Tx) (map[uint32]string, error) {
		hashes := map[uint32]string{}
		scan := func(r row) (uint32, error) {
			var uid uint32
			var hash string
			err := r.Scan(&uid, &hash)
			hashes[uid] = hash
			return uid, err
		}
		_, err := list(ctx, tx, scan, `SELECT uid, hash FROM seen WHERE mailbox = ? AND folder = ? AND uidvalidity = ?`,
			mailbox, folder, uidvalidity)
		if err != nil {
			return nil, fmt.Errorf("mails seen in %s of %s: %w", folder, mailbox, err)
		}
		return hashes, nil
	})
}
