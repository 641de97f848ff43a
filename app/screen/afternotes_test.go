package screen

import (
	"strings"
	"testing"
	"time"

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
	s.show(page.Content())
	today, err := s.Desk.Today(t.Context())
	page.show(today, err)
	s.press("today.notes:0.primary")
	s.until("the sheet of notes", func() bool { return s.modal() == "notes" && s.win.Canvas().Focused() != nil })
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

// until waits for what a goroutine brings about.
func (s *stage) until(what string, want func() bool) {
	s.Helper()
	for range 5000 {
		if want() {
			return
		}
		<-time.After(time.Millisecond)
	}
	s.Fatalf("never: %s", what)
}
