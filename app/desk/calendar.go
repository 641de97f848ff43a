package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"afterword/data"
)

// A Span is the days of a calendar from From to before To, and how much is read
// of it: at most PerDay things of a day, and Total of all, 0 for no limit.
type Span struct {
	From, To      data.Day
	PerDay, Total int
}

// A Calendar is what happens in some days.
type Calendar struct {
	Days    []CalendarDay // all days of the span, for the month also those without anything
	Changes []ClockChange
	Left    int // applications that were not read yet: ask again
}

// A CalendarDay is one day.
type CalendarDay struct {
	Day     data.Day
	Count   int     // of all things that day
	Entries []Dated // interviews first, then what is due, each by time
}

// A place on the calendar before its words are read.
type placed struct {
	mark
	id data.ID
}

func comparePlaced(a, b placed) int {
	return cmp.Or(cmp.Compare(bit(a.item()), bit(b.item())), cmp.Compare(a.at(), b.at()), cmp.Compare(a.id, b.id))
}

// Calendar reads some days. Of very many applications it may know only some at
// first, and says so.
func (d *Desk) Calendar(ctx context.Context, span Span) (Calendar, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Calendar{}, err
	}
	glances, left, err := d.someGlances(ctx, p, 8*run)
	if err != nil {
		return Calendar{}, err
	}
	cal := Calendar{Left: left}
	borders := d.borders(span)
	days := make([][]placed, len(borders)-1)
	for _, g := range glances {
		for _, m := range g.marks {
			if i := dayIndex(borders, m.at()); i >= 0 {
				days[i] = append(days[i], placed{m, g.id})
			}
		}
	}
	var ids []data.ID
	for i, all := range days {
		slices.SortFunc(all, comparePlaced)
		cal.Days = append(cal.Days, CalendarDay{Day: span.From.Add(i), Count: len(all)})
		for _, pl := range span.few(all, len(ids)) {
			ids = append(ids, pl.id)
		}
	}
	entries, err := d.entries(ctx, p, ids)
	if err != nil {
		return Calendar{}, err
	}
	total := 0
	for i := range cal.Days {
		var of []Dated
		for _, e := range entries {
			if dayIndex(borders, e.mark().at()) == i {
				of = append(of, e)
			}
		}
		slices.SortFunc(of, compareDated)
		of = of[:min(len(of), len(span.few(days[i], total)))]
		total += len(of)
		d.overlaps(p, of)
		cal.Days[i].Entries = of
	}
	cal.Changes = d.changes(p, cal.Days)
	return cal, nil
}

// few keeps as many things of a day as the span wants, some being there already.
func (s Span) few(all []placed, already int) []placed {
	n := len(all)
	if s.PerDay > 0 {
		n = min(n, s.PerDay)
	}
	if s.Total > 0 {
		n = min(n, max(0, s.Total-already))
	}
	return all[:n]
}

// Overdue reads what was due before today and is not done, at most so many, and
// says how many there are.
func (d *Desk) Overdue(ctx context.Context, most int) ([]Dated, int, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, 0, err
	}
	glances, _, err := d.someGlances(ctx, p, 8*run)
	if err != nil {
		return nil, 0, err
	}
	today := data.DayOf(d.Now(), d.Zone()).At(0, d.Zone()).UnixMicro()
	var all []placed
	for _, g := range glances {
		for _, m := range g.marks {
			if m.item() && m.at() < today {
				all = append(all, placed{m, g.id})
			}
		}
	}
	slices.SortFunc(all, comparePlaced)
	var ids []data.ID
	for _, pl := range all[:min(most, len(all))] {
		ids = append(ids, pl.id)
	}
	entries, err := d.entries(ctx, p, ids)
	entries = slices.DeleteFunc(entries, func(e Dated) bool { return e.Item == "" || e.mark().at() >= today })
	slices.SortFunc(entries, compareDated)
	return entries[:min(most, len(entries))], len(all), err
}

// borders returns the instants between the days of a span, the first and the
// last included.
func (d *Desk) borders(span Span) []int64 {
	var all []int64
	for day := span.From; !day.After(span.To); day = day.Add(1) {
		all = append(all, day.At(0, d.Zone()).UnixMicro())
	}
	return all
}

// dayIndex returns in which day an instant lies, -1 for none.
func dayIndex(borders []int64, at int64) int {
	i, found := slices.BinarySearch(borders, at)
	if !found {
		i--
	}
	if i >= len(borders)-1 {
		return -1
	}
	return i
}

// entries reads what some applications have on the calendar.
func (d *Desk) entries(ctx context.Context, p Preferences, ids []data.ID) ([]Dated, error) {
	slices.Sort(ids)
	var all []Dated
	for part := range slices.Chunk(slices.Compact(ids), run) {
		cases, err := d.store.Cases(ctx, part)
		if err != nil {
			return nil, err
		}
		for i := range cases {
			c := &cases[i]
			if c.Application.State != data.Deleted {
				plan := d.plan(c, p, d.Now())
				all = append(all, d.dated(c, &plan, p)...)
			}
		}
	}
	return all, nil
}

// mark is where an entry stands among those of all applications.
func (e Dated) mark() mark { return markOf(e.At, e.Item != "") }

func marksOf(entries []Dated) []mark {
	var all []mark
	for _, e := range entries {
		all = append(all, e.mark())
	}
	return all
}

func compareDated(a, b Dated) int {
	pa, pb := placed{a.mark(), a.Application}, placed{b.mark(), b.Application}
	return cmp.Or(comparePlaced(pa, pb), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Interview.ID, b.Interview.ID))
}

// overlaps notes for each interview of a day with which others it is at the same
// time.
func (d *Desk) overlaps(p Preferences, entries []Dated) {
	s := d.Speaker(p.Schedule)
	for i := range entries {
		for j := range entries {
			if a, b := &entries[i], &entries[j]; i != j && a.Item == "" && b.Item == "" && overlap(a.Interview, b.Interview, p.Schedule) {
				a.Overlap = s.SameTime(b.Company, b.Interview)
			}
		}
	}
}

// A ClockChange is a day on which clocks change, in words.
type ClockChange struct {
	Day   data.Day
	Text  string // "Clocks in New York go back one hour."
	Short string // "Clocks −1 h"
	Here  bool   // where the user is
}

// changes returns when clocks change in some days, where the user is and where
// an interview of these days is.
func (d *Desk) changes(p Preferences, days []CalendarDay) []ClockChange {
	s := d.Speaker(p.Schedule)
	zones := []*time.Location{d.Zone()}
	for _, day := range days {
		for _, e := range day.Entries {
			known := e.zone == nil || slices.ContainsFunc(zones, func(z *time.Location) bool { return z.String() == e.zone.String() })
			if !known {
				zones = append(zones, e.zone)
			}
		}
	}
	var all []ClockChange
	for _, day := range days {
		for i, zone := range zones {
			_, before := day.Day.At(0, zone).Zone()
			_, after := day.Day.Add(1).At(0, zone).Zone()
			if before != after {
				by := time.Duration(after-before) * time.Second
				all = append(all, ClockChange{day.Day, s.ClocksGo(by, zone, i == 0), s.ClocksBy(by), i == 0})
			}
		}
	}
	return all
}
