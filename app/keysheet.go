package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterword/assets"
	"afterword/widgets"
)

// A keyGroup is what the sheet of keys lists under one heading.
type keyGroup struct {
	id, name string
	commands []command
	own      bool // of one page, or of what is chosen there
}

// keyGroups returns every key of the program, where it works.
func (w *window) keyGroups() []keyGroup {
	anywhere := append(w.commands(), command{id: "palette", name: assets.L("Find a command, company or person"), keys: "Ctrl+K"})
	return []keyGroup{
		{"anywhere", assets.L("Everywhere"), anywhere, false},
		{"interview", assets.L("For the chosen interview"), w.applied(), true},
		{"lists", assets.L("In lists and sheets"), []command{
			{id: "move", name: assets.L("Move in a list"), keys: "J K ↑ ↓"},
			{id: "open", name: assets.L("Open"), keys: "Enter"},
			{id: "save", name: assets.L("Save, or open in the mail app"), keys: "Ctrl+Enter"},
			{id: "back", name: assets.L("Close, or back"), keys: "Esc"},
		}, false},
		{"sort", assets.L("Mail to sort"), []command{
			{id: "yes", name: assets.L("Yes, it is"), keys: "Y"},
			{id: "no", name: assets.L("No"), keys: "N"},
			{id: "always", name: assets.L("Always, from this address"), keys: "A"},
			{id: "which", name: assets.L("Choose one of several"), keys: "1–9"},
			{id: "back_answer", name: assets.L("Take the last answer back"), keys: "U"},
		}, true},
		{"calendar", assets.L("Calendar"), []command{
			{id: "days", name: assets.L("By day"), keys: "← → ↑ ↓"},
			{id: "months", name: assets.L("By month"), keys: "PgUp PgDn"},
			{id: "home", name: assets.L("To today"), keys: "Home"},
			{id: "view", name: assets.L("Month or agenda"), keys: "M, A"},
		}, true},
	}
}

// shortcuts shows every key: what works everywhere at the left, what a page has of
// its own beside it.
func (w *window) shortcuts() {
	var left, right []fyne.CanvasObject
	for _, g := range w.keyGroups() {
		rows := []fyne.CanvasObject{w.kit.Text("shortcuts.group."+g.id, widgets.RoleCompany, g.name)}
		for _, c := range g.commands {
			what := w.kit.Text("shortcuts."+c.id, widgets.RoleBody, c.name)
			keys := w.kit.Keycaps("shortcuts."+c.id+".keys", keysSaid(c.keys))
			rows = append(rows, widgets.NewAcross(8, what, keys).Grow(what))
		}
		side := &left
		if g.own {
			side = &right
		}
		*side = append(*side, widgets.NewColumn(5, rows...))
	}
	const wide, half = 880, 400
	body := widgets.NewDuo(2*half, half, 40, widgets.NewColumn(18, left...), widgets.NewColumn(18, right...))
	var sheet *widgets.Sheet
	closing := w.kit.Button("shortcuts.close", assets.L("Close"), func() { sheet.Close() })
	sheet = w.kit.Sheet("shortcuts", assets.L("Keys"), body, closing).Wide(wide)
	sheet.ShowOn(w.win.Canvas())
}

// keysSaid names keys as they are printed on the keyboards of the language.
func keysSaid(keys string) string {
	return strings.NewReplacer("Ctrl", assets.L("Ctrl"), "Shift", assets.L("Shift"), "Enter", assets.L("Enter"),
		"PgUp", assets.L("PgUp"), "PgDn", assets.L("PgDn"), "Home", assets.L("Home")).Replace(keys)
}
