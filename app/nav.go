package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"afterword/app/desk"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/widgets"
)

// sidebar makes the navigation.
func (w *window) sidebar() fyne.CanvasObject {
	item := func(page string, icon widgets.IconName, name string) *widgets.NavItem {
		n := w.kit.NavItem("nav."+page, icon, name, func() { w.open(screen.Place{Page: page}) })
		w.nav[page] = n
		return n
	}
	w.nav = make(map[string]*widgets.NavItem)
	top := widgets.NewColumn(2,
		item(screen.PageToday, widgets.IconSun, assets.L("Today")),
		item(screen.PageInterviews, widgets.IconList, assets.L("Interviews")),
		item(screen.PageMail, widgets.IconInbox, assets.L("Mail to sort")))
	settings := item(screen.PageSettings, widgets.IconSliders, assets.L("Settings"))
	space := widgets.NewColumn(0)
	return widgets.NewPane(widgets.ColorSidebar, widgets.NewPad(14, 10, 8, 8, widgets.NewColumn(2, top, space, settings).Grow(space)))
}

// mark shows where the window is.
func (w *window) mark() {
	for page, n := range w.nav {
		if page == w.page || page == screen.PageInterviews && w.page == screen.PageLetter {
			n.Select()
		} else {
			n.Unselect()
		}
	}
}

// counted shows how much waits behind each page.
func (w *window) counted(t desk.Today) {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	w.nav[screen.PageToday].SetCount(number(len(t.Cards)))
	w.nav[screen.PageInterviews].SetCount(number(t.Open))
	w.nav[screen.PageMail].SetCount(number(t.Reviews))
	w.ready = true
	if t.Empty && w.page == screen.PageToday {
		w.open(screen.Place{Page: screen.PageWelcome})
	}
	if !t.Empty && w.page == screen.PageWelcome {
		w.open(screen.Place{Page: screen.PageToday})
	}
}

// key is the program's answer to a key that a control offers it.
func (w *window) key(p widgets.KeyPress) bool {
	if w.kit.Keys.Top() != "" {
		return w.host.SheetKey != nil && w.host.SheetKey(p)
	}
	if p.Mods&fyne.KeyModifierControl != 0 && w.chord(p) {
		return true
	}
	switch {
	case p.Name == fyne.KeyF5:
		w.mail.nudge()
		w.toast(assets.L("Checking mail."), "")
		return true
	case p.Name == fyne.KeyF1, p.Rune == '?' && !p.InText:
		w.shortcuts()
		return true
	}
	if page := w.pages[w.page]; page != nil && page.Key(p) {
		return true
	}
	if p.Rune == '/' && !p.InText {
		w.open(screen.Place{Page: screen.PageInterviews})
		return w.interviews.Key(widgets.KeyPress{Rune: '/'})
	}
	return false
}

// chord answers a key held with Ctrl.
func (w *window) chord(p widgets.KeyPress) bool {
	shift := p.Mods&fyne.KeyModifierShift != 0
	switch p.Name {
	case fyne.KeyN:
		w.host.Add()
	case fyne.Key1:
		w.open(screen.Place{Page: screen.PageToday})
	case fyne.Key2:
		w.open(screen.Place{Page: screen.PageInterviews})
	case fyne.Key3:
		w.open(screen.Place{Page: screen.PageMail})
	case fyne.KeyComma:
		w.open(screen.Place{Page: screen.PageSettings})
	case fyne.KeyQ:
		w.win.Close()
	case fyne.KeyF:
		w.open(screen.Place{Page: screen.PageInterviews})
		w.interviews.Key(p)
	case fyne.KeyZ:
		if p.InText {
			return false
		}
		if shift {
			w.undo(w.desk.Redo)
		} else {
			w.undo(w.desk.UndoLast)
		}
	default:
		return false
	}
	return true
}

// chords hands the keys of an unfocused window to the same door.
func (w *window) chords() {
	names := []fyne.KeyName{
		fyne.KeyN, fyne.KeyF, fyne.KeyZ, fyne.KeyL, fyne.KeyM, fyne.KeyQ, fyne.KeyComma, fyne.Key1, fyne.Key2, fyne.Key3, fyne.KeyReturn,
	}
	for _, name := range names {
		for _, mods := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierControl | fyne.KeyModifierShift} {
			w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mods}, func(fyne.Shortcut) {
				w.kit.Keys.Press(widgets.KeyPress{Name: name, Mods: mods})
			})
		}
	}
}

// shortcuts shows every key.
func (w *window) shortcuts() {
	keys := [][2]string{
		{"Ctrl+N", assets.L("Add an interview")},
		{"Ctrl+F, /", assets.L("Search")},
		{"Ctrl+Z", assets.L("Undo")},
		{"Ctrl+Shift+Z", assets.L("Redo")},
		{"Ctrl+1 … 3", assets.L("Today, Interviews, Mail to sort")},
		{"Ctrl+L, D", assets.L("Write the letter")},
		{"Ctrl+M, S", assets.L("Mark as sent")},
		{"Ctrl+Enter", assets.L("Save, or open in the mail app")},
		{"L", assets.L("Later")},
		{"T", assets.L("They said…")},
		{"J K ↑ ↓", assets.L("Move in a list")},
		{"F5", assets.L("Check mail now")},
		{"Ctrl+,", assets.L("Settings")},
		{"Esc", assets.L("Close, or back")},
		{"Ctrl+Q", assets.L("Quit")},
	}
	var rows []fyne.CanvasObject
	for _, k := range keys {
		what := widgets.NewText(widgets.RoleBody, k[1])
		rows = append(rows, widgets.NewAcross(8, widgets.NewFixed(130, widgets.NewText(widgets.RoleSecondary, k[0])), what).Grow(what))
	}
	var sheet *widgets.Sheet
	closing := w.kit.Button("shortcuts.close", assets.L("Close"), func() { sheet.Close() })
	sheet = w.kit.Sheet("shortcuts", assets.L("Keys"), widgets.NewColumn(6, rows...), closing)
	sheet.ShowOn(w.win.Canvas())
}
