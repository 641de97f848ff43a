package reply

import (
	"strings"
	"sync"

	"afterword/data"
)

// A sense is what a set of phrases means.
type sense struct {
	class data.ReplyClass
	words phraseSet
}

// senses are tried in their order: a no before an offer, what asks for the user
// before a friendly word. A date that an answer names is read by the plan
// (schedule.md 15), and makes a promise of it.
var senses = sync.OnceValue(func() []sense {
	return []sense{
		{data.ReplyRejection, readSet("rejection")},
		{data.ReplyNotAboutThis, readSet("other-matter")},
		{data.ReplyOffer, readSet("offer")},
		{data.ReplyNextRound, readSet("next-round")},
		{data.ReplyStillDeciding, readSet("deciding")},
		{data.ReplyCourtesy, readSet("courtesy")},
	}
})

// notThat are phrases that hold the words of an answer and mean another thing.
var notThat = sync.OnceValue(func() phraseSet { return readSet("not-that") })

// meaning says what the words of a plain text seem to mean; "" for nothing. It
// is a suggestion, never an act.
func meaning(text string) data.ReplyClass {
	text = without(notThat(), text)
	for _, s := range senses() {
		if s.words.in(text) {
			return s.class
		}
	}
	return ""
}

// says returns what the mail seems to say.
func (r *reading) says() data.ReplyClass {
	if strings.TrimSpace(r.fresh) == "" {
		return ""
	}
	return meaning(r.fresh)
}
