package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A Connection is what the user types to connect a mailbox.
type Connection struct {
	Email, Password, Host, Port, Security, User string
}

// A MailLine is one live line of a connection test.
type MailLine struct {
	Text  string
	State widgets.NoteState
}

// Settings is the page of the mailbox and of who the user is.
type Settings struct {
	*Host
	Find    func(email string) (found Connection, hint string)                                        // from the table of providers
	Connect func(ctx context.Context, c Connection, line func([]MailLine)) (result string, err error) // tests, then keeps; line is called on the UI goroutine
	Check   func()                                                                                    // look for mail now

	loader          loader // of a connection test
	reading         loader
	column          *widgets.Column
	page            fyne.CanvasObject
	email, password *widgets.Entry
	host, port      *widgets.Entry
	security        *widgets.Choice
	next            *widgets.Button
	lines           *widgets.Column
	result, hint    *widgets.Text
	name            *widgets.Entry
	byHand          *widgets.Column
	boxes           *widgets.Column
	connecting      bool
	timing          *timing
	notices         *notices
	section         *widgets.Choice
	sections        [][]fyne.CanvasObject // the cards of each
}

// settled is what the page shows of the store.
type settled struct {
	own   desk.Preferences
	boxes []data.Mailbox
}

// Content implements Page.
func (s *Settings) Content() fyne.CanvasObject {
	k := s.Kit
	s.name = k.Entry("settings.letters.name", assets.L("Your name")).Labelled().Hint(assets.L("as it stands under your letters")).OnFocusLost(s.saveName)
	s.email = k.Entry("mailbox.email", assets.L("Mail address")).Labelled().OnChanged(func(string) { s.find() })
	s.password = k.Entry("mailbox.password", assets.L("Password or app password")).Labelled().Secret().OnEnter(func(string) { s.connect() })
	s.hint = k.Text("mailbox.hint", widgets.RoleSecondary, "")
	s.host = k.Entry("mailbox.host", assets.L("Mail server")).Labelled().Hint("imap.example.org")
	s.port = k.Entry("mailbox.port", assets.L("Port")).Labelled().Hint("993")
	s.security = k.Choice("mailbox.security", assets.L("Security"), []widgets.Option{
		{ID: "mailbox.security.tls", Label: "TLS"}, {ID: "mailbox.security.starttls", Label: "STARTTLS"}, {ID: "mailbox.security.none", Label: assets.L("None (this computer only)")},
	}, func(int) {})
	s.byHand = widgets.NewColumn(10, s.host, s.port, s.security)
	s.next = k.Button("mailbox.next", assets.L("Connect"), s.connect).Primary()
	s.lines = widgets.NewColumn(6)
	s.result = k.Text("mailbox.result", widgets.RoleBody, "")
	s.boxes = widgets.NewColumn(8)
	s.timing, s.notices = newTiming(s.Host, func() { s.page.Refresh() }), newNotices(s.Host)
	promise := assets.L("It opens your mailbox read-only, on this computer, and looks for answers from the people you interviewed with. It doesn't send, move, delete or mark anything as read. Your password stays in your system's keychain. No one else receives your mail, and there is no Afterword server. You can disconnect and erase everything it noted at any time.")
	letters := widgets.NewCard(10, widgets.NewText(widgets.RoleCardTitle, assets.L("Letters")), s.name)
	mail := widgets.NewCard(10,
		k.Text("settings.mailbox", widgets.RoleCardTitle, assets.L("Mailbox")),
		widgets.NewText(widgets.RoleBody, assets.L("What Afterword does with your mail.")).Bold(),
		widgets.NewText(widgets.RoleSecondary, promise),
		s.boxes, s.email, s.password, s.hint, s.byHand, widgets.NewAcross(8, s.next), s.lines, s.result)
	s.sections = [][]fyne.CanvasObject{{letters, mail}, {s.timing.card}, {s.notices.card}}
	s.section = k.Choice("settings.section", assets.L("Section"), []widgets.Option{
		{ID: "settings.mail", Label: assets.L("Name and mail")},
		{ID: "settings.timing", Label: assets.L("Timing")},
		{ID: "settings.notifications", Label: assets.L("Notifications")},
	}, s.turn)
	s.column = widgets.NewColumn(16).Max(widgets.PageWidth).Centred()
	s.turn(0)
	s.page = widgets.NewPage(widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, s.column)))
	return s.page
}

// turn shows one section.
func (s *Settings) turn(section int) {
	s.section.Choose(section)
	title := s.Kit.Text("settings.title", widgets.RoleTitle, assets.L("Settings"))
	s.column.Set(append([]fyne.CanvasObject{title, s.section}, s.sections[section]...)...)
	if s.page != nil {
		s.page.Refresh()
	}
}

