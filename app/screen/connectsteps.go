package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// look searches the network for the server of the address: in the user's own
// domain, and beyond it only where the box for that is ticked.
func (c *connecting) look() {
	email, agreed := c.email.Text(), c.agreed.Ticked()
	if c.busy || email == "" {
		return
	}
	c.begin(assets.L("Looking for the server…"))
	load(&c.loader, c.Context, func(ctx context.Context) (Finding, error) { return c.Search(ctx, email, agreed) }, func(f Finding, err error) {
		c.end()
		if err != nil {
			c.result.SetText(c.Explain(err))
			c.refresh()
			return
		}
		c.result.SetText("")
		c.found.Hint, c.found.Help = f.Hint, f.Help
		c.fill(f.Connection)
		c.lay()
	})
}

// proceed signs in as the provider asks for.
func (c *connecting) proceed() {
	if c.found.Browser && !c.typed {
		c.browse()
		return
	}
	c.connect()
}

// connect tests the connection with live steps and keeps it when all went well.
func (c *connecting) connect() {
	typed := Connection{
		Email: c.email.Text(), Password: c.password.Text(), Host: c.host.Text(), Port: c.port.Text(), User: c.user.Text(),
		Security: []string{"tls", "starttls", "none"}[max(0, c.security.Chosen())],
	}
	switch {
	case c.busy:
		return
	case typed.Email == "" || typed.Password == "" || typed.Host == "":
		c.result.SetText(assets.L("The address, the password and the server are needed."))
		c.refresh()
		return
	}
	c.begin(assets.L("Connecting…"))
	load(&c.loader, c.Context, func(ctx context.Context) (Connected, error) { return c.Connect(ctx, typed, c.tell) }, c.connected)
}

// browse lets the user sign in on the provider's own page.
func (c *connecting) browse() {
	if c.busy {
		return
	}
	email := c.email.Text()
	c.begin(assets.L("Finish signing in on the page in your browser…"))
	load(&c.loader, c.Context, func(ctx context.Context) (Connected, error) { return c.SignIn(ctx, email, c.tell) }, c.connected)
}

// begin shows that something is under way, and offers to stop it.
func (c *connecting) begin(line string) {
	c.busy = true
	c.next.Disable()
	c.search.Disable()
	c.lines.Set()
	c.folders.Set(widgets.NewAcross(8, c.Kit.Button("mailbox.cancel", assets.L("Cancel"), func() {
		c.loader.stop()
		c.end()
		c.result.SetText(assets.L("Stopped. Nothing was changed."))
		c.refresh()
	})))
	c.result.SetText(line)
	c.refresh()
}

func (c *connecting) end() {
	c.busy = false
	c.next.Enable()
	c.search.Enable()
	c.folders.Set()
}

// tell shows the steps of a test as they go.
func (c *connecting) tell(lines []MailLine) {
	fyne.Do(func() {
		var notes []fyne.CanvasObject
		for _, l := range lines {
			notes = append(notes, c.Kit.Note("mailbox.step", l.State, l.Text))
		}
		c.lines.Set(notes...)
		c.refresh()
	})
}

func (c *connecting) connected(done Connected, err error) {
	c.end()
	if err != nil {
		c.result.SetText(c.Explain(err))
		c.refresh()
		return
	}
	c.password.SetText("")
	c.result.SetText(done.Result)
	c.offer(done)
	c.Changed()
}

// offer asks which other folders to watch; each says why one might.
func (c *connecting) offer(done Connected) {
	var objects []fyne.CanvasObject
	for _, f := range done.Offered {
		objects = append(objects, c.Kit.Check("mailbox.folder."+f.Role, folderReason(f), func(on bool) {
			c.Do(func(ctx context.Context) error { return c.Choose(ctx, done.Mailbox, f, on) }, func() {})
		}))
	}
	if len(objects) > 0 {
		objects = append([]fyne.CanvasObject{c.Kit.Text("mailbox.folders", widgets.RoleSecondary, assets.L("The inbox and your sent mail are watched. Watch these too?"))}, objects...)
	}
	c.folders.Set(objects...)
	c.refresh()
}

