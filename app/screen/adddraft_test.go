package screen

import "testing"

// TestAddSheetOutlivesTheProgram types into the add sheet, forgets the sheet as a
// killed program does, and finds the text in the next one.
func TestAddSheetOutlivesTheProgram(t *testing.T) {
	s := newStage(t)
	s.ShowAdd()
	first := s.Host.adding
	first.company.entry.SetText("Half typed GmbH")
	first.when.entry.SetText("tomorrow 3pm")
	first.draft.keep(first)
	if err := first.draft.flush(); err != nil {
		t.Fatal(err)
	}
	s.Host.adding = nil // no word of it was said to the sheet
	s.ShowAdd()
	second := s.Host.adding
	if got := second.company.entry.Text(); got != "Half typed GmbH" {
		t.Errorf("the company is %q, want what was typed", got)
	}
	if !second.known {
		t.Error("the time that was typed is not read")
	}
	second.sheet.Close()
	if err := second.draft.flush(); err != nil {
		t.Fatal(err)
	}
	s.ShowAdd()
	if got := s.Host.adding.company.entry.Text(); got != "" {
		t.Errorf("after it was thrown away the company is %q, want nothing", got)
	}
}
