package sqlite

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"afterword/data"
)

// FindApplications returns the numbers of the applications, deleted ones too,
// whose company, role and people have a word that begins with each word of
// search; accents and case do not matter. No word finds all.
func (s *Store) FindApplications(ctx context.Context, search string) ([]int64, error) {
	// One line with all numbers: a line each costs more than the search itself.
	query, args := `SELECT ifnull(group_concat(n), '') FROM applications`, []any(nil)
	if match := matchText(search); match != "" {
		query, args = `SELECT ifnull(group_concat(rowid), '') FROM search WHERE search MATCH ?`, []any{match}
	}
	return view(ctx, s, func(tx *Tx) ([]int64, error) {
		text, err := one(ctx, tx, scanText, query, args...)
		if err != nil || text == "" {
			return nil, err
		}
		numbers := make([]int64, 0, strings.Count(text, ",")+1)
		for word := range strings.SplitSeq(text, ",") {
			n, err := strconv.ParseInt(word, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("find applications: %w", err)
			}
			numbers = append(numbers, n)
		}
		return numbers, nil
	})
}

// Numbers returns the numbers of applications, as FindApplications gives them.
func (s *Store) Numbers(ctx context.Context, ids []data.ID) (map[data.ID]int64, error) {
	type line struct {
		id data.ID
		n  int64
	}
	scan := func(r row) (line, error) {
		var l line
		err := r.Scan(&l.id, &l.n)
		return l, err
	}
	return view(ctx, s, func(tx *Tx) (map[data.ID]int64, error) {
		all := make(map[data.ID]int64, len(ids))
		err := each(ctx, tx, scan, func(l line) { all[l.id] = l.n },
			`SELECT id, n FROM applications WHERE id IN (SELECT value FROM json_each(?))`, idList(ids))
		return all, err
	})
}

// Companies returns the companies of all applications that are not deleted.
func (s *Store) Companies(ctx context.Context) ([]string, error) {
	return view(ctx, s, func(tx *Tx) ([]string, error) {
		return list(ctx, tx, scanText, `SELECT DISTINCT company FROM applications WHERE state <> 'deleted' ORDER BY company`)
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

// writeSearch writes the lines of some applications in the search index.
func (tx *Tx) writeSearch(ctx context.Context, applications []data.ID) error {
	which := idList(applications)
	err := tx.exec(ctx, "search index", `DELETE FROM search WHERE rowid IN (
		SELECT n FROM applications WHERE id IN (SELECT value FROM json_each(?)))`, which)
	if err != nil {
		return err
	}
	return tx.exec(ctx, "search index", `INSERT INTO search (rowid, company, role, people)
		SELECT n, company, role, coalesce((SELECT group_concat(name || ' ' || preferred, ' ') FROM people WHERE id IN (
			SELECT person FROM application_people WHERE application = a.id
			UNION SELECT person FROM interview_people JOIN interviews i ON i.id = interview WHERE i.application = a.id)), '')
		FROM applications a WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`, which)
}

func scanID(r row) (data.ID, error) {
	var id data.ID
	err := r.Scan(&id)
	return id, err
}
