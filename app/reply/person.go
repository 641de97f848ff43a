package reply

import (
	"regexp"
	"slices"
	"strings"

	"afterword/data"
)

// speaks reports whether a plain new text asks something, or says what only a
// person would; what a notice asks to lead to somebody else is no question.
func speaks(fresh string) bool {
	fresh = without(said().notice, fresh)
	return said().personal.in(fresh) || strings.ContainsAny(fresh, "?？؟")
}

// callsUs reports whether the new text calls the user by a name that the mail is
// addressed to: a notice to everybody knows none. Some languages put an ending to
// the name of whom they call.
func (r *reading) callsUs() bool {
	_, name := firstAddress(r.Head.Get("To"))
	said := strings.Fields(plainWords(cut(r.fresh, 600)))
	for _, word := range strings.Fields(plainWords(plain(name))) {
		const ending = 3 // bytes
		called := func(s string) bool {
			return s == word || len(word) > 4 && strings.HasPrefix(s, word) && len(s)-len(word) <= ending
		}
		if len(word) > 2 && slices.ContainsFunc(said, called) {
			return true
		}
	}
	return false
}

// belowQuote reports whether the new text begins below quoted lines, where only
// people write.
func (r *reading) belowQuote() bool {
	first, _, _ := strings.Cut(r.New, "\n")
	quote := strings.Index("\n"+r.Text, "\n>")
	return quote >= 0 && quote < strings.Index(r.Text, first)
}

// namesItself reports whether the text speaks of its sender by name, as people do
// not of themselves.
func (r *reading) namesItself() bool {
	for _, name := range strings.Fields(plain(r.FromName)) {
		for _, is := range []string{" is ", " ist ", " est ", " está ", " è ", " är ", " er ", " jest ", " je "} {
			if len(name) > 2 && strings.Contains(r.fresh, name+is) {
				return true
			}
		}
	}
	return false
}

// carried reports whether an applicant system carries what a person wrote: it
// stands in a thread, and says what only a person would.
func (r *reading) carried() bool {
	return r.inThread() && r.fromRecruiting() && said().personal.in(r.fresh) && !said().foots.in(r.foot)
}

// relayMark is the line by which a system carries a person's answer.
var relayMark = regexp.MustCompile(`(?i)(type your reply|reply|antworten sie|écrivez votre réponse)\W{1,3}(above|oberhalb|au-dessus).{0,30}line|^\W*##-.*-##\W*$`)

// viaName is how the name of a sender tells that a system carries the mail.
var viaName = regexp.MustCompile(`(?i)\S (via|über|ueber|par|vía|tramite|przez|através d[eoa]|prostřednictvím|через) \S`)

// relayed reports whether a person answers through a system: the answer stands
// in a thread, below a line that asks to write above it or under a name "via" a
// system, and acknowledges nothing or speaks to us.
func (r *reading) relayed() bool {
	if !r.inThread() || !viaName.MatchString(r.FromName) && !relayMark.MatchString(cut(r.Text, 600)) {
		return false
	}
	return r.callsUs() && r.speaksToUs() || !said().ack.in(plain(relayMark.ReplaceAllString(cut(r.New, 1500), "")))
}

// doubtful reports whether a mail that looks like a machine's may be a person's
// all the same: some systems mark what people write in them as their own.
func doubtful(m Mail, v Verdict) bool {
	r := read(m, nil)
	return r.speaksToUs() || v.Meaning == data.ReplyRejection || v.Meaning == data.ReplyOffer || v.Meaning == data.ReplyNextRound || v.Meaning == data.ReplyStillDeciding && !r.acknowledges()
}
