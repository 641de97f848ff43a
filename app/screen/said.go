package screen

import (
	"context"
	"strings"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A saidSheet asks what an answer meant, and shows the new plan before it is
// saved.
type saidSheet struct {
	*Host
	application data.ID
	class       data.ReplyClass
	day         data.Day
	date        *widgets.Entry
	echo        *widgets.Text
	preview     *widgets.Text
	buttons     map[data.ReplyClass]*widgets.Button
	loader      loader
	sheet       *widgets.Sheet
}

type saidChoice struct {
	class data.ReplyClass
	label string
}

func saidChoices() []saidChoice {
	return []saidChoice{
		{data.ReplyCourtesy, assets.L("A courtesy, no more")},
		{data.ReplyStillDeciding, assets.L("Still deciding")},
		{data.ReplyPromise, assets.L("By a date")},
		{data.ReplyNextRound, assets.L("A next round")},
		{data.ReplyRejection, assets.L("No")},
		{data.ReplyOffer, assets.L("An offer")},
		{data.ReplyNotAboutThis, assets.L("Not about this")},
	}
}

// ShowSaid opens the sheet "What did they say?".
func (h *Host) ShowSaid(application data.ID) {
	s := &saidSheet{Host: h, application: application, buttons: make(map[data.ReplyClass]*widgets.Button)}
	content := widgets.NewColumn(8)
	var first *widgets.Button
	for _, c := range saidChoices() {
		b := h.Kit.Button("said."+string(c.class), c.label, func() { s.choose(c.class) })
		if first == nil {
			first = b
		}
		s.buttons[c.class] = b
		content.Add(b)
	}
	s.date = h.Kit.Entry("said.date", assets.L("Date")).Labelled().Hint(assets.L("by Friday, 4 Dec"))
	s.date.OnChanged(func(string) { s.read() })
	s.echo = h.Kit.Text("said.echo", widgets.RoleSecondary, "")
	s.preview = h.Kit.Text("said.preview", widgets.RoleSecondary, assets.L("Choose an answer to see what changes."))
	content.Add(s.date)
	content.Add(s.echo)
	content.Add(s.preview)
	cancel := h.Kit.Button("said.cancel", assets.L("Cancel"), func() { s.sheet.Close() })
	save := h.Kit.Button("said.save", assets.L("Save"), s.save).Primary()
	s.sheet = h.Kit.Sheet("said", assets.L("What did they say?"), content, cancel, save)
	s.sheet.First(first).ShowOn(h.Window().Canvas())
}

func (s *saidSheet) choose(class data.ReplyClass) {
	s.class = class
	for c, b := range s.buttons {
		b.Icon("")
		if c == class {
			b.Icon(widgets.IconCheck)
		}
		b.Refresh()
	}
	if (class == data.ReplyPromise || class == data.ReplyOffer) && s.date.Text() == "" {
		s.Focus(s.date.Focusable())
	}
	s.foretell()
}

// read echoes the date in full words.
func (s *saidSheet) read() {
	s.day = data.Day{}
	s.echo.SetText("")
	text := strings.TrimSpace(s.date.Text())
	if text == "" {
		s.foretell()
		return
	}
	day, err := data.ParseDay(text)
	if err != nil {
		day, err = s.Desk.Promise(s.Context, text, data.Day{})
	}
	if err != nil {
		s.echo.SetText(s.Explain(err))
		return
	}
	s.day = day
	s.echo.SetText(s.Desk.Speaker(data.DefaultSettings()).Day(day))
	if s.class == "" {
		s.choose(data.ReplyPromise)
	}
	s.foretell()
}

// foretell shows the new plan before anything is saved.
func (s *saidSheet) foretell() {
	if s.class == "" || s.class == data.ReplyPromise && s.day.IsZero() {
		return
	}
	class, day := s.class, s.day
	type change struct{ before, after []desk.Step }
	load(&s.loader, s.Context, func(ctx context.Context) (c change, err error) {
		c.before, c.after, err = s.Desk.Preview(ctx, s.application, class, day)
		return c, err
	}, func(c change, err error) {
		if err != nil {
			s.preview.SetText(s.Explain(err))
			return
		}
		s.preview.SetText(differences(c.before, c.after))
		s.sheet.Refresh()
	})
}

// differences puts into words what changes between two plans.
func differences(before, after []desk.Step) string {
	was := make(map[data.ItemKey]desk.Step)
	for _, b := range before {
		was[b.Item.Key] = b
	}
	var lines []string
	for _, a := range after {
		b, known := was[a.Item.Key]
		delete(was, a.Item.Key)
		args := assets.Args{"Item": a.Title, "From": b.Date, "To": a.Date}
		switch {
		case !known:
			lines = append(lines, assets.L("{{.Item}}: {{.To}}", args))
		case b.Date != a.Date:
			lines = append(lines, assets.L("{{.Item}} moves from {{.From}} to {{.To}}", args))
		}
	}
	for _, b := range before {
		if _, gone := was[b.Item.Key]; gone {
			lines = append(lines, assets.L("{{.Item}} is not needed any more", assets.Args{"Item": b.Title}))
		}
	}
	if len(lines) == 0 {
		return assets.L("The plan stays as it is.")
	}
	return strings.Join(lines, "\n")
}

func (s *saidSheet) save() {
	if s.class == "" {
		s.preview.SetText(assets.L("Choose one of the answers first."))
		return
	}
	if s.class == data.ReplyPromise && s.day.IsZero() {
		s.echo.SetText(assets.L("Which date did they name?"))
		s.Focus(s.date.Focusable())
		return
	}
	s.sheet.Close()
	s.event(assets.L("Noted."), func(ctx context.Context) (data.ID, error) {
		return s.Desk.Said(ctx, s.application, s.class, s.day, zeroTime())
	})
}
