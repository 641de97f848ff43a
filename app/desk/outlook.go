package desk

import (
	"context"
	"fmt"
	"sync"
	"time"

	"afterword/app/followup"
	"afterword/data"
)

// An outlook is what the lists show of one application. It is computed once and
// kept until an event of the application, a setting or the time changes it.
type outlook struct {
	row     Row
	cards   []Card // what wants doing now
	later   []Card // the first of what is planned after that, or none
	notices []followup.Notice
	coming  []Coming // the same and the interviews, in words
	thanked bool     // a note was sent already

	made, until time.Time // it holds from made on, and before until
}

// outlooks keeps those of all applications that are not deleted. It holds
// nothing that could not be thrown away.
type outlooks struct {
	mu    sync.Mutex
	under string // the settings they were computed under
	seq   int64  // the newest event they know
	all   map[data.ID]*outlook
}

// look brings the outlooks up to date and hands each to see, in no order.
func (d *Desk) look(ctx context.Context, p Preferences, see func(*outlook)) error {
	k := &d.outlooks
	k.mu.Lock()
	defer k.mu.Unlock()
	if under := fmt.Sprint(p.Schedule, p.DaysOff, p.Saved, d.Zone()); k.all == nil || k.under != under {
		k.under, k.seq, k.all = under, 0, make(map[data.ID]*outlook)
	}
	touched, newest, err := d.store.Touched(ctx, k.seq)
	if err != nil {
		return err
	}
	now := d.Now()
	for id, o := range k.all {
		if now.Before(o.made) || !now.Before(o.until) {
			touched = append(touched, id)
		}
	}
	if err := d.renew(ctx, p, touched, len(k.all) == 0); err != nil {
		return err
	}
	k.seq = newest
	for _, o := range k.all {
		see(o)
	}
	return nil
}

// renew computes the outlooks of some applications anew, a run at a time so that
// their facts need not all be in memory at once.
func (d *Desk) renew(ctx context.Context, p Preferences, ids []data.ID, first bool) error {
	const run = 250
	all := d.outlooks.all
	for len(ids) > 0 {
		n := min(run, len(ids))
		cases, err := d.store.Cases(ctx, ids[:n])
		if err != nil {
			if first {
				clear(all) // half of them would look like all
			}
			return err
		}
		for i := range cases {
			if id := cases[i].Application.ID; cases[i].Application.State == data.Deleted {
				delete(all, id)
			} else {
				all[id] = d.outlook(&cases[i], p)
			}
		}
		ids = ids[n:]
	}
	return nil
}

func (d *Desk) outlook(c *data.Case, p Preferences) *outlook {
	now := d.Now()
	s := d.Speaker(p.Schedule)
	plan := d.plan(c, p, now)
	o := &outlook{row: d.row(c, p, &plan), thanked: sentAny(c), made: now, until: s.Today().Add(1).At(0, d.Zone())}
	sooner := func(t time.Time) {
		if t.After(now) && t.Before(o.until) {
			o.until = t
		}
	}
	employer := d.employerZone(c)
	sooner(plan.Until)
	for _, iv := range o.row.Interviews {
		sooner(endOf(iv, p.Schedule, employer))
	}
	if c.Application.State != data.Active {
		return o
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
