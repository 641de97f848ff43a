package screen

import (
	"context"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Calendar is the page of the months and of what comes, day by day.
type Calendar struct {
	*Host
	First time.Weekday // on which a week begins, unless a setting says so

	day     data.Day // chosen; zero before the page is opened
	read    calendarRead
	further int // days of the agenda beyond the first ones
	loader  loader

	title   *widgets.Text
	turns   []*widgets.Button // what goes from month to month
	view    *widgets.Choice
	month   *widgets.Month
	notes   *widgets.Text
	beside  *widgets.Column // what happens on the chosen day
	agenda  *widgets.Column
	body    *widgets.Column
	scroll  *widgets.Scroll
	monthly fyne.CanvasObject
	first   fyne.Focusable // the first entry of the day or the agenda, nil for none
	entries int            // shown so far, for their names
}

// A calendarRead is what was read for the page.
type calendarRead struct {
	desk.Calendar
	first   time.Weekday     // on which a week begins
	full    desk.CalendarDay // the chosen day, in full
	sketch  bool             // the days alone: what happens on them is still being read
	overdue []desk.Dated
	more    int // overdue beyond those
}

// Content implements Page.
func (v *Calendar) Content() fyne.CanvasObject {
	k := v.Kit
	v.title = k.Text("calendar.title", widgets.RoleTitle, "").OneLine()
	back := k.IconButton("calendar.back", widgets.IconBack, assets.L("Month before"), func() { v.turn(-1) })
	next := k.IconButton("calendar.next", widgets.IconNext, assets.L("Next month"), func() { v.turn(1) })
	today := k.Button("calendar.today", assets.L("Today"), v.today)
	v.turns = []*widgets.Button{back, next, today}
	v.view = k.Choice("calendar.view", assets.L("Show"), []widgets.Option{
		{ID: "calendar.view.month", Label: assets.L("Month")}, {ID: "calendar.view.agenda", Label: assets.L("Agenda")},
	}, func(int) { v.other() })
	v.view.Choose(0)
	save := k.Button("calendar.save", assets.L("Save as calendar file"), v.save).Quiet()
	v.month = k.Month("calendar.month", assets.L("Month"), widgets.MonthMoves{Days: v.move, Months: v.turn, Today: v.today, Pick: v.pick, Open: v.open})
	v.notes = k.Text("calendar.clocks", widgets.RoleSecondary, "")
	v.beside, v.agenda = widgets.NewColumn(10), widgets.NewColumn(16).Max(widgets.TextWidth)
	v.monthly = widgets.NewDuo(820, 308, 20, widgets.NewColumn(10, v.month, v.notes), v.beside)
	v.body = widgets.NewColumn(0, v.monthly, v.agenda)
	v.agenda.Hide()
	head := widgets.NewSplit(12, widgets.NewAcross(4, back, next, widgets.NewPad(0, 0, 6, 0, v.title)), widgets.NewAcross(10, v.view, today, save))
	v.scroll = widgets.NewScroll(widgets.NewPad(20, 24, 24, 24, widgets.NewColumn(14, head, v.body)))
	return widgets.NewPage(v.scroll)
}

// Refresh implements Page.
func (v *Calendar) Refresh() {
	if v.day.IsZero() {
		v.day, v.read.first = v.now(), v.First
		v.sketch()
		v.draw()
	}
	v.reload()
}

func (v *Calendar) now() data.Day { return data.DayOf(v.Desk.Now(), v.Desk.Zone()) }

// Leave implements Page.
func (v *Calendar) Leave() {
	v.loader.stop()
	v.further = 0
}

// Enter implements Page.
func (v *Calendar) Enter() fyne.Focusable {
	v.scroll.ScrollToTop()
	if v.view.Chosen() == 1 {
		return v.view
	}
	return v.month
}

// Key implements Page.
func (v *Calendar) Key(p widgets.KeyPress) bool {
	if p.InText || p.Mods&fyne.KeyModifierControl != 0 {
		return false
	}
	switch {
	case unicode.ToLower(p.Rune) == 'm':
		v.show(0)
	case unicode.ToLower(p.Rune) == 'a':
		v.show(1)
	case p.Name == fyne.KeyPageUp:
		v.turn(-1)
	case p.Name == fyne.KeyPageDown:
		v.turn(1)
	case p.Name == fyne.KeyHome:
		v.today()
	case p.Name == fyne.KeyEscape && v.view.Chosen() == 0:
		v.Focus(v.month)
	case v.arrow(p.Name) && v.view.Chosen() == 0:
		v.Focus(v.month)
		v.month.TypedKey(&fyne.KeyEvent{Name: p.Name})
	default:
		return false
	}
	return true
}

func (v *Calendar) arrow(key fyne.KeyName) bool {
	return key == fyne.KeyLeft || key == fyne.KeyRight || key == fyne.KeyUp || key == fyne.KeyDown
}

// show changes between the month and the agenda.
func (v *Calendar) show(view int) {
	v.view.Choose(view)
	v.other()
	v.Focus(v.Enter())
}

// other begins the view that was changed to at its beginning.
func (v *Calendar) other() {
	v.scroll.ScrollToTop()
	v.reload()
}

func (v *Calendar) move(days int) { v.choose(v.day.Add(days)) }

// turn goes so many months on, to the same day where the month has it.
func (v *Calendar) turn(months int) {
	first := data.Day{Year: v.day.Year, Month: v.day.Month, Day: 1}
	for range max(months, -months) {
		if months > 0 {
			first = first.Add(31)
		} else {
			first = first.Add(-1)
		}
		first.Day = 1
	}
	last := first.Add(31)
	last.Day = 1
	day := first
	day.Day = min(v.day.Day, last.Add(-1).Day)
	v.choose(day)
}

func (v *Calendar) today() { v.choose(v.now()) }

func (v *Calendar) pick(i int) {
	if i < len(v.read.Days) {
		v.choose(v.read.Days[i].Day)
	}
}

// choose shows a day at once, and reads what is not known of it.
func (v *Calendar) choose(day data.Day) {
	if day.Year < 1900 || day.Year > 9000 {
		return
	}
	v.day = day
	if v.view.Chosen() == 0 {
		v.sketch()
		v.draw()
	}
	v.reload()
}

// open opens what happens on the chosen day; of several things the first gets
// the focus.
func (v *Calendar) open() {
	switch day, _ := v.chosenDay(); {
	case len(day.Entries) == 1 && day.Count == 1:
		v.Go(Place{Page: PageInterviews, Application: day.Entries[0].Application})
	case v.first != nil:
		v.Focus(v.first)
	}
}

// draw shows what was read. The focus stays on the control of the same name.
func (v *Calendar) draw() {
	agenda := v.view.Chosen() == 1
	v.title.SetText(words.MonthOf(v.day))
	if agenda {
		v.title.SetText(assets.L("What comes"))
	}
	v.first, v.entries = nil, 0
	var home fyne.Focusable = v.month
	if agenda {
		home = v.view
	}
	v.refill(func() {
		v.agenda.Hidden = !agenda
		for _, b := range v.turns {
			b.Hidden = agenda
		}
		setHidden(v.monthly, agenda)
		if agenda {
			v.fillAgenda()
		} else {
			v.fillMonth()
		}
		v.scroll.Refresh()
	}, home)
}

func setHidden(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
	} else {
		o.Show()
	}
}

// save asks into which file the calendar goes.
func (v *Calendar) save() {
	span, name := monthOf(v.day), "afterword-"+v.day.String()[:7]+".ics"
	if v.view.Chosen() == 1 {
		span, name = desk.Span{From: v.now(), To: v.now().Add(agendaDays + v.further)}, "afterword.ics"
	}
	v.saveCalendar(name, func(ctx context.Context) ([]byte, int, error) { return v.Desk.CalendarFile(ctx, span) })
}

// saveCalendar asks into which file a calendar goes, and says how much went there.
func (h *Host) saveCalendar(name string, read func(context.Context) (file []byte, count int, err error)) {
	count := 0
	h.askFile(assets.L("Save as calendar file"), name, func(ctx context.Context) (file []byte, err error) {
		file, count, err = read(ctx)
		return file, err
	}, func(path string) {
		h.Toast(assets.N("Saved one entry in {{.Path}}.", "Saved {{.N}} entries in {{.Path}}.", count, assets.Args{"Path": path}), "")
	})
}
