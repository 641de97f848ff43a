package words

import (
	"time"

	"afterword/assets"
	"afterword/data"
)

// Why says in one sentence why an item stands where it stands.
func (s Speaker) Why(c *data.Case, it data.Item) string {
	switch it.State {
	case data.StateStopped:
		return s.stopped(it)
	case data.StateCancelled:
		return s.cancelled(it)
	case data.StateDone:
		return assets.L("Done.")
	case data.StateSkipped:
		return assets.L("You left this one out.")
	case data.StateMissed:
		return assets.L("We've let this one go. It won't count against you.")
	}
	if it.Failed {
		return assets.L("The last note came back. The address needs a look first.")
	}
	switch it.Reason {
	case data.ReasonOOO:
		return assets.L("They are away. We wait until a working day after they are back.")
	case data.ReasonSnoozed:
		return assets.L("You moved this to later.")
	}
	return s.rule(c, it)
}

func (s Speaker) stopped(it data.Item) string {
	if it.Reason == data.ReasonNextRound {
		return assets.L("Not needed: they invited you to a next round.")
	}
	return assets.L("On hold: they wrote back.")
}

func (s Speaker) cancelled(it data.Item) string {
	switch it.Reason {
	case data.ReasonMerged:
		return assets.L("Part of the reply to their no.")
	case data.ReasonOffer:
		return assets.L("Not needed: they made an offer.")
	case data.ReasonWithdrawn:
		return assets.L("Not needed: you withdrew.")
	case data.ReasonSuperseded:
		return assets.L("Not needed any more: the last note takes its place.")
	}
	return assets.L("Not needed any more.")
}

// rule puts the rule behind a plain date into words.
func (s Speaker) rule(c *data.Case, it data.Item) string {
	switch it.Key.Kind() {
	case data.KindThankYou:
		return s.thankYou(c, it)
	case data.KindCheckIn:
		return s.checkIn(c, it)
	case data.KindStayInTouch:
		return assets.L("Only if it stays quiet. After that, nothing more is planned.")
	case data.KindRejectionReply:
		return assets.L("A day later, when the first feeling has passed. It keeps the door open.")
	case data.KindOfferDecision:
		return assets.L("This is their date, not ours. Take the time you need.")
	case data.KindOfferAck:
		return assets.L("A line of thanks within a day; it decides nothing.")
	case data.KindLogReply:
		return assets.L("One question, so that the plan can go on.")
	case data.KindConfirmInvite:
		return assets.L("A short yes within a working day.")
	case data.KindAskNewDate:
		return assets.L("They took the date back and named no other.")
	case data.KindKeepInTouch:
		return assets.L("So long after your last contact, as you asked.")
	case data.KindWithdrawNote:
		return assets.L("Courteous, and it keeps the door open.")
	}
	return ""
}

func (s Speaker) thankYou(c *data.Case, it data.Item) string {
	if it.State == data.StateOverdue {
		return assets.L("Still fine to send today.")
	}
	if first := firstThankYou(c); first != "" && first != it.Key.Person() && c != nil {
		return assets.L("A different note for each person you met.")
	}
	return assets.L("Within a day, while the conversation is fresh.")
}

func (s Speaker) checkIn(c *data.Case, it data.Item) string {
	for _, b := range it.Because {
		switch b.Rule {
		case "8.4":
			return s.promised(c, b)
		case "8.6":
			return assets.L("A few working days after your thank-you.")
		case "10.3":
			return assets.L("They answered kindly; we leave a few working days.")
		case "10.4":
			return assets.L("They say it is still under review; we wait a little longer.")
		case "8.5":
			return assets.L("A second, last question, some days after the first.")
		}
	}
	return assets.L("Around two weeks, if nobody has written by then.")
}

func (s Speaker) promised(c *data.Case, b data.Cause) string {
	if c != nil && b.From == c.Application.PromisedBy {
		b.Text = c.Application.PromisedText
	}
	n := assets.N("plus {{.N}} working day", "plus {{.N}} working days", b.N)
	args := assets.Args{"Text": b.Text, "Date": s.Day(b.From), "Plus": n}
	if b.Text == "" {
		return assets.L("They said {{.Date}}, {{.Plus}}.", args)
	}
	return assets.L("They said “{{.Text}}” ({{.Date}}), {{.Plus}}.", args)
}

// Steps explains the due date of an item line by line: rule, inputs, result.
func (s Speaker) Steps(c *data.Case, it data.Item) []string {
	lines := []string{s.Why(c, it)}
	if it.Finished() || it.State == data.StateStopped {
		return lines
	}
	for _, b := range it.Because {
		if line := s.cause(c, b); line != "" {
			lines = append(lines, line)
		}
	}
	if !it.Due.IsZero() {
		lines = append(lines, s.DueOn(it.Due))
	}
	return lines
}

// DueOn ends an explanation: when an item is due in the end.
func (s Speaker) DueOn(due time.Time) string {
	return assets.L("So it is due {{.Date}}.", assets.Args{"Date": s.Full(due)})
}

// firstThankYou returns the first person of the newest interview.
func firstThankYou(c *data.Case) data.ID {
	if c == nil {
		return ""
	}
	var last *data.Interview
	for i := range c.Interviews {
		if last == nil || when(c.Interviews[i]).After(when(*last)) {
			last = &c.Interviews[i]
		}
	}
	if last == nil || len(last.With) == 0 {
		return ""
	}
	return last.With[0].Person
}

// when returns the instant that sorts an interview among others.
func when(iv data.Interview) time.Time {
	switch {
	case !iv.End.IsZero():
		return iv.End
	case !iv.Start.IsZero():
		return iv.Start
	}
	return iv.Date.At(12*60, time.UTC)
}
