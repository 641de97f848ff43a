package followup

import "afterword/data"

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
	return p.last != nil && !p.reached(p.last.ends)
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
