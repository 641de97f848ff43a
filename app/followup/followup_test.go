package followup

import (
	"fmt"
	"testing"
	"time"

	"afterword/data"
)

func berlin(t *testing.T) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestPlanOfNothing(t *testing.T) {
	plan := Plan(Input{}, data.Settings{})
	if len(plan.Items) != 0 || plan.Badge != data.BadgeWaiting || len(plan.Flags) != 0 {
		t.Errorf("got %+v, want an empty plan that waits", plan)
	}
}

// Nothing that a file can hold makes the planner search for ever.
func TestHostileInput(t *testing.T) {
	loc := berlin(t)
	start := time.Date(2026, 11, 2, 10, 0, 0, 0, loc)
	s := data.DefaultSettings()
	s.Weekend = []int{0, 1, 2, 3, 4, 5, 6}
	s.Freeze = [][]string{{"01-01", "12-31"}, {"broken"}}
	s.ThankExpiresBD, s.MinGapBD = 1<<40, -1<<40
	in := Input{UserZone: loc, Now: start.AddDate(0, 1, 0)}
	for i := range 1000 {
		id := data.ID(fmt.Sprintf("r%d", i))
		at := start.Add(time.Duration(i) * time.Minute)
		in.Rounds = append(in.Rounds, data.Interview{ID: id, Start: at, With: []data.Met{{Person: "dana"}, {Person: id}}})
		in.Events = append(in.Events,
			data.Event{ID: id, Type: data.EventSent, Item: checkInKey(i + 1), At: at},
			data.Event{Type: data.EventUndo, Target: id, At: at},
			data.Event{Type: data.EventOOO, Return: data.Day{Year: 9999, Month: 12, Day: 31}, At: at})
	}
	plan := Plan(in, s)
	if got, want := len(plan.Items), 2+1000+2; got != want {
		t.Errorf("got %d items, want %d: a note for dana on each of two days, one for each other, two chasers", got, want)
	}
}

func TestOrderOfItems(t *testing.T) {
	loc := berlin(t)
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, loc) }
	in := Input{
		UserZone: loc, Now: at(30, 10),
		Rounds: []data.Interview{
			{ID: "r1", Start: at(2, 10), With: []data.Met{{Person: "lee"}, {Person: "dana"}, {Person: "lee"}}},
			{ID: "r2", Start: at(3, 10), With: []data.Met{{Person: "ana"}}},
		},
		Events: []data.Event{
			{Type: data.EventSkip, Item: "check_in:10", At: at(4, 10)},
			{Type: data.EventSent, Item: "check_in:9", At: at(4, 11)},
			{Type: data.EventReply, At: at(20, 9)},
			{Type: data.EventReply, Class: data.ReplyNextRound, At: at(21, 9)},
			{Type: data.EventReply, At: at(22, 9)},
		},
	}
	s := data.DefaultSettings()
	s.MaxCheckins = 3
	want := []data.ItemKey{
		"thank_you:r1:lee", "thank_you:r1:dana", "thank_you:r2:ana", "check_in:9", "check_in:10", "check_in:11",
		"stay_in_touch", "log_reply", "confirm_invite:next",
	}
	plan := Plan(in, s)
	if len(plan.Items) != len(want) {
		t.Fatalf("got %d items, want %d: %+v", len(plan.Items), len(want), plan.Items)
	}
	for i, key := range want {
		if got := plan.Items[i].Key; got != key {
			t.Errorf("item %d: got %s, want %s", i, got, key)
		}
	}
}

// Each date says which rules led to it, in order.
func TestBecause(t *testing.T) {
	loc := berlin(t)
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, loc) }
	in := Input{
		UserZone: loc, Now: at(20, 10), PromisedBy: data.Day{Year: 2026, Month: 11, Day: 13},
		Rounds: []data.Interview{{ID: "r1", Start: at(3, 10), With: []data.Met{{Person: "dana"}}}},
		Events: []data.Event{
			{Type: data.EventATSUpdate, At: at(16, 9)},
			{Type: data.EventSnooze, Item: "check_in:1", Until: data.Day{Year: 2026, Month: 11, Day: 28}, At: at(17, 9)},
			{Type: data.EventOOO, Return: data.Day{Year: 2026, Month: 12, Day: 2}, At: at(18, 9)},
		},
	}
	plan := Plan(in, data.DefaultSettings())
	it, ok := plan.Item("check_in:1")
	if !ok || it.State != data.StateHeld || it.Reason != data.ReasonOOO {
		t.Fatalf("got %+v, %v, want a check-in that waits for their return", it, ok)
	}
	want := []string{
		"8.4 from 2026-11-13 by 2 to 2026-11-17", "10.4 from 2026-11-16 by 5 to 2026-11-23",
		"10.5 from 2026-11-17 by 0 to 2026-11-30", "10.6 from 2026-12-02 by 1 to 2026-12-03",
	}
	for i, c := range it.Because {
		if got := fmt.Sprintf("%s from %s by %d to %s", c.Rule, c.From, c.N, c.To); i >= len(want) || got != want[i] {
			t.Errorf("cause %d: got %q, want one of %q in order", i, got, want)
		}
	}
	if len(it.Because) != len(want) {
		t.Errorf("got %d causes, want %d", len(it.Because), len(want))
	}
}
