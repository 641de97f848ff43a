package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"afterword/app/followup"
	"afterword/data"
	"afterword/data/sqlite"
)

// A Waking says since when the program has been awake, and whether it has waited
// long enough for the first check of the mail (schedule.md 16.1).
type Waking struct {
	Since  time.Time // launch, or the end of a sleep, by the program's clock
	Waited bool      // 60 s have passed since then
}

// A mention is one item that a notification may speak of.
type mention struct {
	application data.ID
	notice      followup.Notice
}

// Notify decides whether to mention something now, marks it as mentioned for
// ever, and returns what to say; nil for nothing. Several things are one
// summary. A crash between the mark and the saying loses a notification; it
// never says one twice, whatever clock or second copy there is (schedule.md 16.2
// and 16.3).
func (d *Desk) Notify(ctx context.Context, w Waking) (*Notification, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	if p.NoNotices || now.Before(p.PausedUntil) || followup.Awake(now, &p.Schedule, d.Zone()).After(now) {
		return nil, nil
	}
	unchecked, wait, err := d.unchecked(ctx, w)
	if err != nil || wait {
		return nil, err
	}
	said, count, err := d.mentionAll(ctx, p)
	if err != nil || count == 0 {
		return nil, err
	}
	n := notification(d.Speaker(p.Schedule), said, count, p.HideNames, unchecked)
	return &n, nil
}

// named is how many of the things of one summary are kept to name companies of.
const named = 100

// mentionAll marks everything that is to be mentioned now, and returns the first
// of it and how much it is. Of very many applications it takes some at a time:
// nobody who wants to write waits long, and they need not all be in memory.
func (d *Desk) mentionAll(ctx context.Context, p Preferences) (said []spoken, count int, err error) {
	all, err := d.unquiet(ctx, p)
	if err != nil {
		return nil, 0, err
	}
	for part := range slices.Chunk(all, run) {
		more, err := d.mentionSome(ctx, p, part)
		if err != nil {
			return nil, 0, err
		}
		count += len(more)
		said = append(said, more...)
		slices.SortFunc(said, func(a, b spoken) int {
			if sooner(a.item, b.item) {
				return -1
			}
			return 1
		})
		said = slices.Clip(said[:min(len(said), named)])
	}
	if len(all) > 1000 {
		d.keepQuiet(ctx)
	}
	return said, count, nil
}

// mentionSome is mentionAll for a few applications. One of which all was mentioned
// is not looked at again before there is something new.
func (d *Desk) mentionSome(ctx context.Context, p Preferences, some []*glance) (said []spoken, err error) {
	ids := make([]data.ID, len(some))
	for i, g := range some {
		ids[i] = g.id
	}
	ripe, quiet, err := d.ripe(ctx, p, ids)
	if err != nil {
		return nil, err
	}
	if len(ripe) > 0 {
		err = d.store.Write(ctx, func(tx *sqlite.Tx) error {
			said, err = d.fire(ctx, tx, p, ripe, quiet)
			return err
		})
	}
	if err == nil {
		d.quieten(some, quiet)
	}
	return said, err
}

// fresh is how old the last look at a mailbox may be before something is said:
// the mailbox is looked at every two minutes, and each look may take its time.
const fresh = 10 * time.Minute

// unchecked returns since when a connected mailbox was not looked into, zero when
// all were since the program woke and not long ago; wait asks to come again
// later (mail.md 2.6).
func (d *Desk) unchecked(ctx context.Context, w Waking) (since time.Time, wait bool, err error) {
	boxes, err := d.Mailboxes(ctx)
	if err != nil {
		return since, false, err
	}
	for _, b := range boxes {
		stale := d.Now().Sub(b.LastSync) > fresh
		if b.State == data.MailboxPaused || !b.LastSync.Before(w.Since) && !stale {
			continue
		}
		if !w.Waited {
			return since, true, nil
		}
		if since.IsZero() || b.LastSync.Before(since) {
			since = cmp.Or(b.LastSync, w.Since)
		}
	}
	return since, false, nil
}

