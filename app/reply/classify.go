package reply

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// Classify says what kind of mail m is, by the tests of mail.md 1 in their
// order. It needs the mail and the user's own addresses only.
func Classify(m Mail, me []string) Verdict {
	if m.Unreadable {
		return Verdict{Class: data.ClassUnreadable, Rule: "unreadable", Reason: assets.L("This mail could not be read.")}
	}
	if m.From != "" && slices.Contains(me, m.From) {
		return Verdict{Class: data.ClassOwn, Rule: "from-me", Reason: ownReason()}
	}
	for _, test := range []func(Mail) (Verdict, bool){structured, automatic, unstructured, scheduled, reaction, acknowledged, toMany} {
		if v, ok := test(m); ok {
			return v
		}
	}
	return Verdict{Class: data.ClassHuman, Rule: "human", Reason: assets.L("A person wrote this."), Meaning: meaning(m.New)}
}

func ownReason() string { return assets.L("You sent this yourself.") }

// receiptSubject opens the subject of a receipt that is no report.
var receiptSubject = regexp.MustCompile(`(?i)^\s*(read|not read|gelesen|nicht gelesen|lu|leído|letto|gelezen)\s?:`)

// structured judges a multipart/report: deliveries and receipts.
func structured(m Mail) (Verdict, bool) {
	if m.Report == nil {
		receipt := m.TNEF && receiptSubject.MatchString(m.Subject)
		return Verdict{Class: data.ClassReadReceipt, Rule: "tnef", Reason: assets.L("A receipt, not an answer.")}, receipt
	}
	switch m.Report.Type {
	case "disposition-notification":
		if refusalText.MatchString(m.Text) {
			return Verdict{Class: data.ClassBounce, Rule: "refused", Reason: assets.L("A mail filter there refused your mail.")}, true
		}
		return Verdict{Class: data.ClassReadReceipt, Rule: "disposition-notification", Reason: assets.L("A receipt, not an answer.")}, true
	case "feedback-report":
		return Verdict{Class: data.ClassReadReceipt, Rule: "feedback-report", Reason: assets.L("A report between mail servers.")}, true
	}
	gone, late := m.Report.failed()
	switch {
	case len(gone) > 0:
		return Verdict{Class: data.ClassBounce, Rule: "delivery-status", Reason: assets.L("Your mail to {{.Address}} came back.", assets.Args{"Address": gone[0]})}, true
	case late:
		return Verdict{Class: data.ClassDelay, Rule: "delivery-status", Reason: assets.L("Your mail is late, but still on its way.")}, true
	case len(m.Report.Recipients) > 0:
		return Verdict{Class: data.ClassReadReceipt, Rule: "delivery-status", Reason: assets.L("A note that your mail was delivered.")}, true
	}
	return Verdict{}, false
}

// automatic judges automatic answers, before any bounce test by envelope:
// some systems send them from a postmaster's envelope.
func automatic(m Mail) (Verdict, bool) {
	header := autoHeader(m)
	answering := strings.HasPrefix(strings.ToLower(m.Subject), "re:")
	subject := awaySubject.MatchString(m.Subject) && !answering
	says := !m.HeadOnly && saysAway(m.New)
	if mailSystem(m.From) && !subject && !says {
		return Verdict{}, false
	}
	switch {
	case !m.HeadOnly && leftBody.MatchString(m.New) && (header != "" || subject):
		return Verdict{Class: data.ClassAutoReply, Rule: "left", Reason: assets.L("They seem to have left the company. Is there another contact?")}, true
	case header != "" && !subject && !says && (ackSubject.MatchString(m.Subject) || ackText.MatchString(m.Text) || noReply(m.From) || atsDomain(domainOf(m.From))):
		return Verdict{Class: data.ClassAutoAck, Rule: "acknowledgement", Reason: assets.L("A system wrote this by itself.")}, true
	case header != "":
		return away(m, header), true
	case subject:
		return away(m, "away-subject"), true
	case says && answering || says && len(m.thread()) > 0:
		return away(m, "away-text"), true
	}
	return Verdict{}, false
}

