package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// field is Fyne's entry with our keys.
type field struct {
	widget.Entry
	owner   *Entry
	kit     *Kit
	id      string
	focused bool
	before  Router
	left    func()
	pasted  func(text string) string
	inner   *container.Scroll // of Fyne's entry
	halves  map[string]bool   // texts between the two steps of a replacement

	addresses bool // it holds names with mail addresses
}

// CreateRenderer implements fyne.Widget. It keeps the scroll area of Fyne's entry,
// which has no other way to say how far it is scrolled.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	r := f.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			f.inner = s
		}
	}
	return fieldRenderer{r, f}
}

// fieldRenderer keeps a text of one line that is longer than its field within the
// field's frame: it ends short of it, and the bar by which Fyne shows that there is
// more lies below the field, where nothing of it is painted.
type fieldRenderer struct {
	fyne.WidgetRenderer
	f *field
}

// IsClip tells Fyne's painter that nothing shows beyond the field.
func (fieldRenderer) IsClip() {}

// Layout implements fyne.WidgetRenderer.
func (r fieldRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	if r.f.MultiLine || r.f.inner == nil {
		return
	}
	const frame, bar = 6, 12
	place := r.f.inner.Size()
	r.f.inner.Resize(fyne.NewSize(max(0, place.Width-frame), place.Height+bar))
}

// ID returns the name of the field in the map of the window.
func (f *field) ID() string { return f.id }

// Describe implements Described; a secret's value is empty.
func (f *field) Describe() Node {
	n := Node{ID: f.id, Role: roleEntry, Text: []string{f.owner.name}, Value: f.plain(f.Text)}
	if f.owner.fault.Visible() {
		n.Text = append(n.Text, f.owner.fault.text)
	}
	if f.Password {
		n.Value = ""
	}
	return n
}

// AcceptsTab implements fyne.Tabbable: Tab always leaves the field.
func (f *field) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable and brings the field into sight.
func (f *field) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	f.owner.Refresh()
	Reveal(f)
}

// follow keeps the line that is written in in sight as the page around grows.
func (f *field) follow() {
	if f.focused {
		Reveal(f)
	}
}

// FocusLost implements fyne.Focusable.
func (f *field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.directed()
	f.owner.Refresh()
	if f.left != nil {
		f.left()
	}
}

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if f.before != nil && f.before(KeyPress{Name: e.Name, Mods: heldKeys(), InText: true}) {
		return
	}
	if !f.kit.Keys.offerKey(e.Name, true) {
		f.Entry.TypedKey(e)
	}
}

// TypedShortcut implements fyne.Shortcutable: copy, cut, paste and select all
// are the field's, undo and redo are its own while it has something to take
// back, everything else is offered to the program first.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && f.pasted != nil {
		s = &fyne.ShortcutPaste{Clipboard: clip(f.pasted(p.Clipboard.Content()))}
	}
	switch c := s.(type) {
	case *fyne.ShortcutCopy:
		s = &fyne.ShortcutCopy{Clipboard: plainClip{c.Clipboard, f}}
	case *fyne.ShortcutCut:
		s = &fyne.ShortcutCut{Clipboard: plainClip{c.Clipboard, f}}
	}
	switch s := s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		f.Entry.TypedShortcut(s)
		return
	case fyne.KeyboardShortcut:
		if f.history(s) || f.jump(s) {
			return
		}
	}
	if !f.kit.Keys.offerShortcut(s, true) {
		f.Entry.TypedShortcut(s)
	}
}

// A clip is a clipboard that holds one text.
type clip string

// Content implements fyne.Clipboard.
func (c clip) Content() string { return string(c) }

// SetContent implements fyne.Clipboard.
func (clip) SetContent(string) {}

// history undoes or redoes in the text and reports whether that changed it. A
// replacement is two steps of Fyne's entry, and one of ours.
func (f *field) history(s fyne.KeyboardShortcut) bool {
	was := f.Text
	chord := fyne.KeyModifierShortcutDefault
	step := func() {}
	switch {
	case s.Key() == fyne.KeyZ && s.Mod() == chord:
		step = f.Undo
	case s.Key() == fyne.KeyZ && s.Mod() == chord|fyne.KeyModifierShift, s.Key() == fyne.KeyY && s.Mod() == chord:
		step = f.Redo
	}
	step()
	if f.Text != was && f.halves[f.Text] {
		step()
	}
	return f.Text != was
}
