package sqlite

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"afterword/data"
)

// FindApplications returns the applications, deleted ones left out, whose
// company, role and people have a word that begins with each word of search;
// accents and case do not matter. The best come first. No word finds all.
func (s *Store) FindApplications(ctx context.Context, search string) ([]data.ID, error) {
	return view(ctx, s, func(tx *Tx) ([]data.ID, error) {
		query, args := `SELECT id FROM applications WHERE state <> 'deleted' ORDER BY n`, []any(nil)
		if match := matchText(search); match != "" {
			query = `SELECT a.id FROM search JOIN applications a ON a.n = search.rowid
				WHERE search MATCH ? AND a.state <> 'deleted' ORDER BY search.rank, a.n`
			args = []any{match}
		}
		ids, err := list(ctx, tx, scanID, query, args...)
		if err != nil {
			return nil, fmt.Errorf("find %q: %w", search, err)
		}
		return ids, nil
	})
}

// matchText writes search as a query of FTS5: all words, each the beginning of
// one (sqlite.org/fts5.html 3). Signs mean nothing in it.
func matchText(search string) string {
	words := strings.FieldsFunc(search, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	for i, w := range words {
		words[i] = `"` + w + `"*`
	}
	return strings.Join(words, " ")
}

// index writes the line of one application in the search index.
func (tx *Tx) index(ctx context.Context, application data.ID) error {
	what := "index " + string(application)
	err := tx.exec(ctx, what, `DELETE FROM search WHERE rowid = (SELECT n FROM applications WHERE id = ?)`, application)
	if err != nil {
		return err
	}
	return tx.exec(ctx, what, `INSERT INTO search (rowid, company, role, people)
		SELECT n, company, role, coalesce((SELECT group_concat(name || ' ' || preferred, ' ') FROM people WHERE id IN (
			SELECT person FROM application_people WHERE application = ?1
			UNION SELECT person FROM interview_people JOIN interviews i ON i.id = interview WHERE i.application = ?1)), '')
		FROM applications WHERE id = ?1`, application)
}

// indexPerson writes the lines of all applications of one person.
func (tx *Tx) indexPerson(ctx context.Context, person data.ID) error {
	ids, err := list(ctx, tx, scanID, `SELECT application FROM application_people WHERE person = ?1
		UNION SELECT i.application FROM interview_people JOIN interviews i ON i.id = interview WHERE person = ?1`, person)
	if err != nil {
		return fmt.Errorf("applications of person %s: %w", person, err)
	}
	for _, id := range ids {
		if err := tx.index(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func scanID(r row) (data.ID, error) {
	var id data.ID
	err := r.Scan(&id)
	return id, err
}
