package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// TestAfterNotesByKey: the card on Today opens the sheet, what is typed is filed
// when it is closed, and the letter says it.
func TestAfterNotesByKey(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	if err := s.Desk.Set(t.Context(), "me.name", "Robin Vale"); err != nil {
		t.Fatal(err)
	}
	page := &Today{Host: s.Host, Loaded: func(desk.Today) {}}
	content := page.Content()
	today, err := s.Desk.Today(t.Context())
	page.show(today, err)
	if n := s.show(content)["today.notes:0.primary"]; n.FocusOrder == 0 {
		t.Errorf("the card that asks how it went = %+v, want one that Tab reaches", n)
	}
	sheet := newAfterSheet(s.Host)
	sheet.show(s.Desk.AfterNotes(t.Context(), id, today.After[0].Round))
	if got := s.modal(); got != "notes" {
		t.Fatalf("the topmost sheet is %q, want notes", got)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
	for _, r := range "how your team tests early ideas" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	if got := s.modal(); got != "" {
		t.Errorf("after Esc the topmost sheet is %q, want none", got)
	}
	det, err := s.Desk.Detail(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	draft, err := s.Desk.Draft(t.Context(), id, data.ThankYouKey(det.Rounds[0].ID, det.Case.People[0].ID), "")
	if err != nil || !strings.Contains(draft.Letter.Body, "how your team tests early ideas") {
		t.Errorf("the letter says %q (%v), want the topic in it", draft.Letter.Body, err)
	}
	s.again()
	if det, err = s.Desk.Detail(t.Context(), id); err != nil || det.Rounds[0].With[0].Topic != "" {
		t.Errorf("after undo the topic is %q (%v), want none", det.Rounds[0].With[0].Topic, err)
	}
}
