package reply

import (
	"strings"

	"afterword/assets"
	"afterword/data"
)

// How much must hint at a notice that says in words of its own that somebody is
// away: surely makes one, and perhaps is asked about.
const (
	perhaps = 2
	surely  = 3
)

// perhapsAbsent asks about a short mail that speaks to nobody and has half of what
// makes a notice. It stays a person's, but stops nothing by itself: in the
// languages of which few phrases are known, notices read like this.
func perhapsAbsent(r *reading) (Verdict, bool) {
	v := Verdict{Class: data.ClassHuman, Rule: ruleUnsure, Reason: assets.L("This may be an automatic notice."), Meaning: r.says()}
	return v, r.words() < 50 && r.onlyNotice() && r.hints() >= perhaps
}

// ruleUnsure is the rule of a mail of which it is not sure that a person wrote it.
const ruleUnsure = "perhaps-away"

// hints weighs what makes a notice, in whatever words: the name of a leave or of
// what keeps from work, somebody to ask instead, the first day back, and an answer
// put off. It tells of no past leave. A day alone, or an answer put off alone,
// people write of too.
func (r *reading) hints() int {
	head := cut(r.fresh, 700)
	if r.words() > 120 || said().wasAway.in(head) {
		return 0
	}
	absence, deputy := weight(head, said().absence, said().hindrance), weight(head, said().deputy, said().contact)
	if deputy == 0 && r.namesAddress() {
		deputy = 1
	}
	back := without(said().backToYou, head)
	date := returnOf(r.Mail)
	dated := !date.day.IsZero()
	returns := said().returns.in(back) && (dated || deputy > 0) || date.role == returning && said().home.in(back)
	if !dated && absence > 0 && said().later.in(head) {
		deputy++
	}
	n := absence
	if returns {
		n += 2
	}
	switch {
	case n+deputy < perhaps && date.role == returning && len(back) == len(head):
		return perhaps // "on the 14th again", and what keeps them in words that nobody knows
	case n == 0 && (!dated || deputy < 2):
		return 0 // somebody to write to, or a day: people name both
	case dated:
		n++
	}
	return n + deputy
}

// weight is 2 where a text holds a phrase of one set, 1 where it holds one of the
// other, which says less.
func weight(text string, strong, weak phraseSet) int {
	switch {
	case strong.in(text):
		return 2
	case weak.in(text):
		return 1
	}
	return 0
}

// namesAddress reports whether the new text gives an address that is neither its
// sender's nor the user's.
func (r *reading) namesAddress() bool {
	for _, a := range looseAddress.FindAllString(r.fresh, 5) {
		if a = strings.Trim(a, ".-/"); a != r.From && !strings.Contains(strings.Join(r.Recipients(), " "), a) {
			return true
		}
	}
	return false
}
