package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// An Option is one answer of a Choice; ID is its full name in the map.
type Option struct{ ID, Label string }

// A Choice is a row of chips of which one is chosen. It is one stop for Tab;
// the arrows choose.
type Choice struct {
	control
	name    string
	chosen  int // -1: nothing yet
	chips   []*chip
	objects []fyne.CanvasObject
	body    *Across
	changed func(option int)
}

// Choice returns chips; nothing is chosen until Choose. Changed gets the index.
func (k *Kit) Choice(id, name string, options []Option, changed func(option int)) *Choice {
	c := &Choice{name: name, chosen: -1, changed: changed}
	for i, o := range options {
		one := &chip{choice: c, index: i, label: o.Label, back: box(17), words: &canvas.Text{}}
		one.kit, one.id = k, o.ID
		one.ExtendBaseWidget(one)
		c.chips = append(c.chips, one)
		c.objects = append(c.objects, one)
	}
	c.body = NewAcross(6, c.objects...)
	c.begin(k, id, c, nil)
	c.before = c.arrow
	return c
}

// Chosen returns the index of the chosen option, -1 for none.
func (c *Choice) Chosen() int { return c.chosen }

// Choose sets the chosen option without telling the caller; -1 for none.
func (c *Choice) Choose(option int) {
	c.chosen = min(max(option, -1), len(c.chips)-1)
	c.Refresh()
}

func (c *Choice) pick(option int) {
	if c.disabled || option < 0 || option >= len(c.chips) {
		return
	}
	c.Choose(option)
	if c.changed != nil {
		c.changed(option)
	}
}

func (c *Choice) arrow(k KeyPress) bool {
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		c.pick(c.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		c.pick(c.chosen - 1)
	case fyne.KeyHome:
		c.pick(0)
	case fyne.KeyEnd:
		c.pick(len(c.chips) - 1)
	case fyne.KeySpace:
		c.pick(max(c.chosen, 0))
	default:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// Describe implements Described; the value is the label of what is chosen.
func (c *Choice) Describe() Node {
	n := Node{ID: c.id, Role: roleSelect, Text: []string{c.name}}
	for i, one := range c.chips {
		n.Text = append(n.Text, one.label)
		if i == c.chosen {
			n.Value = one.label
		}
	}
	return n
}

func (c *Choice) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.body} }

func (c *Choice) heightFor(width float32) float32 { return c.body.heightFor(width) }

func (c *Choice) wantedWidth() float32 { return c.body.wantedWidth() }

func (c *Choice) minSize() fyne.Size { return c.body.minSize() }

func (c *Choice) layout(size fyne.Size) { put(c.body, 0, 0, size.Width, size.Height) }

// chip is one option.
type chip struct {
	base
	choice *Choice
	index  int
	label  string
	back   *canvas.Rectangle
	words  *canvas.Text
}

// Tapped implements fyne.Tappable; it moves the focus to the choice as well.
func (c *chip) Tapped(*fyne.PointEvent) {
	if at := fyne.CurrentApp().Driver().CanvasForObject(c.choice); at != nil && !c.choice.disabled {
		at.Focus(c.choice)
	}
	c.choice.pick(c.index)
}

// CreateRenderer implements fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// Describe implements Described; the value is "selected" on the chosen one.
func (c *chip) Describe() Node {
	n := Node{ID: c.id, Role: roleButton, Text: []string{c.label}}
	if c.choice.chosen == c.index {
		n.Value = "selected"
	}
	return n
}

func (c *chip) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.back, c.words} }

func (c *chip) repaint() {
	chosen := c.choice.chosen == c.index
	fill(c.back, ColorSurface)
	stroke(c.back, theme.ColorNameInputBorder, 1)
	c.words.Text, c.words.TextSize = c.label, measureOf(sizeSecondary)
	c.words.Color, c.words.TextStyle.Bold = paint(theme.ColorNameForeground), chosen
	if chosen {
		c.back.FillColor = over(paint(ColorSurface), paint(theme.ColorNameSelection))
		stroke(c.back, theme.ColorNamePrimary, 1)
	}
	if c.choice.focused && (chosen || c.choice.chosen < 0 && c.index == 0) {
		stroke(c.back, theme.ColorNamePrimary, 2)
	}
}

func (c *chip) minSize() fyne.Size {
	m := fyne.MeasureText(c.label, measureOf(sizeSecondary), fyne.TextStyle{Bold: true})
	return fyne.NewSize(ceil(m.Width)+16, max(28, ceil(m.Height)+8))
}

func (c *chip) layout(size fyne.Size) {
	put(c.back, 0, 0, size.Width, size.Height)
	c.back.CornerRadius = size.Height / 2
	m := c.words.MinSize()
	put(c.words, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height)
}
