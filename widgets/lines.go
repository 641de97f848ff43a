package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A PersonRow shows a person: initials, name, job, and a word at the right.
type PersonRow struct {
	base
	avatar           *avatar
	name, job, right *Text
}

// PersonRow returns a row; initials are one or two letters.
func (k *Kit) PersonRow(id, initials, name, job, right string) *PersonRow {
	p := &PersonRow{avatar: newAvatar()}
	p.avatar.set(initials)
	p.kit, p.id = k, id
	p.name, p.job = NewText(RoleBody, name).OneLine(), NewText(RoleSecondary, job).OneLine()
	p.right = NewText(RoleSecondary, right).OneLine().Align(fyne.TextAlignTrailing)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *PersonRow) CreateRenderer() fyne.WidgetRenderer { return render(p) }

// Describe implements Described.
func (p *PersonRow) Describe() Node {
	return Node{ID: p.id, Role: roleRow, Text: []string{p.name.text, p.job.text, p.right.text}}
}

func (p *PersonRow) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.avatar, p.name, p.job, p.right}
}

func (p *PersonRow) minSize() fyne.Size {
	return fyne.NewSize(160, max(38, p.name.lineHeight()+p.job.lineHeight()+1))
}

func (p *PersonRow) layout(size fyne.Size) {
	const left = 46
	put(p.avatar, 0, (size.Height-avatarSide)/2, avatarSide, avatarSide)
	rw := min(p.right.wantedWidth(), max(size.Width/3, size.Width-left-p.name.wantedWidth()-12), size.Width/2)
	w := max(0, size.Width-left-rw-12)
	nh, jh := p.name.lineHeight(), p.job.lineHeight()
	y := round((size.Height - nh - jh - 1) / 2)
	if p.job.text == "" {
		y = round((size.Height - nh) / 2)
	}
	put(p.name, left, y, w, nh)
	put(p.job, left, y+nh+1, w, jh)
	middle(p.right, size.Width-rw, rw, size.Height)
}

// A TimelineRow is one thing that happened: icon, words, date, and perhaps Undo.
type TimelineRow struct {
	base
	icon              IconName
	picture           *canvas.Image
	text, below, date *Text
	undo              *Button
}

// TimelineRow returns a row; an undo label adds a link named id.undo.
func (k *Kit) TimelineRow(id string, icon IconName, text, date, undo string, tapped func()) *TimelineRow {
	r := &TimelineRow{icon: icon, picture: newIcon(), text: NewText(RoleBody, text), below: NewText(RoleSecondary, "")}
	r.kit, r.id, r.below.Hidden = k, id, true
	r.date = NewText(RoleSecondary, date).OneLine().Align(fyne.TextAlignTrailing)
	r.undo = k.Link(id+".undo", undo, tapped)
	r.undo.Hidden = undo == ""
	r.ExtendBaseWidget(r)
	return r
}

// Below adds a quieter line under the words, and returns the row.
func (r *TimelineRow) Below(text string) *TimelineRow {
	r.below.SetText(text)
	r.below.Hidden = text == ""
	return r
}

// Faint mutes the words, for an event that was undone, and returns the row.
func (r *TimelineRow) Faint() *TimelineRow {
	r.text.In(ColorMuted)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *TimelineRow) CreateRenderer() fyne.WidgetRenderer { return render(r) }

// Describe implements Described.
func (r *TimelineRow) Describe() Node {
	n := Node{ID: r.id, Role: roleRow, Text: []string{r.text.text}}
	if r.below.Visible() {
		n.Text = append(n.Text, r.below.text)
	}
	n.Text = append(n.Text, r.date.text)
	return n
}

func (r *TimelineRow) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.picture, r.text, r.below, r.undo, r.date}
}

func (r *TimelineRow) repaint() { setIcon(r.picture, r.icon, ColorMuted) }

// widths returns the width of words, undo link and date.
func (r *TimelineRow) widths(width float32) (text, undo, date float32) {
	date = min(r.date.wantedWidth(), width/2)
	text = width - 26 - date - 12
	if r.undo.Visible() {
		undo = r.undo.minSize().Width
		text -= undo + 12
	}
	return max(40, text), undo, date
}

func (r *TimelineRow) heightFor(width float32) float32 {
	w, _, _ := r.widths(width)
	height := max(20, r.text.heightFor(w))
	if r.below.Visible() {
		height += 1 + r.below.heightFor(w)
	}
	return height
}

func (r *TimelineRow) minSize() fyne.Size { return fyne.NewSize(160, r.heightFor(r.Size().Width)) }

func (r *TimelineRow) layout(size fyne.Size) {
	text, undo, date := r.widths(size.Width)
	line := r.text.lineHeight()
	put(r.picture, 0, (line-16)/2, 16, 16)
	height := r.text.heightFor(text)
	put(r.text, 26, 0, text, height)
	put(r.below, 26, height+1, text, r.below.heightFor(text))
	put(r.undo, size.Width-date-12-undo, 1, undo, r.undo.minSize().Height)
	put(r.date, size.Width-date, 1, date, r.date.lineHeight())
}
