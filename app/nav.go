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
		item(screen.PageMail, widgets.IconInbox, assets.L("Mail to sort")),
		item(screen.PagePeople, widgets.IconPeople, assets.L("People")),
		item(screen.PageCalendar, widgets.IconCalendar, assets.L("Calendar")),
		item(screen.PageInsights, widgets.IconChart, assets.L("Insights")))
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
	w.nav[screen.PageToday].SetCount(number(t.Wanted))
	w.nav[screen.PageInterviews].SetCount(number(t.Open))
	w.nav[screen.PageMail].SetCount(number(t.Reviews))
	w.showInsights(!t.NoInsights)
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
		return p.Name == fyne.KeyQ && p.Mods&fyne.KeyModifierControl != 0 && w.chord(p)
	}
	if p.Mods&fyne.KeyModifierControl != 0 && w.chord(p) {
		return true
	}
	switch {
	case p.Name == fyne.KeyF5:
		w.checkMail()
		return true
	case p.Name == fyne.KeyF1, p.Rune == '?' && !p.InText:
		w.shortcuts()
		return true
	}
	if page := w.pages[w.page]; page != nil && page.Key(p) {
		return true
	}
	return w.anywhere(p)
}

// anywhere answers the keys that a page may have an answer of its own to.
func (w *window) anywhere(p widgets.KeyPress) bool {
	control := p.Mods&fyne.KeyModifierControl != 0
	switch {
	case p.Rune == '/' && !p.InText:
		w.search()
	case control && (p.Name == fyne.KeyL && w.page != screen.PageLetter || p.Name == fyne.KeyM):
		w.press(p)
	default:
		return false
	}
	return true
}

// chord answers a key held with Ctrl.
func (w *window) chord(p widgets.KeyPress) bool {
	shift := p.Mods&fyne.KeyModifierShift != 0
	switch p.Name {
	case fyne.KeyN:
		w.host.Add()
	case fyne.KeyK:
		w.showPalette()
	case fyne.Key1:
		w.turnTo(screen.PageToday)
	case fyne.Key2:
		w.turnTo(screen.PageInterviews)
	case fyne.Key3:
		w.turnTo(screen.PageMail)
	case fyne.Key4:
		w.turnTo(screen.PagePeople)
	case fyne.Key5:
		w.turnTo(screen.PageCalendar)
	case fyne.Key6:
		w.turnToInsights()
	case fyne.KeyComma:
		w.turnTo(screen.PageSettings)
	case fyne.KeyQ:
		w.win.Close()
	case fyne.KeyF:
		w.search()
	case fyne.KeyZ: // a text field that has something to take back keeps it
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
		fyne.KeyN, fyne.KeyF, fyne.KeyK, fyne.KeyZ, fyne.KeyL, fyne.KeyM, fyne.KeyQ, fyne.KeyComma, fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.KeyReturn,
	}
	for _, name := range names {
		for _, mods := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierControl | fyne.KeyModifierShift} {
			w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mods}, func(fyne.Shortcut) {
				w.kit.Keys.Press(widgets.KeyPress{Name: name, Mods: mods})
			})
		}
	}
}
