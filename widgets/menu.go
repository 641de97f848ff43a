package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A MenuItem is one line of a menu; ID is its full name in the map.
type MenuItem struct {
	ID, Label, Keys string // Keys is the shortcut as shown at the right
	Do              func()
}

// Menu opens a menu beside an object: arrows, Home, End or Tab move, Enter chooses, Esc or
// a tap elsewhere closes. The menu is named id and is a sheet in the map.
func (k *Kit) Menu(id string, beside fyne.CanvasObject, items ...MenuItem) *Sheet {
	c := fyne.CurrentApp().Driver().CanvasForObject(beside)
	var lines []fyne.CanvasObject
	s := k.Sheet(id, "", NewColumn(0))
	width := float32(160)
	for _, it := range items {
		l := k.menuLine(it, s, c)
		width = max(width, l.minSize().Width)
		lines = append(lines, l)
	}
	s.content = NewScroll(NewPad(4, 4, 4, 4, NewColumn(0, lines...)))
	s.beside, s.width = beside, width+12
	if c != nil {
		s.ShowOn(c)
	}
	return s
}

// goTo gives the focus to the first line of a menu, or to the last.
func (s *Sheet) goTo(c fyne.Canvas, last bool) {
	var stops []fyne.Focusable
	walk(place{object: s}, func(p *place) {
		if f, ok := focusable(p.object); ok {
			stops = append(stops, f)
		}
	})
	at := 0
	if last {
		at = len(stops) - 1
	}
	if at >= 0 && at < len(stops) {
		c.Focus(stops[at])
	}
}

// menuLine is one item of a menu.
type menuLine struct {
	control
	item       MenuItem
	back       *canvas.Rectangle
	label, key *Text
}

func (k *Kit) menuLine(it MenuItem, s *Sheet, c fyne.Canvas) *menuLine {
	l := &menuLine{item: it, back: box(6), label: NewText(RoleBody, it.Label).OneLine(), key: NewText(RoleCaption, it.Keys).OneLine()}
	l.begin(k, it.ID, l, func() {
		s.Close()
		if it.Do != nil {
			it.Do()
		}
	})
	l.before = func(p KeyPress) bool {
		switch {
		case p.Name == fyne.KeyDown && c != nil:
			c.FocusNext()
		case p.Name == fyne.KeyUp && c != nil:
			c.FocusPrevious()
		case (p.Name == fyne.KeyHome || p.Name == fyne.KeyEnd) && c != nil:
			s.goTo(c, p.Name == fyne.KeyEnd)
		default:
			return false
		}
		return true
	}
	l.disabled = it.Do == nil
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *menuLine) CreateRenderer() fyne.WidgetRenderer { return render(l) }

// Describe implements Described.
func (l *menuLine) Describe() Node {
	return Node{ID: l.id, Role: roleMenuItem, Text: []string{l.item.Label}}
}

func (l *menuLine) parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.back, l.label, l.key} }

func (l *menuLine) repaint() {
	fill(l.back, "")
	if l.hovered || l.focused {
		fill(l.back, theme.ColorNameSelection)
	}
	l.label.ink = theme.ColorNameForeground
	if l.disabled {
		l.label.ink = theme.ColorNameDisabled
	}
}

func (l *menuLine) minSize() fyne.Size {
	w := l.label.wantedWidth() + 24
	if l.item.Keys != "" {
		w += l.key.wantedWidth() + 24
	}
	return fyne.NewSize(w, max(34, l.label.lineHeight()+14))
}

func (l *menuLine) layout(size fyne.Size) {
	put(l.back, 0, 0, size.Width, size.Height)
	kw := l.key.wantedWidth()
	middle(l.label, 12, size.Width-24-kw, size.Height)
	middle(l.key, size.Width-12-kw, kw, size.Height)
}
