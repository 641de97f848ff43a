package screen

import (
	"fyne.io/fyne/v2"

	"afterword/widgets"
)

// A finder is what pages with a list have in common: a search above rows, and how
// the focus gets into them.
type finder struct {
	search   *widgets.Entry
	chips    *widgets.Choice
	list     *widgets.Rows
	empty    *widgets.Text
	emptyPad *widgets.Pad

	host     *Host
	again    func()         // reads the list anew
	entering bool           // the list gets the focus once it has rows
	begun    bool           // what is found is begun with once it is read
	before   fyne.Focusable // what had the focus when the page was entered
}

// searched makes the search field; it is given what a change of it does.
func (f *finder) searched(h *Host, id, name string, changed, read func()) {
	f.host, f.again = h, read
	f.search = h.Kit.Entry(id, name).Hint(name).Icon(widgets.IconSearch)
	f.search.OnChanged(func(string) { changed() }).OnKey(f.searchKey).OnEnter(func(string) { f.begin() })
}

// none makes the line that stands where no row does.
func (f *finder) none(id string) {
	f.empty = f.host.Kit.Text(id, widgets.RoleSecondary, "")
	f.emptyPad = widgets.NewPad(6, 0, 10, 10, f.empty)
	f.emptyPad.Hide()
}

// enter notes that the page was entered: the list gets the focus.
func (f *finder) enter() fyne.Focusable {
	f.entering, f.before = true, f.host.Window().Canvas().Focused()
	return f.list
}

// seek moves the focus into the search field.
func (f *finder) seek() {
	f.entering = false
	f.host.Focus(f.search.Focusable()) // on a page that was opened just now no control knows its window yet
	f.search.SelectAll()
}

// begin leads into the list, to its first row when what is chosen is not among
// what was found.
func (f *finder) begin() {
	f.host.Focus(f.list)
	f.begun = true
	f.again()
}

// searchKey leads from the search into the list.
func (f *finder) searchKey(p widgets.KeyPress) bool {
	switch {
	case p.Name == fyne.KeyDown:
		f.begin()
		return true
	case p.Name == fyne.KeyEscape && f.search.Text() != "":
		f.search.SetText("")
		return true
	}
	return false
}

// arrived gives the focus to what was read, of so many rows, where the user waits
// for it.
func (f *finder) arrived(rows int) {
	if f.begun {
		f.begun = false
		f.list.Begin()
	}
	if f.entering && rows > 0 {
		f.entering = false
		if now := f.host.Window().Canvas().Focused(); now == nil || now == f.before {
			f.host.Focus(f.list)
		}
	}
}

// listKey gives the keys of the list to it when nothing has the focus.
func (f *finder) listKey(p widgets.KeyPress) bool {
	switch p.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyReturn, fyne.KeyEnter:
		f.host.Focus(f.list)
		f.list.TypedKey(&fyne.KeyEvent{Name: p.Name})
		return true
	}
	return false
}
