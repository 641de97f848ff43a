package followup

import (
	"time"

	"afterword/data"
)

// push applies schedule.md 10.2 to 10.8 to a check-in or the last note.
func (p *planner) push(c *chaser, h *chase) {
	if h.gap != none {
		p.keepAway(c, "10.2", h.on, p.s.MinGapBD, h.gap)
	}
	c.d = max(c.d, p.date(c.opens))
	p.pushCourtesy(c)
	p.pushUpdates(c)
	p.pushSnooze(c, -1)
	p.pushAbsence(c)
	p.settle(c)
}

// keepAway makes c due on g or later, and open on g or later.
func (p *planner) keepAway(c *chaser, rule string, from day, n int, g day) {
	c.opens = later(c.opens, p.at(g, p.s.DayStart))
	if g > c.d {
		c.d = g
		p.because(rule, from, n, g)
	}
}

// pushCourtesy applies schedule.md 10.3.
func (p *planner) pushCourtesy(c *chaser) {
	for _, f := range p.period() {
		if f.kind != courtesy {
			continue
		}
		from := p.date(f.At)
		if d := p.c.add(from, p.s.CourtesyGapBD); d > c.d {
			c.d = d
			p.because("10.3", from, p.s.CourtesyGapBD, d)
		}
	}
}

// pushUpdates applies schedule.md 10.4.
func (p *planner) pushUpdates(c *chaser) {
	pushes := 0
	for _, f := range p.period() {
		if f.kind != underReview || pushes >= p.s.ATSPushMax {
			continue
		}
		from := p.date(f.At)
		if d := p.c.add(from, p.s.ATSPushBD); d > c.d {
			c.d = d
			pushes++
			p.because("10.4", from, p.s.ATSPushBD, d)
		}
	}
}

// pushSnooze applies schedule.md 10.5, with the snoozes later than after.
func (p *planner) pushSnooze(c *chaser, after int) {
	var last *fact
	period := p.period()
	for i := range period {
		if f := &period[i]; f.kind == snooze && f.Item == c.key && f.order > after && !f.Until.IsZero() {
			last = f
		}
	}
	if last == nil {
		return
	}
	if s := p.c.roll(p.until(last)); s > c.d {
		c.d, c.reason = s, data.ReasonSnoozed
		p.because("10.5", p.date(last.At), 0, s)
	}
}

// pushAbsence applies schedule.md 10.6.
func (p *planner) pushAbsence(c *chaser) {
	until, from := none, none
	for _, f := range p.period() {
		if f.kind != away {
			continue
		}
		h, back := p.hold(&f)
		if h > until {
			until, from = h, back
		}
	}
	if until > c.d {
		c.d, c.reason, c.held = until, data.ReasonOOO, true
		p.because("10.6", from, p.s.OOOResumeBD, until)
	}
}

// hold returns the date until which a notice of absence holds a chaser, and the
// date of the return, none when the notice gives no usable one.
func (p *planner) hold(f *fact) (until, from day) {
	seen := p.date(f.At)
	back := dayOf(f.Return)
	if back != none && f.Inclusive {
		back++
	}
	if back == none || p.tooLong(back, seen) {
		return p.c.add(seen, p.s.OOODefaultHoldBD), none
	}
	return p.c.add(p.c.roll(back), p.s.OOOResumeBD), back
}

func (p *planner) tooLong(back, seen day) bool { return back-seen > day(p.s.OOOMaxDays) }

// settle turns the due date into instants (schedule.md 10.7 and 10.8). A setting
// that was saved counts like an undo (schedule.md 16.5).
func (p *planner) settle(c *chaser) {
	c.due = later(p.at(c.d, p.s.SendTime), c.opens)
	c.overdue = p.at(p.c.add(c.d, c.k), p.s.DayEnd)
	for _, r := range p.removed {
		if c.due.After(r.undone) || isAct(kindOf(r.Event)) && r.Item != c.key {
			continue
		}
		c.overdue = later(c.overdue, p.at(p.c.add(p.date(r.undone), 1), p.s.DayEnd))
	}
	if saved := p.in.Saved; !saved.IsZero() && p.reached(saved) && !c.due.After(saved) {
		c.overdue = later(c.overdue, p.at(p.c.add(p.date(saved), 1), p.s.DayEnd))
	}
	c.because = p.since(c.from)
}

// addChaser adds c to the plan, stopped if the employer has answered
// (schedule.md 10.9).
func (p *planner) addChaser(c *chaser) {
	it := data.Item{
		Key: c.key, Opens: c.opens, Due: c.due, OverdueFrom: c.overdue,
		Reason: c.reason, Failed: c.failed, Because: c.because,
	}
	switch {
	case p.stop != "":
		it.State, it.Reason = data.StateStopped, p.stop
	case c.reason == data.ReasonSuperseded:
		it.State = data.StateCancelled
	default:
		it.State = p.stateOf(&it, c.held)
	}
	p.add(&it)
	p.asking = p.asking || it.Pending()
}

// add puts an item into the plan. A state that no rule has set yet follows from
// the times.
func (p *planner) add(it *data.Item) {
	if it.State == "" {
		it.State = p.stateOf(it, false)
	}
	it.NotifyAt = p.here(p.notifyAt(it))
	it.Opens, it.Due, it.OverdueFrom = p.here(it.Opens), p.here(it.Due), p.here(it.OverdueFrom)
	p.items = append(p.items, *it)
}

// addFinished puts an item into the plan of which only the state is shown.
func (p *planner) addFinished(key data.ItemKey, m *mark) {
	p.items = append(p.items, data.Item{Key: key, State: m.state})
}

// here returns t in the employer's zone, and the zero time unchanged.
func (p *planner) here(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(p.employer.loc)
}
