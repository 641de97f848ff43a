package sqlite

import (
	"context"
	"fmt"
	"strings"

	"afterword/data"
)

// NameKey is what two applications of one company and role have in common.
func NameKey(company, role string) string {
	return strings.ToLower(strings.Join(strings.Fields(company), " ") + "\x00" + strings.Join(strings.Fields(role), " "))
}

// Names returns the applications of each company and role by their NameKey, in
// the order in which they were added; deleted ones are left out.
func (tx *Tx) Names(ctx context.Context) (map[string][]data.ID, error) {
	type line struct {
		id            data.ID
		company, role string
	}
	scan := func(r row) (line, error) {
		var l line
		err := r.Scan(&l.id, &l.company, &l.role)
		return l, err
	}
	all := make(map[string][]data.ID)
	err := each(ctx, tx, scan, func(l line) {
		key := NameKey(l.company, l.role)
		all[key] = append(all[key], l.id)
	}, `SELECT id, company, role FROM applications WHERE state <> 'deleted' ORDER BY n`)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return all, nil
}

// Names is Tx.Names on its own.
func (s *Store) Names(ctx context.Context) (map[string][]data.ID, error) {
	return view(ctx, s, func(tx *Tx) (map[string][]data.ID, error) { return tx.Names(ctx) })
}
