package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Check is a box to tick with words beside it.
type Check struct {
	control
	ticked  bool
	label   *Text
	square  *canvas.Rectangle
	tick    *canvas.Image
	changed func(ticked bool)
}

// Check returns an empty box.
func (k *Kit) Check(id, label string, changed func(ticked bool)) *Check {
	c := &Check{label: NewText(RoleBody, label), square: box(4), tick: newIcon(), changed: changed}
	c.begin(k, id, c, func() {
		c.ticked = !c.ticked
		c.Refresh()
		if c.changed != nil {
			c.changed(c.ticked)
		}
	})
	return c
}

// Tick ticks the box without telling the caller and returns it.
func (c *Check) Tick() *Check {
	c.ticked = true
	c.Refresh()
	return c
}

// Clear empties the box without telling the caller.
func (c *Check) Clear() {
	c.ticked = false
	c.Refresh()
}

// SetLabel changes the words beside the box.
func (c *Check) SetLabel(label string) {
	c.label.SetText(label)
	c.Refresh()
}

// Ticked tells whether the box is ticked.
func (c *Check) Ticked() bool { return c.ticked }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// Describe implements Described; the value is "true" or "false".
func (c *Check) Describe() Node {
	n := Node{ID: c.id, Role: roleCheckbox, Text: []string{c.label.text}, Value: "false"}
	if c.ticked {
		n.Value = "true"
	}
	return n
}

func (c *Check) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.square, c.tick, c.label}
}

func (c *Check) repaint() {
	fill(c.square, ColorSurface)
	stroke(c.square, theme.ColorNameInputBorder, 1)
	icon := IconName("")
	if c.ticked {
		fill(c.square, theme.ColorNamePrimary)
		stroke(c.square, theme.ColorNamePrimary, 1)
		icon = IconCheck
	}
	if !c.disabled {
		c.shade(c.square)
	}
	if c.focused {
		stroke(c.square, theme.ColorNameHyperlink, 2)
	}
	c.label.In(theme.ColorNameForeground)
	if c.disabled { // it says how things are
		c.label.In(ColorMuted)
	}
	setIcon(c.tick, icon, theme.ColorNameForegroundOnPrimary)
}

func (c *Check) heightFor(width float32) float32 { return max(28, c.label.heightFor(width-28)+8) }

func (c *Check) wantedWidth() float32 { return c.label.wantedWidth() + 28 }

func (c *Check) minSize() fyne.Size { return fyne.NewSize(80, c.heightFor(c.Size().Width)) }

func (c *Check) layout(size fyne.Size) {
	line := c.label.lineHeight()
	put(c.square, 0, 4+(line-18)/2, 18, 18)
	put(c.tick, 2, 6+(line-18)/2, 14, 14)
	put(c.label, 28, 4, size.Width-28, size.Height-8)
}
