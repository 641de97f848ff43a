package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// rowView draws one row; it is reused for others as the list scrolls.
type rowView struct {
	base
	rows                    *Rows
	index                   int
	row                     Row
	mark                    mark
	hovered                 bool
	back                    *canvas.Rectangle
	title, right, sub, line *Text
	badge                   *Badge
	icon                    *canvas.Image
	avatar                  *avatar
}

func newRowView(r *Rows) *rowView {
	v := &rowView{rows: r, back: box(8), icon: newIcon(), badge: newBadge("", ""), avatar: newAvatar()}
	v.title, v.right = NewText(RoleCompany, "").OneLine(), NewText(RoleCaption, "").OneLine()
	v.right.Align(fyne.TextAlignTrailing)
	v.sub, v.line = NewText(RoleSecondary, "").OneLine(), NewText(RoleSecondary, "").OneLine()
	if r.compact {
		v.title = NewText(RoleBody, "").OneLine()
	}
	v.ExtendBaseWidget(v)
	return v
}

// A mark is how the list shows one of its rows.
type mark struct{ chosen, hovered, focused bool }

func (v *rowView) marked() mark {
	chosen := v.rows.selected == v.index
	return mark{chosen, v.hovered, v.rows.focused && (chosen || v.rows.selected < 0 && v.index == 0)}
}

// fill shows row i. While a list scrolls this is asked sixty times a second: only
// what differs is drawn again.
func (v *rowView) fill(i int, row Row) {
	same := v.row == row
	v.index, v.row = i, row
	if same {
		v.show()
		return
	}
	v.title.text, v.right.text, v.sub.text, v.line.text = row.Title, row.Right, row.Sub, row.Line
	v.badge.Set(row.Stage, row.Badge)
	v.badge.Hidden = row.Stage == "" || v.rows.pair
	if v.avatar.letters != row.Avatar {
		v.avatar.set(row.Avatar)
	}
	icon := v.icon.Resource
	v.repaint()
	if v.icon.Resource != icon {
		v.icon.Refresh()
	}
	v.layout(v.Size())
	for _, t := range []*Text{v.title, v.right, v.sub, v.line} {
		t.layout(t.Size())
	}
	canvas.Refresh(v)
}

// show marks the row anew where it is marked otherwise now.
func (v *rowView) show() {
	if v.marked() != v.mark {
		v.repaint()
		v.back.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (v *rowView) Tapped(*fyne.PointEvent) { v.rows.tap(v.index) }

// MouseIn implements desktop.Hoverable.
func (v *rowView) MouseIn(*desktop.MouseEvent) { v.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (v *rowView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (v *rowView) MouseOut() { v.hover(false) }

func (v *rowView) hover(on bool) {
	v.hovered = on
	v.show()
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return render(v) }

// Describe implements Described; the value is "selected" on the chosen row.
func (v *rowView) Describe() Node {
	n := Node{ID: v.row.ID, Role: roleRow}
	for _, s := range []string{v.row.Title, v.row.Sub, v.row.Badge, v.row.Line, v.row.Right} {
		if s != "" {
			n.Text = append(n.Text, s)
		}
	}
	if v.rows.selected == v.index {
		n.Value = "selected"
	}
	return n
}

func (v *rowView) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.back, v.icon, v.avatar, v.title, v.right, v.sub, v.badge, v.line}
}

func (v *rowView) repaint() {
	v.mark = v.marked()
	fill(v.back, "")
	stroke(v.back, "", 0)
	switch {
	case v.mark.chosen:
		fill(v.back, theme.ColorNameSelection)
	case v.mark.hovered:
		fill(v.back, theme.ColorNameHover)
	}
	if v.mark.focused {
		stroke(v.back, theme.ColorNamePrimary, 2)
	}
	setIcon(v.icon, v.row.Icon, ColorMuted)
	v.sub.Hidden, v.line.Hidden = v.rows.compact, v.rows.compact || v.rows.pair
}

func (v *rowView) minSize() fyne.Size { return fyne.NewSize(160, v.rows.rowHeight()) }

func (v *rowView) layout(size fyne.Size) {
	put(v.back, 0, 0, size.Width, size.Height)
	const left, rightPad = 12, 14
	rw := min(v.right.wantedWidth(), size.Width/2)
	x := float32(left)
	if v.row.Icon != "" {
		put(v.icon, x, (size.Height-18)/2, 18, 18)
		x += 28
	}
	if v.avatar.Visible() {
		put(v.avatar, x, (size.Height-avatarSide)/2, avatarSide, avatarSide)
		x += avatarSide + 12
	}
	w := max(0, size.Width-x-rightPad)
	if v.rows.compact {
		middle(v.title, x, max(0, w-rw-10), size.Height)
		middle(v.right, size.Width-rightPad-rw, rw, size.Height)
		return
	}
	th, sh := v.title.lineHeight(), v.sub.lineHeight()
	y := round((size.Height - th - 2 - sh - 5 - badgeHeight) / 2)
	if v.rows.pair {
		y = round((size.Height - th - 2 - sh) / 2)
	}
	put(v.title, x, y, max(0, w-rw-10), th)
	put(v.right, size.Width-rightPad-rw, y+(th-v.right.lineHeight())/2, rw, v.right.lineHeight())
	put(v.sub, x, y+th+2, w, sh)
	y += th + 2 + sh + 5
	var bw float32
	if v.badge.Visible() {
		bw = min(v.badge.minSize().Width, w)
		put(v.badge, x, y, bw, badgeHeight)
		bw += 10
	}
	put(v.line, x+bw, y+(badgeHeight-v.line.lineHeight())/2, max(0, w-bw), v.line.lineHeight())
}
