package desk

import (
	"context"
	"slices"
	"time"

	"afterword/app/followup"
	"afterword/data"
)

// plan computes the plan of one application as of now.
func (d *Desk) plan(c *data.Case, p Preferences, now time.Time) data.Plan {
	s := schedule(c, p)
	plan := followup.Plan(d.input(c, p, now), s)
	d.keepInTouch(c, &plan, p, s, now)
	pin(c, &plan, s, now, d.employerZone(c), d.Zone())
	return plan
}

// planWithout computes the plan as it would be without one event.
func (d *Desk) planWithout(c data.Case, event data.ID, p Preferences) data.Plan {
	c.Events = slices.DeleteFunc(slices.Clone(c.Events), func(e data.Event) bool { return e.ID == event })
	return d.plan(&c, p, d.Now())
}

// input gathers what a plan is made from. Interviews without any date wait
// outside until they have one.
func (d *Desk) input(c *data.Case, p Preferences, now time.Time) followup.Input {
	return followup.Input{
		UserZone:     d.Zone(),
		EmployerZone: d.employerZone(c),
		Holidays:     d.daysOff(c, p, now),
		PromisedBy:   c.Application.PromisedBy,
		Policy:       c.Application.Policy,
		Rounds:       slices.DeleteFunc(slices.Clone(c.Interviews), func(iv data.Interview) bool { return !iv.HasTime() }),
		Events:       planEvents(c.Events),
		Saved:        saved(c, p),
		Now:          now,
	}
}

// employerZone returns the zone of the employer, else the user's.
func (d *Desk) employerZone(c *data.Case) *time.Location {
	if c.Application.EmployerZone != "" {
		if loc, err := time.LoadLocation(c.Application.EmployerZone); err == nil {
			return loc
		}
	}
	return d.Zone()
}

// planEvents leaves out what the plan does not know, and the undos of that:
// taking back a changed title must not soften a date (schedule.md 10.8).
func planEvents(events []data.Event) []data.Event {
	house := make(map[data.ID]bool)
	var kept []data.Event
	for _, e := range events {
		outside := isHouse(e.Type) || e.Type == data.EventUndo && house[e.Target]
		if outside {
			house[e.ID] = true
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// isHouse reports whether an event is a fact of the application's keeping.
func isHouse(t data.EventType) bool {
	switch t {
	case data.EventAdded, data.EventInterviewAdded, data.EventClosed, data.EventReopened,
		data.EventArchived, data.EventUnarchived, data.EventDeleted, data.EventPin,
		data.EventSet, data.EventNote, data.EventCall, data.EventNoted:
		return true
	}
	return false
}

// pin moves the items that the user pinned to a date of their own
// (schedule.md 16.10): due at that date's send_time, never before opens;
// overdue moves with it; a finish, stop or hold wins.
func pin(c *data.Case, plan *data.Plan, s data.Settings, now time.Time, employer, user *time.Location) {
	pins := pins(c)
	for i := range plan.Items {
		it := &plan.Items[i]
		day := pins[it.Key]
		if day.IsZero() || !it.Pending() || it.State == data.StateHeld || it.Due.IsZero() {
			continue
		}
		due := day.At(s.SendTime, employer)
		if due.Before(it.Opens) {
			due = it.Opens
		}
		it.OverdueFrom = alike(it.OverdueFrom, data.DayOf(due, employer).Sub(data.DayOf(it.Due, employer)), employer)
		it.Due, it.NotifyAt = due, followup.Awake(due, &s, user)
		it.State = stateAt(*it, now)
	}
}

// alike returns an instant so many days later, at the same time of day.
func alike(t time.Time, days int, zone *time.Location) time.Time {
	local := t.In(zone)
	moved := data.DayOf(t, zone).Add(days).At(data.Wall(local.Hour()*60+local.Minute()), zone)
	return moved.Add(time.Duration(local.Second())*time.Second + time.Duration(local.Nanosecond()))
}

// pins returns the dates that the user chose, by item; zero where one was taken
// back. One who asks for later afterwards means that, and no longer the date.
func pins(c *data.Case) map[data.ItemKey]data.Day {
	var all map[data.ItemKey]data.Day
	for _, e := range data.InForce(c.Events) {
		switch {
		case e.Type == data.EventSnooze:
			delete(all, e.Item)
		case e.Type == data.EventPin && all == nil:
			all = map[data.ItemKey]data.Day{e.Item: e.Until}
		case e.Type == data.EventPin:
			all[e.Item] = e.Until
		}
	}
	return all
}

func stateAt(it data.Item, now time.Time) data.State {
	switch {
	case now.Before(it.Opens):
		return data.StatePlanned
	case now.Before(it.Due):
		return data.StateOpen
	case now.Before(it.OverdueFrom):
		return data.StateDue
	}
	return data.StateOverdue
}

// badge is the plan's badge, or Closed while the user closed the application.
func badge(c *data.Case, plan *data.Plan) data.Badge {
	if c.Application.State == data.ClosedBy {
		return data.BadgeClosed
	}
	return plan.Badge
}

// next returns the unfinished, unstopped item with the earliest due, planned
// ones included (contract.md, today).
func next(plan *data.Plan) (data.Item, bool) {
	var best data.Item
	found := false
	for _, it := range plan.Items {
		if !it.Pending() || it.Due.IsZero() && it.State != data.StateOpen {
			continue
		}
		if !found || sooner(it, best) {
			best, found = it, true
		}
	}
	return best, found
}

// sooner orders items by due, then key; an item without a due comes last.
func sooner(a, b data.Item) bool {
	switch {
	case a.Due.IsZero() != b.Due.IsZero():
		return b.Due.IsZero()
	case !a.Due.Equal(b.Due):
		return a.Due.Before(b.Due)
	}
	return a.Key < b.Key
}

// now reports whether an item wants doing today: due or overdue, and a
// thank-you or an offer's decision also when it is open.
func wanted(it data.Item) bool {
	switch it.State {
	case data.StateDue, data.StateOverdue:
		return true
	case data.StateOpen:
		kind := it.Key.Kind()
		return kind == data.KindThankYou || kind == data.KindOfferDecision
	}
	return false
}

// load reads one application and its plan.
func (d *Desk) load(ctx context.Context, id data.ID) (*data.Case, data.Plan, Preferences, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, data.Plan{}, p, err
	}
	c, err := d.store.Case(ctx, id)
	if err != nil {
		return nil, data.Plan{}, p, err
	}
	return &c, d.plan(&c, p, d.Now()), p, nil
}
