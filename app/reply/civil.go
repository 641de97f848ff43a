package reply

import (
	"strconv"
	"time"

	"afterword/data"
)

// civil returns a date; without a year the next one on or after ref. A date
// that does not exist is the zero Day.
func civil(year string, m time.Month, day int, ref data.Day) data.Day {
	y, _ := strconv.Atoi(year)
	if y > 0 && y < 100 {
		y += 2000
	}
	given := y > 0
	if !given {
		y = ref.Year
	}
	d := data.Day{Year: y, Month: m, Day: day}
	if m < 1 || m > 12 || day < 1 || d.Add(0) != d {
		return data.Day{}
	}
	if !given && d.Before(ref) {
		d.Year++
		if d.Add(0) != d {
			return data.Day{}
		}
	}
	return d
}

// slashed reads 3/12 or 12/3/2026. Where both readings are dates, the sender's
// habit decides, and where that is not known the date is left unread.
func slashed(line string, ref data.Day, american bool) []candidate {
	var all []candidate
	for _, s := range barDate.FindAllStringSubmatchIndex(line, -1) {
		a, _ := strconv.Atoi(group(line, s, 1))
		b, _ := strconv.Atoi(group(line, s, 2))
		year := group(line, s, 4)
		dayFirst, monthFirst := civil(year, time.Month(b), a, ref), civil(year, time.Month(a), b, ref)
		switch {
		case monthFirst.IsZero() || dayFirst == monthFirst:
			all = append(all, candidate{dayFirst, s[0]})
		case dayFirst.IsZero() || american:
			all = append(all, candidate{monthFirst, s[0]})
		default:
			all = append(all, candidate{data.Day{}, s[0]})
		}
	}
	return all
}

// weekdays reads a weekday that stands alone: the next one after ref.
func weekdays(line string, ref data.Day) []candidate {
	var all []candidate
	for _, s := range dayOnly.FindAllStringIndex(line, -1) {
		w, ok := weekday(line[s[0]:s[1]])
		if !ok {
			continue
		}
		d := ref.Add(1)
		for d.Weekday() != w {
			d = d.Add(1)
		}
		all = append(all, candidate{d, s[0]})
	}
	return all
}

func number(s string) time.Month {
	n, _ := strconv.Atoi(s)
	return time.Month(n)
}

// group returns the n-th group of a match, "" when it took no part.
func group(line string, s []int, n int) string {
	if 2*n+1 >= len(s) || s[2*n] < 0 {
		return ""
	}
	return line[s[2*n]:s[2*n+1]]
}
