package followup

import "afterword/data"

// bar notes that the plan has no note of a kind, or no further one.
func (p *planner) bar(kind data.ItemKind, why data.Barrier) {
	p.bars = append(p.bars, data.Bar{Kind: kind, Why: why})
}

// barAll notes that the plan has no check-in and no last note.
func (p *planner) barAll(why data.Barrier) {
	p.bar(data.KindCheckIn, why)
	p.bar(data.KindStayInTouch, why)
}

// closedBy returns what closed the application (schedule.md 4.2).
func closedBy(k kind) data.Barrier {
	switch k {
	case rejected:
		return data.BarRejection
	case offered:
		return data.BarOffer
	}
	return data.BarWithdrawn
}

// notChasing returns why no chaser may be in the plan (schedule.md 8.2, a and b).
func (p *planner) notChasing() data.Barrier {
	switch {
	case p.pending != nil:
		return data.BarTakenBack
	case p.last == nil:
		return data.BarUndated
	}
	return data.BarAhead
}

// barCheckIn returns why there is no further check-in, "" when there may be one
// (schedule.md 8.2); recent is how many were dealt with in this period.
func (p *planner) barCheckIn(recent int, stay *mark, h *chase) data.Barrier {
	switch {
	case !p.chasing():
		return p.notChasing()
	case recent >= p.s.MaxCheckins:
		return data.BarAsked
	case stay.state == data.StateDone && p.inPeriod(stay.sent):
		return data.BarLastSent
	case h.sent+1 > p.s.MaxTotalNudges:
		return data.BarEnough
	}
	return ""
}

// barLastNote returns why there is no last note, "" when there may be one
// (schedule.md 9.2).
func (p *planner) barLastNote(h *chase) data.Barrier {
	switch {
	case !p.chasing():
		return p.notChasing()
	case h.sent+1 > p.s.MaxTotalNudges:
		return data.BarEnough
	}
	return ""
}
