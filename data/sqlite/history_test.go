package sqlite

import (
	"reflect"
	"testing"

	"afterword/data"
)

// TestHistories reads the cases of some applications without their people, and
// with only the wanted events and the undos.
func TestHistories(t *testing.T) {
	s := openTest(t, "")
	a := addCase(t, s, "Acme", "", "Dana")
	b := addCase(t, s, "Borealis", "", "Erin")
	addCase(t, s, "Cirrus", "", "Finn")
	write(t, s, func(tx *Tx) error {
		iv := data.Interview{Application: a.Application.ID, Start: noon}
		if err := tx.AddInterview(t.Context(), &iv); err != nil {
			return err
		}
		var last data.ID
		for _, kind := range []data.EventType{data.EventNote, data.EventReply, data.EventUndo, data.EventSent} {
			e := data.Event{Application: a.Application.ID, Type: kind, At: noon}
			if kind == data.EventUndo {
				e.Target = last
			}
			if err := tx.AddEvent(t.Context(), &e); err != nil {
				return err
			}
			last = e.ID
		}
		return nil
	})
	got := must(s.Histories(t.Context(), []data.ID{b.Application.ID, "nobody", a.Application.ID}, data.EventReply, data.EventOffer))
	want := must(s.Cases(t.Context(), []data.ID{b.Application.ID, a.Application.ID}))
	if len(got) != 2 || got[0].Application.Company != "Borealis" || got[1].Application.Company != "Acme" {
		t.Fatalf("got %+v, want Borealis and Acme", got)
	}
	var types []data.EventType
	for _, e := range got[1].Events {
		types = append(types, e.Type)
	}
	if wanted := []data.EventType{data.EventReply, data.EventUndo}; !reflect.DeepEqual(types, wanted) {
		t.Errorf("got the events %v, want %v", types, wanted)
	}
	if n := len(got[1].Interviews); n == 0 || n != len(want[1].Interviews) || len(got[1].People) != 0 {
		t.Errorf("got %d interviews and %d people, want %d and none", n, len(got[1].People), len(want[1].Interviews))
	}
}
