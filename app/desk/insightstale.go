package desk

import (
	"slices"
	"time"

	"afterword/data"
)

// A tale is what the numbers need of one application. It does not depend on the
// time of day: what lies ahead is left out when it is counted.
type tale struct {
	company, role string
	meetings      []sitting // that have a date, by their end
	checks        []checked
	offer         time.Time // of the first offer; zero for none
	invited       time.Time // when a further round was first announced; zero for never
}

// A sitting is an interview with what followed it.
type sitting struct {
	end     time.Time
	thanked time.Time // when the first note that did not come back was sent; zero for never
	answer  time.Time // the first one; zero for none
}

// A checked is one check-in that was sent.
type checked struct {
	sent   time.Time
	answer time.Time // the first one that belongs to it; zero for none
}

// taleOf reads one application.
func taleOf(c *data.Case, s data.Settings, zone *time.Location) tale {
	t := tale{company: c.Application.Company, role: c.Application.Role}
	events := data.InForce(c.Events)
	sent := arrived(events)
	for _, iv := range standing(c) {
		if end := endOf(iv, s, zone); !end.IsZero() {
			t.meetings = append(t.meetings, sitting{end: end, thanked: thanked(sent, iv.ID)})
		}
	}
	slices.SortStableFunc(t.meetings, func(a, b sitting) int { return a.end.Compare(b.end) })
	heard := answers(events)
	for i := range t.meetings {
		t.meetings[i].answer = firstBetween(heard, t.meetings[i].end, t.endAfter(i))
	}
	t.readChecks(sent, heard)
	t.readNews(events)
	return t
}

// endAfter returns when the interview after the one at i ends, zero for none.
func (t *tale) endAfter(i int) time.Time {
	if i+1 < len(t.meetings) {
		return t.meetings[i+1].end
	}
	return time.Time{}
}

// arrived returns the notes that were sent and did not come back, of each item
// the first time it was sent since it last came back.
func arrived(events []data.Event) map[data.ItemKey]time.Time {
	sent := make(map[data.ItemKey]time.Time)
	for _, e := range events {
		switch e.Type {
		case data.EventSent:
			if _, again := sent[e.Item]; !again {
				sent[e.Item] = e.At
			}
		case data.EventBounce:
			delete(sent, e.Item)
		}
	}
	return sent
}

// thanked returns when the first thank-you of a round was sent, zero for never.
func thanked(sent map[data.ItemKey]time.Time, round data.ID) (first time.Time) {
	for item, at := range sent {
		if item.Kind() == data.KindThankYou && item.Round() == round && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first
}

// answers returns when the employer answered, in order.
func answers(events []data.Event) []time.Time {
	var at []time.Time
	unread := -1 // the first reply of which nobody has said what it means
	for _, e := range events {
		switch {
		case e.Type == data.EventReply && (e.Class == data.ReplyCourtesy || e.Class == data.ReplyNotAboutThis):
			if unread >= 0 {
				at, unread = at[:unread], -1
			}
		case e.Type == data.EventReply && (e.Class == "" || e.Class == data.ReplyUnknown):
			if unread < 0 {
				unread = len(at)
			}
			at = append(at, e.At)
		case e.Type == data.EventReply, e.Type == data.EventRejection, e.Type == data.EventOffer, e.Type == data.EventInvite:
			at, unread = append(at, e.At), -1
		}
	}
	return at
}

// firstBetween returns the first instant from an instant on and before another
// one, which is zero for no limit; zero when there is none.
func firstBetween(at []time.Time, from, before time.Time) time.Time {
	for _, t := range at {
		if !t.Before(from) && (before.IsZero() || t.Before(before)) {
			return t
		}
	}
	return time.Time{}
}

// readChecks finds the check-ins and the answers that belong to them.
func (t *tale) readChecks(sent map[data.ItemKey]time.Time, heard []time.Time) {
	for item, at := range sent {
		if item.Kind() == data.KindCheckIn {
			t.checks = append(t.checks, checked{sent: at})
		}
	}
	slices.SortFunc(t.checks, func(a, b checked) int { return a.sent.Compare(b.sent) })
	for i := range t.checks {
		k := &t.checks[i]
		var limit time.Time
		if i+1 < len(t.checks) {
			limit = t.checks[i+1].sent
		}
		for _, m := range t.meetings {
			if m.end.After(k.sent) && (limit.IsZero() || m.end.Before(limit)) {
				limit = m.end
				break
			}
		}
		k.answer = firstBetween(heard, k.sent.Add(1), limit)
	}
}

// readNews finds the first offer, and the first announcement of a further round
// after the first one.
func (t *tale) readNews(events []data.Event) {
	for _, e := range events {
		switch {
		case e.Type == data.EventOffer, e.Type == data.EventReply && e.Class == data.ReplyOffer:
			if t.offer.IsZero() {
				t.offer = e.At
			}
		case e.Type == data.EventInvite, e.Type == data.EventReply && e.Class == data.ReplyNextRound:
			if t.invited.IsZero() && len(t.meetings) > 0 && !e.At.Before(t.meetings[0].end) {
				t.invited = e.At
			}
		}
	}
}
