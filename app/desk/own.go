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

// ownItem finds the item that a mail of the user's own did: by its
// recipient, after the interview, when the item
// is open, due or overdue; which of several, by likeness, else it asks
// (letters.md 4.6). A thank-you counts from the end of the interview on.
func (d *Desk) ownItem(ctx context.Context, tx *sqlite.Tx, m data.Message, person data.ID) (data.ItemKey, data.Action, error) {
	if m.Application == "" {
		return "", m.Action, nil
	}
	letters, err := tx.Letters(ctx, m.Application)
	if err != nil {
		return "", m.Action, err
	}
	fitting, err := d.fitting(ctx, tx, m, person)
	switch {
	case err != nil:
		return "", data.ActionIgnore, err
	case len(fitting) == 0:
		return "", data.ActionIgnore, nil
	case len(fitting) == 1:
		return fitting[0], data.ActionIgnore, nil
	}
	if key, ok := likest(fitting, letters, m.Excerpt); ok {
		return key, data.ActionIgnore, nil
	}
	return "", data.ActionReview, nil
}

// fitting returns the items that a letter to this person may have done.
func (d *Desk) fitting(ctx context.Context, tx *sqlite.Tx, m data.Message, person data.ID) ([]data.ItemKey, error) {
	c, err := tx.Case(ctx, m.Application)
	if err != nil {
		return nil, err
	}
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	plan := d.plan(&c, p, m.Arrived)
	var keys []data.ItemKey
	for _, it := range plan.Items {
		if who := it.Key.Person(); who != "" && who != person && who != "agency" {
			continue
		}
		early := it.State == data.StatePlanned && it.Key.Kind() == data.KindThankYou && d.over(&c, it.Key.Round(), m, p)
		open := it.State == data.StateOpen || it.State == data.StateDue || it.State == data.StateOverdue
		if (open || early) && words.Written(it.Key.Kind()) {
			keys = append(keys, it.Key)
		}
	}
	return keys, nil
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

// likest returns the item whose letter reads like the mail. Without a letter
// that does, a note of thanks is the thank-you.
func likest(keys []data.ItemKey, letters []data.Letter, text string) (data.ItemKey, bool) {
	const alike = 0.3
	var best data.ItemKey
	score := alike
	for _, l := range letters {
		if like := letter.Likeness(l.Body, text); slices.Contains(keys, l.Item) && like > score {
			best, score = l.Item, like
		}
	}
	return best, best != ""
}

// hashKey returns the key under which mails that match nothing are remembered;
// it is made once and never leaves the file.
func (d *Desk) hashKey(ctx context.Context) ([]byte, error) {
	const name = "mail.hash_key"
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
