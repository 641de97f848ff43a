package screen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// fillMonth shows the grid of days and what happens on the chosen one.
func (v *Calendar) fillMonth() {
	s := v.Desk.Speaker(data.DefaultSettings())
	notes := make(map[data.Day]string)
	var said []string
	for _, c := range v.read.Changes {
		if notes[c.Day] == "" {
			notes[c.Day] = c.Short
		}
		said = append(said, s.Day(c.Day)+": "+c.Text)
	}
	v.notes.SetText(strings.Join(said, "\n"))
	v.notes.Hidden = len(said) == 0
	var days []widgets.MonthDay
	for _, d := range v.read.Days {
		day := widgets.MonthDay{
			ID: "calendar.day:" + d.Day.String(), Name: s.Weekday(d.Day), Number: strconv.Itoa(d.Day.Day), Note: notes[d.Day],
			Outside: d.Day.Month != v.day.Month, Today: d.Day == v.now(), Chosen: d.Day == v.day, More: d.Count - len(d.Entries),
		}
		for _, e := range d.Entries {
			day.Lines = append(day.Lines, monthLine(e))
			if e.Overlap != "" && day.Note == "" {
				day.Note = assets.L("Overlap")
			}
		}
		days = append(days, day)
	}
	v.month.Set(words.Weekdays(v.read.first), days)
	v.fillDay(words.Sentence(s.Weekday(v.day)))
}

// monthLine is a thing in the few words that a day of the grid has room for.
func monthLine(e desk.Dated) widgets.MonthLine {
	text := e.Company
	if e.Item == "" && e.Clock != "" {
		text = e.Clock + " " + text
	}
	return widgets.MonthLine{Text: text, Stage: stageOf(e.Badge), Faint: e.Over}
}

// chosenDay returns what is known of the chosen day, and whether that is all.
func (v *Calendar) chosenDay() (desk.CalendarDay, bool) {
	if v.read.full.Day == v.day {
		return v.read.full, true
	}
	for _, d := range v.read.Days {
		if d.Day == v.day {
			return d, d.Count == len(d.Entries) && !v.read.sketch
		}
	}
	return desk.CalendarDay{Day: v.day}, false
}

func (v *Calendar) fillDay(name string) {
	day, whole := v.chosenDay()
	objects := []fyne.CanvasObject{v.Kit.Text("calendar.chosen", widgets.RoleCardTitle, name)}
	for _, c := range v.read.Changes {
		if c.Day == v.day {
			objects = append(objects, widgets.NewText(widgets.RoleSecondary, c.Text))
		}
	}
	switch {
	case len(day.Entries) > 0:
		objects = append(objects, v.list(day.Entries)...)
	case whole:
		objects = append(objects, v.Kit.Text("calendar.empty", widgets.RoleSecondary, v.emptyLine()))
	}
	if n := day.Count - len(day.Entries); n > 0 && whole {
		objects = append(objects, v.Kit.Text("calendar.rest", widgets.RoleSecondary, assets.N("and one more", "and {{.N}} more", n)))
	}
	v.beside.Set(widgets.NewLinesCard(objects...))
}

// emptyLine is the calm word on a day, or a month, without anything.
func (v *Calendar) emptyLine() string {
	for _, d := range v.read.Days {
		if d.Count > 0 && d.Day.Month == v.day.Month {
			return assets.L("Nothing on this day.")
		}
	}
	return assets.L("Nothing this month. Interviews and planned notes appear here by themselves.")
}

// list makes the lines of entries; the first of the page gets the focus when
// the day is opened.
func (v *Calendar) list(entries []desk.Dated) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, e := range entries {
		line := v.line(e)
		if v.first == nil {
			v.first = line
		}
		all = append(all, line)
		if e.Link != "" && !e.Over {
			join := v.Kit.Link(line.ID()+".join", assets.L("Join by link"), func() { v.join(e.Link) })
			all = append(all, widgets.NewPad(0, 6, 92, 0, widgets.NewAcross(0, join)))
		}
	}
	return all
}

func (v *Calendar) join(link string) {
	if err := v.Open(link); err != nil {
		v.Fail(err)
	}
}

