package data

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// history reads "a b u:a" as notes a and b and an undo of a; "u2:a" gives the
// undo an ID of its own, so that it can be a target.
func history(text string) []Event {
	var events []Event
	for _, word := range strings.Fields(text) {
		id, target, isUndo := strings.Cut(word, ":")
		e := Event{ID: ID(id), Type: EventNote}
		if isUndo {
			e.Type, e.Target = EventUndo, ID(target)
		}
		events = append(events, e)
	}
	return events
}

func TestInForce(t *testing.T) {
	cases := []struct{ events, want, why string }{
		{"", "", "nothing"},
		{"a b", "a b", "no undo"},
		{"a b u:a", "b", "an undo removes its target"},
		{"a u:a v:u", "a", "undo of an undo brings it back"},
		{"a u:a v:u w:v", "", "and undo of that removes it again"},
		{"u:a a", "a", "the target must be earlier"},
		{"a u:b", "a", "a target that is not there"},
		{"a u:a v:a", "", "removed already or not"},
		{"a u:a v:a w:v", "", "one of two undos still stands"},
		{"a a u:a", "a", "the nearest of two with one ID"},
		{"a b u:b v:a", "", "two undos"},
	}
	for _, c := range cases {
		var got []string
		for _, e := range InForce(history(c.events)) {
			got = append(got, string(e.ID))
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: InForce(%s) = %q, want %q", c.why, c.events, text, c.want)
		}
	}
}

func TestUndoWithoutTarget(t *testing.T) {
	events := []Event{{Type: EventNote}, {Type: EventUndo}}
	if got := Undone(events); slices.Contains(got, true) {
		t.Errorf("Undone = %v, want none: the empty ID names no event", got)
	}
}

// TestInForceIsRecursive compares with the words of the rule: an event is
// removed when an undo of it stands, and an undo stands unless it is removed.
func TestInForceIsRecursive(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var events []Event
		for i := range rapid.IntRange(1, 14).Draw(rt, "events") {
			e := Event{ID: ID(rune('a' + i)), Type: EventNote}
			if i > 0 && rapid.Bool().Draw(rt, "undo") {
				e.Type, e.Target = EventUndo, events[rapid.IntRange(0, i-1).Draw(rt, "target")].ID
			}
			events = append(events, e)
		}
		var stands func(ID) bool
		stands = func(id ID) bool {
			return !slices.ContainsFunc(events, func(u Event) bool {
				return u.Type == EventUndo && u.Target == id && stands(u.ID)
			})
		}
		for i, undone := range Undone(events) {
			if want := !stands(events[i].ID); undone != want {
				rt.Fatalf("event %s undone = %t, want %t in %+v", events[i].ID, undone, want, events)
			}
		}
	})
}
