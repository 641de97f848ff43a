package reply

import (
	"regexp"

	"afterword/data"
)

// meanings are tried in their order: a no before an offer, a date before a
// promise to be in touch. "Unfortunately" alone and a bare "offer" mean nothing
// (mail.md 1).
func meanings() []struct {
	class data.ReplyClass
	words *regexp.Regexp
} {
	return []struct {
		class data.ReplyClass
		words *regexp.Regexp
	}{
		{data.ReplyRejection, rejectionWords},
		{data.ReplyOffer, offerWords},
		{data.ReplyNextRound, nextWords},
		{data.ReplyStillDeciding, decidingWords},
		{data.ReplyCourtesy, courtesyWords},
	}
}

var (
	rejectionWords = regexp.MustCompile(`(?i)(move(d)? forward with (other|another)|(decided|chosen|going) (to (go|proceed)|with) .{0,20}(another|other|different) candidate|not (be )?(moving|proceeding|able to) .{0,20}(forward|offer you the|with your (application|candidacy))|position has been filled|not (been )?(selected|successful)|(absage|anderen (bewerber|kandidat)|nicht berücksichtigen)|ne pas donner suite|not to (move|proceed|continue))`)
	offerWords     = regexp.MustCompile(`(?i)(pleased|happy|delighted|glad|excited) to (offer you|make you an offer|extend an offer)|would like to offer you (the|this|a) (job|role|position)|(offer letter|written offer|contract is attached)|(ihnen|dir) die stelle an(zu)?bieten`)
	nextWords      = regexp.MustCompile(`(?i)(next (round|step|stage|interview)|second (round|interview|conversation|talk)|would like (you )?to (meet|talk (again|to)|invite|speak)|like to (meet|talk|speak) (with )?you again|invite you (to|for)|nächste(n|s)? (runde|gespräch)|zweite(n|s)? gespräch)`)
	decidingWords  = regexp.MustCompile(`(?i)(still (deciding|interviewing|meeting|reviewing|waiting)|(not|n't|no) (yet )?(made a |have a )?(decided|decision|news|final)|haven't decided|have not decided|be in touch|need (a little|some|a bit) more time|by (the end of|next|monday|tuesday|wednesday|thursday|friday)|noch keine entscheidung|noch nicht entschieden|pas encore (pris|de) )`)
	courtesyWords  = regexp.MustCompile(`(?i)(thank(s| you)|you('re| are) welcome|pleasure|appreciated?|kind (note|of you)|gern geschehen|vielen dank|danke|merci|gracias|grazie)`)
)

// meaning says what the words of a person seem to mean; "" for nothing. It is a
// suggestion, never an act.
func meaning(text string) data.ReplyClass {
	for _, m := range meanings() {
		if m.words.MatchString(text) {
			return m.class
		}
	}
	return ""
}
