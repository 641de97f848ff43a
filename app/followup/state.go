package followup

import (
	"time"

	"afterword/data"
)

// stateOf returns the state that follows from the times (schedule.md 12.1, its
// end). held says that the item waits for somebody to come back.
func (p *planner) stateOf(it *data.Item, held bool) data.State {
	switch {
	case held && p.now.Before(it.Due):
		return data.StateHeld
	case p.now.Before(it.Opens):
		return data.StatePlanned
	case it.Due.IsZero() || p.now.Before(it.Due):
		return data.StateOpen
	case p.now.Before(it.OverdueFrom):
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

// badge returns one word for where the application stands (schedule.md 13).
func (p *planner) badge() data.Badge {
	if p.closing != nil {
		return p.closedBadge()
	}
	switch {
	case p.unread != nil:
		return data.BadgeReplied
	case p.has(data.KindThankYou, data.StateOpen, data.StateDue, data.StateOverdue):
		return data.BadgeThankYou
	case p.next != nil || p.ahead():
		return data.BadgeInterview
	case p.has(data.KindCheckIn, data.StateDue, data.StateOverdue),
		p.has(data.KindAskNewDate, data.StateDue, data.StateOverdue):
		return data.BadgeCheckIn
	case p.has(data.KindStayInTouch, data.StateDue, data.StateOverdue):
		return data.BadgeStay
	}
	for i := range p.items {
		if !p.items[i].Finished() {
			return data.BadgeWaiting
		}
	}
	if len(p.items) > 0 {
		return data.BadgeNothing
	}
	return data.BadgeWaiting
}

func (p *planner) closedBadge() data.Badge {
	switch p.closing.kind {
	case offered:
		if m := p.markOf(keyDecision, p.closing.order); !m.finished() {
			return data.BadgeOffer
		}
	case rejected:
		for i := range p.items {
			if it := &p.items[i]; it.Key == keyReject && !it.Finished() {
				return data.BadgeStay
			}
		}
	}
	return data.BadgeClosed
}

// has reports whether an item of the kind is in one of the states.
func (p *planner) has(kind data.ItemKind, states ...data.State) bool {
	for i := range p.items {
		for _, s := range states {
			if p.items[i].State == s && p.items[i].Key.Kind() == kind {
				return true
			}
		}
	}
	return false
}

// ahead reports whether an active round has not ended yet.
func (p *planner) ahead() bool {
	return p.last != nil && p.now.Before(p.last.ends)
}

// flags returns what needs the user in the plan as a whole (schedule.md 14).
func (p *planner) flags() []data.Flag {
	var flags []data.Flag
	for i := range p.items {
		if it := &p.items[i]; it.Failed && !it.Finished() {
			flags = append(flags, data.FlagFixAddress)
			break
		}
	}
	if p.asking && p.longAbsence() {
		flags = append(flags, data.FlagOther)
	}
	return flags
}

// longAbsence reports whether a notice of the period is too long (schedule.md
// 10.6).
func (p *planner) longAbsence() bool {
	for _, f := range p.period() {
		if f.kind != away || f.Return.IsZero() {
			continue
		}
		back := dayOf(f.Return)
		if f.Inclusive {
			back++
		}
		if p.tooLong(back, p.date(f.At)) {
			return true
		}
	}
	return false
}
