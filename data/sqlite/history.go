package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

// Histories is Cases for those who only count: without the people, and with only
// the events of these types and all undos.
func (s *Store) Histories(ctx context.Context, ids []data.ID, types ...data.EventType) ([]data.Case, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Case, error) { return tx.histories(ctx, ids, types) })
}

func (tx *Tx) histories(ctx context.Context, ids []data.ID, types []data.EventType) ([]data.Case, error) {
	applications, err := list(ctx, tx, scanApplication, `SELECT `+applicationColumns+` FROM applications
		JOIN (SELECT value AS wanted, key AS place FROM json_each(?)) ON id = wanted ORDER BY place`, idList(ids))
	if err != nil {
		return nil, fmt.Errorf("histories: %w", err)
	}
	g := gathering{cases: make([]data.Case, len(applications)), place: make(map[data.ID]int, len(applications))}
	for i, a := range applications {
		g.cases[i].Application = a
		g.place[a.ID] = i
	}
	const which = `WHERE application IN (SELECT value FROM json_each(?)) AND `
	rounds, err := list(ctx, tx, scanInterview, `SELECT `+interviewColumns+` FROM interviews `+which+`NOT void ORDER BY n`, idList(ids))
	if err != nil {
		return nil, fmt.Errorf("histories: interviews: %w", err)
	}
	for _, iv := range rounds {
		if c := g.of(iv.Application); c != nil {
			c.Interviews = append(c.Interviews, iv)
		}
	}
	kinds := jsonText(append([]data.EventType{data.EventUndo}, types...))
	err = g.events(ctx, tx, which+`type IN (SELECT value FROM json_each(?))`, []any{idList(ids), kinds})
	if err != nil {
		return nil, fmt.Errorf("histories: %w", err)
	}
	return g.cases, nil
}
