// Package data names the things Afterword keeps: applications, interviews, the
// people met there, what happened, the mails and letters about it, and the plan
// that follows from all of that.
//
// It is pure: it holds nouns only, imports nothing but the standard library,
// and every other package of Afterword may import it.
package data

import "errors"

// An ID names a stored record: a UUIDv7 in lower-case text form, so that two
// computers never give the same one. The empty ID names none.
type ID string

// Errors that any package of Afterword may wrap, and that callers test with
// errors.Is.
var (
	// ErrNotFound reports that no record has the wanted ID.
	ErrNotFound = errors.New("not found")
	// ErrInvalid reports a value that the user can mend; the text around it says how.
	ErrInvalid = errors.New("not valid")
	// ErrNothing reports that there is nothing to undo or redo.
	ErrNothing = errors.New("nothing to undo")
	// ErrForeign reports a database file that is not Afterword's.
	ErrForeign = errors.New("not a file of Afterword")
	// ErrNewer reports a database file written by a newer Afterword.
	ErrNewer = errors.New("made by a newer Afterword")
	// ErrReadOnly reports a change to a file that is open for reading only.
	ErrReadOnly = errors.New("open for reading only")
	// ErrDamaged reports a database file of ours that cannot be read any more.
	ErrDamaged = errors.New("damaged")
	// ErrBusy reports that another program writes to the file for longer than one
	// waits.
	ErrBusy = errors.New("another program writes to the database")
	// ErrFull reports that the disk has no room for a change.
	ErrFull = errors.New("the disk is full")
	// ErrMissing reports that a letter lacks a value it cannot do without.
	ErrMissing = errors.New("missing")
)
