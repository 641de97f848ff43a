package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A Scroll shows a column that may be higher than its place. Its texts wrap at
// the width there is, so it never scrolls sideways.
type Scroll struct {
	base
	inner  *container.Scroll
	sized  *widthKeeper
	object fyne.CanvasObject
}

// NewScroll returns an object that scrolls up and down.
func NewScroll(o fyne.CanvasObject) *Scroll {
	s := &Scroll{object: o, sized: &widthKeeper{}}
	s.inner = container.NewVScroll(container.New(s.sized, o))
	s.ExtendBaseWidget(s)
	return s
}

// ScrollToTop shows the beginning.
func (s *Scroll) ScrollToTop() { s.inner.ScrollToTop() }

// ScrollBy moves the page down, or up for less than nothing, as far as it goes.
func (s *Scroll) ScrollBy(dy float32) {
	room := max(0, s.inner.Content.Size().Height-s.inner.Size().Height)
	s.inner.ScrollToOffset(fyne.NewPos(0, min(max(0, s.inner.Offset.Y+dy), room)))
}

// Key moves the page by a key that moves in a text, and tells whether it was one.
func (s *Scroll) Key(p KeyPress) bool {
	const line, screenful = 60, 0.85
	tall := s.inner.Size().Height * screenful
	by := map[fyne.KeyName]float32{
		fyne.KeyDown: line, fyne.KeyUp: -line, fyne.KeyPageDown: tall, fyne.KeyPageUp: -tall,
		fyne.KeyHome: -1e6, fyne.KeyEnd: 1e6,
	}[p.Name]
	if by == 0 || p.Mods != 0 || p.InText {
		return false
	}
	s.ScrollBy(by)
	return true
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer { return render(s) }

func (s *Scroll) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.inner} }

func (s *Scroll) wantedWidth() float32 { return wantedWidth(s.object) }

// heightFor is the height at which nothing would have to scroll.
func (s *Scroll) heightFor(width float32) float32 { return heightFor(s.object, width) }

func (s *Scroll) minSize() fyne.Size { return fyne.NewSize(60, 60) }

func (s *Scroll) layout(size fyne.Size) {
	s.sized.width = size.Width
	changed := s.inner.Size() != size
	put(s.inner, 0, 0, size.Width, size.Height)
	whole := fyne.NewSize(size.Width, max(size.Height, heightFor(s.object, size.Width)))
	if content := s.inner.Content; changed || content.Size() != whole {
		content.Resize(whole)
		s.inner.Refresh()
	}
}

// widthKeeper is a layout whose height is right for the width of its scroll area.
type widthKeeper struct{ width float32 }

// MinSize implements fyne.Layout.
func (k *widthKeeper) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, heightFor(objects[0], k.width))
}

// Layout implements fyne.Layout.
func (k *widthKeeper) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, k.width, size.Height)
}
