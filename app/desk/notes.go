package desk

import (
	"context"

	"afterword/data"
	"afterword/data/sqlite"
)

// TypeNotes puts the user's notes on an application on disk while they are being
// typed. It files no event: KeepNotes files one for the whole edit.
func (d *Desk) TypeNotes(ctx context.Context, application data.ID, notes string) error {
	return d.store.Write(ctx, func(tx *sqlite.Tx) error { return tx.TypeNotes(ctx, application, notes) })
}

// KeepNotes files that the notes were changed from what they were when the edit
// began, so that the edit can be taken back as one. Notes that were typed before
// but never kept, because the program ended there, are filed first. An edit that
// changed nothing returns no event.
func (d *Desk) KeepNotes(ctx context.Context, application data.ID, was, notes string) (data.ID, error) {
	c, err := d.store.Case(ctx, application)
	if err != nil {
		return "", err
	}
	filed := was
	for _, e := range data.InForce(c.Events) {
		if e.Type == data.EventSet && e.Target == application && e.Name == "notes" {
			filed = e.Value
		}
	}
	var last data.ID
	err = d.write(ctx, application, func(tx *sqlite.Tx) error {
		for _, step := range [][2]string{{filed, was}, {was, notes}} {
			if step[0] == step[1] {
				continue
			}
			if err := tx.TypeNotes(ctx, application, step[0]); err != nil { // what the event changes
				return err
			}
			e := data.Event{Application: application, Type: data.EventSet, Target: application, Name: "notes", Value: step[1], Was: step[0]}
			d.stamp(&e)
			if err := tx.AddEvent(ctx, &e); err != nil {
				return err
			}
			last = e.ID
		}
		return nil
	})
	return last, err
}