// unquiet lists the applications of which something could be mentioned now; of
// very many, when all are known.
func (d *Desk) unquiet(ctx context.Context, p Preferences) ([]*glance, error) {
	now := d.Now().UnixMicro()
	glances, left, err := d.someGlances(ctx, p, 8*run)
	if err != nil || left > 0 {
		return nil, err
	}
	var some []*glance
	for _, g := range glances {
		if g.notice <= now {
			some = append(some, g)
		}
	}
	return some, nil
}

// ripe lists what could be mentioned now and was not, and from when on there may
// be something of each application once that is done.
func (d *Desk) ripe(ctx context.Context, p Preferences, ids []data.ID) (all []mention, quiet map[data.ID]int64, err error) {
	now := d.Now()
	fired, err := d.store.Fired(ctx, ids)
	if err != nil {
		return nil, nil, err
	}
	made := mentions{}
	made.add(fired...)
	quiet = make(map[data.ID]int64)
	err = d.each(ctx, p, ids, func(o *outlook) {
		later := int64(never)
		for _, n := range o.notices {
			m := mention{o.row.ID, n}
			switch {
			case now.Before(n.From):
				later = min(later, n.From.UnixMicro())
			case !made.spent(m):
				all = append(all, m)
			}
		}
		quiet[o.row.ID] = later
	})
	return all, quiet, err
}

func applications(all []mention) []data.ID {
	var ids []data.ID
	for _, m := range all {
		ids = append(ids, m.application)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// mentions are those that were made, by application and item.
type mentions map[[2]string][]sqlite.Notice

func (m mentions) add(all ...sqlite.Notice) {
	for _, n := range all {
		key := [2]string{string(n.Application), string(n.Item)}
		m[key] = append(m[key], n)
	}
}

// spent reports whether a mention was made, or its item had its two.
func (m mentions) spent(of mention) bool {
	made := m[[2]string{string(of.application), string(of.notice.Item)}]
	return len(made) >= 2 || slices.ContainsFunc(made, func(f sqlite.Notice) bool {
		return f.Overdue == of.notice.Overdue && (f.Overdue || f.Instant.Equal(of.notice.Instant))
	})
}

// A spoken is one item that is being mentioned.
type spoken struct {
	c    *data.Case
	item data.Item
}

// fire plans again inside the transaction that marks, and returns what still is
// to be mentioned (schedule.md 16.2). It takes the applications out of quiet of
// which something has to wait.
func (d *Desk) fire(ctx context.Context, tx *sqlite.Tx, p Preferences, ripe []mention, quiet map[data.ID]int64) ([]spoken, error) {
	ids := applications(ripe)
	cases, err := tx.Cases(ctx, ids)
	if err != nil {
		return nil, err
	}
	fired, err := tx.Fired(ctx, ids)
	if err != nil {
		return nil, err
	}
	made := mentions{}
	made.add(fired...)
	open, err := tx.OpenQuestions(ctx)
	if err != nil {
		return nil, err
	}
	now := d.Now()
	var said []spoken
	for i := range cases {
		c := &cases[i]
		if c.Application.State != data.Active {
			continue
		}
		plan := d.plan(c, p, now)
		mentioned := make(map[data.ItemKey]bool)
		for _, n := range followup.Notices(&plan, &p.Schedule, d.Zone()) {
			m := mention{c.Application.ID, n}
			if now.Before(n.From) || made.spent(m) {
				continue
			}
			if chaser(n.Item) && asked(open, m.application) {
				delete(quiet, m.application)
				continue
			}
			mark := sqlite.Notice{Application: m.application, Item: n.Item, Instant: n.Instant, Overdue: n.Overdue}
			if err := tx.Fire(ctx, mark, now); err != nil {
				return nil, err
			}
			made.add(mark)
			if it, ok := plan.Item(n.Item); ok && !mentioned[n.Item] {
				mentioned[n.Item] = true
				said = append(said, spoken{c, it})
			}
		}
	}
	return said, nil
}

// chaser reports whether an item waits while a question about a mail is open
// (schedule.md 16.8).
func chaser(key data.ItemKey) bool {
	switch key.Kind() {
	case data.KindCheckIn, data.KindStayInTouch, data.KindAskNewDate:
		return true
	}
	return false
}

func asked(open []data.Message, application data.ID) bool {
	return slices.ContainsFunc(open, func(m data.Message) bool {
		return m.Application == application || slices.Contains(m.Candidates, application)
	})
}
