// Package sqlite keeps Afterword's data in one SQLite file. It talks to the file
// system; it knows nothing of plans, mail servers or windows.
//
// Facts are rows of the append-only table events. The other tables hold current
// values, which follow from the facts in the same transaction.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"

	"afterword/data"
)

// readers is how many reads run at once, beside the one that watches.
const readers = 4

// A Store reads and writes one database file. Its methods may be called from
// any goroutine.
type Store struct {
	path  string
	read  *sql.DB
	watch *sql.Conn // of read; PRAGMA data_version compares within one connection
	write *sql.DB   // one connection, so writers queue here; nil when read-only
	why   error     // why there is no write
}

// Open opens the database at path, making or upgrading it as needed. A file of
// a newer Afterword is opened for reading only. A file that is not Afterword's
// gives data.ErrForeign, one that cannot be read any more data.ErrDamaged;
// neither is changed.
func Open(ctx context.Context, path string) (*Store, error) {
	s := &Store{path: path}
	err := s.open(ctx)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, explain(err)), s.Close())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	if err := prepare(s.path); err != nil {
		return err
	}
	version, err := inspect(ctx, s.path)
	if err != nil {
		return err
	}
	s.why = whyReadOnly(s.path, version)
	if s.why == nil {
		if err := s.openWriter(ctx, version); err != nil {
			return err
		}
	}
	return s.openReaders(ctx)
}

func (s *Store) openReaders(ctx context.Context) error {
	var err error
	if s.read, err = sql.Open("sqlite3", readName(s.path, s.why)); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(readers + 1)
	s.read.SetMaxIdleConns(readers + 1)
	if s.watch, err = s.read.Conn(ctx); err != nil {
		return err
	}
	_, err = s.Version(ctx)
	return err
}

func (s *Store) openWriter(ctx context.Context, version int) error {
	db, err := connect(ctx, writeName(s.path))
	if err != nil {
		return err
	}
	s.write = db
	s.write.SetMaxOpenConns(1)
	if version == len(migrationNames()) {
		return nil // without waiting for another program that writes
	}
	return migrate(ctx, s.write)
}

// Close waits for the running statements and closes the file.
func (s *Store) Close() error {
	var errs []error
	if s.watch != nil {
		errs = append(errs, s.watch.Close())
	}
	if s.read != nil {
		errs = append(errs, s.read.Close())
	}
	if s.write != nil {
		errs = append(errs, s.write.Close())
	}
	return errors.Join(errs...)
}

// Wipe takes what was erased out of the write-ahead log too, as far as no other
// reader is in the way.
func (s *Store) Wipe(ctx context.Context) error {
	if s.write == nil {
		return s.why
	}
	_, err := s.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	if err != nil {
		return fmt.Errorf("wipe %s: %w", s.path, explain(err))
	}
	return nil
}

// Path returns the path of the file, as given to Open.
func (s *Store) Path() string { return s.path }

// ReadOnly reports whether changes are refused with data.ErrReadOnly.
func (s *Store) ReadOnly() bool { return s.write == nil }

// Why returns why changes are refused: an error that wraps data.ErrReadOnly,
// and data.ErrNewer when the file is of a newer Afterword. It is nil when
// changes are possible.
func (s *Store) Why() error { return s.why }

// Version returns a number that is another one after anybody, this process
// included, has changed the file (PRAGMA data_version). It means nothing in
// itself, and nothing to another Store.
func (s *Store) Version(ctx context.Context) (int64, error) {
	var v int64
	err := s.watch.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v)
	if err != nil {
		return 0, fmt.Errorf("version of %s: %w", s.path, explain(err))
	}
	return v, nil
}

// Check reads the whole file and reports what is broken in it, with
// data.ErrDamaged. It takes a second or so for each 100 MB.
func (s *Store) Check(ctx context.Context) error {
	var found string
	if err := s.read.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found); err != nil {
		return fmt.Errorf("check %s: %w", s.path, explain(err))
	}
	if found != "ok" {
		return fmt.Errorf("check %s: %s: %w", s.path, found, data.ErrDamaged)
	}
	return nil
}
