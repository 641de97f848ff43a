package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const badgeHeight = 22

// A Badge says where an application stands: a pill with an icon and words.
type Badge struct {
	base
	stage Stage
	text  string
	pill  *canvas.Rectangle
	icon  *canvas.Image
	words *canvas.Text
}

// Badge returns a badge; the words come translated from the caller.
func (k *Kit) Badge(id string, stage Stage, text string) *Badge {
	b := newBadge(stage, text)
	b.kit, b.id = k, id
	return b
}

func newBadge(stage Stage, text string) *Badge {
	b := &Badge{stage: stage, text: text, pill: box(0), icon: newIcon(), words: &canvas.Text{}}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes what the badge shows; the same again costs nothing.
func (b *Badge) Set(stage Stage, text string) {
	if b.stage == stage && b.text == text {
		return
	}
	b.stage, b.text = stage, text
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer { return render(b) }

// Describe implements Described.
func (b *Badge) Describe() Node { return Node{ID: b.id, Role: roleBadge, Text: []string{b.text}} }

func (b *Badge) parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.pill, b.icon, b.words} }

func (b *Badge) repaint() {
	look := badgeLooks()[b.stage]
	fill(b.pill, b.stage.fill())
	stroke(b.pill, "", 0)
	if look.outline || strong() {
		fill(b.pill, "")
		stroke(b.pill, theme.ColorNameInputBorder, 1)
	}
	setIcon(b.icon, look.icon, b.stage.text())
	b.words.Text, b.words.Color = b.text, paint(b.stage.text())
	b.words.TextSize = measureOf(theme.SizeNameCaptionText)
	b.words.TextStyle.Bold = look.bold
}

func (b *Badge) minSize() fyne.Size {
	style := fyne.TextStyle{Bold: badgeLooks()[b.stage].bold}
	m := fyne.MeasureText(b.text, measureOf(theme.SizeNameCaptionText), style)
	return fyne.NewSize(ceil(9+grown(14)+5+m.Width+10), max(badgeHeight, ceil(m.Height)+4))
}

func (b *Badge) layout(size fyne.Size) {
	m := b.minSize()
	y := round((size.Height - m.Height) / 2)
	put(b.pill, 0, y, m.Width, m.Height)
	b.pill.CornerRadius = m.Height / 2
	side := grown(14)
	put(b.icon, 9, y+(m.Height-side)/2, side, side)
	h := b.words.MinSize().Height
	put(b.words, 9+side+5, y+(m.Height-h)/2, m.Width-side-24, h)
}
