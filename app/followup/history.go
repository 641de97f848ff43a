package followup

import (
	"slices"
	"time"

	"afterword/data"
)

// A fact is an event that counts, with its meaning (schedule.md 2).
type fact struct {
	*data.Event
	kind  kind
	order int // its place among all facts; larger is "later"
}

// A removal is an event that an undo took back.
type removal struct {
	*data.Event
	undone time.Time // of the last undo
}

// A kind is what an event means; several spellings of one meaning are one kind
// (schedule.md 2, rule 5).
type kind uint8

const (
	unknown kind = iota // a type that the plan passes over
	undo
	sent
	skip
	snooze
	bounce
	replied // and nobody has said yet what it means
	courtesy
	deciding
	promised
	nextRound
	notThis
	away
	underReview
	rejected
	offered
	withdrawn
	invited
	moved
	cancelled
)

func kindOf(e *data.Event) kind {
	switch e.Type {
	case data.EventUndo:
		return undo
	case data.EventSent:
		return sent
	case data.EventSkip:
		return skip
	case data.EventSnooze:
		return snooze
	case data.EventBounce:
		return bounce
	case data.EventReply:
		return classOf(e)
	case data.EventPromise:
		return promiseOf(e)
	case data.EventOOO:
		return away
	case data.EventATSUpdate:
		return underReview
	case data.EventRejection:
		return rejected
	case data.EventOffer:
		return offered
	case data.EventWithdraw:
		return withdrawn
	case data.EventInvite:
		if e.Invited == nil || !e.Invited.HasTime() {
			return nextRound
		}
		return invited
	case data.EventRescheduled:
		return moved
	case data.EventInterviewCancelled:
		return cancelled
	}
	return unknown
}

func classOf(e *data.Event) kind {
	switch e.Class {
	case data.ReplyCourtesy:
		return courtesy
	case data.ReplyStillDeciding:
		return deciding
	case data.ReplyPromise:
		return promiseOf(e)
	case data.ReplyNextRound:
		return nextRound
	case data.ReplyRejection:
		return rejected
	case data.ReplyOffer:
		return offered
	case data.ReplyNotAboutThis:
		return notThis
	}
	return replied
}

func promiseOf(e *data.Event) kind {
	if e.By.IsZero() {
		return deciding
	}
	return promised
}

// readEvents finds the events that count: those until now, in order, without
// the undone ones and the undos (schedule.md 2, rules 1 to 4).
func (p *planner) readEvents(events []data.Event) {
	all := slices.Grow(p.room.facts[:0], len(events))
	undos := false
	for i := range events {
		e := &events[i]
		k := kindOf(e)
		if k == unknown || !p.reached(e.At) {
			continue
		}
		undos = undos || k == undo
		all = append(all, fact{Event: e, kind: k})
	}
	slices.SortStableFunc(all, func(a, b fact) int { return a.At.Compare(b.At) })
	if undos {
		all = p.takeBack(all)
	}
	for i := range all {
		all[i].order = i
	}
	p.facts = all
}

// takeBack returns the facts that are left after all undos, from the last undo
// to the first, and remembers the removed ones.
func (p *planner) takeBack(all []fact) []fact {
	gone := slices.Grow(p.room.gone[:0], len(all))[:len(all)]
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].kind != undo || gone[i] || all[i].Target == "" {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			if all[j].ID != all[i].Target {
				continue
			}
			if !gone[j] && all[j].kind != undo {
				p.removed = append(p.removed, removal{all[j].Event, all[i].At})
			}
			gone[j] = true
			break
		}
	}
	left := all[:0]
	for i := range all {
		if !gone[i] && all[i].kind != undo {
			left = append(left, all[i])
		}
	}
	return left
}
