package widgets

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A MarkWeight is how loudly a Mark speaks.
type MarkWeight int

// The weights of marks: what may stay, what had better change, what should not
// leave like this.
const (
	MarkHint MarkWeight = iota
	MarkWarn
	MarkBlock
)

// A Mark is a line under some words of a text, given in bytes.
type Mark struct {
	Start, End int
	Weight     MarkWeight
}

// A Marked is a text area whose words can be underlined. The lines follow the
// text as it is typed, wrapped and scrolled.
type Marked struct {
	base
	entry   *Entry
	over    *underlines
	marks   []Mark
	lit     int // the mark that is pointed out, -1 for none
	text    string
	changed func(text string)
}

// Marked returns a text area like TextArea with nothing marked yet.
func (k *Kit) Marked(id, name string, rows int) *Marked {
	m := &Marked{entry: k.TextArea(id, name, rows), over: &underlines{}, lit: -1}
	m.over.ExtendBaseWidget(m.over)
	m.entry.OnChanged(m.typed)
	m.entry.field.OnCursorChanged = func() {
		m.place()
		m.entry.field.follow()
	}
	m.ExtendBaseWidget(m)
	return m
}

// OnChanged is called with the text after each change, and returns the area.
func (m *Marked) OnChanged(f func(text string)) *Marked {
	m.changed = f
	return m
}

// OnFocusLost is called when the focus leaves the text, and returns the area.
func (m *Marked) OnFocusLost(f func()) *Marked {
	m.entry.OnFocusLost(f)
	return m
}

// Text returns the text.
func (m *Marked) Text() string { return m.entry.Text() }

// SetText replaces the text and what Undo remembers of it; nothing stays marked.
func (m *Marked) SetText(text string) {
	m.marks, m.lit = nil, -1
	m.entry.SetText(text)
}

// Replace puts text in place of the bytes from start to end, as one act of the
// user that Undo takes back.
func (m *Marked) Replace(start, end int, text string) { m.entry.Replace(start, end, text) }

// Insert puts text where the cursor is and leaves the focus there.
func (m *Marked) Insert(text string) { m.entry.Insert(text) }

// Focusable returns what canvas.Focus takes.
func (m *Marked) Focusable() fyne.Focusable { return m.entry.Focusable() }

// Mark underlines words, in place of those before.
func (m *Marked) Mark(marks []Mark) {
	m.marks, m.lit = marks, -1
	m.place()
}

// At returns where the words of a mark are now, in bytes; the same twice when
// they are gone.
func (m *Marked) At(mark int) (start, end int) {
	if mark < 0 || mark >= len(m.marks) {
		return 0, 0
	}
	return m.marks[mark].Start, m.marks[mark].End
}

// Point lays a tint on the words of one mark and scrolls to them; -1 takes it
// away.
func (m *Marked) Point(mark int) {
	if mark >= len(m.marks) {
		mark = -1
	}
	if m.lit == mark {
		return
	}
	m.lit = mark
	if mark >= 0 {
		m.show(m.marks[mark])
	}
	m.place()
}

// show scrolls the text until a mark is in sight.
func (m *Marked) show(mark Mark) {
	f := m.entry.field
	if f.inner == nil || mark.End > len(f.Text) {
		return
	}
	row, column := spot(f.rows(), utf8.RuneCountInString(f.Text[:mark.Start]))
	_, at := f.look(row, column)
	height := f.inner.Size().Height
	if top := at.Y - f.inner.Offset.Y; top < 0 || top+2*m.lineHeight() > height {
		f.inner.ScrollToOffset(fyne.NewPos(0, max(0, at.Y-height/3)))
	}
}

// typed moves the marks with the words they are under: a change before a mark
// shifts it, a change inside takes it away.
func (m *Marked) typed(text string) {
	head, tail := alike(m.text, text)
	end, grown := len(m.text)-tail, len(text)-len(m.text)
	kept := m.marks[:0:0]
	for i, mark := range m.marks {
		switch {
		case mark.End <= head:
		case mark.Start >= end:
			mark.Start, mark.End = mark.Start+grown, mark.End+grown
		default:
			if i == m.lit {
				m.lit = -1
			}
			mark.End = mark.Start // its place in the row stays, for Point
		}
		kept = append(kept, mark)
	}
	m.marks, m.text = kept, text
	m.place()
	if m.changed != nil {
		m.changed(text)
	}
}

