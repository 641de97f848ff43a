package desk

import (
	"context"
	"encoding/json"
	"slices"

	"afterword/data"
	"afterword/data/sqlite"
)

// A News is something that a mail did by itself, to be shown until the user has
// seen it.
type News struct {
	Event       data.ID
	Application data.ID
	Message     data.ID
	Kind        data.EventType
	Title       string  // "Maya at Brightwater Energy wrote back"
	Line        string  // "Two planned notes are on hold. It answers your mail of 9 November."
	Person      data.ID // of a note that came back: whose address it was, "" where that is not known
}

// dismissedSetting names the setting that holds the events whose news was seen.
const dismissedSetting = "window.dismissed"

// News returns what mails did, newest first, without what was dismissed or
// taken back.
func (d *Desk) News(ctx context.Context) ([]News, error) {
	const looked = 1000
	events, err := d.store.NewestEvents(ctx, 0, looked)
	if err != nil {
		return nil, err
	}
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	seen := p.dismissed()
	s := d.Speaker(p.Schedule)
	var news []News
	for _, e := range events {
		if !tells(e) || slices.Contains(seen, e.ID) {
			continue
		}
		c, err := d.store.Case(ctx, e.Application)
		if err != nil {
			return nil, err
		}
		if c.Application.State == data.Deleted || !inForce(&c, e) {
			continue
		}
		m, err := d.store.Message(ctx, e.Message)
		if err != nil {
			return nil, err
		}
		if m.Answer != "" {
			continue // the user said so themselves
		}
		t := telling{s, &c, m, d.plan(&c, p, d.Now()), func() data.Plan { return d.planWithout(c, e.ID, p) }}
		news = append(news, t.news(e))
	}
	return news, nil
}

func (p Preferences) dismissed() []data.ID {
	var ids []data.ID
	_ = json.Unmarshal([]byte(p.values[dismissedSetting]), &ids) // missing: none
	return ids
}

// Dismiss remembers that the user has seen what an event did.
func (d *Desk) Dismiss(ctx context.Context, event data.ID) error {
	const kept = 200
	p, err := d.Preferences(ctx)
	if err != nil {
		return err
	}
	ids := append(p.dismissed(), event)
	b, err := json.Marshal(ids[max(0, len(ids)-kept):])
	if err != nil {
		return err
	}
	return d.store.Write(ctx, func(tx *sqlite.Tx) error { return tx.SetSetting(ctx, dismissedSetting, string(b)) })
}
