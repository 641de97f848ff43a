package followup

import (
	"time"

	"afterword/data"
)

// Keys of items of which a plan has one at most.
const (
	keyLog      data.ItemKey = "log_reply"
	keyNext     data.ItemKey = "confirm_invite:next"
	keyReject   data.ItemKey = "rejection_reply"
	keyAck      data.ItemKey = "offer_ack"
	keyDecision data.ItemKey = "offer_decision"
	keyWithdraw data.ItemKey = "withdraw_note"
)

// A task is an item of schedule.md 11 that some event made.
type task struct {
	key   data.ItemKey
	made  *fact
	opens time.Time
	rule  string
	n     int // working days from the event to D
	k     int // working days from D to overdue
}

// otherItems adds the items of an application that is not closed (schedule.md
// 11.1 to 11.4).
func (p *planner) otherItems() {
	if f := p.unread; f != nil {
		p.task(task{key: keyLog, made: f, opens: f.At, rule: "11.1", n: p.s.LogReplyBD, k: 2})
	}
	p.confirmInvites()
	if f := p.next; f != nil {
		p.task(task{key: keyNext, made: f, opens: f.At, rule: "11.3", n: p.s.ConfirmBD, k: 1})
	}
	if p.pending != nil && p.pending.Canceller == "employer" {
		p.askNewDate()
	}
}

// closingItems adds the items of K (schedule.md 11.5 to 11.7).
func (p *planner) closingItems() {
	f := p.closing
	switch f.kind {
	case rejected:
		p.task(task{
			key: keyReject, made: f, opens: f.At.Add(hours(p.s.RejectOpensH)), rule: "11.5",
			n: p.s.RejectDueBD, k: max(p.s.RejectOverdueBD-p.s.RejectDueBD, 1),
		})
	case withdrawn:
		p.task(task{key: keyWithdraw, made: f, opens: f.At, rule: "11.6", n: 1, k: 1})
	case offered:
		p.offerAck(f)
		p.offerDecision(f)
	}
}

// task adds one item of the working-day kind.
func (p *planner) task(t task) {
	m := p.markOf(t.key, t.made.order)
	if m.finished() {
		p.addFinished(t.key, &m)
		return
	}
	from := len(p.causes)
	it := data.Item{Key: t.key, Opens: t.opens, Failed: m.failed}
	made := p.date(t.made.At)
	d := p.w.add(made, t.n)
	p.because(t.rule, made, t.n, d)
	if m.snooze != nil {
		if s := p.w.roll(p.until(m.snooze)); s > d {
			d, it.Reason = s, data.ReasonSnoozed
			p.because("10.5", p.date(m.snooze.At), 0, s)
		}
	}
	it.Due = later(p.at(d, p.s.SendTime), it.Opens)
	it.OverdueFrom = p.at(p.w.add(d, t.k), p.s.DayEnd)
	it.Because = p.since(from)
	p.add(&it)
}

// confirmInvites adds one item per invited round (schedule.md 11.2), by round.
func (p *planner) confirmInvites() {
	for i := range p.rounds {
		r := &p.rounds[i]
		f := p.invitation(r.id)
		if f == nil {
			continue
		}
		t := task{
			key: data.ItemKey("confirm_invite:" + string(r.id)), made: f, opens: f.At,
			rule: "11.2", n: p.s.ConfirmBD, k: 1,
		}
		if gone := r.cancelled || p.reached(r.ends); gone {
			if m := p.markOf(t.key, f.order); !m.finished() {
				continue
			}
		}
		p.task(t)
	}
}

// invitation returns the latest invitation to a round, or nil.
func (p *planner) invitation(id data.ID) *fact {
	for i := len(p.facts) - 1; i >= 0; i-- {
		if f := &p.facts[i]; f.kind == invited && f.Invited.ID == id {
			return f
		}
	}
	return nil
}

// askNewDate adds the question for a new date (schedule.md 11.4).
func (p *planner) askNewDate() {
	key := data.ItemKey("ask_new_date:" + string(p.pending.Round))
	m := p.markOf(key, p.pending.order)
	if m.finished() {
		p.addFinished(key, &m)
		return
	}
	base := p.anchor
	if p.promise != none {
		base = p.promise
	}
	c := &chaser{
		key: key, opens: p.at(p.c.add(base, 1), p.s.DayStart), d: p.c.add(base, 3), k: 2,
		failed: m.failed, from: len(p.causes),
	}
	p.because("11.4", base, 3, c.d)
	p.pushSnooze(c, p.pending.order)
	p.pushAbsence(c)
	p.settle(c)
	p.addChaser(c)
}

// offerAck adds the thanks for an offer (schedule.md 11.7). It cannot be snoozed.
func (p *planner) offerAck(f *fact) {
	m := p.markOf(keyAck, f.order)
	if m.finished() {
		p.addFinished(keyAck, &m)
		return
	}
	from := len(p.causes)
	p.because("11.7", p.date(f.At), 0, p.date(f.At))
	p.add(&data.Item{
		Key: keyAck, Opens: f.At, Due: f.At, OverdueFrom: f.At.Add(hours(p.s.OfferAckH)),
		Failed: m.failed, Because: p.since(from),
	})
}

// offerDecision adds the answer to an offer, due at their deadline (schedule.md
// 11.7).
func (p *planner) offerDecision(f *fact) {
	m := p.markOf(keyDecision, f.order)
	if m.finished() {
		p.addFinished(keyDecision, &m)
		return
	}
	it := data.Item{
		Key: keyDecision, Opens: f.At, Due: f.Deadline, OverdueFrom: f.Deadline,
		Failed: m.failed, Reminders: p.reminders(f),
	}
	if !f.Deadline.IsZero() {
		from := len(p.causes)
		p.because("11.7", none, 0, p.date(f.Deadline))
		it.Because = p.since(from)
	}
	p.add(&it)
}

// reminders returns the instants, three and one working days before the
// deadline of an offer, at which it is mentioned.
func (p *planner) reminders(f *fact) []time.Time {
	if f.Deadline.IsZero() {
		return nil
	}
	var kept []time.Time
	for _, n := range [...]int{3, 1} {
		t := p.awake(p.at(p.w.add(p.date(f.Deadline), -n), p.s.SendTime)).moved
		double := len(kept) > 0 && kept[len(kept)-1].Equal(t)
		if t.After(f.At) && t.Before(f.Deadline) && !double {
			kept = append(kept, p.here(t))
		}
	}
	return kept
}
