package words

import (
	"afterword/assets"
	"afterword/data"
)

// cause puts one step of an explanation into a sentence: the rule, what it
// started from and what came of it.
func (s Speaker) cause(c *data.Case, b data.Cause) string {
	if b.To.IsZero() {
		return ""
	}
	args := assets.Args{"From": s.Day(b.From), "To": s.Day(b.To), "Text": b.Text, "Days": assets.N("{{.N}} day", "{{.N}} days", b.N), "Working": assets.N("{{.N}} working day", "{{.N}} working days", b.N)}
	switch b.Rule {
	case "7.3":
		return assets.L("A thank-you goes out within a day of the interview, at a friendly hour: {{.To}}.", args)
	case "8.3":
		return assets.L("{{.Days}} from {{.From}}, on a working day: {{.To}}.", args)
	case "8.4":
		return s.promiseCause(c, b, args)
	case "8.5":
		return assets.L("The second question comes {{.Days}} after the first ({{.From}}): {{.To}}.", args)
	case "8.6":
		return assets.L("At least {{.Working}} after your thank-you ({{.From}}): {{.To}}.", args)
	case "9.4":
		return assets.L("When it stays quiet for {{.Days}} from {{.From}}: {{.To}}.", args)
	case "10.2":
		return assets.L("At least {{.Working}} between two notes (the last went out {{.From}}): {{.To}}.", args)
	}
	return s.laterCause(b, args)
}

// promiseCause names the date that the employer named, in their words where they
// are known.
func (s Speaker) promiseCause(c *data.Case, b data.Cause, args assets.Args) string {
	if c != nil && b.From == c.Application.PromisedBy {
		args["Text"] = c.Application.PromisedText
	}
	if args["Text"] == "" {
		return assets.L("They said by {{.From}}. We add {{.Working}} so they aren't chased on the day: {{.To}}.", args)
	}
	return assets.L("They said “{{.Text}}” ({{.From}}). We add {{.Working}} so they aren't chased on the day: {{.To}}.", args)
}

// laterCause puts what moved a date, and the dates of the other items, into
// words.
func (s Speaker) laterCause(b data.Cause, args assets.Args) string {
	switch b.Rule {
	case data.RuleKeep:
		return assets.L("{{.Days}} after your last contact ({{.From}}): {{.To}}.", args)
	case "7.5", "10.5":
		return assets.L("You asked for it later: {{.To}}.", args)
	case "10.3":
		return assets.L("They answered kindly on {{.From}}; {{.Working}} later is {{.To}}.", args)
	case "10.4":
		return assets.L("On {{.From}} their system said that it is under review; {{.Working}} later is {{.To}}.", args)
	case "10.6":
		if b.From.IsZero() {
			return assets.L("They are away and did not say until when: {{.To}}.", args)
		}
		return assets.L("They are away until {{.From}}; {{.Working}} after that is {{.To}}.", args)
	case "11.4":
		return assets.L("They took the date back on {{.From}}; {{.Working}} later is {{.To}}.", args)
	case "11.7":
		return assets.L("Their date: {{.To}}.", args)
	}
	return assets.L("Within {{.Working}} of {{.From}}: {{.To}}.", args)
}

// Bar says why a plan has no note of a kind, or no further one.
func (s Speaker) Bar(b data.Bar) string {
	args := assets.Args{"Note": barred(b.Kind)}
	switch b.Why {
	case data.BarNoContact:
		return assets.L("{{.Note}}: none, because you want no contact here.", args)
	case data.BarRejection:
		return assets.L("{{.Note}}: none, because they said no.", args)
	case data.BarOffer:
		return assets.L("{{.Note}}: none, because they made an offer.", args)
	case data.BarWithdrawn:
		return assets.L("{{.Note}}: none, because you withdrew.", args)
	case data.BarNobody:
		return assets.L("{{.Note}}: none until you add whom you met.", args)
	case data.BarUndated:
		return assets.L("{{.Note}}: none until an interview has a date.", args)
	case data.BarTakenBack:
		return assets.L("{{.Note}}: none until there is a new date.", args)
	case data.BarAhead:
		return assets.L("{{.Note}}: planned when the next round is over.", args)
	case data.BarAsked:
		return assets.L("{{.Note}}: no further one; you have asked, and that is enough.", args)
	case data.BarLastSent:
		return assets.L("{{.Note}}: no further one after the last note.", args)
	}
	return assets.L("{{.Note}}: no further one; you have written often enough.", args)
}

// Guess says that a country was guessed, and what follows from that.
func (s Speaker) Guess(country string) string {
	return assets.L("Their public holidays count as those of {{.Country}}, a guess from their mail address.", assets.Args{"Country": assets.Country(country)})
}

func barred(kind data.ItemKind) string {
	switch kind {
	case data.KindThankYou:
		return assets.L("Thank-you")
	case data.KindCheckIn:
		return assets.L("Check-in")
	}
	return assets.L("Last note")
}
