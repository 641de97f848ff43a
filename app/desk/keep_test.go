package desk

import (
	"errors"
	"testing"
	"time"

	"afterword/data"
)

func (w *week) keep(days int) data.ItemKey {
	w.Helper()
	p := w.detail().Case.People[0]
	w.check(w.SetPerson(w.Context(), w.app, p.ID, PersonChange{Name: p.Name, Preferred: p.Preferred, Job: p.Job, Address: p.Address(), Keep: days}))
	return data.KeepInTouchKey(p.ID)
}

func TestKeepInTouchIsMeasuredFromTheLastContact(t *testing.T) {
	w := quietWeek(t, "2026-06-01T09:00:00+02:00")
	w.add("2026-06-01T10:00:00+02:00")
	w.at("2026-06-02T10:00:00+02:00")
	_, err := w.Said(t.Context(), w.app, data.ReplyRejection, data.Day{}, time.Time{})
	w.check(err)
	key := w.keep(90)
	due := func() string {
		det := w.detail()
		it, ok := det.Plan.Item(key)
		if !ok {
			return ""
		}
		return it.Due.Format(time.DateOnly) + " " + string(it.State)
	}
	if got, want := due(), "2026-08-31 planned"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	w.at("2026-08-31T10:00:00+02:00")
	if got, want := due(), "2026-08-31 due"; got != want {
		t.Errorf("on the day: got %q, want %q", got, want)
	}
	today, err := w.Today(t.Context())
	w.check(err)
	if n := len(today.Cards); n == 0 || today.Cards[n-1].Title != "A line to Dana Ruiz" {
		t.Errorf("cards %+v, want a line to Dana", today.Cards)
	}
	if got := w.noticed(w.awake()); got == "" {
		t.Error("nothing is said on the day")
	}
	sent, err := w.MarkSent(t.Context(), w.app, key, time.Time{}, "phone")
	w.check(err)
	if got, want := due(), "2026-11-30 planned"; got != want {
		t.Errorf("after a call: got %q, want %q", got, want)
	}
	_, err = w.Undo(t.Context(), sent)
	w.check(err)
	_, err = w.Snooze(t.Context(), w.app, key, data.Day{Year: 2026, Month: 9, Day: 10})
	w.check(err)
	if got, want := due(), "2026-09-10 planned"; got != want {
		t.Errorf("later: got %q, want %q", got, want)
	}
	if w.keep(0); due() != "" {
		t.Errorf("switched off: %q", due())
	}
	_, err = w.UndoLast(t.Context())
	w.check(err)
	if due() == "" {
		t.Error("the undo did not switch it on again")
	}
}

func TestKeepInTouchLetterAndLimits(t *testing.T) {
	w := quietWeek(t, "2026-06-01T09:00:00+02:00")
	w.add("2026-06-01T10:00:00+02:00")
	w.at("2026-12-01T10:00:00+01:00")
	key := w.keep(180)
	draft, err := w.Draft(t.Context(), w.app, key, data.ToneWarm)
	if err != nil || draft.Stage != "keep_in_touch" || draft.Letter.To != "Dana Ruiz <dana@acme.example>" {
		t.Errorf("letter for %q to %q, %v", draft.Stage, draft.Letter.To, err)
	}
	p := w.detail().Case.People[0]
	if err := w.SetPerson(t.Context(), w.app, p.ID, PersonChange{Name: p.Name, Keep: 45}); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("45 days: %v, want ErrInvalid", err)
	}
	_, err = w.SetApplication(t.Context(), w.app, "policy", "no_contact")
	w.check(err)
	det := w.detail()
	if _, ok := det.Plan.Item(key); ok {
		t.Error("a reminder although no contact is wanted")
	}
}

func TestKeepInTouchFallsOnAWorkingDay(t *testing.T) {
	w := quietWeek(t, "2026-08-28T09:00:00+02:00")
	w.in("US", "dana@acme.example") // met on 16 November
	w.at("2026-11-17T09:00:00+01:00")
	key := w.keep(180)
	det := w.detail()
	if it, _ := det.Plan.Item(key); it.Due.Format(time.DateOnly) != "2027-05-17" {
		t.Errorf("due %s, want the Monday after the weekend", it.Due)
	}
	w.at("2026-08-28T09:00:00+02:00")
	w.add("2026-06-09T10:00:00+02:00") // ninety days on is Labor Day in the US
	_, err := w.SetApplication(t.Context(), w.app, "country", "US")
	w.check(err)
	key = w.keep(90)
	det = w.detail()
	if it, _ := det.Plan.Item(key); it.Due.Format(time.DateOnly) != "2026-09-08" {
		t.Errorf("due %s, want the day after Labor Day", it.Due)
	}
}
