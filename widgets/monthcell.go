package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// monthLines is how many things a day of a month shows, dots or words.
const monthLines = 3

// monthCell is one day of a month.
type monthCell struct {
	base
	month *Month
	index int
	day   MonthDay
	touch
	back   *canvas.Rectangle
	disc   *canvas.Circle
	number *canvas.Text
	note   *Text
	bars   [monthLines]*canvas.Rectangle
	words  [monthLines]*Text
	more   *Text
}

func newMonthCell(m *Month, index int) *monthCell {
	c := &monthCell{month: m, index: index, back: box(6), disc: &canvas.Circle{}, number: &canvas.Text{}}
	for i := range monthLines {
		c.bars[i], c.words[i] = box(1.5), NewText(RoleCaption, "").OneLine()
	}
	c.more, c.note = NewText(RoleCaption, "").OneLine(), NewText(RoleCaption, "").OneLine()
	c.ExtendBaseWidget(c)
	return c
}

func (c *monthCell) set(day MonthDay) {
	c.day = day
	for i := range monthLines {
		text, ink := "", theme.ColorNameForeground
		if i < len(day.Lines) {
			if text = day.Lines[i].Text; day.Lines[i].Faint || day.Outside {
				ink = ColorMuted
			}
		}
		c.words[i].set(text, ink, fyne.TextStyle{})
	}
	more := ""
	if n := c.rest(); n > 0 {
		more = "+" + strconv.Itoa(n)
	}
	c.more.SetText(more)
	c.note.SetText(day.Note)
	c.Refresh()
}

// rest is how many things of the day have no line.
func (c *monthCell) rest() int { return c.day.More + max(0, len(c.day.Lines)-monthLines) }

// Tapped implements fyne.Tappable.
func (c *monthCell) Tapped(*fyne.PointEvent) { c.month.pick(c.index) }

// MouseIn implements desktop.Hoverable.
func (c *monthCell) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (c *monthCell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *monthCell) MouseOut() { c.hover(false) }

func (c *monthCell) hover(on bool) {
	c.touch.hover(on)
	c.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (c *monthCell) MouseDown(e *desktop.MouseEvent) { c.press(e, true) }

// MouseUp implements desktop.Mouseable.
func (c *monthCell) MouseUp(e *desktop.MouseEvent) { c.press(e, false) }

func (c *monthCell) press(e *desktop.MouseEvent, down bool) {
	c.touch.press(e, down)
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *monthCell) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// Describe implements Described; the value is "selected" on the chosen day, else
// "today" on that.
func (c *monthCell) Describe() Node {
	n := Node{ID: c.day.ID, Role: roleButton, Text: []string{c.day.Name}}
	for _, l := range c.day.Lines {
		n.Text = append(n.Text, l.Text)
	}
	if c.day.More > 0 {
		n.Text = append(n.Text, "+"+strconv.Itoa(c.day.More))
	}
	if c.day.Note != "" {
		n.Text = append(n.Text, c.day.Note)
	}
	switch {
	case c.day.Chosen:
		n.Value = "selected"
	case c.day.Today:
		n.Value = "today"
	}
	return n
}

func (c *monthCell) parts() []fyne.CanvasObject {
	all := []fyne.CanvasObject{c.back, c.disc, c.number, c.note}
	for i := range monthLines {
		all = append(all, c.bars[i], c.words[i])
	}
	return append(all, c.more)
}

func (c *monthCell) repaint() {
	d := c.day
	fill(c.back, ColorSurface)
	stroke(c.back, ColorHairline, 1)
	if d.Outside {
		fill(c.back, theme.ColorNameBackground)
	}
	if d.Chosen {
		c.back.FillColor = over(paint(ColorSurface), paint(theme.ColorNameSelection))
	}
	c.shade(c.back)
	if d.Chosen && c.month.focused {
		stroke(c.back, theme.ColorNamePrimary, 2)
	}
	ink := theme.ColorNameForeground
	c.disc.FillColor = nil
	switch {
	case d.Today:
		ink, c.disc.FillColor = theme.ColorNameForegroundOnPrimary, paint(theme.ColorNamePrimary)
	case d.Outside:
		ink = ColorMuted
	}
	c.number.Text, c.number.Color, c.number.TextSize = d.Number, paint(ink), measureOf(theme.SizeNameCaptionText)
	c.number.TextStyle.Bold = d.Today || d.Chosen
	for i := range monthLines {
		c.bars[i].Hidden = i >= len(d.Lines)
		if !c.bars[i].Hidden {
			fill(c.bars[i], d.Lines[i].Stage.text())
		}
	}
}

func (c *monthCell) minSize() fyne.Size { return fyne.NewSize(30, 30) }

func (c *monthCell) layout(size fyne.Size) {
	put(c.back, 0, 0, size.Width, size.Height)
	m := c.number.MinSize()
	const left = 5
	disc := max(22, ceil(m.Height)+4)
	put(c.disc, left-1, 3, disc, disc)
	put(c.number, left-1+(disc-m.Width)/2, 3+(disc-m.Height)/2, m.Width, m.Height)
	words := !c.month.dotted(c.month.Size().Width)
	c.note.Hidden = !words || c.day.Note == ""
	put(c.note, left, size.Height-c.note.lineHeight()-3, max(0, size.Width-2*left), c.note.lineHeight())
	line := c.more.lineHeight()
	for i := range monthLines {
		c.words[i].Hidden = !words || c.bars[i].Hidden
		if !words { // a dot each, below the number
			put(c.bars[i], left+3+float32(i)*8, size.Height-11, 5, 5)
			c.bars[i].CornerRadius = 2.5
			continue
		}
		y := disc + 5 + float32(i)*line
		c.bars[i].CornerRadius = 1.5
		put(c.bars[i], left, y+3, 3, line-5)
		put(c.words[i], left+7, y, max(0, size.Width-2*left-7), line)
	}
	mw := c.more.wantedWidth()
	c.more.Hidden = c.rest() == 0 || !words && size.Width < 40+mw
	if words { // beside the number, where it hides nothing
		put(c.more, size.Width-mw-left, 5, mw, line)
		return
	}
	put(c.more, size.Width-mw-left, size.Height-line-2, mw, line)
}
