package sqlite

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

func TestEventKeepsEveryField(t *testing.T) {
	s := openTest(t, "")
	c := addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	d := data.Day{Year: 2026, Month: time.December, Day: 1}
	want := data.Event{
		Application: c.Application.ID, Type: data.EventInvite, At: noon, Filed: noon.Add(time.Second),
		Source: data.ByMail, Why: "why", Message: "m", Item: "check_in:1", Target: "t", Batch: "b", Class: data.ReplyOffer,
		By: d, Until: d.Add(1), Return: d.Add(2), Inclusive: true, Deadline: noon.Add(time.Minute), Round: "r",
		Start: noon.Add(time.Hour), End: noon.Add(2 * time.Hour), Date: d.Add(3),
		Invited: &data.Interview{
			ID: "i", Application: "a", Start: noon, End: noon, Date: d, Zone: "UTC", Kind: "video", Place: "here",
			UID: "u", With: []data.Met{{Person: "p", Topic: "t"}}, Notes: "n",
		},
		Canceller: "employer", Channel: "email", Reason: "other", Name: "n", Value: "v", Was: "w",
	}
	for i, f := range reflect.ValueOf(want).Fields() {
		if f.IsZero() && i.Name != "ID" && i.Name != "Seq" {
			t.Errorf("field %s is not tried", i.Name)
		}
	}
	write(t, s, func(tx *Tx) error { return tx.AddEvent(t.Context(), &want) })
	if want.ID == "" || want.Seq == 0 {
		t.Errorf("ID = %q, Seq = %d, want both set", want.ID, want.Seq)
	}
	if got := must(s.Event(t.Context(), want.ID)); !reflect.DeepEqual(got, want) {
		t.Errorf("Event =\n%+v, want\n%+v", got, want)
	}
	if got := must(s.Case(t.Context(), c.Application.ID)).Application.Updated; !got.Equal(want.Filed) {
		t.Errorf("Updated = %v, want %v", got, want.Filed)
	}
}

func TestEventsAreAppendOnly(t *testing.T) {
	s := openTest(t, "")
	addCase(t, s, "Acme", "", "Dana")
	for _, statement := range []string{
		"UPDATE events SET at = 0", "UPDATE events SET detail = NULL", "DELETE FROM events",
		"INSERT OR REPLACE INTO events (seq, id, application, type, at, filed) SELECT seq, 'x', application, 'note', 0, 0 FROM events",
		"INSERT OR REPLACE INTO events (id, application, type, at, filed) SELECT id, application, 'note', 0, 0 FROM events",
	} {
		_, err := s.write.Exec(statement)
		if err == nil || !strings.Contains(err.Error(), "events are never") {
			t.Errorf("%s: got %v, want a refusal", statement, err)
		}
	}
	if got := must(s.NewestEvents(t.Context(), 0, 10)); len(got) != 2 {
		t.Errorf("NewestEvents = %d, want 2", len(got))
	}
}

func TestRefusedEvents(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	cases := []struct {
		why   string
		event data.Event
		want  error
	}{
		{"no time", data.Event{Application: app, Type: data.EventNote}, data.ErrInvalid},
		{"undo of nothing", data.Event{Application: app, Type: data.EventUndo, Target: "x", At: noon}, data.ErrNotFound},
		{"unknown value", data.Event{Application: app, Type: data.EventSet, Name: "id", Value: "x", At: noon}, data.ErrInvalid},
		{"unknown record", data.Event{Application: app, Type: data.EventSet, Target: "x", Name: "role", At: noon}, data.ErrNotFound},
		{"bad day", data.Event{Application: app, Type: data.EventSet, Name: "promised_by", Value: "soon", At: noon}, data.ErrInvalid},
		{"bad list", data.Event{Application: app, Type: data.EventSet, Name: "holidays", Value: "[", At: noon}, data.ErrInvalid},
	}
	for _, c := range cases {
		err := s.Write(t.Context(), func(tx *Tx) error { return tx.AddEvent(t.Context(), &c.event) })
		if !errors.Is(err, c.want) {
			t.Errorf("%s: AddEvent = %v, want %v", c.why, err, c.want)
		}
	}
	err := s.Write(t.Context(), func(tx *Tx) error {
		return tx.AddEvent(t.Context(), &data.Event{Application: "x", Type: data.EventNote, At: noon})
	})
	if err == nil {
		t.Error("AddEvent to an application that is not there succeeded, want an error")
	}
	if got := must(s.NewestEvents(t.Context(), 0, 10)); len(got) != 2 {
		t.Errorf("NewestEvents = %d, want the 2 of before", len(got))
	}
}

func TestEventsInOrder(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	late := file(t, s, data.Event{Application: app, Type: data.EventNote, At: noon.Add(time.Hour)})
	early := file(t, s, data.Event{Application: app, Type: data.EventNote, At: noon.Add(time.Minute)})
	same := file(t, s, data.Event{Application: app, Type: data.EventNote, At: noon.Add(time.Hour)})
	events := must(s.Case(t.Context(), app)).Events[2:]
	if got, want := ids(events), []data.ID{early, late, same}; !reflect.DeepEqual(got, want) {
		t.Errorf("Case.Events = %v, want by time, then filing %v", got, want)
	}
	newest := must(s.NewestEvents(t.Context(), 0, 2))
	if got, want := ids(newest), []data.ID{same, early}; !reflect.DeepEqual(got, want) {
		t.Errorf("NewestEvents = %v, want by filing, newest first %v", got, want)
	}
}

func ids(events []data.Event) []data.ID {
	var all []data.ID
	for _, e := range events {
		all = append(all, e.ID)
	}
	return all
}
