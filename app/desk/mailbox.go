package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/data"
	"afterword/data/sqlite"
)

// Mailboxes returns the connected mailboxes.
func (d *Desk) Mailboxes(ctx context.Context) ([]data.Mailbox, error) { return d.store.Mailboxes(ctx) }

// ConnectMailbox stores a mailbox whose connection was tested. One address is
// connected once: a second time changes the first. An empty me.address becomes
// this address.
func (d *Desk) ConnectMailbox(ctx context.Context, box data.Mailbox) (data.Mailbox, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return box, err
	}
	boxes, err := d.store.Mailboxes(ctx)
	if err != nil {
		return box, err
	}
	for _, b := range boxes {
		if b.Email == box.Email {
			box.ID = b.ID
		}
	}
	if box.Since, err = d.since(ctx); err != nil {
		return box, err
	}
	err = d.write(ctx, "", func(tx *sqlite.Tx) error { return tx.SaveMailbox(ctx, &box) })
	if err == nil && p.Me.Address == "" {
		err = d.Set(ctx, "me.address", box.Email)
	}
	return box, err
}

// ForgetMailbox disconnects a mailbox and erases what was noted of its mails.
// Events that followed from them stay, for they are part of the plan.
func (d *Desk) ForgetMailbox(ctx context.Context, id data.ID) error {
	return d.write(ctx, "", func(tx *sqlite.Tx) error { return tx.DeleteMailbox(ctx, id) })
}

// WatchFolder adds a folder to those that are read in a mailbox, or takes it
// away. What was found there stays.
func (d *Desk) WatchFolder(ctx context.Context, mailbox data.ID, f data.Folder, watched bool) error {
	return d.write(ctx, "", func(tx *sqlite.Tx) error {
		if !watched {
			return tx.DeleteFolder(ctx, mailbox, f.Name)
		}
		return tx.SaveFolder(ctx, mailbox, data.Folder{Name: f.Name, Role: f.Role})
	})
}

// CountMail returns how many mails of a mailbox are about the user's
// applications.
func (d *Desk) CountMail(ctx context.Context, mailbox data.ID) (int, error) {
	return d.store.CountMessages(ctx, mailbox)
}

// Cursor returns the folder as it was left; a zero UIDNext means that nothing
// was read yet, or that new contacts ask for another look.
func (d *Desk) Cursor(ctx context.Context, mailbox data.ID, folder string) (data.Folder, error) {
	box, err := d.store.Mailbox(ctx, mailbox)
	if err != nil {
		return data.Folder{}, err
	}
	for _, f := range box.Folders {
		if f.Name == folder {
			return f, nil
		}
	}
	return data.Folder{Name: folder}, nil
}

// Since returns how far back the first search goes: the day before the first
// interview, and where the program's clock is set, thirty days before the
// earlier of the program's and the computer's day (schedule.md 16.7).
func (d *Desk) Since(ctx context.Context, mailbox data.ID) (data.Day, error) {
	if _, err := d.store.Mailbox(ctx, mailbox); err != nil {
		return data.Day{}, err
	}
	return d.since(ctx)
}

func (d *Desk) since(ctx context.Context) (data.Day, error) {
	cases, err := d.store.Cases(ctx, nil)
	if err != nil {
		return data.Day{}, err
	}
	day := data.DayOf(d.Now(), d.Zone())
	for i := range cases {
		for _, iv := range standing(&cases[i]) {
			if on := interviewDay(iv, d.Zone()); iv.HasTime() && on.Before(day) {
				day = on
			}
		}
	}
	day = day.Add(-1)
	if d.profile.Clock.Set() {
		for _, t := range []time.Time{d.Now(), d.profile.Clock.System()} {
			if back := data.DayOf(t, d.Zone()).Add(-30); back.Before(day) {
				day = back
			}
		}
	}
	return day, nil
}

// Report stores how the watching of a mailbox goes. A zero synced leaves the
// time of the last check as it is.
func (d *Desk) Report(ctx context.Context, mailbox data.ID, state data.MailboxState, detail string, synced time.Time) error {
	box, err := d.store.Mailbox(ctx, mailbox)
	if err != nil {
		return err
	}
	if synced.IsZero() {
		synced = box.LastSync
	}
	if box.State == state && box.Detail == detail && box.LastSync.Equal(synced) {
		return nil
	}
	box.State, box.Detail, box.LastSync = state, detail, synced
	return d.write(ctx, "", func(tx *sqlite.Tx) error { return tx.SaveMailbox(ctx, &box) })
}

// rewind asks every folder for another look since the first interview: there
// are new people whose mails may be there already. Mails that were filed are
// known by their key and are not filed twice.
func rewind(ctx context.Context, tx *sqlite.Tx) error {
	boxes, err := tx.Mailboxes(ctx)
	if err != nil {
		return err
	}
	for _, b := range boxes {
		for _, f := range b.Folders {
			f.UIDNext = 0
			if err := tx.SaveFolder(ctx, b.ID, f); err != nil {
				return fmt.Errorf("look at %s again: %w", b.ID, err)
			}
		}
	}
	return nil
}

// senders returns the addresses that are the user's own.
func (d *Desk) senders(p Preferences, boxes []data.Mailbox) []string {
	me := append([]string{p.Me.Address}, p.Me.Aliases...)
	for _, b := range boxes {
		me = append(me, b.Email)
	}
	return slices.DeleteFunc(me, func(a string) bool { return a == "" })
}
