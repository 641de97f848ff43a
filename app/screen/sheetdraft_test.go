package screen

import (
	"testing"

	"fyne.io/fyne/v2"

	"afterword/widgets"
)

// TestAddSheetOutlivesTheProgram types into the add sheet, forgets the sheet as a
// killed program does, and finds the text in the next one.
func TestAddSheetOutlivesTheProgram(t *testing.T) {
	s := newStage(t)
	s.ShowAdd()
	first := s.Host.adding
	first.company.entry.SetText("Half typed GmbH")
	first.when.entry.SetText("tomorrow 3pm")
	first.draft.keep()
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

// TestPastedMailIsAskedAbout before Esc throws it away, and outlives the program.
func TestPastedMailIsAskedAbout(t *testing.T) {
	s := newStage(t)
	modal := func() string {
		top, _ := widgets.Nodes(s.win.Canvas())
		return top
	}
	escape := func() { s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape}) }
	s.show(widgets.NewColumn(0))
	first := s.showPaste()
	s.typeInto("paste.text", "We would like to meet you again.")
	escape()
	if got := modal(); got != "discard" {
		t.Fatalf("after Esc the topmost sheet is %q, want discard", got)
	}
	s.press("discard.keep")
	first.draft.keep()
	if err := first.draft.flush(); err != nil {
		t.Fatal(err)
	}
	second := s.showPaste() // as after the program was killed
	if got := second.text.Text(); got != "We would like to meet you again." {
		t.Errorf("the text is %q, want what was typed", got)
	}
	second.sheet.Close()
	if err := second.draft.flush(); err != nil {
		t.Fatal(err)
	}
	first.sheet.Close()
	third := s.showPaste()
	if got := third.text.Text(); got != "" {
		t.Errorf("after it was thrown away the text is %q, want nothing", got)
	}
	escape()
	if got := modal(); got != "" {
		t.Errorf("after Esc on an empty sheet %q is open, want nothing", got)
	}
}
