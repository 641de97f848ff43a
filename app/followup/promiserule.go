package followup

import "time"

// weekOf: "the week of December 7" (schedule.md 15, rule 0a).
func (s *speech) weekOf() []day {
	return s.read(func(i int) (day, int, bool) {
		if !s.is(i, "week") || !s.is(i+1, "of", "beginning", "starting", "commencing") {
			return none, i, false
		}
		d, j, ok := s.weekStart(i + 2)
		if ok && d != none {
			d = friday(d)
		}
		return d, j, ok
	})
}

// weekStart reads the date after "week of".
func (s *speech) weekStart(i int) (day, int, bool) {
	j := i
	if _, ok := s.weekday(i); ok {
		j++
	}
	for _, at := range [...]int{s.skip(j, "the"), j} {
		if d, after, ok := s.isoDate(at); ok {
			return d, after, true
		}
		if d, after, ok := s.monthDate(at); ok {
			return d, after, true
		}
	}
	if d, after, ok := s.ordinal(j); ok {
		return d, after, true
	}
	return s.ordinal(i)
}

// friday returns the first Friday on or after d.
func friday(d day) day { return d + day((4-d.weekday()+7)%7) }

// amountFrom: "a week from Friday" (schedule.md 15, rule 0b).
func (s *speech) amountFrom() []day {
	var places []day
	for i := range s.words {
		all, j, ok := s.amounts(i)
		if !ok || !s.is(j, "from", "after", "of") {
			continue
		}
		for _, from := range s.fixedDates(j + 1) {
			for _, a := range all {
				if from == none {
					places = append(places, none)
					continue
				}
				places = append(places, s.after(from, a))
			}
		}
	}
	return places
}

// fixedDates reads the date from which an amount counts, by the first rule that
// fits.
func (s *speech) fixedDates(i int) []day {
	last := i
	for s.is(last, "the", "this", "coming") {
		last++
	}
	for _, rule := range []func(int) (day, int, bool){
		s.isoDate, s.monthDate, s.nextWeekday, s.comingWeekday, s.tomorrow, s.ordinal,
	} {
		for j := last; j >= i; j-- {
			if d, _, ok := rule(j); ok {
				return []day{d}
			}
		}
	}
	return nil
}

// nextWeekday reads "next Monday or Tuesday" and returns the last of them.
func (s *speech) nextWeekday(i int) (day, int, bool) {
	if !s.is(i, "next") {
		return none, i, false
	}
	all, j := s.nextWeekdays(i + 1)
	if len(all) == 0 {
		return none, i, false
	}
	return s.choose(all), j, true
}

func (s *speech) isoDates() []day { return s.read(s.isoDate) }

func (s *speech) monthDates() []day { return s.read(s.monthDate) }

func (s *speech) ordinals() []day { return s.read(s.ordinal) }

// holidayTime: "after the holidays" (schedule.md 15, rule 3).
func (s *speech) holidayTime() []day {
	return s.read(func(i int) (day, int, bool) {
		if s.is(i, "after") {
			j := s.skip(i+1, "the")
			if s.is(j, "holiday", "holidays", "christmas", "xmas") || s.is(j, "new") && s.is(j+1, "year", "years") {
				return s.next(anyYear, time.January, 10), j + 1, true
			}
		}
		if s.is(i, "in", "into", "of") {
			if j, ok := s.phrase(i+1, "the", "new", "year"); ok {
				return s.next(anyYear, time.January, 10), j, true
			}
		}
		return none, i, false
	})
}

// yearEnd: "by the end of the year" (schedule.md 15, rule 4).
func (s *speech) yearEnd() []day {
	return s.read(func(i int) (day, int, bool) {
		if j, ok := s.endOf(i, "year"); ok || s.is(i, "eoy") {
			return s.next(anyYear, time.December, 31), max(j, i+1), true
		}
		if j, ok := s.phrase(i, "end", "of"); ok {
			if y, ok := s.digits(j, 4, 4); ok {
				return exact(y, time.December, 31), j + 1, true
			}
		}
		return none, i, false
	})
}

// endOf reads "end of the week" and "week end" for a period of time; weeks have
// no "week end".
func (s *speech) endOf(i int, period string) (int, bool) {
	if j, ok := s.phrase(i, "end", "of"); ok {
		if j = s.skip(j, "the", "this"); s.is(j, period) {
			return j + 1, true
		}
	}
	if period == "week" {
		return i, false
	}
	return s.phrase(i, period, "end")
}

// monthParts: "first week of January", "early December" (schedule.md 15, rules 5
// and 6).
func (s *speech) monthParts() []day {
	return s.read(func(i int) (day, int, bool) {
		p, j, ok := s.weekOfMonth(i)
		if !ok {
			p, j, ok = s.partOfMonth(i)
		}
		m, month := s.month(j)
		if !ok || !month {
			return none, i, false
		}
		y, j := s.year(j + 1)
		return s.first(y, func(y int) day { return s.dayOfPart(y, m, p) }), j, true
	})
}

// A part of a month is its upper end: a day of it, or one of these.
const (
	lastDay     = 0
	lastWorkday = -1
)

func (s *speech) dayOfPart(y int, m time.Month, part int) day {
	switch part {
	case lastDay:
		return lastOf(y, m)
	case lastWorkday:
		d := lastOf(y, m)
		if s.w.works(d) {
			return d
		}
		return s.w.add(d, -1)
	}
	return exact(y, m, part)
}

// weekOfMonth reads "first week of".
func (s *speech) weekOfMonth(i int) (part, after int, ok bool) {
	if !s.is(i+1, "week") || !s.is(i+2, "of", "in") {
		return 0, i, false
	}
	switch s.word(i) {
	case "first", "1st":
		return 7, i + 3, true
	case "second", "2nd":
		return 14, i + 3, true
	case "third", "3rd":
		return 21, i + 3, true
	case "fourth", "4th":
		return 28, i + 3, true
	case "last":
		return lastDay, i + 3, true
	}
	return 0, i, false
}

// partOfMonth reads "early" and its like.
func (s *speech) partOfMonth(i int) (part, after int, ok bool) {
	if j, ok := s.early(i); ok {
		return 10, j, true
	}
	if j, ok := s.mid(i); ok {
		return 20, j, true
	}
	if s.is(i, "late") {
		return lastWorkday, i + 1, true
	}
	j, ok := s.phrase(i, "end", "of")
	return lastDay, j, ok
}

func (s *speech) early(i int) (int, bool) {
	return s.phrases(i, []string{"early"}, []string{"beginning", "of"}, []string{"start", "of"})
}

func (s *speech) mid(i int) (int, bool) {
	return s.phrases(i, []string{"mid"}, []string{"middle", "of"})
}
