package invite

import (
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"afterword/data"
)

// A zone is what a TZID of one calendar object means: a zone of the database,
// or the rules that were sent along (RFC 5545 3.6.5).
type zone struct {
	loc   *time.Location
	rules []onset
}

// An onset is one STANDARD or DAYLIGHT part: from when which offset holds.
type onset struct {
	start  time.Time // wall time, in UTC
	offset int       // seconds east of UTC
	yearly bool
	month  time.Month
	day    time.Weekday
	nth    int // of that weekday in the month; negative counts from the end
}

// A calendarTime is a time of a calendar object: an instant or a day.
type calendarTime struct {
	at       time.Time
	day      data.Day
	zone     string
	floating bool
}

// zonesOf reads the VTIMEZONEs of cal by their TZID.
func zonesOf(cal *ics.Calendar) map[string]*zone {
	zones := map[string]*zone{}
	if loc, ok := Location(calendarValue(cal, "X-WR-TIMEZONE")); ok {
		zones[""] = &zone{loc: loc}
	}
	for _, c := range cal.Components {
		tz, ok := c.(*ics.VTimezone)
		if !ok {
			continue
		}
		id := value(&tz.ComponentBase, "TZID")
		z := &zone{}
		for _, name := range []string{id, value(&tz.ComponentBase, "X-LIC-LOCATION")} {
			if loc, ok := Location(name); ok && z.loc == nil {
				z.loc = loc
			}
		}
		for _, part := range tz.Components {
			switch p := part.(type) {
			case *ics.Standard:
				z.add(&p.ComponentBase)
			case *ics.Daylight:
				z.add(&p.ComponentBase)
			}
		}
		zones[id] = z
	}
	return zones
}

// add reads one part of a VTIMEZONE; one that cannot be read is left out.
func (z *zone) add(c *ics.ComponentBase) {
	start, err := time.Parse("20060102T150405", value(c, "DTSTART"))
	offset, ok := utcOffset(value(c, "TZOFFSETTO"))
	if err != nil || !ok {
		return
	}
	o := onset{start: start, offset: offset, month: start.Month(), day: start.Weekday()}
	for part := range strings.SplitSeq(strings.ToUpper(value(c, "RRULE")), ";") {
		key, val, _ := strings.Cut(part, "=")
		switch key {
		case "FREQ":
			o.yearly = val == "YEARLY"
		case "BYMONTH":
			if n, err := strconv.Atoi(val); err == nil {
				o.month = time.Month(n)
			}
		case "BYDAY":
			o.nth, o.day = byDay(val)
		}
	}
	if o.month < time.January || o.month > time.December {
		return
	}
	z.rules = append(z.rules, o)
}

// byDay reads a weekday with its number, such as -1SU.
func byDay(s string) (int, time.Weekday) {
	if len(s) < 3 {
		return 0, 0
	}
	n, _ := strconv.Atoi(s[:len(s)-2])
	day := strings.Index("SUMOTUWETHFRSA", s[len(s)-2:]) / 2
	return n, time.Weekday(max(day, 0))
}

// utcOffset reads +0100 or -053045 as seconds.
func utcOffset(s string) (int, bool) {
	if len(s) < 5 {
		return 0, false
	}
	h, err1 := strconv.Atoi(s[1:3])
	m, err2 := strconv.Atoi(s[3:5])
	if err1 != nil || err2 != nil || h > 15 || m > 59 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	if s[0] == '-' {
		return -(h*3600 + m*60), true
	}
	return h*3600 + m*60, true
}

// in returns the onset of o in a year, as wall time, and whether there is one.
func (o onset) in(year int) (time.Time, bool) {
	if !o.yearly || o.nth == 0 {
		return o.start, o.start.Year() == year
	}
	if year < o.start.Year() {
		return time.Time{}, false
	}
	first := time.Date(year, o.month, 1, o.start.Hour(), o.start.Minute(), 0, 0, time.UTC)
	if o.nth > 0 {
		ahead := (int(o.day) - int(first.Weekday()) + 7) % 7
		return first.AddDate(0, 0, ahead+7*(o.nth-1)), true
	}
	last := first.AddDate(0, 1, -1)
	back := (int(last.Weekday()) - int(o.day) + 7) % 7
	return last.AddDate(0, 0, -back+7*(o.nth+1)), true
}

// offset returns the offset at wall time t: that of the latest onset before it.
func (z *zone) offset(t time.Time) (int, bool) {
	var latest time.Time
	offset, found := 0, false
	for _, o := range z.rules {
		for _, year := range []int{o.start.Year(), t.Year() - 1, t.Year()} {
			at, ok := o.in(year)
			if ok && !at.After(t) && (!found || at.After(latest)) {
				latest, offset, found = at, o.offset, true
			}
		}
	}
	if !found && len(z.rules) > 0 {
		return z.rules[0].offset, true
	}
	return offset, found
}

// moment reads DTSTART, DTEND or DTSTAMP. What cannot be read is zero.
func moment(p *ics.IANAProperty, zones map[string]*zone) calendarTime {
	text := strings.ToUpper(strings.TrimSpace(p.Value))
	if t, err := time.Parse("20060102", text); err == nil {
		return calendarTime{day: data.DayOf(t, time.UTC)}
	}
	if t, err := time.Parse("20060102T150405Z", text); err == nil {
		return calendarTime{at: t, zone: "UTC"}
	}
	wall, err := time.Parse("20060102T150405", text)
	if err != nil {
		return calendarTime{}
	}
	id := param(p, "TZID")
	z := zones[id]
	if z == nil {
		z = &zone{}
	}
	if z.loc == nil {
		if loc, ok := Location(id); ok {
			z.loc = loc
		}
	}
	if z.loc != nil {
		day := data.DayOf(wall, time.UTC)
		at := day.At(data.Wall(wall.Hour()*60+wall.Minute()), z.loc)
		return calendarTime{at: at.Add(time.Duration(wall.Second()) * time.Second), zone: z.loc.String()}
	}
	if offset, ok := z.offset(wall); ok {
		return calendarTime{at: wall.Add(-time.Duration(offset) * time.Second).In(time.FixedZone("", offset))}
	}
	return calendarTime{at: wall, floating: true}
}
