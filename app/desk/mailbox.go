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

// ConnectMailbox stores a mailbox whose connection was tested, with the folders
// to watch. A zero Since looks back to the first interview, whichever that will
// be. One address is connected once: a second time changes the first, and reads
// its folders anew. An empty me.address becomes this address.
func (d *Desk) ConnectMailbox(ctx context.Context, box data.Mailbox) (data.Mailbox, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return box, err
	}
	boxes, err := d.store.Mailboxes(ctx)
	if err != nil {
		return box, err
	}
	err = d.write(ctx, "", func(tx *sqlite.Tx) error { return connect(ctx, tx, &box, boxes) })
	if err == nil && p.Me.Address == "" {
		err = d.Set(ctx, "me.address", box.Email)
	}
	return box, err
}

// connect stores a mailbox in place of the one with its address.
func connect(ctx context.Context, tx *sqlite.Tx, box *data.Mailbox, known []data.Mailbox) error {
	for _, b := range known {
		if b.Email != box.Email {
			continue
		}
		box.ID = b.ID
		for _, f := range b.Folders {
			if err := tx.DeleteFolder(ctx, b.ID, f.Name); err != nil {
				return err
			}
		}
	}
	return tx.SaveMailbox(ctx, box)
}

// DisconnectMailbox ends the watching of a mailbox. What was noted of its mails
// stays.
func (d *Desk) DisconnectMailbox(ctx context.Context, id data.ID) error {
	return d.write(ctx, "", func(tx *sqlite.Tx) error { return tx.DeleteMailbox(ctx, id) })
}

// ForgetMailbox disconnects a mailbox and erases what was noted of its mails.
// Events that followed from them stay, for they are part of the plan.
func (d *Desk) ForgetMailbox(ctx context.Context, id data.ID) error {
	return d.erase(ctx, func(tx *sqlite.Tx) error {
		if err := tx.DeleteMailbox(ctx, id); err != nil {
			return err
		}
		return tx.ForgetMessages(ctx, id)
	})
}

// ForgetMail erases what was noted of all mails, and what was said of their
// senders. Events that followed stay, and so do the mailboxes.
func (d *Desk) ForgetMail(ctx context.Context) error {
	return d.erase(ctx, func(tx *sqlite.Tx) error {
		if err := tx.ForgetMessages(ctx, ""); err != nil {
			return err
		}
		return tx.DeleteSenderRules(ctx)
	})
}

// erase runs a change that erases, and leaves no trace of it in the file.
func (d *Desk) erase(ctx context.Context, change func(*sqlite.Tx) error) error {
	if _, err := d.hashKey(ctx); err != nil { // what is forgotten is known again by it
		return err
	}
	if err := d.write(ctx, "", change); err != nil {
		return err
	}
	return d.store.Wipe(ctx)
}

// Noted returns of how many mails something is noted.
func (d *Desk) Noted(ctx context.Context) (int, error) { return d.store.CountNoted(ctx) }

// CountMail returns how many mails of others in a mailbox are, or may be, about
// the user's applications.
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

// Since returns how far back the first search in a mailbox goes: to the day that
// the user chose, else to the day before the first interview; where the
// program's clock is set, thirty days before the earlier of the program's and
// the computer's day (schedule.md 16.7).
func (d *Desk) Since(ctx context.Context, mailbox data.ID) (data.Day, error) {
	box, err := d.store.Mailbox(ctx, mailbox)
	if err != nil {
		return data.Day{}, err
	}
	day := box.Since
	if day.IsZero() {
		if day, err = d.FirstInterview(ctx); err != nil {
			return day, err
		}
		if day.IsZero() {
			day = data.DayOf(d.Now(), d.Zone())
		}
		day = day.Add(-1)
	}
	if d.profile.Clock.Set() {
		for _, t := range []time.Time{d.Now(), d.profile.Clock.System()} {
			if back := data.DayOf(t, d.Zone()).Add(-30); back.Before(day) {
				day = back
			}
		}
	}
	return day, nil
}

// FirstInterview returns the day of the earliest interview up to today, zero for
// none.
func (d *Desk) FirstInterview(ctx context.Context) (first data.Day, err error) {
	cases, err := d.store.Cases(ctx, nil)
	if err != nil {
		return first, err
	}
	today := data.DayOf(d.Now(), d.Zone())
	for i := range cases {
		for _, iv := range standing(&cases[i]) {
			on := interviewDay(iv, d.Zone())
			if iv.HasTime() && !today.Before(on) && (first.IsZero() || on.Before(first)) {
				first = on
			}
		}
	}
	return first, nil
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
	return d.write(ctx, "", func(tx *sqlite.Tx) error {
		box, err := tx.Mailbox(ctx, mailbox) // it may have been forgotten meanwhile
		if err != nil {
			return err
		}
		box.State, box.Detail, box.LastSync = state, detail, synced
		return tx.SaveMailbox(ctx, &box)
	})
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
