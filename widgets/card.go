package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A Ground is a coloured rectangle under one object: a card, a pane, a quote.
type Ground struct {
	base
	colour, line fyne.ThemeColorName
	lineRight    bool
	back, edge   *canvas.Rectangle
	object       fyne.CanvasObject
}

// NewCard returns a column of objects on a card: radius 10, a hairline, no shadow.
func NewCard(gap float32, objects ...fyne.CanvasObject) *Ground {
	g := newGround(ColorSurface, 10, NewPad(14, 14, 16, 16, NewColumn(gap, objects...)))
	g.line = ColorHairline
	return g
}

// NewLinesCard returns a heading and OpenLines on a card. These have room of their
// own around their words: the card ends as far below the last as any other.
func NewLinesCard(objects ...fyne.CanvasObject) *Ground {
	g := NewCard(4, objects...)
	if _, ok := objects[len(objects)-1].(*OpenLine); ok {
		g.object.(*Pad).bottom -= linePad
	}
	return g
}

// NewPane returns an object on a colour that reaches its edges, with a hairline
// at the right.
func NewPane(colour fyne.ThemeColorName, o fyne.CanvasObject) *Ground {
	g := newGround(colour, 0, o)
	g.lineRight = true
	return g
}

// NewPage returns an object on the window's background.
func NewPage(o fyne.CanvasObject) *Ground { return newGround("background", 0, o) }

func newGround(colour fyne.ThemeColorName, radius float32, o fyne.CanvasObject) *Ground {
	g := &Ground{colour: colour, back: box(radius), edge: box(0), object: o}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer { return render(g) }

func (g *Ground) parts() []fyne.CanvasObject { return []fyne.CanvasObject{g.back, g.edge, g.object} }

func (g *Ground) repaint() {
	fill(g.back, g.colour)
	if g.line != "" {
		stroke(g.back, g.line, 1)
	}
	fill(g.edge, "")
	if g.lineRight {
		fill(g.edge, ColorHairline)
	}
}

func (g *Ground) heightFor(width float32) float32 { return heightFor(g.object, width) }

func (g *Ground) wantedWidth() float32 { return wantedWidth(g.object) }

func (g *Ground) minSize() fyne.Size { return g.object.MinSize() }

func (g *Ground) layout(size fyne.Size) {
	put(g.back, 0, 0, size.Width, size.Height)
	w := size.Width
	if g.lineRight {
		w--
		put(g.edge, w, 0, 1, size.Height)
	}
	put(g.object, 0, 0, w, size.Height)
}

// A Quote sets an object behind a thin rule, as mail quotes.
type Quote struct {
	base
	rule   *canvas.Rectangle
	object fyne.CanvasObject
}

// NewQuote returns an object behind a rule.
func NewQuote(o fyne.CanvasObject) *Quote {
	q := &Quote{rule: box(1.5), object: o}
	q.ExtendBaseWidget(q)
	return q
}

// CreateRenderer implements fyne.Widget.
func (q *Quote) CreateRenderer() fyne.WidgetRenderer { return render(q) }

func (q *Quote) parts() []fyne.CanvasObject { return []fyne.CanvasObject{q.rule, q.object} }

func (q *Quote) repaint() { fill(q.rule, ColorHairline) }

func (q *Quote) heightFor(width float32) float32 { return heightFor(q.object, width-16) }

func (q *Quote) wantedWidth() float32 { return wantedWidth(q.object) + 16 }

func (q *Quote) minSize() fyne.Size { return q.object.MinSize().AddWidthHeight(16, 0) }

func (q *Quote) layout(size fyne.Size) {
	put(q.rule, 0, 0, 3, size.Height)
	put(q.object, 16, 0, size.Width-16, size.Height)
}

// An Icon is a picture of the program's stroke set by itself.
type Icon struct {
	base
	name  IconName
	ink   fyne.ThemeColorName
	side  float32
	image *canvas.Image
}

// NewIcon returns an icon of side units in a colour of the theme.
func NewIcon(name IconName, ink fyne.ThemeColorName, side float32) *Icon {
	i := &Icon{name: name, ink: ink, side: side, image: newIcon()}
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer { return render(i) }

func (i *Icon) parts() []fyne.CanvasObject { return []fyne.CanvasObject{i.image} }

func (i *Icon) repaint() { setIcon(i.image, i.name, i.ink) }

func (i *Icon) minSize() fyne.Size { return fyne.NewSize(i.side, i.side) }

func (i *Icon) layout(size fyne.Size) {
	put(i.image, (size.Width-i.side)/2, (size.Height-i.side)/2, i.side, i.side)
}
