package invite

import (
	"strconv"
	"strings"

	"afterword/data"
)

// A half says which half of the day an hour is in; "" is not said.
type half string

const (
	am half = "am"
	pm half = "pm"
)

// A clock is a time of day as it was said.
type clock struct {
	hour, minute int
	half         half
	bare         bool // an hour written without a leading zero, that may be of either half
}

// newClock reads the parts of a time: hour, minutes or "", am or pm or "".
func newClock(hour, minute, half string) clock {
	c := clock{half: halfOf(half)}
	c.hour, _ = strconv.Atoi(hour)
	c.minute, _ = strconv.Atoi(minute)
	c.bare = c.half == "" && c.hour > 0 && c.hour < 7 && !strings.HasPrefix(hour, "0")
	return c
}

func halfOf(s string) half {
	switch {
	case s == "":
		return ""
	case s[0] == 'a' || s[0] == 'A':
		return am
	}
	return pm
}

func (c clock) valid() bool {
	if c.minute > 59 || c.half != "" && (c.hour < 1 || c.hour > 12) {
		return false
	}
	return c.hour < 24
}

// wall returns the time as clocks of 24 hours show it.
func (c clock) wall() data.Wall {
	h := c.hour
	switch {
	case c.half == pm && h < 12:
		h += 12
	case c.half == am && h == 12:
		h = 0
	}
	return data.Wall(h*60 + c.minute)
}

// in returns c in the given half, if c may be of either half.
func (c clock) in(h half) clock {
	if c.half == "" && c.hour >= 1 && c.hour <= 12 && h != "" {
		c.half, c.bare = h, false
	}
	return c
}

// clocks returns the readings of the time that was said, likeliest first: each
// is a start, or a start and an end.
func (rd *reading) clocks() ([][]clock, error) {
	start := rd.start.in(rd.half)
	if rd.end == nil {
		if start.bare {
			return [][]clock{{start.in(pm)}, {start}}, nil
		}
		return [][]clock{{start}}, nil
	}
	end := rd.end.in(rd.half)
	if start.half == "" && end.half != "" && start.hour <= 12 {
		return [][]clock{{earlier(start, end), end}}, nil
	}
	if end.half == "" && start.half != "" {
		return [][]clock{{start, later(start, end)}}, nil
	}
	if start.bare {
		return [][]clock{{start.in(pm), end.in(pm)}, {start, end}}, nil
	}
	if end.bare && end.wall() <= start.wall() {
		end = end.in(pm)
	}
	return [][]clock{{start, end}}, nil
}

// earlier gives start the half of end, or the other one if it would not come
// before it: "11-1pm".
func earlier(start, end clock) clock {
	same := start.in(end.half)
	if same.wall() < end.wall() {
		return same
	}
	if end.half == pm {
		return start.in(am)
	}
	return start.in(pm)
}

// later gives end the half of start, or the other one if it would not come
// after it: "11am-1".
func later(start, end clock) clock {
	same := end.in(start.half)
	if same.wall() > start.wall() {
		return same
	}
	return end.in(pm)
}
