package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A Row is the content of one line of a list. ID is its full name in the map,
// such as list.row:17. Without Stage there is no badge.
type Row struct {
	ID, Title, Right, Sub, Line string
	Stage                       Stage
	Badge                       string
	Icon                        IconName
	Avatar                      string // one or two letters in a disc at the left
}

// Rows is a list of rows of one height. It is one stop for Tab and holds only
// the rows in sight, so 100,000 cost no more than ten. Arrows, J and K move,
// Enter and Space open.
type Rows struct {
	control
	count    func() int
	row      func(i int) Row
	onSelect func(i int)
	onOpen   func(i int)
	selected int
	compact  bool
	pair     bool
	scroll   *container.Scroll
	body     *rowsBody
}

// Rows returns a list; row is asked for the rows in sight whenever they are drawn.
func (k *Kit) Rows(id string, count func() int, row func(i int) Row) *Rows {
	r := &Rows{count: count, row: row, selected: -1}
	r.body = &rowsBody{rows: r, used: map[int]*rowView{}}
	r.body.ExtendBaseWidget(r.body)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.body.show() }
	r.begin(k, id, r, func() {
		if r.selected < 0 {
			r.move(0)
		}
		r.open(r.selected)
	})
	r.before = r.ownKey
	return r
}

// Compact makes rows 40 units high with one line each, and returns the list.
func (r *Rows) Compact() *Rows {
	r.compact = true
	return r
}

// Pair makes rows of two lines, without badge and Line, and returns the list.
func (r *Rows) Pair() *Rows {
	r.pair = true
	return r
}

// OnSelect is called when another row is chosen by arrow or tap.
func (r *Rows) OnSelect(f func(i int)) *Rows {
	r.onSelect = f
	return r
}

// OnOpen is called for Enter, Space and a tap.
func (r *Rows) OnOpen(f func(i int)) *Rows {
	r.onOpen = f
	return r
}

// Selected returns the chosen row, -1 for none.
func (r *Rows) Selected() int { return r.selected }

// Select chooses a row without telling the caller and brings it into sight; -1
// for none.
func (r *Rows) Select(i int) {
	r.selected = min(max(i, -1), r.count()-1)
	r.reveal()
	r.body.refill()
}

// Begin chooses the first row when none is chosen, as the arrow down would.
func (r *Rows) Begin() {
	if r.selected < 0 {
		r.move(0)
	}
}

// InSight returns the first row in sight and the one after the last.
func (r *Rows) InSight() (from, to int) {
	height, pitch := r.scroll.Size().Height, r.pitch()
	if height <= 0 {
		return 0, 0
	}
	from = max(0, int(r.scroll.Offset.Y/pitch))
	return from, max(from, min(r.count(), int((r.scroll.Offset.Y+height)/pitch)+1))
}

// Reload reads count and rows again and keeps the place.
func (r *Rows) Reload() {
	r.selected = min(r.selected, r.count()-1)
	r.scroll.Refresh() // fills the rows anew
}

// Refill reads the rows in sight again; what is the same costs nothing.
func (r *Rows) Refill() { r.body.refill() }

// Disabled implements fyne.Disableable: an empty list is no stop for Tab.
func (r *Rows) Disabled() bool { return r.disabled || r.count() == 0 }

// Tapped implements fyne.Tappable; a tap beside the rows does nothing.
func (r *Rows) Tapped(*fyne.PointEvent) {}

// MouseIn implements desktop.Hoverable; the rows show the hover themselves.
func (r *Rows) MouseIn(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *Rows) MouseOut() {}

// current is the id of the row that shows the list's focus.
func (r *Rows) current() string {
	if r.count() == 0 {
		return ""
	}
	return r.row(max(0, r.selected)).ID
}

func (r *Rows) move(to int) {
	n := r.count()
	if n == 0 {
		return
	}
	to = min(max(to, 0), n-1)
	if to == r.selected {
		return
	}
	r.Select(to)
	if r.onSelect != nil {
		r.onSelect(to)
	}
}

func (r *Rows) open(i int) {
	if i >= 0 && i < r.count() && r.onOpen != nil {
		r.onOpen(i)
	}
}

func (r *Rows) tap(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	r.move(i)
	r.open(i)
}

func (r *Rows) ownKey(k KeyPress) bool {
	page := max(1, int(r.scroll.Size().Height/r.pitch())-1)
	switch {
	case k.Name == fyne.KeyDown, k.Rune == 'j':
		r.move(r.selected + 1)
	case k.Name == fyne.KeyUp, k.Rune == 'k':
		r.move(r.selected - 1)
	case k.Name == fyne.KeyPageDown:
		r.move(r.selected + page)
	case k.Name == fyne.KeyPageUp:
		r.move(r.selected - page)
	case k.Name == fyne.KeyHome:
		r.move(0)
	case k.Name == fyne.KeyEnd:
		r.move(r.count() - 1)
	default:
		return false
	}
	return true
}

const rowGap, rowMargin = 2, 6

func (r *Rows) rowHeight() float32 {
	switch {
	case r.compact:
		return max(40, measureOf(theme.SizeNameText)*1.4+16)
	case r.pair:
		return max(60, round((measureOf(sizeCompany)+measureOf(sizeSecondary))*1.4)+20)
	}
	return max(84, round((measureOf(sizeCompany)+measureOf(sizeSecondary)*2)*1.4)+24)
}

func (r *Rows) pitch() float32 { return r.rowHeight() + rowGap }

func (r *Rows) reveal() {
	if r.selected < 0 {
		return
	}
	top, h := float32(r.selected)*r.pitch(), r.scroll.Size().Height
	switch {
	case h <= 0:
		return
	case top < r.scroll.Offset.Y:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case top+r.rowHeight() > r.scroll.Offset.Y+h:
		r.scroll.ScrollToOffset(fyne.NewPos(0, top+r.rowHeight()-h))
	}
	r.body.show()
}

// CreateRenderer implements fyne.Widget.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return render(r) }

// Describe implements Described: the list is the parent of its rows.
func (r *Rows) Describe() Node { return Node{ID: r.id} }

func (r *Rows) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll} }

// repaint has the look of the rows read anew too: it is the theme's or the focus's.
func (r *Rows) repaint() {
	r.body.worn = true
	r.body.refill()
}

func (r *Rows) minSize() fyne.Size { return fyne.NewSize(200, r.pitch()) }

// heightFor is the height of all rows, for short lists in a sheet.
func (r *Rows) heightFor(float32) float32 { return max(r.pitch(), float32(r.count())*r.pitch()) }

func (r *Rows) layout(size fyne.Size) {
	put(r.scroll, 0, 0, size.Width, size.Height)
	r.body.show()
}
