package screen

import (
	"context"
	"strings"
	"time"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// callSheet asks about a call or a message outside of the plan.
type callSheet struct {
	*Host
	application data.ID
	sheet       *widgets.Sheet
	how         *widgets.Choice
	when, text  *widgets.Entry
	echo        *widgets.Text
	at          time.Time // zero: now
	wrong       bool      // what stands under "When" is no time that was
	draft       sheetDraft
}

// logCall opens the sheet.
func (h *Host) logCall(application data.ID) *callSheet {
	c := &callSheet{Host: h, application: application}
	k := h.Kit
	var options []widgets.Option
	labels := map[string]string{
		data.CallTheyCalled: assets.L("They called"), data.CallTheyWrote: assets.L("They wrote"),
		data.CallYouCalled: assets.L("You called"), data.CallYouWrote: assets.L("You wrote"),
	}
	for _, how := range data.CallKinds() {
		options = append(options, widgets.Option{ID: "log." + how, Label: labels[how]})
	}
	c.how = k.Choice("log.how", assets.L("What happened"), options, nil)
	c.how.Choose(0)
	c.when = k.Entry("log.when", assets.L("When")).Labelled().Hint(assets.L("now, or yesterday 5pm")).OnChanged(c.read)
	c.echo = k.Text("log.when_echo", widgets.RoleSecondary, "")
	c.text = k.TextArea("log.text", assets.L("What was it about?"), 3).Labelled()
	c.draft = sheetDraft{host: h, setting: callDraft + string(application), entries: func() []*widgets.Entry { return []*widgets.Entry{c.when, c.text} }}
	leave := func() { c.draft.leave(c.sheet) }
	cancel := k.Button("log.cancel", assets.L("Cancel"), leave)
	save := k.Button("log.save", assets.L("Save"), c.save).Primary()
	c.sheet = k.Sheet("log", assets.L("Log a call or message"), widgets.NewColumn(10, c.how, widgets.NewColumn(4, c.when, c.echo), c.text), cancel, save)
	c.sheet.OnEscape(leave).OnClosed(c.draft.drop).First(c.how).ShowOn(h.Window().Canvas())
	c.read("")
	c.draft.begin()
	return c
}

// read understands when it was; nothing typed is now.
func (c *callSheet) read(text string) {
	c.at, c.wrong = time.Time{}, false
	if strings.TrimSpace(text) == "" {
		c.echo.SetText(assets.L("Now"))
		return
	}
	reader, err := c.Desk.Reader(c.Context)
	if err != nil {
		c.Fail(err)
		return
	}
	reader.Past = true
	w, err := reader.When(text)
	if err != nil {
		c.wrong = true
		c.echo.SetText(c.Explain(err))
		return
	}
	said := fullWhen(c.Desk.Speaker(data.Settings{}), w)
	if c.at = c.instant(w); c.at.After(c.Desk.Now()) {
		c.wrong = true
		said = assets.L("{{.When}} is still to come.", assets.Args{"When": said})
	}
	c.echo.SetText(said)
}

// instant is when something was of which a day is known, or more: noon stands
// for the day, and for today not a time ahead.
func (h *Host) instant(w invite.When) time.Time {
	if !w.Start.IsZero() {
		return w.Start
	}
	at, now := w.Date.At(12*60, h.Desk.Zone()), h.Desk.Now()
	if at.After(now) && w.Date == data.DayOf(now, h.Desk.Zone()) {
		return now
	}
	return at
}

// save files it; a word of theirs may change the plan, so that is asked for next.
func (c *callSheet) save() {
	if c.wrong {
		c.Focus(c.when.Focusable())
		return
	}
	var event data.ID
	how, text := data.CallKinds()[max(c.how.Chosen(), 0)], strings.TrimSpace(c.text.Text())
	c.Do(func(ctx context.Context) (err error) {
		event, err = c.Desk.LogCall(ctx, c.application, how, c.at, text)
		return err
	}, func() {
		c.acts++
		c.sheet.Close()
		if how == data.CallTheyCalled || how == data.CallTheyWrote {
			c.Again(assets.L("Noted. Does it change what comes next?"), assets.L("They said…"), func() { c.Said(c.application) })
			return
		}
		c.Toast(assets.L("Noted."), event)
	})
}
