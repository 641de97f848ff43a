package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A Connection is what the user types to connect a mailbox.
type Connection struct {
	Email, Password, Host, Port, Security, User string
}

// A Finding is what is known of the mailbox of an address.
type Finding struct {
	Connection
	Hint    string // what to know before signing in; "" for nothing
	Help    string // the provider's page on its app passwords; "" for none
	Known   bool   // its provider stands in the table: nothing else needs to be asked
	Browser bool   // signing in by browser is possible
	Barred  bool   // no password is taken, and signing in by browser is not possible
}

// A Connected is a mailbox that was tested and kept.
type Connected struct {
	Mailbox data.ID
	Result  string
	Offered []data.Folder // that may be watched besides the INBOX and the Sent folder
}

// A MailLine is one live line of a connection test.
type MailLine struct {
	Text  string
	State widgets.NoteState
}

// A Watching is what the page asks of the engine that watches mailboxes. Lines
// are given on any goroutine.
type Watching struct {
	Find    func(email string) Finding                                                         // from the table of providers, at once
	Search  func(ctx context.Context, email string, agreed bool) (Finding, error)              // in the user's own domain, and beyond it where that was agreed to
	Connect func(ctx context.Context, c Connection, line func([]MailLine)) (Connected, error)  // tests, then keeps
	SignIn  func(ctx context.Context, email string, line func([]MailLine)) (Connected, error)  // by browser, then tests and keeps
	Check   func()                                                                             // look for mail now
	Heard   func(mailbox data.ID) string                                                       // the last lines said to the server, nothing private in them; "" for none
	Choose  func(ctx context.Context, mailbox data.ID, folder data.Folder, watched bool) error // a folder to watch besides, or no longer
}

// A connecting is the card that connects a mailbox: an address, what its
// provider asks for, live steps, and the folders to watch.
type connecting struct {
	*Host
	Watching

	loader loader
	card   fyne.CanvasObject
	page   func() fyne.CanvasObject
	found  Finding
	busy   bool
	filled string // the server that was filled in, not typed

	boxes, fields, lines, folders *widgets.Column
	email, password               *widgets.Entry
	host, port, user              *widgets.Entry
	security                      *widgets.Choice
	hint, result                  *widgets.Text
	help, search, next, byHand    *widgets.Button
	agreed                        *widgets.Check
	typed                         bool // the server is typed by hand
}

func newConnecting(h *Host, w Watching, page func() fyne.CanvasObject) *connecting {
	c := &connecting{Host: h, Watching: w, page: page}
	k := h.Kit
	c.email = k.Entry("mailbox.email", assets.L("Mail address")).Labelled().OnChanged(func(string) { c.find() })
	c.password = k.Entry("mailbox.password", assets.L("Password or app password")).Labelled().Secret().OnEnter(func(string) { c.connect() })
	c.hint = k.Text("mailbox.hint", widgets.RoleSecondary, "")
	c.host = k.Entry("mailbox.host", assets.L("Mail server")).Labelled().Hint("imap.example.org")
	c.port = k.Entry("mailbox.port", assets.L("Port")).Labelled().Hint("993")
	c.user = k.Entry("mailbox.user", assets.L("User name")).Labelled().Hint(assets.L("if it is not the address"))
	c.security = k.Choice("mailbox.security", assets.L("Security"), []widgets.Option{
		{ID: "mailbox.security.tls", Label: "TLS"}, {ID: "mailbox.security.starttls", Label: "STARTTLS"}, {ID: "mailbox.security.none", Label: assets.L("None (this computer only)")},
	}, func(int) {})
	c.agreed = k.Check("mailbox.agreed", assets.L("Also ask whoever carries my domain's mail"), func(bool) {})
	c.help = k.Link("mailbox.help", assets.L("Open the page"), func() { c.openHelp() })
	c.search = k.Button("mailbox.search", assets.L("Find the server"), c.look)
	c.byHand = k.Link("mailbox.by_hand", assets.L("Type the server by hand"), c.typeServer)
	c.next = k.Button("mailbox.next", assets.L("Connect"), c.proceed).Primary()
	c.result = k.Text("mailbox.result", widgets.RoleBody, "")
	c.boxes, c.fields, c.lines, c.folders = widgets.NewColumn(8), widgets.NewColumn(10), widgets.NewColumn(6), widgets.NewColumn(8)
	promise := assets.L("It opens your mailbox read-only, on this computer, and looks for answers from the people you interviewed with. It doesn't move, delete or mark anything as read, and it sends nothing by itself. It can save a draft when you press Save to Drafts, and send a letter when you press Send. Your password stays in your system's keychain. No one else receives your mail, and there is no Afterword server. You can disconnect and erase everything it noted at any time.")
	c.card = widgets.NewCard(10,
		k.Text("settings.mailbox", widgets.RoleCardTitle, assets.L("Mailbox")),
		widgets.NewText(widgets.RoleBody, assets.L("What Afterword does with your mail.")).Bold(),
		widgets.NewText(widgets.RoleSecondary, promise),
		c.boxes, c.email, c.fields, c.lines, c.result, c.folders)
	c.lay()
	return c
}

// lay shows the fields that are still needed: for a known provider the password
// alone, and no password where none is taken.
func (c *connecting) lay() {
	var objects []fyne.CanvasObject
	if !c.found.Browser && !c.found.Barred {
		objects = append(objects, c.password)
	}
	if c.found.Hint != "" {
		c.hint.SetText(c.found.Hint)
		objects = append(objects, c.hint)
	}
	if c.found.Help != "" {
		objects = append(objects, widgets.NewAcross(8, c.help))
	}
	switch {
	case c.found.Known && !c.typed:
		if !c.found.Browser && !c.found.Barred {
			objects = append(objects, widgets.NewAcross(8, c.byHand))
		}
	default:
		objects = append(objects, c.host, c.port, c.user, c.security, c.agreed, widgets.NewAcross(8, c.search))
	}
	c.next.SetLabel(assets.L("Connect"))
	if c.found.Browser {
		c.next.SetLabel(assets.L("Sign in with your browser"))
	}
	if !c.found.Barred {
		objects = append(objects, widgets.NewAcross(8, c.next))
	}
	c.fields.Set(objects...)
	c.refresh()
}

func (c *connecting) refresh() {
	if page := c.page(); page != nil {
		page.Refresh()
	}
}

// find fills in what the table of providers knows of the address.
func (c *connecting) find() {
	found := c.Find(c.email.Text())
	changed := found.Known != c.found.Known || found.Hint != c.found.Hint || found.Browser != c.found.Browser || found.Barred != c.found.Barred
	c.found = found
	c.fill(found.Connection)
	if changed {
		c.lay()
	}
}

func (c *connecting) fill(found Connection) {
	if found.Host == "" && c.filled != "" && c.host.Text() == c.filled { // that of another address
		c.host.SetText("")
		c.port.SetText("")
		c.filled = ""
	}
	if found.Host == "" {
		return
	}
	c.filled = found.Host
	c.host.SetText(found.Host)
	c.port.SetText(found.Port)
	c.security.Choose(securityIndex(found.Security))
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

func (c *connecting) openHelp() {
	if err := c.Open(c.found.Help); err != nil {
		c.Fail(err)
	}
}

func (c *connecting) typeServer() {
	c.typed = true
	c.lay()
	c.Focus(c.host.Focusable())
}
