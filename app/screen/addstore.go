package screen

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// store saves, or shows what is missing. Where the company and the role are
// known already, it asks first.
func (a *addSheet) store() {
	if a.saving || !a.complete() {
		return
	}
	n := a.application()
	twins, err := a.Desk.Twins(a.Context, n.Company, n.Role)
	switch {
	case err != nil:
		a.stored("", err)
	case len(twins) > 0:
		a.askTwin(twins, n)
	default:
		a.add(n)
	}
}

// complete shows the first thing that is missing, and reports whether there is
// none.
func (a *addSheet) complete() bool {
	a.company.entry.SetError("")
	if strings.TrimSpace(a.company.entry.Text()) == "" {
		a.company.entry.SetError(assets.L("The company is needed."))
		a.Focus(a.company.entry.Focusable())
		return false
	}
	if !a.known && strings.TrimSpace(a.when.entry.Text()) != "" {
		a.when.entry.SetError(assets.L("We can't read this time. Try \"24 Nov 15:00\", or leave it empty."))
		a.Focus(a.when.entry.Focusable())
		return false
	}
	if fault := a.more.checkCountry(); fault != "" {
		if !a.more.open {
			a.fold()
		}
		a.more.country.entry.SetError(fault)
		a.Focus(a.more.country.entry.Focusable())
		return false
	}
	return true
}

func (a *addSheet) add(n desk.NewApplication) {
	a.saving = true
	load(&a.loader, a.Context, func(ctx context.Context) (data.ID, error) {
		return a.Desk.AddApplication(ctx, n)
	}, a.stored)
}

func (a *addSheet) stored(id data.ID, err error) {
	a.saving = false
	if err != nil {
		a.plan.SetText(a.Explain(err))
		a.sheet.Refresh()
		return
	}
	a.sheet.Close()
	a.Go(Place{Page: PageInterviews, Application: id})
	a.Toast(assets.L("Added {{.Company}}.", assets.Args{"Company": strings.TrimSpace(a.company.entry.Text())}), "")
}

// askTwin asks whether the interview is a further round of an application.
func (a *addSheet) askTwin(twins []data.Application, n desk.NewApplication) {
	const most = 5
	var ask *widgets.Sheet
	company := assets.Args{"Company": twins[0].Company}
	choose := func(id string, label string, act func()) *widgets.Button {
		return a.Kit.Button(id, label, func() {
			ask.Close()
			act()
		})
	}
	separate := choose("twin.separate", assets.L("Keep separate"), func() { a.add(n) })
	title := assets.L("Add a round to {{.Company}}, or keep separate?", company)
	if len(twins) == 1 {
		round := choose("twin.round", assets.L("Add a round"), func() { a.addRound(twins[0].ID, n) }).Primary()
		text := widgets.NewText(widgets.RoleBody, assets.L("You already follow {{.What}}.", assets.Args{"What": named(twins[0])}))
		ask = a.Kit.Sheet("twin", title, text, separate, round)
		ask.First(round).ShowOn(a.Window().Canvas())
		return
	}
	lines := []fyne.CanvasObject{widgets.NewText(widgets.RoleBody, assets.L("Several interviews there are known. Which one is it?"))}
	for i, t := range twins[:min(len(twins), most)] {
		lines = append(lines, choose("twin.round:"+strconv.Itoa(i), named(t), func() { a.addRound(t.ID, n) }))
	}
	ask = a.Kit.Sheet("twin", title, widgets.NewColumn(8, lines...), separate)
	ask.ShowOn(a.Window().Canvas())
}

func named(a data.Application) string {
	if a.Role == "" {
		return a.Company
	}
	return a.Company + " · " + a.Role
}

func (a *addSheet) addRound(id data.ID, n desk.NewApplication) {
	a.saving = true
	load(&a.loader, a.Context, func(ctx context.Context) (data.ID, error) {
		return id, a.Desk.AddRound(ctx, id, n)
	}, a.stored)
}
