package sqlite

import sqlite3 "github.com/mattn/go-sqlite3"

// LibraryVersion returns the version of SQLite that is built in.
func LibraryVersion() string {
	v, _, _ := sqlite3.Version()
	return v
}
