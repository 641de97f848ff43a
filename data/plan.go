package data

import (
	"strings"
	"time"
)

// A Plan is what should happen next in one application, computed from facts and
// never stored (schedule.md 1.3).
type Plan struct {
	Items []Item // thank-yous first, then chasers, then the rest; no two have one key
	Badge Badge
	Flags []Flag    // a set, in a fixed order
	Bars  []Bar     // kinds of notes that the plan has no more of, and why
	Until time.Time // before this instant time alone changes nothing; zero: it never does
}

// Item returns the item with key, and whether the plan has it.
func (p *Plan) Item(key ItemKey) (Item, bool) {
	for _, it := range p.Items {
		if it.Key == key {
			return it, true
		}
	}
	return Item{}, false
}

// An Item is one line of a plan. Its times are instants in the employer's zone.
type Item struct {
	Key         ItemKey
	State       State
	Opens       time.Time
	Due         time.Time // zero when there is none (an offer without a deadline)
	OverdueFrom time.Time
	Expires     time.Time // thank-you: from when on it is missed; else zero
	NotifyAt    time.Time // zero: never
	Reason      Reason    // why the item is not where the plain rule puts it; "" for none
	Failed      bool      // the address failed: flag address_failed
	Reminders   []time.Time
	Because     []Cause // how Due came about, in the order of the rules
}

// A Cause is one step of the explanation of a date: which rule of schedule.md
// moved it, from what, to which day.
type Cause struct {
	Rule string // rule number, such as "8.4"
	From Day    // the date the rule started from; zero when it starts from a time
	N    int    // days or working days that it adds, where it adds some
	To   Day    // the due date after the rule
	Text string // what the rule looked at in words of the user, such as a promise; may be ""
}

// Finished reports whether nothing more will be done with the item.
func (it Item) Finished() bool {
	switch it.State {
	case StateDone, StateSkipped, StateMissed, StateCancelled:
		return true
	}
	return false
}

// Pending reports whether the item is neither finished nor stopped.
func (it Item) Pending() bool { return !it.Finished() && it.State != StateStopped }

// An ItemKey names an item: its kind, and after colons the round and the person
// or the number (schedule.md 1.3).
type ItemKey string

// ThankYouKey names the thank-you for one person of one round.
func ThankYouKey(round, person ID) ItemKey {
	return ItemKey("thank_you:" + string(round) + ":" + string(person))
}

// IsThankYou reports whether k is ThankYouKey(round, person), and makes no string.
func (k ItemKey) IsThankYou(round, person ID) bool {
	rest, ok := strings.CutPrefix(string(k), "thank_you:")
	if !ok {
		return false
	}
	rest, ok = strings.CutPrefix(rest, string(round)+":")
	return ok && rest == string(person)
}

// Kind returns the part of the key before the first colon.
func (k ItemKey) Kind() ItemKind {
	kind, _, _ := strings.Cut(string(k), ":")
	return ItemKind(kind)
}

// Round returns the round of a thank-you, confirm_invite or ask_new_date, or "".
func (k ItemKey) Round() ID {
	parts := strings.Split(string(k), ":")
	switch k.Kind() {
	case KindThankYou, KindConfirmInvite, KindAskNewDate:
		if len(parts) > 1 && parts[1] != "next" {
			return ID(parts[1])
		}
	}
	return ""
}

// KeepInTouchKey names the reminder to write to a person again.
func KeepInTouchKey(person ID) ItemKey { return ItemKey("keep_in_touch:" + string(person)) }

// Person returns the person of a thank-you ("agency" for an agency) or of
// keeping in touch, or "".
func (k ItemKey) Person() ID {
	parts := strings.SplitN(string(k), ":", 3)
	switch {
	case k.Kind() == KindThankYou && len(parts) == 3:
		return ID(parts[2])
	case k.Kind() == KindKeepInTouch && len(parts) == 2:
		return ID(parts[1])
	}
	return ""
}

