package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// An AfterCard asks how a round went that ended a short while ago.
type AfterCard struct {
	Application, Round data.ID
	Title              string // "How did it go at Acme Robotics?"
	Subtitle           string // "Dana Ruiz and Lee Park · Today, 10:00"
	ended              time.Time
}

// freshMemory is how long after a round notes on it are asked for.
const freshMemory = 72 * time.Hour

// afterCards asks about the rounds that ended a short while ago and have no
// notes yet, the last first.
func (d *Desk) afterCards(ctx context.Context, p Preferences, glances []*glance) ([]AfterCard, error) {
	const most = 30 // nobody has met more people in three days
	now := d.Now()
	since := now.Add(-freshMemory).UnixMicro()
	ids := firstOf(glances, most, func(g *glance) bool {
		return g.state.name() == data.Active && g.badge.name() != data.BadgeClosed && g.first <= now.UnixMicro() && g.last >= since
	}, func(a, b *glance) int { return cmp.Compare(b.last, a.last) })
	var all []AfterCard
	for part := range slices.Chunk(ids, run) {
		cases, err := d.store.Cases(ctx, part)
		if err != nil {
			return nil, err
		}
		for i := range cases {
			all = append(all, d.afterCardsOf(&cases[i], p, now)...)
		}
	}
	slices.SortStableFunc(all, func(a, b AfterCard) int { return b.ended.Compare(a.ended) })
	return all, nil
}

func (d *Desk) afterCardsOf(c *data.Case, p Preferences, now time.Time) []AfterCard {
	var all []AfterCard
	s := d.Speaker(p.Schedule)
	for _, iv := range standing(c) {
		end := endOf(iv, p.Schedule, d.employerZone(c))
		if end.IsZero() || end.After(now) || now.Sub(end) > freshMemory || hasNotes(c, iv) || ended(c, end) {
			continue
		}
		var names []string
		for _, m := range iv.With {
			if who, ok := c.Person(m.Person); ok {
				names = append(names, who.Name)
			}
		}
		all = append(all, AfterCard{
			Application: c.Application.ID, Round: iv.ID, ended: end,
			Title:    assets.L("How did it go at {{.Company}}?", assets.Args{"Company": c.Application.Company}),
			Subtitle: words.Dotted(s.Names(names), s.Span(iv)),
		})
	}
	return all
}

// hasNotes reports whether anything was noted about a round, be it that nothing
// is to be noted.
func hasNotes(c *data.Case, iv data.Interview) bool {
	values, topics := c.Noted(iv.ID)
	topical := slices.ContainsFunc(iv.With, func(m data.Met) bool { return m.Topic != "" })
	return topical || len(values) > 0 || len(topics) > 0
}

// ended reports whether nothing more is to be written about a round: the
// employer said no, or every thank-you of it was dealt with.
func ended(c *data.Case, end time.Time) bool {
	for _, e := range data.InForce(c.Events) {
		switch e.Type {
		case data.EventRejection, data.EventWithdraw:
			if e.At.After(end) {
				return true
			}
		case data.EventReply:
			if e.Class == data.ReplyRejection && e.At.After(end) {
				return true
			}
		}
	}
	return false
}
