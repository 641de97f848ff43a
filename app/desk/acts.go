package desk

import (
	"time"

	"afterword/app/followup"
	"afterword/assets"
	"afterword/data"
)

// acts returns the two buttons of an application (screens.md 4.2).
func acts(c *data.Case, plan *data.Plan, b data.Badge) (primary, secondary Act) {
	it, some := next(plan)
	switch b {
	case data.BadgeThankYou:
		it = first(plan, data.KindThankYou, it)
		return Act{ActWrite, assets.L("Write thank-you"), it.Key, "", ""}, Act{ActSent, assets.L("I've sent it"), it.Key, "", ""}
	case data.BadgeCheckIn:
		it = first(plan, data.KindCheckIn, first(plan, data.KindAskNewDate, it))
		return Act{ActWrite, assets.L("Write check-in"), it.Key, "", ""}, Act{ActSent, assets.L("I've sent it"), it.Key, "", ""}
	case data.BadgeReplied:
		e := lastReply(c)
		undo := Act{Kind: ActUndo, Label: assets.L("Undo"), Event: e.ID}
		if e.Message == "" {
			return Act{Kind: ActSaid, Label: assets.L("Note what they said")}, undo
		}
		return Act{Kind: ActSaid, Label: assets.L("Note what they said"), Mail: e.Message}, undo
	case data.BadgeStay:
		it = first(plan, data.KindStayInTouch, first(plan, data.KindRejectionReply, it))
		return Act{ActWrite, assets.L("Write a warm note"), it.Key, "", ""}, Act{ActSkip, assets.L("Skip"), it.Key, "", ""}
	case data.BadgeOffer:
		return Act{Kind: ActDeadline, Label: assets.L("Note the deadline")}, Act{ActWrite, assets.L("Write thanks"), data.ItemKey(data.KindOfferAck), "", ""}
	case data.BadgeClosed:
		if c.Application.State == data.ClosedBy {
			return Act{Kind: ActReopen, Label: assets.L("Reopen")}, Act{}
		}
		if some {
			return Act{ActWrite, assets.L("Write a short note"), it.Key, "", ""}, Act{}
		}
	case data.BadgeInterview:
		return Act{Kind: ActNotes, Label: assets.L("Prepare notes")}, Act{}
	case data.BadgeWaiting:
		return Act{}, Act{Kind: ActSaid, Label: assets.L("They said a date…")}
	}
	return Act{}, Act{}
}

// first returns the wanted item of a kind, or else when there is none.
func first(plan *data.Plan, kind data.ItemKind, otherwise data.Item) data.Item {
	for _, it := range plan.Items {
		if it.Key.Kind() == kind && it.Pending() && it.State != data.StatePlanned {
			return it
		}
	}
	return otherwise
}

// lastReply returns the newest reply in force.
func lastReply(c *data.Case) data.Event {
	var last data.Event
	for _, e := range data.InForce(c.Events) {
		if e.Type == data.EventReply && !e.At.Before(last.At) {
			last = e
		}
	}
	return last
}

// quiet reports whether to offer closing as "No answer": ten working days after
// the last note, or after everything was finished, when nobody wrote
// (schedule.md 16.9).
func (d *Desk) quiet(c *data.Case, p Preferences, b data.Badge) bool {
	const patience = 10 // working days
	if c.Application.State != data.Active || lastReply(c).ID != "" {
		return false
	}
	last, noted := lastAct(c)
	if !noted && b != data.BadgeNothing {
		return false
	}
	for _, iv := range standing(c) { // where nothing was ever done
		if end := endOf(iv, p.Schedule, d.employerZone(c)); last.IsZero() || end.After(last) && !noted {
			last = end
		}
	}
	if last.IsZero() {
		return false
	}
	zone := d.employerZone(c)
	from := followup.AddWorkingDays(data.DayOf(last, zone), patience, d.daysOff(c, p, last), schedule(c, p).Weekend)
	return !data.DayOf(d.Now(), zone).Before(from)
}

// lastAct returns when the user last sent something or left something out, and
// whether the last note was sent.
func lastAct(c *data.Case) (last time.Time, noted bool) {
	for _, e := range data.InForce(c.Events) {
		if e.Type != data.EventSent && e.Type != data.EventSkip {
			continue
		}
		if e.At.After(last) {
			last = e.At
		}
		noted = noted || e.Type == data.EventSent && e.Item.Kind() == data.KindStayInTouch
	}
	return last, noted
}
