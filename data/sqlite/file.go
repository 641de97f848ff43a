package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"afterword/data"
)

// applicationID marks the files of Afterword: "AFWR" in ASCII, as PRAGMA
// application_id (sqlite.org/fileformat2.html 1.3.1).
const applicationID = 0x41465752

// Offsets in the header of a SQLite file (sqlite.org/fileformat2.html 1.3).
const (
	headerSize = 100
	magic      = "SQLite format 3\x00"
	idOffset   = 68
)

// prepare makes the folder, readable by the user alone, and an empty file where
// there is none.
func prepare(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// inspect returns the user_version of the file at path without changing it. An
// empty file has version 0.
func inspect(ctx context.Context, path string) (int, error) {
	empty, err := readHeader(path)
	if empty || err != nil {
		return 0, err
	}
	db, err := sql.Open("sqlite3", inspectName(path))
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var id, version, tables int
	for query, into := range map[string]*int{
		"PRAGMA application_id":              &id,
		"PRAGMA user_version":                &version,
		"SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := db.QueryRowContext(ctx, query).Scan(into); err != nil {
			return 0, err
		}
	}
	if id != applicationID && (id != 0 || tables > 0) {
		return 0, fmt.Errorf("a database of another program: %w", data.ErrForeign)
	}
	return version, nil
}

// readHeader looks at the first bytes before SQLite does, and reports whether
// there are none.
func readHeader(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, headerSize)
	n, err := io.ReadFull(f, head)
	switch {
	case n == 0 && errors.Is(err, io.EOF):
		return true, nil
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return false, err
	case n < headerSize || string(head[:len(magic)]) != magic:
		return false, fmt.Errorf("not a database: %w", data.ErrForeign)
	}
	id := binary.BigEndian.Uint32(head[idOffset:])
	if id != 0 && id != applicationID { // 0 may be one whose first change is in the log only
		return false, fmt.Errorf("a database of another program: %w", data.ErrForeign)
	}
	return false, nil
}

// whyReadOnly returns why the file cannot be changed, or nil.
func whyReadOnly(path string, version int) error {
	if known := len(migrationNames()); version > known {
		return fmt.Errorf("%s has version %d, this program knows %d: %w: %w",
			path, version, known, data.ErrNewer, data.ErrReadOnly)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%w: %w", err, data.ErrReadOnly)
	}
	f.Close()
	return nil
}

// writeName names the file for the writer. Every pragma is in the name, because
// a PRAGMA statement would reach only one connection of the pool.
func writeName(path string) string {
	return fileName(path, url.Values{
		"mode":             {"rw"},
		"_txlock":          {"immediate"},
		"_journal_mode":    {"WAL"},
		"_synchronous":     {"FULL"},
		"_foreign_keys":    {"on"},
		"_busy_timeout":    {"5000"},
		"_secure_delete":   {"on"},
		"_stmt_cache_size": {"64"},
	})
}

// readName names the file for the readers. Where nothing may be written beside
// the file either, and so no log can exist, SQLite is told that it is alone.
func readName(path string, why error) string {
	q := url.Values{
		"mode":             {"ro"},
		"_txlock":          {"deferred"},
		"_busy_timeout":    {"5000"},
		"_stmt_cache_size": {"64"},
	}
	if why != nil && !errors.Is(why, data.ErrNewer) && !hasLog(path) {
		q.Set("immutable", "1")
	}
	return fileName(path, q)
}

// inspectName names the file for one look at it. Without a log beside it,
// immutable keeps SQLite from making one.
func inspectName(path string) string {
	q := url.Values{"mode": {"ro"}, "_busy_timeout": {"5000"}}
	if !hasLog(path) {
		q.Set("immutable", "1")
	}
	return fileName(path, q)
}

func hasLog(path string) bool {
	_, err := os.Stat(path + "-wal")
	return err == nil
}

func fileName(path string, q url.Values) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path), OmitHost: true, RawQuery: q.Encode()}
	return u.String()
}
