package widgets

import (
	"sort"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// look returns how many runes stand before a column of a row, and where that is
// in the text area, by asking Fyne's entry for a cursor there.
func (f *field) look(row, column int) (runes int, at fyne.Position) {
	wasRow, wasColumn := f.CursorRow, f.CursorColumn
	f.CursorRow, f.CursorColumn = row, column
	runes, at = f.CursorTextOffset(), f.CursorPosition()
	f.CursorRow, f.CursorColumn = wasRow, wasColumn
	return runes, at
}

// sight is the place of the line that is written in.
func (f *field) sight() (top, height float32) {
	whole := f.Size().Height
	if !f.MultiLine || f.inner == nil || whole <= 2*revealHead { // a few lines are shown as a whole
		return 0, whole
	}
	height = min(whole, 2*theme.InnerPadding()+fyne.MeasureText("M", measureOf(theme.SizeNameText), f.TextStyle).Height)
	return min(max(0, f.CursorPosition().Y-f.inner.Offset.Y-theme.InnerPadding()), whole-height), height
}

// rows returns the rune with which each row begins, as the text wraps now.
func (f *field) rows() []int {
	all := []int{0}
	for {
		begin, _ := f.look(len(all), 0)
		if begin == 0 { // a row that is not there begins nowhere
			return all
		}
		all = append(all, begin)
	}
}

// spot returns row and column of a rune.
func spot(rows []int, rune int) (row, column int) {
	row = max(0, sort.SearchInts(rows, rune+1)-1)
	return row, rune - rows[row]
}

// selectRange selects runes by moving the cursor as a person would.
func (f *field) selectRange(start, end int) {
	rows := f.rows()
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) // ends a selection
	f.CursorRow, f.CursorColumn = spot(rows, start)
	if start >= end {
		f.Refresh()
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	f.KeyDown(shift)
	f.CursorRow, f.CursorColumn = spot(rows, end-1)
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	f.KeyUp(shift)
}

// jump goes to the beginning or the end of the text with Ctrl+Home and Ctrl+End,
// and selects on the way with Shift.
func (f *field) jump(s fyne.KeyboardShortcut) bool {
	chord := fyne.KeyModifierShortcutDefault
	shift := s.Mod()&fyne.KeyModifierShift != 0
	if s.Mod()&^fyne.KeyModifierShift != chord || s.Key() != fyne.KeyHome && s.Key() != fyne.KeyEnd {
		return false
	}
	from, end := f.CursorTextOffset(), utf8.RuneCountInString(f.Text)
	switch {
	case s.Key() == fyne.KeyEnd && shift:
		f.selectRange(from, end)
	case s.Key() == fyne.KeyEnd:
		f.selectRange(end, end)
	case shift:
		f.selectRange(0, from)
	default:
		f.selectRange(0, 0)
	}
	return true
}

// replace puts text in place of the bytes from start to end, through the doors
// that Fyne's entry remembers for Undo. What is alike at both ends stays.
func (f *field) replace(start, end int, text string) {
	was := f.Text
	if start < 0 || end > len(was) || start > end {
		return
	}
	head, tail := alike(was[start:end], text)
	start, end, text = start+head, end-tail, text[head:len(text)-tail]
	from := utf8.RuneCountInString(was[:start])
	f.selectRange(from, from+utf8.RuneCountInString(was[start:end]))
	switch {
	case text == "" && start < end:
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	case text != "":
		if start < end {
			if f.halves == nil {
				f.halves = make(map[string]bool)
			}
			f.halves[was[:start]+was[end:]] = true
		}
		f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
	}
}

// alike returns how many bytes two texts share at their beginnings and, behind
// those, at their ends, in whole runes.
func alike(a, b string) (head, tail int) {
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for head > 0 && (head < len(a) && !utf8.RuneStart(a[head]) || head < len(b) && !utf8.RuneStart(b[head])) {
		head--
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && !utf8.RuneStart(a[len(a)-tail]) {
		tail--
	}
	return head, tail
}
