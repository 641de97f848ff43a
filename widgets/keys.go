package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A KeyPress is one key or one typed character on its way through the program.
// A key has a Name, a character a Rune; never both.
type KeyPress struct {
	Name   fyne.KeyName
	Mods   fyne.KeyModifier
	Rune   rune
	InText bool // a text field has the focus: single letters belong to it
}

// A Router answers a key press and reports whether it did.
type Router func(KeyPress) bool

// Keys is the one door through which every control offers keys to the program
// before it uses them itself. The program sets Handle once per window, and
// hands the keys of an unfocused window to Press as well.
type Keys struct {
	Handle Router
	sheets []*Sheet
}

// Press offers a key to the topmost sheet (Esc) and then to the program; what
// neither takes is for the sheet's button (Ctrl+Enter), or scrolls it.
func (k *Keys) Press(p KeyPress) bool {
	if p.Name == fyne.KeyEscape && len(k.sheets) > 0 {
		k.sheets[len(k.sheets)-1].escape()
		return true
	}
	if k.Handle != nil && k.Handle(p) {
		return true
	}
	return len(k.sheets) > 0 && k.sheets[len(k.sheets)-1].key(p)
}

// Top returns the id of the topmost open sheet, empty when none is open.
func (k *Keys) Top() string {
	if len(k.sheets) == 0 {
		return ""
	}
	return k.sheets[len(k.sheets)-1].id
}

// Tell says in the topmost sheet what went wrong, above its buttons, and reports
// whether there is one.
func (k *Keys) Tell(sentence string) bool {
	if len(k.sheets) == 0 || !k.sheets[len(k.sheets)-1].foot.Visible() {
		return false
	}
	k.sheets[len(k.sheets)-1].Tell(sentence)
	return true
}

func (k *Keys) opened(s *Sheet) { k.sheets = append(k.sheets, s) }

// closed forgets a sheet and all above it, as Fyne's overlay stack does.
func (k *Keys) closed(s *Sheet) {
	for i, o := range k.sheets {
		if o == s {
			for _, above := range k.sheets[i+1:] {
				above.canvas = nil
			}
			k.sheets = k.sheets[:i]
			return
		}
	}
}

// offerKey offers Esc and the function keys, and outside of a text those that
// turn a page; the rest belongs to the control.
func (k *Keys) offerKey(name fyne.KeyName, inText bool) bool {
	switch name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return k.Press(KeyPress{Name: name, Mods: heldKeys(), InText: inText})
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		return !inText && k.Press(KeyPress{Name: name, Mods: heldKeys()})
	}
	return false
}

// offerShortcut offers a key chord such as Ctrl+N.
func (k *Keys) offerShortcut(s fyne.Shortcut, inText bool) bool {
	chord, ok := s.(fyne.KeyboardShortcut)
	return ok && k.Press(KeyPress{Name: chord.Key(), Mods: chord.Mod(), InText: inText})
}

// heldKeys returns the modifiers held down now; none where the driver cannot say.
func heldKeys() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
