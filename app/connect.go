package app

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"afterword/app/mailbox"
	"afterword/app/reply"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
)

// watching is what the settings page may ask of the mail; browse opens a page.
func (m *mail) watching(browse func(address string) error) screen.Watching {
	return screen.Watching{
		Find: m.find, Search: m.search, Connect: m.connect, Check: func() { m.nudge() }, Choose: m.choose, Heard: m.heard,
		SignIn: func(ctx context.Context, email string, line func([]screen.MailLine)) (screen.Connected, error) {
			return m.signIn(ctx, email, browse, line)
		},
	}
}

func typedFor(box data.Mailbox) screen.Connection {
	return screen.Connection{Email: box.Email, Host: box.Host, Port: strconv.Itoa(box.Port), Security: string(box.Security)}
}

// find is what the table of providers knows of an address.
func (m *mail) find(email string) screen.Finding {
	box, provider, known := mailbox.Find(email)
	f := screen.Finding{Connection: typedFor(box), Known: known && box.Host != ""}
	name := assets.Args{"Name": provider.Name}
	switch {
	case known && provider.NoPassword():
		_, possible := mailbox.AuthorityOf(box.Host)
		f.Browser = possible && m.profile.OAuth != ""
		f.Barred = !f.Browser
		f.Hint = assets.L("{{.Name}} takes no password from mail programs. You sign in on its own page, in your browser.", name)
		if f.Barred {
			f.Hint = assets.L("{{.Name}} takes no password from mail programs, and this copy has no client id for signing in by browser. Drop or paste mails here instead, or note answers by hand.", name)
		}
	case known && strings.HasPrefix(provider.AppPassword, "required"):
		f.Hint, f.Help = assets.L("{{.Name}} asks for an app password, not your usual one.", name), provider.HelpURL
	}
	return f
}

// search looks for the server of an address in the network. Only the domain is
// sent, and nothing beyond it unless that was agreed to.
func (m *mail) search(ctx context.Context, email string, agreed bool) (screen.Finding, error) {
	ca, err := m.extraCA()
	if err != nil {
		return screen.Finding{}, err
	}
	lookups := mailbox.NetworkLookups(ca)
	lookups.Agreed = agreed
	servers, err := mailbox.FindServers(ctx, email, lookups)
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return screen.Finding{}, unconnected{err}
	}
	if len(servers) == 0 {
		return screen.Finding{Hint: assets.L("No server was found for this address. Your mail provider's help pages name it.")}, nil
	}
	s := servers[0]
	found := s.Mailbox(email)
	f := screen.Finding{Connection: typedFor(found), Hint: assets.L("Found {{.Host}}.", assets.Args{"Host": s.Host})}
	if s.Outside {
		f.Hint = assets.L("Your domain's mail seems to lie at {{.Host}}, which is not your domain. Connect only if you know it.", assets.Args{"Host": s.Host})
	}
	return f, nil
}

// connect tests a mailbox with live steps and, when all went well, keeps it.
func (m *mail) connect(ctx context.Context, c screen.Connection, show func([]screen.MailLine)) (screen.Connected, error) {
	a, err := m.typed(c)
	if err != nil {
		return screen.Connected{}, err
	}
	return m.keep(ctx, a, c.Password, show)
}

// signIn lets the user sign in on the provider's own page, and keeps what was
// granted there.
func (m *mail) signIn(ctx context.Context, email string, browse func(string) error, show func([]screen.MailLine)) (screen.Connected, error) {
	box, _, _ := mailbox.Find(email)
	authority, ok := mailbox.AuthorityOf(box.Host)
	if !ok {
		return screen.Connected{}, unconnected{mailbox.ErrClient}
	}
	authority.ClientID = m.profile.OAuth
	grant, err := authority.SignIn(ctx, box.Email, browse)
	if err != nil {
		return screen.Connected{}, unconnected{err}
	}
	secret, err := grant.Secret()
	if err != nil {
		return screen.Connected{}, err
	}
	a := grant.Account(box)
	if a.ExtraCA, err = m.extraCA(); err != nil {
		return screen.Connected{}, err
	}
	return m.keep(ctx, a, secret, show)
}

// keep tests a mailbox, stores it with its secret, reads it for the first time,
// and then has it watched.
func (m *mail) keep(ctx context.Context, a mailbox.Account, secret string, show func([]screen.MailLine)) (screen.Connected, error) {
	lines := &steps{show: show}
	checked, err := mailbox.Test(ctx, a, lines.add)
	if err != nil {
		return screen.Connected{}, unconnected{err}
	}
	m.joining.Add(1)
	defer func() {
		m.joining.Add(-1)
		m.tend()
	}()
	a.Mailbox.Folders = checked.Folders
	box, err := m.desk.ConnectMailbox(ctx, a.Mailbox)
	if err != nil {
		return screen.Connected{}, err
	}
	if err := m.keys.Set(box.ID, secret); err != nil {
		return screen.Connected{}, errors.Join(err, m.desk.ForgetMailbox(ctx, box.ID))
	}
	return screen.Connected{Mailbox: box.ID, Result: m.firstLook(ctx, box) + " " + m.where(), Offered: checked.Offered}, nil
}

// where says where passwords lie.
func (m *mail) where() string {
	switch m.keys.Where() {
	case "keyring":
		return assets.L("Your password is in your system's keychain.")
	case "file":
		return assets.L("Your password is in an encrypted file in Afterword's folder.")
	}
	return assets.L("This system has no keychain that runs, so your password is kept until you close Afterword, and asked for again then.")
}

// firstLook reads the mailbox for the first time and says what was found. When
// that fails the mailbox is connected all the same, and its watcher goes on.
func (m *mail) firstLook(ctx context.Context, box data.Mailbox) string {
	since := assets.Args{"Date": m.desk.Speaker(data.DefaultSettings()).Day(box.Since)}
	look := mailbox.NewWatcher(mailbox.Watcher{
		Account: func(ctx context.Context) (mailbox.Account, error) { return m.account(ctx, box.ID) },
		Mailbox: box.ID, Filing: m.desk, HeadFields: reply.HeadFields(), Now: m.desk.Now,
	})
	_, err := look.Sync(ctx)
	found, failed := m.desk.CountMail(ctx, box.ID)
	if err != nil || failed != nil {
		return assets.L("Connected. We look back to {{.Date}}. Nothing was changed.", since)
	}
	line := assets.N("Connected. Found one message about your interviews since {{.Date}}. Nothing was changed.",
		"Connected. Found {{.N}} messages about your interviews since {{.Date}}. Nothing was changed.", found, since)
	if found == 0 {
		line = assets.L("Connected. Found no messages about your interviews since {{.Date}} yet. Nothing was changed.", since)
	}
	return line
}

// choose watches a folder besides, or no longer, and looks at once.
func (m *mail) choose(ctx context.Context, id data.ID, f data.Folder, watched bool) error {
	if err := m.desk.WatchFolder(ctx, id, f, watched); err != nil {
		return err
	}
	m.nudge()
	return nil
}

// heard is what was said to a mailbox's server last.
func (m *mail) heard(id data.ID) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if w := m.watchers[id]; w != nil {
		return w.Transcript()
	}
	return ""
}
