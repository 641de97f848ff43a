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
	plan := data.Plan{Items: []data.Item{it}, Badge: cardBadge(it.Key.Kind())}
	draft := Draft{
		Title: s.Title(c, it.Key), Subtitle: words.Dotted(c.Application.Company, best(s, &plan, plan.Badge)),
		Comfort: comfort(it.Key.Kind()), Stage: stage, Item: it, check: check, Channels: letter.Channels(stage),
	}
	if it.Key.Kind() == data.KindThankYou && check.Topic == "" {
		draft.Untold = it.Key.Round()
	}
	if from, to, known := letter.Ideal(stage); known {
		draft.Ideal = [2]int{from, to}
	}
	if draft.Question, err = d.questionBefore(ctx, c.Application.ID, it.Key); err != nil {
		return Draft{}, err
	}
	return draft.Check(l), nil
}

// Check returns the draft with a letter in place of its own and what the checks
// say of that. It asks nobody: it may be called while the user types.
func (dr Draft) Check(l data.Letter) Draft {
	check := dr.check
	check.Envelope = &letter.Envelope{To: l.To, Thread: l.InReplyTo != ""}
	text := "Subject: " + l.Subject + "\n\n" + l.Body
	dr.Letter, dr.Words, dr.Ticks = l, letter.Words(l.Body), letter.Ticks(text, check)
	dr.Findings = slices.DeleteFunc(letter.Check(text, check), func(f data.Finding) bool { return l.Keeps(f) })
	if len(dr.Findings) == 0 {
		dr.Ticks = append(dr.Ticks, assets.L("Friendly, and never pushing."))
	}
	slices.SortStableFunc(dr.Findings, func(a, b data.Finding) int { return gravity(a.Level) - gravity(b.Level) })
	return dr
}

// questionBefore returns the open question about a mail that may be the answer
// to an application, newest first; a thank-you does not wait for it
// (schedule.md 16.8).
func (d *Desk) questionBefore(ctx context.Context, application data.ID, item data.ItemKey) (*Review, error) {
	if item.Kind() == data.KindThankYou {
		return nil, nil
	}
	all, err := d.Reviews(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range all {
		if slices.ContainsFunc(r.Candidates, func(c Candidate) bool { return c.Application == application }) {
			return &r, nil
		}
	}
	return nil, nil
}

func (d *Desk) checkContext(ctx context.Context, c *data.Case, p Preferences, it data.Item, stage string, l data.Letter) (letter.Context, error) {
	to, b := d.brief(c, p, it)
	check := letter.Context{
		Stage: stage, Language: p.Language, First: b.First, Last: b.Last, Preferred: to.Preferred, Early: d.early(c, p, it),
		Company: c.Application.Company, Topic: b.Topic,
		Envelope: &letter.Envelope{To: l.To, Thread: l.InReplyTo != ""},
	}
	check.Contacts = []string{}
	for _, who := range c.People {
		check.Contacts = append(check.Contacts, who.Addresses...)
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
		if other.Item != l.Item && other.Item.Kind() == l.Item.Kind() && (other.Edited || !other.Opened.IsZero()) {
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
