package sqlite

import (
	"path/filepath"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"afterword/data"
)

func TestStateFollowsEvents(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	last := data.ID("")
	steps := []struct {
		event  data.EventType // "" for undo of the event before
		state  data.AppState
		reason string
	}{
		{data.EventClosed, data.ClosedBy, "no_answer"},
		{data.EventUndo, data.Active, ""},
		{data.EventUndo, data.ClosedBy, "no_answer"},
		{data.EventArchived, data.Archived, "no_answer"},
		{data.EventReopened, data.Archived, ""},
		{data.EventUnarchived, data.Active, ""},
		{data.EventDeleted, data.Deleted, ""},
		{data.EventUndo, data.Active, ""},
	}
	for i, step := range steps {
		e := data.Event{Application: app, Type: step.event}
		if step.event == data.EventUndo {
			e.Target = last
		}
		if step.event == data.EventClosed {
			e.Reason = "no_answer"
		}
		last = file(t, s, e)
		got := must(s.Case(t.Context(), app)).Application
		if got.State != step.state || got.CloseReason != step.reason {
			t.Errorf("step %d, %s: state %s %q, want %s %q", i, step.event, got.State, got.CloseReason, step.state, step.reason)
		}
	}
}

func TestUndoOfAddingHidesAndRedoShows(t *testing.T) {
	s := openTest(t, "")
	c := addCase(t, s, "Acme", "Designer", "Dana")
	for _, event := range c.Events {
		undo := file(t, s, data.Event{Application: c.Application.ID, Type: data.EventUndo, Target: event.ID})
		got := must(s.Case(t.Context(), c.Application.ID))
		switch event.Type {
		case data.EventAdded:
			if all := must(s.Cases(t.Context(), nil)); got.Application.State != data.Deleted || len(all) != 0 {
				t.Errorf("State = %s, Cases = %d, want deleted and none", got.Application.State, len(all))
			}
			if names := must(s.Companies(t.Context())); len(names) != 0 {
				t.Errorf("Companies = %v, want none", names)
			}
		case data.EventInterviewAdded:
			if len(got.Interviews) != 0 || len(got.People) != 0 {
				t.Errorf("interviews, people = %d, %d, want none", len(got.Interviews), len(got.People))
			}
		}
		file(t, s, data.Event{Application: c.Application.ID, Type: data.EventUndo, Target: undo})
		back := must(s.Case(t.Context(), c.Application.ID))
		back.Events, back.Application.Updated = c.Events, c.Application.Updated
		if !reflect.DeepEqual(back, c) {
			t.Errorf("after redo of %s:\n%+v, want\n%+v", event.Type, back, c)
		}
	}
}

func TestEveryValueGoesThereAndBack(t *testing.T) {
	s := openTest(t, "")
	c := addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	records := map[string]data.ID{
		"applications": c.Application.ID, "interviews": c.Interviews[0].ID, "people": c.People[0].ID,
	}
	samples := map[form]string{
		asText: "new", asDay: "2026-12-01", asDays: `["2026-12-01"]`, asStrings: `["new@acme.example"]`,
		asInstant: "2026-12-01T10:00:00Z", asTruth: "1", asNumber: "90",
	}
	for kind, record := range records {
		for column, f := range table(kind) {
			set := file(t, s, data.Event{
				Application: c.Application.ID, Type: data.EventSet, Target: record, Name: column, Value: samples[f],
			})
			if got := valueIn(t, s, record, column); got != samples[f] {
				t.Errorf("%s of %s = %q, want %q", column, kind, got, samples[f])
			}
			file(t, s, data.Event{Application: c.Application.ID, Type: data.EventUndo, Target: set})
		}
	}
	topic := file(t, s, data.Event{
		Application: c.Application.ID, Type: data.EventSet, Target: c.Interviews[0].ID,
		Name: "topic:" + string(c.People[0].ID), Value: "sailing",
	})
	if got := must(s.Case(t.Context(), c.Application.ID)).Interviews[0].With[0].Topic; got != "sailing" {
		t.Errorf("Topic = %q, want sailing", got)
	}
	file(t, s, data.Event{Application: c.Application.ID, Type: data.EventUndo, Target: topic})
	back := must(s.Case(t.Context(), c.Application.ID))
	back.Events, back.Application.Updated = c.Events, c.Application.Updated
	if !reflect.DeepEqual(back, c) {
		t.Errorf("after all undos:\n%+v, want\n%+v", back, c)
	}
	if got := must(s.FindPeople(t.Context(), "DANA@acme.example")); len(got) != 1 {
		t.Errorf("FindPeople = %v, want Dana", got)
	}
}

func valueIn(t testing.TB, s *Store, record data.ID, column string) string {
	return must(view(t.Context(), s, func(tx *Tx) (string, error) { return tx.value(t.Context(), record, column) }))
}

// TestValuesEqualAFold files random sets, undos and redos of three values and
// compares the rows with a simple model: an event is in force when an even
// number of undos, each in force, points at it.
func TestValuesEqualAFold(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		s, err := Open(t.Context(), filepath.Join(folder, rapid.StringMatching(`[a-z]{12}`).Draw(rt, "file")+".db"))
		if err != nil {
			rt.Fatal(err)
		}
		defer s.Close()
		c := addCase(t, s, "first", "first", "first")
		fields := []struct {
			record data.ID
			name   string
		}{{c.Application.ID, "company"}, {c.Application.ID, "role"}, {c.People[0].ID, "name"}}
		var filed []data.Event
		for range rapid.IntRange(1, 12).Draw(rt, "events") {
			e := data.Event{Application: c.Application.ID, Type: data.EventSet, At: noon}
			if len(filed) > 0 && rapid.Bool().Draw(rt, "undo") {
				e.Type, e.Target = data.EventUndo, rapid.SampledFrom(filed).Draw(rt, "target").ID
			} else {
				f := rapid.SampledFrom(fields).Draw(rt, "field")
				e.Target, e.Name = f.record, f.name
				e.Value = rapid.SampledFrom([]string{"a", "b", "c"}).Draw(rt, "value")
			}
			e.ID = file(t, s, e)
			filed = append(filed, e)
			for _, f := range fields {
				if got, want := valueIn(t, s, f.record, f.name), fold(filed, f.record, f.name); got != want {
					rt.Fatalf("%s = %q, want %q after %+v", f.name, got, want, filed)
				}
			}
		}
	})
}

// fold is the naive model of one value that was "first" at first.
func fold(filed []data.Event, record data.ID, name string) string {
	value := "first"
	for _, e := range filed {
		if e.Type == data.EventSet && e.Target == record && e.Name == name && stands(filed, e.ID) {
			value = e.Value
		}
	}
	return value
}

func stands(filed []data.Event, id data.ID) bool {
	for _, u := range filed {
		if u.Type == data.EventUndo && u.Target == id && stands(filed, u.ID) {
			return false
		}
	}
	return true
}
