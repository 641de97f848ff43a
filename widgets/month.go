package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A MonthDay is the content of one day of a Month. ID is its full name in the
// map, such as calendar.day:2026-11-24.
type MonthDay struct {
	ID, Name, Number string // Name in full, for the map: "Tuesday 24 November"
	Outside          bool   // of the month before or after
	Today, Chosen    bool
	Lines            []MonthLine
	More             int    // things beyond the lines
	Note             string // about the day itself: clocks change
}

// A MonthLine is one thing of a day.
type MonthLine struct {
	Text  string
	Stage Stage
	Faint bool // what is over
}

// A Month shows whole weeks of days. It is one stop for Tab: the arrows move by
// day, PageUp and PageDown by month, Home goes to today, Enter and Space open
// the chosen day. Where it is narrow its days show dots instead of words.
type Month struct {
	control
	name   string
	move   MonthMoves
	heads  []*Text
	cells  []*monthCell
	days   []MonthDay
	shown  []fyne.CanvasObject
	choose int
}

// MonthMoves are what a Month asks its page for.
type MonthMoves struct {
	Days   func(n int) // so many days on, or back
	Months func(n int)
	Today  func()
	Pick   func(i int) // a tap on a day
	Open   func()      // the chosen day
}

// Month returns an empty month; Set fills it.
func (k *Kit) Month(id, name string, move MonthMoves) *Month {
	m := &Month{name: name, move: move}
	for range 7 {
		m.heads = append(m.heads, NewText(RoleCaption, "").Bold().OneLine().Align(fyne.TextAlignCenter))
	}
	m.begin(k, id, m, move.Open)
	m.before = m.ownKey
	return m
}

// Set shows days, seven a week, under the names of the weekdays.
func (m *Month) Set(weekdays []string, days []MonthDay) {
	for i, name := range weekdays[:7] {
		m.heads[i].SetText(name)
	}
	m.days = days
	for len(m.cells) < len(days) {
		m.cells = append(m.cells, newMonthCell(m, len(m.cells)))
	}
	m.shown = m.shown[:0]
	for _, h := range m.heads {
		m.shown = append(m.shown, h)
	}
	for i, day := range days {
		if day.Chosen {
			m.choose = i
		}
		m.cells[i].set(day)
		m.shown = append(m.shown, m.cells[i])
	}
	m.Refresh()
	if m.focused {
		Reveal(m)
	}
}

func (m *Month) ownKey(k KeyPress) bool {
	switch k.Name {
	case fyne.KeyLeft:
		m.move.Days(-1)
	case fyne.KeyRight:
		m.move.Days(1)
	case fyne.KeyUp:
		m.move.Days(-7)
	case fyne.KeyDown:
		m.move.Days(7)
	case fyne.KeyPageUp:
		m.move.Months(-1)
	case fyne.KeyPageDown:
		m.move.Months(1)
	case fyne.KeyHome:
		m.move.Today()
	default:
		return false
	}
	return true
}

// Tapped implements fyne.Tappable; the days take their taps themselves.
func (m *Month) Tapped(*fyne.PointEvent) {}

// MouseIn implements desktop.Hoverable; the days show the hover themselves.
func (m *Month) MouseIn(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (m *Month) MouseOut() {}

func (m *Month) pick(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	m.move.Pick(i)
}

// current is the id of the day that shows the month's focus.
func (m *Month) current() string {
	if m.choose < len(m.days) {
		return m.days[m.choose].ID
	}
	return m.id
}

// sight is the place of the chosen day.
func (m *Month) sight() (top, height float32) {
	height = m.week(m.Size().Width)
	return m.head() + float32(m.choose/7)*height, height
}

// CreateRenderer implements fyne.Widget.
func (m *Month) CreateRenderer() fyne.WidgetRenderer { return render(m) }

// Describe implements Described: the month is the parent of its days.
func (m *Month) Describe() Node { return Node{ID: m.id} }

func (m *Month) parts() []fyne.CanvasObject { return m.shown }

// The measures of a month: the names of the weekdays, a week of words and one of
// dots, and from which width of a day and height of the window on there are words.
const monthHead, weekOfWords, weekOfDots, wideDay, highWindow = 24, 94, 42, 82, 640

// head is the height of the names of the weekdays.
func (m *Month) head() float32 { return max(monthHead, ceil(m.heads[0].lineHeight())+4) }

func (m *Month) week(width float32) float32 {
	if m.dotted(width) {
		return max(weekOfDots, ceil(measureOf(theme.SizeNameCaptionText)*1.4)+25)
	}
	return max(weekOfWords, ceil(measureOf(theme.SizeNameCaptionText)*1.4)*4+26)
}

// dotted reports whether days show dots instead of words: where they are narrow,
// and where the window is too low for weeks of words.
func (m *Month) dotted(width float32) bool {
	if width/7 < wideDay {
		return true
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(m)
	return c != nil && c.Size().Height < highWindow
}

func (m *Month) weeks() float32 { return float32((len(m.days) + 6) / 7) }

func (m *Month) heightFor(width float32) float32 { return m.head() + m.weeks()*m.week(width) }

func (m *Month) wantedWidth() float32 { return 560 }

func (m *Month) minSize() fyne.Size { return fyne.NewSize(280, m.heightFor(m.Size().Width)) }

func (m *Month) layout(size fyne.Size) {
	w, h, top := size.Width/7, m.week(size.Width), m.head()
	for i, head := range m.heads {
		put(head, float32(i)*w, 2, w, head.lineHeight())
	}
	for i := range m.days {
		x, next := round(float32(i%7)*w), round(float32(i%7+1)*w)
		put(m.cells[i], x, top+float32(i/7)*h, next-x-2, h-2)
	}
}
