package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Line is the content of one OpenLine. Lead is a word at the left, such as a
// time; without Badge the Stage colours the icon.
type Line struct {
	Lead, Title, Sub string
	Icon             IconName
	Stage            Stage
	Badge            string
	Faint            bool // what is over
}

// An OpenLine is one line of a short list on a card that opens what it names.
// The arrows move to the next one.
type OpenLine struct {
	control
	line             Line
	back             *canvas.Rectangle
	picture          *canvas.Image
	lead, title, sub *Text
	badge            *Badge
}

// OpenLine returns a line and what it opens.
func (k *Kit) OpenLine(id string, line Line, open func()) *OpenLine {
	l := &OpenLine{line: line, back: box(8), picture: newIcon(), badge: newBadge(line.Stage, line.Badge)}
	ink := theme.ColorNameForeground
	if line.Faint {
		ink = ColorMuted
	}
	l.lead = NewText(RoleSecondary, line.Lead).OneLine()
	l.title, l.sub = NewText(RoleBody, line.Title).OneLine().In(ink), NewText(RoleSecondary, line.Sub).AtMost(3)
	l.badge.Hidden, l.sub.Hidden, l.lead.Hidden = line.Badge == "", line.Sub == "", line.Lead == ""
	l.begin(k, id, l, open)
	l.before = l.arrow
	return l
}

func (l *OpenLine) arrow(k KeyPress) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(l)
	switch {
	case c == nil:
		return false
	case k.Name == fyne.KeyDown, k.Rune == 'j':
		c.FocusNext()
	case k.Name == fyne.KeyUp, k.Rune == 'k':
		c.FocusPrevious()
	default:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (l *OpenLine) CreateRenderer() fyne.WidgetRenderer { return render(l) }

// Describe implements Described.
func (l *OpenLine) Describe() Node {
	n := Node{ID: l.id, Role: roleRow}
	for _, s := range []string{l.line.Lead, l.line.Title, l.line.Sub, l.line.Badge} {
		if s != "" {
			n.Text = append(n.Text, s)
		}
	}
	return n
}

func (l *OpenLine) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.back, l.lead, l.picture, l.title, l.sub, l.badge}
}

func (l *OpenLine) repaint() {
	fill(l.back, "")
	stroke(l.back, "", 0)
	l.shade(l.back)
	if l.focused {
		stroke(l.back, theme.ColorNamePrimary, 2)
	}
	ink := ColorMuted
	if l.line.Stage != "" && l.line.Badge == "" {
		ink = l.line.Stage.text()
	}
	setIcon(l.picture, l.line.Icon, ink)
}

// The line's measures: how far its ground reaches beyond the words, and the
// place of a lead, such as 15:00.
const lineReach, lineLead, linePad = 8, 64, 7

// columns returns where the words begin and how wide they and the badge are.
func (l *OpenLine) columns(width float32) (x, words, badge float32) {
	if l.lead.Visible() {
		x += max(lineLead, l.lead.wantedWidth()+12)
	}
	if l.line.Icon != "" {
		x += 28
	}
	if l.badge.Visible() {
		badge = min(l.badge.minSize().Width, width/2)
	}
	words = width - x
	if badge > 0 {
		words -= badge + 12
	}
	return x, max(40, words), badge
}

func (l *OpenLine) heightFor(width float32) float32 {
	_, w, _ := l.columns(width)
	h := l.title.lineHeight()
	if l.sub.Visible() {
		h += 2 + l.sub.heightFor(w)
	}
	return max(h, 22) + 2*linePad
}

func (l *OpenLine) minSize() fyne.Size { return fyne.NewSize(160, l.heightFor(l.Size().Width)) }

func (l *OpenLine) layout(size fyne.Size) {
	put(l.back, -lineReach, 0, size.Width+2*lineReach, size.Height)
	x, w, bw := l.columns(size.Width)
	line := l.title.lineHeight()
	put(l.lead, 0, linePad+(line-l.lead.lineHeight())/2, max(0, x-8), l.lead.lineHeight())
	put(l.picture, x-28, linePad+(line-18)/2, 18, 18)
	top := float32(linePad)
	if !l.sub.Visible() {
		top = (size.Height - line) / 2
	}
	put(l.title, x, top, w, line)
	put(l.sub, x, linePad+line+2, w, l.sub.heightFor(w))
	put(l.badge, size.Width-bw, (size.Height-badgeHeight)/2, bw, badgeHeight)
}
