package widgets

import "fyne.io/fyne/v2"

// The window's measures (look.md 1.2).
const (
	MinWidth  = 640 // the smallest window
	MinHeight = 440
	PageWidth = 680 // the widest column of a page in the middle
	TextWidth = 720 // the widest column of text beside the list
)

// A Shell is the window: navigation, list and detail. Below 1000 units the
// navigation folds to icons, below 900 the list is narrower, below 760 list
// and detail share one place.
type Shell struct {
	base
	side, list, detail, toast fyne.CanvasObject
	back                      *Button
	detailFirst               bool
	objects                   []fyne.CanvasObject
}

// Shell returns the window's layout; back is the translated name of the button
// that leads from detail to list, named detail.back.
func (k *Kit) Shell(side fyne.CanvasObject, back string) *Shell {
	s := &Shell{side: side}
	s.back = k.Button("detail.back", back, s.ShowList).Quiet().Icon(IconBack)
	s.kit = k
	s.ExtendBaseWidget(s)
	return s
}

// SetPage shows a page: list may be nil, detail then has the whole place.
func (s *Shell) SetPage(list, detail fyne.CanvasObject) {
	s.list, s.detail, s.detailFirst = list, detail, false
	s.Refresh()
}

// SetDetail replaces the detail alone.
func (s *Shell) SetDetail(detail fyne.CanvasObject) {
	s.detail = detail
	s.Refresh()
}

// SetToast shows a toast at the bottom; nil takes it away.
func (s *Shell) SetToast(t *Toast) {
	s.toast = nil
	if t != nil {
		s.toast = t
	}
	s.Refresh()
}

// ShowDetail shows the detail where it shares its place with the list.
func (s *Shell) ShowDetail() { s.turn(true) }

// ShowList shows the list where it shares its place with the detail.
func (s *Shell) ShowList() { s.turn(false) }

func (s *Shell) turn(detail bool) {
	s.detailFirst = detail
	s.Refresh()
}

// Narrow tells whether list and detail share one place.
func (s *Shell) Narrow() bool { return s.Size().Width < 760 }

// CreateRenderer implements fyne.Widget.
func (s *Shell) CreateRenderer() fyne.WidgetRenderer { return render(s) }

// arrange keeps the objects in the order of Tab.
func (s *Shell) arrange() {
	s.objects = append(s.objects[:0], s.side)
	shared := s.Narrow() && s.list != nil && s.detail != nil
	if s.list != nil && (!shared || !s.detailFirst) {
		s.objects = append(s.objects, s.list)
	}
	if s.detail != nil && (!shared || s.detailFirst) {
		if shared {
			s.objects = append(s.objects, s.back)
		}
		s.objects = append(s.objects, s.detail)
	}
	if s.toast != nil {
		s.objects = append(s.objects, s.toast)
	}
}

func (s *Shell) parts() []fyne.CanvasObject { return s.objects }

func (s *Shell) repaint() { s.arrange() }

func (s *Shell) minSize() fyne.Size { return fyne.NewSize(MinWidth, MinHeight) }

func (s *Shell) layout(size fyne.Size) {
	s.arrange()
	side, list := float32(204), float32(372)
	if size.Width < 1000 {
		side = 56
	}
	if size.Width < 900 {
		list = 316
	}
	put(s.side, 0, 0, side, size.Height)
	rest := size.Width - side
	bottom := size.Height - s.toastRoom(rest)
	x, top := side, float32(0)
	shared := s.Narrow() && s.list != nil && s.detail != nil
	if shared {
		list = rest
		if s.detailFirst {
			top = 44
			put(s.back, x+8, 6, s.back.minSize().Width, 36)
		}
	}
	if s.list != nil {
		put(s.list, x, 0, list, bottom)
		if !shared {
			x += list
		}
	}
	if s.detail != nil {
		put(s.detail, x, top, size.Width-x, bottom-top)
	}
	s.placeToast(side, size)
}

// The room around a toast.
const toastAbove, toastBelow = 8, 16

// toastSize returns how large the toast is in the width beside the navigation,
// nothing without one.
func (s *Shell) toastSize(rest float32) (w, h float32) {
	t, ok := s.toast.(*Toast)
	if !ok {
		return 0, 0
	}
	w = min(t.wantedWidth(), rest-32)
	return w, t.heightFor(w)
}

// toastRoom returns how much of the page's lower end is the toast's, so that it
// covers nothing one may want to press. A page with a foot keeps the foot where
// it is and makes the room above it.
func (s *Shell) toastRoom(rest float32) float32 {
	_, h := s.toastSize(rest)
	if h > 0 && writingIn(s.detail) == nil {
		return toastAbove + h + toastBelow
	}
	return 0
}

func (s *Shell) placeToast(left float32, size fyne.Size) {
	rest := size.Width - left
	w, h := s.toastSize(rest)
	below, free := float32(toastBelow), float32(0)
	if h > 0 {
		free = h + toastAbove
	}
	if page := writingIn(s.detail); page != nil {
		below = page.keepFree(free)
	}
	if h > 0 {
		put(s.toast, round(left+(rest-w)/2), size.Height-h-below, w, h)
	}
}
