package desk

import (
	"slices"
	"sync"
	"time"

	"afterword/app/holiday"
	"afterword/assets"
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
// the company addresses of the people there; "" when there is nothing to go by. A
// guess is shown as one.
func Country(c *data.Case) (country string, guessed bool) {
	if c.Application.Country != "" {
		return c.Application.Country, false
	}
	for _, p := range c.People {
		at := slices.DeleteFunc(slices.Clone(p.Addresses), func(a string) bool {
			_, private := assets.ProviderOf(a) // it says where a person has their mail, not where a company is
			return private
		})
		if country := holiday.Guess(at); country != "" && p.Kind != "agency" {
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

// saved returns when dates of an application could last be moved by a setting:
// one of the whole schedule, or the employer's country, zone or holidays
// (schedule.md 16.5). Taking such a change back is one more.
func saved(c *data.Case, p Preferences) time.Time {
	last := p.Saved
	changes := make(map[data.ID]bool)
	for _, e := range c.Events {
		moves := e.Type == data.EventSet && slices.Contains([]string{"country", "employer_zone", "holidays"}, e.Name)
		if !moves && !(e.Type == data.EventUndo && changes[e.Target]) {
			continue
		}
		changes[e.ID] = true
		if e.At.After(last) {
			last = e.At
		}
	}
	return last
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
