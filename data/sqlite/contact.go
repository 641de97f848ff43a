package sqlite

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"afterword/data"
)

// An Acquaintance is one record of a contact in one application.
type Acquaintance struct {
	Contact     data.ID // by which Contacts names the person
	Person      data.ID // as the application knows them
	Application data.ID
}

// Contacts returns the people of all applications that are not deleted, by name.
// Records with one name and an address in common are one contact. Each word of
// search is the beginning of a word of their name, job, company or address;
// accents and case do not matter. With keep, only those whom the user wants to
// keep in touch with.
func (s *Store) Contacts(ctx context.Context, search string, keep bool) ([]data.ID, error) {
	where, args := `n = lead`, []any(nil)
	if keep {
		where += ` AND n IN (SELECT lead FROM contacts WHERE keep > 0)`
	}
	if match := matchText(search); match != "" {
		where += ` AND n IN (SELECT lead FROM contacts WHERE n IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?))`
		args = append(args, match)
	}
	// One line with all of them: a line each costs more than the search itself.
	text, err := view(ctx, s, func(tx *Tx) (string, error) {
		return one(ctx, tx, scanText, `SELECT ifnull(group_concat(id), '') FROM
			(SELECT id FROM contacts INDEXED BY contacts_sort WHERE `+where+` ORDER BY sort, n)`, args...)
	})
	if err != nil || text == "" {
		return nil, err
	}
	ids := make([]data.ID, 0, strings.Count(text, ",")+1)
	for id := range strings.SplitSeq(text, ",") {
		ids = append(ids, data.ID(id))
	}
	return ids, nil
}

// Acquaintances returns the records of contacts, each contact's newest
// application first. A person who is not the first record of a contact stands
// for the whole of it.
func (s *Store) Acquaintances(ctx context.Context, contacts []data.ID) ([]Acquaintance, error) {
	scan := func(r row) (Acquaintance, error) {
		var a Acquaintance
		err := r.Scan(&a.Contact, &a.Person, &a.Application)
		return a, err
	}
	return view(ctx, s, func(tx *Tx) ([]Acquaintance, error) {
		all, err := list(ctx, tx, scan, `WITH record AS (
				SELECT w.value AS contact, m.id AS person FROM json_each(?) w
				JOIN contacts c ON c.n = (SELECT n FROM people WHERE id = w.value) JOIN contacts m ON m.lead = c.lead),
			part AS (
				SELECT contact, r.person, k.application FROM record r JOIN application_people k ON k.person = r.person
				UNION SELECT contact, r.person, i.application FROM record r
				JOIN interview_people p ON p.person = r.person JOIN interviews i ON i.id = p.interview AND NOT i.void)
			SELECT contact, person, a.id FROM part JOIN applications a ON a.id = application AND a.state <> 'deleted'
			ORDER BY contact, a.n DESC, person`, idList(contacts))
		if err != nil {
			return nil, fmt.Errorf("acquaintances: %w", err)
		}
		return all, nil
	})
}

// folded returns a name as a list of people sorts it: without case and accents.
func folded(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(strings.TrimSpace(name))) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
