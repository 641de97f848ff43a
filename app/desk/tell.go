package desk

import (
	"slices"
	"strings"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// tells reports whether an event is news: something a mail did by itself.
func tells(e data.Event) bool {
	return e.Source == data.ByMail && e.Message != "" && (e.Type == data.EventReply || e.Type == data.EventOOO || e.Type == data.EventBounce)
}

// A telling puts what one mail did into words (screens.md 4.8).
type telling struct {
	words.Speaker
	of     *data.Case
	mail   data.Message
	plan   data.Plan
	before func() data.Plan // the plan as it would be without the mail
}

func (t telling) news(e data.Event) News {
	n := News{Event: e.ID, Application: e.Application, Message: e.Message, Kind: e.Type}
	switch e.Type {
	case data.EventOOO:
		n.Title, n.Line = t.away(e), words.Dotted(t.of.Application.Company, t.moved())
	case data.EventBounce:
		var to string
		n.Person, to = t.addressee(e)
		n.Title = assets.L("Your note to {{.Name}} came back", assets.Args{"Name": to})
		n.Line = words.Dotted(t.of.Application.Company, assets.L("The address needs a look; then it can go again."))
	default:
		n.Title = assets.L("{{.Name}} at {{.Company}} wrote back", assets.Args{"Name": t.who(), "Company": t.of.Application.Company})
		n.Line = strings.TrimSpace(t.stopped() + " " + e.Why)
	}
	return n
}

// who names the sender: by first name where that is known, else as they write
// themselves.
func (t telling) who() string {
	for _, p := range t.of.People {
		if slices.Contains(p.Addresses, t.mail.From) && !p.Group && p.First() != "" {
			return p.First()
		}
	}
	switch {
	case t.mail.FromName != "":
		return t.mail.FromName
	case t.mail.From != "":
		return t.mail.From
	}
	return assets.L("Somebody")
}

// stopped says how many notes wait because of it, "" for none.
func (t telling) stopped() string {
	n := 0
	for _, it := range t.plan.Items {
		if it.State == data.StateStopped && words.Written(it.Key.Kind()) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return words.Sentence(assets.N("{{.N}} planned note is on hold.", "{{.N}} planned notes are on hold.", n))
}

func (t telling) away(e data.Event) string {
	args := assets.Args{"Name": t.who(), "Date": t.Day(e.Return)}
	switch {
	case e.Return.IsZero():
		return assets.L("{{.Name}} is away", args)
	case e.Inclusive:
		return assets.L("{{.Name}} is away through {{.Date}}", args)
	}
	return assets.L("{{.Name}} is away until {{.Date}}", args)
}

// moved says which note goes when because of an absence.
func (t telling) moved() string {
	was := make(map[data.ItemKey]data.Day)
	for _, it := range t.before().Items {
		was[it.Key] = data.DayOf(it.Due, t.Zone)
	}
	for _, it := range t.plan.Items {
		day := data.DayOf(it.Due, t.Zone)
		if it.Due.IsZero() || !it.Pending() || day == was[it.Key] {
			continue
		}
		return assets.L("{{.Item}} moved to {{.Date}}.", assets.Args{"Item": t.Title(t.of, it.Key), "Date": t.Day(day)})
	}
	return assets.L("No date had to move.")
}

// addressee returns whose note came back, and their address.
func (t telling) addressee(e data.Event) (data.ID, string) {
	for _, p := range t.of.People {
		if p.ID == e.Item.Person() && p.Address() != "" {
			return p.ID, p.Address()
		}
	}
	if len(t.of.People) == 1 && t.of.People[0].Address() != "" {
		return t.of.People[0].ID, t.of.People[0].Address()
	}
	return "", t.of.Application.Company
}
