package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// weight is how loudly a button speaks.
type weight int

const (
	secondary weight = iota
	primary
	quiet
	link
)

// A Button does one thing. It is secondary until Primary, Quiet or Link is called.
type Button struct {
	control
	label   string
	name    string // the spoken name of a button without words
	icon    IconName
	weight  weight
	ink     fyne.ThemeColorName
	ring    *canvas.Rectangle
	back    *canvas.Rectangle
	picture *canvas.Image
	words   *canvas.Text
}

// Button returns a button with words.
func (k *Kit) Button(id, label string, tapped func()) *Button {
	b := &Button{label: label, ring: box(9), back: box(7), picture: newIcon(), words: &canvas.Text{}}
	b.begin(k, id, b, tapped)
	return b
}

// IconButton returns a quiet button with an icon alone; name is its name in the map.
func (k *Kit) IconButton(id string, icon IconName, name string, tapped func()) *Button {
	b := k.Button(id, "", tapped).Quiet().Icon(icon)
	b.name = name
	return b
}

// Link returns a button that looks like a link in running text.
func (k *Kit) Link(id, label string, tapped func()) *Button {
	b := k.Button(id, label, tapped)
	b.weight = link
	return b
}

// Primary makes it the one filled button of its place and returns it.
func (b *Button) Primary() *Button {
	b.weight = primary
	return b
}

// SetPrimary makes it the filled button of its place, or no longer.
func (b *Button) SetPrimary(on bool) {
	was := b.weight
	if b.weight = secondary; on {
		b.weight = primary
	}
	if b.weight != was {
		b.Refresh()
	}
}

// Quiet takes the ground away and returns the button.
func (b *Button) Quiet() *Button {
	b.weight = quiet
	return b
}

// Icon sets an icon before the words and returns the button.
func (b *Button) Icon(icon IconName) *Button {
	b.icon = icon
	return b
}

// In sets the colour of words and icon, for buttons on a coloured ground.
func (b *Button) In(ink fyne.ThemeColorName) *Button {
	b.ink = ink
	return b
}

// Label returns the words.
func (b *Button) Label() string { return b.label }

// SetLabel changes the words.
func (b *Button) SetLabel(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// OnTapped changes what the button does.
func (b *Button) OnTapped(tapped func()) { b.act = tapped }

// OnNotice is called when a person comes to the button, by key or pointer, and
// when they leave it; it returns the button.
func (b *Button) OnNotice(f func(on bool)) *Button {
	b.noticed = f
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return render(b) }

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor {
	if b.weight == link {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Describe implements Described.
func (b *Button) Describe() Node {
	n := Node{ID: b.id, Role: roleButton, Text: []string{b.label}}
	if b.weight == link {
		n.Role = roleLink
	}
	if b.label == "" {
		n.Text[0] = b.name
	}
	return n
}

func (b *Button) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.ring, b.back, b.picture, b.words}
}

func (b *Button) colours() (ground, ink fyne.ThemeColorName) {
	ink = theme.ColorNameForeground
	switch b.weight {
	case primary:
		ground, ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	case secondary:
		ground = theme.ColorNameButton
	case link:
		ink = theme.ColorNameHyperlink
	}
	if b.ink != "" {
		ink = b.ink
	}
	if b.disabled {
		ink = theme.ColorNameDisabled
		if ground != "" {
			ground = theme.ColorNameDisabledButton
		}
	}
	return ground, ink
}

func (b *Button) repaint() {
	ground, ink := b.colours()
	fill(b.back, ground)
	stroke(b.back, "", 0)
	if !b.disabled {
		b.shade(b.back)
	}
	stroke(b.ring, "", 0)
	if b.focused {
		stroke(b.ring, theme.ColorNamePrimary, 2)
	}
	setIcon(b.picture, b.icon, ink)
	b.words.Text, b.words.Color, b.words.TextSize = b.label, paint(ink), measureOf(b.textSize())
	b.words.TextStyle.Bold = b.weight != link
}

func (b *Button) textSize() fyne.ThemeSizeName {
	if b.weight == link {
		return sizeSecondary
	}
	return theme.SizeNameText
}

func (b *Button) pad() float32 {
	switch b.weight {
	case link:
		return 0
	case primary:
		return 12
	default:
		return 10
	}
}

func (b *Button) minSize() fyne.Size {
	m := fyne.MeasureText(b.label, measureOf(b.textSize()), fyne.TextStyle{Bold: b.weight != link})
	if b.weight == link {
		return fyne.NewSize(ceil(m.Width), round(m.Height))
	}
	w, h := ceil(m.Width)+2*b.pad(), max(36, ceil(m.Height)+16)
	switch {
	case b.label == "":
		w = h
	case b.icon != "":
		w += grown(18) + 6
	}
	return fyne.NewSize(w, h)
}

func (b *Button) layout(size fyne.Size) {
	put(b.back, 0, 0, size.Width, size.Height)
	if b.weight == link { // words without room of their own
		put(b.back, -3, -3, size.Width+6, size.Height+6)
	}
	put(b.ring, -3, -3, size.Width+6, size.Height+6)
	m := b.words.MinSize()
	w, side := m.Width, grown(18)
	switch {
	case b.label == "":
		w = side
	case b.icon != "":
		w += side + 6
	}
	x := (size.Width - w) / 2
	if b.icon != "" {
		put(b.picture, x, (size.Height-side)/2, side, side)
		x += side + 6
	}
	put(b.words, x, (size.Height-m.Height)/2, m.Width, m.Height)
}
