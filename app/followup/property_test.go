package followup

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterword/data"
)

// A draw makes inputs that people could have: rounds within some weeks, and
// events of every type around them.
type draw struct {
	*rapid.T
	from time.Time
}

func pick[V any](d draw, label string, all ...V) V { return rapid.SampledFrom(all).Draw(d.T, label) }

func (d draw) at(label string) time.Time {
	return d.from.Add(time.Duration(rapid.IntRange(0, 100*24*4).Draw(d.T, label)) * 15 * time.Minute)
}

func (d draw) day(label string) data.Day { return data.DayOf(d.at(label), time.UTC) }

func (d draw) zone(label string) *time.Location {
	name := pick(d, label, "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe",
		"America/Havana", "America/Santiago", "Pacific/Chatham", "Africa/Cairo", "UTC")
	loc, err := time.LoadLocation(name)
	if err != nil {
		d.Fatal(err)
	}
	return loc
}

func (d draw) interview(id string) data.Interview {
	iv := data.Interview{ID: data.ID(id)}
	switch pick(d, "known", "times", "start", "date") {
	case "times":
		iv.Start = d.at("start")
		iv.End = iv.Start.Add(45 * time.Minute)
	case "start":
		iv.Start = d.at("start")
	default:
		iv.Date = d.day("date")
	}
	for _, p := range []data.ID{"dana", "lee"} {
		if rapid.Bool().Draw(d.T, "met") {
			iv.With = append(iv.With, data.Met{Person: p})
		}
	}
	return iv
}

func (d draw) event(i int) data.Event {
	e := data.Event{
		ID: data.ID(fmt.Sprintf("e%d", i)), At: d.at("at"), Target: data.ID(fmt.Sprintf("e%d", rapid.IntRange(0, 9).Draw(d.T, "target"))),
		Type: pick(d, "type", data.EventSent, data.EventSent, data.EventSkip, data.EventSnooze, data.EventBounce,
			data.EventUndo, data.EventPromise, data.EventReply, data.EventReply, data.EventOOO, data.EventATSUpdate,
			data.EventRejection, data.EventOffer, data.EventInvite, data.EventRescheduled,
			data.EventInterviewCancelled, data.EventWithdraw, data.EventNote),
		Item: pick(d, "item", "thank_you:r1:dana", "thank_you:r2:dana", "thank_you:r2:lee", "check_in:1", "check_in:1",
			"check_in:2", "stay_in_touch", "log_reply", "ask_new_date:r1", "rejection_reply", "offer_decision",
			"confirm_invite:next", data.ItemKey("check_in:0")),
		Class: pick(d, "class", data.ReplyUnknown, data.ReplyCourtesy, data.ReplyStillDeciding, data.ReplyPromise,
			data.ReplyNextRound, data.ReplyRejection, data.ReplyOffer, data.ReplyNotAboutThis),
		Round: pick(d, "round", data.ID("r1"), "r2", "r3"), Canceller: pick(d, "by", "employer", "candidate"),
		Until: d.day("until"), By: d.day("promise"), Inclusive: rapid.Bool().Draw(d.T, "inclusive"),
	}
	if rapid.Bool().Draw(d.T, "dated") {
		e.Return, e.Deadline, e.Start = d.day("return"), d.at("deadline"), d.at("moved")
	}
	if e.Type == data.EventInvite && rapid.Bool().Draw(d.T, "whole") {
		iv := d.interview("r3")
		e.Invited = &iv
	}
	return e
}

func (d draw) input() Input {
	in := Input{
		UserZone: d.zone("user"), EmployerZone: d.zone("employer"), Now: d.at("now"),
		Holidays: []data.Day{d.day("holiday"), d.day("holiday")},
		Policy:   pick(d, "policy", data.AnyContact, data.AnyContact, data.ViaAgency, data.NoContact),
	}
	for i := range rapid.IntRange(0, 2).Draw(d.T, "rounds") {
		in.Rounds = append(in.Rounds, d.interview(fmt.Sprintf("r%d", i+1)))
	}
	for i := range rapid.IntRange(0, 10).Draw(d.T, "events") {
		in.Events = append(in.Events, d.event(i))
	}
	if rapid.Bool().Draw(d.T, "promised") {
		in.PromisedBy = d.day("promised_by")
	}
	return in
}

func (d draw) settings() data.Settings {
	s, _ := Preset(pick(d, "preset", "standard", "fast", "patient", "two_touch"))
	s.MaxTotalNudges = rapid.IntRange(0, 4).Draw(d.T, "nudges")
	if rapid.Bool().Draw(d.T, "early") {
		s.QuietStart, s.QuietEnd = 0, 3*60-15
	}
	return s
}

// check runs a property over many inputs, from a spring and from an autumn so
// that clocks change both ways.
func check(t *testing.T, property func(d draw, in Input, s data.Settings)) {
	for _, from := range []time.Time{
		time.Date(2027, time.February, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2026, time.October, 1, 0, 0, 0, 0, time.UTC),
	} {
		rapid.Check(t, func(rt *rapid.T) {
			d := draw{rt, from}
			property(d, d.input(), d.settings())
		})
	}
}

func isChaser(k data.ItemKey) bool {
	return k.Kind() == data.KindCheckIn || k.Kind() == data.KindStayInTouch || k.Kind() == data.KindAskNewDate
}

func isDue(s data.State) bool { return s == data.StateDue || s == data.StateOverdue }

func TestPlanIsPure(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		before := fmt.Sprintf("%+v %+v", in, s)
		first, second := Plan(in, s), Plan(in, s)
		if !reflect.DeepEqual(first, second) {
			d.Fatalf("got two plans from one input:\n%+v\n%+v", first, second)
		}
		if after := fmt.Sprintf("%+v %+v", in, s); after != before {
			d.Fatalf("the input changed: got\n%s, want\n%s", after, before)
		}
	})
}

