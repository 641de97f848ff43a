package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"afterword/data"
)

// A contact is what the list of people knows of one record of a person.
type contact struct {
	n                    int64
	id                   data.ID
	sort                 string
	name, job, addresses string
	companies            sql.NullString // NULL: of no application that is not deleted
	keep                 int
}

func scanContact(r row) (contact, error) {
	var c contact
	var name string
	err := r.Scan(&c.n, &c.id, &name, &c.name, &c.job, &c.addresses, &c.keep, &c.companies)
	if c.sort = folded(name); c.sort == "" {
		c.sort = folded(c.addresses)
	}
	return c, err
}

// indexContact brings the line of one person in the list of people up to date,
// and with whom they are one contact.
func (tx *Tx) indexContact(ctx context.Context, person data.ID) error {
	what := "list person " + string(person)
	c, err := one(ctx, tx, scanContact, `SELECT n, id, name, name || ' ' || preferred, job, addresses, keep_in_touch,
		(SELECT group_concat(company, ' ') FROM applications WHERE state <> 'deleted' AND id IN (
			SELECT application FROM application_people WHERE person = p.id
			UNION SELECT i.application FROM interview_people m JOIN interviews i ON i.id = m.interview AND NOT i.void
			WHERE m.person = p.id))
		FROM people p WHERE id = ?`, person)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	group, err := list(ctx, tx, scanNumber, `SELECT n FROM contacts WHERE lead = (SELECT lead FROM contacts WHERE n = ?)`, c.n)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if err := tx.writeContact(ctx, what, c); err != nil {
		return err
	}
	linked, err := list(ctx, tx, scanNumber, `SELECT n FROM (`+linkedTo+`)`, c.n)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	group = slices.DeleteFunc(append(group, linked...), func(n int64) bool { return n == c.n })
	slices.Sort(group)
	if group = slices.Compact(group); len(group) == 0 {
		return nil
	}
	for _, n := range append(group, c.n) {
		if err := tx.exec(ctx, what, `UPDATE contacts SET lead = (SELECT min(n) FROM (`+linkedTo+`)) WHERE n = ?1`, n); err != nil {
			return err
		}
	}
	return nil
}

// linkedTo is the records that are one contact with the record ?1, itself
// included: of one name, and each with an address of another that is theirs alone.
// CROSS JOIN keeps the order: by address first, for a name may be very common.
const linkedTo = `WITH RECURSIVE linked (n, sort) AS (
	SELECT n, sort FROM contacts WHERE n = ?1
	UNION SELECT c.n, c.sort FROM linked CROSS JOIN people p ON p.n = linked.n AND NOT p.shared
		CROSS JOIN addresses a ON a.person = p.id CROSS JOIN addresses b ON b.address = a.address
		CROSS JOIN people q ON q.id = b.person AND NOT q.shared CROSS JOIN contacts c ON c.n = q.n AND c.sort = linked.sort)
	SELECT n FROM linked`

func (tx *Tx) writeContact(ctx context.Context, what string, c contact) error {
	if err := tx.exec(ctx, what, `DELETE FROM contact_search WHERE rowid = ?`, c.n); err != nil {
		return err
	}
	if !c.companies.Valid {
		return tx.exec(ctx, what, `DELETE FROM contacts WHERE n = ?`, c.n)
	}
	err := tx.exec(ctx, what, `INSERT OR REPLACE INTO contacts (n, id, sort, lead, keep) VALUES (?1, ?2, ?3, ?1, ?4)`, c.n, c.id, c.sort, c.keep)
	if err != nil {
		return err
	}
	return tx.exec(ctx, what, `INSERT INTO contact_search (rowid, name, job, companies, addresses) VALUES (?, ?, ?, ?, ?)`,
		c.n, c.name, c.job, c.companies.String, c.addresses)
}

// indexContacts is indexContact for everybody of one application.
func (tx *Tx) indexContacts(ctx context.Context, application data.ID) error {
	return tx.indexAll(ctx, `SELECT person FROM application_people WHERE application = ?1
		UNION SELECT person FROM interview_people JOIN interviews i ON i.id = interview WHERE i.application = ?1`, application)
}

func (tx *Tx) indexAll(ctx context.Context, which string, args ...any) error {
	ids, err := list(ctx, tx, scanID, which, args...)
	if err != nil {
		return fmt.Errorf("list people: %w", err)
	}
	for _, id := range ids {
		if err := tx.indexContact(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func scanNumber(r row) (int64, error) {
	var n int64
	err := r.Scan(&n)
	return n, err
}

// listPeople puts the people of a file that knew no list of them into it.
func (tx *Tx) listPeople(ctx context.Context) error {
	some, err := one(ctx, tx, scanNumber, `SELECT EXISTS (SELECT 1 FROM people) AND NOT EXISTS (SELECT 1 FROM contacts)`)
	if err != nil || some == 0 {
		return err
	}
	return tx.indexAll(ctx, `SELECT id FROM people ORDER BY n`)
}
