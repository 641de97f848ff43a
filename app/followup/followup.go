// Package followup decides which notes an application still needs, and when:
// interviews, events, settings and one instant give a plan.
//
// It is pure: it reads no clock, no file and no database, and changes nothing
// it is given, so the same facts always give the same plan. The rules and their
// numbers are those of schedule.md.
package followup

import (
	"time"

	"afterword/data"
)

// An Input is everything a plan is made from (schedule.md 1.1).
type Input struct {
	UserZone     *time.Location   // nil means UTC; quiet time is in this zone
	EmployerZone *time.Location   // nil means UserZone; all dates are in this zone
	Holidays     []data.Day       // of the employer's country, and the user's own days off; any order
	PromisedBy   data.Day         // the date the employer named; zero for none
	Policy       data.Policy      // who may be written to
	Rounds       []data.Interview // in the order in which they were added
	Events       []data.Event     // any order; types that the plan does not know are passed over
	Saved        time.Time        // when the user last changed a setting of the schedule; zero for never
	Now          time.Time        // events after it are passed over
}

// Plan returns what should happen next, as of in.Now. It never fails and never
// changes its input. Items come as thank-yous by round and person, check-ins by
// number, the last note, then the rest. All instants are in the employer's zone
// (schedule.md, whole).
func Plan(in Input, s data.Settings) data.Plan {
	p := newPlanner(in, s)
	p.readEvents(in.Events)
	p.readRounds(in.Rounds)
	p.readClosing()
	p.readSilence()
	if in.Policy != data.NoContact {
		p.thankYous()
		if p.closing != nil {
			p.barAll(closedBy(p.closing.kind))
			p.closingItems()
		} else {
			p.chasers()
			p.otherItems()
		}
	} else {
		p.bar(data.KindThankYou, data.BarNoContact)
		p.barAll(data.BarNoContact)
	}
	plan := data.Plan{Items: p.items, Badge: p.badge(), Flags: p.flags()}
	plan.Bars, plan.Until = p.bars, p.stays
	return plan
}

// A planner holds what the rules of one plan share.
type planner struct {
	in    Input
	s     data.Settings
	stays time.Time // the next instant at which something may change; zero for never

	employer zone
	user     zone
	w        workdays // outside weekends and holidays
	c        workdays // and outside freeze spans (schedule.md 1.4, rule 1)

	facts   []fact    // events in force, in order
	removed []removal // events taken back by an undo

	rounds  []round
	last    *round // L: the active round that ends last, nil for none
	active  int    // active rounds
	pending *fact  // X: the cancellation that waits for a new date
	closing *fact  // K: a rejection, an offer or a withdrawal

	silence

	items  []data.Item
	causes []data.Cause // backing array of every Because
	bars   []data.Bar

	thanked time.Time // the latest sending of a thank-you that is shown; zero for none
	asking  bool      // a chaser or ask_new_date is neither finished nor stopped

	room room
}

// A room holds what the lists of most plans need, so that they are made together
// with their planner.
type room struct {
	facts    [12]fact
	gone     [12]bool
	removed  [2]removal
	rounds   [4]round
	thanks   [6]thanks
	holidays [24]day
	freeze   [4]span
}

func newPlanner(in Input, s data.Settings) *planner {
	p := &planner{in: in, s: s}
	p.removed = p.room.removed[:0]
	p.user.loc = in.UserZone
	if p.user.loc == nil {
		p.user.loc = time.UTC
	}
	p.employer.loc = in.EmployerZone
	if p.employer.loc == nil {
		p.employer.loc = p.user.loc
	}
	p.w = workdaysIn(p.room.holidays[:0], in.Holidays, s.Weekend)
	p.c = p.w
	p.c.freeze = spans(p.room.freeze[:0], s.Freeze)
	p.items = make([]data.Item, 0, 8)
	p.causes = make([]data.Cause, 0, 16)
	return p
}

// date returns the employer's date of an instant.
func (p *planner) date(t time.Time) day { return p.employer.day(t) }

// at returns the instant of a wall time of the employer.
func (p *planner) at(d day, w data.Wall) time.Time { return p.employer.at(d, w) }

// because notes one step of the explanation of the item that is being made.
func (p *planner) because(rule string, from day, n int, to day) {
	p.causes = append(p.causes, data.Cause{Rule: rule, From: from.civil(), N: n, To: to.civil()})
}

// since returns the causes noted from the given place on.
func (p *planner) since(from int) []data.Cause {
	return p.causes[from:len(p.causes):len(p.causes)]
}

// later returns the later of two instants.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
