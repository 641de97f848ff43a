package invite

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterword/data"
)

// A reading is what has been understood of a text so far.
type reading struct {
	Reader
	today data.Day
	steps []step
	rest  string // not read yet

	days     []data.Day // readings of the day, likeliest first
	weekday  string     // said beside a date, to be checked
	instant  time.Time  // "in two hours"
	start    *clock
	end      *clock
	length   time.Duration
	half     half   // "in the afternoon"
	halfSaid string // the words of half
	zone     *time.Location
	zoneName string
	zoneSaid bool
}

// read takes the text apart, one phrase after the other.
func (rd *reading) read() error {
	for {
		rd.rest = strings.TrimLeft(rd.rest, " ,;")
		if rd.rest == "" {
			return nil
		}
		if err := rd.step(); err != nil {
			return err
		}
	}
}

// step reads the first phrase of the rest by the first step that knows it.
func (rd *reading) step() error {
	for _, s := range rd.steps {
		m := s.re.FindStringSubmatch(rd.rest)
		if m == nil || m[0] == "" {
			continue
		}
		before := rd.rest
		rd.rest = rd.rest[len(m[0]):]
		ok, err := s.take(rd, m)
		if err != nil || ok {
			return err
		}
		rd.rest = before
	}
	return &Unread{Words: rd.unknown(), Why: WhyUnknown}
}

// unknown returns the rest of the text up to the next phrase that would be
// understood.
func (rd *reading) unknown() string {
	text := rd.rest
	for i := range text {
		if i == 0 || !startsWord(text, i) {
			continue
		}
		probe := &reading{Reader: rd.Reader, today: rd.today, steps: rd.steps, rest: text[i:], days: rd.days}
		for _, s := range rd.steps {
			m := s.re.FindStringSubmatch(probe.rest)
			if m == nil || m[0] == "" {
				continue
			}
			if ok, _ := s.take(probe, m); ok {
				return strings.TrimRight(text[:i], " ,;")
			}
		}
	}
	return text
}

func startsWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(before)
}

func (rd *reading) setDays(words string, days ...data.Day) (bool, error) {
	if len(days) == 0 {
		return false, &Unread{Words: words, Why: WhyNoDay}
	}
	if rd.days != nil || !rd.instant.IsZero() {
		return false, &Unread{Words: words, Why: WhyTwice}
	}
	rd.days = days
	return true, nil
}

func (rd *reading) setTime(words string, start clock, end *clock) (bool, error) {
	if !start.valid() || end != nil && !end.valid() {
		return false, &Unread{Words: words, Why: WhyNoTime}
	}
	if rd.start != nil || !rd.instant.IsZero() {
		return false, &Unread{Words: words, Why: WhyTwice}
	}
	rd.start, rd.end = &start, end
	return true, nil
}

func (rd *reading) setZone(words, name string, loc *time.Location) (bool, error) {
	if rd.zoneSaid {
		return false, &Unread{Words: words, Why: WhyTwice}
	}
	rd.zone, rd.zoneName, rd.zoneSaid = loc, name, true
	return true, nil
}

// resolve puts the parts together. It returns at least one reading.
func (rd *reading) resolve() ([]When, error) {
	loc := rd.location()
	if !rd.instant.IsZero() {
		w := When{Start: rd.instant.In(loc), Zone: rd.zoneName}
		if rd.length > 0 {
			w.End = w.Start.Add(rd.length)
		}
		return []When{w}, nil
	}
	if rd.start == nil {
		return rd.daysOnly()
	}
	clocks, err := rd.clocks()
	if err != nil {
		return nil, err
	}
	days, err := rd.checkedDays()
	if err != nil {
		return nil, err
	}
	var all []When
	for _, c := range clocks {
		for _, d := range orToday(days, rd.dayOf(c[0], loc)) {
			all = append(all, rd.at(d, c, loc))
		}
	}
	for _, w := range all {
		if !w.End.IsZero() && (!w.End.After(w.Start) || w.End.Sub(w.Start) > 12*time.Hour) {
			return nil, &Unread{Words: w.End.Format("15:04"), Why: WhyEnd}
		}
	}
	return all, nil
}

func (rd *reading) location() *time.Location {
	switch {
	case rd.zoneSaid:
		return rd.zone
	case rd.Employer != nil:
		return rd.Employer
	}
	return rd.Zone
}

func (rd *reading) daysOnly() ([]When, error) {
	if rd.half != "" && rd.halfSaid != "" {
		return nil, &Unread{Words: rd.halfSaid, Why: WhyPart}
	}
	days, err := rd.checkedDays()
	if err != nil {
		return nil, err
	}
	if len(days) == 0 || rd.length > 0 {
		return nil, &Unread{Why: WhyEmpty}
	}
	var all []When
	for _, d := range days {
		all = append(all, When{Date: d, Zone: rd.zoneName})
	}
	return all, nil
}

// checkedDays keeps the days that fall on the weekday that was said.
func (rd *reading) checkedDays() ([]data.Day, error) {
	if rd.weekday == "" || rd.days == nil {
		return rd.days, nil
	}
	var kept []data.Day
	for _, d := range rd.days {
		if wd, _ := weekdayOf(rd.weekday); d.Weekday() == wd {
			kept = append(kept, d)
		}
	}
	if kept == nil {
		return nil, &Unread{Words: rd.weekday, Why: WhyWeekday}
	}
	return kept, nil
}

// dayOf returns today, or tomorrow when the clocks in loc have passed c; of what
// was, today or yesterday.
func (rd *reading) dayOf(c clock, loc *time.Location) data.Day {
	today := data.DayOf(rd.Now, loc)
	ahead := today.At(c.wall(), loc).After(rd.Now)
	switch {
	case rd.Past && ahead:
		return today.Add(-1)
	case rd.Past || ahead:
		return today
	}
	return today.Add(1)
}

func orToday(days []data.Day, today data.Day) []data.Day {
	if len(days) == 0 {
		return []data.Day{today}
	}
	return days
}

// at returns the meeting on day d from c[0] to c[1], if there is one.
func (rd *reading) at(d data.Day, c []clock, loc *time.Location) When {
	w := When{Start: d.At(c[0].wall(), loc), Zone: rd.zoneName}
	switch {
	case len(c) > 1:
		w.End = d.At(c[1].wall(), loc)
		if c[1].wall() < c[0].wall() {
			w.End = d.Add(1).At(c[1].wall(), loc)
		}
	case rd.length > 0:
		w.End = w.Start.Add(rd.length)
	}
	return w
}
