package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/assets"
	"afterword/widgets"
)

// A command is something the program does from anywhere. The palette offers it
// and the sheet of keys lists it.
type command struct {
	id, name, keys string
	do             func()
}

// commands returns what does not need an application.
func (w *window) commands() []command {
	page := func(name string) func() { return func() { w.turnTo(name) } }
	return []command{
		{"add", assets.L("Add an interview"), "Ctrl+N", func() { w.host.Add() }},
		{"search", assets.L("Search"), "Ctrl+F, /", w.search},
		{"undo", assets.L("Undo"), "Ctrl+Z", func() { w.undo(w.desk.UndoLast) }},
		{"redo", assets.L("Redo"), "Ctrl+Shift+Z", func() { w.undo(w.desk.Redo) }},
		{"today", assets.L("Today"), "Ctrl+1", page(screen.PageToday)},
		{"interviews", assets.L("Interviews"), "Ctrl+2", page(screen.PageInterviews)},
		{"mail", assets.L("Mail to sort"), "Ctrl+3", page(screen.PageMail)},
		{"people", assets.L("People"), "Ctrl+4", page(screen.PagePeople)},
		{"calendar", assets.L("Calendar"), "Ctrl+5", page(screen.PageCalendar)},
		{"insights", assets.L("Insights"), "Ctrl+6", w.turnToInsights},
		{"settings", assets.L("Settings"), "Ctrl+,", page(screen.PageSettings)},
		{"check", assets.L("Check mail now"), "F5", w.checkMail},
		{"keys", assets.L("Keys"), "F1, ?", w.shortcuts},
		{"quit", assets.L("Quit"), "Ctrl+Q", func() { w.win.Close() }},
	}
}

// applied returns what is done to the chosen application.
func (w *window) applied() []command {
	press := func(r rune) func() { return func() { w.press(widgets.KeyPress{Rune: r}) } }
	return []command{
		{"letter", assets.L("Write the letter"), "Ctrl+L, D", press('d')},
		{"sent", assets.L("Mark as sent"), "Ctrl+M, S", press('s')},
		{"later", assets.L("Later"), "L", press('l')},
		{"said", assets.L("They said…"), "T", press('t')},
		{"edit", assets.L("Edit"), "E", press('e')},
	}
}

// press gives a key to the chosen application, from any page.
func (w *window) press(p widgets.KeyPress) {
	if w.selected == "" {
		return
	}
	if w.page != screen.PageInterviews {
		w.open(screen.Place{Page: screen.PageInterviews, Application: w.selected})
	}
	w.interviews.Press(p)
}

// turnTo opens a page by its key; the focus goes into the page again when it was
// open before.
func (w *window) turnTo(page string) {
	before := w.page
	w.open(screen.Place{Page: page})
	if before == w.page {
		w.enter()
	}
}

// search moves the focus into the page's search field, else opens the list with
// the focus in its own.
func (w *window) search() {
	if p, ok := w.pages[w.page].(screen.Searched); ok {
		p.Search()
		return
	}
	w.open(screen.Place{Page: screen.PageInterviews})
	w.interviews.Key(widgets.KeyPress{Rune: '/'})
}

// checkMail asks the watchers to look now, and says so.
func (w *window) checkMail() {
	if w.mail.nudge() == 0 {
		w.toast(assets.L("No mailbox is connected. Settings has a place for it."), "")
		return
	}
	w.toast(assets.L("Checking mail."), "")
}

// shortcuts shows every key.
func (w *window) shortcuts() {
	all := append(w.commands(), w.applied()...)
	all = append(all,
		command{id: "palette", name: assets.L("Find a command, company or person"), keys: "Ctrl+K"},
		command{id: "save", name: assets.L("Save, or open in the mail app"), keys: "Ctrl+Enter"},
		command{id: "move", name: assets.L("Move in a list"), keys: "J K ↑ ↓"},
		command{id: "days", name: assets.L("By day, by month and to today in the calendar"), keys: "← → ↑ ↓ PgUp PgDn Home"},
		command{id: "view", name: assets.L("Month or agenda in the calendar"), keys: "M, A"},
		command{id: "open", name: assets.L("Open"), keys: "Enter"},
		command{id: "back", name: assets.L("Close, or back"), keys: "Esc"},
	)
	var rows []fyne.CanvasObject
	for _, c := range all {
		what := w.kit.Text("shortcuts."+c.id, widgets.RoleBody, c.name)
		keys := w.kit.Text("shortcuts."+c.id+".keys", widgets.RoleSecondary, keysSaid(c.keys))
		rows = append(rows, widgets.NewAcross(8, widgets.NewFixed(130, keys), what).Grow(what))
	}
	var sheet *widgets.Sheet
	closing := w.kit.Button("shortcuts.close", assets.L("Close"), func() { sheet.Close() })
	sheet = w.kit.Sheet("shortcuts", assets.L("Keys"), widgets.NewColumn(6, rows...), closing)
	sheet.ShowOn(w.win.Canvas())
}

// keysSaid names keys as they are printed on the keyboards of the language.
func keysSaid(keys string) string {
	return strings.NewReplacer("Ctrl", assets.L("Ctrl"), "Shift", assets.L("Shift"), "Enter", assets.L("Enter"),
		"PgUp", assets.L("PgUp"), "PgDn", assets.L("PgDn"), "Home", assets.L("Home")).Replace(keys)
}
