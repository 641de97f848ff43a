package desk

import (
	"testing"
	"time"
)

// TestWordsAfterSending follows one application from its thank-you to its last
// note: what is said once each was sent, and under the badge while it is due.
func TestWordsAfterSending(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	sent := func(want string) {
		t.Helper()
		det, err := w.Detail(t.Context(), w.app)
		w.check(err)
		for _, it := range det.Plan.Items {
			if it.Pending() {
				_, err := w.MarkSent(t.Context(), w.app, it.Key, time.Time{}, "")
				w.check(err)
				break
			}
		}
		got, err := w.AfterSending(t.Context(), w.app)
		w.check(err)
		if got != want {
			t.Errorf("after sending: got %q, want %q", got, want)
		}
	}
	w.at("2026-11-16T12:00:00+01:00")
	sent("Sent. Nothing more to do until Mon 30 Nov.")
	w.at("2026-11-30T12:00:00+01:00")
	det, err := w.Detail(t.Context(), w.app)
	w.check(err)
	if want := "Two weeks have passed. One short, friendly question is fine."; det.Standing != want {
		t.Errorf("while the check-in is due: got %q, want %q", det.Standing, want)
	}
	sent("Sent. Nothing more to do until Mon 14 Dec.")
	w.at("2026-12-14T12:00:00+01:00")
	sent("Sent. Nothing more to do here.")
}

func TestWordsAfterANamedDate(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	start := w.Now().Add(time.Hour)
	var err error
	w.app, err = w.AddApplication(t.Context(), NewApplication{Company: "Acme Robotics", First: NewInterview{Start: start, End: start.Add(time.Hour)}, Said: "by Friday"})
	w.check(err)
	w.at("2026-11-24T12:00:00+01:00")
	det, err := w.Detail(t.Context(), w.app)
	w.check(err)
	if want := "The date they named has passed. One short, friendly question is fine."; det.Standing != want {
		t.Errorf("after their date: got %q, want %q", det.Standing, want)
	}
}
