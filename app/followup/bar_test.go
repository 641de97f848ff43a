package followup

import (
	"slices"
	"testing"
	"time"

	"afterword/data"
)

// TestBars asks why there is no note: one case for each barrier.
func TestBars(t *testing.T) {
	at := func(d int) time.Time { return time.Date(2026, time.November, d, 10, 0, 0, 0, time.UTC) }
	round := func(id data.ID, d int) data.Interview {
		return data.Interview{ID: id, Start: at(d), End: at(d).Add(time.Hour), With: []data.Met{{Person: "dana"}}}
	}
	sent := func(item data.ItemKey, d int) data.Event {
		return data.Event{ID: data.ID(item), Type: data.EventSent, Item: item, At: at(d)}
	}
	met := []data.Interview{round("r1", 2)}
	cases := []struct {
		name string
		in   Input
		kind data.ItemKind
		why  data.Barrier
	}{
		{"no contact wanted", Input{Rounds: met, Policy: data.NoContact}, data.KindStayInTouch, data.BarNoContact},
		{"rejected", Input{Rounds: met, Events: []data.Event{{Type: data.EventRejection, At: at(4)}}}, data.KindCheckIn, data.BarRejection},
		{"offered", Input{Rounds: met, Events: []data.Event{{Type: data.EventOffer, At: at(4)}}}, data.KindCheckIn, data.BarOffer},
		{"withdrawn", Input{Rounds: met, Events: []data.Event{{Type: data.EventWithdraw, At: at(4)}}}, data.KindStayInTouch, data.BarWithdrawn},
		{"nobody met", Input{Rounds: []data.Interview{{ID: "r1", Start: at(2), End: at(2)}}}, data.KindThankYou, data.BarNobody},
		{"no interview", Input{}, data.KindCheckIn, data.BarUndated},
		{"date taken back", Input{Rounds: met, Events: []data.Event{{Type: data.EventInterviewCancelled, Round: "r1", Canceller: "employer", At: at(1)}}}, data.KindCheckIn, data.BarTakenBack},
		{"next round ahead", Input{Rounds: []data.Interview{round("r1", 2), round("r2", 29)}}, data.KindCheckIn, data.BarAhead},
		{"asked already", Input{Rounds: met, Events: []data.Event{sent("check_in:1", 12)}}, data.KindCheckIn, data.BarAsked},
		{"last note sent", Input{Rounds: met, Events: []data.Event{sent("stay_in_touch", 12)}}, data.KindCheckIn, data.BarLastSent},
	}
	for _, c := range cases {
		c.in.Now = at(20)
		if got, want := Plan(c.in, data.DefaultSettings()).Bars, (data.Bar{Kind: c.kind, Why: c.why}); !slices.Contains(got, want) {
			t.Errorf("%s: bars %v, want %v among them", c.name, got, want)
		}
	}
	capped := data.DefaultSettings()
	capped.MaxTotalNudges = 0
	got := Plan(Input{Rounds: met, Now: at(20)}, capped).Bars
	if want := (data.Bar{Kind: data.KindStayInTouch, Why: data.BarEnough}); !slices.Contains(got, want) {
		t.Errorf("cap of none: bars %v, want %v among them", got, want)
	}
}

// TestBarredKindsHaveNothingToDo: a barred kind has no unfinished item.
func TestBarredKindsHaveNothingToDo(t *testing.T) {
	check(t, func(d draw, in Input, s data.Settings) {
		plan := Plan(in, s)
		for _, b := range plan.Bars {
			for _, it := range plan.Items {
				if it.Key.Kind() == b.Kind && !it.Finished() {
					d.Fatalf("%s is barred (%s) and in the plan as %s", it.Key, b.Why, it.State)
				}
			}
		}
	})
}
