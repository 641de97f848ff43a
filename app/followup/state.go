package followup

import (
	"time"

	"afterword/data"
)

// reached reports whether an instant has come. Nothing else may look at the
// clock, so that the plan knows until when it stays as it is.
func (p *planner) reached(t time.Time) bool {
	if !p.in.Now.Before(t) {
		return true
	}
	if p.stays.IsZero() || t.Before(p.stays) {
		p.stays = t
	}
	return false
}

// stateOf returns the state that follows from the times (schedule.md 12.1, its
// end). held says that the item waits for somebody to come back.
func (p *planner) stateOf(it *data.Item, held bool) data.State {
	switch {
	case held && !p.reached(it.Due):
		return data.StateHeld
	case !p.reached(it.Opens):
		return data.StatePlanned
	case it.Due.IsZero() || !p.reached(it.Due):
		return data.StateOpen
	case !p.reached(it.OverdueFrom):
		return data.StateDue
	}
	return data.StateOverdue
}

// A waking is an instant after it was moved out of quiet time.
type waking struct {
	moved time.Time
	quiet bool // it was in quiet time
	begin day  // the date on which that quiet time began
}

// awake moves an instant out of the quiet time of the user (schedule.md 12.3).
func (p *planner) awake(t time.Time) waking {
	from, to := p.s.QuietStart, p.s.QuietEnd
	d, wall := p.user.local(t)
	begin, end := d, d
	switch {
	case from < to:
		if wall < minutes(int(from)) || wall >= minutes(int(to)) {
			return waking{moved: t}
		}
	case from > to && wall >= minutes(int(from)):
		end++
	case from > to && wall < minutes(int(to)):
		begin--
	default:
		return waking{moved: t}
	}
	moved := p.user.at(end, to)
	if !moved.After(t) {
		moved, _ = p.user.again(end, to)
	}
	return waking{moved, true, begin}
}

// notifyAt returns when the item is mentioned, zero for never (schedule.md 12.2
// and 12.4).
func (p *planner) notifyAt(it *data.Item) time.Time {
	if !it.Pending() || it.Key == keyDecision || it.Due.IsZero() {
		return time.Time{}
	}
	w := p.awake(it.Due)
	limit := it.OverdueFrom
	if !w.quiet || it.Key.Kind() != data.KindThankYou ||
		!it.Due.Before(limit) || limit.Sub(w.moved) >= time.Hour {
		return w.moved
	}
	begin, wall := w.begin, p.s.QuietStart-60
	if wall < 0 {
		begin, wall = begin-1, wall+24*60
	}
	before := later(p.user.at(begin, wall), it.Opens)
	if p.awake(before).quiet {
		return w.moved
	}
	return before
}