func (m *Marked) lineHeight() float32 {
	return fyne.MeasureText("M", measureOf(theme.SizeNameText), fyne.TextStyle{}).Height
}

// place draws the lines where the words are now.
func (m *Marked) place() {
	f := m.entry.field
	if f.inner == nil {
		return
	}
	m.inner(f)
	var strokes []stretch
	rows, runes := f.rows(), []rune(f.Text)
	for i, mark := range m.marks {
		if mark.Start >= mark.End || mark.End > len(f.Text) {
			continue
		}
		start := utf8.RuneCountInString(f.Text[:mark.Start])
		end := start + utf8.RuneCountInString(f.Text[mark.Start:mark.End])
		for row, _ := spot(rows, start); row < len(rows) && rows[row] < end; row++ {
			from, to := max(start, rows[row]), end
			if row+1 < len(rows) {
				to = min(to, rows[row+1])
			}
			for to > from && unicode.IsSpace(runes[to-1]) {
				to--
			}
			if from < to {
				strokes = append(strokes, m.stretch(row, from-rows[row], to-rows[row], mark.Weight, i == m.lit))
			}
		}
	}
	m.over.draw(strokes, f.inner.Size())
}

// inner listens to the scrolling of the text, once.
func (m *Marked) inner(f *field) {
	if f.inner.OnScrolled == nil {
		f.inner.OnScrolled = func(fyne.Position) { m.place() }
	}
}

// stretch is one line under words of one row, in the scroll area's places.
type stretch struct {
	x, y, w, h float32 // of the words
	weight     MarkWeight
	lit        bool
}

func (m *Marked) stretch(row, from, to int, weight MarkWeight, lit bool) stretch {
	f := m.entry.field
	_, a := f.look(row, from)
	_, b := f.look(row, to)
	return stretch{a.X, a.Y - f.inner.Offset.Y, b.X - a.X, m.lineHeight(), weight, lit}
}

// CreateRenderer implements fyne.Widget.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer { return render(m) }

func (m *Marked) parts() []fyne.CanvasObject { return []fyne.CanvasObject{m.entry, m.over} }

func (m *Marked) heightFor(width float32) float32 { return m.entry.heightFor(width) }

func (m *Marked) wantedWidth() float32 { return m.entry.wantedWidth() }

func (m *Marked) minSize() fyne.Size { return m.entry.minSize() }

func (m *Marked) layout(size fyne.Size) {
	put(m.entry, 0, 0, size.Width, size.Height)
	if inner := m.entry.field.inner; inner != nil {
		p := m.entry.field.Position().Add(inner.Position())
		put(m.over, p.X, p.Y, inner.Size().Width, inner.Size().Height)
	}
	m.place()
}

// underlines are the lines over a text area; taps go through them.
type underlines struct {
	base
	strokes []stretch
	objects []fyne.CanvasObject
}

// CreateRenderer implements fyne.Widget.
func (u *underlines) CreateRenderer() fyne.WidgetRenderer { return render(u) }

func (u *underlines) parts() []fyne.CanvasObject { return u.objects }

func (u *underlines) minSize() fyne.Size { return fyne.NewSize(0, 0) }

func (u *underlines) layout(fyne.Size) {}

// draw shows the strokes that are inside the area.
func (u *underlines) draw(strokes []stretch, area fyne.Size) {
	if len(u.strokes) == 0 && len(strokes) == 0 {
		return
	}
	u.strokes = u.strokes[:0]
	for _, s := range strokes {
		if s.y+s.h > 2 && s.y+s.h+1 < area.Height {
			u.strokes = append(u.strokes, s)
		}
	}
	u.Refresh()
}

func (u *underlines) repaint() {
	u.objects = u.objects[:0]
	for _, s := range u.strokes {
		if s.lit {
			tint := box(3)
			fill(tint, theme.ColorNameSelection)
			put(tint, s.x-1, s.y, s.w+2, s.h)
			u.objects = append(u.objects, tint)
		}
		line := box(1)
		ink, thick := theme.ColorNameWarning, float32(2)
		switch s.weight {
		case MarkHint:
			ink, thick = ColorMuted, 1
		case MarkBlock:
			thick = 3
		}
		fill(line, ink)
		put(line, s.x, s.y+s.h-1, s.w, thick)
		u.objects = append(u.objects, line)
	}
}
