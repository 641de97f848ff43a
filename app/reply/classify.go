package reply

import (
	"slices"

	"afterword/assets"
	"afterword/data"
)

// A rule is one test of mail.md 1. It judges a mail, or leaves it to the next.
type rule func(*reading) (Verdict, bool)

// rules are the tests in their order; the first that judges decides. What none
// of them takes, a person wrote.
//
// Each rule stands in a file of its own and reads from the top: what it looks at
// is a reading, what it looks for are the phrases of said.go, and what tells a
// person from a program is in person.go and robot.go. Its cases are the labelled
// mails of testdata/mail, own, edge and made, and the sentences of
// testdata/sentences.json.
func rules() []rule {
	return []rule{
		unreadable,    // nothing of it could be read
		own,           // the user wrote it
		reported,      // bounce.go: a report by its structure: delivery, receipt (RFC 3464, 8098)
		absent,        // away.go: an automatic answer: out of office, or left the company (RFC 3834)
		cameBack,      // bounce.go: a bounce or a delay by its words, without a report
		scheduled,     // calendar.go: a calendar object and no more (RFC 5546)
		reacted,       // an emoji instead of words
		acknowledged,  // ack.go: a system writes about this one application or mail
		mailed,        // mailing.go: the same to many: lists, newsletters, networks (RFC 2369, 2919)
		perhapsAbsent, // hint.go: half a notice: a person's, but asked about
	}
}

// Classify says what kind of mail m is, by the tests of mail.md 1 in their
// order. It needs the mail and the user's own addresses only; whose it is, and
// whether it answers one of ours, is for Index.Match.
func Classify(m Mail, me []string) Verdict {
	r := read(m, me)
	for _, judge := range rules() {
		if v, ok := judge(r); ok {
			return v
		}
	}
	return Verdict{Class: data.ClassHuman, Rule: "human", Reason: assets.L("A person wrote this."), Meaning: r.says()}
}

func unreadable(r *reading) (Verdict, bool) {
	return Verdict{Class: data.ClassUnreadable, Rule: "unreadable", Reason: assets.L("This mail could not be read.")}, r.Unreadable
}

func own(r *reading) (Verdict, bool) {
	return Verdict{Class: data.ClassOwn, Rule: "from-me", Reason: ownReason()}, r.From != "" && slices.Contains(r.me, r.From)
}

func ownReason() string { return assets.L("You sent this yourself.") }

func reacted(r *reading) (Verdict, bool) {
	return Verdict{Class: data.ClassHuman, Rule: "reaction", Reason: assets.L("They reacted to your mail with a sign."), Meaning: data.ReplyCourtesy}, r.Reaction
}
