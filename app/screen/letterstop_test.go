package screen

import (
	"testing"
	"time"

	"afterword/data"
)

// TestReplyWhileALetterIsOpen: sending asks first, and the text is kept
// (schedule.md 16.6, N08).
func TestReplyWhileALetterIsOpen(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	var opened []string
	s.Host.Open = func(address string) error { opened = append(opened, address); return nil }
	if err := s.Desk.Set(t.Context(), "me.name", "Robin Winter"); err != nil {
		t.Fatal(err)
	}
	draft, err := s.Desk.Draft(t.Context(), id, "check_in:1", "")
	if err != nil {
		t.Fatal(err)
	}
	page := &Letter{Host: s.Host, application: id, item: "check_in:1"}
	s.show(page.Content())
	page.show(draft, nil)
	page.body.SetText("Hello Dana, a line of my own.")
	page.openMail()
	if len(opened) != 1 {
		t.Fatalf("opened %d letters before the reply, want one", len(opened))
	}
	if _, err := s.Desk.Said(t.Context(), id, data.ReplyRejection, data.Day{}, time.Time{}); err != nil {
		t.Fatal(err)
	}
	page.openMail()
	if len(opened) != 1 || s.text("letter.stopped") == "" {
		t.Errorf("opened %d letters after the reply, want the question instead", len(opened))
	}
	if got := page.body.Text(); got != "Hello Dana, a line of my own." {
		t.Errorf("the text is %q, want it kept", got)
	}
}
