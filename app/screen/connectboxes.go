package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// idlePage stands where no mailbox is being connected.
func (c *connecting) idlePage() []fyne.CanvasObject {
	k := c.Kit
	add := k.Button("mailbox.add", assets.L("Connect another mailbox"), func() { c.turn(stepAddress, "mailbox.email") })
	var objects []fyne.CanvasObject
	if !c.connected {
		add.SetLabel(assets.L("Connect a mailbox"))
		objects = append(objects, k.Text("mailbox.none", widgets.RoleSecondary, assets.L("No mailbox is connected, and everything else works without. A mail you drop on this window as an .eml file, or paste, is judged the same way.")))
	}
	row := []fyne.CanvasObject{add}
	if !c.connected {
		row = append(row, c.pasteButton())
	}
	if c.noting {
		row = append(row, k.Button("mailbox.forget_mail", assets.L("Forget mail data"), c.forgetMail).Quiet())
	}
	return append(objects, widgets.NewAcross(8, row...))
}

// showBoxes lists the connected mailboxes with how they do; noted is of how many
// mails something is noted.
func (c *connecting) showBoxes(boxes []data.Mailbox, noted int) {
	speaker := c.Desk.Speaker(data.DefaultSettings())
	var objects []fyne.CanvasObject
	for _, b := range boxes {
		objects = append(objects, c.box(b, speaker.Since(b.LastSync)))
	}
	changed := c.connected != (len(boxes) > 0) || c.noting != (noted > 0)
	c.connected, c.noting = len(boxes) > 0, noted > 0
	if !c.begun && c.connected && c.at == stepAddress && c.email.Text() == "" {
		c.at, changed = stepIdle, true
	}
	if !c.connected && c.at == stepIdle && c.forgetting { // as at the very first
		c.at, c.begun, changed = stepAddress, false, true
	}
	c.forgetting = false
	c.put(c.boxes, objects)
	if changed {
		c.lay()
	}
}

// box is one connected mailbox.
func (c *connecting) box(b data.Mailbox, checked string) fyne.CanvasObject {
	k, id := c.Kit, "mailbox.box:"+string(b.ID)
	state, line := widgets.NoteGood, assets.L("{{.Email}}: checked {{.When}}, read-only", assets.Args{"Email": b.Email, "When": checked})
	if b.State == data.MailboxOK && b.Detail != "" {
		line += ". " + b.Detail
	}
	if b.State != data.MailboxOK {
		state, line = widgets.NoteRunning, b.Email+": "+b.Detail
		if b.Detail == "" {
			line = assets.L("{{.Email}}: connecting", assets.Args{"Email": b.Email})
		}
	}
	row := []fyne.CanvasObject{k.Button(id+".check", assets.L("Check now"), c.Check), k.Button(id+".folders", assets.L("Folders…"), func() { c.rechoose(b) }).Quiet()}
	if b.State == data.MailboxAuthFailed {
		row = append(row, k.Button(id+".again", assets.L("Sign in again"), func() {
			c.clear()
			c.email.SetText(b.Email)
			c.turn(stepAddress, "mailbox.next")
		}))
	}
	row = append(row, k.Button(id+".sending", assets.L("How to send…"), func() { c.sending(b.ID) }).Quiet(),
		k.Button(id+".forget", assets.L("Disconnect"), func() { c.forget(b) }).Quiet(), k.Link(id+".transcript", assets.L("Copy what was said to the server"), func() { c.copyHeard(b.ID) }))
	return widgets.NewColumn(6, k.Note(id, state, line), widgets.NewAcross(8, row...))
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

// rechoose lets the folders of a connected mailbox be chosen anew, and how far
// back they are read.
func (c *connecting) rechoose(b data.Mailbox) {
	if c.busy {
		return
	}
	c.clear()
	c.besides, c.back = nil, nil
	c.ticked = make(map[string]bool)
	for _, f := range b.Folders {
		c.ticked[f.Name] = true
	}
	c.email.SetText(b.Email)
	c.fill(Connection{Host: b.Host, Port: number(b.Port), Security: string(b.Security)})
	c.user.SetText(b.User)
	c.test(c.Context, func(ctx context.Context) (Tested, error) { return c.Reopen(ctx, b.ID, c.tell) }, "")
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

// forget asks before it disconnects, and whether what was noted goes too: that
// cannot be read back from anywhere but the mailbox itself.
func (c *connecting) forget(b data.Mailbox) {
	var sheet *widgets.Sheet
	text := c.Kit.Text("forget.text", widgets.RoleBody, assets.L("Either way Afterword forgets the password and reads no more mail. Forgetting the mail data as well erases who wrote what. Your plans and their history stay, and nothing changes in the mailbox itself."))
	keep := c.Kit.Button("forget.keep", assets.L("Keep watching"), func() { sheet.Close() })
	end := func(act func(context.Context, data.ID) error, line string) func() {
		return func() {
			sheet.Close()
			c.Do(func(ctx context.Context) error { return act(ctx, b.ID) }, func() {
				c.forgetting = true
				c.Toast(line, "")
			})
		}
	}
	leave := c.Kit.Button("forget.disconnect", assets.L("Disconnect"), end(c.Desk.DisconnectMailbox, assets.L("Disconnected. What was noted of its mails stays.")))
	erase := c.Kit.Button("forget.erase", assets.L("Disconnect and forget mail data"), end(c.Desk.ForgetMailbox, assets.L("Disconnected. What was noted of its mails is erased; the plans stay.")))
	sheet = c.Kit.Sheet("forget", assets.L("Disconnect {{.Email}}?", assets.Args{"Email": b.Email}), text, keep, leave, erase)
	sheet.First(keep).ShowOn(c.Window().Canvas())
}

// forgetMail asks before it erases what was noted of all mails.
func (c *connecting) forgetMail() {
	var sheet *widgets.Sheet
	text := c.Kit.Text("forget_mail.text", widgets.RoleBody, assets.L("This erases senders, subjects and words of all mails that were noted, and what you said of senders. It can't be taken back. Your plans and their history stay, and nothing changes in a mailbox."))
	keep := c.Kit.Button("forget_mail.keep", assets.L("Keep them"), func() { sheet.Close() })
	erase := c.Kit.Button("forget_mail.erase", assets.L("Forget mail data"), func() {
		sheet.Close()
		c.Do(c.Desk.ForgetMail, func() { c.Toast(assets.L("Forgotten. The plans stay."), "") })
	})
	sheet = c.Kit.Sheet("forget_mail", assets.L("Forget mail data?"), text, keep, erase)
	sheet.First(keep).ShowOn(c.Window().Canvas())
}
