package data

import (
	"fmt"
	"time"
)

// A Wall is a time of day as a clock on the wall shows it, in minutes after
// midnight.
type Wall int

// ParseWall reads HH:MM between 00:00 and 23:59.
func ParseWall(s string) (Wall, error) {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0, fmt.Errorf("time %q is not HH:MM: %w", s, ErrInvalid)
	}
	return Wall(t.Hour()*60 + t.Minute()), nil
}

// String returns HH:MM.
func (w Wall) String() string { return fmt.Sprintf("%02d:%02d", w/60, w%60) }

// MarshalText writes HH:MM.
func (w Wall) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads HH:MM.
func (w *Wall) UnmarshalText(b []byte) error {
	v, err := ParseWall(string(b))
	if err == nil {
		*w = v
	}
	return err
}

// At returns the instant, in loc, at which the clocks there show w on d. A wall
// time that does not exist moves forward to the first minute that exists; one
// that comes twice is the first (schedule.md 1.4, rule 5).
func (d Day) At(w Wall, loc *time.Location) time.Time {
	t := time.Date(d.Year, d.Month, d.Day, int(w)/60, int(w)%60, 0, 0, loc)
	if DayOf(t, loc) != d || t.Hour()*60+t.Minute() != int(w) {
		return afterGap(t, d, w)
	}
	start, _ := t.ZoneBounds()
	if start.IsZero() {
		return t
	}
	_, now := t.Zone()
	_, before := start.Add(-time.Second).Zone()
	if first := t.Add(time.Duration(now-before) * time.Second); before > now && first.Before(start) {
		return first
	}
	return t
}

// afterGap returns the first instant after the gap that swallowed wall time w
// of d. time.Date gives an instant on either side of the gap.
func afterGap(t time.Time, d Day, w Wall) time.Time {
	want := time.Date(d.Year, d.Month, d.Day, int(w)/60, int(w)%60, 0, 0, time.UTC)
	start, end := t.ZoneBounds()
	y, m, dd := t.Date()
	shown := time.Date(y, m, dd, t.Hour(), t.Minute(), 0, 0, time.UTC)
	if shown.Before(want) && !end.IsZero() {
		return end
	}
	return start
}
