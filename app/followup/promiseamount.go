package followup

import (
	"strings"
	"time"

	"afterword/data"
)

// A unit is what an amount counts.
type unit uint8

const (
	unitHour unit = iota + 1
	unitDay
	unitWeek
	unitFortnight
	unitWorkday
	unitMonth
)

// An amount is a number of hundredths of a unit.
type amount struct {
	hundredths int
	unit       unit
}

// A count is a number as it was said. "A few" is more days than weeks.
type count struct {
	hundredths int
	few        bool
}

func (c count) of(u unit) amount {
	if c.few {
		c.hundredths += 300
		if u == unitDay || u == unitWorkday {
			c.hundredths += 200
		}
	}
	return amount{c.hundredths, u}
}

// count reads a number and returns the place after it.
func (s *speech) count(i int) (count, int, bool) {
	switch w := s.word(i); w {
	case "a", "an", "another", "next":
		return count{hundredths: 100}, i + 1, true
	case "couple":
		return count{hundredths: 200}, i + 1, true
	case "few", "several":
		return count{few: true}, i + 1, true
	}
	if n, ok := tens(s.word(i)); ok {
		if one, ok := ones(s.word(i + 1)); ok && one < 10 {
			return count{hundredths: (n + one) * 100}, i + 2, true
		}
		return count{hundredths: n * 100}, i + 1, true
	}
	if n, ok := ones(s.word(i)); ok {
		return count{hundredths: n * 100}, i + 1, true
	}
	n, ok := hundredths(s.word(i))
	return count{hundredths: n}, i + 1, ok && n > 0
}

// hundredths reads one to three digits, perhaps with one or two decimals.
func hundredths(w string) (int, bool) {
	whole, part, decimals := strings.Cut(w, ".")
	n, ok := number(whole, 1, 3)
	if !ok || !decimals {
		return n * 100, ok
	}
	f, ok := number(part, 1, 2)
	if len(part) == 1 {
		f *= 10
	}
	return n*100 + f, ok
}

func ones(w string) (int, bool) {
	for i, name := range [...]string{
		"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	} {
		if w == name {
			return i + 1, true
		}
	}
	return 0, false
}

func tens(w string) (int, bool) {
	for i, name := range [...]string{
		"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
	} {
		if w == name {
			return 10 * (i + 2), true
		}
	}
	return 0, false
}

// unit reads a unit, after any of "of", "more" and "full".
func (s *speech) unit(i int) (unit, int, bool) {
	for s.is(i, "of", "more", "full") {
		i++
	}
	switch s.word(i) {
	case "hour", "hours":
		return unitHour, i + 1, true
	case "day", "days":
		return unitDay, i + 1, true
	case "week", "weeks":
		return unitWeek, i + 1, true
	case "fortnight", "fortnights":
		return unitFortnight, i + 1, true
	case "month", "months":
		return unitMonth, i + 1, true
	case "workday", "workdays":
		return unitWorkday, i + 1, true
	case "business", "working":
		return unitWorkday, i + 2, s.is(i+1, "day", "days")
	case "calendar":
		return unitDay, i + 2, s.is(i+1, "day", "days")
	}
	return 0, i, false
}

// half reads "and a half", which may be missing.
func (s *speech) half(i int) (hundredths, after int) {
	if j, ok := s.phrase(i, "and", "a", "half"); ok {
		return 50, j
	}
	return 0, i
}

// amounts reads an amount, and the second amount of the same unit if there is
// one ("a week or two"), and returns the place after them.
func (s *speech) amounts(i int) ([]amount, int, bool) {
	if _, ok := tens(s.word(i - 1)); ok {
		if one, ok := ones(s.word(i)); ok && one < 10 {
			return nil, i, false // "one" of "twenty-one"
		}
	}
	c, j, ok := s.count(i)
	if !ok {
		return nil, i, false
	}
	h, j := s.half(j)
	u, j, ok := s.unit(j)
	if !ok {
		return nil, i, false
	}
	h2, j := s.half(j)
	c.hundredths += h + h2
	all := []amount{c.of(u)}
	if second, after, ok := s.second(j); ok {
		all = append(all, second.of(u))
		j = after
	}
	return all, j, true
}

// second reads a join and a number that has no unit of its own.
func (s *speech) second(i int) (count, int, bool) {
	j, ok := s.join(i)
	if !ok {
		return count{}, i, false
	}
	return s.bare(j)
}

// bare reads a number that has no unit.
func (s *speech) bare(i int) (count, int, bool) {
	c, j, ok := s.count(i)
	if !ok {
		return count{}, i, false
	}
	h, j := s.half(j)
	if _, _, has := s.unit(j); has {
		return count{}, i, false
	}
	c.hundredths += h
	return c, j, true
}

// after returns the date that lies an amount after d.
func (s *speech) after(d day, a amount) day {
	whole := (a.hundredths + 99) / 100
	switch a.unit {
	case unitHour:
		return d + day((a.hundredths+2399)/2400)
	case unitDay:
		return d + day(whole)
	case unitWeek:
		return d + day((a.hundredths*7+99)/100)
	case unitFortnight:
		return d + day((a.hundredths*14+99)/100)
	case unitWorkday:
		return s.w.add(d, whole)
	}
	c := d.civil()
	months := c.Year*12 + int(c.Month) - 1 + whole
	y, m := months/12, time.Month(months%12+1)
	return min(dayOf(data.Day{Year: y, Month: m, Day: 1})+day(c.Day-1), lastOf(y, m))
}

// amountPlaces returns the dates of the amounts from the day it was said
// (schedule.md 15, rules 13 to 16).
func (s *speech) amountPlaces() []day {
	var places []day
	for i := range s.words {
		all, j, ok := s.amounts(i)
		if !ok || s.is(j, "ago") {
			continue
		}
		if _, month := s.month(j + 1); month && s.is(j, "of", "in") {
			continue
		}
		for _, a := range all {
			places = append(places, s.after(s.said, a))
		}
	}
	return places
}
