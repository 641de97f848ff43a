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
