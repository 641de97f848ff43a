package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// The colours of charts: what stands out, the outline of the whole, and the
// line of the median. Each differs from the grounds by at least 3 to 1.
const (
	inkValue = theme.ColorNamePrimary
	inkWhole = theme.ColorNameInputBorder
	inkMark  = theme.ColorNameForeground
)

// A pen knows the colours and sizes that a drawing is made with.
type pen struct {
	ink    func(fyne.ThemeColorName) color.Color
	size   func(fyne.ThemeSizeName) float32
	ground fyne.ThemeColorName
}

// screenPen draws with the theme in force.
func screenPen() pen { return pen{ink: paint, size: measureOf, ground: ColorSurface} }

// paperPen draws in the colours of a theme at its usual size of text, whatever
// the window looks like.
func paperPen(mode Mode) pen {
	t := NewTheme(mode, 1)
	return pen{
		ink:    func(n fyne.ThemeColorName) color.Color { return t.Color(n, theme.VariantLight) },
		size:   t.Size,
		ground: ColorSurface,
	}
}

// A sketch is a drawing made of canvas objects, down to height.
type sketch struct {
	pen
	objects []fyne.CanvasObject
	height  float32
}

// sketchOf makes a drawing for a width.
func sketchOf(d *Drawing, width float32, p pen) sketch {
	s := sketch{pen: p}
	switch {
	case len(d.Parts) == 0:
	case d.Kind == ChartBars || d.Kind == ChartFunnel:
		s.bars(d, width)
	default:
		s.columns(d, width)
	}
	return s
}

func (s *sketch) face(r TextRole) typeface {
	size, style, _ := r.look()
	return typeface{s.size(size), style}
}

func (s *sketch) lineHeight(r TextRole) float32 {
	f := s.face(r)
	return ceil(fyne.MeasureText("A", f.size, f.style).Height)
}

// words sets one line of text, shortened to its width.
func (s *sketch) words(x, y, width float32, r TextRole, align fyne.TextAlign, text string) {
	if text == "" {
		return
	}
	f := s.face(r)
	_, style, ink := r.look()
	t := &canvas.Text{Text: f.cut(text, width), TextSize: f.size, TextStyle: style, Color: s.ink(ink), Alignment: align}
	put(t, x, y, width, s.lineHeight(r))
	s.objects = append(s.objects, t)
}

// paragraph sets text in as many lines as it needs, and returns their height.
func (s *sketch) paragraph(x, y, width float32, r TextRole, text string) float32 {
	h := s.lineHeight(r)
	lines := s.face(r).wrap(text, width)
	for i, l := range lines {
		s.words(x, y+float32(i)*h, width, r, fyne.TextAlignLeading, l)
	}
	return float32(len(lines)) * h
}

// bar sets a filled rectangle; one without any length leaves nothing.
func (s *sketch) bar(x, y, w, h float32, ink fyne.ThemeColorName) {
	if w <= 0 || h <= 0 {
		return
	}
	r := box(min(4, w/2, h/2))
	r.FillColor = s.ink(ink)
	put(r, x, y, w, h)
	s.objects = append(s.objects, r)
}

// outline sets the whole of which a bar is a part.
func (s *sketch) outline(x, y, w, h float32) {
	if w <= 0 || h <= 0 {
		return
	}
	r := box(min(4, w/2, h/2))
	r.FillColor, r.StrokeColor, r.StrokeWidth = s.ink(s.ground), s.ink(inkWhole), 1
	put(r, x, y, w, h)
	s.objects = append(s.objects, r)
}

// widest returns the width of the widest of some texts.
func (f typeface) widest(n int, text func(int) string) float32 {
	var w float32
	for i := range n {
		w = max(w, f.width(text(i)))
	}
	return ceil(w)
}
