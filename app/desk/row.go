package desk

import (
	"cmp"
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
	rank       int   // of its group
	order      int64 // within the group, in microseconds
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

// A Place is where one application stands in a list. Its words are asked for
// with Rows when it comes into sight. It is small, because there may be very many.
type Place struct {
	ID    data.ID
	badge badgeNo
	state stateNo
}

// PlaceOf returns the place of an application.
func PlaceOf(id data.ID, badge data.Badge, state data.AppState) Place {
	return Place{id, numberOf[badgeNo](badges(), badge), numberOf[stateNo](states(), state)}
}

// Badge is what the application's badge says.
func (p Place) Badge() data.Badge { return p.badge.name() }

// State is where the application is kept.
func (p Place) State() data.AppState { return p.state.name() }

// NeedsMe reports whether there is something for the user to do.
func (p Place) NeedsMe() bool { return needsMe(p.Badge()) }

// A Listing is a list of applications by urgency: what needs the user by due
// time, then the next interviews, then what waits by its next date, then the
// closed.
type Listing struct {
	Places []Place
	Left   int // applications that were not read yet: ask again
}

// List returns all applications that fit, with their words, by urgency. It reads
// every one of them; a window asks for a Listing and for the rows in sight.
func (d *Desk) List(ctx context.Context, f Filter) ([]Row, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	ids, _, err := d.store.Touched(ctx, 0)
	if err != nil {
		return nil, err
	}
	if ids, err = d.narrow(ctx, ids, f.Search); err != nil {
		return nil, err
	}
	var rows []Row
	err = d.each(ctx, p, ids, func(o *outlook) {
		if (f.All || open(o.row.State, o.row.Badge)) && (len(f.Badges) == 0 || slices.Contains(f.Badges, o.row.Badge)) {
			rows = append(rows, o.row)
		}
	})
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.order, b.order), cmp.Compare(a.ID, b.ID))
	})
	return rows, err
}

// narrow keeps the applications that a search finds.
func (d *Desk) narrow(ctx context.Context, ids []data.ID, search string) ([]data.ID, error) {
	found, err := d.find(ctx, search)
	if err != nil || found == nil {
		return ids, err
	}
	numbers, err := d.store.Numbers(ctx, ids)
	return slices.DeleteFunc(ids, func(id data.ID) bool { return !found[numbers[id]] }), err
}

// Listing returns the places of all applications that fit. Of very many it may
// know only some at first, and says so.
func (d *Desk) Listing(ctx context.Context, f Filter) (Listing, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Listing{}, err
	}
	found, err := d.find(ctx, f.Search)
	if err != nil {
		return Listing{}, err
	}
	all, left, err := d.someGlances(ctx, p, 8*run)
	l := Listing{Places: make([]Place, 0, len(all)), Left: left}
	for _, g := range all {
		switch {
		case found != nil && !found[g.n]:
		case !f.All && !open(g.state.name(), g.badge.name()):
		case len(f.Badges) == 0 || slices.Contains(f.Badges, g.badge.name()):
			l.Places = append(l.Places, Place{g.id, g.badge, g.state})
		}
	}
	return l, err
}

// Rows puts applications into the words of a list, in the order asked for;
// those that are deleted are left out.
func (d *Desk) Rows(ctx context.Context, ids []data.ID) ([]Row, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	all, err := d.outlooksOf(ctx, p, ids)
	rows := make([]Row, len(all))
	for i, o := range all {
		rows[i] = o.row
	}
	return rows, err
}

// FirstRows returns at most n of the applications that fit, by urgency.
func (d *Desk) FirstRows(ctx context.Context, f Filter, n int) ([]Row, error) {
	l, err := d.Listing(ctx, f)
	if err != nil {
		return nil, err
	}
	var ids []data.ID
	for _, p := range l.Places[:min(n, len(l.Places))] {
		ids = append(ids, p.ID)
	}
	return d.Rows(ctx, ids)
}

// Companies returns the names of all companies, for a search that finds none.
func (d *Desk) Companies(ctx context.Context) ([]string, error) { return d.store.Companies(ctx) }

// find returns the numbers of the applications that a search finds, nil for all.
func (d *Desk) find(ctx context.Context, search string) (map[int64]bool, error) {
	if strings.TrimSpace(search) == "" {
		return nil, nil
	}
	numbers, err := d.store.FindApplications(ctx, search)
	found := make(map[int64]bool, len(numbers))
	for _, n := range numbers {
		found[n] = true
	}
	return found, err
}

// row puts one application into the words of a list.
func (d *Desk) row(c *data.Case, p Preferences, plan *data.Plan) Row {
	now := d.Now()
	s := d.Speaker(p.Schedule)
	met := moved(c)
	row := Row{
		ID: c.Application.ID, Company: c.Application.Company, Role: c.Application.Role,
		Badge: badge(c, plan), Round: s.Round(met), Interviews: met.Interviews,
		Updated: c.Application.Updated, State: c.Application.State, rank: 3, order: never,
	}
	row.NeedsMe = needsMe(row.Badge)
	it, some := next(plan)
	if some {
		row.Next = &Next{Item: it, Why: s.Why(c, it)}
		row.Next.Item.Because = nil // a row explains no date, and would keep the whole plan in memory
		row.Line, row.order = s.Do(c, it), orderAt(it.Due)
		row.When = s.Soon(data.DayOf(it.Due, d.Zone()))
		if it.Due.IsZero() {
			row.When = "" // open without a date: first
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
			row.order, row.When = orderAt(iv.Start), say.Soon(day)
			row.Line = say.Span(iv)
			if iv.Start.IsZero() {
				row.order = orderAt(day.At(0, d.Zone()))
			}
		}
	case row.Badge == data.BadgeWaiting:
		row.rank = 2
	}
}

// open reports whether a list shows an application without being asked for all.
func open(s data.AppState, b data.Badge) bool { return s != data.Archived && b != data.BadgeClosed }

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
