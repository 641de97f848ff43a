package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// An addSheet is the fastest way to a new interview: company, role, when, with
// whom, and what they said about the date.
type addSheet struct {
	*Host
	sheet                            *widgets.Sheet
	paste, company, role, when, with *widgets.Entry
	said                             *widgets.Choice
	date                             *widgets.Entry
	echo, plan                       *widgets.Text
	save                             *widgets.Button
	read                             invite.When
	known                            bool // read holds what the field says
	saving                           bool
	loader                           loader
}

// ShowAdd opens the add sheet with the focus in Company.
func (h *Host) ShowAdd() {
	a := &addSheet{Host: h}
	k := h.Kit
	a.paste = k.TextArea("add.paste", assets.L("Paste the invitation here"), 2).OnChanged(func(string) { a.readPaste() })
	a.paste.Hint(assets.L("Paste the invitation here, or fill in the lines below."))
	a.company = k.Entry("add.company", assets.L("Company")).Labelled()
	a.role = k.Entry("add.role", assets.L("Role")).Labelled()
	a.when = k.Entry("add.when", assets.L("When")).Labelled().Hint(assets.L("tomorrow 3pm, 24 Nov 15:00")).OnChanged(func(string) { a.readWhen() })
	a.echo = k.Text("add.when_echo", widgets.RoleSecondary, "")
	a.with = k.Entry("add.with", assets.L("With")).Labelled().Hint(assets.L("Dana Ruiz <dana@acme.example>, Lee Park"))
	a.said = k.Choice("add.said", assets.L("Did they say when they'd decide?"), []widgets.Option{
		{ID: "add.said.none", Label: assets.L("They didn't say")},
		{ID: "add.said.this_week", Label: assets.L("This week")},
		{ID: "add.said.next_week", Label: assets.L("Next week")},
		{ID: "add.said.date", Label: assets.L("By a date")},
	}, func(int) { a.saidChanged() })
	a.date = k.Entry("add.said_date", assets.L("Their words or the date")).Labelled().Hint(assets.L("by the end of next week, 4 Dec")).OnChanged(func(string) { a.saidChanged() })
	a.date.Hide()
	a.plan = k.Text("add.plan", widgets.RoleSecondary, "")
	cancel := k.Button("add.cancel", assets.L("Cancel"), a.cancel)
	a.save = k.Button("add.save", assets.L("Add interview"), a.store).Primary()
	content := widgets.NewColumn(10, a.paste, a.company, a.role, a.when, a.echo, a.with,
		widgets.NewText(widgets.RoleSecondary, assets.L("Did they say when they'd decide?")), a.said, a.date, a.plan)
	a.sheet = k.Sheet("add", assets.L("Add interview"), content, cancel, a.save).OnEscape(a.cancel)
	h.SheetKey = a.key
	a.sheet.OnClosed(func() { h.SheetKey = nil })
	a.sheet.First(a.company.Focusable()).ShowOn(h.Window().Canvas())
}

// key saves with Ctrl+Enter from any field.
func (a *addSheet) key(p widgets.KeyPress) bool {
	if (p.Name == fyne.KeyReturn || p.Name == fyne.KeyEnter) && p.Mods&fyne.KeyModifierControl != 0 {
		a.store()
		return true
	}
	return false
}

func (a *addSheet) typed() bool {
	for _, e := range []*widgets.Entry{a.paste, a.company, a.role, a.when, a.with, a.date} {
		if strings.TrimSpace(e.Text()) != "" {
			return true
		}
	}
	return false
}

// cancel closes, and asks first when something was typed.
func (a *addSheet) cancel() {
	if !a.typed() {
		a.sheet.Close()
		return
	}
	var ask *widgets.Sheet
	keep := a.Kit.Button("discard.keep", assets.L("Keep writing"), func() { ask.Close() }).Primary()
	throw := a.Kit.Button("discard.throw", assets.L("Throw away"), func() {
		ask.Close()
		a.sheet.Close()
	})
	ask = a.Kit.Sheet("discard", assets.L("Throw away what you typed?"),
		widgets.NewText(widgets.RoleBody, assets.L("It isn't saved yet.")), throw, keep)
	ask.First(keep).ShowOn(a.Window().Canvas())
}

