package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

// Case returns everything known of one application, deleted or not;
// data.ErrNotFound when there is none.
func (tx *Tx) Case(ctx context.Context, application data.ID) (data.Case, error) {
	cases, err := tx.Cases(ctx, []data.ID{application})
	if err != nil {
		return data.Case{}, err
	}
	if len(cases) == 0 {
		return data.Case{}, fmt.Errorf("application %s: %w", application, data.ErrNotFound)
	}
	return cases[0], nil
}

// Case returns everything known of one application, deleted or not;
// data.ErrNotFound when there is none.
func (s *Store) Case(ctx context.Context, application data.ID) (data.Case, error) {
	return view(ctx, s, func(tx *Tx) (data.Case, error) { return tx.Case(ctx, application) })
}

// Cases returns everything known of the applications with ids, in their order,
// those that are not there left out; for nil of all that are not deleted, in
// the order in which they were added.
func (s *Store) Cases(ctx context.Context, ids []data.ID) ([]data.Case, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Case, error) { return tx.Cases(ctx, ids) })
}

// Cases is Store.Cases inside the transaction.
func (tx *Tx) Cases(ctx context.Context, ids []data.ID) ([]data.Case, error) {
	which, args := `WHERE application IN (SELECT value FROM json_each(?))`, []any{idList(ids)}
	query := `SELECT ` + applicationColumns + ` FROM applications
		JOIN (SELECT value AS wanted, key AS place FROM json_each(?)) ON id = wanted ORDER BY place`
	if ids == nil {
		which, args = ``, nil
		query = `SELECT ` + applicationColumns + ` FROM applications WHERE state <> 'deleted' ORDER BY n`
	}
	applications, err := list(ctx, tx, scanApplication, query, args...)
	if err != nil {
		return nil, fmt.Errorf("cases: %w", err)
	}
	g := gathering{cases: make([]data.Case, len(applications)), place: make(map[data.ID]int, len(applications))}
	for i, a := range applications {
		g.cases[i].Application = a
		g.place[a.ID] = i
	}
	for _, gather := range []func(context.Context, *Tx, string, []any) error{g.interviews, g.people, g.events} {
		if err := gather(ctx, tx, which, args); err != nil {
			return nil, fmt.Errorf("cases: %w", err)
		}
	}
	return g.cases, nil
}
