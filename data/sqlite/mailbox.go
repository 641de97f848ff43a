package sqlite

import (
	"context"
	"fmt"

	"afterword/data"
)

const mailboxColumns = `id, email, host, port, security, user, ca, state, detail, last_sync, since`

// SaveMailbox stores a mailbox in place of the one with its ID, and sets the ID
// if it has none. Its Folders are stored where they are new; the cursors of the
// others are moved by SaveFolder alone.
func (tx *Tx) SaveMailbox(ctx context.Context, m *data.Mailbox) error {
	if err := name(&m.ID); err != nil {
		return err
	}
	err := tx.exec(ctx, "save mailbox "+m.Email, `INSERT INTO mailboxes (`+mailboxColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET email = excluded.email, host = excluded.host, port = excluded.port,
			security = excluded.security, user = excluded.user, ca = excluded.ca, state = excluded.state,
			detail = excluded.detail, last_sync = excluded.last_sync, since = excluded.since`,
		m.ID, m.Email, m.Host, m.Port, m.Security, m.User, m.CA, m.State, m.Detail, micros(m.LastSync), m.Since.String())
	if err != nil {
		return err
	}
	for _, f := range m.Folders {
		err := tx.exec(ctx, "save folder "+f.Name, `INSERT INTO folders (mailbox, name, role, uidvalidity, uidnext)
			VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role`,
			m.ID, f.Name, f.Role, f.UIDValidity, f.UIDNext)
		if err != nil {
			return err
		}
	}
	return nil
}

// SaveFolder stores a folder of a mailbox with its cursor, in place of the one
// with its Name.
func (tx *Tx) SaveFolder(ctx context.Context, mailbox data.ID, f data.Folder) error {
	return tx.exec(ctx, fmt.Sprintf("save folder %s of %s", f.Name, mailbox),
		`INSERT INTO folders (mailbox, name, role, uidvalidity, uidnext) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET role = excluded.role, uidvalidity = excluded.uidvalidity,
			uidnext = excluded.uidnext`, mailbox, f.Name, f.Role, f.UIDValidity, f.UIDNext)
}

// DeleteFolder forgets a folder of a mailbox with its cursor; one that is not
// there is none.
func (tx *Tx) DeleteFolder(ctx context.Context, mailbox data.ID, name string) error {
	return tx.exec(ctx, fmt.Sprintf("delete folder %s of %s", name, mailbox), `DELETE FROM folders WHERE mailbox = ? AND name = ?`, mailbox, name)
}

// DeleteMailbox disconnects a mailbox: its folders are forgotten, and the traces
// of mails that matched nothing. What was noted of the others stays.
// data.ErrNotFound when there is no such mailbox.
func (tx *Tx) DeleteMailbox(ctx context.Context, id data.ID) error {
	res, err := tx.tx.ExecContext(ctx, `DELETE FROM mailboxes WHERE id = ?`, id)
	return changed(res, err, "delete mailbox "+string(id))
}

// Mailbox returns one mailbox; data.ErrNotFound when there is none.
func (tx *Tx) Mailbox(ctx context.Context, id data.ID) (data.Mailbox, error) {
	m, err := one(ctx, tx, scanMailbox, `SELECT `+mailboxColumns+` FROM mailboxes WHERE id = ?`, id)
	if err == nil {
		m.Folders, err = tx.folders(ctx, id)
	}
	if err != nil {
		return m, fmt.Errorf("mailbox %s: %w", id, err)
	}
	return m, nil
}

// Mailbox returns one mailbox; data.ErrNotFound when there is none.
func (s *Store) Mailbox(ctx context.Context, id data.ID) (data.Mailbox, error) {
	return view(ctx, s, func(tx *Tx) (data.Mailbox, error) { return tx.Mailbox(ctx, id) })
}

// Mailboxes returns all mailboxes, in the order in which they were connected.
func (tx *Tx) Mailboxes(ctx context.Context) ([]data.Mailbox, error) {
	all, err := list(ctx, tx, scanMailbox, `SELECT `+mailboxColumns+` FROM mailboxes ORDER BY n`)
	for i := range all {
		if err == nil {
			all[i].Folders, err = tx.folders(ctx, all[i].ID)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("mailboxes: %w", err)
	}
	return all, nil
}

// Mailboxes returns all mailboxes, in the order in which they were connected.
func (s *Store) Mailboxes(ctx context.Context) ([]data.Mailbox, error) {
	return view(ctx, s, func(tx *Tx) ([]data.Mailbox, error) { return tx.Mailboxes(ctx) })
}

func (tx *Tx) folders(ctx context.Context, mailbox data.ID) ([]data.Folder, error) {
	scan := func(r row) (data.Folder, error) {
		var f data.Folder
		err := r.Scan(&f.Name, &f.Role, &f.UIDValidity, &f.UIDNext)
		return f, err
	}
	return list(ctx, tx, scan, `SELECT name, role, uidvalidity, uidnext FROM folders WHERE mailbox = ? ORDER BY name`,
		mailbox)
}

func scanMailbox(r row) (data.Mailbox, error) {
	var m data.Mailbox
	err := r.Scan(&m.ID, &m.Email, &m.Host, &m.Port, &m.Security, &m.User, &m.CA, &m.State, &m.Detail,
		instant{&m.LastSync}, day{&m.Since})
	return m, err
}
