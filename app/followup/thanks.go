package followup

import (
	"time"

	"afterword/data"
)

// agency stands for all people of a round that an agency arranged.
const agency data.ID = "agency"

// A thanks is a thank-you that the plan may show (schedule.md 7).
type thanks struct {
	round  *round
	person data.ID
	key    data.ItemKey
	date   day // of the end of the round
	mark
}

// thankYous adds one item per active round and interviewer.
func (p *planner) thankYous() {
	all := p.thanks()
	if len(all) == 0 {
		p.bar(data.KindThankYou, data.BarNobody)
	}
	for i := range all {
		if shown(all, i) {
			p.thankYou(&all[i])
		}
	}
}

// thanks lists the notes of all rounds (schedule.md 7, rule 1, and 4, rule 2).
func (p *planner) thanks() []thanks {
	all := p.room.thanks[:0]
	for i := range p.rounds {
		r := &p.rounds[i]
		if !r.active() || p.closing != nil && r.ends.After(p.closing.At) {
			continue
		}
		if p.in.Policy == data.ViaAgency {
			all = append(all, p.thanksTo(r, agency))
			continue
		}
		for j, met := range r.with {
			if met.Person != "" && !metBefore(r.with[:j], met.Person) {
				all = append(all, p.thanksTo(r, met.Person))
			}
		}
	}
	return all
}

func metBefore(with []data.Met, person data.ID) bool {
	for _, m := range with {
		if m.Person == person {
			return true
		}
	}
	return false
}

func (p *planner) thanksTo(r *round, person data.ID) thanks {
	key := p.thankYouKey(r.id, person)
	return thanks{round: r, person: person, key: key, date: p.date(r.ends), mark: p.markOf(key, -1)}
}

// thankYouKey returns the key of a note, that of the first event that names it
// where there is one.
func (p *planner) thankYouKey(round, person data.ID) data.ItemKey {
	for i := range p.facts {
		if item := p.facts[i].Item; item.IsThankYou(round, person) {
			return item
		}
	}
	return data.ThankYouKey(round, person)
}

// shown tells whether the i-th note is shown: of the notes of one meeting those
// that are done, else that of the round that ends last (schedule.md 7, rule 2).
func shown(all []thanks, i int) bool {
	done, latest := false, i
	for j := range all {
		if all[j].person != all[i].person || all[j].date != all[i].date {
			continue
		}
		done = done || all[j].state == data.StateDone
		if e := all[j].round.ends; e.After(all[latest].round.ends) || e.Equal(all[latest].round.ends) && j > latest {
			latest = j
		}
	}
	if done {
		return all[i].state == data.StateDone
	}
	return latest == i
}

// thankYou adds one note (schedule.md 7, rules 3 to 6).
func (p *planner) thankYou(t *thanks) {
	if t.finished() {
		if t.state == data.StateDone {
			p.thanked = later(p.thanked, t.sent.At)
		}
		p.addFinished(t.key, &t.mark)
		return
	}
	from := len(p.causes)
	it := data.Item{Key: t.key, Failed: t.failed, Opens: t.round.ends.Add(minutes(p.s.ThankOpensMin))}
	it.Due = later(p.thankDue(t), it.Opens)
	p.because("7.3", t.date, 0, p.date(it.Due))
	it.OverdueFrom = t.round.ends.Add(hours(p.s.ThankDeadlineH))
	if s := t.snooze; s != nil {
		until := p.w.roll(p.until(s))
		if at := p.at(until, p.s.SendTime); at.After(it.Due) {
			it.Due, it.Reason = at, data.ReasonSnoozed
			p.because("7.5", p.date(s.At), 0, until)
		}
	}
	expires := p.at(p.w.add(t.date, p.s.ThankExpiresBD), p.s.DayEnd)
	it.Expires = expires
	switch {
	case p.closing != nil && p.closing.At.Before(expires):
		it.State, it.Reason = data.StateCancelled, closingReason(p.closing.kind)
	case p.closing != nil || p.reached(expires):
		it.State = data.StateMissed
	}
	it.Because = p.since(from)
	p.add(&it)
}

// thankDue returns the best time to write, before the other limits.
func (p *planner) thankDue(t *thanks) time.Time {
	_, wall := p.employer.local(t.round.ends)
	switch {
	case wall <= minutes(int(p.s.ThankMorningCutoff)):
		return p.at(t.date, p.s.ThankSameDay)
	case wall >= minutes(int(p.s.ThankLateFrom)), p.w.works(t.date + 1):
		return p.at(t.date+1, p.s.ThankNextMorning)
	}
	return t.round.ends.Add(minutes(p.s.ThankPreWeekendDelayMin))
}

// until returns the date that a snooze names, at most thirty days on.
func (p *planner) until(s *fact) day { return min(dayOf(s.Until), p.date(s.At)+longestSnooze) }

// longestSnooze is fixed (schedule.md 17).
const longestSnooze = 30

func closingReason(k kind) data.Reason {
	switch k {
	case rejected:
		return data.ReasonMerged
	case offered:
		return data.ReasonOffer
	}
	return data.ReasonWithdrawn
}
