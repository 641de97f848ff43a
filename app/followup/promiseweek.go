package followup

// monthEnd: "by the end of the month" (schedule.md 15, rule 7).
func (s *speech) monthEnd() []day {
	c := s.said.civil()
	last := lastOf(c.Year, c.Month)
	return s.read(func(i int) (day, int, bool) {
		if j, ok := s.endOf(i, "month"); ok || s.is(i, "eom") {
			return last, max(j, i+1), true
		}
		j, ok := s.phrase(i, "this", "month")
		return last, j, ok && !(s.is(j, "or") && s.is(j+1, "next"))
	})
}

// A stage is which third of a month or week is meant.
type stage uint8

const (
	anyStage stage = iota
	earlyStage
	midStage
)

// coming reads "next month" or "this month or next" (for period month), with what
// stands directly before it (schedule.md 15, rules 8 and 9).
func (s *speech) coming(i int, period string) (stage, int, bool) {
	which, j := anyStage, i
	if after, ok := s.early(i); ok {
		which, j = earlyStage, after
	} else if after, ok := s.mid(i); ok {
		which, j = midStage, after
	}
	after, ok := s.phrase(j, "next", period)
	if !ok {
		after, ok = s.phrase(j, "this", period, "or", "next")
		if _, weekday := s.weekday(after); weekday {
			return 0, i, false
		}
	}
	if ok && s.is(after, "-", "to", "or") {
		_, _, bare := s.bare(after + 1)
		ok = !bare
	}
	return which, after, ok
}

// nextMonth: "early next month" (schedule.md 15, rule 8).
func (s *speech) nextMonth() []day {
	c := s.said.civil()
	first := lastOf(c.Year, c.Month) + 1
	return s.read(func(i int) (day, int, bool) {
		which, j, ok := s.coming(i, "month")
		switch {
		case !ok:
			return none, i, false
		case which == earlyStage:
			return first + 9, j, true
		case which == midStage:
			return first + 19, j, true
		}
		n := first.civil()
		return lastOf(n.Year, n.Month), j, true
	})
}

// nextWeek: "sometime next week", "Monday next week" (schedule.md 15, rule 9).
func (s *speech) nextWeek() []day {
	var places []day
	for i := 0; i < len(s.words); {
		all, j := s.nextWeekAt(i)
		if len(all) == 0 {
			i++
			continue
		}
		places = append(places, all...)
		i = j
	}
	return places
}

func (s *speech) nextWeekAt(i int) ([]day, int) {
	if j, ok := s.phrases(i, []string{"week", "after", "next"}, []string{"next", "week", "or", "the", "week", "after"}); ok {
		return []day{s.monday + 18}, j
	}
	if wd, ok := s.freeWeekday(i); ok {
		if j, ok := s.phrase(s.skip(i+1, "of"), "next", "week"); ok {
			return []day{s.monday + 7 + day(wd)}, j
		}
	}
	if j, ok := s.phrase(i, "next", "week"); ok {
		if all, after := s.nextWeekdays(s.skip(j, "on")); len(all) > 0 {
			return all, after
		}
	}
	which, j, ok := s.coming(i, "week")
	switch {
	case !ok:
		return nil, i
	case which == earlyStage:
		return []day{s.monday + 9}, j
	case which == midStage:
		return []day{s.monday + 10}, j
	}
	return []day{s.monday + 11}, j
}

// weekdaysAndAmounts joins what counts as one rule (schedule.md 15, rules 10 to
// 17).
func (s *speech) weekdaysAndAmounts() []day {
	places := s.read(s.thisWeek)
	for i := 0; i < len(s.words); {
		if s.is(i, "next") {
			if all, after := s.nextWeekdays(i + 1); len(all) > 0 {
				places = append(places, all...)
				i = after
				continue
			}
		}
		if d, _, ok := s.comingWeekday(i); ok {
			places = append(places, d)
		}
		i++
	}
	places = append(places, s.amountPlaces()...)
	return append(places, s.read(s.tomorrow)...)
}

// thisWeek: "by the end of the week" (schedule.md 15, rule 10).
func (s *speech) thisWeek(i int) (day, int, bool) {
	if j, ok := s.endOf(i, "week"); ok {
		return friday(s.said), j, true
	}
	if j, ok := s.phrase(i, "this", "week"); ok {
		return friday(s.said), j, true
	}
	return friday(s.said), i + 1, s.is(i, "eow")
}

// today: "by the end of the business day" (schedule.md 15, rule 18).
func (s *speech) today() []day {
	return s.read(func(i int) (day, int, bool) {
		if s.is(i, "today", "tonight", "eod", "cob") {
			return s.said, i + 1, true
		}
		if j, ok := s.phrase(i, "close", "of", "business"); ok {
			return s.said, j, true
		}
		j, ok := s.phrase(i, "end", "of")
		j = s.skip(s.skip(j, "the", "this"), "business", "working")
		return s.said, j + 1, ok && s.is(j, "day")
	})
}

// wholeMonths: "in December or January" (schedule.md 15, rule 19).
func (s *speech) wholeMonths() []day {
	var places []day
	for i := 0; i < len(s.words); {
		if !s.is(i, "in", "by", "during") {
			i++
			continue
		}
		i++
		for j := i; ; {
			m, ok := s.month(j)
			if !ok {
				break
			}
			y, after := s.year(j + 1)
			places = append(places, s.first(y, func(y int) day { return lastOf(y, m) }))
			i = after
			if j, ok = s.join(after); !ok {
				break
			}
		}
	}
	return places
}
