package data

import "time"

// An Event is a fact about an application. Events are added and never changed
// or removed; an undo is one more event.
type Event struct {
	ID          ID
	Application ID
	Type        EventType
	At          time.Time // when it happened; the plan sorts by it
	Filed       time.Time // when it was stored
	Seq         int64     // order of filing, set by the store
	Source      Source    // who noticed
	Why         string    // one sentence for the timeline, "" when the type says it all
	Message     ID        // the mail behind it, "" for none
	Batch       ID        // shared by events that are undone together, "" for none

	Item      ItemKey    // sent, skip, snooze, bounce, pin
	Target    ID         // undo: the event that did not happen; set: the record changed; noted: the person it is about
	Class     ReplyClass // reply
	By        Day        // promise, and reply of class promise
	Until     Day        // snooze, pin (zero: unpin)
	Return    Day        // ooo; zero when the notice names no date
	Inclusive bool       // ooo: Return is still away
	Deadline  time.Time  // offer; zero for none
	Round     ID         // rescheduled, interview_cancelled, interview_added, noted
	Start     time.Time  // rescheduled
	End       time.Time  // rescheduled
	Date      Day        // rescheduled
	Invited   *Interview // invite; nil when no round is named
	Canceller string     // interview_cancelled: "employer" or "candidate"
	Channel   string     // sent: email, phone, linkedin, card or other
	Reason    string     // closed: no_answer or other
	Name      string     // set, noted: which value; call: one of CallKinds; note: unused
	Value     string     // set, noted: the new value; note, call: the text
	Was       string     // set, noted: the value before
}

// An EventType says what an Event records.
type EventType string

// Events that the plan knows (schedule.md 1.2).
const (
	EventSent               EventType = "sent"
	EventSkip               EventType = "skip"
	EventSnooze             EventType = "snooze"
	EventBounce             EventType = "bounce"
	EventUndo               EventType = "undo"
	EventPromise            EventType = "promise"
	EventReply              EventType = "reply"
	EventOOO                EventType = "ooo"
	EventATSUpdate          EventType = "ats_update"
	EventRejection          EventType = "rejection"
	EventOffer              EventType = "offer"
	EventInvite             EventType = "invite"
	EventRescheduled        EventType = "rescheduled"
	EventInterviewCancelled EventType = "interview_cancelled"
	EventWithdraw           EventType = "withdraw"
)

// Events that the plan does not know and passes over: facts of the application
// for its timeline (schedule.md 16.9, 16.10).
const (
	EventAdded          EventType = "added"
	EventInterviewAdded EventType = "interview_added"
	EventClosed         EventType = "closed"
	EventReopened       EventType = "reopened"
	EventArchived       EventType = "archived"
	EventUnarchived     EventType = "unarchived"
	EventDeleted        EventType = "deleted"
	EventPin            EventType = "pin"
	EventSet            EventType = "set"
	EventNote           EventType = "note"
	EventCall           EventType = "call"
	EventNoted          EventType = "noted" // what the user keeps of a round
)

// CallKinds are the ways in which two people reach each other outside of a plan.
func CallKinds() []string {
	return []string{CallTheyCalled, CallTheyWrote, CallYouCalled, CallYouWrote}
}

// The kinds of calls and messages.
const (
	CallTheyCalled = "they_called"
	CallTheyWrote  = "they_wrote"
	CallYouCalled  = "you_called"
	CallYouWrote   = "you_wrote"
)

// A ReplyClass says what a human answer meant. The empty class is unknown.
type ReplyClass string

// The classes of a reply (schedule.md 1.2).
const (
	ReplyUnknown       ReplyClass = "unknown"
	ReplyCourtesy      ReplyClass = "courtesy"
	ReplyStillDeciding ReplyClass = "still_deciding"
	ReplyPromise       ReplyClass = "promise"
	ReplyNextRound     ReplyClass = "next_round"
	ReplyRejection     ReplyClass = "rejection"
	ReplyOffer         ReplyClass = "offer"
	ReplyNotAboutThis  ReplyClass = "not_about_this"
)

// A Source says who noticed an event.
type Source string

// The sources of events.
const (
	ByUser   Source = "user"
	ByMail   Source = "mail"   // seen in a mailbox, or in a mail the user dropped
	BySent   Source = "sent"   // seen in the Sent folder
	ByImport Source = "import" // from a file
)
