package screen

import (
	"fyne.io/fyne/v2"

	"afterword/assets"
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
	column := widgets.NewColumn(14,
		widgets.NewIcon(widgets.IconLeaf, widgets.ColorMuted, 40),
		w.Kit.Text("welcome.title", widgets.RoleTitle, assets.L("After the interview, nothing slips")),
		w.Kit.Text("welcome.line", widgets.RoleBody, assets.L("The right note at the right time, and it stops by itself when they answer. Everything stays on this computer.")),
		widgets.NewPad(10, 0, 0, 0, widgets.NewAcross(8, add, look, bring)),
		widgets.NewText(widgets.RoleSecondary, assets.L("No account, ever. It works without a mailbox and without the internet.")),
	).Max(widgets.PageWidth).Centred()
	return widgets.NewPage(widgets.NewScroll(widgets.NewPad(80, 24, 24, 24, column)))
}

// Refresh implements Page.
func (w *Welcome) Refresh() {}

// Leave implements Page.
func (w *Welcome) Leave() {}

// Enter implements Page.
func (w *Welcome) Enter() fyne.Focusable { return w.first }

// Key implements Page.
func (w *Welcome) Key(widgets.KeyPress) bool { return false }
