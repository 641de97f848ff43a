package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A Sheet is a card over the window that asks one thing. Tab stays in it, Esc
// asks OnEscape or closes it, and the focus returns to where it was.
type Sheet struct {
	base
	title      *Text
	fault      *Text // what is to be said, above the buttons
	scrim      *canvas.Rectangle
	card       *canvas.Rectangle
	content    *Scroll
	foot       *Across
	width      float32
	beside     fyne.CanvasObject // a menu opens here, without scrim
	canvas     fyne.Canvas
	was, first fyne.Focusable
	onEscape   func()
	onClosed   func()
}

// Sheet returns a sheet that is not shown yet; buttons stay at its foot while
// the content scrolls.
func (k *Kit) Sheet(id, title string, content fyne.CanvasObject, buttons ...*Button) *Sheet {
	s := &Sheet{title: NewText(RoleListTitle, title), scrim: box(0), card: box(12), width: 520}
	s.kit, s.id = k, id
	s.fault = k.Text(id+".trouble", RoleSecondary, "").In(theme.ColorNameError)
	s.title.Hidden, s.fault.Hidden = title == "", true
	s.content = NewScroll(NewPad(4, 4, 4, 8, content))
	row := make([]fyne.CanvasObject, 0, len(buttons))
	for _, b := range buttons {
		row = append(row, b)
	}
	s.foot = NewAcross(8, row...)
	s.foot.Hidden = len(buttons) == 0
	s.ExtendBaseWidget(s)
	return s
}

// Wide sets the widest the card may be, 520 unless called, and returns the sheet.
func (s *Sheet) Wide(width float32) *Sheet {
	s.width = width
	return s
}

// First sets what gets the focus when the sheet opens, and returns the sheet.
func (s *Sheet) First(f fyne.Focusable) *Sheet {
	s.first = f
	return s
}

// OnEscape sets what Esc does instead of closing, and returns the sheet.
func (s *Sheet) OnEscape(f func()) *Sheet {
	s.onEscape = f
	return s
}

// OnClosed is called after the sheet is gone; it returns the sheet.
func (s *Sheet) OnClosed(f func()) *Sheet {
	s.onClosed = f
	return s
}

// ShowOn opens the sheet over a window.
func (s *Sheet) ShowOn(c fyne.Canvas) {
	if s.canvas != nil {
		return
	}
	s.canvas, s.was = c, c.Focused()
	c.Overlays().Add(s)
	s.Resize(c.Size())
	s.kit.Keys.opened(s)
	if first := s.firstStop(); first != nil {
		c.Focus(first)
	}
}

// firstStop returns what First said, else the first thing Tab reaches.
func (s *Sheet) firstStop() fyne.Focusable {
	found := s.first
	walk(place{object: s}, func(p *place) {
		if f, ok := focusable(p.object); ok && found == nil {
			found = f
		}
	})
	return found
}

// Tell says above the buttons what went wrong, where it is seen however far the
// content is scrolled.
func (s *Sheet) Tell(sentence string) { s.say(sentence, theme.ColorNameError) }

// Note says there what is good to know.
func (s *Sheet) Note(sentence string) { s.say(sentence, ColorMuted) }

func (s *Sheet) say(sentence string, ink fyne.ThemeColorName) {
	s.fault.In(ink).SetText(sentence)
	s.fault.Hidden = sentence == ""
	s.Refresh()
}

// Open tells whether the sheet is shown.
func (s *Sheet) Open() bool { return s.canvas != nil }

// Close takes the sheet away and gives the focus back.
func (s *Sheet) Close() {
	c := s.canvas
	if c == nil {
		return
	}
	s.canvas = nil
	c.Overlays().Remove(s)
	s.kit.Keys.closed(s)
	if s.was != nil && reachable(c, s.was) {
		c.Focus(s.was)
	}
	if s.onClosed != nil {
		s.onClosed()
	}
}

func (s *Sheet) escape() {
	if s.onEscape != nil {
		s.onEscape()
		return
	}
	s.Close()
}

// key answers a key that nothing in the sheet took: Ctrl+Enter does what its
// filled button does, and keys that move in a text scroll.
func (s *Sheet) key(p KeyPress) bool {
	if (p.Name != fyne.KeyReturn && p.Name != fyne.KeyEnter) || p.Mods != fyne.KeyModifierControl {
		return s.content.Key(p)
	}
	for _, o := range s.foot.objects {
		if b, ok := o.(*Button); ok && b.weight == primary && b.Visible() && !b.disabled {
			b.do()
			return true
		}
	}
	return false
}

