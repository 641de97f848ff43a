package desk

import (
	"context"
	"fmt"

	"afterword/data"
)

// Undone says what Undo or Redo did.
type Undone struct {
	Event       data.ID // the undo's own ID
	Target      data.Event
	Application data.ID
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
// one before it.
func (d *Desk) UndoLast(ctx context.Context) (Undone, error) {
	return d.last(ctx, func(e data.Event, _ map[data.ID]data.Event) bool { return e.Type != data.EventUndo })
}

// Redo puts the event that was undone last back in force.
func (d *Desk) Redo(ctx context.Context) (Undone, error) {
	return d.last(ctx, func(e data.Event, all map[data.ID]data.Event) bool {
		return e.Type == data.EventUndo && all[e.Target].Type != data.EventUndo
	})
}

// last undoes the newest event in force that is wanted.
func (d *Desk) last(ctx context.Context, want func(data.Event, map[data.ID]data.Event) bool) (Undone, error) {
	const far = 1000 // how many events back one may go without naming one
	events, err := d.store.NewestEvents(ctx, far)
	if err != nil {
		return Undone{}, err
	}
	all := make(map[data.ID]data.Event, len(events))
	for _, e := range events {
		all[e.ID] = e
	}
	cases := make(map[data.ID]*data.Case)
	for _, e := range events { // newest first
		if !want(e, all) {
			continue
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
		if inForce(c, e) {
			return d.undo(ctx, e)
		}
	}
	return Undone{}, data.ErrNothing
}

func (d *Desk) undo(ctx context.Context, e data.Event) (Undone, error) {
	at := d.Now()
	if e.At.After(at) { // the clock went back: an undo never comes before its target
		at = e.At
	}
	id, err := d.file(ctx, data.Event{Application: e.Application, Type: data.EventUndo, Target: e.ID, At: at})
	return Undone{Event: id, Target: e, Application: e.Application}, err
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
