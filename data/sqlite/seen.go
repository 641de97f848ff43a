package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"afterword/data"
)

// A Seen is a mail that was seen and matched nothing: its place in the folder
// and a keyed hash, nothing of what it says.
type Seen struct {
	UID  uint32
	Hash string
}

// Remember notes mails of a folder that matched nothing.
func (tx *Tx) Remember(ctx context.Context, mailbox data.ID, f data.Folder, mails []Seen) error {
	if len(mails) == 0 {
		return nil
	}
	what := fmt.Sprintf("remember %d mails of %s in %s", len(mails), f.Name, mailbox)
	list, err := json.Marshal(mails)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return tx.exec(ctx, what, // one statement for all: the first look at a mailbox may see 100,000
		`INSERT INTO seen (mailbox, folder, uidvalidity, uid, hash)
		SELECT ?, ?, ?, value ->> 'UID', value ->> 'Hash' FROM json_each(?) WHERE true
		ON CONFLICT DO UPDATE SET hash = excluded.hash`, mailbox, f.Name, f.UIDValidity, string(list))
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
