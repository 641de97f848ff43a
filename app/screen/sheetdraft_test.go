package screen

import (
	"testing"

	"fyne.io/fyne/v2"

	"afterword/data"
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

// TestEditOutlivesTheProgram: what was changed and not saved is there again, also
// a field that was emptied, and only in what was edited.
func TestEditOutlivesTheProgram(t *testing.T) {
	s := newStage(t)
	d := s.living(s.acme())
	first := d.showEdit()
	s.typeInto("edit.company", "Acme Robotics Ltd")
	s.typeInto("edit.role", "")
	s.keep(&first.draft)
	second := d.showEdit() // as after the program was killed
	if company, role := second.company.Text(), second.role.Text(); company != "Acme Robotics Ltd" || role != "" {
		t.Errorf("the company is %q and the role %q, want what was typed and nothing", company, role)
	}
	if s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape}); s.modal() != "discard" {
		t.Errorf("Esc leaves %q open, want the question", s.modal())
	}
	other := s.living(s.company("Brightwater", "Analyst", 1)).showEdit()
	if got := other.company.Text(); got != "Brightwater" {
		t.Errorf("another application is called %q, want its own name", got)
	}
	second.sheet.Close()
	if err := second.draft.flush(); err != nil {
		t.Fatal(err)
	}
	if got := d.showEdit().company.Text(); got != "Acme Robotics" {
		t.Errorf("after it was thrown away the company is %q, want what is stored", got)
	}
}

// TestContactEditOutlivesTheProgram as the other sheets do.
func TestContactEditOutlivesTheProgram(t *testing.T) {
	s := newStage(t)
	s.acme()
	v := s.people()
	v.contact.Context = s.Context
	first := v.contact.showEdit()
	first.job.SetText("Head of design")
	s.keep(&first.draft)
	if got := v.contact.showEdit().job.Text(); got != "Head of design" {
		t.Errorf("the job is %q, want what was typed", got)
	}
}

// living is the detail of an application that can still store something.
func (s *stage) living(id data.ID) *detail {
	s.Helper()
	d := s.detailOf(id).detail
	d.Context = s.Context
	return d
}

// keep puts what stands in a sheet on disk, as happens while one types.
func (s *stage) keep(d *sheetDraft) {
	s.Helper()
	d.keep()
	if err := d.flush(); err != nil {
		s.Fatal(err)
	}
}
