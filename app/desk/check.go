package desk

import (
	"context"
	"slices"
	"strings"

	"afterword/app/letter"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// judgeLetter puts a letter on the desk with all that the checks say of it,
// gravest first, without the findings the user wants to keep.
func (d *Desk) judgeLetter(ctx context.Context, c *data.Case, p Preferences, it data.Item, stage string, l data.Letter) (Draft, error) {
	check, err := d.checkContext(ctx, c, p, it, stage, l)
	if err != nil {
		return Draft{}, err
	}
	s := d.Speaker(p.Schedule)
	text := "Subject: " + l.Subject + "\n\n" + l.Body
	good := letter.Ticks(text, check)
	found := slices.DeleteFunc(letter.Check(text, check), func(f data.Finding) bool {
		return slices.Contains(l.Kept, f.Rule)
	})
	if len(found) == 0 {
		good = append(good, assets.L("Friendly, and never pushing."))
	}
	slices.SortStableFunc(found, func(a, b data.Finding) int { return gravity(a.Level) - gravity(b.Level) })
	plan := data.Plan{Items: []data.Item{it}, Badge: cardBadge(it.Key.Kind())}
	return Draft{
		Letter: l, Title: s.Title(c, it.Key), Subtitle: words.Dotted(c.Application.Company, best(s, &plan, plan.Badge)),
		Comfort: comfort(it.Key.Kind()), Stage: stage, Item: it, Findings: found,
		Ticks: good, Words: letter.Words(l.Body),
	}, nil
}

func (d *Desk) checkContext(ctx context.Context, c *data.Case, p Preferences, it data.Item, stage string, l data.Letter) (letter.Context, error) {
	to, b := d.brief(c, p, it)
	check := letter.Context{
		Stage: stage, Language: p.Language, First: b.First, Last: b.Last, Preferred: to.Preferred, Early: d.early(c, p, it),
		Company: c.Application.Company, Topic: b.Topic,
		Envelope: &letter.Envelope{To: l.To, Thread: l.InReplyTo != ""},
	}
	cases, err := d.store.Cases(ctx, nil)
	if err != nil {
		return check, err
	}
	for _, other := range cases {
		if !strings.EqualFold(other.Application.Company, c.Application.Company) {
			check.OtherCompanies = append(check.OtherCompanies, other.Application.Company)
		}
	}
	letters, err := d.store.Letters(ctx, c.Application.ID)
	if err != nil {
		return check, err
	}
	for _, other := range letters {
		if other.Item != l.Item && other.Item.Kind() == l.Item.Kind() && other.Edited {
			check.Previous = append(check.Previous, other.Body)
		}
	}
	return check, nil
}

// early returns why a letter waits, nil when its time has come.
func (d *Desk) early(c *data.Case, p Preferences, it data.Item) *letter.Early {
	if it.State != data.StatePlanned || it.Due.IsZero() {
		return nil
	}
	s := d.Speaker(p.Schedule)
	e := &letter.Early{Send: assets.L("on {{.Date}}", assets.Args{"Date": s.Day(data.DayOf(it.Due, d.Zone()))})}
	if it.Key.Kind() == data.KindCheckIn && !c.Application.PromisedBy.IsZero() {
		e.Said = s.Day(c.Application.PromisedBy)
	}
	return e
}

func gravity(level string) int {
	return slices.Index([]string{"block", "warn", "hint"}, level)
}

// comfort is the calm sentence beside a draft.
func comfort(kind data.ItemKind) string {
	switch kind {
	case data.KindThankYou:
		return assets.L("You aren't bothering anyone. A thank-you is good manners.")
	case data.KindCheckIn:
		return assets.L("You aren't bothering anyone; asking about timing is normal.")
	case data.KindStayInTouch:
		return assets.L("A warm line now and then keeps the door open.")
	}
	return assets.L("A few friendly lines are enough.")
}
