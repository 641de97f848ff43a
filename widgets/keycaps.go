package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// Keycaps shows keys as they look on a keyboard: "Ctrl+Shift+Z" are three keys
// held together, "Ctrl+F, /" two ways to do one thing, "J K" two keys.
type Keycaps struct {
	base
	text    string
	caps    []keycap
	objects []fyne.CanvasObject
}

// A keycap is one key, and the gap before it.
type keycap struct {
	gap   float32
	back  *canvas.Rectangle
	words *canvas.Text
}

// Keycaps returns keys written as text, already in the user's language.
func (k *Kit) Keycaps(id, text string) *Keycaps {
	c := &Keycaps{text: text}
	c.kit, c.id = k, id
	for _, way := range strings.Fields(text) {
		gap := float32(8)
		for _, key := range heldTogether(way) {
			one := keycap{gap: gap, back: box(5), words: &canvas.Text{Text: key}}
			c.caps = append(c.caps, one)
			c.objects = append(c.objects, one.back, one.words)
			gap = 3
		}
	}
	if len(c.caps) > 0 {
		c.caps[0].gap = 0
	}
	c.ExtendBaseWidget(c)
	return c
}

// heldTogether returns the keys of one way: "Ctrl+," is Ctrl and the comma, and
// "F1," is F1 before another way.
func heldTogether(way string) []string {
	keys := strings.Split(way, "+")
	if last := keys[len(keys)-1]; len(last) > 1 {
		keys[len(keys)-1] = strings.TrimSuffix(last, ",")
	}
	return keys
}

// CreateRenderer implements fyne.Widget.
func (c *Keycaps) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// Describe implements Described; the text is that of all keys.
func (c *Keycaps) Describe() Node { return Node{ID: c.id, Role: roleText, Text: []string{c.text}} }

func (c *Keycaps) parts() []fyne.CanvasObject { return c.objects }

func (c *Keycaps) repaint() {
	for _, one := range c.caps {
		fill(one.back, theme.ColorNameButton)
		stroke(one.back, ColorHairline, 1)
		one.words.TextSize, one.words.Color = measureOf(theme.SizeNameCaptionText), paint(theme.ColorNameForeground)
	}
}

// width is that of one key: never narrower than it is high.
func (c keycap) width() float32 {
	text := fyne.MeasureText(c.words.Text, measureOf(theme.SizeNameCaptionText), fyne.TextStyle{})
	return max(c.height(), ceil(text.Width)+12)
}

func (c keycap) height() float32 { return ceil(measureOf(theme.SizeNameCaptionText)*1.4) + 5 }

func (c *Keycaps) minSize() fyne.Size {
	var size fyne.Size
	for _, one := range c.caps {
		size.Width += one.gap + one.width()
		size.Height = one.height()
	}
	return size
}

func (c *Keycaps) layout(size fyne.Size) {
	var x float32
	for _, one := range c.caps {
		x += one.gap
		w, h := one.width(), one.height()
		y := round((size.Height - h) / 2)
		put(one.back, x, y, w, h)
		m := one.words.MinSize()
		put(one.words, x+(w-m.Width)/2, y+(h-m.Height)/2, m.Width, m.Height)
		x += w
	}
}
