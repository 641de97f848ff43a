package words

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// Round names the newest interview among the others: "Round 2", "Panel".
func (s Speaker) Round(c *data.Case) string {
	n := len(c.Interviews)
	switch {
	case n == 0:
		return ""
	case n == 1 && Kind(c.Interviews[0].Kind) != "":
		return Kind(c.Interviews[0].Kind)
	}
	return assets.L("Round {{.N}}", assets.Args{"N": strconv.Itoa(n)})
}

// Subtitle is the line under the company: "Product designer · Round 2 · Video call".
func (s Speaker) Subtitle(c *data.Case) string {
	parts := []string{c.Application.Role}
	if n := len(c.Interviews); n > 0 {
		parts = append(parts, assets.L("Round {{.N}}", assets.Args{"N": strconv.Itoa(n)}), Kind(c.Interviews[n-1].Kind))
	}
	return Dotted(parts...)
}

// Dotted joins the parts that are not empty with a middle dot.
func Dotted(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

// Standing says in one sentence where an application stands and that it is all
// right: the line under the badge.
func (s Speaker) Standing(c *data.Case, p *data.Plan, badge data.Badge) string {
	switch badge {
	case data.BadgeThankYou:
		return s.met(c)
	case data.BadgeInterview:
		return s.ahead(c)
	case data.BadgeCheckIn:
		return s.question(c, p)
	case data.BadgeReplied:
		return assets.L("They wrote back. Planned notes are on hold.")
	case data.BadgeStay:
		return assets.L("A warm line now and then keeps the door open. This is the last planned note.")
	case data.BadgeOffer:
		return s.offer(p)
	case data.BadgeNothing:
		return assets.L("Nothing more to send. If they write, we'll tell you.")
	case data.BadgeClosed:
		return assets.L("This one is closed. You can reopen it any time.")
	}
	if len(c.Interviews) == 0 {
		return assets.L("Add the date of the interview, and we'll plan the notes around it.")
	}
	return assets.L("You've done your part. Hiring often takes a few weeks.")
}

// question says why a check-in is all right now.
func (s Speaker) question(c *data.Case, p *data.Plan) string {
	for _, it := range p.Items {
		if it.Key.Kind() != data.KindCheckIn || it.State != data.StateDue && it.State != data.StateOverdue {
			continue
		}
		switch days := int(s.Now.Sub(when(newest(c))).Hours() / 24); {
		case slices.ContainsFunc(it.Because, func(b data.Cause) bool { return b.Rule == "8.4" }):
			return assets.L("The date they named has passed. One short, friendly question is fine.")
		case days >= 13 && days < 21:
			return assets.L("Two weeks have passed. One short, friendly question is fine.")
		}
	}
	return assets.L("One short, friendly question is fine. You aren't bothering anyone.")
}

func (s Speaker) met(c *data.Case) string {
	iv, names := newest(c), s.people(c)
	args := assets.Args{"Names": names, "When": s.dayPart(when(iv))}
	if names == "" {
		return assets.L("A short thank-you within a day is courteous, and it doesn't need an answer.")
	}
	return assets.L("You met {{.Names}} {{.When}}. A short thank-you within a day is courteous, and it doesn't need an answer.", args)
}

func (s Speaker) ahead(c *data.Case) string {
	iv := newest(c)
	if when(iv).Before(s.Now) {
		return assets.L("They invited you to a next round. Add its date when you know it.")
	}
	if names := s.people(c); names != "" {
		return assets.L("You'll meet {{.Names}} on {{.When}}.", assets.Args{"Names": names, "When": s.Span(iv)})
	}
	return assets.L("Your interview is on {{.When}}.", assets.Args{"When": s.Span(iv)})
}

func (s Speaker) offer(p *data.Plan) string {
	if it, ok := p.Item(data.ItemKey(data.KindOfferDecision)); ok && !it.Due.IsZero() {
		return assets.L("An offer. Take the time you need; their deadline is {{.Date}}.",
			assets.Args{"Date": s.Day(data.DayOf(it.Due, s.Zone))})
	}
	return assets.L("An offer. Take the time you need.")
}

// people names whom the newest interview is or was with, by first names.
func (s Speaker) people(c *data.Case) string {
	var names []string
	for _, m := range newest(c).With {
		if p, ok := c.Person(m.Person); ok {
			names = append(names, p.First())
		}
	}
	return s.Names(names)
}

func (s Speaker) dayPart(t time.Time) string {
	local := t.In(s.Zone)
	switch n := s.Today().Sub(data.DayOf(t, s.Zone)); {
	case n == 0 && local.Hour() < 12:
		return assets.L("this morning")
	case n == 0 && local.Hour() < 18:
		return assets.L("this afternoon")
	case n == 0:
		return assets.L("this evening")
	case n == 1:
		return assets.L("yesterday")
	}
	return assets.L("on {{.Date}}", assets.Args{"Date": s.Day(data.DayOf(t, s.Zone))})
}

func newest(c *data.Case) data.Interview {
	var last data.Interview
	for i, iv := range c.Interviews {
		if i == 0 || when(iv).After(when(last)) {
			last = iv
		}
	}
	return last
}

// Overlap says that two interviews are at the same time.
func (s Speaker) Overlap(iv, other data.Interview, company string) string {
	return assets.L("{{.When}} overlaps with your interview at {{.Company}}, {{.Other}}.",
		assets.Args{"When": s.Span(iv), "Company": company, "Other": s.Span(other)})
}

// ClocksChange says what an interview's time is on both sides when the clocks
// change around it.
func (s Speaker) ClocksChange(start time.Time, there *time.Location) string {
	return assets.L("Clocks change around {{.Date}}: {{.There}} in {{.Zone}} is {{.Here}} here on that day.", assets.Args{
		"Date": s.Day(data.DayOf(start, s.Zone)), "There": start.In(there).Format("15:04"), "Zone": Place(there.String()), "Here": start.In(s.Zone).Format("15:04"),
	})
}

// Place names a zone as people do: "New York" for America/New_York.
func Place(zone string) string {
	return strings.ReplaceAll(zone[strings.LastIndexByte(zone, '/')+1:], "_", " ")
}