// An ItemKind is the kind of an item.
type ItemKind string

// The kinds of items.
const (
	KindThankYou       ItemKind = "thank_you"
	KindCheckIn        ItemKind = "check_in"
	KindStayInTouch    ItemKind = "stay_in_touch"
	KindRejectionReply ItemKind = "rejection_reply"
	KindOfferAck       ItemKind = "offer_ack"
	KindOfferDecision  ItemKind = "offer_decision"
	KindConfirmInvite  ItemKind = "confirm_invite"
	KindAskNewDate     ItemKind = "ask_new_date"
	KindWithdrawNote   ItemKind = "withdraw_note"
	KindLogReply       ItemKind = "log_reply"
	KindKeepInTouch    ItemKind = "keep_in_touch" // of one person; no rule of schedule.md
)

// A State says where an item stands at one instant (schedule.md 12.1).
type State string

// The states of an item.
const (
	StatePlanned   State = "planned"
	StateOpen      State = "open"
	StateDue       State = "due"
	StateOverdue   State = "overdue"
	StateMissed    State = "missed"
	StateHeld      State = "held"
	StateStopped   State = "stopped"
	StateCancelled State = "cancelled"
	StateSkipped   State = "skipped"
	StateDone      State = "done"
)

// A Reason says why an item is held, moved, stopped or gone (schedule.md 12.5).
type Reason string

// The reasons.
const (
	ReasonReply      Reason = "reply_received"
	ReasonNextRound  Reason = "next_round"
	ReasonOOO        Reason = "out_of_office"
	ReasonSnoozed    Reason = "snoozed"
	ReasonMerged     Reason = "merged_into_rejection_reply"
	ReasonOffer      Reason = "offer_received"
	ReasonWithdrawn  Reason = "withdrawn"
	ReasonSuperseded Reason = "superseded"
)

// RuleKeep is the rule of keeping in touch, which is none of schedule.md.
const RuleKeep = "keep_in_touch"

// A Bar says why the plan has no note of a kind, or no further one.
type Bar struct {
	Kind ItemKind // a thank-you, a check-in or the last note
	Why  Barrier
}

// A Barrier is what keeps notes out of a plan.
type Barrier string

// The barriers, with their rules in schedule.md.
const (
	BarNoContact Barrier = "no_contact" // 8.2a, 11.8: the user wants no contact
	BarRejection Barrier = "rejection"  // 4.2
	BarOffer     Barrier = "offer"      // 4.2
	BarWithdrawn Barrier = "withdrawn"  // 4.2
	BarNobody    Barrier = "nobody"     // 7.1: nobody is known to have been met
	BarUndated   Barrier = "undated"    // 8.2a: no interview has a date
	BarTakenBack Barrier = "taken_back" // 8.2a: the date was taken back
	BarAhead     Barrier = "ahead"      // 8.2b: the next round comes first
	BarAsked     Barrier = "asked"      // 8.2c: enough check-ins in this period
	BarLastSent  Barrier = "last_sent"  // 8.2d: the last note was sent
	BarEnough    Barrier = "enough"     // 10.1: the cap of a lifetime
)

// A Badge is one word for where an application stands, in English; the window
// translates it (schedule.md 13).
type Badge string

// The badges.
const (
	BadgeInterview Badge = "Interview scheduled"
	BadgeThankYou  Badge = "Thank-you due"
	BadgeWaiting   Badge = "Waiting"
	BadgeCheckIn   Badge = "Check-in due"
	BadgeStay      Badge = "Stay in touch"
	BadgeReplied   Badge = "They replied"
	BadgeOffer     Badge = "Offer"
	BadgeClosed    Badge = "Closed"
	BadgeNothing   Badge = "Nothing more to send"
)

// A Flag marks something about the whole plan that needs the user (schedule.md 14).
type Flag string

// The flags.
const (
	FlagFixAddress Flag = "fix_address"
	FlagOther      Flag = "ask_for_other_contact"
)
