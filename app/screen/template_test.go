package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/letter"
	"afterword/data"
	"afterword/widgets"
)

// openTemplate opens the sheet of a template.
func (s *stage) openTemplate(stage string, tone data.Tone) *templateSheet {
	s.Helper()
	s.show(widgets.NewColumn(0))
	sheet := newTemplateSheet(s.Host, stage)
	sheet.show(s.Desk.TemplateOf(s.Context, stage, tone))
	return sheet
}

// TestTemplateWithAMistake: it is kept, says where its mistake is, and the letter
// is written from Afterword's words and says so.
func TestTemplateWithAMistake(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	if err := s.Desk.Set(t.Context(), "me.name", "Robin Vale"); err != nil {
		t.Fatal(err)
	}
	sheet := s.openTemplate("thank_you_late", data.ToneWarm)
	if sheet.view.Own || sheet.body.Text() == "" || sheet.view.Preview == "" {
		t.Fatalf("the sheet opens with %+v, want Afterword's words to begin from", sheet.view)
	}
	for _, c := range []struct{ text, note, letter string }{
		{"Hi {{.First}},\n\nThank you for the {{.Rolle}} talk.\n\n{{.Me}}\n", "Line 3", ""},
		{"Hi {{.First}},\n\nMy own words about the {{.Role}} talk.\n\n{{.Me}}\n", "", "My own words about the Product designer talk."},
	} {
		sheet.body.Replace(0, len(sheet.body.Text()), c.text)
		if got := s.text("template.problem:0"); !strings.Contains(got, c.note) || (got == "") != (c.note == "") {
			t.Errorf("%q: note %q, want %q", c.text, got, c.note)
		}
		if err := sheet.keep.flush(); err != nil {
			t.Fatal(err)
		}
		view, err := s.Desk.TemplateOf(t.Context(), "thank_you_late", data.ToneWarm)
		if err != nil || !view.Own || view.Template.Body != c.text {
			t.Errorf("on disk: %+v, %v, want what was typed", view, err)
		}
		for _, stage := range letter.Stages() { // whichever the letter of this moment is
			own := view.Template
			own.Stage = stage
			if err := s.Desk.SaveTemplate(t.Context(), own); err != nil {
				t.Fatal(err)
			}
		}
		det, err := s.Desk.Detail(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		draft, err := s.Desk.Draft(t.Context(), id, data.ThankYouKey(det.Rounds[0].ID, det.Case.People[0].ID), data.ToneWarm)
		if err != nil || (draft.Broken == nil) != (c.note == "") || !strings.Contains(draft.Letter.Body, c.letter) {
			t.Errorf("the letter says %q, broken %v (%v), want %q", draft.Letter.Body, draft.Broken, err, c.letter)
		}
		if strings.Contains(draft.Letter.Body, "{{") {
			t.Errorf("the letter says %q, want no name left open", draft.Letter.Body)
		}
	}
}

// TestTemplateReset: Afterword's words come back, and undo brings one's own.
func TestTemplateReset(t *testing.T) {
	s := newStage(t)
	sheet := s.openTemplate("check_in", data.ToneWarm)
	own := "Hello {{.First}}, my own words.\n"
	sheet.body.Replace(0, len(sheet.body.Text()), own)
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	if got := s.modal(); got != "" {
		t.Errorf("after Esc the topmost sheet is %q, want none", got)
	}
	sheet = s.openTemplate("check_in", data.ToneWarm)
	if !sheet.view.Own || sheet.body.Text() != own {
		t.Fatalf("opened again: %+v, want the own words", sheet.view)
	}
	sheet.reset()
	sheet.done()
	if view, err := s.Desk.TemplateOf(t.Context(), "check_in", data.ToneWarm); err != nil || view.Own {
		t.Errorf("after reset: %+v, %v, want Afterword's words", view, err)
	}
	s.again()
	if view, err := s.Desk.TemplateOf(t.Context(), "check_in", data.ToneWarm); err != nil || !view.Own || view.Template.Body != own {
		t.Errorf("after undo: %+v, %v, want the own words", view, err)
	}
}
