package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"afterword/data"
)

// rawFile makes a database with plain SQLite.
func rawFile(t *testing.T, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "raw.db")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return path
}

func TestNewFileIsPrivate(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "a b", "100% ä?#", "test.db"))
	for path, want := range map[string]os.FileMode{
		s.Path(): 0o600, s.Path() + "-wal": 0o600, filepath.Dir(s.Path()): 0o700,
	} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("mode of %s = %o, want %o", filepath.Base(path), got, want)
		}
	}
}

func TestPragmas(t *testing.T) {
	s := openTest(t, "")
	for query, want := range map[string]string{
		"PRAGMA journal_mode": "wal", "PRAGMA synchronous": "2", "PRAGMA foreign_keys": "1",
		"PRAGMA busy_timeout": "5000", "PRAGMA application_id": fmt.Sprint(applicationID),
		"PRAGMA user_version": fmt.Sprint(len(migrationNames())),
		"SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name <> 'sqlite_schema'": "",
	} {
		var got sql.NullString
		if err := s.write.QueryRow(query).Scan(&got); err != nil || got.String != want {
			t.Errorf("%s = %q, %v, want %q", query, got.String, err, want)
		}
	}
	if _, err := s.read.Exec("DELETE FROM settings"); err == nil {
		t.Error("a reader could write")
	}
}

func TestForeignFilesAreLeftAlone(t *testing.T) {
	text := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(text, bytes.Repeat([]byte("milk, eggs, bread\n"), 20), 0o600); err != nil {
		t.Fatal(err)
	}
	short := filepath.Join(t.TempDir(), "short")
	if err := os.WriteFile(short, []byte("SQL"), 0o600); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"a text": text, "a short text": short,
		"tables without an id": rawFile(t, "CREATE TABLE applications (id)"),
		"the same in WAL":      rawFile(t, "PRAGMA journal_mode=WAL", "CREATE TABLE applications (id)"),
		"another id":           rawFile(t, "PRAGMA application_id=7", "CREATE TABLE t (id)"),
	}
	for what, path := range files {
		before := must(os.ReadFile(path))
		_, err := Open(t.Context(), path)
		if !errors.Is(err, data.ErrForeign) {
			t.Errorf("%s: Open = %v, want ErrForeign", what, err)
		}
		if after := must(os.ReadFile(path)); !bytes.Equal(before, after) {
			t.Errorf("%s: the file was changed", what)
		}
		if left := must(os.ReadDir(filepath.Dir(path))); len(left) != 1 {
			t.Errorf("%s: got files %v beside it, want none", what, left)
		}
	}
}

func TestZeroLengthFileIsNew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := addCase(t, openTest(t, path), "Acme", "", "Dana").Application.Company; got != "Acme" {
		t.Errorf("Company = %q, want Acme", got)
	}
}

func TestNewerFileIsReadOnly(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "newer.db"))
	c := addCase(t, s, "Acme", "", "Dana")
	if _, err := s.write.Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	newer := openTest(t, s.Path())
	if !newer.ReadOnly() || !errors.Is(newer.Why(), data.ErrNewer) {
		t.Errorf("ReadOnly = %t, Why = %v, want true and ErrNewer", newer.ReadOnly(), newer.Why())
	}
	if got := must(newer.Case(t.Context(), c.Application.ID)).Application.Company; got != "Acme" {
		t.Errorf("Company = %q, want Acme", got)
	}
	err := newer.Write(t.Context(), func(*Tx) error { return nil })
	if !errors.Is(err, data.ErrReadOnly) || !errors.Is(err, data.ErrNewer) {
		t.Errorf("Write = %v, want ErrReadOnly and ErrNewer", err)
	}
}

func TestReopenKeepsAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kept.db")
	first, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	addCase(t, first, "Acme", "", "Dana")
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	again := openTest(t, path)
	if got := must(again.Cases(t.Context(), nil)); len(got) != 1 || again.ReadOnly() || again.Why() != nil {
		t.Errorf("Cases = %d, ReadOnly = %t, want 1 and false", len(got), again.ReadOnly())
	}
}

func TestDamagedFileIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "damaged.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	addCase(t, s, "Acme", "", "Dana")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole := must(os.ReadFile(path))
	for what, broken := range map[string][]byte{
		"cut short":   whole[:len(whole)/2],
		"overwritten": append(bytes.Clone(whole[:100]), bytes.Repeat([]byte{0xAA}, len(whole)-100)...),
	} {
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), path); !errors.Is(err, data.ErrDamaged) {
			t.Errorf("%s: Open = %v, want ErrDamaged", what, err)
		}
		if got := must(os.ReadFile(path)); !bytes.Equal(got, broken) {
			t.Errorf("%s: the file was changed", what)
		}
	}
}

func TestCheckFindsDamageInside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "inside.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	addCase(t, s, "Acme", "", "Dana")
	if err := errors.Join(s.Check(t.Context()), s.Close()); err != nil {
		t.Fatal(err)
	}
	whole := must(os.ReadFile(path))
	page := bytes.Index(whole, []byte("Dana")) / 4096 * 4096 // holds facts, and nothing that is read at the start
	copy(whole[page:], bytes.Repeat([]byte{0xAA}, 4096))
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := openTest(t, path).Check(t.Context()); !errors.Is(err, data.ErrDamaged) {
		t.Errorf("Check = %v, want ErrDamaged", err)
	}
}

func TestManyMakeOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "race.db")
	done := make(chan error)
	const many = 6
	for range many {
		go func() {
			s, err := Open(t.Context(), path)
			if err == nil {
				err = s.Close()
			}
			done <- err
		}()
	}
	for range many {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func TestOpenAFolder(t *testing.T) {
	if _, err := Open(t.Context(), t.TempDir()); err == nil {
		t.Error("Open of a folder succeeded, want an error")
	}
}
