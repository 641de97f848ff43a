package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/mattn/go-sqlite3"

	"afterword/data"
)

// A Tx is one transaction: all of its changes are kept or none. It must not be
// used after the function it was given to has returned.
type Tx struct {
	tx      *sql.Tx
	changes bool // it is of the writer
	pending pending
}

// Write runs change in one transaction that no other writer can come between,
// and keeps its changes on disk before it returns, unless change returns an
// error. change must use the Tx alone: a call of Write inside it never returns.
func (s *Store) Write(ctx context.Context, change func(*Tx) error) error {
	if s.write == nil {
		return fmt.Errorf("write: %w", s.why)
	}
	err := run(ctx, s.write, func(tx *Tx) error {
		tx.changes = true
		if err := change(tx); err != nil {
			return err
		}
		return tx.settle(ctx)
	})
	if err != nil {
		return fmt.Errorf("write: %w", explain(err))
	}
	return nil
}

// view runs look on one unchanging state of the file.
func view[T any](ctx context.Context, s *Store, look func(*Tx) (T, error)) (T, error) {
	var v T
	err := run(ctx, s.read, func(tx *Tx) error {
		var err error
		v, err = look(tx)
		return err
	})
	if err != nil {
		return v, fmt.Errorf("read: %w", explain(err))
	}
	return v, nil
}

func run(ctx context.Context, db *sql.DB, do func(*Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback() // does nothing after Commit
	if err := do(&Tx{tx: tx}); err != nil {
		if errors.Is(err, sql.ErrTxDone) && ctx.Err() != nil {
			return ctx.Err()
		}
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// steady returns the context for one statement. A change looks between its
// statements whether it is to stop, not within them: they are short, and the
// driver starts a goroutine for each that can be stopped.
func (tx *Tx) steady(ctx context.Context) (context.Context, error) {
	if !tx.changes {
		return ctx, nil
	}
	return context.WithoutCancel(ctx), ctx.Err()
}

// exec runs one statement; what says what is being done, for the error.
func (tx *Tx) exec(ctx context.Context, what, query string, args ...any) error {
	_, err := tx.result(ctx, what, query, args...)
	return err
}

// result is exec for those who ask what it did.
func (tx *Tx) result(ctx context.Context, what, query string, args ...any) (sql.Result, error) {
	steady, err := tx.steady(ctx)
	if err != nil {
		return nil, err
	}
	res, err := tx.tx.ExecContext(steady, query, args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return res, nil
}

// A row is one line of an answer: *sql.Row or *sql.Rows.
type row interface{ Scan(into ...any) error }

// list reads all lines of an answer.
func list[T any](ctx context.Context, tx *Tx, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	var all []T
	err := each(ctx, tx, scan, func(v T) { all = append(all, v) }, query, args...)
	return all, err
}

// each reads the lines of an answer one by one.
func each[T any](ctx context.Context, tx *Tx, scan func(row) (T, error), take func(T), query string, args ...any) error {
	ctx, err := tx.steady(ctx)
	if err != nil {
		return err
	}
	rows, err := tx.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return err
		}
		take(v)
	}
	return rows.Err()
}

// one reads the only line of an answer; none is data.ErrNotFound.
func one[T any](ctx context.Context, tx *Tx, scan func(row) (T, error), query string, args ...any) (T, error) {
	ctx, err := tx.steady(ctx)
	if err != nil {
		return *new(T), err
	}
	v, err := scan(tx.tx.QueryRowContext(ctx, query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		err = data.ErrNotFound
	}
	return v, err
}

// name gives an ID to what has none.
func name(id *data.ID) error {
	if *id != "" {
		return nil
	}
	v, err := uuid.NewV7()
	if err != nil {
		return fmt.Errorf("new id: %w", err)
	}
	*id = data.ID(v.String())
	return nil
}

// explain adds the sentinel that belongs to an error of SQLite.
func explain(err error) error {
	var lite sqlite3.Error
	if !errors.As(err, &lite) {
		return err
	}
	switch lite.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("%w: %w", err, data.ErrBusy)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return fmt.Errorf("%w: %w", err, data.ErrDamaged)
	case sqlite3.ErrFull:
		return fmt.Errorf("%w: %w", err, data.ErrFull)
	case sqlite3.ErrReadonly:
		return fmt.Errorf("%w: %w", err, data.ErrReadOnly)
	}
	return err
}

func isBusy(err error) bool {
	var lite sqlite3.Error
	return errors.As(err, &lite) && (lite.Code == sqlite3.ErrBusy || lite.Code == sqlite3.ErrLocked)
}
