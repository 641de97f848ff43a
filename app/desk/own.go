package desk

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"afterword/app/letter"
	"afterword/app/words"
	"afterword/data"
	"afterword/data/sqlite"
)

// ownItem finds the item that a mail of the user's own did in its application: by
// its recipient, after the interview, when the item is open, due or overdue; which
// of several, by likeness, else it asks (letters.md 4.6). A thank-you counts from
// the end of the interview on.
func (d *Desk) ownItem(ctx context.Context, tx *sqlite.Tx, m data.Message) (data.Message, error) {
	m.Action = data.ActionIgnore
	all, err := d.deeds(ctx, tx, m, []data.ID{m.Application})
	if err != nil || len(all) == 0 {
		return m, err
	}
	x, ok, err := d.which(ctx, tx, m, all)
	if ok {
		m.Item = x.item.Key
	} else {
		m.Action, m.Reason, m.Candidates = data.ActionReview, askWhich(), []data.ID{m.Application}
	}
	return m, err
}

// fitting returns the items that a letter to this person may have done, the
// earliest due first.
func (d *Desk) fitting(ctx context.Context, c *data.Case, m data.Message, person data.ID) ([]data.Item, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	plan := d.plan(c, p, m.Arrived)
	var items []data.Item
	for _, it := range plan.Items {
		if who := it.Key.Person(); who != "" && who != person && who != "agency" {
			continue
		}
		early := it.State == data.StatePlanned && it.Key.Kind() == data.KindThankYou && d.over(c, it.Key.Round(), m, p)
		open := it.State == data.StateOpen || it.State == data.StateDue || it.State == data.StateOverdue
		if (open || early) && words.Written(it.Key.Kind()) {
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b data.Item) int { return a.Due.Compare(b.Due) })
	return items, nil
}

// recall notes on a mail of the user's own which item it did that they had
// marked as sent before, so that a bounce of it finds the item.
func (d *Desk) recall(ctx context.Context, tx *sqlite.Tx, m data.Message, person data.ID) error {
	c, err := tx.Case(ctx, m.Application)
	if err != nil {
		return err
	}
	messages, err := tx.Messages(ctx, m.Application)
	if err != nil {
		return err
	}
	taken := make(map[data.ItemKey]bool)
	for _, o := range messages {
		taken[o.Item] = true
	}
	for _, e := range data.InForce(c.Events) {
		who := e.Item.Person()
		if e.Type == data.EventSent && !taken[e.Item] && (who == "" || who == person) && words.Written(e.Item.Kind()) {
			m.Item = e.Item
			return tx.UpdateMessage(ctx, m)
		}
	}
	return nil
}

// over reports whether a round had ended when the mail came.
func (d *Desk) over(c *data.Case, round data.ID, m data.Message, p Preferences) bool {
	i := slices.IndexFunc(c.Interviews, func(iv data.Interview) bool { return iv.ID == round })
	if i < 0 {
		return false
	}
	end := endOf(c.Interviews[i], p.Schedule, d.employerZone(c))
	return !end.IsZero() && !m.Arrived.Before(end)
}

// likest returns the deed whose letter reads most like the mail, where one does.
func likest(all []deed, letters []data.Letter, text string) (deed, bool) {
	const alike = 0.3
	var best deed
	score, found := alike, false
	for _, l := range letters {
		like := letter.Likeness(l.Body, text)
		i := slices.IndexFunc(all, func(x deed) bool { return x.application == l.Application && x.item.Key == l.Item })
		if i >= 0 && like > score {
			best, score, found = all[i], like, true
		}
	}
	return best, found
}

// hashKey returns the key under which mails that match nothing are remembered;
// it is made once and never leaves the file.
func (d *Desk) hashKey(ctx context.Context) ([]byte, error) {
	const name = sqlite.HashKeySetting
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	if text := p.Value(name); text != "" {
		return hex.DecodeString(text)
	}
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	value, err := json.Marshal(hex.EncodeToString(key))
	if err != nil {
		return nil, err
	}
	return key, d.store.Write(ctx, func(tx *sqlite.Tx) error { return tx.SetSetting(ctx, name, string(value)) })
}
