package app

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/reply"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
)

// watching is what the settings page may ask of the mail; browse opens a page.
func (m *mail) watching(browse func(address string) error) screen.Watching {
	return screen.Watching{
		Find: m.find, Search: m.search, Test: m.test, Reopen: m.reopen, Client: m.keepClient, Check: func() { m.nudge() }, Heard: m.heard, Where: m.elsewhere(),
		SignIn: func(ctx context.Context, email string, line func([]screen.MailLine)) (screen.Tested, error) {
			return m.signIn(ctx, email, browse, line)
		},
	}
}

// elsewhere says where passwords are kept when that is not the keychain.
func (m *mail) elsewhere() string {
	switch m.keys.Where() {
	case "keyring":
		return ""
	case "file":
		return assets.L("Here the keychain is an encrypted file in Afterword's own folder.")
	}
	return assets.L("No keychain runs here, so the password is kept until you close Afterword and asked for again then.")
}

// clientID is under which id providers know this copy, "" for none.
func (m *mail) clientID() string {
	if id, _ := m.client.Load().(string); id != "" {
		return id
	}
	return m.profile.OAuth
}

// keepClient stores the client id for signing in by browser.
func (m *mail) keepClient(ctx context.Context, id string) error {
	if err := m.desk.Set(ctx, desk.ClientIDSetting, id); err != nil {
		return err
	}
	m.client.Store(id)
	return nil
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
	f := screen.Finding{Connection: typedFor(found), Outside: s.Outside, Hint: assets.L("Found {{.Host}}.", assets.Args{"Host": s.Host})}
	if s.Outside {
		f.Hint = assets.L("Your domain's mail seems to lie at {{.Host}}, which is not your domain. Connect only if you know it.", assets.Args{"Host": s.Host})
	}
	return f, nil
}

// test signs in to a mailbox with live steps, and reads no mail.
func (m *mail) test(ctx context.Context, c screen.Connection, show func([]screen.MailLine)) (screen.Tested, error) {
	a, err := m.typed(c)
	if err != nil {
		return screen.Tested{}, err
	}
	return m.try(ctx, a, func() (string, error) { return c.Password, nil }, show)
}

// reopen tests a mailbox that is connected, to choose its folders anew.
func (m *mail) reopen(ctx context.Context, id data.ID, show func([]screen.MailLine)) (screen.Tested, error) {
	a, err := m.account(ctx, id)
	if err != nil {
		return screen.Tested{}, troubled(err, a.Mailbox.Host)
	}
	return m.try(ctx, a, func() (string, error) { return m.keys.Get(id) }, show)
}

// signIn lets the user sign in on the provider's own page, then tests with what
// was granted there.
func (m *mail) signIn(ctx context.Context, email string, browse func(string) error, show func([]screen.MailLine)) (screen.Tested, error) {
	box, _, _ := mailbox.Find(email)
	authority, ok := mailbox.AuthorityOf(box.Host)
	if !ok {
		return screen.Tested{}, troubled(mailbox.ErrClient, box.Host)
	}
	authority.ClientID = m.clientID()
	grant, err := authority.SignIn(ctx, box.Email, browse)
	if err != nil {
		return screen.Tested{}, troubled(err, box.Host)
	}
	a := grant.Account(box)
	if a.ExtraCA, err = m.extraCA(); err != nil {
		return screen.Tested{}, err
	}
	return m.try(ctx, a, grant.Secret, show) // the test may have renewed it
}

// try tests an account; secret is asked for once it is to be kept.
func (m *mail) try(ctx context.Context, a mailbox.Account, secret func() (string, error), show func([]screen.MailLine)) (screen.Tested, error) {
	lines := &steps{show: show}
	checked, err := mailbox.Test(ctx, a, lines.add)
	if err != nil {
		return screen.Tested{}, troubled(err, a.Mailbox.Host)
	}
	return screen.Tested{Watched: checked.Folders, Offered: checked.Offered, Keep: func(ctx context.Context, besides []data.Folder, since data.Day) (screen.Connected, error) {
		box := a.Mailbox
		box.Since, box.Folders = since, append(append([]data.Folder{}, checked.Folders...), besides...)
		return m.keep(ctx, box, secret)
	}}, nil
}

// keep stores a mailbox with its secret, reads it for the first time, and then
// has it watched.
func (m *mail) keep(ctx context.Context, box data.Mailbox, secret func() (string, error)) (screen.Connected, error) {
	m.joining.Add(1)
	defer func() {
		m.joining.Add(-1)
		m.tend()
	}()
	before, err := m.desk.Mailboxes(ctx)
	if err != nil {
		return screen.Connected{}, err
	}
	if box, err = m.desk.ConnectMailbox(ctx, box); err != nil {
		return screen.Connected{}, err
	}
	known := slices.ContainsFunc(before, func(b data.Mailbox) bool { return b.ID == box.ID })
	forget := func(why error) error { // one that was there before stays
		if known {
			return why
		}
		return errors.Join(why, m.desk.ForgetMailbox(context.WithoutCancel(ctx), box.ID))
	}
	word, err := secret()
	if err == nil {
		err = m.keys.Set(box.ID, word)
	}
	if err != nil {
		return screen.Connected{}, forget(err)
	}
	result, err := m.firstLook(ctx, box)
	if ctx.Err() != nil { // the user thought better of it
		return screen.Connected{}, forget(ctx.Err())
	}
	return screen.Connected{Mailbox: box.ID, Result: result + " " + m.where()}, err
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
func (m *mail) firstLook(ctx context.Context, box data.Mailbox) (string, error) {
	look := mailbox.NewWatcher(mailbox.Watcher{
		Account: func(ctx context.Context) (mailbox.Account, error) { return m.account(ctx, box.ID) },
		Mailbox: box.ID, Filing: m.desk, HeadFields: reply.HeadFields(), Now: m.desk.Now,
	})
	_, failed := look.Sync(ctx)
	found, err := m.desk.CountMail(ctx, box.ID)
	switch {
	case err != nil:
		return "", err
	case failed != nil:
		return assets.L("Connected. The first look was cut off and goes on by itself. Nothing was changed."), nil
	case found == 0:
		return assets.L("Connected. Found no messages from people you know yet. Nothing was changed."), nil
	}
	return assets.N("Found one message from people you know. Nothing was changed.", "Found {{.N}} messages from people you know. Nothing was changed.", found), nil
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

func typedFor(box data.Mailbox) screen.Connection {
	return screen.Connection{Email: box.Email, Host: box.Host, Port: strconv.Itoa(box.Port), Security: string(box.Security)}
}

// troubled puts trouble with a server into the words of the user.
func troubled(err error, host string) error {
	t := &screen.Trouble{Text: mailbox.Explain(err), Detail: err.Error()}
	switch {
	case errors.Is(err, mailbox.ErrToken), errors.Is(err, mailbox.ErrClient), errors.Is(err, mailbox.ErrDeclined):
	case errors.Is(err, mailbox.ErrPassword):
		t.Kind = screen.TroublePassword
		t.Text = assets.L("The server didn't accept this password. Gmail and iCloud need an app password, not your usual one.")
	case errors.Is(err, mailbox.ErrCertificate):
		t.Kind = screen.TroubleCertificate
	case errors.Is(err, mailbox.ErrPlaintext), errors.Is(err, mailbox.ErrProtocol), errors.Is(err, mailbox.ErrLocked), errors.Is(err, mailbox.ErrNoKeyring):
	default:
		t.Kind = screen.TroubleSilent
		t.Text = assets.L("No answer from {{.Host}}. You may be offline.", assets.Args{"Host": host})
	}
	return t
}
