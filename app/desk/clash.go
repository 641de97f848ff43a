package desk

import (
	"context"
	"slices"
	"time"

	"afterword/data"
)

// cautions point out what is easy to miss about the interviews of an application
// that are still ahead: that they overlap with another one, and that clocks
// change around them.
func (d *Desk) cautions(ctx context.Context, c *data.Case, p Preferences) ([]string, error) {
	s := d.Speaker(p.Schedule)
	now := d.Now()
	var all []string
	ahead := slices.DeleteFunc(standing(c), func(iv data.Interview) bool {
		return iv.Start.IsZero() || !endOf(iv, p.Schedule, d.Zone()).After(now)
	})
	if len(ahead) == 0 {
		return nil, nil
	}
	for _, iv := range ahead {
		if zone := d.zoneOf(c, iv); around(now, iv.Start, zone, d.Zone()) {
			all = append(all, s.ClocksChange(iv.Start, zone))
		}
	}
	clocks := len(all)
	near, err := d.near(ctx, p, ahead)
	if err != nil {
		return nil, err
	}
	for _, o := range near {
		for _, iv := range ahead {
			for _, other := range o.row.Interviews {
				if other.ID != iv.ID && overlap(iv, other, p.Schedule) {
					all = append(all, s.Overlap(iv, other, o.row.Company))
				}
			}
		}
	}
	slices.Sort(all[clocks:])
	return all, nil
}

// near returns the active applications with interviews about the time of these.
func (d *Desk) near(ctx context.Context, p Preferences, ahead []data.Interview) ([]*outlook, error) {
	glances, err := d.glances(ctx, p)
	if err != nil {
		return nil, err
	}
	var ids []data.ID
	for _, g := range glances {
		about := func(iv data.Interview) bool {
			return g.first < endOf(iv, p.Schedule, time.UTC).UnixMicro() && iv.Start.UnixMicro() < g.last
		}
		if g.state.name() == data.Active && slices.ContainsFunc(ahead, about) {
			ids = append(ids, g.id)
		}
	}
	return d.outlooksOf(ctx, p, ids)
}

// zoneOf returns the zone in which the other side keeps its clock.
func (d *Desk) zoneOf(c *data.Case, iv data.Interview) *time.Location {
	if zone, err := time.LoadLocation(iv.Zone); iv.Zone != "" && err == nil {
		return zone
	}
	return d.employerZone(c)
}

// overlap reports whether two interviews have an instant in common; the end of
// one may be the start of the other.
func overlap(a, b data.Interview, s data.Settings) bool {
	end := func(iv data.Interview) time.Time { return endOf(iv, s, time.UTC) } // no zone matters to one with a start
	return !a.Start.IsZero() && !b.Start.IsZero() && a.Start.Before(end(b)) && b.Start.Before(end(a))
}

// around reports whether the clocks of two zones differ at t by another amount
// than now, or begin to in the week of t.
func around(now, t time.Time, there, here *time.Location) bool {
	apart := func(t time.Time) int {
		_, a := t.In(there).Zone()
		_, b := t.In(here).Zone()
		return a - b
	}
	day := data.DayOf(t, here)
	monday := day.Add(-(int(day.Weekday()) + 6) % 7)
	from, to := monday.At(0, here), monday.Add(7).At(0, here)
	return apart(t) != apart(now) || apart(from) != apart(to)
}
