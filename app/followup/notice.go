package followup

import (
	"time"

	"afterword/data"
)

// A Notice is one mention of an item that is right at one instant (schedule.md
// 12.2 to 12.4 and 16.3). An item has at most two in its life: when it is due,
// and when it is overdue.
type Notice struct {
	Item    data.ItemKey
	Overdue bool
	Instant time.Time // the due instant, the start of being overdue, or a reminder: with Item, what fires once
	From    time.Time // from when on the notice is right, outside quiet time
}

// Notices returns what a plan may mention from now on, also what lies ahead, in
// the order of the items. Of several mentions of one item that are right
// together the last counts. zone is the user's.
func Notices(plan *data.Plan, s *data.Settings, zone *time.Location) []Notice {
	var all []Notice
	for _, it := range plan.Items {
		if !it.Pending() || it.State == data.StateHeld {
			continue
		}
		if !it.NotifyAt.IsZero() {
			all = append(all, Notice{Item: it.Key, Instant: it.Due, From: it.NotifyAt})
			if !it.OverdueFrom.IsZero() {
				all = append(all, Notice{Item: it.Key, Overdue: true, Instant: it.OverdueFrom, From: Awake(it.OverdueFrom, s, zone)})
			}
		}
		for _, t := range it.Reminders {
			all = append(all, Notice{Item: it.Key, Instant: t, From: t})
		}
	}
	return all
}

// Awake returns t, or the end of the user's quiet time when t lies in it
// (schedule.md 12.3).
func Awake(t time.Time, s *data.Settings, zone *time.Location) time.Time {
	p := planner{s: *s}
	p.user.loc = zone
	return p.awake(t).moved
}
