package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The room left beside what was brought into sight, and how much of something
// higher than its area has to be in sight.
const revealMargin, revealHead = 12, 72

// sighter is a control of which a part has to be in sight, as a month's chosen
// day or the line of a text that is written in: its top within the control, and
// its height.
type sighter interface{ sight() (top, height float32) }

// Reveal scrolls the areas around a control until it is in sight: at once, and
// again when what was laid out anew around it has its size.
func Reveal(f fyne.Focusable) {
	o, ok := f.(fyne.CanvasObject)
	if !ok {
		return
	}
	reveal(o)
	fyne.Do(func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Focused() == f {
			reveal(o)
		}
	})
}

func reveal(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	walk(root(c), func(p *place) {
		if p.object != o {
			return
		}
		y, height := p.pos.Y, o.Size().Height
		if l, ok := o.(sighter); ok {
			var top float32
			top, height = l.sight()
			y += top
		}
		for area := p.scroll; area != nil; area = area.scroll {
			s := area.object.(*container.Scroll)
			was := s.Offset.Y
			if to := sighted(was+y-area.pos.Y, height, was, s.Size().Height); to != was {
				s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
			}
			y -= s.Offset.Y - was
		}
	})
}

// sighted returns how far a column is to be scrolled so that what begins at top
// in it is in sight, with as little movement as that takes; what is in sight
// without scrolling brings the beginning of the column with it.
func sighted(top, height, offset, area float32) float32 {
	tall := height+2*revealMargin > area
	if tall {
		height = min(height, revealHead)
	}
	switch {
	case top >= offset && top+height <= offset+area:
		return offset
	case top+height+revealMargin <= area:
		return 0
	case top < offset || tall:
		return max(0, top-revealMargin)
	}
	return top + height + revealMargin - area
}
