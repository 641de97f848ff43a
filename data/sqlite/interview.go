package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

const interviewColumns = `id, application, start, "end", date, zone, kind, place, uid, notes`

// AddInterview stores a new interview with the people met, who must be stored
// already, and sets its ID if it has none.
func (tx *Tx) AddInterview(ctx context.Context, iv *data.Interview) error {
	if err := name(&iv.ID); err != nil {
		return err
	}
	err := tx.exec(ctx, "add interview to "+string(iv.Application), `INSERT INTO interviews (`+interviewColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		iv.ID, iv.Application, micros(iv.Start), micros(iv.End), iv.Date.String(), iv.Zone, iv.Kind, iv.Place,
		iv.UID, iv.Notes)
	if err != nil {
		return err
	}
	for _, m := range iv.With {
		if err := tx.seat(ctx, iv.ID, m); err != nil {
			return err
		}
	}
	tx.index(iv.Application)
	return nil
}

// SetTopic stores what was talked about with one person of an interview, and
// adds the person, last, when they were not there before.
func (tx *Tx) SetTopic(ctx context.Context, interview, person data.ID, topic string) error {
	if err := tx.seat(ctx, interview, data.Met{Person: person, Topic: topic}); err != nil {
		return err
	}
	application, err := one(ctx, tx, scanID, `SELECT application FROM interviews WHERE id = ?`, interview)
	if err != nil {
		return fmt.Errorf("interview %s: %w", interview, err)
	}
	tx.index(application)
	return nil
}

func (tx *Tx) seat(ctx context.Context, interview data.ID, m data.Met) error {
	what := fmt.Sprintf("person %s of interview %s", m.Person, interview)
	tx.indexContact(m.Person)
	return tx.exec(ctx, what, `INSERT INTO interview_people (interview, person, topic, position)
		VALUES (?1, ?2, ?3, (SELECT count(*) FROM interview_people WHERE interview = ?1))
		ON CONFLICT DO UPDATE SET topic = excluded.topic`, interview, m.Person, m.Topic)
}

// Interview returns one interview with the people met, also one whose adding is
// undone; data.ErrNotFound when there is none.
func (tx *Tx) Interview(ctx context.Context, id data.ID) (data.Interview, error) {
	iv, err := one(ctx, tx, scanInterview, `SELECT `+interviewColumns+` FROM interviews WHERE id = ?`, id)
	if err != nil {
		return iv, fmt.Errorf("interview %s: %w", id, err)
	}
	iv.With, err = list(ctx, tx, scanMet,
		`SELECT person, topic FROM interview_people WHERE interview = ? ORDER BY position`, id)
	if err != nil {
		return iv, fmt.Errorf("people of interview %s: %w", id, err)
	}
	return iv, nil
}

// ApplicationOfRound returns whose interview it is, be it entered or made by an
// invitation; data.ErrNotFound when there is none.
func (tx *Tx) ApplicationOfRound(ctx context.Context, round data.ID) (data.ID, error) {
	id, err := one(ctx, tx, scanID, `SELECT application FROM interviews WHERE id = ?1 UNION ALL
		SELECT application FROM events WHERE type = 'invite' AND detail ->> '$.invited.id' = ?1 LIMIT 1`, round)
	if err != nil {
		return id, fmt.Errorf("interview %s: %w", round, err)
	}
	return id, nil
}

func scanInterview(r row) (data.Interview, error) {
	var iv data.Interview
	err := r.Scan(&iv.ID, &iv.Application, instant{&iv.Start}, instant{&iv.End}, day{&iv.Date}, &iv.Zone,
		&iv.Kind, &iv.Place, &iv.UID, &iv.Notes)
	return iv, err
}

func scanMet(r row) (data.Met, error) {
	var m data.Met
	err := r.Scan(&m.Person, &m.Topic)
	return m, err
}
