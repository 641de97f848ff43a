package screen

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

func number(n int) string { return strconv.Itoa(n) }

// Promise is what the program does with mail, sentence by sentence; each is held
// by a test.
func Promise() []string {
	return []string{
		assets.L("It opens your mailbox read-only, on this computer, and looks for answers from the people you interviewed with."),
		assets.L("It doesn't send, move, delete or mark anything as read."),
		assets.L("It can save a draft when you press Save to Drafts, and send a letter when you press Send."),
		assets.L("Your password stays in your system's keychain."),
		assets.L("No one else receives your mail, and there is no Afterword server."),
		assets.L("You can disconnect and erase everything it noted at any time."),
	}
}

// addressPage asks for the address, and says first what is done with mail.
func (c *connecting) addressPage() []fyne.CanvasObject {
	k := c.Kit
	objects := []fyne.CanvasObject{
		widgets.NewText(widgets.RoleBody, assets.L("What Afterword does with your mail.")).Bold(),
		k.Text("mailbox.promise", widgets.RoleSecondary, strings.Join(Promise(), " ")),
	}
	if c.Where != "" {
		objects = append(objects, k.Text("mailbox.where", widgets.RoleSecondary, c.Where))
	}
	objects = append(objects, c.email)
	if c.found.Hint != "" {
		objects = append(objects, k.Text("mailbox.hint", widgets.RoleSecondary, c.found.Hint))
	}
	if c.found.Barred {
		objects = append(objects, widgets.NewAcross(8, c.pasteButton(), k.Button("mailbox.without", assets.L("Use without mail"), c.skip)),
			k.Text("mailbox.client_hint", widgets.RoleSecondary, assets.L("If your organisation gave you a client id for mail programs, type it here.")),
			c.client, widgets.NewAcross(8, k.Button("mailbox.client_save", assets.L("Use this client id"), c.saveClient)))
	}
	on := assets.L("Next")
	if c.found.Barred {
		on = ""
	}
	return append(objects, c.resultLine(), c.buttons(on))
}

// pasteButton hands a mail over without a mailbox.
func (c *connecting) pasteButton() fyne.CanvasObject {
	return c.Kit.Button("mailbox.paste", assets.L("Paste a mail"), c.pasteMail)
}

// resultLine is what became of the last press; it takes no place without words.
func (c *connecting) resultLine() fyne.CanvasObject {
	c.result.Hidden = c.result.Text() == ""
	return c.result
}

// say shows a line on the page at hand.
func (c *connecting) say(line string) {
	c.result.SetText(line)
	c.lay()
}

// saveClient keeps the client id under which a provider knows this copy.
func (c *connecting) saveClient() {
	id := strings.TrimSpace(c.client.Text())
	c.Do(func(ctx context.Context) error { return c.Client(ctx, id) }, func() {
		c.found = c.Find(c.email.Text())
		c.lay()
	})
}

// find fills in what the table of providers knows of the address.
func (c *connecting) find() {
	found := c.Find(c.email.Text())
	changed := found.Known != c.found.Known || found.Hint != c.found.Hint || found.Browser != c.found.Browser || found.Barred != c.found.Barred
	c.found, c.byHand, c.agreed = found, false, false
	c.fill(found.Connection)
	if c.at == stepAddress && (changed || c.result.Text() != "") {
		c.say("")
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

// addressed goes on from the address: a known provider needs no search.
func (c *connecting) addressed() {
	email := c.typed().Email
	name, domain, _ := strings.Cut(email, "@")
	switch {
	case name == "" || domain == "" || strings.ContainsAny(email, " ,;"):
		c.say(assets.L("Type the whole address, such as robin@example.org."))
	case c.found.Barred:
		c.say(assets.L("A mailbox of this provider can't be connected from here. Everything else works without."))
	case c.found.Known:
		c.result.SetText("")
		c.turn(stepPassword, c.firstOfPassword())
	default:
		c.turn(stepServer, "")
		c.look(false)
	}
}

func (c *connecting) firstOfPassword() string {
	if c.found.Browser {
		return "mailbox.next"
	}
	return "mailbox.password"
}
