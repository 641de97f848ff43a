package screen

import (
	"context"
	"strings"
	"time"

	"afterword/app/desk"
	"afterword/data"
)

// monthOf returns the days of the month of a day.
func monthOf(day data.Day) desk.Span {
	from := data.Day{Year: day.Year, Month: day.Month, Day: 1}
	to := from.Add(31)
	to.Day = 1
	return desk.Span{From: from, To: to}
}

// weeksOf widens days to whole weeks.
func weeksOf(span desk.Span, first time.Weekday) desk.Span {
	span.From = span.From.Add(-(int(span.From.Weekday()-first) + 7) % 7)
	span.To = span.To.Add((int(first-span.To.Weekday()) + 7) % 7)
	return span
}

// The size of an agenda: how far it reaches, and by how much more at a time.
const agendaDays, agendaTotal, dayTotal = 60, 150, 200

func (v *Calendar) reload() {
	day := v.day
	if v.view.Chosen() == 1 {
		today, further := v.now(), v.further
		load(&v.loader, v.Context, func(ctx context.Context) (calendarRead, error) { return v.readAgenda(ctx, today, further) }, v.take)
		return
	}
	load(&v.loader, v.Context, func(ctx context.Context) (calendarRead, error) { return v.readMonth(ctx, day) }, v.take)
}

func (v *Calendar) readMonth(ctx context.Context, day data.Day) (r calendarRead, err error) {
	prefs, err := v.Desk.Preferences(ctx)
	if err != nil {
		return r, err
	}
	r.first = firstDay(prefs.Value("window.first_day"), v.First)
	span := weeksOf(monthOf(day), r.first)
	span.PerDay = 4
	if r.Calendar, err = v.Desk.Calendar(ctx, span); err != nil {
		return r, err
	}
	one, err := v.Desk.Calendar(ctx, desk.Span{From: day, To: day.Add(1), PerDay: dayTotal})
	if err == nil {
		r.full = one.Days[0]
	}
	return r, err
}

// sketch puts the days of the chosen month in place of what was read of another, so
// that its grid is there while it is read.
func (v *Calendar) sketch() {
	span := weeksOf(monthOf(v.day), v.read.first)
	if len(v.read.Days) > 0 && v.read.Days[0].Day == span.From {
		return
	}
	v.read = calendarRead{first: v.read.first, sketch: true}
	for day := span.From; day != span.To; day = day.Add(1) {
		v.read.Days = append(v.read.Days, desk.CalendarDay{Day: day})
	}
}

func (v *Calendar) readAgenda(ctx context.Context, today data.Day, further int) (r calendarRead, err error) {
	days := agendaDays + further
	r.Calendar, err = v.Desk.Calendar(ctx, desk.Span{From: today, To: today.Add(days), Total: agendaTotal * days / agendaDays})
	if err != nil {
		return r, err
	}
	var count int
	r.overdue, count, err = v.Desk.Overdue(ctx, 20)
	r.more = count - len(r.overdue)
	return r, err
}

// firstDay is the day that a setting names; the usual one for any other word.
func firstDay(setting string, usual time.Weekday) time.Weekday {
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.EqualFold(day.String(), setting) {
			return day
		}
	}
	return usual
}

func (v *Calendar) take(r calendarRead, err error) {
	if err != nil {
		v.Fail(err)
		return
	}
	v.read = r
	v.draw()
	if r.Left > 0 { // the user sees what is there while the rest is read
		v.reload()
	}
}
