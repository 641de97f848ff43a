package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrationNames returns the migrations in their order; the first one makes
// version 1.
func migrationNames() []string {
	names, err := fs.Glob(migrations, "migrations/*.sql") // sorted
	if err != nil {
		panic(err) // the pattern is wrong
	}
	return names
}

// connect opens the writer. Turning a new file to WAL needs it alone, and
// SQLite does not wait for that as it does for other locks, so try again while
// another process is doing the same.
func connect(ctx context.Context, name string) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", name)
	if err != nil {
		return nil, err
	}
	for range 50 {
		if err = db.PingContext(ctx); !isBusy(err) {
			break
		}
		select {
		case <-ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// migrate runs the migrations that user_version does not count yet, each in a
// transaction of its own.
func migrate(ctx context.Context, db *sql.DB) error {
	for i, name := range migrationNames() {
		if err := migrateTo(ctx, db, i+1, name); err != nil {
			return fmt.Errorf("upgrade with %s: %w", name, err)
		}
	}
	return nil
}

// migrateTo brings the file to version, unless it is there: the version is read
// inside the transaction, because another process may have been quicker.
func migrateTo(ctx context.Context, db *sql.DB, version int, name string) error {
	statements, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	var now int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&now); err != nil || now >= version {
		return err
	}
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version)
	if _, err := tx.ExecContext(ctx, string(statements)+"\n;"+marks); err != nil {
		return err
	}
	if version == len(migrationNames()) { // the tables are as the program knows them
		all := Tx{tx: tx}
		if err := errors.Join(all.listPeople(ctx), all.settle(ctx)); err != nil {
			return err
		}
	}
	return tx.Commit()
}
