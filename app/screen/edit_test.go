package screen

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterword/data"
	"afterword/widgets"
)

// editing opens the edit sheet of one application and returns its IDs.
func (s *stage) editing() (app, round, person data.ID) {
	s.Helper()
	app = s.acme()
	v := s.detailOf(app)
	det := v.detail.last
	v.detail.Context, s.Host = s.Context, v.detail.Host
	v.detail.edit()
	return app, det.Rounds[0].ID, det.People[0].Person.ID
}

func TestEditFilesEachChange(t *testing.T) {
	s := newStage(t)
	app, round, person := s.editing()
	r, p := "edit.round:"+string(round), "edit.person:"+string(person)
	for id, text := range map[string]string{
		"edit.company": "Acme Robotics GmbH", "edit.country": "de", r + ".when": "25 Nov 2026 10:00", r + ".place": "Mill Street 4",
		p + ".address": "d.ruiz@acme.example", p + ".topic": "early ideas",
	} {
		s.typeInto(id, text)
	}
	if got := s.text(r + ".when_echo"); got != "Wednesday 25 November, 10:00" {
		t.Errorf("the echo says %q", got)
	}
	s.press(r + ".kind.onsite")
	s.press("edit.agency")
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyReturn, Mods: fyne.KeyModifierControl})
	if s.modal() != "" {
		t.Fatalf("the sheet stays: %s", s.text("edit.trouble"))
	}
	det, err := s.Desk.Detail(t.Context(), app)
	if err != nil {
		t.Fatal(err)
	}
	a, iv, who := det.Case.Application, det.Rounds[0], det.People[0]
	if a.Company != "Acme Robotics GmbH" || a.Country != "DE" || a.Source != "agency" || a.Policy != data.ViaAgency || a.Role != "Product designer" {
		t.Errorf("got %+v", a)
	}
	if want := time.Date(2026, time.November, 25, 9, 0, 0, 0, time.UTC); !iv.Start.Equal(want) || iv.Place != "Mill Street 4" || iv.Kind != "onsite" {
		t.Errorf("got %+v, want it at %v", iv, want)
	}
	if who.Topic != "early ideas" || who.Person.Address() != "d.ruiz@acme.example" {
		t.Errorf("got %+v", who)
	}
	for range 9 {
		if _, err := s.Desk.UndoLast(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	det, err = s.Desk.Detail(t.Context(), app)
	if err != nil || det.Case.Application.Company != "Acme Robotics" || det.Rounds[0].Place != "" || det.People[0].Topic != "" || det.People[0].Person.Address() != "dana@acme.example" {
		t.Errorf("after nine undos: %+v, %v", det.Case.Application, err)
	}
}

func TestEditKeepsWhatCannotBeStored(t *testing.T) {
	for _, tt := range []struct{ field, text, says string }{
		{"edit.company", "", "edit.trouble"},
		{"edit.country", "Germany", "edit.trouble"},
		{"when", "soon", "when"},
		{"when", "", "when"},
		{"address", "dana at acme", "edit.trouble"},
	} {
		s := newStage(t)
		app, round, person := s.editing()
		full := map[string]string{"when": "edit.round:" + string(round) + ".when", "address": "edit.person:" + string(person) + ".address"}
		id, says := tt.field, tt.says
		if full[id] != "" {
			id = full[id]
		}
		if full[says] != "" {
			says = full[says]
		}
		before := s.text(says)
		s.typeInto("edit.role", "Design lead")
		s.typeInto(id, tt.text)
		s.press("edit.save")
		if s.modal() != "edit" || s.value(id) != tt.text || s.value("edit.role") != "Design lead" || s.text(says) == before {
			t.Errorf("%s %q: sheet %q holds %q and says %q", tt.field, tt.text, s.modal(), s.value(id), s.text(says))
		}
		if det, err := s.Desk.Detail(t.Context(), app); err != nil || det.Case.Application.Role != "Product designer" {
			t.Errorf("%s: something was stored: %+v, %v", tt.field, det.Case.Application, err)
		}
	}
}

func TestEditAsksBeforeItThrowsAway(t *testing.T) {
	s := newStage(t)
	s.editing()
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	if s.modal() != "" {
		t.Fatalf("nothing was changed, but sheet %q is open", s.modal())
	}
	v := s.detailOf(s.company("Brightwater", "Analyst", 1))
	v.detail.edit()
	s.typeInto("edit.role", "Data analyst")
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	if s.modal() != "discard" {
		t.Fatalf("sheet %q, want discard", s.modal())
	}
	s.press("discard.keep")
	if s.modal() != "edit" || s.value("edit.role") != "Data analyst" {
		t.Errorf("sheet %q holds %q", s.modal(), s.value("edit.role"))
	}
}

func TestEditWithoutChangeFilesNothing(t *testing.T) {
	s := newStage(t)
	app, _, _ := s.editing()
	before, err := s.Desk.Detail(t.Context(), app)
	if err != nil {
		t.Fatal(err)
	}
	s.press("edit.save")
	after, err := s.Desk.Detail(t.Context(), app)
	if err != nil || len(after.Case.Events) != len(before.Case.Events) || s.modal() != "" {
		t.Errorf("got %d events, %v, want %d", len(after.Case.Events), err, len(before.Case.Events))
	}
	if slices.ContainsFunc(s.said, func(text string) bool { return strings.Contains(text, "Saved") }) {
		t.Errorf("said %q", s.said)
	}
}
