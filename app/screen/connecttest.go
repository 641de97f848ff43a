package screen

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/widgets"
)

// try tests the connection with live steps. No mail is read.
func (c *connecting) try() {
	typed := c.typed()
	if typed.Password == "" && !c.found.Browser {
		c.say(assets.L("Type the password."))
		return
	}
	parent, by := c.Context, func(ctx context.Context) (Tested, error) { return c.Test(ctx, typed, c.tell) }
	line := ""
	if c.found.Browser && !c.byHand {
		line = assets.L("Finish signing in on the page in your browser…")
		parent = uncounted(parent) // the window waits for nobody but the user
		by = func(ctx context.Context) (Tested, error) { return c.SignIn(ctx, typed.Email, c.tell) }
	}
	c.test(parent, by, line)
}

// test runs one test and shows it.
func (c *connecting) test(parent context.Context, by func(context.Context) (Tested, error), line string) {
	c.busy, c.trouble = true, nil
	c.lines.Set()
	c.result.SetText(line)
	c.turn(stepTest, "mailbox.cancel")
	load(&c.loader, parent, by, c.tried)
}

// tried shows how the test ended.
func (c *connecting) tried(done Tested, err error) {
	c.busy = false
	if err == nil {
		c.tested = done
		c.result.SetText(assets.L("It works. No mail was read yet: first you choose what is."))
		c.turn(stepTest, "mailbox.next")
		return
	}
	if !errors.As(err, &c.trouble) {
		c.trouble = &Trouble{Text: c.Explain(err), Detail: err.Error()}
	}
	c.result.SetText(c.trouble.Text)
	c.turn(stepTest, "mailbox.trouble")
}

// tell shows the steps of a test as they go.
func (c *connecting) tell(lines []MailLine) {
	fyne.Do(func() {
		if c.at != stepTest { // it was stopped
			return
		}
		var notes []fyne.CanvasObject
		for _, l := range lines {
			notes = append(notes, c.Kit.Note("mailbox.test:"+l.Name, l.State, l.Text))
		}
		c.lines.Set(notes...)
		c.refresh()
	})
}

// testPage shows the steps, and what can be done when one fails.
func (c *connecting) testPage() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{c.lines, c.resultLine()}
	if c.trouble == nil {
		return append(objects, c.buttons(assets.L("Next")))
	}
	return append(objects, c.remedy(), c.buttons(""))
}

// remedy is the one thing to do about a trouble; after silence there are two.
func (c *connecting) remedy() fyne.CanvasObject {
	button := func(label string, act func()) *widgets.Button {
		return c.Kit.Button("mailbox.trouble", label, act).Primary()
	}
	switch c.trouble.Kind {
	case TroublePassword:
		return widgets.NewAcross(8, button(assets.L("Show me how"), c.showHow))
	case TroubleCertificate:
		return widgets.NewAcross(8, button(assets.L("Details"), c.showDetail))
	case TroubleSilent:
		return widgets.NewAcross(8, button(assets.L("Try again"), c.try), c.Kit.Button("mailbox.without", assets.L("Use without mail"), c.skip))
	}
	return widgets.NewAcross(8, button(assets.L("Try again"), c.try))
}

// showHow leads back to the password, with the steps to get the right one.
func (c *connecting) showHow() {
	c.how, c.trouble = true, nil
	c.result.SetText("")
	c.turn(stepPassword, "mailbox.password")
}

// showDetail shows what the machine said; it can be copied.
func (c *connecting) showDetail() {
	var sheet *widgets.Sheet
	text := c.trouble.Detail
	shut := c.Kit.Button("details.close", assets.L("Close"), func() { sheet.Close() })
	take := c.Kit.Button("details.copy", assets.L("Copy"), func() {
		if err := c.Copy(text); err != nil {
			c.Fail(err)
			return
		}
		sheet.Close()
		c.Toast(assets.L("Copied."), "")
	})
	sheet = c.Kit.Sheet("details", assets.L("Details"), c.Kit.Text("details.text", widgets.RoleSecondary, text), shut, take)
	sheet.ShowOn(c.Window().Canvas())
}
