package screen

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"afterword/data"
)

const jobs = `Company,Role,Interview date,Who was there,Status
Acme Robotics,Designer,12/11/2026,Dana Ruiz,Waiting
Kestrel Health,Lead,10/11/2026,,Rejected
,Lead,10/11/2026,,
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft,Lead,9/3/2026,,
`

// TestImportShowsBeforeItAdds looks at a spreadsheet, brings it in, and takes it
// back.
func TestImportShowsBeforeItAdds(t *testing.T) {
	s := newStage(t)
	s.ReadFile = func(string, int64) (string, []byte, error) { return "jobs.csv", []byte(jobs), nil }
	over, cancel := context.WithCancel(t.Context())
	cancel() // nothing loads in the background
	s.Context = over
	b := &bringing{Host: s.Host, name: "jobs.csv", file: []byte(jobs)}
	var err error
	if b.reading, err = s.Desk.ReadSheet(t.Context(), b.file, nil, nil); err != nil {
		t.Fatal(err)
	}
	b.show()
	if got, want := s.text("import.line"), "The file adds three applications. One line is left out."; got != want {
		t.Errorf("line = %q, want %q", got, want)
	}
	if got := s.text("import.row:2"); got != "Acme Robotics · Designer" {
		t.Errorf("the first line is %q", got)
	}
	if got := s.text("import.skipped:4"); !strings.Contains(got, "no company") {
		t.Errorf("the skipped line says %q, want that it names no company", got)
	}
	if got := s.text("import.column:3"); got != "Keep in the notes" {
		t.Errorf("an unknown column is %q, want kept in the notes", got)
	}
	if n, ok := s.node("import.days.day_first"); !ok || n.Value == "" {
		t.Errorf("nobody asks how 9/3 is meant: %+v", n)
	}
	got, err := s.Desk.ImportSheet(t.Context(), b.reading, b.putAway.Ticked(), nil)
	b.brought(got, err)
	if last := s.said[len(s.said)-1]; !strings.Contains(last, "three interviews") || s.again == nil {
		t.Errorf("said %q, want how many came", last)
	}
	var undone data.ID
	s.UndoBatch = func(batch data.ID) { undone = batch }
	s.again()
	if undone != got.Batch {
		t.Errorf("Undo takes %q back, want %q", undone, got.Batch)
	}
}

// TestWrongFileCanBeMended: the sheet stays with what was typed and says why.
func TestWrongFileCanBeMended(t *testing.T) {
	s := newStage(t)
	s.ReadFile = func(file string, _ int64) (string, []byte, error) {
		if file != "jobs.csv" {
			return "", nil, fmt.Errorf("there is no such file: %w", data.ErrInvalid)
		}
		return file, []byte(jobs), nil
	}
	s.AskSheet()
	s.typeInto("import.path", "job.csv")
	s.press("import.next")
	if got := s.value("import.path"); s.modal() != "import" || got != "job.csv" {
		t.Fatalf("sheet %q holds %q, want the same sheet with what was typed", s.modal(), got)
	}
	if got := s.text("import.path.error"); !strings.Contains(got, "no such file") {
		t.Errorf("the field says %q, want why", got)
	}
	s.typeInto("import.path", "jobs.csv")
	s.press("import.next")
	if got := s.text("import.line"); !strings.Contains(got, "three applications") {
		t.Errorf("the mended file shows %q, want what would be added", got)
	}
}
