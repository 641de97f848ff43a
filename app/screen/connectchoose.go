package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// foldersPage shows which folders are read: two always, others if the user
// likes, each with the reason why one might.
func (c *connecting) foldersPage() []fyne.CanvasObject {
	k := c.Kit
	objects := []fyne.CanvasObject{k.Text("mailbox.folders", widgets.RoleSecondary, assets.L("Afterword reads only these folders."))}
	if len(c.besides) != len(c.tested.Offered) {
		c.besides = nil
		for i, f := range c.tested.Offered {
			id, why := "mailbox.folder."+f.Role, folderReason(f)
			if f.Role == "sent" { // no folder is known to be it, and several may be
				id, why = id+":"+number(i+1), assets.L("{{.Folder}}: is your sent mail here?", assets.Args{"Folder": f.Name})
			}
			box := k.Check(id, why, func(bool) {})
			if c.ticked[f.Name] {
				box.Tick()
			}
			c.besides = append(c.besides, box)
		}
	}
	for i := range c.tested.Watched { // the INBOX is the last
		f := c.tested.Watched[len(c.tested.Watched)-1-i]
		always := k.Check("mailbox.folder."+f.Role, folderReason(f), func(bool) {}).Tick()
		always.Disable()
		objects = append(objects, always)
	}
	for _, b := range c.besides {
		objects = append(objects, b)
	}
	return append(objects, c.buttons(assets.L("Next")))
}

func folderReason(f data.Folder) string {
	name := assets.Args{"Folder": f.Name}
	switch f.Role {
	case "inbox":
		return assets.L("Inbox: where answers arrive")
	case "sent":
		return assets.L("{{.Folder}}: so that it knows what you sent, and which answer belongs to it", name)
	case "junk":
		return assets.L("{{.Folder}}: an answer may land there by mistake", name)
	case "archive":
		return assets.L("{{.Folder}}: if a rule of yours moves mail there", name)
	}
	return assets.L("{{.Folder}}: if answers skip your inbox", name)
}

// A lookBack is one choice of how far back mail is read.
type lookBack struct {
	name, label string
	since       data.Day // zero for the first interview
}

func lookBacks(s interface{ Day(data.Day) string }, first, today data.Day) []lookBack {
	label := assets.L("From your first interview on")
	if !first.IsZero() {
		label = assets.L("Since your first interview, {{.Date}}", assets.Args{"Date": s.Day(first)})
	}
	return []lookBack{
		{"first", label, data.Day{}},
		{"month", assets.L("Four weeks"), today.Add(-28)},
		{"quarter", assets.L("Three months"), today.Add(-91)},
		{"today", assets.L("From today on"), today},
	}
}

// askSince goes on to how far back.
func (c *connecting) askSince() {
	load(&c.loader, c.Context, c.Desk.FirstInterview, func(first data.Day, err error) {
		if err != nil {
			c.say(c.Explain(err))
			return
		}
		c.result.SetText("")
		s := c.Desk.Speaker(data.DefaultSettings())
		c.since = lookBacks(s, first, s.Today())
		var options []widgets.Option
		for _, b := range c.since {
			options = append(options, widgets.Option{ID: "mailbox.since." + b.name, Label: b.label})
		}
		chosen := 0
		if c.back != nil {
			chosen = c.back.Chosen()
		}
		c.back = c.Kit.Choice("mailbox.since", assets.L("How far back"), options, func(int) {})
		c.back.Choose(chosen)
		c.turn(stepSince, "mailbox.next")
	})
}

// sincePage asks how far back mail is read.
func (c *connecting) sincePage() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		c.Kit.Text("mailbox.since_why", widgets.RoleSecondary, assets.L("Older mails are left alone. An answer can only come after you met somebody.")),
		c.back, c.resultLine(), c.buttons(assets.L("Look for answers")),
	}
}

// keep stores the mailbox as it was chosen and reads it for the first time.
func (c *connecting) keep() {
	var besides []data.Folder
	for i, b := range c.besides {
		if b.Ticked() {
			besides = append(besides, c.tested.Offered[i])
		}
	}
	since := c.since[max(0, c.back.Chosen())].since
	c.busy = true
	c.result.SetText(assets.L("Looking for mail from people you know…"))
	c.turn(stepSince, "mailbox.cancel")
	load(&c.loader, c.Context, func(ctx context.Context) (Connected, error) { return c.tested.Keep(ctx, besides, since) }, func(done Connected, err error) {
		c.busy = false
		if err != nil {
			c.result.SetText(c.Explain(err))
			c.turn(stepSince, "mailbox.next")
			return
		}
		c.clear()
		c.besides, c.back, c.tested = nil, nil, Tested{}
		c.result.SetText(done.Result)
		c.turn(stepDone, "mailbox.next")
		c.Changed()
	})
}

// donePage says what was found.
func (c *connecting) donePage() []fyne.CanvasObject {
	see := c.Kit.Button("mailbox.see", assets.L("Open Mail to sort"), func() {
		c.skip()
		c.Go(Place{Page: PageMail})
	})
	return []fyne.CanvasObject{c.resultLine(), widgets.NewAcross(8, c.Kit.Button("mailbox.next", assets.L("Done"), c.next).Primary(), see)}
}