func away(m Mail, rule string) Verdict {
	v := Verdict{Class: data.ClassAutoReply, Rule: rule, Reason: assets.L("Out of office.")}
	said := m.Date
	if said.IsZero() {
		return v
	}
	v.Return, v.Inclusive = back(m.Subject+". "+m.New, said, american(m, said))
	return v
}

// american reports whether the sender writes the month first: English words
// from a zone of North America.
func american(m Mail, said time.Time) bool {
	_, offset := said.Zone()
	hours := offset / 3600
	return hours <= -4 && hours >= -10 && strings.HasSuffix(domainOf(m.From), ".com") || hours <= -4 && hours >= -10
}

// unstructured judges the bounces that carry no report: two in five.
func unstructured(m Mail) (Verdict, bool) {
	system := mailSystem(m.From) || m.has("X-Failed-Recipients")
	if !system {
		return Verdict{}, false
	}
	switch {
	case delayText.MatchString(m.Text) && !m.has("X-Failed-Recipients"):
		return Verdict{Class: data.ClassDelay, Rule: "delay-text", Reason: assets.L("Your mail is late, but still on its way.")}, true
	case m.has("X-Failed-Recipients") || bounceText.MatchString(m.Text) || bounceText.MatchString(m.Subject):
		return Verdict{Class: data.ClassBounce, Rule: "bounce-text", Reason: assets.L("Your mail came back.")}, true
	case m.HeadOnly:
		return Verdict{Class: data.ClassBounce, Rule: "mail-system", Reason: assets.L("Your mail came back.")}, true
	}
	return Verdict{}, false
}

// scheduled judges mails of which the calendar object is all there is. One with
// human words in an answer is a person's.
func scheduled(m Mail) (Verdict, bool) {
	if m.Calendar == nil {
		return Verdict{}, false
	}
	words := len(strings.Fields(m.New))
	if len(m.thread()) > 0 && words > 6 && m.Calendar.class() == data.ClassCalendarRequest {
		return Verdict{}, false
	}
	reasons := map[data.Class]string{
		data.ClassCalendarCancel:  assets.L("A calendar notice: a meeting is cancelled."),
		data.ClassCalendarReply:   assets.L("A calendar notice: an answer to an invitation."),
		data.ClassCalendarRequest: assets.L("A calendar invitation."),
	}
	class := m.Calendar.class()
	return Verdict{Class: class, Rule: "calendar", Reason: reasons[class]}, true
}

func reaction(m Mail) (Verdict, bool) {
	if !m.Reaction {
		return Verdict{}, false
	}
	return Verdict{Class: data.ClassHuman, Rule: "reaction", Reason: assets.L("They reacted to your mail with a sign.")}, true
}

// acknowledged judges what a system writes about one application.
func acknowledged(m Mail) (Verdict, bool) {
	robot := noReply(m.From) || atsDomain(domainOf(m.From)) || automated.MatchString(m.New) && len(strings.Fields(m.New)) < 60
	says := ackSubject.MatchString(m.Subject) || ackText.MatchString(opening(m.Text, 1500))
	if bulkHeader(m) != "" && !says || !robot && !(says && len(m.thread()) == 0) {
		return Verdict{}, false
	}
	if strings.HasPrefix(strings.ToLower(m.Subject), "re:") && !robot {
		return Verdict{}, false
	}
	return Verdict{Class: data.ClassAutoAck, Rule: "acknowledgement", Reason: assets.L("A system wrote this by itself."), Meaning: meaning(m.New)}, true
}

// toMany judges mails to many. An answer to somebody stands before it: group
// addresses and recruiting systems put list headers on people's answers.
func toMany(m Mail) (Verdict, bool) {
	header := bulkHeader(m)
	if header == "" && !robotOnly(m) || len(m.thread()) > 0 && header != "" && !noReply(m.From) {
		return Verdict{}, false
	}
	return Verdict{Class: data.ClassBulk, Rule: "bulk:" + header, Reason: assets.L("A mailing to many."), Meaning: ""}, true
}

func robotOnly(m Mail) bool {
	local, _, _ := strings.Cut(m.From, "@")
	switch local {
	case "newsletter", "news", "marketing", "promo", "offers", "events":
		return true
	}
	return false
}
