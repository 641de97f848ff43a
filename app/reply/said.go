package reply

import "sync"

// phrases are the sets of phrases that the rules look for, by the rule that looks
// for them. Each is one file of phrases/, and "said().away.in(text)" reads as it
// is meant.
type phrases struct {
	// absent (away.go): out of office, and left for good
	awaySubject phraseSet // the subject of a notice begins
	away        phraseSet // somebody is away now or soon
	wasAway     phraseSet // somebody was away, and is back
	absence     phraseSet // a leave, a journey, a closed office: half a notice
	hindrance   phraseSet // what keeps from the desk, and people speak of too: a quarter
	deputy      phraseSet // whom to ask instead: the other half
	contact     phraseSet // whom to write to or to call: a quarter
	returns     phraseSet // the first day back at work: with the day, a notice
	home        phraseSet // "I am back", in a word: with the day, a notice
	backToYou   phraseSet // another coming back: with an answer
	later       phraseSet // the answer comes later: with a leave as good as the other half
	other       phraseSet // another is away
	notice      phraseSet // a notice, in the words of an answer
	personal    phraseSet // only a person says to us
	left        phraseSet // somebody does not come back

	// returnDate (back.go): what stands beside a date
	until      phraseSet // before it: away until then
	through    phraseSet // before it: still away on that day
	untilAfter phraseSet // behind it: still away on that day
	included   phraseSet // near it: that day too
	back       phraseSet // near it: back on that day
	workDays   phraseSet // the days on which somebody works
	tomorrow   phraseSet // the next day

	// reported and cameBack (bounce.go): receipts, bounces, delays
	receiptSubject phraseSet // the subject of a receipt begins
	receipt        phraseSet // it was read
	bounceSubject  phraseSet // the subject of a bounce begins
	bounce         phraseSet // it did not arrive
	ours           phraseSet // the mail that came back
	delay          phraseSet // it is late, and tried again
	refused        phraseSet // a filter refused it

	// acknowledged and mailed (machine.go): systems and mailings
	ackSubject phraseSet // the subject of a system's mail begins
	ack        phraseSet // something arrived, or happened to it
	process    phraseSet // how an application goes its way: of a mailbox that is nobody's own
	robot      phraseSet // nobody wrote this
	foots      phraseSet // the foot of a mailing
	digest     phraseSet // what job boards tell everybody

	// Match (other.go): whether a system's mail is an answer
	answer phraseSet // it speaks of one
	aside  phraseSet // a survey, a reminder, a form

	// the text itself (quote.go, parse.go, calendar.go)
	wrote      phraseSet // "so and so wrote", above a quote
	original   phraseSet // the line above a forwarded mail
	sentFrom   phraseSet // "sent from my telephone"
	disclaimer phraseSet // the notice of a company begins
	below      phraseSet // the answers stand in the quote
	standIn    phraseSet // only the HTML is meant to be read
	joining    phraseSet // the way into a meeting begins
}

// said returns the sets, read once.
var said = sync.OnceValue(func() *phrases {
	return &phrases{
		awaySubject:    readSet("away-subject"),
		away:           readSet("away"),
		wasAway:        readSet("was-away"),
		absence:        readSet("absence"),
		hindrance:      readSet("hindrance"),
		contact:        readSet("contact"),
		returns:        readSet("returns"),
		home:           readSet("home"),
		backToYou:      readSet("back-to-you"),
		later:          readSet("later"),
		deputy:         readSet("deputy"),
		other:          readSet("other-away"),
		notice:         readSet("notice"),
		personal:       readSet("personal"),
		left:           readSet("left"),
		until:          readSet("until"),
		through:        readSet("through"),
		untilAfter:     readSet("until-after"),
		included:       readSet("included"),
		back:           readSet("back", "returns"),
		workDays:       readSet("work-days"),
		tomorrow:       readSet("tomorrow"),
		receiptSubject: readSet("receipt-subject"),
		receipt:        readSet("receipt"),
		bounceSubject:  readSet("bounce-subject"),
		bounce:         readSet("bounce"),
		ours:           readSet("our-mail"),
		delay:          readSet("delay"),
		refused:        readSet("refused"),
		ackSubject:     readSet("ack-subject"),
		ack:            readSet("ack"),
		process:        readSet("process"),
		robot:          readSet("robot"),
		foots:          readSet("mailing"),
		digest:         readSet("digest"),
		answer:         readSet("answer"),
		aside:          readSet("aside"),
		wrote:          readSet("wrote"),
		original:       readSet("original"),
		sentFrom:       readSet("sent-from"),
		disclaimer:     readSet("disclaimer"),
		below:          readSet("below"),
		standIn:        readSet("stand-in"),
		joining:        readSet("joining"),
	}
})
