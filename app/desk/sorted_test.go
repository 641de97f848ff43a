package desk

import (
	"testing"

	"afterword/data"
)

const sortHead = "From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Hello\nDate: Wed, 11 Nov 2026 09:00:00 +0100\n"

// TestSortedMailAndBack: a stop by itself shows with a way back, which gives
// exactly the plan before, and there again.
func TestSortedMailAndBack(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	before := w.plan()
	w.mail("inbox", sortHead+"Message-ID: <one@acme.example>\n", "Thank you, Robin.")
	stopped := w.plan()
	sorted, err := w.Sorted(t.Context())
	w.check(err)
	if len(sorted) != 1 || sorted[0].Event == "" || sorted[0].Company != "Acme Robotics" || stopped == before {
		t.Fatalf("got %+v, plan %s, want one stop of Acme", sorted, stopped)
	}
	_, err = w.Undo(t.Context(), sorted[0].Event)
	w.check(err)
	if got := w.plan(); got != before {
		t.Errorf("taken back: got %s, want %s", got, before)
	}
	sorted, err = w.Sorted(t.Context())
	w.check(err)
	if sorted[0].Undo == "" {
		t.Fatalf("got %+v, want the undo", sorted[0])
	}
	_, err = w.Undo(t.Context(), sorted[0].Undo)
	w.check(err)
	if got := w.plan(); got != stopped {
		t.Errorf("again: got %s, want %s", got, stopped)
	}
}

// TestAskAgain takes an answer back with the rule it made.
func TestAskAgain(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	before := w.plan()
	w.mail("inbox", "From: Kim <kim@acme.example>\nTo: robin@example.net\nSubject: Hello\nMessage-ID: <two@acme.example>\n", "Could you send the slides?")
	open, err := w.Reviews(t.Context())
	w.check(err)
	if len(open) != 1 {
		t.Fatalf("got %+v, want one question", open)
	}
	id := open[0].Message.ID
	for _, answer := range []data.Answer{data.AnswerYes, data.AnswerAlways, data.AnswerNo, data.AnswerNever} {
		w.check(w.Answer(t.Context(), id, answer, open[0].Candidates[0].Application))
		if again, err := w.Reviews(t.Context()); err != nil || len(again) != 0 {
			t.Errorf("%s: %v %v, want no question", answer, again, err)
		}
		w.check(w.AskAgain(t.Context(), id))
		again, err := w.Reviews(t.Context())
		w.check(err)
		rules, err := w.store.SenderRules(t.Context())
		w.check(err)
		if len(again) != 1 || len(again[0].Candidates) != 1 || len(rules) != 0 || w.plan() != before {
			t.Errorf("%s taken back: questions %+v, rules %v, plan %s; want it asked again, no rule and %s", answer, again, rules, w.plan(), before)
		}
	}
}

// TestMoveMail: a mail that stopped the wrong plan is moved to the right one.
func TestMoveMail(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	first := w.app
	other, err := w.AddApplication(t.Context(), NewApplication{Company: "Brightwater", First: NewInterview{Start: w.Now(), With: []data.Person{{Name: "Maya"}}}})
	w.check(err)
	w.at("2026-11-09T12:30:00+01:00")
	before := w.plan()
	w.mail("inbox", sortHead+"Message-ID: <three@acme.example>\n", "Thank you, Robin.")
	sorted, err := w.Sorted(t.Context())
	w.check(err)
	w.check(w.MoveMail(t.Context(), sorted[0].Message.ID, other))
	w.app = first
	if got := w.plan(); got != before {
		t.Errorf("where it was: got %s, want %s", got, before)
	}
	c, err := w.store.Case(t.Context(), other)
	w.check(err)
	sorted, err = w.Sorted(t.Context())
	w.check(err)
	if len(sorted) != 1 || sorted[0].Answered() || sorted[0].Company != "Brightwater" {
		t.Errorf("shows as %+v, want it sorted by itself, with its own way back", sorted)
	}
	if last := c.Events[len(c.Events)-1]; last.Type != data.EventReply || last.Message != sorted[0].Message.ID {
		t.Errorf("where it is: got %+v, want the reply", last)
	}
}

// TestAskAgainForgetsWhereItWas: an answer that named another application than
// was asked about leaves nothing of it behind.
func TestAskAgainForgetsWhereItWas(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	other, err := w.AddApplication(t.Context(), NewApplication{Company: "Brightwater", First: NewInterview{Start: w.Now(), With: []data.Person{{Name: "Maya"}}}})
	w.check(err)
	w.mail("inbox", "From: Kim <kim@acme.example>\nTo: robin@example.net\nSubject: Hello\nMessage-ID: <four@acme.example>\n", "Could you send the slides?")
	open, err := w.Reviews(t.Context())
	w.check(err)
	w.check(w.Answer(t.Context(), open[0].Message.ID, data.AnswerYes, other))
	w.check(w.AskAgain(t.Context(), open[0].Message.ID))
	again, err := w.Reviews(t.Context())
	w.check(err)
	if len(again) != 1 || len(again[0].Candidates) != 1 || again[0].Candidates[0].Application != w.app {
		t.Errorf("asked again about %+v, want Acme alone", again)
	}
}
