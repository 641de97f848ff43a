package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

// project brings the current values up to date after e was filed. Events are
// taken in the order of filing here, so that an undo always follows its target.
func (tx *Tx) project(ctx context.Context, e data.Event) error {
	root := e
	for root.Type == data.EventUndo {
		var err error
		if root, err = tx.Event(ctx, root.Target); err != nil {
			return fmt.Errorf("undo: %w", err)
		}
	}
	switch root.Type {
	case data.EventSet:
		return tx.projectValue(ctx, root.Target, root.Name)
	case data.EventAdded, data.EventDeleted, data.EventClosed, data.EventReopened,
		data.EventArchived, data.EventUnarchived:
		return tx.projectState(ctx, root.Application)
	case data.EventInterviewAdded:
		return tx.projectRound(ctx, root.Application, root.Round)
	}
	return nil
}

// projectState derives where the application is kept: deleted when it is, or
// when its adding is undone; then archived, closed, active.
func (tx *Tx) projectState(ctx context.Context, application data.ID) error {
	events, err := list(ctx, tx, scanEvent, `SELECT `+eventColumns+` FROM events WHERE application = ?
		AND type IN ('added', 'deleted', 'closed', 'reopened', 'archived', 'unarchived', 'undo')
		ORDER BY seq`, application)
	if err != nil {
		return fmt.Errorf("state of %s: %w", application, err)
	}
	state, reason := stateOf(events)
	was, err := tx.Application(ctx, application)
	if err != nil || was.State == state && was.CloseReason == reason {
		return err
	}
	err = tx.exec(ctx, "state of "+string(application),
		`UPDATE applications SET state = ?, close_reason = ? WHERE id = ?`, state, reason, application)
	if err != nil || (was.State == data.Deleted) == (state == data.Deleted) {
		return err
	}
	return tx.indexContacts(ctx, application)
}

func stateOf(events []data.Event) (data.AppState, string) {
	var archived, closed, deleted bool
	var reason string
	for _, e := range events {
		deleted = deleted || e.Type == data.EventAdded
	}
	for _, e := range data.InForce(events) {
		switch e.Type {
		case data.EventAdded:
			deleted = false
		case data.EventDeleted:
			return data.Deleted, ""
		case data.EventClosed:
			closed, reason = true, e.Reason
		case data.EventReopened:
			closed, reason = false, ""
		case data.EventArchived:
			archived = true
		case data.EventUnarchived:
			archived = false
		}
	}
	switch {
	case deleted:
		return data.Deleted, ""
	case archived:
		return data.Archived, reason
	case closed:
		return data.ClosedBy, reason
	}
	return data.Active, ""
}

// projectRound hides an interview while no interview_added of it is in force.
func (tx *Tx) projectRound(ctx context.Context, application, round data.ID) error {
	events, err := list(ctx, tx, scanEvent, `SELECT `+eventColumns+` FROM events WHERE application = ?
		AND type IN ('interview_added', 'undo') ORDER BY seq`, application)
	if err != nil {
		return fmt.Errorf("round %s: %w", round, err)
	}
	void := true
	for _, e := range data.InForce(events) {
		void = void && e.Round != round
	}
	if err := tx.exec(ctx, "round "+string(round), `UPDATE interviews SET void = ? WHERE id = ?`, void, round); err != nil {
		return err
	}
	return tx.indexContacts(ctx, application)
}

// projectValue derives one value of one record: that of the last set event in
// force, or what the first one found.
func (tx *Tx) projectValue(ctx context.Context, record data.ID, name string) error {
	events, err := list(ctx, tx, scanEvent, `WITH RECURSIVE part (id) AS (
			SELECT id FROM events WHERE type = 'set' AND target = ?1
			UNION SELECT e.id FROM part JOIN events e ON e.target = part.id AND e.type = 'undo')
		SELECT `+eventColumns+` FROM events WHERE id IN (SELECT id FROM part) ORDER BY seq`, record)
	if err != nil {
		return fmt.Errorf("value %s of %s: %w", name, record, err)
	}
	return tx.setValue(ctx, record, name, valueOf(events, name))
}

func valueOf(events []data.Event, name string) string {
	var value string
	for _, e := range events {
		if e.Type == data.EventSet && e.Name == name {
			value = e.Was
			break
		}
	}
	for _, e := range data.InForce(events) {
		if e.Name == name {
			value = e.Value
		}
	}
	return value
}
