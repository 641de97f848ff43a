package desk

import (
	"fmt"
	"testing"

	"afterword/data"
)

// contact reads the one person who is found.
func (w *week) contactOf(search string) Contact {
	w.Helper()
	ids, err := w.Contacts(w.Context(), search, false)
	w.check(err)
	if len(ids) != 1 {
		w.Fatalf("%q finds %d people, want 1", search, len(ids))
	}
	c, err := w.Contact(w.Context(), ids[0])
	w.check(err)
	return c
}

// TestAContactsStory: an interview, a thank-you, an answer, a reminder that
// starts anew with each contact, and an undo.
func TestAContactsStory(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-17T10:00:00+01:00")
	if got, want := w.contactOf("dana").Standing, "No contact yet."; got != want {
		t.Errorf("before the interview: got %q, want %q", got, want)
	}
	w.at("2026-11-17T15:00:00+01:00")
	dana := w.contactOf("ruiz")
	saved, err := w.KeepInTouch(t.Context(), dana.Person.ID, 90)
	w.check(err)
	story := func(when, standing, next string, contacts int) {
		t.Helper()
		c := w.contactOf("acme")
		if c.Standing != standing || c.Next != next || len(c.History)+c.More != contacts {
			t.Errorf("%s: got %q, %q, %d contacts, want %q, %q, %d", when, c.Standing, c.Next, len(c.History)+c.More, standing, next, contacts)
		}
	}
	story("after the interview", "Your last contact was today.", "Next: Mon 15 Feb.", 1)
	w.at("2026-11-18T09:30:00+01:00")
	w.mail("sent", ours, "Thank you for yesterday.")
	story("after the thank-you", "Your last contact was today.", "Next: Tue 16 Feb.", 2)
	w.at("2027-02-16T10:30:00+01:00")
	story("when it is time", "Your last contact was on 18 November.", "A good day for a line. There is no hurry.", 2)
	closed, err := w.CloseApplication(t.Context(), w.app, "no_answer")
	w.check(err)
	story("closed", "Your last contact was on 18 November.", "Stay in touch from Tue 16 Feb. No reminder while Acme Robotics is closed or archived.", 2)
	_, err = w.Undo(t.Context(), closed)
	w.check(err)
	_, err = w.UndoBatch(t.Context(), saved.Batch)
	w.check(err)
	story("undone", "Your last contact was on 18 November.", "", 2)
}

func TestContactIsRefused(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-17T10:00:00+01:00")
	dana := w.contactOf("dana")
	for _, n := range []ContactEdit{{Name: " "}, {Name: "Dana", Kind: "friend"}, {Name: "Dana", Addresses: []string{"dana at acme"}}} {
		if saved, err := w.EditContact(t.Context(), dana.Person.ID, n); err == nil || saved.Count != 0 {
			t.Errorf("%+v: got %v, %v, want it refused", n, saved, err)
		}
	}
	if _, err := w.KeepInTouch(t.Context(), dana.Person.ID, 30); err == nil {
		t.Error("a reminder after 30 days: want it refused")
	}
	if _, err := w.Contact(t.Context(), "nobody"); err == nil {
		t.Error("a person who is not there: want an error")
	}
}

// BenchmarkPeople shows the list of 100,000 people: all places, the rows in
// sight, and with each letter of a search.
func BenchmarkPeople(b *testing.B) {
	d := manyDesk(b, 100_000)
	contacts := func(b *testing.B, search string) []data.ID {
		ids, err := d.Contacts(b.Context(), search, false)
		if err != nil {
			b.Fatal(err)
		}
		return ids
	}
	all := contacts(b, "")
	for _, search := range []string{"", "d", "dana ruiz 77", "nobody"} {
		b.Run(fmt.Sprintf("search %q", search), func(b *testing.B) {
			for b.Loop() {
				contacts(b, search)
			}
		})
	}
	b.Run("rows in sight", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.ContactRows(b.Context(), all[50_000:50_040]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("one", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Contact(b.Context(), all[50_000]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
