package reply

import (
	"strings"

	"afterword/assets"
	"afterword/data"
)

// absent judges automatic answers, before any bounce test by envelope: some
// systems send them from a postmaster's. What proves one is a header field
// (RFC 3834 and older habits), the beginning of the subject, or a text that is
// nothing but a notice.
func absent(r *reading) (Verdict, bool) {
	proof, answer := autoHeader(r.Mail)
	subject := !r.answers && !r.forward && said().awaySubject.starts(r.subject) && (proof != "" || !r.listed() || !r.fromMailing())
	away := r.saysAway(proof != "" || subject)
	switch {
	case r.Calendar != nil && !away, r.comesBack() && !away && !subject:
		return Verdict{}, false
	case r.hasLeft() && (answer || subject || r.onlyNotice()):
		return Verdict{Class: data.ClassAutoReply, Rule: "left", Reason: assets.L("They seem to have left the company. Is there another contact?")}, true
	case proof != "" && away, answer && !r.ticketed():
		return r.awayBy(proof), true
	case subject && (away || !r.speaksToUs()):
		return r.awayBy("away-subject"), true
	case r.onlyNotice() && (away || r.hints() >= surely):
		return r.awayBy("away-text"), true
	}
	return Verdict{}, false
}

// awayBy is the verdict on a notice, with the date of the return where one is
// written.
func (r *reading) awayBy(rule string) Verdict {
	v := Verdict{Class: data.ClassAutoReply, Rule: rule, Reason: assets.L("Out of office.")}
	if !r.Date.IsZero() {
		v.Return, v.Inclusive = returnDate(r.Mail)
	}
	return v
}

// autoHeader names the header field that proves a program's mail, or "", and
// says whether the program answers some mail. X-Auto-Response-Suppress only
// asks others not to answer, and proves nothing (RFC 3834 5).
func autoHeader(m Mail) (name string, answer bool) {
	token, _, _ := strings.Cut(m.field("Auto-Submitted"), ";")
	token = firstWord(token)
	if token == "auto-replied" {
		return "auto-submitted", true
	}
	for _, name := range []string{"X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Mail-Autoreply", "X-MS-Exchange-Inbox-Rules-Loop"} {
		if v := m.field(name); v != "" && v != "no" && v != "false" {
			return strings.ToLower(name), true
		}
	}
	if strings.Contains(m.field("X-Apple-Action"), "vacation") {
		return "x-apple-action", true
	}
	if p := m.field("Precedence"); p == "auto_reply" || p == "auto-reply" {
		return "precedence", true
	}
	if token != "" && token != "no" {
		return "auto-submitted", false
	}
	return "", false
}

// saysAway reports whether the beginning of the new text says that its writer
// is away now; a text that tells of a past absence does not. Where a header or
// the subject gives proof, the past is not asked about.
func (r *reading) saysAway(proven bool) bool {
	head := cut(r.fresh, 700)
	if said().other.in(head) && (proven || said().robot.in(r.fresh) || r.namesItself()) {
		return true // "Professor Bell is away", written by a program
	}
	return said().away.in(head) && (proven || !said().wasAway.in(head))
}

// ticketed reports whether an automatic answer only says that something arrived,
// or that nobody reads the mailbox: it names no day of a return.
func (r *reading) ticketed() bool {
	if !r.acknowledges() && !said().robot.in(r.subject+".\n"+cut(r.fresh, 600)) {
		return false
	}
	day, _ := returnDate(r.Mail)
	return day.IsZero()
}

// hasLeft reports whether the mailbox says that its owner does not come back.
func (r *reading) hasLeft() bool {
	return said().left.in(cut(r.fresh, 600)) || !r.answers && said().left.in(r.subject)
}

// onlyNotice reports whether the new text is short and nothing in it speaks to
// us: who is away and writes "but yes, let's talk" is a person.
func (r *reading) onlyNotice() bool {
	if r.HeadOnly || len(r.fresh) == 0 || len(r.fresh) >= freshBytes-100 || !r.inThread() && (r.listed() || r.fromMailing() || r.fromRobot()) {
		return false
	}
	if said().other.in(r.fresh) && !said().robot.in(r.fresh) && !r.namesItself() {
		return false // a person tells of another's leave
	}
	return !r.speaksToUs() && !r.callsUs() && !r.belowQuote()
}