// Tapped implements fyne.Tappable: a tap beside a menu closes it, a tap beside
// a sheet does nothing, so that no typed text is lost by a slip.
func (s *Sheet) Tapped(e *fyne.PointEvent) {
	inside := e.Position.X >= s.card.Position().X && e.Position.X < s.card.Position().X+s.card.Size().Width &&
		e.Position.Y >= s.card.Position().Y && e.Position.Y < s.card.Position().Y+s.card.Size().Height
	if s.beside != nil && !inside {
		s.Close()
	}
}

// MouseIn implements desktop.Hoverable, so that nothing below reacts.
func (s *Sheet) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (s *Sheet) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Sheet) MouseOut() {}

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return render(s) }

// Describe implements Described.
func (s *Sheet) Describe() Node {
	return Node{ID: s.id, Role: roleSheet, Text: []string{s.title.text}}
}

func (s *Sheet) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.scrim, s.card, s.title, s.content, s.fault, s.foot}
}

func (s *Sheet) repaint() {
	fill(s.scrim, ColorScrim)
	s.scrim.Hidden = s.beside != nil
	fill(s.card, theme.ColorNameOverlayBackground)
	stroke(s.card, ColorHairline, 1)
	if s.beside != nil {
		fill(s.card, theme.ColorNameMenuBackground)
		stroke(s.card, theme.ColorNameInputBorder, 1)
	}
}

// minSize changes with the content, so that a sheet grows when a line appears in
// it; it never asks for more than the window has.
func (s *Sheet) minSize() fyne.Size {
	size := s.Size()
	if size.Width <= 0 {
		return fyne.NewSize(120, 80)
	}
	_, head, body, foot := s.measure(size)
	return fyne.NewSize(120, min(head+body+foot, size.Height))
}

// sheetMargin is what stays of the window around the card.
const sheetMargin = 24

// insets returns the card's margins above and at the sides.
func (s *Sheet) insets() (pad, side float32) {
	if s.beside != nil {
		return 2, 2
	}
	return 20, 16
}

// measure returns the card's width and the heights of title, content and buttons.
func (s *Sheet) measure(size fyne.Size) (w, head, body, foot float32) {
	pad, side := s.insets()
	w = min(s.width, size.Width-2*sheetMargin)
	inner := w - 2*side
	if s.title.Visible() {
		head = s.title.heightFor(inner-8) + 12
	}
	if s.foot.Visible() {
		foot = s.foot.heightFor(inner-8) + 14
	}
	if s.fault.Visible() {
		foot += s.fault.heightFor(inner-8) + 10
	}
	body = min(s.content.heightFor(inner), size.Height-2*sheetMargin-2*pad-head-foot)
	return w, head, body, foot
}

func (s *Sheet) layout(size fyne.Size) {
	put(s.scrim, 0, 0, size.Width, size.Height)
	pad, side := s.insets()
	w, head, body, foot := s.measure(size)
	inner, h := w-2*side, body+head+foot+2*pad
	x, y := round((size.Width-w)/2), round(max(sheetMargin, (size.Height-h)*0.4))
	if s.beside != nil {
		x, y = s.nextTo(size, w, h)
	}
	put(s.card, x, y, w, h)
	put(s.title, x+side+4, y+pad, inner-8, max(0, head-12))
	put(s.content, x+side, y+pad+head, inner, body)
	if y += pad + head + body; s.fault.Visible() {
		told := s.fault.heightFor(inner - 8)
		put(s.fault, x+side+4, y+10, inner-8, told)
		y, foot = y+10+told, foot-10-told
	}
	fw := min(s.foot.wantedWidth(), inner-8)
	put(s.foot, x+w-side-8-fw, y+14, fw, max(0, foot-14))
}

// nextTo returns the place of a menu: under its object, above it when there is
// no room, right edges in line; in the middle when its object is not in sight, as
// that of a key may be in a narrow window.
func (s *Sheet) nextTo(size fyne.Size, w, h float32) (x, y float32) {
	if s.canvas != nil && !inSight(s.canvas, s.beside) {
		return round((size.Width - w) / 2), round((size.Height - h) / 2)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.beside)
	o := s.beside.Size()
	x = min(max(8, at.X+o.Width-w), max(8, size.Width-w-8))
	y = at.Y + o.Height + 4
	if y+h > size.Height-8 {
		y = at.Y - h - 4
	}
	return round(x), round(max(8, min(y, size.Height-h-8)))
}
