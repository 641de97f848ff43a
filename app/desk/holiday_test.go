package desk

import (
	"testing"
	"time"

	"afterword/data"
)

// in stores an application with one interview with somebody at an address.
func (w *week) in(country, address string) Detail {
	w.Helper()
	at := time.Date(2026, time.November, 16, 9, 0, 0, 0, time.UTC)
	id, err := w.AddApplication(w.Context(), NewApplication{
		Company: "Acme", Country: country,
		First: NewInterview{Start: at, End: at.Add(time.Hour), With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{address}}}},
	})
	w.check(err)
	w.app = id
	_, err = w.SetApplication(w.Context(), id, "promised_by", "2026-11-25")
	w.check(err)
	return w.detail()
}

func TestHolidaysOfTheEmployersCountry(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	due := func(det Detail) string {
		it, _ := det.Plan.Item("check_in:1")
		return it.Due.Format(time.DateOnly)
	}
	if det := w.in("", "dana@acme.example"); due(det) != "2026-11-27" || det.Country != "" {
		t.Errorf("no country: due %s in %q, want 27 Nov", due(det), det.Country)
	}
	if det := w.in("US", "dana@acme.example"); due(det) != "2026-11-30" || det.Guessed {
		t.Errorf("US with Thanksgiving: due %s, guessed %v, want 30 Nov", due(det), det.Guessed)
	}
	det := w.in("", "dana@acme.us")
	if want := "Their public holidays count as those of United States, a guess from their mail address."; due(det) != "2026-11-30" || !det.Guessed || det.PlanNote != want {
		t.Errorf("an address in .us: due %s, guessed %v, note %q", due(det), det.Guessed, det.PlanNote)
	}
	_, err := w.SetApplication(t.Context(), w.app, "holidays", "2026-11-27")
	w.check(err)
	if got := due(w.detail()); got != "2026-11-30" {
		t.Errorf("with a list of its own: due %s, want 30 Nov", got)
	}
	if det := w.in("IL", "dana@acme.example"); due(det) != "2026-11-29" {
		t.Errorf("a weekend on Friday and Saturday: due %s, want Sunday 29 Nov", due(det))
	}
	w.check(w.Set(t.Context(), "weekend", "[5,6]"))
	if got := due(w.detail()); got != "2026-11-27" {
		t.Errorf("with a weekend of the user's own: due %s, want 27 Nov", got)
	}
}

// TestNoAnswerIsProposed counts ten working days of the employer from the last
// note (schedule.md 16.9).
func TestNoAnswerIsProposed(t *testing.T) {
	w := newWeek(t, "2026-10-05T09:00:00+02:00")
	w.add("2026-10-05T10:00:00+02:00")
	w.at("2026-11-09T10:00:00+01:00")
	_, err := w.MarkSent(t.Context(), w.app, "stay_in_touch", time.Time{}, "")
	w.check(err)
	for _, c := range []struct {
		now  string
		want bool
	}{
		{"2026-11-20T18:00:00+01:00", false},
		{"2026-11-23T09:00:00+01:00", true},
	} {
		w.at(c.now)
		if det := w.detail(); det.Propose != c.want {
			t.Errorf("at %s with %s: proposed %v, want %v", c.now, det.Badge, det.Propose, c.want)
		}
	}
	_, err = w.Said(t.Context(), w.app, data.ReplyStillDeciding, data.Day{}, time.Time{})
	w.check(err)
	if w.detail().Propose {
		t.Error("proposed although they wrote")
	}
}

// TestSavedOfAnApplication: a changed country, list of holidays or zone that moves
// a date into the past makes it due, not overdue, and so does taking it back
// (schedule.md 16.5).
func TestSavedOfAnApplication(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.in("", "dana@acme.example")
	_, err := w.SetApplication(t.Context(), w.app, "holidays", "2026-11-26,2026-11-27,2026-11-30,2026-12-01,2026-12-02,2026-12-03,2026-12-04,2026-12-07,2026-12-08")
	w.check(err)
	state := func() data.State {
		det := w.detail()
		it, _ := det.Plan.Item("check_in:1")
		return it.State
	}
	w.at("2026-12-08T12:00:00+01:00")
	if got := state(); got != data.StatePlanned {
		t.Fatalf("with nine days off: got %s, want planned", got)
	}
	id, err := w.SetApplication(t.Context(), w.app, "holidays", "2026-12-25")
	w.check(err)
	if got := state(); got != data.StateDue {
		t.Errorf("a date moved to 27 Nov: got %s, want due", got)
	}
	w.at("2026-12-09T19:00:00+01:00")
	if got := state(); got != data.StateOverdue {
		t.Errorf("after the next working day: got %s, want overdue", got)
	}
	_, err = w.Undo(t.Context(), id)
	w.check(err)
	w.at("2026-12-11T12:00:00+01:00")
	_, err = w.Redo(t.Context())
	w.check(err)
	if got := state(); got != data.StateDue {
		t.Errorf("put back: got %s, want due", got)
	}
}

// TestPinKeepsTheTimeOfDay moves a date over the end of summer time.
func TestPinKeepsTheTimeOfDay(t *testing.T) {
	w := newWeek(t, "2026-10-05T09:00:00+02:00")
	w.add("2026-10-05T10:00:00+02:00")
	_, err := w.Pin(t.Context(), w.app, "check_in:1", data.Day{Year: 2026, Month: 10, Day: 26})
	w.check(err)
	det := w.detail()
	it, _ := det.Plan.Item("check_in:1")
	if got := it.Due.Format(time.RFC3339) + " " + it.OverdueFrom.Format(time.RFC3339); got != "2026-10-26T10:00:00+01:00 2026-10-29T18:00:00+01:00" {
		t.Errorf("due and overdue from: got %s", got)
	}
}

func TestGuessPassesOverProvidersForEverybody(t *testing.T) {
	for address, want := range map[string]string{"dana@gmx.de": "", "dana@web.de": "", "dana@acme.de": "DE", "": ""} {
		c := data.Case{People: []data.Person{{Addresses: []string{address}}}}
		if got, guessed := Country(&c); got != want || guessed != (want != "") {
			t.Errorf("country by %q: got %q, guessed %v, want %q", address, got, guessed, want)
		}
	}
}
