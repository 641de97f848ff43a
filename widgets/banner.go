package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Banner tells one piece of news at the top of a page, in the colours of a
// stage, until it is dismissed.
type Banner struct {
	base
	stage       Stage
	icon        IconName
	title, line *Text
	back        *canvas.Rectangle
	picture     *canvas.Image
	body        *Split
}

// Banner returns a banner. Actions are buttons named under its id, such as
// banner:1.undo; dismiss, when given, adds banner:1.dismiss with its spoken name.
func (k *Kit) Banner(id string, stage Stage, title, line string, actions ...*Button) *Banner {
	b := &Banner{stage: stage, icon: badgeLooks()[stage].icon, back: box(10), picture: newIcon()}
	b.kit, b.id = k, id
	b.title = NewText(RoleBody, title).Bold().In(stage.text()).AtMost(2)
	b.line = NewText(RoleSecondary, line).In(stage.text()).AtMost(3)
	b.line.Hidden = line == ""
	row := make([]fyne.CanvasObject, 0, len(actions))
	for _, a := range actions {
		row = append(row, a)
	}
	b.body = NewSplit(10, NewColumn(1, b.title, b.line), NewAcross(6, row...))
	b.ExtendBaseWidget(b)
	return b
}

// Dismiss returns the cross that closes the banner; give it as its last action.
func (k *Kit) Dismiss(bannerID string, stage Stage, name string, tapped func()) *Button {
	return k.IconButton(bannerID+".dismiss", IconClose, name, tapped).In(stage.text())
}

// CreateRenderer implements fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer { return render(b) }

// Describe implements Described.
func (b *Banner) Describe() Node {
	return Node{ID: b.id, Role: roleBanner, Text: []string{b.title.text, b.line.text}}
}

func (b *Banner) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.back, b.picture, b.body}
}

func (b *Banner) repaint() {
	fill(b.back, b.stage.fill())
	stroke(b.back, "", 0)
	if badgeLooks()[b.stage].outline {
		fill(b.back, ColorSurface)
		stroke(b.back, ColorHairline, 1)
	}
	setIcon(b.picture, b.icon, b.stage.text())
}

const bannerLeft, bannerRight, bannerPad = 14 + 18 + 14, 10, 10

func (b *Banner) heightFor(width float32) float32 {
	return heightFor(b.body, width-bannerLeft-bannerRight) + 2*bannerPad
}

func (b *Banner) minSize() fyne.Size {
	width := b.Size().Width
	if width <= 0 {
		width = 600
	}
	return fyne.NewSize(b.body.MinSize().Width+bannerLeft+bannerRight, b.heightFor(width))
}

func (b *Banner) layout(size fyne.Size) {
	put(b.back, 0, 0, size.Width, size.Height)
	put(b.picture, 14, (size.Height-18)/2, 18, 18)
	put(b.body, bannerLeft, bannerPad, size.Width-bannerLeft-bannerRight, size.Height-2*bannerPad)
}

// A Toast says at the bottom of the window what was just done, with one action
// such as Undo. The caller takes it away again.
type Toast struct {
	base
	back   *canvas.Rectangle
	text   *Text
	action *Button
	body   *Across
}

// Toast returns a toast; its action, named id.action, may be left out with an
// empty label.
func (k *Kit) Toast(id, text, action string, tapped func()) *Toast {
	t := &Toast{back: box(10), text: NewText(RoleBody, text).In(theme.ColorNameForeground)}
	t.kit, t.id = k, id
	t.action = k.Button(id+".action", action, tapped).Quiet().In(theme.ColorNameHyperlink)
	t.action.Hidden = action == ""
	t.body = NewAcross(12, t.text, t.action).Grow(t.text)
	t.ExtendBaseWidget(t)
	return t
}

// Action returns the toast's button, for the focus.
func (t *Toast) Action() *Button { return t.action }

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return render(t) }

// Describe implements Described.
func (t *Toast) Describe() Node {
	return Node{ID: t.id, Role: roleBanner, Text: []string{t.text.text}}
}

func (t *Toast) parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.back, t.body} }

func (t *Toast) repaint() {
	fill(t.back, theme.ColorNameMenuBackground)
	stroke(t.back, theme.ColorNameInputBorder, 1)
}

// sides is the room at both sides of the words; a button has some of its own.
func (t *Toast) sides() float32 {
	if t.action.Visible() {
		return 24
	}
	return 32
}

func (t *Toast) wantedWidth() float32 { return t.body.wantedWidth() + t.sides() }

func (t *Toast) heightFor(width float32) float32 {
	return max(44, t.body.heightFor(width-t.sides())+8)
}

func (t *Toast) minSize() fyne.Size {
	w := t.wantedWidth()
	return fyne.NewSize(w, t.heightFor(w))
}

func (t *Toast) layout(size fyne.Size) {
	put(t.back, 0, 0, size.Width, size.Height)
	h := t.body.heightFor(size.Width - t.sides())
	put(t.body, 16, (size.Height-h)/2, size.Width-t.sides(), h)
}
