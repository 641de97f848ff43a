package app

import (
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