// readWhen echoes the time in full words.
func (a *addSheet) readWhen() {
	a.read, a.known = invite.When{}, false
	text := strings.TrimSpace(a.when.Text())
	a.when.SetError("")
	if text == "" {
		a.echo.SetText("")
		a.foretell()
		return
	}
	reader := invite.Reader{Now: a.Desk.Now(), Zone: a.Desk.Zone(), DayFirst: true}
	if r, err := a.Desk.Reader(a.Context); err == nil {
		reader = r
	}
	w, err := reader.When(text)
	if err != nil {
		a.echo.SetText(a.Explain(err))
		a.foretell()
		return
	}
	a.read, a.known = w, true
	s := a.Desk.Speaker(data.DefaultSettings())
	echo := s.Span(data.Interview{Start: w.Start, End: w.End, Date: w.Date, Zone: w.Zone})
	if len(w.Others) > 0 {
		o := w.Others[0]
		echo = assets.L("{{.This}} (or did you mean {{.Other}}?)", assets.Args{"This": echo, "Other": s.Span(data.Interview{Start: o.Start, End: o.End, Date: o.Date})})
	}
	a.echo.SetText(echo)
	a.foretell()
}

// readPaste fills empty fields from a pasted mail: its people.
func (a *addSheet) readPaste() {
	if people := invite.People(addressLines(a.paste.Text())); len(people) > 0 && a.with.Text() == "" {
		var names []string
		for _, p := range people {
			names = append(names, p.Name+" <"+p.Address()+">")
		}
		a.with.SetText(strings.Join(names, ", "))
	}
}

// addressLines keeps the lines of a mail that name its sender.
func addressLines(text string) string {
	for line := range strings.Lines(text) {
		if name, rest, ok := strings.Cut(line, ":"); ok && strings.EqualFold(strings.TrimSpace(name), "from") && strings.Contains(rest, "@") {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

func (a *addSheet) saidText() string {
	switch a.said.Chosen() {
	case 1:
		return "this week"
	case 2:
		return "next week"
	case 3:
		return strings.TrimSpace(a.date.Text())
	}
	return ""
}

func (a *addSheet) saidChanged() {
	if a.said.Chosen() == 3 {
		a.date.Show()
	} else {
		a.date.Hide()
	}
	a.foretell()
	a.sheet.Refresh()
}

// foretell says what would be planned, before anything is saved.
func (a *addSheet) foretell() {
	a.plan.SetText("")
	if a.saidText() == "" {
		return
	}
	day, err := a.Desk.Promise(a.Context, a.saidText(), a.day())
	if err != nil {
		a.plan.SetText(assets.L("We can't read a date in that yet."))
		return
	}
	a.plan.SetText(assets.L("They'd decide by {{.Date}}.", assets.Args{"Date": a.Desk.Speaker(data.DefaultSettings()).Day(day)}))
}

func (a *addSheet) day() data.Day {
	if a.read.Date.IsZero() && !a.read.Start.IsZero() {
		return data.DayOf(a.read.Start, a.Desk.Zone())
	}
	return a.read.Date
}

// store saves, or shows what is missing.
func (a *addSheet) store() {
	a.company.SetError("")
	if strings.TrimSpace(a.company.Text()) == "" {
		a.company.SetError(assets.L("The company is needed."))
		a.Focus(a.company.Focusable())
		return
	}
	a.readWhen()
	if !a.known && strings.TrimSpace(a.when.Text()) != "" {
		a.when.SetError(assets.L("We can't read this time. Try \"24 Nov 15:00\", or leave it empty."))
		a.Focus(a.when.Focusable())
		return
	}
	if a.saving {
		return
	}
	a.saving = true
	n := desk.NewApplication{
		Company: a.company.Text(), Role: a.role.Text(), Said: a.saidText(),
		First: desk.NewInterview{Start: a.read.Start, End: a.read.End, Date: a.read.Date, Zone: a.read.Zone, With: invite.People(a.with.Text())},
	}
	load(&a.loader, a.Context, func(ctx context.Context) (data.ID, error) {
		return a.Desk.AddApplication(ctx, n)
	}, a.stored)
}

func (a *addSheet) stored(id data.ID, err error) {
	a.saving = false
	if err != nil {
		a.plan.SetText(a.Explain(err))
		return
	}
	a.sheet.Close()
	a.Go(Place{Page: PageInterviews, Application: id})
	a.Toast(assets.L("Added {{.Company}}.", assets.Args{"Company": strings.TrimSpace(a.company.Text())}), "")
}
