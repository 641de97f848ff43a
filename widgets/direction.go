package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/bidi"
)

// lrm makes a line run from left to right although it begins with a word of a
// script that runs the other way: Fyne shows the runs of a line in the order of
// its text, and would mirror the brackets around an address (UAX #9, 3.3.1).
const lrm = "\u200e"

// Addresses lets the field show names with mail addresses in any script from left
// to right. The mark that this takes is shown only: it is neither in Text nor in
// what is copied. It returns the entry.
func (e *Entry) Addresses() *Entry {
	e.field.addresses = true
	return e
}

// shown is a text as a field has it on screen.
func (f *field) shown(text string) string {
	if f.addresses && mirrored(text) {
		return lrm + text
	}
	return text
}

// plain is a text as it was typed.
func (f *field) plain(text string) string {
	if f.addresses {
		return strings.ReplaceAll(text, lrm, "")
	}
	return text
}

// directed shows anew what was typed, once the focus left the field.
func (f *field) directed() {
	if want := f.shown(f.plain(f.Text)); want != f.Text {
		f.owner.SetText(f.plain(f.Text))
	}
}

// mirrored reports whether a text begins with a word that runs from right to left,
// and has others that do not.
func mirrored(text string) bool {
	begins := false
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL:
			begins = true
		case bidi.L:
			return begins
		}
	}
	return false
}

// A plainClip takes what is copied as it was typed.
type plainClip struct {
	fyne.Clipboard
	field *field
}

// SetContent implements fyne.Clipboard.
func (c plainClip) SetContent(text string) { c.Clipboard.SetContent(c.field.plain(text)) }
