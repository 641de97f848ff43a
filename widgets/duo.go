package widgets

import "fyne.io/fyne/v2"

// A Duo sets a main object beside a narrower one, or above it where both do not
// fit side by side.
type Duo struct {
	base
	from, side, gap float32
	main, aside     fyne.CanvasObject
}

// NewDuo returns a main object with another of side units at its right, from a
// width on, else below.
func NewDuo(from, side, gap float32, main, aside fyne.CanvasObject) *Duo {
	d := &Duo{from: from, side: side, gap: gap, main: main, aside: aside}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer implements fyne.Widget.
func (d *Duo) CreateRenderer() fyne.WidgetRenderer { return render(d) }

func (d *Duo) parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.main, d.aside} }

// widths returns the width of both, and whether they stand side by side.
func (d *Duo) widths(width float32) (main, aside float32, beside bool) {
	if width < d.from {
		return width, width, false
	}
	return width - d.side - d.gap, d.side, true
}

func (d *Duo) heightFor(width float32) float32 {
	m, a, beside := d.widths(width)
	mh, ah := ceil(heightFor(d.main, m)), ceil(heightFor(d.aside, a))
	if beside {
		return max(mh, ah)
	}
	return mh + d.gap + ah
}

func (d *Duo) wantedWidth() float32 { return wantedWidth(d.main) + d.gap + d.side }

func (d *Duo) minSize() fyne.Size {
	return fyne.NewSize(d.main.MinSize().Width, d.heightFor(d.Size().Width))
}

func (d *Duo) layout(size fyne.Size) {
	m, a, beside := d.widths(size.Width)
	mh := ceil(heightFor(d.main, m))
	put(d.main, 0, 0, m, mh)
	if beside {
		put(d.aside, m+d.gap, 0, a, ceil(heightFor(d.aside, a)))
		return
	}
	put(d.aside, 0, mh+d.gap, a, ceil(heightFor(d.aside, a)))
}
