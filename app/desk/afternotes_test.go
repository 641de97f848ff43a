package desk

import (
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// afterRound is an application whose first round ended two hours ago, with two
// people.
func afterRound(t *testing.T, d *Desk) (c data.Case, round data.ID) {
	t.Helper()
	start := d.Now().Add(-3 * time.Hour)
	id, err := d.AddApplication(t.Context(), NewApplication{Company: "Acme Robotics", Role: "Product designer", First: NewInterview{
		Start: start, End: start.Add(time.Hour),
		With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}, {Name: "Lee Park", Addresses: []string{"lee@acme.example"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Set(t.Context(), "me.name", "Robin Vale"); err != nil {
		t.Fatal(err)
	}
	c, err = d.store.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c, c.Interviews[0].ID
}

// noteDown types and files fields, as pairs of name and value.
func noteDown(t *testing.T, d *Desk, application, round data.ID, pairs ...string) Kept {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if err := d.TypeAfterNote(t.Context(), application, round, pairs[i], pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := d.KeepAfterNotes(t.Context(), application, round)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func letterTo(t *testing.T, d *Desk, application data.ID, item data.ItemKey) string {
	t.Helper()
	draft, err := d.Draft(t.Context(), application, item, "")
	if err != nil {
		t.Fatal(err)
	}
	return draft.Letter.Body
}

// TestNotesFeedEveryLetter: each interviewer's topic is in their letter alone,
// the strength and the promised day are where they belong, and undo takes each
// out again.
func TestNotesFeedEveryLetter(t *testing.T) {
	d := newWeek(t, "2026-11-23T14:00:00Z").Desk
	c, round := afterRound(t, d)
	dana, lee := c.People[0].ID, c.People[1].ID
	kept := noteDown(t, d, c.Application.ID, round,
		PersonField("topic", dana), "how your team tests early ideas", PersonField("topic", lee), "the warehouse in Graz",
		PersonField("name", lee), "Lee Parker", data.NoteStrength, "my work on route planning", data.NoteSaid, "by Friday")
	if len(kept.Faults) > 0 || len(kept.Events) < 5 {
		t.Fatalf("kept %+v, want five fields filed and no faults", kept)
	}
	toDana := letterTo(t, d, c.Application.ID, data.ThankYouKey(round, dana))
	toLee := letterTo(t, d, c.Application.ID, data.ThankYouKey(round, lee))
	for _, want := range []struct {
		body, words string
		in          bool
	}{
		{toDana, "how your team tests early ideas", true},
		{toDana, "Graz", false},
		{toDana, "route planning", true},
		{toLee, "the warehouse in Graz", true},
		{toLee, "early ideas", false},
		{toLee, "Hi Lee", true},
	} {
		if got := strings.Contains(want.body, want.words); got != want.in {
			t.Errorf("%q in the letter: got %v, want %v:\n%s", want.words, got, want.in, want.body)
		}
	}
	det, err := d.Detail(t.Context(), c.Application.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := det.Case.Application.PromisedBy, (data.Day{Year: 2026, Month: 11, Day: 27}); got != want {
		t.Errorf("promised by %v, want %v", got, want)
	}
	for i := len(kept.Events) - 1; i >= 0; i-- {
		if _, err := d.Undo(t.Context(), kept.Events[i]); err != nil {
			t.Fatal(err)
		}
	}
	if body := letterTo(t, d, c.Application.ID, data.ThankYouKey(round, dana)); strings.Contains(body, "early ideas") || strings.Contains(body, "route planning") {
		t.Errorf("after undo the letter still tells the notes:\n%s", body)
	}
}

// TestTypedNotesSurvive: what was typed and never left shows again and can be
// filed; what cannot be filed stays as typed.
func TestTypedNotesSurvive(t *testing.T) {
	d := newWeek(t, "2026-11-23T14:00:00Z").Desk
	c, round := afterRound(t, d)
	dana := c.People[0].ID
	for name, value := range map[string]string{data.NoteForgot: "I have led a move of this size before", PersonField("address", dana): "dana at acme"} {
		if err := d.TypeAfterNote(t.Context(), c.Application.ID, round, name, value); err != nil {
			t.Fatal(err)
		}
	}
	read := func() AfterNotes {
		n, err := d.AfterNotes(t.Context(), c.Application.ID, round)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := read(); n.Forgot != "I have led a move of this size before" || n.People[0].Address != "dana at acme" {
		t.Errorf("notes after typing = %+v, want what was typed", n)
	}
	kept, err := d.KeepAfterNotes(t.Context(), c.Application.ID, round)
	if err != nil || len(kept.Events) != 1 || kept.Faults[PersonField("address", dana)] == nil {
		t.Errorf("kept %+v, %v, want one event and a fault of the address", kept, err)
	}
	if n := read(); n.People[0].Address != "dana at acme" {
		t.Errorf("address = %q, want it kept as typed", n.People[0].Address)
	}
	if body := letterTo(t, d, c.Application.ID, data.ThankYouKey(round, dana)); strings.Contains(body, "dana at acme") {
		t.Errorf("the letter uses what could not be read:\n%s", body)
	}
}

// TestTodayAsksHowItWent: once a round has ended, until notes are made or
// refused, and for three days.
func TestTodayAsksHowItWent(t *testing.T) {
	d := newWeek(t, "2026-11-23T14:00:00Z").Desk
	c, round := afterRound(t, d)
	asks := func() int {
		today, err := d.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(today.After)
	}
	if got := asks(); got != 1 {
		t.Fatalf("cards after the round: got %d, want 1", got)
	}
	event, err := d.NoAfterNotes(t.Context(), c.Application.ID, round)
	if err != nil || asks() != 0 {
		t.Errorf("cards after \"no notes\": got %d (%v), want 0", asks(), err)
	}
	if _, err := d.Undo(t.Context(), event); err != nil || asks() != 1 {
		t.Errorf("cards after its undo: got %d (%v), want 1", asks(), err)
	}
	noteDown(t, d, c.Application.ID, round, data.NoteNext, "the talk with your team")
	if got := asks(); got != 0 {
		t.Errorf("cards after notes: got %d, want 0", got)
	}
}
