package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Welcome is the first page of an empty home: three ways to begin, no account.
type Welcome struct {
	*Host
	Examples func() // look around with examples

	first fyne.Focusable
}

// Content implements Page.
func (w *Welcome) Content() fyne.CanvasObject {
	add := w.Kit.Button("welcome.add", assets.L("Add your first interview"), w.Add).Primary().Icon(widgets.IconPlus)
	look := w.Kit.Button("welcome.examples", assets.L("Look around with examples"), w.Examples)
	bring := w.Kit.Button("welcome.import", assets.L("Bring a spreadsheet"), w.AskSheet)
	w.first = add
	middle := fyne.TextAlignCenter
	column := widgets.NewColumn(14,
		widgets.NewIcon(widgets.IconLeaf, theme.ColorNamePrimary, 40),
		w.Kit.Text("welcome.title", widgets.RoleTitle, assets.L("After the interview, nothing slips")).Align(middle),
		w.Kit.Text("welcome.line", widgets.RoleBody, assets.L("The right note at the right time, and it stops by itself when they answer.")).Align(middle),
		widgets.NewPad(10, 22, 0, 0, widgets.NewAcross(8, add, look, bring).Centred()),
		w.legend(),
		widgets.NewText(widgets.RoleSecondary, assets.L("Everything stays on this computer. No account, ever; it works without a mailbox and without the internet.")).Align(middle),
	).Max(widgets.PageWidth).Centred()
	return widgets.NewPage(widgets.NewScroll(widgets.NewPad(56, 24, 24, 24, column)))
}

// legend says in four lines what will be planned, with the badges to come.
func (w *Welcome) legend() fyne.CanvasObject {
	line := func(name string, b data.Badge, text string) widgets.LegendEntry {
		id := "welcome.legend." + name
		return widgets.LegendEntry{Badge: w.Kit.Badge(id, stageOf(b), words.Badge(b)), Words: w.Kit.Text(id+".words", widgets.RoleSecondary, text)}
	}
	return widgets.NewCard(12,
		w.Kit.Text("welcome.legend", widgets.RoleCardTitle, assets.L("What happens after each interview")),
		widgets.NewLegend(
			line("thanks", data.BadgeThankYou, assets.L("Within a day, a few lines to each person you met.")),
			line("check_in", data.BadgeCheckIn, assets.L("After two weeks, or two working days after the date they named.")),
			line("touch", data.BadgeStay, assets.L("Weeks later, one last warm line. Nothing more is planned.")),
			line("replied", data.BadgeReplied, assets.L("As soon as they write back, all of it waits for you."))))
}

// Refresh implements Page.
func (w *Welcome) Refresh() {}

// Leave implements Page.
func (w *Welcome) Leave() {}

// Enter implements Page.
func (w *Welcome) Enter() fyne.Focusable { return w.first }

// Key implements Page.
func (w *Welcome) Key(widgets.KeyPress) bool { return false }
