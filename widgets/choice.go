package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Choice is a row of chips of which one is chosen. The chips move together where
// that spares a second row.
type Choice struct {
	oneOf
	row   *Across
	tight bool
}

// The room in a chip beside its words and between two chips, usual and tight.
const chipSide, chipGap, tightSide, tightGap = 8, 6, 6, 4

// Choice returns chips; nothing is chosen until Choose. Changed gets the index.
func (k *Kit) Choice(id, name string, options []Option, changed func(option int)) *Choice {
	c := &Choice{oneOf: oneOf{name: name, chosen: -1, changed: changed}}
	c.begin(k, id, c, nil)
	for _, o := range options {
		one := &chip{row: c, back: box(17), words: &canvas.Text{}}
		c.add(&one.answer, o, one)
	}
	c.row = NewAcross(chipGap, c.objects...)
	c.body, c.before = c.row, c.arrow
	return c
}

// fit chooses the usual room or the tight one for a width.
func (c *Choice) fit(width float32) {
	c.tight, c.row.gap = false, chipGap
	if width <= 0 || c.row.wantedWidth() <= width {
		return
	}
	c.tight, c.row.gap = true, tightGap
	if c.row.wantedWidth() > width {
		c.tight, c.row.gap = false, chipGap
	}
}

func (c *Choice) wantedWidth() float32 {
	c.fit(0)
	return c.row.wantedWidth()
}

func (c *Choice) heightFor(width float32) float32 {
	c.fit(width)
	return c.row.heightFor(width)
}

func (c *Choice) minSize() fyne.Size {
	c.fit(c.Size().Width)
	return c.row.MinSize()
}

func (c *Choice) layout(size fyne.Size) {
	c.fit(size.Width)
	c.oneOf.layout(size)
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// chip is one option.
type chip struct {
	answer
	row   *Choice
	back  *canvas.Rectangle
	words *canvas.Text
}

// CreateRenderer implements fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer { return render(c) }

func (c *chip) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.back, c.words} }

func (c *chip) label() string { return c.of.labels[c.index] }

func (c *chip) repaint() {
	fill(c.back, ColorSurface)
	stroke(c.back, theme.ColorNameInputBorder, 1)
	c.words.Text, c.words.TextSize = c.label(), measureOf(sizeSecondary)
	c.words.Color, c.words.TextStyle.Bold = paint(theme.ColorNameForeground), c.chosen()
	if c.chosen() {
		c.back.FillColor = over(paint(ColorSurface), paint(theme.ColorNameSelection))
		stroke(c.back, theme.ColorNamePrimary, 1)
	}
	c.shade(c.back)
	if c.ringed() {
		stroke(c.back, theme.ColorNamePrimary, 2)
	}
}

func (c *chip) minSize() fyne.Size {
	m := fyne.MeasureText(c.label(), measureOf(sizeSecondary), fyne.TextStyle{Bold: true})
	side := float32(chipSide)
	if c.row.tight {
		side = tightSide
	}
	return fyne.NewSize(ceil(m.Width)+2*side, max(28, ceil(m.Height)+8))
}

func (c *chip) layout(size fyne.Size) {
	put(c.back, 0, 0, size.Width, size.Height)
	c.back.CornerRadius = size.Height / 2
	m := c.words.MinSize()
	put(c.words, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
}
