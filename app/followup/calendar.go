package followup

import (
	"slices"
	"time"

	"afterword/data"
)

// A day is a civil date as the number of days since 1970-01-01; arithmetic on
// it is plain addition.
type day int

// none is the day that stands for "no date".
const none day = -1 << 40

// dayOf returns d as a number, or none for the zero Day.
func dayOf(d data.Day) day {
	if d.IsZero() {
		return none
	}
	y, m := d.Year, int(d.Month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d.Day - 1
	return day(era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468)
}

// civil returns the date that d numbers.
func (d day) civil() data.Day {
	if d == none {
		return data.Day{}
	}
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	y, m := yoe+era*400, mp+3
	if m > 12 {
		m -= 12
		y++
	}
	return data.Day{Year: y, Month: time.Month(m), Day: doy - (153*mp+2)/5 + 1}
}

// weekday returns 0 for Monday to 6 for Sunday.
func (d day) weekday() int { return int(d+3) - 7*floorDiv(int(d+3), 7) }

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// A span is a stretch of every year as month*100+day, both ends inside. It runs
// over New Year when first is later than last.
type span struct{ first, last int }

// spans adds pairs of MM-DD to out; what is not such a pair is passed over.
func spans(out []span, freeze [][]string) []span {
	for _, f := range freeze {
		if len(f) != 2 {
			continue
		}
		first, ok := monthDay(f[0])
		last, ok2 := monthDay(f[1])
		if ok && ok2 {
			out = append(out, span{first, last})
		}
	}
	return out
}

// monthDay reads MM-DD as month*100+day.
func monthDay(s string) (int, bool) {
	if len(s) != 5 || s[2] != '-' {
		return 0, false
	}
	n := 0
	for i, b := range []byte(s) {
		if i == 2 {
			continue
		}
		if b < '0' || b > '9' {
			return 0, false
		}
		n = n*10 + int(b-'0')
	}
	m, d := n/100, n%100
	return n, m >= 1 && m <= 12 && d >= 1 && d <= 31
}

func (s span) holds(md int) bool {
	if s.first <= s.last {
		return s.first <= md && md <= s.last
	}
	return md >= s.first || md <= s.last
}

// workdays says which days work (schedule.md 1.4, rules 1 to 3).
type workdays struct {
	free     [7]bool // weekdays that do not work, Monday first
	holidays []day   // sorted
	freeze   []span
}

// No settings that leave working days need longer searches than these.
const (
	longestBreak = 4000  // days in a row that do not work
	mostWorkdays = 20000 // working days in one step
)

func newWorkdays(holidays []data.Day, weekend []int) workdays {
	return workdaysIn(nil, holidays, weekend)
}

// workdaysIn puts the holidays behind those of space.
func workdaysIn(space []day, holidays []data.Day, weekend []int) workdays {
	w := workdays{holidays: slices.Grow(space, len(holidays))}
	for _, wd := range weekend {
		if wd >= 0 && wd < 7 {
			w.free[wd] = true
		}
	}
	for _, h := range holidays {
		w.holidays = append(w.holidays, dayOf(h))
	}
	slices.Sort(w.holidays)
	return w
}

// AddWorkingDays returns the n-th working day after d (schedule.md 1.4, addBD).
func AddWorkingDays(d data.Day, n int, holidays []data.Day, weekend []int) data.Day {
	w := newWorkdays(holidays, weekend)
	return w.add(dayOf(d), n).civil()
}

// works reports whether d is a working day.
func (w *workdays) works(d day) bool {
	if w.free[d.weekday()] {
		return false
	}
	if _, found := slices.BinarySearch(w.holidays, d); found {
		return false
	}
	if len(w.freeze) == 0 {
		return true
	}
	c := d.civil()
	md := int(c.Month)*100 + c.Day
	for _, f := range w.freeze {
		if f.holds(md) {
			return false
		}
	}
	return true
}

// add returns the n-th working day after d, or before it when n is negative; d
// itself never counts. Where nothing works for years it counts plain days.
func (w *workdays) add(d day, n int) day {
	step := day(1)
	if n < 0 {
		step, n = -1, -n
	}
	n = min(n, mostWorkdays)
	for idle := 0; n > 0; {
		d += step
		switch {
		case w.works(d):
			n--
			idle = 0
		case idle == longestBreak:
			return d - step*longestBreak + step*day(n-1)
		default:
			idle++
		}
	}
	return d
}

// roll returns d if it works, else the next working day.
func (w *workdays) roll(d day) day {
	if w.works(d) {
		return d
	}
	return w.add(d, 1)
}
