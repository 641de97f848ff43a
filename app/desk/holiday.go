package desk

import (
	"slices"
	"sync"
	"time"

	"afterword/app/holiday"
	"afterword/data"
)

// holidays keeps the public holidays of the countries asked for so far.
type holidays struct {
	mu   sync.Mutex
	of   map[string][]data.Day
	from int // the first year kept
	to   int // the last one
}

// Country returns the employer's country: as the user gave it, else guessed from
// the addresses of the people there; "" when there is nothing to go by. A guess
// is shown as one.
func Country(c *data.Case) (country string, guessed bool) {
	if c.Application.Country != "" {
		return c.Application.Country, false
	}
	for _, p := range c.People {
		if country := holiday.Guess(p.Addresses); country != "" && p.Kind != "agency" {
			return country, true
		}
	}
	return "", false
}

// schedule returns the user's settings with the weekend of the employer's
// country, where the user chose none.
func schedule(c *data.Case, p Preferences) data.Settings {
	s := p.Schedule
	if country, _ := Country(c); country != "" && p.values["weekend"] == "" {
		if weekend := holiday.Weekend(country); weekend != nil {
			s.Weekend = weekend
		}
	}
	return s
}

// daysOff returns the days on which the employer does not work, and the user's
// own: an application's own list of holidays stands in place of its country's.
func (d *Desk) daysOff(c *data.Case, p Preferences, now time.Time) []data.Day {
	if len(c.Application.Holidays) > 0 {
		return slices.Concat(c.Application.Holidays, p.DaysOff)
	}
	country, _ := Country(c)
	if !holiday.Known(country) {
		return p.DaysOff
	}
	first, last := now.Year()-1, now.Year()+1
	for _, iv := range c.Interviews {
		if !iv.Start.IsZero() {
			first, last = min(first, iv.Start.Year()), max(last, iv.Start.Year()+1)
		}
	}
	return slices.Concat(d.holidays.days(country, first, last), p.DaysOff)
}

// days returns the holidays of a country at least from the first year to the
// last.
func (h *holidays) days(country string, first, last int) []data.Day {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.of == nil || first < h.from || last > h.to {
		if h.of != nil {
			first, last = min(first, h.from), max(last, h.to)
		}
		h.of, h.from, h.to = make(map[string][]data.Day), first, last
	}
	all, known := h.of[country]
	if !known {
		all = holiday.Days(country, h.from, h.to)
		h.of[country] = all
	}
	return all
}
