package reply

import (
	"strings"

	"afterword/assets"
	"afterword/data"
)

// acknowledged judges what a system writes about one application, interview or
// mail: "we received your …", a ticket, a test to take. A person who answers in
// a thread does not become a system by saying so in a longer mail.
func acknowledged(r *reading) (Verdict, bool) {
	v := Verdict{Class: data.ClassAutoAck, Rule: "acknowledgement", Reason: assets.L("A system wrote this by itself."), Meaning: r.says()}
	if v.Meaning == data.ReplyCourtesy {
		v.Meaning = "" // systems thank everybody
	}
	proof, _ := autoHeader(r.Mail)
	robot := proof != "" || r.fromRobot()
	acks := false
	switch {
	case r.relayed(), r.writtenToMany():
		return Verdict{}, false
	case r.listed():
		acks = r.acksAmongMany(robot, v.Meaning)
	case r.inThread() || r.answers:
		acks = proof != "" || r.acksInThread(robot)
	default:
		acks = r.acksAlone(robot)
	}
	if !acks && r.seemsSystem() {
		v.Rule, acks = ruleSystem, true
	}
	return v, acks
}

// ruleSystem is the rule of a mail that may be a system's and may be a person's
// at a mailbox that is nobody's own: it is asked about, and never only filed.
const ruleSystem = "perhaps-system"

// seemsSystem reports whether a short mail from a mailbox that is nobody's own
// says how an application goes its way and no more, or that nobody reads the
// mailbox. In a thread it knows no name.
func (r *reading) seemsSystem() bool {
	thread := r.inThread() || r.answers
	switch {
	case r.fresh == "" || r.words() > 80 || !roleLocal.MatchString(r.From) || thread && r.callsUs():
		return false
	case said().robot.in(r.fresh) && !strings.ContainsAny(without(said().notice, r.fresh), "?？؟"):
		return true
	case !said().process.in(r.subject + ".\n" + r.fresh):
		return false
	}
	return !thread && said().ackSubject.starts(r.subject) || !r.speaksToUs()
}

// writtenToMany reports whether the mail is a list's or a newsletter's, whatever
// it says. What an applicant system calls a mailer also acknowledges.
func (r *reading) writtenToMany() bool {
	return r.toList() || listHeader(r.Mail) != "" || r.fromMailing() && !(r.fromRecruiting() && r.acknowledges())
}

// acksAmongMany judges a mail with the header fields of a mailing, which systems
// put on what they write to one.
func (r *reading) acksAmongMany(robot bool, meaning data.ReplyClass) bool {
	if r.acknowledges() && (robot || said().ack.in(r.fresh)) {
		return true
	}
	aboutOne := meaning != "" || r.fromRecruiting() || said().robot.in(r.fresh)
	return robot && aboutOne && !r.toEverybody() && !r.carried()
}

// acksInThread judges a mail that answers some other. A person's is the rule
// there, so a system must say more than that something arrived.
func (r *reading) acksInThread(robot bool) bool {
	switch {
	case r.ticketOpened():
		return true
	case said().robot.in(r.fresh) && r.words() < 120 && !r.speaksToUs():
		return true
	case !r.acknowledges():
		return false
	}
	opened := !r.answers && said().ackSubject.starts(r.subject) && said().ack.in(r.fresh)
	return robot || opened || r.onlyReceipt()
}

// acksAlone judges a mail that answers none.
func (r *reading) acksAlone(robot bool) bool {
	switch {
	case (said().foots.in(r.foot) || robot && r.toEverybody()) && !r.acknowledges():
		return false // a mailing
	case robot, said().robot.in(r.fresh) && r.words() < 150:
		return true
	}
	return said().ack.in(cut(r.fresh, 500)) && !r.speaksToUs()
}

// toEverybody reports whether a mail has the foot of a mailing, or tells what job
// boards tell everybody.
func (r *reading) toEverybody() bool { return said().foots.in(r.foot) || said().digest.in(r.foot) }

// acknowledges reports whether the mail says that something arrived or happened.
func (r *reading) acknowledges() bool {
	return said().ackSubject.starts(r.subject) || ticketTag.MatchString(r.subject) || said().ack.in(r.subject+".\n"+cut(r.fresh, 1500))
}

// ticketOpened reports whether the mail is a help desk's own: its subject bears a
// number, and goes on as an automatic answer's, or the text begins with the wish
// for no answer.
func (r *reading) ticketOpened() bool {
	_, rest, _ := strings.Cut(r.subject, "]")
	own := !r.answers && said().awaySubject.starts(strings.TrimSpace(rest)) || said().robot.in(cut(r.fresh, 80))
	return own && ticketTag.MatchString(r.subject)
}

// onlyReceipt reports whether a short text says that something arrived and
// nothing more.
func (r *reading) onlyReceipt() bool {
	return r.words() < 80 && said().ack.in(r.fresh) && !r.speaksToUs()
}
