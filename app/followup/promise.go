package followup

import (
	"time"

	"afterword/data"
)

// Promise returns the date that the words of an employer name, such as "by the
// end of next week" said on a day: the upper end of a range, because to write
// early is worse than late. Holidays and weekend (0 is Monday) count for working
// days; the date itself is not moved to one. It returns false when the words
// name no date (schedule.md 15).
func Promise(text string, saidOn data.Day, holidays []data.Day, weekend []int) (data.Day, bool) {
	if saidOn.IsZero() {
		return data.Day{}, false
	}
	s := &speech{words: words(text), said: dayOf(saidOn), w: newWorkdays(holidays, weekend)}
	s.monday = s.said - day(s.said.weekday())
	for _, rule := range []func() []day{
		s.weekOf, s.amountFrom, s.isoDates, s.monthDates, s.holidayTime, s.yearEnd, s.monthParts,
		s.monthEnd, s.nextMonth, s.nextWeek, s.weekdaysAndAmounts, s.today, s.wholeMonths, s.ordinals,
	} {
		if places := rule(); len(places) > 0 {
			d := s.choose(places)
			return d.civil(), d != none
		}
	}
	return data.Day{}, false
}

// A speech is what the employer said, word by word. Its rules are methods that
// return the date of every place that fits, none for a date that never exists.
type speech struct {
	words  []string
	said   day
	monday day // M, of the week of said
	w      workdays
}

// farAhead is how many days ahead a date is still likely to be meant.
const farAhead = 300

// choose returns the latest date that is not too far ahead, else the latest; none
// when no place has a date that exists.
func (s *speech) choose(places []day) day {
	best, latest := none, none
	for _, d := range places {
		latest = max(latest, d)
		if d <= s.said+farAhead {
			best = max(best, d)
		}
	}
	if best != none {
		return best
	}
	return latest
}

// word returns the i-th word, "" outside the text.
func (s *speech) word(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i]
}

// is reports whether the i-th word is one of the given ones.
func (s *speech) is(i int, those ...string) bool {
	w := s.word(i)
	for _, a := range those {
		if w == a && w != "" {
			return true
		}
	}
	return false
}

// skip returns the place after the i-th word if that is one of the given ones,
// else i.
func (s *speech) skip(i int, those ...string) int {
	if s.is(i, those...) {
		return i + 1
	}
	return i
}

// phrase returns the place after the given words if they stand at i.
func (s *speech) phrase(i int, words ...string) (int, bool) {
	for j, w := range words {
		if s.word(i+j) != w {
			return i, false
		}
	}
	return i + len(words), true
}

// phrases is phrase for the first of several that fits.
func (s *speech) phrases(i int, those ...[]string) (int, bool) {
	for _, words := range those {
		if j, ok := s.phrase(i, words...); ok {
			return j, true
		}
	}
	return i, false
}

// join returns the place after a word that joins two dates.
func (s *speech) join(i int) (int, bool) {
	return i + 1, s.is(i, "-", "to", "or", "and")
}

// month reads the name of a month, in full or short.
func (s *speech) month(i int) (time.Month, bool) {
	w := s.word(i)
	if w == "sept" {
		return time.September, true
	}
	for m := time.January; m <= time.December; m++ {
		if name := monthNames[m-1]; w == name || w == name[:3] {
			return m, true
		}
	}
	return 0, false
}

var monthNames = [...]string{
	"january", "february", "march", "april", "may", "june",
	"july", "august", "september", "october", "november", "december",
}

// weekday reads the name of a weekday, in full or short: 0 is Monday.
func (s *speech) weekday(i int) (int, bool) {
	switch w := s.word(i); w {
	case "monday", "mon":
		return 0, true
	case "tuesday", "tue", "tues":
		return 1, true
	case "wednesday", "wed":
		return 2, true
	case "thursday", "thu", "thur", "thurs":
		return 3, true
	case "friday", "fri":
		return 4, true
	case "saturday", "sat":
		return 5, true
	case "sunday", "sun":
		return 6, true
	}
	return 0, false
}

// digits reads a word of least to most digits and nothing else.
func (s *speech) digits(i, least, most int) (int, bool) {
	return number(s.word(i), least, most)
}

// number reads least to most digits and nothing else.
func number(w string, least, most int) (int, bool) {
	if len(w) < least || len(w) > most {
		return 0, false
	}
	n := 0
	for _, b := range []byte(w) {
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int(b-'0')
	}
	return n, true
}

// anyYear stands for a year that is not named.
const anyYear = -1

// year reads a year that may be missing, and returns the place after it.
func (s *speech) year(i int) (year, after int) {
	if y, ok := s.digits(i, 4, 4); ok {
		return y, i + 1
	}
	return anyYear, i
}

// first returns the date that inYear gives for the named year, else for the first
// year in which it exists and is not past; none if it never exists. This is
// next() of schedule.md 15.
func (s *speech) first(year int, inYear func(year int) day) day {
	if year != anyYear {
		return inYear(year)
	}
	y := s.said.civil().Year
	for range longestLeap + 1 {
		if d := inYear(y); d != none && d >= s.said {
			return d
		}
		y++
	}
	return none
}

// longestLeap is the most years from one 29 February to the next.
const longestLeap = 8

// next returns a day of a month by first.
func (s *speech) next(year int, m time.Month, dayOfMonth int) day {
	return s.first(year, func(y int) day { return exact(y, m, dayOfMonth) })
}

// exact returns the date, or none if the month has no such day.
func exact(y int, m time.Month, dayOfMonth int) day {
	if dayOfMonth < 1 || dayOfMonth > 31 || m < 1 || m > 12 {
		return none
	}
	d := dayOf(data.Day{Year: y, Month: m, Day: dayOfMonth})
	if d.civil().Month != m {
		return none
	}
	return d
}

// lastOf returns the last day of a month; m may be 13 for the next January.
func lastOf(y int, m time.Month) day {
	return dayOf(data.Day{Year: y + int(m)/12, Month: m%12 + 1, Day: 1}) - 1
}
