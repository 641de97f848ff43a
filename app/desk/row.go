package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// A Row is one application in a list.
type Row struct {
	ID         data.ID
	Company    string
	Role       string
	Badge      data.Badge
	Round      string // "Round 2", "Video call"
	Line       string // beside the badge: "Write to Dana Ruiz"
	When       string // at the right: "by 4 pm", "in 3 days"
	Next       *Next  // nil when nothing is planned
	Interviews []data.Interview
	Updated    time.Time
	State      data.AppState
	NeedsMe    bool
	rank       int
	order      time.Time
}

// A Next is what comes next in an application, in words.
type Next struct {
	Item data.Item
	Why  string
}

// A Filter narrows a list.
type Filter struct {
	Badges []data.Badge // none: any
	Search string       // words of company, role or people
	All    bool         // closed and archived ones too
}

// List returns the applications by urgency: what needs the user by due time,
// then the next interviews, then what waits by its next date, then the closed.
func (d *Desk) List(ctx context.Context, f Filter) ([]Row, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	found, err := d.find(ctx, f.Search)
	if err != nil {
		return nil, err
	}
	var fits []*outlook
	err = d.look(ctx, p, func(o *outlook) {
		switch {
		case found != nil && !found[o.row.ID]:
		case !f.All && (o.row.State == data.Archived || o.row.Badge == data.BadgeClosed):
		case len(f.Badges) == 0 || slices.Contains(f.Badges, o.row.Badge):
			fits = append(fits, o)
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(fits, func(a, b *outlook) int { return compareRows(&a.row, &b.row) })
	rows := make([]Row, len(fits))
	for i, o := range fits {
		rows[i] = o.row
	}
	return rows, nil
}

// find returns the applications that a search finds, nil for all.
func (d *Desk) find(ctx context.Context, search string) (map[data.ID]bool, error) {
	if strings.TrimSpace(search) == "" {
		return nil, nil
	}
	ids, err := d.store.FindApplications(ctx, search)
	found := make(map[data.ID]bool, len(ids))
	for _, id := range ids {
		found[id] = true
	}
	return found, err
}

func compareRows(a, b *Row) int {
	switch {
	case a.rank != b.rank:
		return a.rank - b.rank
	case !a.order.Equal(b.order):
		return a.order.Compare(b.order)
	}
	return strings.Compare(string(a.ID), string(b.ID))
}

// row puts one application into the words of a list.
func (d *Desk) row(c *data.Case, p Preferences, plan *data.Plan) Row {
	now := d.Now()
	s := d.Speaker(p.Schedule)
	met := moved(c)
	row := Row{
		ID: c.Application.ID, Company: c.Application.Company, Role: c.Application.Role,
		Badge: badge(c, plan), Round: s.Round(met), Interviews: met.Interviews,
		Updated: c.Application.Updated, State: c.Application.State, rank: 3, order: time.Date(9999, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
	row.NeedsMe = needsMe(row.Badge)
	it, some := next(plan)
	if some {
		row.Next = &Next{Item: it, Why: s.Why(c, it)}
		row.Next.Item.Because = nil // a row explains no date, and would keep the whole plan in memory
		row.Line, row.order = s.Do(c, it), it.Due
		row.When = s.Soon(data.DayOf(it.Due, d.Zone()))
		if it.Due.IsZero() {
			row.When, row.order = "", time.Time{} // open without a date: first
		} else if row.NeedsMe && row.When == assets.L("Today") && it.Key.Kind() == data.KindThankYou {
			row.When = assets.L("by {{.Time}}", assets.Args{"Time": s.Clock(it.Due)})
		}
	}
	if row.NeedsMe && it.Due.Before(now) && !it.Due.IsZero() {
		row.When = assets.L("Today")
	}
	d.rank(&row, p.Schedule, d.employerZone(c), now)
	return row
}

// rank puts a row into its group, and shows the coming interview where that is
// what comes next.
func (d *Desk) rank(row *Row, s data.Settings, employer *time.Location, now time.Time) {
	switch {
	case row.Badge == data.BadgeClosed || row.State == data.Archived:
		row.rank, row.Line, row.When = 4, "", ""
	case row.NeedsMe:
		row.rank = 0
	case row.Badge == data.BadgeInterview:
		row.rank = 1
		if iv, ok := upcoming(row.Interviews, s, employer, now); ok {
			say := d.Speaker(s)
			day := interviewDay(iv, d.Zone())
			row.order, row.When = iv.Start, say.Soon(day)
			row.Line = say.Span(iv)
			if iv.Start.IsZero() {
				row.order = day.At(0, d.Zone())
			}
		}
	case row.Badge == data.BadgeWaiting:
		row.rank = 2
	}
}

func needsMe(b data.Badge) bool {
	switch b {
	case data.BadgeThankYou, data.BadgeCheckIn, data.BadgeReplied, data.BadgeOffer, data.BadgeStay:
		return true
	}
	return false
}

// upcoming returns the interview that ends next.
func upcoming(rounds []data.Interview, s data.Settings, employer *time.Location, now time.Time) (best data.Interview, found bool) {
	var first time.Time
	for _, iv := range rounds {
		end := endOf(iv, s, employer)
		if end.After(now) && (!found || end.Before(first)) {
			best, first, found = iv, end, true
		}
	}
	return best, found
}

func interviewDay(iv data.Interview, zone *time.Location) data.Day {
	if iv.Start.IsZero() {
		return iv.Date
	}
	return data.DayOf(iv.Start, zone)
}

// endOf returns when an interview ends or ended, as the plan counts it
// (schedule.md 3.2); zero when nothing is known. zone is the employer's.
func endOf(iv data.Interview, s data.Settings, zone *time.Location) time.Time {
	switch {
	case !iv.End.IsZero():
		return iv.End
	case !iv.Start.IsZero():
		return iv.Start.Add(time.Duration(s.DefaultDurationMin) * time.Minute)
	case !iv.Date.IsZero():
		return iv.Date.At(s.DateOnlyEnd, zone)
	}
	return time.Time{}
}
