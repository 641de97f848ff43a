// Package desk is the one door through which facts enter Afterword, and out of
// which every page and command gets what it shows. Screens, commands and the
// mail watcher tell it what happened; it stores that and says what changed.
//
// It talks to the store. It must not know of windows, sockets or keyrings: the
// whole product can be tested here without them.
package desk

import (
	"context"
	"sync"
	"time"

	"afterword/app/profile"
	"afterword/app/words"
	"afterword/data"
	"afterword/data/sqlite"
)

// A Desk files what happens to applications and plans what comes next. Its
// methods may be called from any goroutine.
type Desk struct {
	// Changed is called after each stored change with the application that
	// changed, or "" for a change that is not of one application. It is set once,
	// before the first use, and must not block.
	Changed func(application data.ID)

	// Mailer lets letters out. It is set once, before the first use; without it
	// no letter can be sent from here.
	Mailer Mailer

	store   *sqlite.Store
	profile *profile.Profile

	mu    sync.Mutex
	index indexed // what mails are matched against, kept while nothing changes

	survey   survey
	tales    tales
	holidays holidays
}

// Open opens the store in the profile's home, making it when it is not there.
// Errors wrap data.ErrForeign for a file that is not ours.
func Open(ctx context.Context, p *profile.Profile) (*Desk, error) {
	store, err := sqlite.Open(ctx, p.Database())
	if err != nil {
		return nil, err
	}
	return &Desk{store: store, profile: p, Changed: func(data.ID) {}}, nil
}

// Close closes the store. What was learnt of very many applications is kept for
// the next start.
func (d *Desk) Close() error {
	d.survey.mu.Lock()
	if k := &d.survey; len(k.all) >= 1000 && len(k.stale) == 0 && k.seq != k.saved {
		d.writeGlances(context.Background())
	}
	d.survey.mu.Unlock()
	return d.store.Close()
}

// ReadOnly reports whether the store was written by a newer Afterword and takes
// no changes.
func (d *Desk) ReadOnly() bool { return d.store.ReadOnly() }

// Version changes whenever anybody, also another process, changed a fact.
func (d *Desk) Version(ctx context.Context) (int64, error) { return d.store.Version(ctx) }

// Now returns the program's time.
func (d *Desk) Now() time.Time { return d.profile.Clock.Now() }

// Zone returns the user's zone.
func (d *Desk) Zone() *time.Location { return d.profile.Zone }

// Speaker returns the words for this instant.
func (d *Desk) Speaker(s data.Settings) words.Speaker {
	return words.Speaker{Now: d.Now(), Zone: d.Zone(), Settings: s}
}

// write runs one transaction and tells what changed once it is on disk.
func (d *Desk) write(ctx context.Context, application data.ID, change func(*sqlite.Tx) error) error {
	if err := d.store.Write(ctx, change); err != nil {
		return err
	}
	d.Changed(application)
	return nil
}

// file stores one event and returns its ID.
func (d *Desk) file(ctx context.Context, e data.Event) (data.ID, error) {
	err := d.write(ctx, e.Application, func(tx *sqlite.Tx) error {
		d.stamp(&e)
		return tx.AddEvent(ctx, &e)
	})
	return e.ID, err
}

// stamp fills in what every event of the user has.
func (d *Desk) stamp(e *data.Event) {
	e.Filed = d.Now()
	if e.At.IsZero() {
		e.At = e.Filed
	}
	if e.Source == "" {
		e.Source = data.ByUser
	}
}

// Check reads the whole store and reports damage.
func (d *Desk) Check(ctx context.Context) error { return d.store.Check(ctx) }

// SQLiteVersion returns the version of the database library.
func SQLiteVersion() string { return sqlite.LibraryVersion() }