// find fills in what the table of providers knows of the address.
func (s *Settings) find() {
	found, hint := s.Find(s.email.Text())
	s.hint.SetText(hint)
	if found.Host != "" {
		s.host.SetText(found.Host)
		s.port.SetText(found.Port)
		s.security.Choose(securityIndex(found.Security))
	}
	s.page.Refresh()
}

func securityIndex(security string) int {
	switch data.Security(security) {
	case data.SecuritySTARTTLS:
		return 1
	case data.SecurityNone:
		return 2
	}
	return 0
}

// connect tests the connection with live steps and keeps it when all went well.
func (s *Settings) connect() {
	if s.connecting {
		return
	}
	c := Connection{
		Email: s.email.Text(), Password: s.password.Text(), Host: s.host.Text(), Port: s.port.Text(),
		Security: []string{"tls", "starttls", "none"}[max(0, s.security.Chosen())],
	}
	if c.Email == "" || c.Password == "" || c.Host == "" {
		s.result.SetText(assets.L("The address, the password and the server are needed."))
		return
	}
	s.connecting = true
	s.next.Disable()
	s.result.SetText(assets.L("Connecting…"))
	load(&s.loader, s.Context, func(ctx context.Context) (string, error) {
		return s.Connect(ctx, c, func(lines []MailLine) { fyne.Do(func() { s.showLines(lines) }) })
	}, s.connected)
}

func (s *Settings) showLines(lines []MailLine) {
	var notes []fyne.CanvasObject
	for _, l := range lines {
		notes = append(notes, s.Kit.Note("mailbox.step", l.State, l.Text))
	}
	s.lines.Set(notes...)
	s.page.Refresh()
}

func (s *Settings) connected(result string, err error) {
	s.connecting = false
	s.next.Enable()
	if err != nil {
		s.result.SetText(s.Explain(err))
		s.page.Refresh()
		return
	}
	s.password.SetText("")
	s.result.SetText(result)
	s.Changed()
}

func (s *Settings) saveName() {
	if err := s.Desk.Set(s.Context, "me.name", s.name.Text()); err != nil {
		s.Fail(err)
	}
}

// Refresh implements Page.
func (s *Settings) Refresh() {
	load(&s.reading, s.Context, func(ctx context.Context) (set settled, err error) {
		if set.own, err = s.Desk.Preferences(ctx); err != nil {
			return set, err
		}
		set.boxes, err = s.Desk.Mailboxes(ctx)
		return set, err
	}, s.show)
	s.timing.refresh()
}

func (s *Settings) show(set settled, err error) {
	if err != nil {
		s.Fail(err)
		return
	}
	if s.name.Text() == "" {
		s.name.SetText(set.own.Me.Name)
	}
	s.notices.show(set.own)
	s.showBoxes(set.boxes)
}

func (s *Settings) showBoxes(boxes []data.Mailbox) {
	speaker := s.Desk.Speaker(data.DefaultSettings())
	var objects []fyne.CanvasObject
	for _, b := range boxes {
		state, line := widgets.NoteGood, assets.L("{{.Email}}: checked {{.When}}, read-only", assets.Args{"Email": b.Email, "When": speaker.Since(b.LastSync)})
		if b.State != data.MailboxOK {
			state, line = widgets.NoteRunning, b.Email+": "+b.Detail
			if b.Detail == "" {
				line = assets.L("{{.Email}}: connecting", assets.Args{"Email": b.Email})
			}
		}
		id := "mailbox.box:" + string(b.ID)
		check := s.Kit.Button(id+".check", assets.L("Check now"), s.Check)
		forget := s.Kit.Button(id+".forget", assets.L("Disconnect and forget"), func() { s.forget(b.ID) }).Quiet()
		objects = append(objects, widgets.NewColumn(6, s.Kit.Note(id, state, line), widgets.NewAcross(8, check, forget)))
	}
	s.boxes.Set(objects...)
	s.page.Refresh()
}

func (s *Settings) forget(id data.ID) {
	s.Do(func(ctx context.Context) error { return s.Desk.ForgetMailbox(ctx, id) }, func() {
		s.Toast(assets.L("Disconnected. What was noted of its mails is erased; the plans stay."), "")
	})
}

// Leave implements Page.
func (s *Settings) Leave() { s.saveName() }

// Enter implements Page.
func (s *Settings) Enter() fyne.Focusable {
	if s.section.Chosen() == 0 {
		return s.email.Focusable()
	}
	return nil
}

// Key implements Page.
func (s *Settings) Key(widgets.KeyPress) bool { return false }
