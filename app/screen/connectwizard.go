package screen

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A step is one page of the wizard (screens.md 4.6).
type step int

// The steps in their order; stepIdle is none of them.
const (
	stepIdle step = iota
	stepAddress
	stepServer
	stepPassword
	stepTest
	stepFolders
	stepSince
	stepDone
)

// lastStep is how many steps there are.
const lastStep = int(stepDone)

// title names a step.
func (s step) title() string {
	return [...]string{
		"", assets.L("Your mail address"), assets.L("Your mail server"), assets.L("Signing in"), assets.L("Trying it"),
		assets.L("Which folders"), assets.L("How far back"), assets.L("Done"),
	}[s]
}

// A connecting is the card of the mailboxes: those that are connected, and the
// wizard that connects one, a page a step.
type connecting struct {
	*Host
	Watching

	loader loader
	card   fyne.CanvasObject
	page   func() fyne.CanvasObject
	lost   func() // gives the focus to what remains when its control is gone
	at     step
	wanted bool // the page was opened for the mailboxes
	begun  bool // the user left the first page, or closed it
	busy   bool

	found   Finding
	filled  string // the server that was filled in, not typed
	byHand  bool   // the server is typed by hand
	agreed  bool   // look-ups beyond the own domain were agreed to
	how     bool   // the general words on app passwords show
	tested  Tested
	trouble *Trouble
	since   []lookBack
	ticked  map[string]bool // the names of the folders that are ticked at first

	boxes, body                   *widgets.Column
	lines                         *widgets.Column
	email, password, client       *widgets.Entry
	host, port, user              *widgets.Entry
	security, back                *widgets.Choice
	besides                       []*widgets.Check
	result                        *widgets.Text
	connected, forgetting, noting bool // a mailbox is there; its mails are being read; something is noted
}

// newConnecting makes the card; page is what shows it.
func newConnecting(h *Host, w Watching, page func() fyne.CanvasObject) *connecting {
	c := &connecting{Host: h, Watching: w, page: page, at: stepAddress}
	k := h.Kit
	next := func(string) { c.next() }
	c.email = k.Entry("mailbox.email", assets.L("Mail address")).Labelled().OnEnter(next).OnChanged(func(string) { c.find() })
	c.password = k.Entry("mailbox.password", assets.L("Password")).Labelled().Secret().OnEnter(next)
	c.client = k.Entry("mailbox.client", assets.L("Client id")).Labelled()
	c.host = k.Entry("mailbox.host", assets.L("Mail server")).Labelled().Hint("imap.example.org").OnEnter(next)
	c.port = k.Entry("mailbox.port", assets.L("Port")).Labelled().Hint("993").OnEnter(next)
	c.user = k.Entry("mailbox.user", assets.L("User name")).Labelled().Hint(assets.L("if it is not the address")).OnEnter(next)
	c.security = k.Choice("mailbox.security", assets.L("Security"), []widgets.Option{
		{ID: "mailbox.security.tls", Label: "TLS"}, {ID: "mailbox.security.starttls", Label: "STARTTLS"}, {ID: "mailbox.security.none", Label: assets.L("None (this computer only)")},
	}, func(int) {})
	c.security.Choose(0)
	c.result = k.Text("mailbox.result", widgets.RoleBody, "")
	c.boxes, c.body, c.lines = widgets.NewColumn(8), widgets.NewColumn(10), widgets.NewColumn(6)
	c.card = widgets.NewCard(10, k.Text("settings.mailbox", widgets.RoleCardTitle, assets.L("Mailbox")), c.boxes, c.body)
	c.lay()
	return c
}

// lay shows the page at hand.
func (c *connecting) lay() {
	objects := []fyne.CanvasObject{}
	if c.at != stepIdle {
		where := assets.L("Step {{.N}} of {{.All}}", assets.Args{"N": number(int(c.at)), "All": number(lastStep)})
		objects = append(objects, widgets.NewColumn(2, c.Kit.Text("mailbox.page", widgets.RoleCompany, c.at.title()), c.Kit.Text("mailbox.step", widgets.RoleCaption, where)))
	}
	switch c.at {
	case stepIdle:
		objects = append(objects, c.idlePage()...)
	case stepAddress:
		objects = append(objects, c.addressPage()...)
	case stepServer:
		objects = append(objects, c.serverPage()...)
	case stepPassword:
		objects = append(objects, c.passwordPage()...)
	case stepTest:
		objects = append(objects, c.testPage()...)
	case stepFolders:
		objects = append(objects, c.foldersPage()...)
	case stepSince:
		objects = append(objects, c.sincePage()...)
	case stepDone:
		objects = append(objects, c.donePage()...)
	}
	c.put(c.body, objects)
}

