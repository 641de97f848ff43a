package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

const applicationColumns = `id, company, role, employer_zone, country, source, policy, promised_by,
	promised_text, holidays, notes, added, updated, state, close_reason`

// AddApplication stores a new application and sets its ID if it has none. Its
// State and CloseReason are not taken from a: they follow from events.
func (tx *Tx) AddApplication(ctx context.Context, a *data.Application) error {
	if err := name(&a.ID); err != nil {
		return err
	}
	a.State, a.CloseReason = data.Active, ""
	if a.Updated.IsZero() {
		a.Updated = a.Added
	}
	err := tx.exec(ctx, "add application", `INSERT INTO applications (`+applicationColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Company, a.Role, a.EmployerZone, a.Country, a.Source, a.Policy, a.PromisedBy.String(),
		a.PromisedText, jsonText(a.Holidays), a.Notes, micros(a.Added), micros(a.Updated), a.State, a.CloseReason)
	if err != nil {
		return err
	}
	tx.index(a.ID)
	return nil
}

// Application returns the row of one application, deleted or not;
// data.ErrNotFound when there is none.
func (tx *Tx) Application(ctx context.Context, id data.ID) (data.Application, error) {
	a, err := one(ctx, tx, scanApplication, `SELECT `+applicationColumns+` FROM applications WHERE id = ?`, id)
	if err != nil {
		return a, fmt.Errorf("application %s: %w", id, err)
	}
	return a, nil
}

// TypeNotes stores notes that are still being typed, without an event.
func (tx *Tx) TypeNotes(ctx context.Context, application data.ID, notes string) error {
	return tx.setValue(ctx, application, "notes", notes)
}

func scanApplication(r row) (data.Application, error) {
	var a data.Application
	err := r.Scan(&a.ID, &a.Company, &a.Role, &a.EmployerZone, &a.Country, &a.Source, &a.Policy,
		day{&a.PromisedBy}, &a.PromisedText, parsed[[]data.Day]{&a.Holidays}, &a.Notes,
		instant{&a.Added}, instant{&a.Updated}, &a.State, &a.CloseReason)
	if len(a.Holidays) == 0 {
		a.Holidays = nil
	}
	return a, err
}

// ApplicationIDs returns all applications that are not deleted, those that
// changed last first.
func (s *Store) ApplicationIDs(ctx context.Context) ([]data.ID, error) {
	return view(ctx, s, func(tx *Tx) ([]data.ID, error) {
		return list(ctx, tx, scanID, `SELECT id FROM applications WHERE state <> 'deleted' ORDER BY updated DESC, n DESC`)
	})
}