// line is one entry; it opens its application.
func (v *Calendar) line(e desk.Dated) *widgets.OpenLine {
	id := "calendar.entry:" + strconv.Itoa(v.entries)
	v.entries++
	sub := []string{e.What}
	for _, more := range []string{e.Zones, e.Place, e.Overlap} {
		if more != "" {
			sub = append(sub, more)
		}
	}
	lead := e.Clock
	if lead == "" {
		lead = assets.L("all day")
	}
	icon := widgets.IconCalendar
	switch {
	case e.Item.Kind() == data.KindLogReply:
		icon = widgets.IconReply
	case e.Item.Kind() == data.KindKeepInTouch, e.Item.Kind() == data.KindStayInTouch:
		icon = widgets.IconLeaf
	case e.Item.Kind() == data.KindOfferDecision, e.Item.Kind() == data.KindOfferAck:
		icon = widgets.IconStar
	case e.Item.Kind() == data.KindCheckIn:
		icon = widgets.IconBubble
	case e.Item != "":
		icon = widgets.IconEnvelope
	}
	line := widgets.Line{Lead: lead, Icon: icon, Stage: stageOf(e.Badge), Title: e.Company, Sub: strings.Join(sub, "\n"), Faint: e.Over}
	return v.Kit.OpenLine(id, line, func() { v.Go(Place{Page: PageInterviews, Application: e.Application}) })
}

// fillAgenda shows what comes, by day, and above it what is still open.
func (v *Calendar) fillAgenda() {
	s := v.Desk.Speaker(data.DefaultSettings())
	var objects []fyne.CanvasObject
	if len(v.read.overdue) > 0 {
		lines := []fyne.CanvasObject{v.Kit.Text("calendar.overdue", widgets.RoleCardTitle, assets.L("Still fine to do"))}
		lines = append(lines, v.list(v.read.overdue)...)
		if v.read.more > 0 {
			lines = append(lines, v.Kit.Text("calendar.overdue.more", widgets.RoleSecondary, assets.N("and one more", "and {{.N}} more", v.read.more)))
		}
		objects = append(objects, widgets.NewLinesCard(lines...))
	}
	cut := false
	for _, d := range v.read.Days {
		lines := []fyne.CanvasObject{v.Kit.Text("calendar.agenda:"+d.Day.String(), widgets.RoleCardTitle, v.dayName(d.Day))}
		for _, c := range v.read.Changes {
			if c.Day == d.Day {
				lines = append(lines, widgets.NewText(widgets.RoleSecondary, c.Text))
			}
		}
		lines = append(lines, v.list(d.Entries)...)
		if len(lines) > 1 {
			objects = append(objects, widgets.NewLinesCard(lines...))
		}
		cut = cut || d.Count > len(d.Entries)
	}
	if v.entries == 0 {
		objects = append(objects, widgets.NewColumn(4, v.Kit.Text("calendar.empty", widgets.RoleBody, assets.L("Nothing is planned.")),
			widgets.NewText(widgets.RoleSecondary, assets.L("Waiting is normal. Interviews and planned notes appear here by themselves."))))
	}
	until := s.Date(v.now().Add(agendaDays + v.further))
	line := assets.L("Until {{.Date}}.", assets.Args{"Date": until})
	if cut {
		line = assets.L("The first things until {{.Date}}.", assets.Args{"Date": until})
	}
	further := v.Kit.Link("calendar.further", assets.L("Show more"), func() {
		v.further += agendaDays
		v.reload()
	})
	objects = append(objects, widgets.NewAcross(8, widgets.NewText(widgets.RoleSecondary, line).OneLine(), further))
	v.agenda.Set(objects...)
}

// dayName names a day of the agenda: "Today · Monday 23 November".
func (v *Calendar) dayName(d data.Day) string {
	s := v.Desk.Speaker(data.DefaultSettings())
	switch d.Sub(v.now()) {
	case 0:
		return words.Dotted(assets.L("Today"), s.Weekday(d))
	case 1:
		return words.Dotted(assets.L("Tomorrow"), s.Weekday(d))
	}
	return words.Sentence(s.Weekday(d))
}