func folderReason(f data.Folder) string {
	name := assets.Args{"Folder": f.Name}
	switch f.Role {
	case "sent":
		return assets.L("{{.Folder}}: is your sent mail here?", name)
	case "junk":
		return assets.L("{{.Folder}}: an answer may land there by mistake", name)
	case "archive":
		return assets.L("{{.Folder}}: if a rule of yours moves mail there", name)
	}
	return assets.L("{{.Folder}}: if answers skip your inbox", name)
}

// showBoxes lists the connected mailboxes with how they do.
func (c *connecting) showBoxes(boxes []data.Mailbox) {
	speaker := c.Desk.Speaker(data.DefaultSettings())
	var objects []fyne.CanvasObject
	for _, b := range boxes {
		state, line := widgets.NoteGood, assets.L("{{.Email}}: checked {{.When}}, read-only", assets.Args{"Email": b.Email, "When": speaker.Since(b.LastSync)})
		if b.State == data.MailboxOK && b.Detail != "" {
			line += ". " + b.Detail
		}
		if b.State != data.MailboxOK {
			state, line = widgets.NoteRunning, b.Email+": "+b.Detail
			if b.Detail == "" {
				line = assets.L("{{.Email}}: connecting", assets.Args{"Email": b.Email})
			}
		}
		id := "mailbox.box:" + string(b.ID)
		check := c.Kit.Button(id+".check", assets.L("Check now"), c.Check)
		sending := c.Kit.Button(id+".sending", assets.L("Sending…"), func() { c.sending(b.ID) }).Quiet()
		forget := c.Kit.Button(id+".forget", assets.L("Disconnect and forget"), func() { c.forget(b) }).Quiet()
		objects = append(objects, widgets.NewColumn(6, c.Kit.Note(id, state, line), widgets.NewAcross(8, check, sending, forget, c.Kit.Link(id+".transcript", assets.L("Copy what was said to the server"), func() { c.copyHeard(b.ID) }))))
	}
	c.refill(func() {
		c.boxes.Set(objects...)
		c.refresh()
	}, nil)
}

// sending asks which server sends the letters of a mailbox.
func (c *connecting) sending(id data.ID) {
	var ways []desk.SendWay
	c.Do(func(ctx context.Context) (err error) {
		ways, err = c.Desk.SendWays(ctx)
		return err
	}, func() {
		for _, way := range ways {
			if way.Mailbox == id {
				c.SetUpSending(way, nil)
			}
		}
	})
}

// copyHeard puts the transcript of a mailbox on the clipboard.
func (c *connecting) copyHeard(id data.ID) {
	text := c.Heard(id)
	if text == "" {
		c.Toast(assets.L("Nothing was said to the server yet."), "")
		return
	}
	if err := c.Copy(text); err != nil {
		c.Fail(err)
		return
	}
	c.Toast(assets.L("Copied, without names, addresses, subjects or your password."), "")
}

// forget asks before it erases what was noted of a mailbox: that cannot be read
// back from anywhere but the mailbox itself.
func (c *connecting) forget(b data.Mailbox) {
	var sheet *widgets.Sheet
	text := c.Kit.Text("forget.text", widgets.RoleBody, assets.L("Afterword forgets the password and the text of the mails it noted. Your plans and their history stay. Nothing changes in the mailbox itself."))
	keep := c.Kit.Button("forget.keep", assets.L("Keep watching"), func() { sheet.Close() })
	erase := c.Kit.Button("forget.erase", assets.L("Disconnect and forget"), func() {
		sheet.Close()
		c.Do(func(ctx context.Context) error { return c.Desk.ForgetMailbox(ctx, b.ID) }, func() {
			c.folders.Set()
			c.result.SetText("")
			c.Toast(assets.L("Disconnected. What was noted of its mails is erased; the plans stay."), "")
		})
	}).Primary()
	sheet = c.Kit.Sheet("forget", assets.L("Disconnect {{.Email}}?", assets.Args{"Email": b.Email}), text, keep, erase)
	sheet.First(keep).ShowOn(c.Window().Canvas())
}
