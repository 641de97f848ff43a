package sqlite

import (
	"context"

	"afterword/data"
)

// A Typed is a value of the notes on a round that is being typed.
type Typed struct{ Name, Value string }

// Type stores a value of a round while it is being typed.
func (tx *Tx) Type(ctx context.Context, application, round data.ID, t Typed) error {
	return tx.exec(ctx, "type "+t.Name+" of "+string(round),
		`INSERT INTO typed (application, round, name, value) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET value = excluded.value`, application, round, t.Name, t.Value)
}

// Forget removes what was typed once it is filed.
func (tx *Tx) Forget(ctx context.Context, application, round data.ID, name string) error {
	return tx.exec(ctx, "forget "+name+" of "+string(round),
		`DELETE FROM typed WHERE application = ? AND round = ? AND name = ?`, application, round, name)
}

// Typed returns what was typed for a round and is not filed yet.
func (s *Store) Typed(ctx context.Context, application, round data.ID) ([]Typed, error) {
	return view(ctx, s, func(tx *Tx) ([]Typed, error) {
		return list(ctx, tx, func(r row) (t Typed, err error) { return t, r.Scan(&t.Name, &t.Value) },
			`SELECT name, value FROM typed WHERE application = ? AND round = ? ORDER BY name`, application, round)
	})
}

// LetterText returns the words for a channel as the user left them, and whether
// there are any.
func (s *Store) LetterText(ctx context.Context, application data.ID, item data.ItemKey, channel string) (string, bool, error) {
	all, err := view(ctx, s, func(tx *Tx) ([]string, error) {
		return list(ctx, tx, scanText, `SELECT body FROM letter_texts WHERE application = ? AND item = ? AND channel = ?`, application, item, channel)
	})
	if err != nil || len(all) == 0 {
		return "", false, err
	}
	return all[0], true, nil
}

// SaveLetterText stores the words for a channel; kept false removes them, so
// that they are written anew.
func (tx *Tx) SaveLetterText(ctx context.Context, l data.Letter, channel string, kept bool) error {
	what := "save " + channel + " text " + string(l.Item) + " of " + string(l.Application)
	if !kept {
		return tx.exec(ctx, what, `DELETE FROM letter_texts WHERE application = ? AND item = ? AND channel = ?`, l.Application, l.Item, channel)
	}
	return tx.exec(ctx, what, `INSERT INTO letter_texts (application, item, channel, body, saved) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET body = excluded.body, saved = excluded.saved`,
		l.Application, l.Item, channel, l.Body, micros(l.Saved))
}
