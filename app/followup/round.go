package followup

import (
	"slices"
	"time"

	"afterword/data"
)

// A round is an interview after everything that happened to it (schedule.md 3).
type round struct {
	id        data.ID
	start     time.Time
	end       time.Time
	date      data.Day
	with      []data.Met
	cancelled bool
	ends      time.Time // E
}

// active reports whether the round takes or took place. A round of which no
// time is known waits for one.
func (r *round) active() bool {
	return !r.cancelled && (!r.start.IsZero() || !r.end.IsZero() || !r.date.IsZero())
}

func roundOf(iv *data.Interview) round {
	return round{id: iv.ID, start: iv.Start, end: iv.End, date: iv.Date, with: iv.With}
}

// readRounds finds the rounds, L and X (schedule.md 3).
func (p *planner) readRounds(listed []data.Interview) {
	p.rounds = slices.Grow(p.room.rounds[:0], len(listed)+2)
	for i := range listed {
		p.rounds = append(p.rounds, roundOf(&listed[i]))
	}
	for i := range p.facts {
		p.changeRound(&p.facts[i])
	}
	for i := range p.rounds {
		r := &p.rounds[i]
		if !r.active() {
			continue
		}
		r.ends = p.endOf(r)
		p.active++
		if p.last == nil || !r.ends.Before(p.last.ends) {
			p.last = r
		}
	}
	p.pending = p.pendingCancellation()
}

func (p *planner) changeRound(f *fact) {
	switch f.kind {
	case invited:
		if r := p.round(f.Invited.ID); r != nil {
			*r = roundOf(f.Invited)
			return
		}
		p.rounds = append(p.rounds, roundOf(f.Invited))
	case moved:
		r := p.round(f.Round)
		if r == nil || f.Start.IsZero() && f.End.IsZero() && f.Date.IsZero() {
			return
		}
		r.start, r.end, r.date, r.cancelled = f.Start, f.End, f.Date, false
	case cancelled:
		if r := p.round(f.Round); r != nil {
			r.cancelled = true
		}
	}
}

// round returns the round with id, or nil.
func (p *planner) round(id data.ID) *round {
	for i := range p.rounds {
		if p.rounds[i].id == id {
			return &p.rounds[i]
		}
	}
	return nil
}

// endOf returns E (schedule.md 3, rule 2).
func (p *planner) endOf(r *round) time.Time {
	switch {
	case !r.end.IsZero():
		return r.end
	case !r.start.IsZero():
		return r.start.Add(minutes(p.s.DefaultDurationMin))
	}
	return p.at(dayOf(r.date), p.s.DateOnlyEnd)
}

// pendingCancellation returns X (schedule.md 3, rule 5). Only the latest
// cancellation can be it: a round that ends after that one ends after all.
func (p *planner) pendingCancellation() *fact {
	for i := len(p.facts) - 1; i >= 0; i-- {
		f := &p.facts[i]
		if f.kind != cancelled {
			continue
		}
		r := p.round(f.Round)
		if r == nil || !r.cancelled {
			continue
		}
		if p.last != nil && p.last.ends.After(f.At) {
			return nil
		}
		return f
	}
	return nil
}

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

func hours(n int) time.Duration { return time.Duration(n) * time.Hour }
