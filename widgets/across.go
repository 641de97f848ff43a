package widgets

import (
	"fyne.io/fyne/v2"
)

// An Across sets objects side by side, centred on one line; what does not fit
// starts a new line. With Grow it never breaks.
type Across struct {
	base
	gap     float32
	centred bool
	grows   fyne.CanvasObject
	objects []fyne.CanvasObject
}

// NewAcross returns objects side by side with a gap between them.
func NewAcross(gap float32, objects ...fyne.CanvasObject) *Across {
	a := &Across{gap: gap, objects: objects}
	a.ExtendBaseWidget(a)
	return a
}

// Grow gives the width that is left over to one of the objects.
func (a *Across) Grow(o fyne.CanvasObject) *Across {
	a.grows = o
	return a
}

// Centred puts each line in the middle of the width and returns the across.
func (a *Across) Centred() *Across {
	a.centred = true
	return a
}

// Set replaces the objects.
func (a *Across) Set(objects ...fyne.CanvasObject) {
	a.objects = objects
	a.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (a *Across) CreateRenderer() fyne.WidgetRenderer { return render(a) }

func (a *Across) parts() []fyne.CanvasObject { return a.objects }

// slot is the place of one object in a line.
type slot struct {
	object     fyne.CanvasObject
	x, y, w, h float32
}

// slots places all visible objects for a width and returns the height.
func (a *Across) slots(width float32) ([]slot, float32) {
	spare := width
	for _, o := range a.objects {
		if o.Visible() && o != a.grows {
			spare -= min(wantedWidth(o), width) + a.gap
		}
	}
	var out []slot
	var x, y, up float32
	first := 0
	end := func() {
		var indent float32
		if a.centred {
			indent = round(max(0, width-(x-a.gap)) / 2)
		}
		for i := first; i < len(out); i++ {
			out[i].x += indent
			out[i].y = y + (up-out[i].h)/2
		}
	}
	for _, o := range a.objects {
		if !o.Visible() {
			continue
		}
		w := min(wantedWidth(o), width)
		if o == a.grows {
			w = max(0, spare)
		}
		if x > 0 && x+w > width+0.5 && a.grows == nil {
			end()
			first, y, x, up = len(out), y+up+a.gap, 0, 0
		}
		h := ceil(heightFor(o, w))
		out = append(out, slot{object: o, x: x, w: w, h: h})
		up = max(up, h)
		x += w + a.gap
	}
	end()
	return out, y + up
}

func (a *Across) heightFor(width float32) float32 {
	_, h := a.slots(width)
	return h
}

func (a *Across) wantedWidth() float32 {
	var w, gap float32
	for _, o := range a.objects {
		if o.Visible() {
			w += gap + wantedWidth(o)
			gap = a.gap
		}
	}
	return w
}

func (a *Across) minSize() fyne.Size {
	var w float32
	for _, o := range a.objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	width := a.Size().Width
	if width <= 0 {
		width = a.wantedWidth()
	}
	return fyne.NewSize(w, a.heightFor(width))
}

func (a *Across) layout(size fyne.Size) {
	slots, h := a.slots(size.Width)
	for _, s := range slots {
		put(s.object, s.x, s.y+max(0, size.Height-h)/2, s.w, s.h)
	}
}

// A Split sets one object at the left, which grows, and one at the right; the
// right one goes under the left when less than 220 units would stay for that.
type Split struct {
	base
	gap         float32
	left, right fyne.CanvasObject
	top         bool
}

// NewSplit returns two objects, the right one in the middle of the height.
func NewSplit(gap float32, left, right fyne.CanvasObject) *Split {
	s := &Split{gap: gap, left: left, right: right}
	s.ExtendBaseWidget(s)
	return s
}

// Top sets both objects at the top and returns the split.
func (s *Split) Top() *Split {
	s.top = true
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Split) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *Split) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.left, s.right} }

// widths returns the width of both, and whether the right one goes under.
func (s *Split) widths(width float32) (left, right float32, under bool) {
	if !s.right.Visible() {
		return width, 0, false
	}
	right = wantedWidth(s.right)
	left = width - right - s.gap
	if left < min(220, wantedWidth(s.left)) {
		return width, min(right, width), true
	}
	return left, right, false
}

func (s *Split) heightFor(width float32) float32 {
	l, r, under := s.widths(width)
	lh, rh := ceil(heightFor(s.left, l)), ceil(heightFor(s.right, r))
	if !s.right.Visible() {
		return lh
	}
	if under {
		return lh + s.gap + rh
	}
	return max(lh, rh)
}

func (s *Split) wantedWidth() float32 { return wantedWidth(s.left) + s.gap + wantedWidth(s.right) }

func (s *Split) minSize() fyne.Size {
	width := s.Size().Width
	if width <= 0 {
		width = s.wantedWidth()
	}
	return fyne.NewSize(max(s.left.MinSize().Width, s.right.MinSize().Width), s.heightFor(width))
}

func (s *Split) layout(size fyne.Size) {
	l, r, under := s.widths(size.Width)
	lh, rh := ceil(heightFor(s.left, l)), ceil(heightFor(s.right, r))
	switch {
	case under:
		put(s.left, 0, 0, l, lh)
		put(s.right, 0, lh+s.gap, r, rh)
	case s.top:
		put(s.left, 0, 0, l, lh)
		put(s.right, size.Width-r, 0, r, rh)
	default:
		put(s.left, 0, (size.Height-lh)/2, l, lh)
		put(s.right, size.Width-r, (size.Height-rh)/2, r, rh)
	}
}
