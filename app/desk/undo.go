package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"afterword/data"
	"afterword/data/sqlite"
)

// Undone says what Undo or Redo did.
type Undone struct {
	Event       data.ID // the undo's own ID
	Target      data.Event
	Application data.ID // "" for a batch
	Batch       data.ID // of the undos, where it was a batch: undoing that puts it all back
	Count       int     // how many events it was
}

// Undo takes an event back, for ever if the user likes; undo of an undo is redo.
// Errors wrap data.ErrNotFound for an unknown event and data.ErrNothing for one
// that is already taken back.
func (d *Desk) Undo(ctx context.Context, event data.ID) (Undone, error) {
	e, err := d.store.Event(ctx, event)
	if err != nil {
		return Undone{}, err
	}
	c, err := d.store.Case(ctx, e.Application)
	if err != nil {
		return Undone{}, err
	}
	if !inForce(&c, e) {
		return Undone{}, fmt.Errorf("undo event %s, which is already taken back: %w", event, data.ErrNothing)
	}
	return d.undo(ctx, e)
}

// UndoLast takes back the newest event in force; a second call takes back the
// one before it. What came together goes together.
func (d *Desk) UndoLast(ctx context.Context) (Undone, error) {
	return d.last(ctx, func(e data.Event) (bool, error) { return e.Type != data.EventUndo, nil })
}

// Redo puts the event that was undone last back in force.
func (d *Desk) Redo(ctx context.Context) (Undone, error) {
	return d.last(ctx, func(e data.Event) (bool, error) {
		if e.Type != data.EventUndo {
			return false, nil
		}
		target, err := d.store.Event(ctx, e.Target)
		return target.Type != data.EventUndo, err
	})
}

// last undoes the newest event in force that is wanted.
func (d *Desk) last(ctx context.Context, want func(data.Event) (bool, error)) (Undone, error) {
	const page, pages = 1000, 200 // how far back one may go without naming an event
	cases := make(map[data.ID]*data.Case)
	var seq int64
	for range pages {
		events, err := d.store.NewestEvents(ctx, seq, page)
		if err != nil {
			return Undone{}, err
		}
		for _, e := range events { // newest first
			if done, err := d.undoIf(ctx, cases, e, want); err != nil || done.Event != "" {
				return done, err
			}
			seq = e.Seq
		}
		if len(events) < page {
			break
		}
	}
	return Undone{}, data.ErrNothing
}

// undoIf undoes an event, or all that came with it, if it is wanted and in force.
func (d *Desk) undoIf(ctx context.Context, cases map[data.ID]*data.Case, e data.Event, want func(data.Event) (bool, error)) (Undone, error) {
	if ok, err := want(e); err != nil || !ok {
		return Undone{}, err
	}
	c := cases[e.Application]
	if c == nil {
		got, err := d.store.Case(ctx, e.Application)
		if err != nil {
			return Undone{}, err
		}
		c = &got
		cases[e.Application] = c
	}
	switch {
	case !inForce(c, e):
		return Undone{}, nil
	case e.Batch != "":
		return d.UndoBatch(ctx, e.Batch)
	}
	return d.undo(ctx, e)
}

// UndoBatch takes back everything that came together and is still in force, such
// as an imported file. The undos are a batch as well: undone, all is back.
func (d *Desk) UndoBatch(ctx context.Context, batch data.ID) (Undone, error) {
	var done Undone
	err := d.write(ctx, "", func(tx *sqlite.Tx) error {
		events, err := tx.Batch(ctx, batch)
		if err != nil {
			return err
		}
		back := data.ID(uuid.Must(uuid.NewV7()).String())
		for part := range slices.Chunk(events, run) {
			if err := d.undoPart(ctx, tx, part, back, &done); err != nil {
				return err
			}
		}
		if done.Event == "" {
			return data.ErrNothing
		}
		return nil
	})
	return done, err
}

// undoPart takes some events of a batch back.
func (d *Desk) undoPart(ctx context.Context, tx *sqlite.Tx, events []data.Event, back data.ID, done *Undone) error {
	var ids []data.ID
	for _, e := range events {
		ids = append(ids, e.Application)
	}
	cases, err := tx.Cases(ctx, slices.Compact(ids))
	if err != nil {
		return err
	}
	standing := make(map[data.ID]bool)
	for i := range cases {
		undone := data.Undone(cases[i].Events)
		for j, e := range cases[i].Events {
			standing[e.ID] = !undone[j]
		}
	}
	for _, e := range events {
		if !standing[e.ID] {
			continue
		}
		u := d.undoOf(e)
		u.Batch = back
		if err := tx.AddEvent(ctx, &u); err != nil {
			return err
		}
		done.Event, done.Target, done.Batch, done.Count = u.ID, e, back, done.Count+1
	}
	return nil
}

func (d *Desk) undo(ctx context.Context, e data.Event) (Undone, error) {
	id, err := d.file(ctx, d.undoOf(e))
	return Undone{Event: id, Target: e, Application: e.Application, Count: 1}, err
}

// undoOf is the event that takes e back.
func (d *Desk) undoOf(e data.Event) data.Event {
	u := data.Event{Application: e.Application, Type: data.EventUndo, Target: e.ID, At: d.Now()}
	if e.At.After(u.At) { // the clock went back: an undo never comes before its target
		u.At = e.At
	}
	d.stamp(&u)
	return u
}

// inForce reports whether an event, or an undo, still has its effect.
func inForce(c *data.Case, e data.Event) bool {
	undone := data.Undone(c.Events)
	for i := range c.Events {
		if c.Events[i].ID == e.ID {
			return !undone[i]
		}
	}
	return false
}
