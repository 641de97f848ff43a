package widgets

import "fyne.io/fyne/v2"

// An AtMost is a column that scrolls once it is higher than its most.
type AtMost struct {
	base
	most  float32
	inner *Scroll
}

// NewAtMost returns an object that scrolls where it would be higher than most.
func NewAtMost(most float32, o fyne.CanvasObject) *AtMost {
	a := &AtMost{most: most, inner: NewScroll(o)}
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer implements fyne.Widget.
func (a *AtMost) CreateRenderer() fyne.WidgetRenderer { return render(a) }

func (a *AtMost) parts() []fyne.CanvasObject { return []fyne.CanvasObject{a.inner} }

func (a *AtMost) wantedWidth() float32 { return a.inner.wantedWidth() }

func (a *AtMost) heightFor(width float32) float32 { return min(a.most, a.inner.heightFor(width)) }

func (a *AtMost) minSize() fyne.Size { return fyne.NewSize(60, a.heightFor(a.Size().Width)) }

func (a *AtMost) layout(size fyne.Size) { put(a.inner, 0, 0, size.Width, size.Height) }
