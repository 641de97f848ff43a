package sqlite

import (
	"context"
	"fmt"
	"strings"

	"afterword/data"
)

const personColumns = `id, name, preferred, honorific, job, kind, addresses, shared, keep_in_touch`

// AddPerson stores a new person, sets the ID if there is none, and writes the
// addresses in lower case.
func (tx *Tx) AddPerson(ctx context.Context, p *data.Person) error {
	if err := name(&p.ID); err != nil {
		return err
	}
	p.Addresses = lower(p.Addresses)
	err := tx.exec(ctx, "add person", `INSERT INTO people (`+personColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		p.ID, p.Name, p.Preferred, p.Honorific, p.Job, p.Kind, jsonText(p.Addresses), p.Group, p.Keep)
	if err != nil {
		return err
	}
	for _, a := range p.Addresses {
		err := tx.exec(ctx, "address of person "+string(p.ID), `INSERT OR IGNORE INTO addresses (address, person) VALUES (?, ?)`, a, p.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// Involve makes a person part of an application, as kind; "" leaves the kind to
// the person's own.
func (tx *Tx) Involve(ctx context.Context, application, person data.ID, kind string) error {
	what := fmt.Sprintf("involve person %s in %s", person, application)
	err := tx.exec(ctx, what, `INSERT INTO application_people (application, person, kind, position)
		VALUES (?1, ?2, ?3, (SELECT count(*) FROM application_people WHERE application = ?1))
		ON CONFLICT DO UPDATE SET kind = excluded.kind`, application, person, kind)
	if err != nil {
		return err
	}
	tx.index(application)
	tx.indexContact(person)
	return nil
}

// Person returns one person; data.ErrNotFound when there is none.
func (tx *Tx) Person(ctx context.Context, id data.ID) (data.Person, error) {
	p, err := one(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM people WHERE id = ?`, id)
	if err != nil {
		return p, fmt.Errorf("person %s: %w", id, err)
	}
	return p, nil
}

// FindPeople returns everybody with the address, an addr-spec in any case.
func (tx *Tx) FindPeople(ctx context.Context, address string) ([]data.Person, error) {
	people, err := list(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM people
		WHERE id IN (SELECT person FROM addresses WHERE address = ?) ORDER BY n`, strings.ToLower(address))
	if err != nil {
		return nil, fmt.Errorf("people with address %s: %w", address, err)
	}
	return people, nil
}

// FindPeople returns everybody with the address, an addr-spec in any case.
func (s *Store) FindPeople(ctx context.Context, address string) ([]data.Person, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Person, error) { return tx.FindPeople(ctx, address) })
}

// PeopleByID returns those of these people who are there, in the order in which
// they were added.
func (s *Store) PeopleByID(ctx context.Context, ids []data.ID) ([]data.Person, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Person, error) {
		return list(ctx, tx, scanPerson, `SELECT `+personColumns+` FROM people WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`, idList(ids))
	})
}

func (tx *Tx) indexAddresses(ctx context.Context, person data.ID) error {
	what := "addresses of person " + string(person)
	if err := tx.exec(ctx, what, `DELETE FROM addresses WHERE person = ?`, person); err != nil {
		return err
	}
	return tx.exec(ctx, what, `INSERT OR IGNORE INTO addresses (address, person)
		SELECT lower(j.value), p.id FROM people p, json_each(p.addresses) j WHERE p.id = ?`, person)
}

func scanPerson(r row) (data.Person, error) {
	var p data.Person
	err := r.Scan(&p.ID, &p.Name, &p.Preferred, &p.Honorific, &p.Job, &p.Kind,
		parsed[[]string]{&p.Addresses}, &p.Group, &p.Keep)
	if len(p.Addresses) == 0 {
		p.Addresses = nil
	}
	return p, err
}

func lower(addresses []string) []string {
	var low []string
	for _, a := range addresses {
		low = append(low, strings.ToLower(a))
	}
	return low
}
