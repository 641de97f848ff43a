package desk

import (
	"time"

	"afterword/app/followup"
	"afterword/data"
)

// An outlook is what the lists show of one application, in words.
type outlook struct {
	row     Row
	cards   []Card // what wants doing now
	later   []Card // the first of what is planned after that, or none
	notices []followup.Notice
	coming  []Coming // the same and the interviews, in words
	thanked bool     // a note was sent already

	first, last  int64 // from the first start to the last end of its interviews, in microseconds
	marks        []mark
	since, until time.Time // between them, time alone moves it nowhere
}

func (d *Desk) outlook(c *data.Case, p Preferences) *outlook {
	now := d.Now()
	s := d.Speaker(p.Schedule)
	plan := d.plan(c, p, now)
	o := &outlook{row: d.row(c, p, &plan), thanked: sentAny(c), since: monthOf(s.Today()).At(0, d.Zone()), until: nextMonth(s.Today()).At(0, d.Zone())}
	sooner := func(t time.Time) {
		switch {
		case t.IsZero():
		case t.After(now) && t.Before(o.until):
			o.until = t
		case !t.After(now) && t.After(o.since):
			o.since = t
		}
	}
	for _, e := range c.Events {
		sooner(e.At)
	}
	employer := d.employerZone(c)
	sooner(plan.Until)
	o.first, o.last = never, ever
	for _, iv := range o.row.Interviews {
		end := endOf(iv, p.Schedule, employer)
		sooner(end)
		if !iv.Start.IsZero() {
			o.first, o.last = min(o.first, iv.Start.UnixMicro()), max(o.last, end.UnixMicro())
		}
	}
	o.marks = marksOf(d.dated(c, &plan, p))
	if c.Application.State != data.Active {
		o.since = now
		return o
	}
	for _, it := range plan.Items {
		sooner(it.Expires)
	}
	o.notices = followup.Notices(&plan, &p.Schedule, d.Zone())
	for _, it := range plan.Items {
		sooner(it.Opens) // a pinned date is none of the plan's own
		sooner(it.Due)
		sooner(it.OverdueFrom)
		card := Card{Application: c.Application.ID, Item: it, Why: s.Why(c, it)}
		card.Item.Because = nil // it explains no date, and would keep the whole plan in memory
		switch {
		case wanted(it):
			o.cards = append(o.cards, cardOf(s, c, card))
		case it.Pending() && !it.Due.IsZero():
			if len(o.later) == 0 || compareCards(card, o.later[0]) < 0 {
				o.later = []Card{card}
			}
			o.coming = append(o.coming, d.coming(s, c, it))
		}
	}
	o.coming = append(o.coming, d.meetings(s, o.row, employer)...)
	return o
}

// monthOf is the first day of the month of d.
func monthOf(d data.Day) data.Day {
	d.Day = 1
	return d
}

// nextMonth is the first day after the month of d. No outlook is kept longer,
// since the public holidays that are looked up go by the year.
func nextMonth(d data.Day) data.Day {
	return monthOf(monthOf(d).Add(31))
}
