package widgets

import "fyne.io/fyne/v2"

// A Column stacks objects from top to bottom in reading order, which is also
// the order of Tab. Texts in it get the height their width needs.
type Column struct {
	base
	gap      float32
	maxWidth float32
	centred  bool
	grows    fyne.CanvasObject
	objects  []fyne.CanvasObject
}

// NewColumn returns a column with a gap between its objects.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *Column {
	c := &Column{gap: gap, objects: objects}
	c.ExtendBaseWidget(c)
	return c
}

// Max limits the width of the column and returns it; what is left stays at the right.
func (c *Column) Max(width float32) *Column {
	c.maxWidth = width
	return c
}

// Centred puts a column of limited width in the middle and returns it.
func (c *Column) Centred() *Column {
	c.centred = true
	return c
}

// Grow gives one of the objects the height that the others leave over; a list or
// a scroll area there shrinks with the window.
func (c *Column) Grow(o fyne.CanvasObject) *Column {
	c.grows = o
	return c
}

// Set replaces the objects.
func (c *Column) Set(objects ...fyne.CanvasObject) {
	c.objects = objects
	c.Refresh()
}

// Add appends an object.
func (c *Column) Add(o fyne.CanvasObject) { c.Set(append(c.objects, o)...) }

// CreateRenderer implements fyne.Widget.
func (c *Column) CreateRenderer() fyne.WidgetRenderer { return render(c) }

func (c *Column) parts() []fyne.CanvasObject { return c.objects }

func (c *Column) width(given float32) float32 {
	if c.maxWidth > 0 {
		return min(given, c.maxWidth)
	}
	return given
}

func (c *Column) heightFor(width float32) float32 {
	width = c.width(width)
	var h, gap float32
	for _, o := range c.objects {
		if o.Visible() {
			h += gap + ceil(heightFor(o, width))
			gap = c.gap
		}
	}
	return h
}

func (c *Column) wantedWidth() float32 {
	var w float32
	for _, o := range c.objects {
		if o.Visible() {
			w = max(w, wantedWidth(o))
		}
	}
	return c.width(w)
}

func (c *Column) minSize() fyne.Size {
	var w float32
	for _, o := range c.objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(c.width(w), c.heightFor(c.Size().Width))
}

func (c *Column) layout(size fyne.Size) {
	w := c.width(size.Width)
	var x, y float32
	if c.centred {
		x = round((size.Width - w) / 2)
	}
	spare := size.Height - c.heightFor(size.Width)
	for _, o := range c.objects {
		if !o.Visible() {
			continue
		}
		h := ceil(heightFor(o, w))
		if o == c.grows {
			h = max(h+spare, o.MinSize().Height)
		}
		put(o, x, y, w, h)
		y += h + c.gap
	}
}

// A Pad keeps a margin around one object.
type Pad struct {
	base
	top, bottom, left, right float32
	object                   fyne.CanvasObject
}

// NewPad returns an object with a margin around it.
func NewPad(top, bottom, left, right float32, o fyne.CanvasObject) *Pad {
	p := &Pad{top: top, bottom: bottom, left: left, right: right, object: o}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Pad) CreateRenderer() fyne.WidgetRenderer { return render(p) }

func (p *Pad) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.object} }

func (p *Pad) heightFor(width float32) float32 {
	return ceil(heightFor(p.object, width-p.left-p.right)) + p.top + p.bottom
}

func (p *Pad) wantedWidth() float32 { return wantedWidth(p.object) + p.left + p.right }

func (p *Pad) minSize() fyne.Size {
	m := p.object.MinSize()
	w := p.Size().Width
	if w <= 0 {
		return m.AddWidthHeight(p.left+p.right, p.top+p.bottom)
	}
	return fyne.NewSize(m.Width+p.left+p.right, p.heightFor(w))
}

func (p *Pad) layout(size fyne.Size) {
	put(p.object, p.left, p.top, max(0, size.Width-p.left-p.right), max(0, size.Height-p.top-p.bottom))
}

// A Fixed gives one object a width of its own, which grows with the text size, so
// that rows line up.
type Fixed struct {
	base
	width  float32
	object fyne.CanvasObject
}

// NewFixed returns an object that is width wide.
func NewFixed(width float32, o fyne.CanvasObject) *Fixed {
	f := &Fixed{width: width, object: o}
	f.ExtendBaseWidget(f)
	return f
}

// CreateRenderer implements fyne.Widget.
func (f *Fixed) CreateRenderer() fyne.WidgetRenderer { return render(f) }

func (f *Fixed) parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.object} }

func (f *Fixed) heightFor(float32) float32 { return heightFor(f.object, f.wantedWidth()) }

func (f *Fixed) wantedWidth() float32 { return grown(f.width) }

func (f *Fixed) minSize() fyne.Size {
	w := f.wantedWidth()
	return fyne.NewSize(w, f.heightFor(w))
}

func (f *Fixed) layout(size fyne.Size) { put(f.object, 0, 0, size.Width, size.Height) }

func (f *Fixed) repaint() {}
