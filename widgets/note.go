package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A NoteState is what the mark before a Note says.
type NoteState int

// The marks of notes: hints beside a letter, steps of a live test.
const (
	NotePlain NoteState = iota
	NoteGood
	NoteHint
	NoteRunning
	NoteFailed
	NoteGrave // a hint that had better be followed
	NoteFaint // a hint that may well be left
)

// A Note is a mark and a sentence that wraps: a tone hint (CheckLine) or one
// step of a live test (StepLine).
type Note struct {
	base
	state   NoteState
	picture *canvas.Image
	text    *Text
}

// Note returns a note.
func (k *Kit) Note(id string, state NoteState, text string) *Note {
	n := &Note{state: state, picture: newIcon(), text: NewText(RoleSecondary, text).In(theme.ColorNameForeground)}
	n.kit, n.id = k, id
	n.ExtendBaseWidget(n)
	return n
}

// Set changes mark and words.
func (n *Note) Set(state NoteState, text string) {
	n.state = state
	n.text.SetText(text)
	n.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (n *Note) CreateRenderer() fyne.WidgetRenderer { return render(n) }

// Describe implements Described; the value is the mark in one word.
func (n *Note) Describe() Node {
	word := [...]string{"", "ok", "hint", "running", "failed", "grave", "faint"}[n.state]
	return Node{ID: n.id, Role: roleText, Text: []string{n.text.text}, Value: word}
}

func (n *Note) parts() []fyne.CanvasObject { return []fyne.CanvasObject{n.picture, n.text} }

func (n *Note) repaint() {
	icon, ink := IconDot, ColorMuted
	switch n.state {
	case NoteGood:
		icon, ink = IconCheck, theme.ColorNamePrimary
	case NoteHint:
		icon, ink = IconBubble, theme.ColorNameWarning
	case NoteRunning:
		icon = IconClock
	case NoteFailed:
		icon, ink = IconWarning, theme.ColorNameError
	case NoteGrave:
		icon, ink = IconWarning, theme.ColorNameWarning
	case NoteFaint:
		icon = IconBubble
	}
	setIcon(n.picture, icon, ink)
}

func (n *Note) heightFor(width float32) float32 { return n.text.heightFor(width - 28) }

func (n *Note) wantedWidth() float32 { return n.text.wantedWidth() + 28 }

func (n *Note) minSize() fyne.Size { return fyne.NewSize(120, n.heightFor(n.Size().Width)) }

func (n *Note) layout(size fyne.Size) {
	put(n.picture, 0, (n.text.lineHeight()-16)/2, 16, 16)
	put(n.text, 28, 0, size.Width-28, n.text.heightFor(size.Width-28))
}
