package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

const eventColumns = `seq, id, application, type, at, filed, source, why, message, item, target, batch, detail`

// AddEvent files e, sets its Seq, and its ID if it has none, and brings the
// current values that follow from events up to date. An event without Filed
// was filed when it happened. A set event without Was gets the current value.
// An undo of an event that is not there gives data.ErrNotFound.
func (tx *Tx) AddEvent(ctx context.Context, e *data.Event) error {
	what := fmt.Sprintf("add event %s to %s", e.Type, e.Application)
	if err := tx.complete(ctx, e); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	text, err := detailText(detailOf(*e))
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	res, err := tx.result(ctx, what, `INSERT INTO events (`+eventColumns+`)
		VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.ID, e.Application, e.Type, micros(e.At), micros(e.Filed), e.Source, e.Why, e.Message, e.Item, e.Target, e.Batch, text)
	if err != nil {
		return err
	}
	if e.Seq, err = res.LastInsertId(); err != nil {
		return err
	}
	if err := tx.exec(ctx, "update "+string(e.Application), `UPDATE applications SET updated = ? WHERE id = ?`,
		micros(e.Filed), e.Application); err != nil {
		return err
	}
	return tx.project(ctx, *e)
}

// complete fills in what the store knows better than the caller.
func (tx *Tx) complete(ctx context.Context, e *data.Event) error {
	if e.At.IsZero() {
		return fmt.Errorf("no time: %w", data.ErrInvalid)
	}
	if e.Filed.IsZero() {
		e.Filed = e.At
	}
	if e.Type == data.EventSet {
		if e.Target == "" {
			e.Target = e.Application
		}
		if e.Was == "" {
			was, err := tx.value(ctx, e.Target, e.Name)
			if err != nil {
				return err
			}
			e.Was = was
		}
	}
	if e.Invited != nil {
		if err := name(&e.Invited.ID); err != nil {
			return err
		}
	}
	return name(&e.ID)
}

// Event returns one event; data.ErrNotFound when there is none.
func (tx *Tx) Event(ctx context.Context, id data.ID) (data.Event, error) {
	e, err := one(ctx, tx, scanEvent, `SELECT `+eventColumns+` FROM events WHERE id = ?`, id)
	if err != nil {
		return e, fmt.Errorf("event %s: %w", id, err)
	}
	return e, nil
}

// Event returns one event; data.ErrNotFound when there is none.
func (s *Store) Event(ctx context.Context, id data.ID) (data.Event, error) {
	return view(ctx, s, func(tx *Tx) (data.Event, error) { return tx.Event(ctx, id) })
}

// NewestEvents returns the last limit events of all applications before the one
// with number seq, the one filed last first; undos and undone ones included. seq
// 0 is the end.
func (s *Store) NewestEvents(ctx context.Context, seq int64, limit int) ([]data.Event, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Event, error) {
		events, err := list(ctx, tx, scanEvent,
			`SELECT `+eventColumns+` FROM events WHERE ?1 = 0 OR seq < ?1 ORDER BY seq DESC LIMIT ?2`, seq, limit)
		if err != nil {
			return nil, fmt.Errorf("newest events: %w", err)
		}
		return events, nil
	})
}

// Batch returns the events that were filed together, in the order of filing.
func (tx *Tx) Batch(ctx context.Context, batch data.ID) ([]data.Event, error) {
	events, err := list(ctx, tx, scanEvent,
		`SELECT `+eventColumns+` FROM events WHERE batch = ? AND batch <> '' ORDER BY seq`, batch)
	if err != nil {
		return nil, fmt.Errorf("events of %s: %w", batch, err)
	}
	return events, nil
}

// Touched returns the applications that have events filed after the one with
// number seq, and the number of the newest event.
func (s *Store) Touched(ctx context.Context, seq int64) ([]data.ID, int64, error) {
	newest := seq
	ids, err := view(ctx, s, func(tx *Tx) ([]data.ID, error) {
		if err := tx.tx.QueryRowContext(ctx, `SELECT ifnull(max(seq), 0) FROM events`).Scan(&newest); err != nil {
			return nil, fmt.Errorf("newest event: %w", err)
		}
		return list(ctx, tx, scanID, `SELECT DISTINCT application FROM events NOT INDEXED WHERE seq > ?`, seq)
	})
	return ids, newest, err
}

// NewestEvent returns the number of the event that was filed last, 0 for none.
func (s *Store) NewestEvent(ctx context.Context) (int64, error) {
	return view(ctx, s, func(tx *Tx) (seq int64, err error) {
		err = tx.tx.QueryRowContext(ctx, `SELECT ifnull(max(seq), 0) FROM events`).Scan(&seq)
		return seq, err
	})
}

// EventAt returns the ID of the event with a number; data.ErrNotFound when there
// is none.
func (s *Store) EventAt(ctx context.Context, seq int64) (data.ID, error) {
	return view(ctx, s, func(tx *Tx) (data.ID, error) {
		return one(ctx, tx, scanID, `SELECT id FROM events WHERE seq = ?`, seq)
	})
}

func scanEvent(r row) (data.Event, error) {
	var e data.Event
	var d detail
	err := r.Scan(&e.Seq, &e.ID, &e.Application, &e.Type, instant{&e.At}, instant{&e.Filed}, &e.Source, &e.Why,
		&e.Message, &e.Item, &e.Target, &e.Batch, parsed[detail]{&d})
	d.fill(&e)
	return e, err
}
