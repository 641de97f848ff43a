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

// TestReplyShowsInTheEditor: a banner, and the words stay in the fields.
func TestReplyShowsInTheEditor(t *testing.T) {
	s := newStage(t)
	page, _ := s.letter()
	id := page.application
	page.append("\nA line of my own.")
	if err := page.keep.flush(); err != nil {
		t.Fatal(err)
	}
	mine := page.body.Text()
	if _, err := s.Desk.Said(t.Context(), id, data.ReplyRejection, data.Day{}, time.Time{}); err != nil {
		t.Fatal(err)
	}
	draft, err := s.Desk.Draft(t.Context(), id, page.item, "")
	page.show(draft, err)
	if n, ok := s.node("letter.held"); (err != nil || draft.Item.State == data.StateCancelled || draft.Item.State == data.StateStopped) && !ok {
		t.Errorf("no banner after the reply: %+v", n)
	}
	if got := page.body.Text(); got != mine {
		t.Errorf("the text is %q, want %q", got, mine)
	}
}

// TestQuestionComesFirst: a mail that may be the answer is asked about before a
// check-in is written, and a thank-you does not wait (schedule.md 16.8).
func TestQuestionComesFirst(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	if err := s.Desk.Set(t.Context(), "me.name", "Robin Vale"); err != nil {
		t.Fatal(err)
	}
	s.question("kim@acme.example", "Slides")
	if s.open() != 1 {
		t.Fatalf("questions: got %d, want 1", s.open())
	}
	page := &Letter{Host: s.Host, application: id, item: "check_in:1"}
	s.show(page.Content())
	draft, err := s.Desk.Draft(t.Context(), id, "check_in:1", "")
	page.show(draft, err)
	if draft.Question == nil {
		t.Fatal("the check-in does not wait for the question")
	}
	asked := "review:" + string(draft.Question.Message.ID)
	if s.text(asked+".question") == "" {
		t.Error("the letter does not show the question")
	}
	if n, _ := s.node("letter.open"); n.Text[0] != "Open anyway" {
		t.Errorf("the button says %q, want Open anyway", n.Text[0])
	}
	s.press(asked + ".no")
	draft, err = s.Desk.Draft(t.Context(), id, "check_in:1", "")
	page.show(draft, err)
	if s.text(asked+".question") != "" || s.text("letter.open") != "Open in mail app" {
		t.Errorf("after No the question shows %q and the button %q", s.text(asked+".question"), s.text("letter.open"))
	}
}
