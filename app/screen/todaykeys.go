package screen

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"

	"afterword/widgets"
)

// Key implements Page: the letters of screens.md 4.14 are about the card that
// has the focus, else about the first.
func (t *Today) Key(p widgets.KeyPress) bool {
	if len(t.stops) == 0 {
		return false
	}
	at := t.at()
	c := t.last.Cards[max(at, 0)]
	control := p.Mods&fyne.KeyModifierControl != 0
	switch {
	case control && p.Name == fyne.KeyL:
		t.do(c)
		return true
	case control && p.Name == fyne.KeyM:
		t.sent(c)
		return true
	case p.InText:
		return false
	}
	switch unicode.ToLower(p.Rune) {
	case 'd':
		t.do(c)
	case 's':
		t.sent(c)
	case 'l':
		t.later(c, t.laters[max(at, 0)].(fyne.CanvasObject))
	case 't':
		t.Said(c.Application)
	case 'e':
		t.Edit(c.Application)
	case 'j':
		t.Focus(t.stops[min(at+1, len(t.stops)-1)])
	case 'k':
		t.Focus(t.stops[max(at-1, 0)])
	default:
		return false
	}
	return true
}

// at returns the card that has the focus, -1 for none.
func (t *Today) at() int {
	now := t.Window().Canvas().Focused()
	if i := slices.Index(t.laters, now); i >= 0 {
		return i
	}
	return slices.Index(t.stops, now)
}
