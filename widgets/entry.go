package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// An Entry is a text field with a name, an error line under it and a focus ring
// of 2 units. It never keeps Tab and offers key chords to the program first.
type Entry struct {
	base
	name  string
	label *Text
	field *field
	ring  *canvas.Rectangle
	fault *Text
	icon  IconName
	rows  int
}

// Entry returns a field of one line; name is what it is for.
func (k *Kit) Entry(id, name string) *Entry {
	e := &Entry{name: name, ring: box(7), rows: 1, label: NewText(RoleSecondary, name)}
	e.fault = k.Text(id+".error", RoleSecondary, "").In(theme.ColorNameError)
	e.fault.Hidden, e.label.Hidden = true, true
	e.field = &field{owner: e, kit: k, id: id}
	e.field.ExtendBaseWidget(e.field)
	e.ExtendBaseWidget(e)
	return e
}

// TextArea returns a field of several lines, at least rows of them high. Its
// text wraps; Tab leaves it, Enter starts a new line.
func (k *Kit) TextArea(id, name string, rows int) *Entry {
	e := k.Entry(id, name)
	e.rows = rows
	e.field.MultiLine, e.field.Wrapping = true, fyne.TextWrapWord
	e.field.SetMinRowsVisible(rows)
	e.field.OnCursorChanged = e.field.follow
	return e
}

// Labelled shows the name above the field and returns the entry.
func (e *Entry) Labelled() *Entry {
	e.label.Hidden = false
	return e
}

// Secret hides what is typed, from the map as well, and returns the entry.
func (e *Entry) Secret() *Entry {
	e.field.Password = true
	return e
}

// Hint shows words while the field is empty and returns the entry.
func (e *Entry) Hint(words string) *Entry {
	e.field.SetPlaceHolder(words)
	return e
}

// Icon shows an icon at the left and returns the entry.
func (e *Entry) Icon(icon IconName) *Entry {
	e.icon = icon
	return e
}

// OnChanged is called with the text after each change, and returns the entry.
func (e *Entry) OnChanged(f func(text string)) *Entry {
	e.field.Entry.OnChanged = func(text string) { f(e.field.plain(text)) }
	return e
}

// OnPaste is given what is about to be pasted and returns what goes into the
// field: a text field is slow with far more than a screen of text.
func (e *Entry) OnPaste(f func(text string) string) *Entry {
	e.field.pasted = f
	return e
}

// OnEnter is called when Enter is pressed in a field of one line.
func (e *Entry) OnEnter(f func(text string)) *Entry {
	e.field.OnSubmitted = f
	return e
}

// OnKey offers the arrows and other named keys to f before the field uses them.
func (e *Entry) OnKey(f Router) *Entry {
	e.field.before = f
	return e
}

// OnFocusLost is called when the focus leaves the field.
func (e *Entry) OnFocusLost(f func()) *Entry {
	e.field.left = f
	return e
}

// Text returns what the field holds.
func (e *Entry) Text() string { return e.field.plain(e.field.Entry.Text) }

// SetText replaces what the field holds, and what Undo remembers of it.
func (e *Entry) SetText(text string) {
	e.field.halves = nil
	e.field.SetText(e.field.shown(text))
}

// Replace puts text in place of the bytes from start to end, as one act of the
// user that Undo takes back.
func (e *Entry) Replace(start, end int, text string) { e.field.replace(start, end, text) }

// Insert puts text where the cursor is, in place of what is selected, and leaves
// the focus there.
func (e *Entry) Insert(text string) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.field); c != nil {
		c.Focus(e.field)
	}
	e.field.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip(text)})
}

// SelectRange selects text and moves the focus there; start and end count runes.
func (e *Entry) SelectRange(start, end int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.field); c != nil {
		c.Focus(e.field)
	}
	e.field.selectRange(start, end)
}

// SelectAll moves the focus to the field with all its text selected, so that the
// next letter replaces it.
func (e *Entry) SelectAll() { e.SelectRange(0, len([]rune(e.Text()))) }

// Focusable returns what canvas.Focus takes.
func (e *Entry) Focusable() fyne.Focusable { return e.field }

// SetError shows a sentence under the field; empty takes it away.
func (e *Entry) SetError(sentence string) {
	e.fault.SetText(sentence)
	e.fault.Hidden = sentence == ""
	e.Refresh()
}

// Enable implements fyne.Disableable's half for the field.
func (e *Entry) Enable() { e.field.Enable() }

// Disable makes the field read-only and leaves it out of Tab.
func (e *Entry) Disable() { e.field.Disable() }

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer { return render(e) }

func (e *Entry) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{e.label, e.field, e.ring, e.fault}
}

func (e *Entry) repaint() {
	if e.icon != "" {
		e.field.Icon = iconIn(e.icon, ColorMuted)
	}
	stroke(e.ring, "", 0)
	switch {
	case e.fault.Visible():
		stroke(e.ring, theme.ColorNameError, 2)
	case e.field.focused:
		stroke(e.ring, theme.ColorNamePrimary, 2)
	}
}

// around returns the heights above and below the field.
func (e *Entry) around(width float32) (above, below float32) {
	if e.label.Visible() {
		above = e.label.heightFor(width) + 4
	}
	if e.fault.Visible() {
		below = e.fault.heightFor(width) + 4
	}
	return above, below
}

func (e *Entry) heightFor(width float32) float32 {
	above, below := e.around(width)
	return above + e.field.MinSize().Height + below
}

func (e *Entry) minSize() fyne.Size { return fyne.NewSize(80, e.heightFor(e.Size().Width)) }

func (e *Entry) wantedWidth() float32 { return 240 }

func (e *Entry) layout(size fyne.Size) {
	above, below := e.around(size.Width)
	h := max(0, size.Height-above-below)
	put(e.label, 0, 0, size.Width, max(0, above-4))
	put(e.field, 0, above, size.Width, h)
	put(e.ring, 0, above, size.Width, h)
	put(e.fault, 0, above+h+4, size.Width, max(0, below-4))
}
