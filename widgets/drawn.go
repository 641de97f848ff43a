package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// drawn is a widget of ours: it holds its objects itself, so that one renderer
// serves them all and the map of the window can walk the tree as Tab does.
type drawn interface {
	fyne.Widget
	parts() []fyne.CanvasObject
	minSize() fyne.Size
	layout(size fyne.Size)
	repaint()
}

// tall is an object whose height depends on the width it gets.
type tall interface{ heightFor(width float32) float32 }

// wide is an object that would like more width than its minimum.
type wide interface{ wantedWidth() float32 }

func heightFor(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(tall); ok {
		return t.heightFor(width)
	}
	return o.MinSize().Height
}

func wantedWidth(o fyne.CanvasObject) float32 {
	if w, ok := o.(wide); ok {
		return w.wantedWidth()
	}
	return o.MinSize().Width
}

// renderer draws any drawn widget.
type renderer struct{ drawn }

// Layout implements fyne.WidgetRenderer.
func (r renderer) Layout(size fyne.Size) { r.layout(size) }

// MinSize implements fyne.WidgetRenderer.
func (r renderer) MinSize() fyne.Size { return r.minSize() }

// Objects implements fyne.WidgetRenderer.
func (r renderer) Objects() []fyne.CanvasObject { return r.parts() }

// Destroy implements fyne.WidgetRenderer.
func (r renderer) Destroy() {}

// Refresh reads the theme anew, so a change of theme needs no other code.
func (r renderer) Refresh() {
	r.repaint()
	r.layout(r.Size())
	for _, o := range r.parts() {
		o.Refresh()
	}
	canvas.Refresh(r.drawn) // also when the last part has just gone
}

func render(d drawn) fyne.WidgetRenderer {
	d.repaint()
	return renderer{d}
}

// base is what every widget of ours embeds: a name in the map, and the kit.
type base struct {
	widget.BaseWidget
	kit *Kit
	id  string
}

// ID returns the control's name in the map of the window, empty when it has none.
func (b *base) ID() string { return b.id }

func (b *base) repaint() {}

// round moves a length to whole units: text between two pixels looks blurred.
func round(f float32) float32 { return float32(math.Round(float64(f))) }

func ceil(f float32) float32 { return float32(math.Ceil(float64(f))) }

// put gives an object its place.
func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(round(x), round(y)))
	o.Resize(fyne.NewSize(w, h))
}

// middle places an object of its minimum height in the middle of a height.
func middle(o fyne.CanvasObject, x, w, height float32) {
	h := heightFor(o, w)
	put(o, x, (height-h)/2, w, h)
}

// box returns a rounded rectangle without colour.
func box(radius float32) *canvas.Rectangle {
	return &canvas.Rectangle{CornerRadius: radius}
}

// stroke sets an outline, or takes it away for an empty name.
func stroke(r *canvas.Rectangle, n fyne.ThemeColorName, width float32) {
	r.StrokeColor, r.StrokeWidth = nil, 0
	if n != "" {
		r.StrokeColor, r.StrokeWidth = paint(n), width
	}
}

// fill sets the inside, or empties it for an empty name.
func fill(r *canvas.Rectangle, n fyne.ThemeColorName) {
	r.FillColor = nil
	if n != "" {
		r.FillColor = paint(n)
	}
}
