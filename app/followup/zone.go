package followup

import (
	"math"
	"time"

	"afterword/data"
)

const secondsOfDay = 24 * 60 * 60

// farthest is more than any zone was ever away from UTC, in seconds.
const farthest = 16 * 60 * 60

// A zone turns instants into wall times and back. It remembers the stretches of
// equal offset it has met, because asking a Location is slow.
type zone struct {
	loc  *time.Location
	seen [6]stretch
	n    int // how many were ever stored
}

// A stretch is the time between two clock changes, in Unix seconds: start is
// inside, end is not.
type stretch struct{ start, end, offset int64 }

// stretch returns the stretch that holds u.
func (z *zone) stretch(u int64) stretch {
	for i := range min(z.n, len(z.seen)) {
		if s := z.seen[i]; s.start <= u && u < s.end {
			return s
		}
	}
	t := time.Unix(u, 0).In(z.loc)
	_, offset := t.Zone()
	s := stretch{math.MinInt64, math.MaxInt64, int64(offset)}
	from, to := t.ZoneBounds()
	if !from.IsZero() {
		s.start = from.Unix()
	}
	if !to.IsZero() {
		s.end = to.Unix()
	}
	z.seen[z.n%len(z.seen)] = s
	z.n++
	return s
}

// local returns the date that the clocks show at t, and the time of day.
func (z *zone) local(t time.Time) (day, time.Duration) {
	u := t.Unix()
	wall := int(u + z.stretch(u).offset)
	d := floorDiv(wall, secondsOfDay)
	return day(d), time.Duration(wall-d*secondsOfDay)*time.Second + time.Duration(t.Nanosecond())
}

// day returns the date that the clocks show at t.
func (z *zone) day(t time.Time) day {
	d, _ := z.local(t)
	return d
}

// at returns the instant at which the clocks show w on d: the first of two, and
// the first minute after a gap (schedule.md 1.4, rule 5).
func (z *zone) at(d day, w data.Wall) time.Time {
	wall := wallSeconds(d, w)
	s := z.stretch(wall - farthest)
	for range maxChanges {
		u := wall - s.offset
		if u < s.start {
			u = s.start
		}
		if u < s.end {
			return z.time(u)
		}
		s = z.stretch(s.end)
	}
	return z.time(wall - s.offset)
}

// again returns the second instant at which the clocks show w on d, and whether
// there is one.
func (z *zone) again(d day, w data.Wall) (time.Time, bool) {
	wall := wallSeconds(d, w)
	first := z.at(d, w)
	s := z.stretch(first.Unix())
	for range maxChanges {
		if s.end > wall+farthest {
			break
		}
		s = z.stretch(s.end)
		if u := wall - s.offset; s.start <= u && u < s.end {
			return z.time(u), true
		}
	}
	return first, false
}

// maxChanges is more than the clocks of any zone change in two days.
const maxChanges = 8

func wallSeconds(d day, w data.Wall) int64 { return int64(d)*secondsOfDay + int64(w)*60 }

func (z *zone) time(u int64) time.Time { return time.Unix(u, 0).In(z.loc) }
