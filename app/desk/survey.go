package desk

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"afterword/data"
)

// A survey keeps a glance of every application that is not deleted. It holds
// nothing that could not be thrown away.
type survey struct {
	mu     sync.Mutex
	under  string // the settings the glances were made under
	seq    int64  // the newest event they know of
	all    map[data.ID]*glance
	sorted []*glance // by urgency; a new slice after each change
	stale  []data.ID // still to be made anew
	fresh  []data.ID // made anew, and not in sorted yet
	saved  int64     // the event up to which they are remembered on disk

	since, until int64 // all of those sorted hold from since on and before until
}

// run is how many applications are read at a time, so that their facts need not
// all be in memory at once.
const run = 250

// glances brings all glances up to date and returns them by urgency. Other
// readers come in between, so that a first survey of very many holds nobody up.
func (d *Desk) glances(ctx context.Context, p Preferences) ([]*glance, error) {
	for {
		all, left, err := d.someGlances(ctx, p, 8*run)
		if err != nil || left == 0 {
			return all, err
		}
	}
}

// someGlances is glances for a page that would rather show some than wait: it
// makes at most that many anew and says how many are left.
func (d *Desk) someGlances(ctx context.Context, p Preferences, most int) (all []*glance, left int, err error) {
	k := &d.survey
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := d.outdated(ctx, p); err != nil {
		return nil, 0, err
	}
	if len(k.all) == 0 && most > 2*run {
		most = 2 * run // something shows at once
	}
	for n := 0; len(k.stale) > 0 && n < most; n += run {
		ids := k.stale[:min(run, len(k.stale))]
		if err := d.renew(ctx, p, ids); err != nil {
			return nil, 0, err
		}
		k.stale = k.stale[len(ids):]
	}
	if len(k.fresh) > 0 {
		k.sort()
	}
	if len(k.stale) == 0 {
		k.stale = nil
		if k.seq-k.saved > 5_000 {
			d.writeGlances(ctx)
		}
	}
	return k.sorted, len(k.stale), nil
}

// take replaces all glances by these, which are sorted.
func (k *survey) take(sorted []*glance) {
	k.all = make(map[data.ID]*glance, len(sorted))
	for _, g := range sorted {
		k.all[g.id] = g
	}
	k.sorted, k.fresh = sorted, nil
	k.span()
}

// span notes until when all that is sorted holds.
func (k *survey) span() {
	k.since, k.until = ever, never
	for _, g := range k.sorted {
		k.since, k.until = max(k.since, g.since), min(k.until, g.until)
	}
}

// sort puts the fresh glances among the others, into a new slice.
func (k *survey) sort() {
	moved := make(map[data.ID]bool, len(k.fresh))
	var fresh []*glance
	for _, id := range k.fresh {
		if g := k.all[id]; g != nil && !moved[id] {
			fresh = append(fresh, g)
		}
		moved[id] = true
	}
	slices.SortFunc(fresh, compareGlances)
	all := make([]*glance, 0, len(k.all))
	for _, g := range k.sorted {
		if moved[g.id] {
			continue
		}
		for len(fresh) > 0 && compareGlances(fresh[0], g) < 0 {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
		all = append(all, g)
	}
	k.sorted, k.fresh = append(all, fresh...), nil
	k.span()
}

// outdated adds to the stale what an event, a setting or the time has changed.
func (d *Desk) outdated(ctx context.Context, p Preferences) error {
	k := &d.survey
	if under := d.under(p); k.all == nil || k.under != under {
		k.under, k.seq, k.saved, k.stale = under, 0, 0, nil
		k.take(nil)
		d.readGlances(ctx)
	}
	touched, newest, err := d.changedSince(ctx, k.seq)
	if err != nil {
		return err
	}
	k.seq = newest
	if now := d.Now().UnixMicro(); now < k.since || now >= k.until {
		for id, g := range k.all {
			if !g.holds(now) {
				touched = append(touched, id)
			}
		}
	}
	if len(k.stale) == 0 {
		k.stale = touched
		return nil
	}
	waiting := make(map[data.ID]bool, len(k.stale))
	for _, id := range k.stale {
		waiting[id] = true
	}
	k.stale = append(k.stale, slices.DeleteFunc(touched, func(id data.ID) bool { return waiting[id] })...)
	return nil
}

// changedSince returns the applications with events after seq, for 0 all of them,
// those that changed last first; and the newest event.
func (d *Desk) changedSince(ctx context.Context, seq int64) ([]data.ID, int64, error) {
	if seq > 0 {
		return d.store.Touched(ctx, seq)
	}
	newest, err := d.store.NewestEvent(ctx)
	if err != nil {
		return nil, 0, err
	}
	ids, err := d.store.ApplicationIDs(ctx)
	return ids, newest, err
}

// under names everything outside an application that its glance depends on.
func (d *Desk) under(p Preferences) string {
	return fmt.Sprint(p.Schedule, p.DaysOff, p.Saved, d.Zone())
}

// renew makes the glances of some applications anew.
func (d *Desk) renew(ctx context.Context, p Preferences, ids []data.ID) error {
	cases, err := d.store.Cases(ctx, ids)
	if err != nil {
		return err
	}
	numbers, err := d.store.Numbers(ctx, ids)
	if err != nil {
		return err
	}
	all := d.survey.all
	d.survey.fresh = append(d.survey.fresh, ids...)
	for i := range cases {
		if id := cases[i].Application.ID; cases[i].Application.State == data.Deleted {
			delete(all, id)
		} else {
			all[id] = d.outlook(&cases[i], p).glance(numbers[id])
		}
	}
	return nil
}

// outlooksOf is each, as a list.
func (d *Desk) outlooksOf(ctx context.Context, p Preferences, ids []data.ID) ([]*outlook, error) {
	all := make([]*outlook, 0, len(ids))
	err := d.each(ctx, p, ids, func(o *outlook) { all = append(all, o) })
	return all, err
}

// each reads applications anew and hands them on, in the order asked for; those
// that are deleted are left out.
func (d *Desk) each(ctx context.Context, p Preferences, ids []data.ID, see func(*outlook)) error {
	for part := range slices.Chunk(ids, run) {
		cases, err := d.store.Cases(ctx, part)
		if err != nil {
			return err
		}
		for i := range cases {
			if cases[i].Application.State != data.Deleted {
				see(d.outlook(&cases[i], p))
			}
		}
	}
	return nil
}

// quieten notes that nothing more of some applications is to be mentioned before
// an instant, unless something has happened to one since.
func (d *Desk) quieten(some []*glance, until map[data.ID]int64) {
	k := &d.survey
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, g := range some {
		if at, done := until[g.id]; done && k.all[g.id] == g {
			quiet := *g
			quiet.notice = at
			k.all[g.id] = &quiet
			k.fresh = append(k.fresh, g.id)
		}
	}
}

// keepQuiet writes down what quieten noted of very many, so that the next start
// need not find it out again.
func (d *Desk) keepQuiet(ctx context.Context) {
	k := &d.survey
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.stale) == 0 {
		k.sort()
		d.writeGlances(ctx)
	}
}
