package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A NavItem leads to a page. Narrower than 80 units it shows its icon alone.
type NavItem struct {
	control
	name, count string
	icon        IconName
	selected    bool
	back        *canvas.Rectangle
	picture     *canvas.Image
	words, sum  *canvas.Text
}

// NavItem returns an item of the navigation; icon, words, and what opens the page.
func (k *Kit) NavItem(id string, icon IconName, name string, tapped func()) *NavItem {
	n := &NavItem{name: name, icon: icon, back: box(8), picture: newIcon(), words: &canvas.Text{}, sum: &canvas.Text{}}
	n.begin(k, id, n, tapped)
	return n
}

// SetCount shows a count at the right; empty shows none.
func (n *NavItem) SetCount(count string) {
	if n.count != count {
		n.count = count
		n.Refresh()
	}
}

// Select marks the page that is open.
func (n *NavItem) Select() { n.mark(true) }

// Unselect takes the mark away.
func (n *NavItem) Unselect() { n.mark(false) }

func (n *NavItem) mark(on bool) {
	if n.selected != on {
		n.selected = on
		n.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer { return render(n) }

// Describe implements Described; the value is "selected" on the open page.
func (n *NavItem) Describe() Node {
	d := Node{ID: n.id, Role: roleNavItem, Text: []string{n.name}}
	if n.count != "" {
		d.Text = append(d.Text, n.count)
	}
	if n.selected {
		d.Value = "selected"
	}
	return d
}

func (n *NavItem) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{n.back, n.picture, n.words, n.sum}
}

func (n *NavItem) repaint() {
	fill(n.back, "")
	stroke(n.back, "", 0)
	ink := ColorMuted
	if n.selected {
		fill(n.back, theme.ColorNameSelection)
		ink = theme.ColorNamePrimary
	}
	if !n.selected || n.pressed {
		n.shade(n.back)
	}
	if n.focused {
		stroke(n.back, theme.ColorNamePrimary, 2)
	}
	setIcon(n.picture, n.icon, ink)
	n.words.Text, n.words.Color, n.words.TextSize = n.name, paint(theme.ColorNameForeground), measureOf(theme.SizeNameText)
	n.words.TextStyle.Bold = n.selected
	ink = ColorMuted
	if n.selected { // muted would be 4.4 to 1 on the selected sidebar
		ink = theme.ColorNameForeground
	}
	n.sum.Text, n.sum.Color, n.sum.TextSize = n.count, paint(ink), measureOf(theme.SizeNameCaptionText)
}

func (n *NavItem) minSize() fyne.Size {
	return fyne.NewSize(40, max(36, ceil(measureOf(theme.SizeNameText)*1.4)+14))
}

func (n *NavItem) layout(size fyne.Size) {
	put(n.back, 0, 0, size.Width, size.Height)
	side := grown(18)
	put(n.picture, 20-side/2, (size.Height-side)/2, side, side)
	folded := size.Width < 80
	n.words.Hidden, n.sum.Hidden = folded, folded
	m, s := n.words.MinSize(), n.sum.MinSize()
	put(n.words, 39, (size.Height-m.Height)/2, m.Width, m.Height)
	put(n.sum, size.Width-s.Width-12, (size.Height-s.Height)/2, s.Width, s.Height)
}
