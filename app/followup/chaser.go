package followup

import (
	"slices"
	"time"

	"afterword/data"
)

// keyStay is the key of the one last note.
const keyStay data.ItemKey = "stay_in_touch"

// A chaser is a check-in, the last note or a question for a new date, while the
// rules of schedule.md 10 move it.
type chaser struct {
	key     data.ItemKey
	opens   time.Time
	d       day // D, the due date
	k       int // working days from D to overdue
	reason  data.Reason
	held    bool
	due     time.Time
	overdue time.Time
	failed  bool
	from    int // where its causes begin
	because []data.Cause
}

// chasers adds check-ins and the last note (schedule.md 8 and 9).
func (p *planner) chasers() {
	checkIns := p.checkIns()
	slices.SortFunc(checkIns, func(a, b checkIn) int { return a.n - b.n })
	stay := p.markOf(keyStay, -1)
	for i := range checkIns {
		if checkIns[i].finished() {
			p.addFinished(checkInKey(checkIns[i].n), &checkIns[i].mark)
		}
	}
	h := p.chased(checkIns, stay)
	check, note := p.nextCheckIn(checkIns, &stay, &h), p.lastNote(&stay, &h)
	if note != nil && check != nil && p.superseded(note) {
		check.reason = data.ReasonSuperseded
	}
	if check != nil {
		p.addChaser(check)
	}
	if stay.finished() {
		p.addFinished(keyStay, &stay)
	} else if note != nil {
		p.addChaser(note)
	}
}

// A chase is what was already sent to the employer, and what the next chasers
// must keep away from.
type chase struct {
	sent  int // done check-ins and last note
	on    day // the latest date on which one was sent, or none
	gap   day // g of schedule.md 10.2, or none
	after day // latest date that 9.3 takes from check-ins, or none
}

func (p *planner) chased(checkIns []checkIn, stay mark) chase {
	h := chase{on: none, gap: none, after: none}
	for i := range checkIns {
		if c := &checkIns[i]; c.state == data.StateDone {
			d := p.date(c.sent.At)
			h.sent++
			h.on = max(h.on, d)
			h.after = max(h.after, d+day(p.s.StayAfterCheckinDays))
		}
	}
	if stay.state == data.StateDone {
		h.sent++
		h.on = max(h.on, p.date(stay.sent.At))
	}
	if h.on != none {
		h.gap = p.c.add(h.on, p.s.MinGapBD)
	}
	return h
}

// chasing reports whether chasers may be in the plan at all (schedule.md 8.2, a
// and b; K and the policy are dealt with before).
func (p *planner) chasing() bool {
	return p.last != nil && p.pending == nil && (p.reached(p.last.ends) || p.active == 1)
}

// nextCheckIn returns the one check-in that is not finished, or nil
// (schedule.md 8.2), and takes its place under the life-time cap.
func (p *planner) nextCheckIn(all []checkIn, stay *mark, h *chase) *chaser {
	n, recent, failed := 1, 0, false
	var last *checkIn // of this period, by number
	for i := range all {
		if c := &all[i]; c.finished() {
			n = c.n + 1
			if p.inPeriod(c.by()) {
				recent++
				last = c
			}
		}
	}
	if why := p.barCheckIn(recent, stay, h); why != "" {
		p.bar(data.KindCheckIn, why)
		return nil
	}
	for i := range all {
		failed = failed || all[i].n == n && all[i].failed
	}
	c := &chaser{key: checkInKey(n), failed: failed, from: len(p.causes)}
	if last == nil {
		p.firstCheckIn(c)
	} else {
		p.secondCheckIn(c, last)
	}
	if !p.thanked.IsZero() {
		s := p.date(p.thanked)
		p.keepAway(c, "8.6", s, p.s.ThankToCheckinGapBD, p.c.add(s, p.s.ThankToCheckinGapBD))
	}
	p.push(c, h)
	h.sent++
	h.after = max(h.after, c.d+day(p.s.StayAfterCheckinDays))
	return c
}

// firstCheckIn sets the dates of schedule.md 8.3 and 8.4.
func (p *planner) firstCheckIn(c *chaser) {
	if p.promise == none {
		c.opens = p.at(p.c.add(p.anchor, p.s.CheckinOpensBD), p.s.DayStart)
		c.d = p.firstDue()
		c.k = p.s.CheckinOverdueBD
		p.because("8.3", p.anchor, p.s.CheckinDueDays, c.d)
		return
	}
	c.opens = p.at(p.c.add(p.promise, p.s.PromiseOpensBD), p.s.DayStart)
	c.d = p.firstDue()
	c.k = max(p.s.PromiseOverdueBD-p.s.PromiseDueBD, 1)
	p.because("8.4", p.promise, p.s.PromiseDueBD, c.d)
}

// firstDue returns the due date of schedule.md 8.3 or 8.4.
func (p *planner) firstDue() day {
	if p.promise == none {
		return p.c.roll(p.anchor + day(p.s.CheckinDueDays))
	}
	return p.c.add(p.promise, p.s.PromiseDueBD)
}

// secondCheckIn sets the dates of schedule.md 8.5.
func (p *planner) secondCheckIn(c *chaser, last *checkIn) {
	b := p.date(last.by().At)
	if last.state == data.StateSkipped {
		b = max(b, p.firstDue())
	}
	c.d = max(p.c.roll(b+day(p.s.SecondCheckinDays)), p.c.add(b, p.s.MinGapBD))
	c.opens = p.at(c.d, p.s.SendTime)
	c.k = p.s.CheckinOverdueBD
	p.because("8.5", b, p.s.SecondCheckinDays, c.d)
}

// lastNote returns the last note if it is neither done nor skipped and may be in
// the plan, else nil (schedule.md 9.2 to 9.4).
func (p *planner) lastNote(stay *mark, h *chase) *chaser {
	if stay.finished() {
		return nil
	}
	if why := p.barLastNote(h); why != "" {
		p.bar(data.KindStayInTouch, why)
		return nil
	}
	c := &chaser{key: keyStay, failed: stay.failed, k: p.s.StayOverdueBD, from: len(p.causes)}
	raw := max(p.anchor+day(p.s.StayMinDays), h.after)
	if p.promise != none {
		raw = max(raw, p.promise+day(p.s.StayAfterCheckinDays))
	}
	c.opens = p.at(p.c.roll(raw-day(p.s.StayOpenLeadDays)), p.s.DayStart)
	c.d = p.c.roll(raw)
	p.because("9.4", p.anchor, int(raw-p.anchor), c.d)
	p.push(c, h)
	return c
}

// superseded reports whether the last note is due, so that the check-in before
// it is no longer needed (schedule.md 9.5).
func (p *planner) superseded(note *chaser) bool {
	return p.stop == "" && p.reached(note.due)
}
