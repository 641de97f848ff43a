package reply

import (
	"regexp"
	"slices"
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
	switch {
	case r.relayed():
		return Verdict{}, false
	case r.toList() || listHeader(r.Mail) != "" || r.fromMailing() && !(r.fromRecruiting() && r.acknowledges()):
		return Verdict{}, false
	case r.listed():
		return v, r.acknowledges() && (robot || said().ack.in(r.fresh)) || robot && !r.toEverybody() && r.concernsOne(v.Meaning) && !r.carried()
	case r.inThread() || r.answers:
		return v, proof != "" || r.ticketOpened() || r.words() < 120 && !r.speaksToUs() && said().robot.in(r.fresh) || r.acknowledges() && (robot || r.onlyReceipt() || !r.answers && said().ackSubject.starts(r.subject) && said().ack.in(r.fresh))
	}
	marketing := (said().foots.in(r.foot) || robot && r.toEverybody()) && !r.acknowledges()
	return v, !marketing && (robot || said().robot.in(r.fresh) && r.words() < 150 || said().ack.in(cut(r.fresh, 500)) && !r.speaksToUs())
}

// toEverybody reports whether a mail has the foot of a mailing, or tells what job
// boards tell everybody.
func (r *reading) toEverybody() bool { return said().foots.in(r.foot) || said().digest.in(r.foot) }

// concernsOne reports whether a mail that also goes out to many is about one
// application: an applicant system sent it, it says that nobody wrote it, or it
// reads like an answer.
func (r *reading) concernsOne(meaning data.ReplyClass) bool {
	return meaning != "" || r.fromRecruiting() || said().robot.in(r.fresh)
}

// carried reports whether an applicant system carries what a person wrote: it
// stands in a thread, and says what only a person would.
func (r *reading) carried() bool {
	return r.inThread() && r.fromRecruiting() && said().personal.in(r.fresh) && !said().foots.in(r.foot)
}

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

// speaksToUs reports whether the new text asks something, or says what only a
// person would.
func (r *reading) speaksToUs() bool { return speaks(r.fresh) }

func speaks(text string) bool {
	return said().personal.in(text) || strings.ContainsAny(text, "?？؟")
}

// doubtful reports whether a mail that looks like a machine's may be a person's
// all the same: some systems mark what people write in them as their own.
func doubtful(m Mail, v Verdict) bool {
	r := read(m, nil)
	return r.speaksToUs() || v.Meaning == data.ReplyRejection || v.Meaning == data.ReplyOffer || v.Meaning == data.ReplyNextRound || v.Meaning == data.ReplyStillDeciding && !r.acknowledges()
}

// relayMark is the line by which a system carries a person's answer.
var relayMark = regexp.MustCompile(`(?i)(type your reply|reply|antworten sie|écrivez votre réponse)\W{1,3}(above|oberhalb|au-dessus).{0,30}line|^\W*##-.*-##\W*$`)

// relayed reports whether a person answers through a system: the answer stands
// in a thread, below a line that asks to write above it or under a name "via" a
// system, and acknowledges nothing.
func (r *reading) relayed() bool {
	via := strings.Contains(strings.ToLower(r.FromName), " via ") || relayMark.MatchString(cut(r.Text, 600))
	return r.inThread() && via && !said().ack.in(plain(relayMark.ReplaceAllString(cut(r.New, 1500), "")))
}

// mailed judges mails to many. An answer to us stands before it: group
// addresses and recruiting systems put list headers on people's answers. What
// goes to the list itself is the list's, answer or not.
func mailed(r *reading) (Verdict, bool) {
	rule := ""
	switch header := bulkHeader(r.Mail); {
	case r.toList():
		rule = "mailing-list"
	case header != "" && (!r.inThread() || r.fromRobot() && !r.carried()):
		rule = "bulk:" + header
	case header == "" && !r.inThread() && !r.answers && (r.fromMailing() || r.fromRobot() || r.footed()):
		rule = "mailing"
	case r.fromProgram():
		rule = "program"
	}
	return Verdict{Class: data.ClassBulk, Rule: rule, Reason: assets.L("A mailing to many.")}, rule != ""
}

// footed reports whether a text has the foot of a mailing with a link: a long
// one anywhere, a short one in what is new, and if it speaks to nobody.
func (r *reading) footed() bool {
	if r.words() > 60 {
		return said().foots.in(r.foot) && linked(r.foot)
	}
	return said().foots.in(r.fresh) && linked(r.fresh) && !r.speaksToUs() && !r.callsUs()
}

// linked reports whether a text holds a link.
func linked(text string) bool {
	return strings.Contains(text, "http") || strings.Contains(text, "www.")
}

// listHeader names the header field that only mailing lists and newsletters
// have, or "" (RFC 2919).
func listHeader(m Mail) string {
	for _, name := range []string{"List-Id", "List-Post", "Mailing-List", "X-Mailing-List", "X-Beenthere"} {
		if m.has(name) {
			return strings.ToLower(name)
		}
	}
	return ""
}

// bulkHeader names the header field that marks a mail to many, or "". Systems
// put some of them on what they write to one.
func bulkHeader(m Mail) string {
	if name := listHeader(m); name != "" {
		return name
	}
	for _, name := range []string{"List-Unsubscribe", "Feedback-Id"} {
		if m.has(name) {
			return strings.ToLower(name)
		}
	}
	if p := m.field("Precedence"); p == "bulk" || p == "list" || p == "junk" {
		return "precedence"
	}
	return ""
}

func (r *reading) listed() bool { return bulkHeader(r.Mail) != "" }

// toList reports whether the mail was written to a mailing list: the list's own
// address stands among the recipients, at whatever domain, and the user's does
// not.
func (r *reading) toList() bool {
	if !r.listed() {
		return false
	}
	to := r.Recipients()
	if slices.ContainsFunc(to, func(a string) bool { return slices.Contains(r.me, a) }) {
		return false
	}
	return slices.ContainsFunc(listAddresses(r.Mail), func(list string) bool {
		name, _, _ := strings.Cut(list, "@")
		return slices.ContainsFunc(to, func(a string) bool {
			local, _, _ := strings.Cut(a, "@")
			return a == list || local == name && r.has("List-Post")
		})
	})
}

// listAddresses returns the addresses that a mailing list may have, from the
// fields that its program adds (RFC 2369, RFC 2919).
func listAddresses(m Mail) []string {
	var all []string
	for _, name := range []string{"List-Post", "X-Beenthere", "Mailing-List", "X-Mailing-List", "X-Loop"} {
		for _, a := range looseAddress.FindAllString(m.field(name), 5) {
			all = append(all, strings.TrimPrefix(a, "mailto:"))
		}
	}
	_, id, _ := strings.Cut(m.field("List-Id"), "<")
	if local, domain, ok := strings.Cut(strings.TrimSuffix(id, ">"), "."); ok {
		all = append(all, local+"@"+domain)
	}
	for _, name := range []string{"Sender", "Return-Path", "Errors-To"} {
		local, domain, _ := strings.Cut(looseAddress.FindString(m.field(name)), "@")
		for _, end := range []string{"-bounces", "-bounce", "-admin", "-owner", "-request"} {
			if name, ok := strings.CutSuffix(local, end); ok {
				all = append(all, name+"@"+domain)
			}
		}
	}
	return all
}
