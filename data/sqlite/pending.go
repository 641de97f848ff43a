package sqlite

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"afterword/data"
)

// Pending are the records whose lines in the indexes are to be written anew. That
// is done once at the end of the transaction, in the order in which the indexes
// lie in the file: an import of very many touches each record several times, and
// FTS5 writes what it holds back whenever a line comes before the last one.
// Nothing inside a transaction reads the indexes.
type pending struct{ applications, people idSet }

// An idSet holds each ID once.
type idSet map[data.ID]bool

func (s *idSet) add(id data.ID) {
	if *s == nil {
		*s = make(idSet)
	}
	(*s)[id] = true
}

// sorted returns the IDs, which begin with their time, oldest first.
func (s idSet) sorted() []data.ID { return slices.Sorted(maps.Keys(s)) }

// index has the line of an application in the search written anew.
func (tx *Tx) index(application data.ID) { tx.pending.applications.add(application) }

// indexContact has the line of a person in the list of people written anew.
func (tx *Tx) indexContact(person data.ID) { tx.pending.people.add(person) }

// indexPerson is index for all applications of one person.
func (tx *Tx) indexPerson(ctx context.Context, person data.ID) error {
	err := each(ctx, tx, scanID, tx.index, `SELECT application FROM application_people WHERE person = ?1
		UNION SELECT i.application FROM interview_people JOIN interviews i ON i.id = interview WHERE person = ?1`, person)
	if err != nil {
		return fmt.Errorf("applications of person %s: %w", person, err)
	}
	return nil
}

// indexContacts is indexContact for everybody of one application.
func (tx *Tx) indexContacts(ctx context.Context, application data.ID) error {
	err := each(ctx, tx, scanID, tx.indexContact, `SELECT person FROM application_people WHERE application = ?1
		UNION SELECT person FROM interview_people JOIN interviews i ON i.id = interview WHERE i.application = ?1`, application)
	if err != nil {
		return fmt.Errorf("people of %s: %w", application, err)
	}
	return nil
}

// listPeople puts the people of a file that knew no list of them into it.
func (tx *Tx) listPeople(ctx context.Context) error {
	some, err := one(ctx, tx, scanNumber, `SELECT EXISTS (SELECT 1 FROM people) AND NOT EXISTS (SELECT 1 FROM contacts)`)
	if err != nil || some == 0 {
		return err
	}
	return each(ctx, tx, scanID, tx.indexContact, `SELECT id FROM people`)
}

// settle writes what is pending.
func (tx *Tx) settle(ctx context.Context) error {
	const most = 1000 // lines at a time, so that a change can stop between them
	for part := range slices.Chunk(tx.pending.applications.sorted(), most) {
		if err := tx.writeSearch(ctx, part); err != nil {
			return err
		}
	}
	people := tx.pending.people.sorted()
	tx.pending = pending{}
	if len(people) == 0 {
		return nil
	}
	return tx.writeContacts(ctx, people)
}

func scanNumber(r row) (int64, error) {
	var n int64
	err := r.Scan(&n)
	return n, err
}
