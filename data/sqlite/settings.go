package sqlite

import (
	"context"
	"fmt"
)

// SetSetting stores a value, which must be JSON, under a name.
func (tx *Tx) SetSetting(ctx context.Context, name, value string) error {
	return tx.exec(ctx, "set "+name, `INSERT INTO settings (name, value) VALUES (?, ?)
		ON CONFLICT DO UPDATE SET value = excluded.value`, name, value)
}

// Settings returns all values, as JSON, by name.
func (tx *Tx) Settings(ctx context.Context) (map[string]string, error) {
	values := map[string]string{}
	scan := func(r row) (string, error) {
		var name, value string
		err := r.Scan(&name, &value)
		values[name] = value
		return name, err
	}
	if _, err := list(ctx, tx, scan, `SELECT name, value FROM settings`); err != nil {
		return nil, fmt.Errorf("settings: %w", err)
	}
	return values, nil
}

// Settings returns all values, as JSON, by name.
func (s *Store) Settings(ctx context.Context) (map[string]string, error) {
	return view(ctx, s, func(tx *Tx) (map[string]string, error) { return tx.Settings(ctx) })
}
