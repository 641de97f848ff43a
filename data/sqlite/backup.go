package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"

	"afterword/data"
)

// Backup writes a copy of the file to path, which must not exist yet, while the
// file is in use, and reads the copy once before it says that all is well. A
// copy that cannot be finished is removed.
func (s *Store) Backup(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("back up to %s: %w", path, err)
	}
	if err := s.copyTo(ctx, path); err != nil {
		return errors.Join(fmt.Errorf("back up to %s: %w", path, explain(err)), os.Remove(path))
	}
	return nil
}

// copyTo fills an empty file; VACUUM INTO takes one state of the database, and
// keeps its marks.
func (s *Store) copyTo(ctx context.Context, path string) error {
	if _, err := s.read.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return err
	}
	if _, err := inspect(ctx, path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return verify(ctx, path)
}

// verify reads all of the file at path, which nobody else has open.
func verify(ctx context.Context, path string) error {
	copied := &Store{path: path, why: data.ErrReadOnly}
	defer copied.Close()
	if err := copied.openReaders(ctx); err != nil {
		return err
	}
	return copied.Check(ctx)
}
