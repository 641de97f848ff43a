package screen

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/widgets"
)

// serverPage shows the server that was found, asks before it looks further, or
// lets the user type it.
func (c *connecting) serverPage() []fyne.CanvasObject {
	k := c.Kit
	var objects []fyne.CanvasObject
	if c.busy {
		line := assets.L("Looking for the mail server of {{.Domain}}. Only the domain's name is sent, not your address.", assets.Args{"Domain": c.domain()})
		byHand := k.Button("mailbox.by_hand", assets.L("Type the server by hand"), c.typeServer).Quiet()
		cancel := k.Button("mailbox.cancel", assets.L("Cancel"), c.cancel)
		return append(objects, k.Note("mailbox.looking", widgets.NoteRunning, line), widgets.NewAcross(8, cancel, byHand))
	}
	if c.found.Hint != "" {
		objects = append(objects, k.Text("mailbox.hint", widgets.RoleSecondary, c.found.Hint))
	}
	fields := c.byHand || c.host.Text() == "" || c.host.Text() != c.filled // what was typed stays in sight
	if fields {
		objects = append(objects, c.host, c.port, c.user, c.security)
	}
	objects = append(objects, c.resultLine())
	if !fields {
		objects = append(objects, widgets.NewAcross(8, k.Link("mailbox.by_hand", assets.L("Type the server by hand"), c.typeServer)))
	}
	if c.filled == "" && !c.agreed {
		objects = append(objects, k.Text("mailbox.beyond", widgets.RoleSecondary, assets.L("Your domain doesn't say where its mail lies. Whoever carries its mail may: shall we ask there? Only the domain's name is sent.")),
			widgets.NewAcross(8, k.Button("mailbox.search", assets.L("Ask there"), func() { c.look(true) })))
	}
	on := assets.L("Next")
	if c.found.Outside && !fields {
		on = assets.L("I know this server")
	}
	return append(objects, c.buttons(on))
}

func (c *connecting) domain() string {
	_, domain, _ := strings.Cut(c.typed().Email, "@")
	return domain
}

// look searches for the server of the address: in the user's own domain, and
// beyond it only where the user agreed.
func (c *connecting) look(agreed bool) {
	email := c.typed().Email
	c.busy, c.agreed = true, agreed
	c.say("")
	load(&c.loader, c.Context, func(ctx context.Context) (Finding, error) { return c.Search(ctx, email, agreed) }, func(f Finding, err error) {
		c.busy = false
		if err != nil {
			c.result.SetText(c.Explain(err))
			c.turn(stepServer, "mailbox.host")
			return
		}
		c.found.Hint, c.found.Help, c.found.Outside = f.Hint, f.Help, f.Outside
		c.fill(f.Connection)
		focus := "mailbox.next"
		if f.Host == "" {
			focus = "mailbox.host"
		}
		c.turn(stepServer, focus)
	})
}

func (c *connecting) typeServer() {
	c.stopped()
	c.byHand = true
	c.turn(stepServer, "mailbox.host")
}

// served goes on from the server.
func (c *connecting) served() {
	if c.typed().Host == "" {
		c.say(assets.L("Type the name of the mail server, such as imap.example.org."))
		return
	}
	if n, err := strconv.Atoi(cmp.Or(strings.TrimSpace(c.port.Text()), "993")); err != nil || n < 1 || n > 65535 {
		c.byHand = true
		c.result.SetText(assets.L("A port is a number from 1 to 65535; 993 is the usual one."))
		c.turn(stepServer, "mailbox.port")
		return
	}
	c.result.SetText("")
	c.turn(stepPassword, c.firstOfPassword())
}

// passwordPage asks for the password, with the provider's own steps to get it.
func (c *connecting) passwordPage() []fyne.CanvasObject {
	k := c.Kit
	where := c.host.Text()
	if c.found.Name != "" {
		where = c.found.Name
	}
	objects := []fyne.CanvasObject{k.Text("mailbox.provider", widgets.RoleSecondary, assets.L("{{.Email}} at {{.Server}}", assets.Args{"Email": c.typed().Email, "Server": where}))}
	if c.found.Hint != "" && c.found.Known {
		objects = append(objects, k.Text("mailbox.hint", widgets.RoleBody, c.found.Hint))
	}
	if c.found.Browser && !c.byHand {
		return append(objects, c.resultLine(), c.buttons(assets.L("Sign in with your browser")))
	}
	steps := c.found.Steps
	if len(steps) == 0 && c.how {
		steps = generalSteps()
	}
	for i, s := range steps {
		objects = append(objects, k.Text("mailbox.how:"+number(i+1), widgets.RoleSecondary, number(i+1)+". "+s))
	}
	if c.found.Help != "" {
		objects = append(objects, widgets.NewAcross(8, k.Button("mailbox.help", assets.L("Open the page"), c.openHelp)))
	}
	objects = append(objects, c.password, c.resultLine())
	if c.found.Known && !c.byHand {
		objects = append(objects, widgets.NewAcross(8, k.Link("mailbox.by_hand", assets.L("Type the server by hand"), c.typeServer)))
	}
	return append(objects, c.buttons(assets.L("Connect")))
}

// generalSteps say how to get a password for a provider that is not known.
func generalSteps() []string {
	return []string{
		assets.L("Check that the user name and the password are those of this mailbox."),
		assets.L("If you sign in there with a second step, such as a code, look in its security settings for \"app passwords\" and make one for Afterword."),
		assets.L("Some providers have a switch for IMAP, or for other mail programs. Turn it on."),
	}
}

func (c *connecting) openHelp() {
	if err := c.Open(c.found.Help); err != nil {
		c.Fail(err)
	}
}
