package desk

import (
	"errors"
	"strings"
	"testing"

	"afterword/data"
)

const kim = "From: Kim <kim@acme.example>\nTo: robin@example.net\nSubject: Hello\nMessage-ID: <k1@acme.example>\n"

// asked returns the open questions, of which there are so many.
func (w *week) asked(n int) []Review {
	w.Helper()
	open, err := w.Reviews(w.Context())
	w.check(err)
	if len(open) != n {
		w.Fatalf("got %d questions, want %d", len(open), n)
	}
	return open
}

// TestTrustAfterYes: the tick after a yes makes the rule for the sender, and the
// same tick takes it away; the next mail of the sender goes by it.
func TestTrustAfterYes(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	w.mail("inbox", kim, "Could you send the slides?")
	id := w.asked(1)[0].Message.ID
	if err := w.Trust(t.Context(), id, true); !errors.Is(err, data.ErrNothing) {
		t.Errorf("trust before the answer: %v, want data.ErrNothing", err)
	}
	w.check(w.Answer(t.Context(), id, data.AnswerYes, w.app))
	for _, always := range []bool{true, false, true} {
		w.check(w.Trust(t.Context(), id, always))
		rules, err := w.store.SenderRules(t.Context())
		w.check(err)
		if (len(rules) == 1 && rules[0].Application == w.app) != always {
			t.Errorf("trust %t: rules %+v", always, rules)
		}
	}
	w.mail("inbox", strings.Replace(kim, "k1", "k2", 1), "And the handout?")
	w.asked(0)
}

// TestLastAnswer finds the answer to take back, also in another run of the
// program and for a mail that is older than others.
func TestLastAnswer(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	w.mail("inbox", kim, "Could you send the slides?")
	w.at("2026-11-11T11:30:00+01:00")
	w.mail("inbox", strings.Replace(kim, "k1", "k2", 1), "Or the handout?")
	open := w.asked(2)
	for i, answer := range []data.Answer{data.AnswerNo, data.AnswerNo} {
		w.at([]string{"2026-11-11T12:00:00+01:00", "2026-11-11T12:05:00+01:00"}[i])
		w.check(w.Answer(t.Context(), open[1-i].Message.ID, answer, ""))
	}
	for i := range 2 {
		last, err := w.LastAnswered(t.Context())
		w.check(err)
		if last.ID != open[i].Message.ID {
			t.Errorf("take back %d: got %s, want %s", i+1, last.ID, open[i].Message.ID)
		}
		w.check(w.AskAgain(t.Context(), last.ID))
	}
	if _, err := w.LastAnswered(t.Context()); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("with nothing answered: %v, want data.ErrNotFound", err)
	}
}

const suggestion = "From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Invitation\nMessage-ID: <c1@acme.example>\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n"

// TestMeetingIsEditedFirst: what the user corrects is what is noted.
func TestMeetingIsEditedFirst(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	w.mail("inbox", kim, "Could you send the slides?")
	w.mail("inbox", suggestion, strings.ReplaceAll(string(calendar("BEGIN:VEVENT\nUID:u1\nDTSTAMP:20261111T080000Z\nDTSTART:20261118T090000Z\nDTEND:20261118T100000Z\nSUMMARY:Second talk\nLOCATION:Room 1\nEND:VEVENT\n")), "\r\n", "\n"))
	for _, r := range w.asked(2) {
		start := w.Now().AddDate(0, 0, 8)
		err := w.AnswerMeeting(t.Context(), r.Message.ID, w.app, RoundEdit{Kind: "onsite", Place: "Room 2", When: &NewInterview{Start: start, Zone: "Europe/Berlin"}})
		if r.Message.Invite == nil {
			if !errors.Is(err, data.ErrNothing) {
				t.Errorf("a mail without a meeting: %v, want data.ErrNothing", err)
			}
			continue
		}
		w.check(err)
		det, err := w.Detail(t.Context(), w.app)
		w.check(err)
		last := det.Rounds[len(det.Rounds)-1]
		if len(det.Rounds) != 2 || !last.Start.Equal(start) || last.Place != "Room 2" || last.Kind != "onsite" {
			t.Errorf("noted %+v, want what was corrected", det.Rounds)
		}
	}
}

// TestUnlinkMail: a mail that is taken out of its application does nothing there
// any more, and can be asked about again.
func TestUnlinkMail(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	before := w.plan()
	w.mail("inbox", sortHead+"Message-ID: <one@acme.example>\n", "Thank you, Robin.")
	sorted, err := w.Sorted(t.Context())
	w.check(err)
	id := sorted[0].Message.ID
	w.check(w.UnlinkMail(t.Context(), id))
	if got := w.plan(); got != before {
		t.Errorf("taken out: plan %s, want %s", got, before)
	}
	if err := w.UnlinkMail(t.Context(), id); !errors.Is(err, data.ErrNothing) {
		t.Errorf("taken out twice: %v, want data.ErrNothing", err)
	}
	w.check(w.AskAgain(t.Context(), id))
	if r := w.asked(1)[0]; len(r.Candidates) != 1 || r.Candidates[0].Application != w.app {
		t.Errorf("asked again about %+v, want Acme", r.Candidates)
	}
	w.check(w.Answer(t.Context(), id, data.AnswerYes, w.app))
	if got := w.plan(); got == before {
		t.Error("after yes the mail stops nothing")
	}
}
