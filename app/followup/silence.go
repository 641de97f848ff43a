package followup

import (
	"time"

	"afterword/data"
)

// A silence is the time since the last word of the employer that says how it
// goes on (schedule.md 5).
type silence struct {
	from     time.Time // T; zero before all events
	unread   *fact     // U: a reply that nobody has explained yet
	next     *fact     // N: a next round without a date
	stop     data.Reason
	informed *fact // I: the latest news that begins a new period
	anchor   day   // A
	promise  day   // P, or none
	ofPeriod int   // events of the period have at least this order
}

// readClosing finds K (schedule.md 4).
func (p *planner) readClosing() {
	for i := range p.facts {
		switch f := &p.facts[i]; f.kind {
		case rejected, offered, withdrawn:
			p.closing = f
		case invited, nextRound:
			p.closing = nil
		}
	}
}

func (p *planner) readSilence() {
	p.anchor, p.promise = none, none
	switch {
	case p.pending != nil:
		p.from = p.pending.At
	case p.last != nil:
		p.from = p.last.ends
	}
	p.readReplies()
	switch {
	case p.unread != nil:
		p.stop = data.ReasonReply
	case p.next != nil:
		p.stop = data.ReasonNextRound
	}
	p.readPromise()
}

// readReplies finds U, N, I and the period (schedule.md 5, rules 2 to 4).
func (p *planner) readReplies() {
	for i := range p.facts {
		f := &p.facts[i]
		if p.before(f) {
			p.ofPeriod = i + 1
			continue
		}
		switch f.kind {
		case replied:
			p.unread = f
		case courtesy, notThis:
			p.unread = nil
		case deciding, promised:
			p.unread, p.next = nil, nil
			p.informed, p.ofPeriod = f, i+1
		case nextRound:
			p.unread, p.next = nil, f
		}
	}
}

// before reports whether f happened before T.
func (p *planner) before(f *fact) bool { return !p.from.IsZero() && f.At.Before(p.from) }

// inPeriod reports whether f is a period event (schedule.md 5, rule 4).
func (p *planner) inPeriod(f *fact) bool { return f.order >= p.ofPeriod }

// period returns the period events.
func (p *planner) period() []fact { return p.facts[p.ofPeriod:] }

// readPromise finds A and P (schedule.md 5, rules 5 and 6).
func (p *planner) readPromise() {
	switch {
	case p.informed != nil:
		p.anchor = p.date(p.informed.At)
		if p.informed.kind == promised {
			p.promise = dayOf(p.informed.By)
		}
	case p.pending != nil:
		p.anchor = p.date(p.from)
	case p.last != nil:
		p.anchor = p.date(p.from)
		p.promise = dayOf(p.in.PromisedBy)
	}
	if p.promise < p.anchor {
		p.promise = none
	}
}
