package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

// A gathering puts the lines of a few big answers into the cases they belong
// to; lines of applications that are not wanted are passed over.
type gathering struct {
	cases []data.Case
	place map[data.ID]int
}

func (g gathering) of(application data.ID) *data.Case {
	i, ok := g.place[application]
	if !ok {
		return nil
	}
	return &g.cases[i]
}

func (g gathering) interviews(ctx context.Context, tx *Tx, which string, args []any) error {
	rounds, err := list(ctx, tx, scanInterview,
		`SELECT `+interviewColumns+` FROM (SELECT * FROM interviews `+which+`) WHERE NOT void ORDER BY n`, args...)
	if err != nil {
		return fmt.Errorf("interviews: %w", err)
	}
	type seat struct {
		round data.ID
		met   data.Met
	}
	scan := func(r row) (seat, error) {
		var s seat
		err := r.Scan(&s.round, &s.met.Person, &s.met.Topic)
		return s, err
	}
	seats, err := list(ctx, tx, scan, `SELECT interview, person, topic FROM interview_people
		WHERE interview IN (SELECT id FROM interviews `+which+`) ORDER BY interview, position`, args...)
	if err != nil {
		return fmt.Errorf("people of interviews: %w", err)
	}
	with := make(map[data.ID][]data.Met, len(rounds))
	for _, s := range seats {
		with[s.round] = append(with[s.round], s.met)
	}
	for _, iv := range rounds {
		if c := g.of(iv.Application); c != nil {
			iv.With = with[iv.ID]
			c.Interviews = append(c.Interviews, iv)
		}
	}
	return nil
}

// people adds everybody of each case once: interviewers in the order of their
// rounds, then the others.
func (g gathering) people(ctx context.Context, tx *Tx, which string, args []any) error {
	type part struct {
		application data.ID
		person      data.Person
	}
	scan := func(r row) (part, error) {
		var p part
		err := r.Scan(&p.application, &p.person.ID, &p.person.Name, &p.person.Preferred, &p.person.Honorific,
			&p.person.Job, &p.person.Kind, parsed[[]string]{&p.person.Addresses}, &p.person.Group, &p.person.Keep)
		if len(p.person.Addresses) == 0 {
			p.person.Addresses = nil
		}
		return p, err
	}
	parts, err := list(ctx, tx, scan, `WITH
		met AS (SELECT i.application, p.person, min(i.n * 10000 + p.position) AS place
			FROM (SELECT * FROM interviews `+which+`) i JOIN interview_people p ON p.interview = i.id
			WHERE NOT i.void GROUP BY i.application, p.person),
		known AS (SELECT application, person, kind, position FROM application_people `+which+`),
		part AS (SELECT m.application, m.person, coalesce(k.kind, '') AS kind, 0 AS later, m.place
			FROM met m LEFT JOIN known k USING (application, person)
			UNION ALL SELECT k.application, k.person, k.kind, 1, k.position
			FROM known k LEFT JOIN met m USING (application, person) WHERE m.person IS NULL)
		SELECT a.application, p.id, p.name, p.preferred, p.honorific, p.job,
			coalesce(nullif(a.kind, ''), p.kind), p.addresses, p.shared, p.keep_in_touch
		FROM part a JOIN people p ON p.id = a.person ORDER BY a.later, a.place`, twice(args)...)
	if err != nil {
		return fmt.Errorf("people: %w", err)
	}
	for _, p := range parts {
		if c := g.of(p.application); c != nil {
			c.People = append(c.People, p.person)
		}
	}
	return nil
}

func (g gathering) events(ctx context.Context, tx *Tx, which string, args []any) error {
	take := func(e data.Event) {
		if c := g.of(e.Application); c != nil {
			c.Events = append(c.Events, e)
		}
	}
	err := each(ctx, tx, scanEvent, take,
		`SELECT `+eventColumns+` FROM events `+which+` ORDER BY application, at, seq`, args...)
	if err != nil {
		return fmt.Errorf("events: %w", err)
	}
	return nil
}

func twice(args []any) []any { return append(args[:len(args):len(args)], args...) }
