package widgets

import "fyne.io/fyne/v2"

// WritingWidth is the widest that a page for writing is, without its edges.
const WritingWidth = 1180

// The measures of a page for writing.
const (
	writingSide   = 264 // the column beside the text
	writingGap    = 24
	writingEdge   = 28
	ringRoom      = 4   // for the ring around a control at the left of the side
	writingBeside = 844 // from this width on the side stands beside the text: a window of 900 units
	writingText   = 220 // the least height of the text where the side stands under it
)

// A Writing is a page for writing: fields above a text that fills what is left,
// a column beside it, and a foot that never scrolls away. In a narrow window the
// column goes under the text.
type Writing struct {
	base
	sheet  *paper
	scroll *Scroll
	side   *Scroll
	foot   fyne.CanvasObject
	beside bool
	free   float32 // kept free above the foot, for a toast
}

// NewWriting returns the page. The text may be taller than it asks for.
func NewWriting(fields, text, side, foot fyne.CanvasObject) *Writing {
	w := &Writing{sheet: &paper{fields: fields, text: text}, side: NewScroll(NewPad(0, 8, ringRoom, 4, side)), foot: foot}
	w.sheet.ExtendBaseWidget(w.sheet)
	w.scroll = NewScroll(w.sheet)
	w.ExtendBaseWidget(w)
	return w
}

// ScrollToTop shows the beginning.
func (w *Writing) ScrollToTop() { w.scroll.ScrollToTop() }

// CreateRenderer implements fyne.Widget.
func (w *Writing) CreateRenderer() fyne.WidgetRenderer { return render(w) }

func (w *Writing) parts() []fyne.CanvasObject {
	if w.beside {
		return []fyne.CanvasObject{w.scroll, w.side, w.foot}
	}
	return []fyne.CanvasObject{w.scroll, w.foot}
}

func (w *Writing) minSize() fyne.Size { return fyne.NewSize(240, 160) }

func (w *Writing) layout(size fyne.Size) {
	w.beside = size.Width >= writingBeside
	inner := min(size.Width, WritingWidth+2*writingEdge)
	left := round((size.Width - inner) / 2)
	w.sheet.below = w.side
	if w.beside {
		inner -= writingSide + writingGap
	}
	h := ceil(heightFor(w.foot, inner-2*writingEdge))
	top := size.Height - h - 18
	put(w.foot, left+writingEdge, top, inner-2*writingEdge, h)
	put(w.scroll, left, 0, inner, top-10-w.free)
	if !w.beside {
		return
	}
	w.sheet.below = nil
	end := size.Height
	if w.free > 0 {
		end = top - 10 - w.free
	}
	put(w.side, left+inner+writingGap-writingEdge-ringRoom, 20, writingSide+ringRoom, end-20)
}

// keepFree leaves room above the foot, and returns how far the lower edge of that
// room stands above the end of the page.
func (w *Writing) keepFree(height float32) float32 {
	if w.free != height {
		w.free = height
		w.Refresh()
	}
	return w.Size().Height - w.foot.Position().Y + 8
}

// writingIn returns the page for writing that an object is or holds, nil for none.
func writingIn(o fyne.CanvasObject) *Writing {
	if w, ok := o.(*Writing); ok {
		return w
	}
	for _, part := range children(o) {
		if w := writingIn(part); w != nil {
			return w
		}
	}
	return nil
}

// paper is what scrolls.
type paper struct {
	base
	fields, text fyne.CanvasObject
	below        *Scroll // under the text; nil while it stands beside
}

// CreateRenderer implements fyne.Widget.
func (p *paper) CreateRenderer() fyne.WidgetRenderer { return render(p) }

func (p *paper) parts() []fyne.CanvasObject {
	if p.below == nil {
		return []fyne.CanvasObject{p.fields, p.text}
	}
	return []fyne.CanvasObject{p.fields, p.text, p.below}
}

// heights returns where the text begins, how high it is at least, and how high
// what stands under it.
func (p *paper) heights(width float32) (top, text, below float32) {
	inner := width - 2*writingEdge
	top = 20 + ceil(heightFor(p.fields, inner)) + 12
	text = ceil(heightFor(p.text, inner))
	if p.below != nil {
		text, below = max(text, writingText), 20+ceil(heightFor(p.below, inner+ringRoom))
	}
	return top, text, below
}

func (p *paper) heightFor(width float32) float32 {
	top, text, below := p.heights(width)
	return top + text + below
}

func (p *paper) minSize() fyne.Size { return fyne.NewSize(200, p.heightFor(p.Size().Width)) }

func (p *paper) layout(size fyne.Size) {
	top, _, below := p.heights(size.Width)
	inner := size.Width - 2*writingEdge
	put(p.fields, writingEdge, 20, inner, top-32)
	put(p.text, writingEdge, top, inner, size.Height-top-below)
	if p.below != nil {
		put(p.below, writingEdge-ringRoom, size.Height-below+20, inner+ringRoom, below-20)
	}
}
