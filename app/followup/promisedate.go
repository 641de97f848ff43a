package followup

import (
	"strings"
	"time"
)

// Readers of one date at a place: they return the date (none if it never
// exists), the place after it, and whether it fits.

// isoDate reads 2026-12-04 (schedule.md 15, rule 1).
func (s *speech) isoDate(i int) (day, int, bool) {
	y, ok := s.digits(i, 4, 4)
	m, ok2 := s.digits(i+2, 2, 2)
	d, ok3 := s.digits(i+4, 2, 2)
	if !ok || !ok2 || !ok3 || s.word(i+1) != "-" || s.word(i+3) != "-" {
		return none, i, false
	}
	return exact(y, time.Month(m), d), i + 5, true
}

// dayNumber reads one or two digits, also with st, nd, rd or th, that begin no
// amount.
func (s *speech) dayNumber(i int) (int, bool) {
	if d, ok := s.nth(i); ok {
		return d, true
	}
	d, ok := s.digits(i, 1, 2)
	if !ok {
		return 0, false
	}
	_, _, begins := s.amounts(i)
	return d, !begins
}

// nth reads one or two digits with st, nd, rd or th.
func (s *speech) nth(i int) (int, bool) {
	w := s.word(i)
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		if digits, ok := strings.CutSuffix(w, end); ok {
			return number(digits, 1, 2)
		}
	}
	return 0, false
}

// monthDate reads a day of a month, in either order (schedule.md 15, rule 2).
func (s *speech) monthDate(i int) (day, int, bool) {
	if d, ok := s.dayNumber(i); ok {
		j := s.skip(i+1, "of")
		m, ok := s.month(j)
		if !ok {
			return none, i, false
		}
		y, j := s.year(j + 1)
		return s.next(y, m, d), j, true
	}
	m, ok := s.month(i)
	if !ok {
		return none, i, false
	}
	j := s.skip(s.skip(i+1, "-"), "the")
	d, ok := s.dayNumber(j)
	if !ok {
		return none, i, false
	}
	j++
	for {
		last, after, ok := s.moreDays(j)
		if !ok {
			break
		}
		d, j = last, after
	}
	y, j := s.year(j)
	return s.next(y, m, d), j, true
}

// moreDays reads "-8" of "Dec 4-8": a day that has no month of its own.
func (s *speech) moreDays(i int) (int, int, bool) {
	j, ok := s.join(i)
	if !ok {
		return 0, i, false
	}
	j = s.skip(j, "the")
	d, ok := s.dayNumber(j)
	if !ok {
		return 0, i, false
	}
	if _, month := s.month(s.skip(j+1, "of")); month {
		return 0, i, false
	}
	return d, j + 1, true
}

// ordinal reads "the 4th" and "Friday the 4th" (schedule.md 15, rule 20).
func (s *speech) ordinal(i int) (day, int, bool) {
	j := i
	if _, ok := s.weekday(i); ok {
		j++
	}
	j = s.skip(j, "the")
	d, ok := s.nth(j)
	if !ok || j == i {
		return none, i, false
	}
	j++
	for {
		after, ok := s.join(j)
		if !ok {
			break
		}
		after = s.skip(after, "the")
		last, ok := s.nth(after)
		if !ok {
			break
		}
		d, j = last, after+1
	}
	if s.countable(j) {
		return none, i, false
	}
	return s.nextDay(d), j, true
}

// nextDay returns the first date with this day of the month that is not past.
func (s *speech) nextDay(dayOfMonth int) day {
	c := s.said.civil()
	for range 3 {
		if d := exact(c.Year, c.Month, dayOfMonth); d != none && d >= s.said {
			return d
		}
		if c.Month++; c.Month > time.December {
			c.Month = time.January
			c.Year++
		}
	}
	return none
}

// countable reports whether the i-th word is something that is numbered but is no
// day, as in "the 2nd round".
func (s *speech) countable(i int) bool {
	return s.is(i,
		"week", "round", "interview", "stage", "step", "phase", "call", "meeting", "person", "candidate",
		"one", "time", "day", "half", "quarter", "floor",
		"weeks", "rounds", "interviews", "stages", "steps", "phases", "calls", "meetings", "persons", "people",
		"candidates", "ones", "times", "days", "halves", "halfs", "quarters", "floors")
}

// freeWeekday reads a weekday that does not begin a date such as "Friday the
// 4th".
func (s *speech) freeWeekday(i int) (int, bool) {
	wd, ok := s.weekday(i)
	if !ok {
		return 0, false
	}
	if _, _, begins := s.ordinal(i); begins {
		return 0, false
	}
	return wd, true
}

// nextWeekdays reads weekdays that follow each other, directly or after a join,
// as days of next week.
func (s *speech) nextWeekdays(i int) ([]day, int) {
	var places []day
	for {
		j := i
		if after, ok := s.join(i); ok && len(places) > 0 {
			j = after
		}
		wd, ok := s.freeWeekday(j)
		if !ok {
			return places, i
		}
		places = append(places, s.monday+7+day(wd))
		i = j + 1
	}
}

// comingWeekday reads a weekday as the first such day after today (schedule.md
// 15, rule 12).
func (s *speech) comingWeekday(i int) (day, int, bool) {
	wd, ok := s.freeWeekday(i)
	if !ok || s.is(i-1, "last") {
		return none, i, false
	}
	d := s.monday + day(wd)
	if d <= s.said {
		d += 7
	}
	return d, i + 1, true
}

// tomorrow reads tomorrow and the day after (schedule.md 15, rule 17).
func (s *speech) tomorrow(i int) (day, int, bool) {
	if j, ok := s.phrases(i, []string{"day", "after", "tomorrow"}, []string{"tomorrow", "or", "the", "day", "after"}); ok {
		return s.said + 2, j, true
	}
	return s.said + 1, i + 1, s.is(i, "tomorrow")
}

// read returns the dates of all places, from the left, that a reader fits; a word
// serves one place only.
func (s *speech) read(at func(i int) (day, int, bool)) []day {
	var places []day
	for i := 0; i < len(s.words); {
		d, after, ok := at(i)
		if !ok {
			i++
			continue
		}
		places = append(places, d)
		i = after
	}
	return places
}
