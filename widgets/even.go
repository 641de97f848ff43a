package widgets

import "fyne.io/fyne/v2"

// An Even sets two objects side by side in equal widths; under 420 units the
// second goes under the first.
type Even struct {
	base
	gap         float32
	left, right fyne.CanvasObject
}

// NewEven returns two objects of equal width.
func NewEven(gap float32, left, right fyne.CanvasObject) *Even {
	e := &Even{gap: gap, left: left, right: right}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer implements fyne.Widget.
func (e *Even) CreateRenderer() fyne.WidgetRenderer { return render(e) }

func (e *Even) parts() []fyne.CanvasObject { return []fyne.CanvasObject{e.left, e.right} }

// width returns the width of each and whether the second goes under.
func (e *Even) width(whole float32) (each float32, under bool) {
	if whole < 420 {
		return whole, true
	}
	return round((whole - e.gap) / 2), false
}

func (e *Even) heightFor(width float32) float32 {
	w, under := e.width(width)
	l, r := ceil(heightFor(e.left, w)), ceil(heightFor(e.right, w))
	if under {
		return l + e.gap + r
	}
	return max(l, r)
}

func (e *Even) wantedWidth() float32 { return wantedWidth(e.left) + e.gap + wantedWidth(e.right) }

func (e *Even) minSize() fyne.Size {
	return fyne.NewSize(max(e.left.MinSize().Width, e.right.MinSize().Width), e.heightFor(e.Size().Width))
}

func (e *Even) layout(size fyne.Size) {
	w, under := e.width(size.Width)
	l, r := ceil(heightFor(e.left, w)), ceil(heightFor(e.right, w))
	put(e.left, 0, 0, w, l)
	if under {
		put(e.right, 0, l+e.gap, w, r)
		return
	}
	put(e.right, w+e.gap, 0, w, r)
}
