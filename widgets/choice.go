package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Choice is a row of chips of which one is chosen.
type Choice struct{ oneOf }

// Choice returns chips; nothing is chosen until Choose. Changed gets the index.
func (k *Kit) Choice(id, name string, options []Option, changed func(option int)) *Choice {
	c := &Choice{oneOf{name: name, chosen: -1, changed: changed}}
	c.begin(k, id, c, nil)
	for _, o := range options {
		one := &chip{back: box(17), words: &canvas.Text{}}
		c.add(&one.answer, o, one)
	}
	c.body, c.before = NewAcross(6, c.objects...), c.arrow
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// chip is one option.
type chip struct {
	answer
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
	return fyne.NewSize(ceil(m.Width)+16, max(28, ceil(m.Height)+8))
}

func (c *chip) layout(size fyne.Size) {
	put(c.back, 0, 0, size.Width, size.Height)
	c.back.CornerRadius = size.Height / 2
	m := c.words.MinSize()
	put(c.words, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
}
