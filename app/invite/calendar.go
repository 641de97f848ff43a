package invite

import (
	"strconv"
	"strings"
	"time"

	"afterword/data"
)

// recentDays is how far back a date without a year may lie: people add an
// interview after it happened.
const recentDays = 60

// monthOf reads a month by its first three letters.
func monthOf(s string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.EqualFold(s[:3], m.String()[:3]) {
			return m, true
		}
	}
	return 0, false
}

// weekdayOf reads a weekday by its first three letters.
func weekdayOf(s string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(s) >= 3 && strings.EqualFold(s[:3], d.String()[:3]) {
			return d, true
		}
	}
	return 0, false
}

// exact returns the day, or none when the calendar has no such day.
func exact(year int, month time.Month, day int) []data.Day {
	t := time.Date(year, month, day, 12, 0, 0, 0, time.UTC)
	if t.Day() != day || t.Month() != month || year < 1970 || year > 2199 {
		return nil
	}
	return []data.Day{{Year: year, Month: month, Day: day}}
}

// dated returns the readings of a day and a month, with the year as it was
// written, "" for none.
func (rd *reading) dated(year string, month time.Month, day int) []data.Day {
	if year != "" {
		y, _ := strconv.Atoi(year)
		if len(year) <= 2 {
			y += 2000
		}
		return exact(y, month, day)
	}
	if month < 1 || month > 12 || day < 1 {
		return nil
	}
	if rd.Past {
		return rd.lastDated(month, day)
	}
	var days []data.Day
	for y := rd.today.Year - 1; y <= rd.today.Year+8 && len(days) < 2; y++ {
		for _, d := range exact(y, month, day) {
			if rd.today.Sub(d) <= recentDays {
				days = append(days, d)
			}
		}
	}
	if len(days) > 1 && !days[0].Before(rd.today) {
		return days[:1] // still to come: nobody means the year after
	}
	return days
}

// lastDated returns the last such day until today.
func (rd *reading) lastDated(month time.Month, day int) []data.Day {
	for y := rd.today.Year; y >= rd.today.Year-8; y-- {
		for _, d := range exact(y, month, day) {
			if !d.After(rd.today) {
				return []data.Day{d}
			}
		}
	}
	return nil
}

// numeric returns the readings of two numbers such as 3/4, in the user's order
// first.
func (rd *reading) numeric(a, b, year string) []data.Day {
	x, _ := strconv.Atoi(a)
	y, _ := strconv.Atoi(b)
	first := rd.dated(year, time.Month(y), x)
	other := rd.dated(year, time.Month(x), y)
	if !rd.DayFirst {
		first, other = other, first
	}
	if x == y {
		return first
	}
	if len(first) > 0 && len(other) > 0 {
		return []data.Day{first[0], other[0]}
	}
	return append(first, other...)
}

// onWeekday returns the day that a weekday means after "next", "last", "this"
// or no word (schedule.md 15, rows 11 and 12).
func (rd *reading) onWeekday(which string, wd time.Weekday) []data.Day {
	ahead := (int(wd) - int(rd.today.Weekday()) + 7) % 7
	soonest := rd.today.Add(ahead)
	if ahead == 0 {
		soonest = rd.today.Add(7)
	}
	if which == "" && rd.Past {
		return []data.Day{rd.today.Add((ahead - 7) % 7)}
	}
	monday := rd.today.Add(-(int(rd.today.Weekday()) + 6) % 7)
	switch strings.ToLower(which) {
	case "next":
		next := monday.Add(7 + (int(wd)+6)%7)
		if next == soonest {
			return []data.Day{next}
		}
		return []data.Day{next, soonest}
	case "last", "past":
		if ahead == 0 {
			return []data.Day{rd.today.Add(-7)}
		}
		return []data.Day{rd.today.Add(ahead - 7)}
	case "this":
		return []data.Day{rd.today.Add(ahead)}
	}
	return []data.Day{soonest}
}

// nth returns the first day of that number from today on; of what was, the last.
func (rd *reading) nth(day int) []data.Day {
	if day < 1 || day > 31 {
		return nil
	}
	d, step := rd.today, 1
	if rd.Past {
		step = -1
	}
	for d.Day != day {
		d = d.Add(step)
	}
	return []data.Day{d}
}

// numberOf reads a small number in digits or as a word.
func numberOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	words := []string{"a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	for i, w := range words {
		if strings.EqualFold(s, w) {
			return max(i, 1)
		}
	}
	return 1 // an, another
}

// addMonths returns the same day n months on, or the last day of a shorter month.
func addMonths(d data.Day, n int) data.Day {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 12, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return data.Day{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}
