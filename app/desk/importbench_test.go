package desk

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkImportSheet reads and takes over 10,000 lines of a spreadsheet, and
// takes them back. Its baseline writes the same lines of the same tables without
// the program.
func BenchmarkImportSheet(b *testing.B) {
	const lines = 10_000
	var text strings.Builder
	text.WriteString("Company,Role,Date,Time,Interviewer,Email,Status\n")
	for i := range lines {
		fmt.Fprintf(&text, "Imported %d,Designer,2026-11-%02d,14:00,Dana Ruiz,dana%d@acme.example,Waiting\n", i, 1+i%15, i)
	}
	d := fullDesk(b, 1)
	bring := func(b *testing.B) {
		s, err := d.ReadSheet(b.Context(), []byte(text.String()), nil, nil)
		if err != nil {
			b.Fatal(err)
		}
		if got, err := d.ImportSheet(b.Context(), s, false, nil); err != nil || got.Added != lines {
			b.Fatal(got, err)
		}
	}
	takeBack := func(b *testing.B) {
		if _, err := d.UndoLast(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("10,000 lines", func(b *testing.B) {
		for b.Loop() {
			bring(b)
			b.StopTimer()
			takeBack(b)
			b.StartTimer()
		}
	})
	bring(b)
	b.Run("baseline", func(b *testing.B) { rewrite(b, d.store.Path()) })
	takeBack(b)
	b.Run("taken back", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			bring(b)
			b.StartTimer()
			takeBack(b)
		}
	})
}

// A copied is one table with all its lines.
type copied struct {
	schema, insert string
	lines          [][]any
}

// rewrite writes every line of the last import of a file into a new one, in one
// transaction, with a prepared statement a table.
func rewrite(b *testing.B, path string) {
	var tables []copied
	for _, name := range []string{
		"applications", "people", "addresses", "interviews", "interview_people", "application_people", "events", "contacts", "search", "contact_search",
	} {
		tables = append(tables, readTable(b, path, name))
	}
	for b.Loop() {
		if err := writeTables(filepath.Join(b.TempDir(), "copy.db"), tables); err != nil {
			b.Fatal(err)
		}
	}
}

func readTable(b *testing.B, path, name string) copied {
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	var t copied
	if err := db.QueryRow(`SELECT sql FROM sqlite_schema WHERE name = ?`, name).Scan(&t.schema); err != nil {
		b.Fatal(err)
	}
	var own string // an index of FTS5 has no column for the number of its line
	if strings.HasSuffix(name, "search") {
		own = "rowid, "
	}
	rows, err := db.Query(`SELECT ` + own + `* FROM ` + name + ` LIMIT 10000`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		b.Fatal(err)
	}
	t.insert = `INSERT INTO ` + name + ` ("` + strings.Join(columns, `", "`) + `") VALUES (?` + strings.Repeat(", ?", len(columns)-1) + `)`
	for rows.Next() {
		line, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range line {
			into[i] = &line[i]
		}
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
		t.lines = append(t.lines, line)
	}
	return t
}

func writeTables(path string, tables []copied) error {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL")
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	for _, t := range tables {
		if _, err := tx.Exec(t.schema); err != nil {
			return err
		}
		add, err := tx.Prepare(t.insert)
		if err != nil {
			return err
		}
		for _, line := range t.lines {
			if _, err := add.Exec(line...); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}
