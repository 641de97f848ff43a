package desk

import (
	"testing"
	"time"

	"afterword/data"
)

// invited files an invitation to a second round as calendar mail does, and
// returns the round.
func (w *week) invited(start time.Time) data.ID {
	w.Helper()
	iv := data.Interview{ID: "round-2", Application: w.app, Start: start, End: start.Add(time.Hour), Kind: "video"}
	_, err := w.Desk.file(w.Context(), data.Event{Application: w.app, Type: data.EventInvite, Invited: &iv})
	w.check(err)
	return iv.ID
}

func (w *week) detail() Detail {
	w.Helper()
	det, err := w.Detail(w.Context(), w.app)
	w.check(err)
	return det
}

func TestInvitedRoundIsMovedAndCancelled(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-17T10:00:00+01:00")
	start := time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC)
	round := w.invited(start)
	if det := w.detail(); len(det.Rounds) != 2 || det.Subtitle != "Product designer · Round 2 · Video call" {
		t.Fatalf("invited: %d rounds, subtitle %q, want 2 and Round 2", len(det.Rounds), det.Subtitle)
	}
	later := start.Add(48 * time.Hour)
	_, err := w.MoveInterview(t.Context(), round, NewInterview{Start: later, End: later.Add(time.Hour)})
	w.check(err)
	if got := w.detail().Rounds[1].Start; !got.Equal(later) {
		t.Errorf("moved: starts %s, want %s", got, later)
	}
	cancel, err := w.CancelInterview(t.Context(), round, "employer")
	w.check(err)
	det := w.detail()
	if len(det.Rounds) != 1 || len(det.Cancelled) != 1 || !det.Cancelled[0].Start.Equal(later) {
		t.Errorf("cancelled: got rounds %v, cancelled %v, want the moved one cancelled", det.Rounds, det.Cancelled)
	}
	_, err = w.Undo(t.Context(), cancel)
	w.check(err)
	if det := w.detail(); len(det.Rounds) != 2 || len(det.Cancelled) != 0 {
		t.Errorf("undone: got %d rounds, %d cancelled, want 2 and none", len(det.Rounds), len(det.Cancelled))
	}
}

func TestTimelineOfOneInstantIsNewestFirst(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	for _, role := range []string{"Designer", "Lead"} {
		_, err := w.SetApplication(t.Context(), w.app, "role", role)
		w.check(err)
	}
	var set []string
	for _, e := range w.detail().Timeline {
		if e.Kind == string(data.EventSet) {
			set = append(set, e.Text)
		}
	}
	if len(set) != 2 || set[0] != "Changed role to Lead" {
		t.Errorf("got %q, want the newest first", set)
	}
}

func TestTopicIsTakenBack(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	p := w.detail().Case.People[0]
	change := PersonChange{Name: p.Name, Job: p.Job, Preferred: p.Preferred, Address: p.Address(), Topic: "tests"}
	w.check(w.SetPerson(t.Context(), w.app, p.ID, change))
	if got := w.detail().People[0].Topic; got != "tests" {
		t.Fatalf("topic = %q, want tests", got)
	}
	_, err := w.UndoLast(t.Context())
	w.check(err)
	if got := w.detail().People[0].Topic; got != "" {
		t.Errorf("after undo the topic is %q, want none", got)
	}
}

func TestNotesTypedBeforeACrashAreNotLostByUndo(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	keep := func(was, now string) {
		t.Helper()
		w.check(w.TypeNotes(t.Context(), w.app, now))
		_, err := w.KeepNotes(t.Context(), w.app, was, now)
		w.check(err)
	}
	notes := func() string { return w.detail().Case.Application.Notes }
	keep("", "tea")
	w.check(w.TypeNotes(t.Context(), w.app, "tea and cake")) // and the program ended here
	keep("tea and cake", "nothing")
	for _, want := range []string{"tea and cake", "tea", ""} {
		_, err := w.UndoLast(t.Context())
		w.check(err)
		if got := notes(); got != want {
			t.Errorf("after undo the notes are %q, want %q", got, want)
		}
	}
}

func TestCalendarMailIsAnswered(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	w.at("2026-11-17T10:00:00+01:00")
	start := time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC)
	answer := func(class data.Class, start time.Time) Detail {
		t.Helper()
		det := w.detail()
		m := data.Message{
			Application: w.app, Class: class, From: "dana@acme.example", Arrived: w.Now(),
			Invite: &data.Interview{UID: "round-2@acme.example", Start: start, End: start.Add(time.Hour)},
		}
		if e, ok := meeting(&det.Case, m, data.Event{Application: w.app}); ok {
			_, err := w.Desk.file(t.Context(), e)
			w.check(err)
		}
		return w.detail()
	}
	if det := answer(data.ClassCalendarCancel, start); len(det.Rounds) != 1 || len(det.Cancelled) != 0 {
		t.Errorf("cancellation of an unknown meeting: got %d rounds, %d cancelled", len(det.Rounds), len(det.Cancelled))
	}
	det := answer(data.ClassCalendarRequest, start)
	if len(det.Rounds) != 2 || det.Rounds[1].ID == "" || len(det.Rounds[1].With) != 1 {
		t.Fatalf("invited: got %+v, want a second round with Dana and an id", det.Rounds)
	}
	if det = answer(data.ClassCalendarRequest, start.Add(time.Hour)); len(det.Rounds) != 2 || !det.Rounds[1].Start.Equal(start.Add(time.Hour)) {
		t.Errorf("invited again with another time: got %+v, want the round moved", det.Rounds)
	}
	if det = answer(data.ClassCalendarCancel, start.Add(time.Hour)); len(det.Rounds) != 1 || len(det.Cancelled) != 1 {
		t.Errorf("cancelled: got %d rounds, %d cancelled, want one each", len(det.Rounds), len(det.Cancelled))
	}
}
