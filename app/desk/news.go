package desk

import (
	"context"
	"encoding/json"
	"slices"

	"afterword/app/words"
	"afterword/assets"
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
	Title       string // "Maya Chen at Brightwater Energy wrote back"
	Line        string // "Planned notes are on hold. It answers your mail of 9 November."
}

// dismissedSetting names the setting that holds the events whose news was seen.
const dismissedSetting = "window.dismissed"

// News returns what mails did, newest first, without what was dismissed or
// taken back.
func (d *Desk) News(ctx context.Context) ([]News, error) {
	const looked, shown = 60, 3
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
		if len(news) == shown || !tells(e) || slices.Contains(seen, e.ID) {
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
		plan := d.plan(&c, p, d.Now())
		news = append(news, tell(s, &c, &plan, e, m))
	}
	return news, nil
}

func tells(e data.Event) bool {
	return e.Source == data.ByMail && e.Message != "" && (e.Type == data.EventReply || e.Type == data.EventOOO || e.Type == data.EventBounce)
}

func tell(s words.Speaker, c *data.Case, plan *data.Plan, e data.Event, m data.Message) News {
	who := m.FromName
	if who == "" {
		who = m.From
	}
	n := News{Event: e.ID, Application: e.Application, Message: e.Message, Kind: e.Type}
	args := assets.Args{"Name": who, "Company": c.Application.Company, "Why": e.Why}
	switch e.Type {
	case data.EventOOO:
		n.Title = assets.L("{{.Name}} is away", args)
		n.Line = s.Event(c, e) + "."
		if it, ok := next(plan); ok && !it.Due.IsZero() {
			n.Line += " " + assets.L("Next: {{.Item}}, {{.Date}}.", assets.Args{"Item": s.Title(c, it.Key), "Date": s.Day(data.DayOf(it.Due, s.Zone))})
		}
	case data.EventBounce:
		n.Title = assets.L("A note to {{.Company}} came back", args)
		n.Line = assets.L("{{.Why}} The address needs a look.", args)
	default:
		n.Title = assets.L("{{.Name}} at {{.Company}} wrote back", args)
		n.Line = assets.L("Planned notes are on hold. {{.Why}}", args)
	}
	return n
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