func TestPlanIgnoresTheOrderOfTheList(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		for i := range in.Events { // no two at one instant
			in.Events[i].At = in.Events[i].At.Add(time.Duration(i) * time.Second)
		}
		want := Plan(in, s)
		slices.Reverse(in.Events)
		if got := Plan(in, s); !reflect.DeepEqual(got, want) {
			d.Fatalf("reversed list: got\n%+v, want\n%+v", got, want)
		}
	})
}

func TestChasersKeepTheirDistance(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		plan := Plan(in, s)
		due, pending, sent := 0, 0, 0
		_, unread := plan.Item("log_reply")
		_, next := plan.Item("confirm_invite:next")
		for _, it := range plan.Items {
			if !isChaser(it.Key) {
				continue
			}
			if isDue(it.State) {
				due++
			}
			switch {
			case it.Key.Kind() == data.KindAskNewDate:
			case it.State == data.StateDone:
				sent++
			case it.State != data.StateSkipped:
				pending++
			}
			if (unread || next) && it.State != data.StateStopped && !it.Finished() {
				d.Errorf("they answered: got %s %s, want it stopped", it.Key, it.State)
			}
		}
		if due > 1 {
			d.Errorf("got %d chasers due, want at most 1: %+v", due, plan.Items)
		}
		if pending > 0 && sent+pending > s.MaxTotalNudges {
			d.Errorf("got %d sent and %d to send, want at most %d: %+v", sent, pending, s.MaxTotalNudges, plan.Items)
		}
	})
}

func TestTimesOfItems(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		c := newWorkdays(in.Holidays, s.Weekend)
		c.freeze = spans(nil, s.Freeze)
		for _, it := range Plan(in, s).Items {
			if it.Due.IsZero() {
				continue
			}
			if on := data.DayOf(it.Due, in.EmployerZone); isChaser(it.Key) && !c.works(dayOf(on)) {
				d.Errorf("%s: got due on %s, want a working day", it.Key, on)
			}
			if it.Due.Before(it.Opens) && it.Key != keyDecision {
				d.Errorf("%s: got due %s before it opens %s", it.Key, it.Due, it.Opens)
			}
			if !it.Pending() && !it.NotifyAt.IsZero() {
				d.Errorf("%s is %s: got a notification at %s, want none", it.Key, it.State, it.NotifyAt)
			}
			if quiet(it.NotifyAt, in.UserZone, s) {
				d.Errorf("%s: got a notification at %s, in quiet time", it.Key, it.NotifyAt.In(in.UserZone))
			}
			if len(it.Because) == 0 {
				d.Errorf("%s: got no explanation of its date", it.Key)
			}
		}
	})
}

func quiet(t time.Time, zone *time.Location, s data.Settings) bool {
	if t.IsZero() {
		return false
	}
	wall := data.Wall(t.In(zone).Hour()*60 + t.In(zone).Minute())
	if s.QuietStart < s.QuietEnd {
		return s.QuietStart <= wall && wall < s.QuietEnd
	}
	return wall >= s.QuietStart || wall < s.QuietEnd
}

// ageless takes away what rule 10.8 may change.
func ageless(p data.Plan) data.Plan {
	p.Until = time.Time{}
	for i := range p.Items {
		it := &p.Items[i]
		if isChaser(it.Key) {
			it.OverdueFrom = time.Time{}
			if it.State == data.StateOverdue {
				it.State = data.StateDue
			}
		}
	}
	return p
}

func TestUndo(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		in.Events = slices.DeleteFunc(in.Events, func(e data.Event) bool { return e.Type == data.EventUndo })
		if len(in.Events) == 0 {
			return
		}
		last := in.Now.Add(time.Hour)
		for _, e := range in.Events {
			last = later(last, e.At)
		}
		in.Now = last.Add(time.Hour)
		target := in.Events[rapid.IntRange(0, len(in.Events)-1).Draw(d.T, "undone")].ID
		plain, undone, redone := in, in, in
		plain.Events = slices.DeleteFunc(slices.Clone(in.Events), func(e data.Event) bool { return e.ID == target })
		undone.Events = append(slices.Clone(in.Events), data.Event{ID: "u1", Type: data.EventUndo, Target: target, At: last})
		redone.Events = append(slices.Clone(undone.Events), data.Event{ID: "u2", Type: data.EventUndo, Target: "u1", At: last})
		if got, want := ageless(Plan(undone, s)), ageless(Plan(plain, s)); !reflect.DeepEqual(got, want) {
			d.Errorf("undo of %s: got\n%+v, want\n%+v", target, got, want)
		}
		if got, want := Plan(redone, s), Plan(in, s); !reflect.DeepEqual(got, want) {
			d.Errorf("redo of %s: got\n%+v, want\n%+v", target, got, want)
		}
	})
}

// TestPlanStaysUntil: time alone changes nothing before Plan.Until, so that a
// plan may be kept until then.
func TestPlanStaysUntil(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		plan := Plan(in, s)
		if !plan.Until.IsZero() && !plan.Until.After(in.Now) {
			d.Fatalf("until %s is not after now %s", plan.Until, in.Now)
		}
		left := 400 * 24 * time.Hour
		if !plan.Until.IsZero() {
			left = plan.Until.Sub(in.Now) - 1
		}
		for _, after := range []time.Duration{left, time.Duration(rapid.Int64Range(0, int64(left)).Draw(d.T, "after"))} {
			then := in
			then.Now = in.Now.Add(after)
			if got := Plan(then, s); !reflect.DeepEqual(got, plan) {
				d.Fatalf("after %s of %s the plan is\n%+v, want\n%+v", after, left, got, plan)
			}
		}
	})
}
