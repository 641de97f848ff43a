package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"afterword/data"
)

// A contact is what the list of people knows of one record of a person.
type contact struct {
	n                    int64
	id                   data.ID
	sort                 string
	keep                 int
	name, job, addresses string
	companies            sql.NullString // NULL: of no application that is not deleted
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

// writeContacts brings the lines of some people in the list of people up to date,
// and with whom they are one contact.
func (tx *Tx) writeContacts(ctx context.Context, people []data.ID) error {
	lines, err := list(ctx, tx, scanContact, `SELECT n, id, name, name || ' ' || preferred, job, addresses, keep_in_touch,
		(SELECT group_concat(company, ' ') FROM applications WHERE state <> 'deleted' AND id IN (
			SELECT application FROM application_people WHERE person = p.id
			UNION SELECT i.application FROM interview_people m JOIN interviews i ON i.id = m.interview AND NOT i.void
			WHERE m.person = p.id))
		FROM people p WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`, idList(people))
	if err != nil {
		return fmt.Errorf("list people: %w", err)
	}
	numbers := make([]int64, len(lines))
	for i, c := range lines {
		numbers[i] = c.n
	}
	group, err := list(ctx, tx, scanNumber, `SELECT n FROM contacts WHERE lead IN (
		SELECT lead FROM contacts WHERE n IN (SELECT value FROM json_each(?)))`, jsonText(numbers))
	if err != nil {
		return fmt.Errorf("list people: %w", err)
	}
	if err := tx.writeLines(ctx, numbers, lines); err != nil {
		return err
	}
	return tx.lead(ctx, append(group, numbers...))
}

// writeLines writes the lines as they are when nobody else has them in common;
// those without a company leave the list.
func (tx *Tx) writeLines(ctx context.Context, numbers []int64, lines []contact) error {
	const what = "list people"
	err := tx.exec(ctx, what, `DELETE FROM contact_search WHERE rowid IN (SELECT value FROM json_each(?))`, jsonText(numbers))
	if err != nil {
		return err
	}
	err = tx.exec(ctx, what, `DELETE FROM contacts WHERE n IN (SELECT value FROM json_each(?))`, jsonText(numbers))
	if err != nil {
		return err
	}
	for _, c := range lines {
		if !c.companies.Valid {
			continue
		}
		err := tx.exec(ctx, what, `INSERT INTO contacts (n, id, sort, lead, keep) VALUES (?1, ?2, ?3, ?1, ?4)`, c.n, c.id, c.sort, c.keep)
		if err != nil {
			return err
		}
		err = tx.exec(ctx, what, `INSERT INTO contact_search (rowid, name, job, companies, addresses) VALUES (?, ?, ?, ?, ?)`,
			c.n, c.name, c.job, c.companies.String, c.addresses)
		if err != nil {
			return err
		}
	}
	return nil
}
