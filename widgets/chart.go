package widgets

import (
	"fyne.io/fyne/v2"
)

// A ChartKind says how a chart is drawn.
type ChartKind int

// The kinds of charts.
const (
	ChartBars    ChartKind = iota // lying bars, each with its label at the left
	ChartFunnel                   // the same around a middle line: parts of the first
	ChartColumns                  // standing columns, one beside the other
	ChartSpread                   // columns of one width that share an axis, with the median
)

// A Part is one bar, column or stage of a chart.
type Part struct {
	Label  string
	Value  float64 // how long it is, beside the others
	Of     float64 // the whole of which Value is a part, drawn as an outline; 0 for none
	Figure string  // Value in words: "4 of 9"
	Brief  string  // the same where there is little room: "4"; "" shows none
}

// A ChartMark is a line through a spread.
type ChartMark struct {
	At    float64 // in columns from the left edge of the first
	Label string
}

// A Drawing is what a chart shows. Its words come translated from the caller.
type Drawing struct {
	Kind  ChartKind
	Title string // "Days from interview to answer"
	Note  string // of how many cases, and what they say together
	Parts []Part
	Axis  string // what the labels of a spread count; "" for none
	Mark  *ChartMark
	Key   [2]string // what a value and its whole are; empty for none
}

// lines is the drawing as words, for those who do not see it.
func (d *Drawing) lines() []string {
	all := []string{d.Title, d.Note}
	for _, p := range d.Parts {
		label := p.Label
		if d.Axis != "" {
			label += " " + d.Axis
		}
		all = append(all, label+": "+p.Figure)
	}
	if d.Mark != nil {
		all = append(all, d.Mark.Label)
	}
	return all
}

// A Chart shows figures. It is drawn with the theme's colours and sizes, its
// words never overlap, and the map of the window holds all its figures.
type Chart struct {
	base
	drawing Drawing
	made    sketch
	width   float32 // made for this width
}

// Chart returns a chart of a drawing.
func (k *Kit) Chart(id string, d Drawing) *Chart {
	c := &Chart{drawing: d}
	c.kit, c.id = k, id
	c.ExtendBaseWidget(c)
	return c
}

// Drawing returns what the chart shows.
func (c *Chart) Drawing() Drawing { return c.drawing }

// CreateRenderer implements fyne.Widget.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer { return render(c) }

// Describe implements Described.
func (c *Chart) Describe() Node { return Node{ID: c.id, Role: roleText, Text: c.drawing.lines()} }

func (c *Chart) parts() []fyne.CanvasObject { return c.made.objects }

func (c *Chart) repaint() { c.width = 0 }

// draw makes the drawing for a width, when it is not made yet.
func (c *Chart) draw(width float32) {
	if c.width != width {
		c.width, c.made = width, sketchOf(&c.drawing, width, screenPen())
	}
}

func (c *Chart) heightFor(width float32) float32 {
	if width <= 0 {
		return 0
	}
	if width == c.width {
		return c.made.height
	}
	return sketchOf(&c.drawing, width, screenPen()).height
}

func (c *Chart) wantedWidth() float32 { return PageWidth }

func (c *Chart) minSize() fyne.Size { return fyne.NewSize(160, c.heightFor(c.Size().Width)) }

func (c *Chart) layout(size fyne.Size) {
	if size.Width > 0 {
		c.draw(size.Width)
	}
}
