package desk

import (
	"time"

	"afterword/app/followup"
	"afterword/data"
)

// keepInTouch adds an item for each person whom the user wants to write to again
// some time after the last contact of any kind and channel. It is never late, and
// a new contact begins the time anew.
func (d *Desk) keepInTouch(c *data.Case, plan *data.Plan, p Preferences, s data.Settings, now time.Time) {
	if c.Application.Policy == data.NoContact {
		return
	}
	for _, who := range c.People {
		if who.Keep <= 0 {
			continue
		}
		last, until := d.contact(c, who.ID, s, now)
		if last.IsZero() {
			continue
		}
		zone := d.employerZone(c)
		from := data.DayOf(last, zone)
		day := from.Add(who.Keep)
		if until.After(day) {
			day = until
		}
		day = followup.AddWorkingDays(day.Add(-1), 1, d.daysOff(c, p, now), s.Weekend)
		due := day.At(s.SendTime, zone)
		it := data.Item{
			Key: data.KeepInTouchKey(who.ID), Opens: due, Due: due, NotifyAt: followup.Awake(due, &s, d.Zone()),
			Because: []data.Cause{{Rule: data.RuleKeep, From: from, N: who.Keep, To: day}},
			State:   data.StatePlanned,
		}
		if !now.Before(due) {
			it.State = data.StateDue
		} else if plan.Until.IsZero() || due.Before(plan.Until) {
			plan.Until = due
		}
		plan.Items = append(plan.Items, it)
	}
}

// contact returns when the user and a person last had to do with each other, by
// now, and until when the user moved the reminder since then. What was sent to
// the employer, and what came from there, counts for everybody there: a line too
// few is better than one too many.
func (d *Desk) contact(c *data.Case, person data.ID, s data.Settings, now time.Time) (last time.Time, until data.Day) {
	touch := func(t time.Time) {
		if !t.After(now) && t.After(last) {
			last, until = t, data.Day{}
		}
	}
	for _, iv := range standing(c) {
		for _, m := range iv.With {
			if m.Person == person {
				touch(endOf(iv, s, d.employerZone(c)))
			}
		}
	}
	key := data.KeepInTouchKey(person)
	for _, e := range data.InForce(c.Events) {
		mine := e.Item == key
		switch e.Type {
		case data.EventSent:
			if mine || e.Item.Person() == "" || e.Item.Person() == person {
				touch(e.At)
			}
		case data.EventReply, data.EventInvite, data.EventOffer, data.EventRejection, data.EventPromise, data.EventCall:
			touch(e.At)
		case data.EventSkip:
			if mine {
				touch(e.At)
			}
		case data.EventSnooze:
			if mine && !e.At.After(now) {
				until = e.Until
			}
		}
	}
	return last, until
}
