package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// rowsBody is the tall object inside the scroll area; it holds the rows in sight.
type rowsBody struct {
	base
	rows    *Rows
	used    map[int]*rowView
	spare   []*rowView
	objects []fyne.CanvasObject
	worn    bool // the look of the rows may not be that of the theme any more
}

// Refresh implements fyne.Widget: it leaves rows alone that show what they should,
// as every step of the scroll area comes here.
func (b *rowsBody) Refresh() { b.refill() }

// CreateRenderer implements fyne.Widget.
func (b *rowsBody) CreateRenderer() fyne.WidgetRenderer { return render(b) }

func (b *rowsBody) parts() []fyne.CanvasObject { return b.objects }

func (b *rowsBody) minSize() fyne.Size {
	return fyne.NewSize(0, max(0, float32(b.rows.count())*b.rows.pitch()-rowGap))
}

func (b *rowsBody) layout(fyne.Size) { b.show() }

// show places the rows in sight; new ones are filled, the others only moved.
func (b *rowsBody) show() {
	r := b.rows
	pitch := r.pitch()
	first, last := r.InSight()
	last--
	for i, v := range b.used {
		if i < first || i > last {
			b.spare = append(b.spare, v)
			delete(b.used, i)
		}
	}
	b.objects = b.objects[:0]
	for i := first; i <= last; i++ {
		v, ok := b.used[i]
		if !ok {
			v = b.take()
			b.used[i] = v
			v.fill(i, r.row(i))
		}
		put(v, rowMargin, float32(i)*pitch, r.scroll.Size().Width-2*rowMargin, r.rowHeight())
		b.objects = append(b.objects, v)
	}
}

func (b *rowsBody) take() *rowView {
	if n := len(b.spare); n > 0 {
		v := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return v
	}
	return newRowView(b.rows)
}

// refill reads every row in sight again.
func (b *rowsBody) refill() {
	b.show()
	for i, v := range b.used {
		v.fill(i, b.rows.row(i))
		if b.worn {
			v.Refresh()
		}
	}
	if b.worn { // those that come into sight later are worn as well
		b.spare = nil
	}
	b.worn = false
	canvas.Refresh(b)
}