// put shows objects in a part of the card, and finds the focus a place when its
// control is gone.
func (c *connecting) put(part *widgets.Column, objects []fyne.CanvasObject) {
	had := c.Window().Canvas().Focused() != nil
	c.refill(func() {
		part.Set(objects...)
		c.refresh()
	}, nil)
	if had && c.Window().Canvas().Focused() == nil && c.lost != nil {
		c.lost()
	}
}

func (c *connecting) refresh() {
	if page := c.page(); page != nil {
		page.Refresh()
	}
}

// turn goes to a page and gives the focus to the control of that name.
func (c *connecting) turn(to step, focus string) {
	c.at, c.begun = to, true
	c.lay()
	if f := widgets.Named(c.Window().Canvas(), focus); f != nil {
		c.Focus(f)
		fyne.Do(func() { // once all has the size that the new page gives it
			c.refresh()
			widgets.Reveal(f)
		})
	}
}

// entrance is what gets the focus when the settings open: what the wizard asks
// for, or what connects a mailbox; nil where nothing asks for it.
func (c *connecting) entrance() fyne.Focusable {
	if c.at == stepIdle && c.connected && !c.wanted {
		return nil
	}
	for _, id := range []string{"mailbox.email", "mailbox.password", "mailbox.next", "mailbox.add", "mailbox.cancel"} {
		if f := widgets.Named(c.Window().Canvas(), id); f != nil {
			return f
		}
	}
	return nil
}

// buttons is the row at the foot of a page: on, back, and out of it all.
func (c *connecting) buttons(on string) fyne.CanvasObject {
	k := c.Kit
	if c.busy {
		return widgets.NewAcross(8, k.Button("mailbox.cancel", assets.L("Cancel"), c.cancel))
	}
	var row []fyne.CanvasObject
	if on != "" {
		row = append(row, k.Button("mailbox.next", on, c.next).Primary())
	}
	if c.at > stepAddress && c.at < stepDone {
		row = append(row, k.Button("mailbox.back", assets.L("Back"), c.goBack))
	}
	if c.at < stepDone {
		row = append(row, k.Button("mailbox.skip", assets.L("Skip"), c.skip).Quiet())
	}
	return widgets.NewAcross(8, row...)
}

// next does what the button of the page says.
func (c *connecting) next() {
	if c.busy {
		return
	}
	switch c.at {
	case stepAddress:
		c.addressed()
	case stepServer:
		c.served()
	case stepPassword:
		c.try()
	case stepTest:
		c.turn(stepFolders, "mailbox.next")
	case stepFolders:
		c.askSince()
	case stepSince:
		c.keep()
	case stepDone:
		c.skip()
	}
}

// goBack shows the page before; what was typed stays.
func (c *connecting) goBack() {
	c.result.SetText("")
	c.trouble = nil
	switch c.at {
	case stepServer:
		c.turn(stepAddress, "mailbox.email")
	case stepPassword:
		if c.found.Known && !c.byHand {
			c.turn(stepAddress, "mailbox.email")
		} else {
			c.turn(stepServer, "mailbox.next")
		}
	case stepTest, stepFolders: // the test is made again, for the password may be another
		c.turn(stepPassword, "mailbox.password")
	case stepSince:
		c.turn(stepFolders, "mailbox.next")
	}
}

// skip leaves the wizard. Everything works without a mailbox.
func (c *connecting) skip() {
	c.stopped()
	c.clear()
	c.turn(stepIdle, "mailbox.add")
}

// cancel stops what is under way and stays where that was begun.
func (c *connecting) cancel() {
	c.stopped()
	c.result.SetText(assets.L("Stopped. Nothing was changed."))
	c.lines.Set()
	back := map[step]step{stepTest: stepPassword, stepSince: stepSince, stepServer: stepServer}[c.at]
	c.byHand = c.byHand || back == stepServer
	c.turn(back, "mailbox.next")
}

func (c *connecting) stopped() {
	c.loader.stop()
	c.busy = false
}

// clear forgets what was typed for the last mailbox.
func (c *connecting) clear() {
	c.found, c.filled, c.byHand, c.agreed, c.how, c.trouble, c.ticked = Finding{}, "", false, false, false, nil, nil
	for _, e := range []*widgets.Entry{c.email, c.password, c.host, c.port, c.user} {
		e.SetText("")
	}
	c.security.Choose(0)
	c.result.SetText("")
	c.lines.Set()
}

// typed is what the fields hold.
func (c *connecting) typed() Connection {
	return Connection{
		Email: strings.TrimSpace(c.email.Text()), Password: c.password.Text(), Host: strings.TrimSpace(c.host.Text()), Port: c.port.Text(), User: strings.TrimSpace(c.user.Text()),
		Security: string([]data.Security{data.SecurityTLS, data.SecuritySTARTTLS, data.SecurityNone}[max(0, c.security.Chosen())]),
	}
}
