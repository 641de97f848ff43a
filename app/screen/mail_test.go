package screen

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterword/data"
	"afterword/widgets"
)

// question receives a mail that is asked about.
func (s *stage) question(from, subject string) {
	s.Helper()
	raw := "From: Kim <" + from + ">\r\nTo: sam@example.com\r\nSubject: " + subject + "\r\nMessage-ID: <" + strings.ReplaceAll(subject, " ", ".") + "@x.example>\r\n\r\nCould you send the slides?\r\n"
	if _, err := s.Desk.Receive(s.Context, data.Batch{Mails: []data.Mail{{Raw: []byte(raw), Arrived: s.Desk.Now().Add(-time.Minute)}}}); err != nil {
		s.Fatal(err)
	}
}

// open returns how many questions wait.
func (s *stage) open() int {
	s.Helper()
	all, err := s.Desk.Reviews(s.Context)
	if err != nil {
		s.Fatal(err)
	}
	return len(all)
}

// mailPage shows the page with what the desk has.
func (s *stage) mailPage() *Mail {
	s.Helper()
	m := &Mail{Host: s.Host}
	s.show(m.Content())
	s.reload(m)
	return m
}

func (s *stage) reload(m *Mail) {
	s.Helper()
	open, err := s.Desk.Reviews(s.Context)
	if err != nil {
		s.Fatal(err)
	}
	sorted, err := s.Desk.Sorted(s.Context)
	m.show(sorting{open: open, sorted: sorted}, err)
}

func key(r rune) widgets.KeyPress { return widgets.KeyPress{Rune: r} }

// TestMailByKeys answers by single letters, goes from question to question, and
// takes an answer back.
func TestMailByKeys(t *testing.T) {
	s := newStage(t)
	s.acme()
	s.question("kim@acme.example", "One")
	s.question("lee@acme.example", "Two")
	m := s.mailPage()
	if s.open() != 2 || len(m.open) != 2 {
		t.Fatalf("got %d questions, want 2", s.open())
	}
	m.Key(key('j'))
	if second := "review:" + string(m.open[1].Message.ID) + ".yes"; m.at != 1 || s.win.Canvas().Focused() != m.first[1] {
		t.Errorf("after J: question %d, want the second one with the focus on %s", m.at, second)
	}
	for r, want := range map[rune]data.Answer{'y': data.AnswerYes, 'n': data.AnswerNo, 'a': data.AnswerAlways} {
		id := m.open[m.at].Message.ID
		if !m.Key(key(r)) || s.open() != 1 {
			t.Errorf("%c left %d questions, want 1", r, s.open())
		}
		if got, err := s.Desk.Message(s.Context, id); err != nil || got.Answer != want {
			t.Errorf("%c noted %q, %v, want %q", r, got.Answer, err, want)
		}
		s.reload(m)
		if !m.Key(key('u')) || s.open() != 2 {
			t.Errorf("U after %c left %d questions, want 2", r, s.open())
		}
		s.reload(m)
	}
	if m.Key(widgets.KeyPress{Rune: 'y', InText: true}) || m.Key(widgets.KeyPress{Rune: 'y', Mods: fyne.KeyModifierControl}) {
		t.Error("a letter in a text field, or with Ctrl, was taken")
	}
}

// TestMailNarrow shows one question at a time where there is little room.
func TestMailNarrow(t *testing.T) {
	s := newStage(t)
	s.acme()
	s.question("kim@acme.example", "One")
	s.question("lee@acme.example", "Two")
	m := s.mailPage()
	s.win.Resize(fyne.NewSize(640, 480))
	m.lay()
	if len(m.first) != 1 || m.first[0] == nil {
		t.Fatalf("shows %d questions, want the first alone", len(m.first))
	}
	s.press("mail.next")
	if len(m.first) != 1 || m.first[1] == nil {
		t.Errorf("after Next: %v, want the second alone", m.first)
	}
}

// TestSortedMailGoesBackAndForth takes a decision of the program back, and makes
// it again.
func TestSortedMailGoesBackAndForth(t *testing.T) {
	s := newStage(t)
	s.acme()
	got := s.mail("dana@acme.example", "Re: our talk", strangersText)
	m := s.mailPage()
	undo := "mail.sorted:" + string(got.ID) + ".undo"
	s.press(undo)
	s.reload(m)
	if m.sorted[0].Undo == "" || backLabel(m.sorted[0]) != "Redo" {
		t.Fatalf("after Undo: %+v, want a way back", m.sorted[0])
	}
	s.press(undo)
	s.reload(m)
	if m.sorted[0].Undo != "" || backLabel(m.sorted[0]) != "Undo" {
		t.Errorf("after Redo: %+v, want it in force", m.sorted[0])
	}
}

// TestPasteAMail sorts bare words by the sender that is typed, and a whole mail
// by its own.
func TestPasteAMail(t *testing.T) {
	s := newStage(t)
	s.acme()
	m := s.mailPage()
	s.press("mail.paste")
	s.typeInto("paste.text", "Thank you, we will talk again next week.")
	s.press("paste.sort")
	if got := s.text("paste.line"); !strings.Contains(got, "Who wrote it?") {
		t.Errorf("without a sender it says %q", got)
	}
	s.typeInto("paste.from", "dana@acme.example")
	s.press("paste.sort")
	s.reload(m)
	if len(m.sorted) != 1 || m.sorted[0].Message.Action != data.ActionStop {
		t.Fatalf("sorted %+v, want one stop", m.sorted)
	}
	raw, err := wholeMail("From: Dana <dana@acme.example>\nSubject: Hello\n\nHi", "", s.Desk.Now())
	if err != nil || !strings.HasPrefix(string(raw), "From: Dana <dana@acme.example>\r\nSubject: Hello\r\n\r\nHi") {
		t.Errorf("a whole mail became %q, %v", raw, err)
	}
	if _, err := wholeMail("Bcc: x\n\nHi", "evil\nBcc: y", s.Desk.Now()); err == nil {
		t.Error("a sender without an address was taken")
	}
}

// TestMailEnteredEarly: who comes to the page before its mails are read finds
// the focus on the first control all the same.
func TestMailEnteredEarly(t *testing.T) {
	s := newStage(t)
	s.acme()
	s.question("kim@acme.example", "One")
	m := &Mail{Host: s.Host}
	s.show(m.Content())
	if m.Enter() != nil {
		t.Fatal("there is a control before anything was read")
	}
	s.reload(m)
	if got := s.win.Canvas().Focused(); got == nil || got != m.first[0] {
		t.Errorf("the focus is on %v, want the first answer", got)
	}
}

// TestKeysAnswerTheQuestionInFocus: after U the question that is asked again is
// at hand; a question that the focus moved to is; and mails that come move
// neither.
func TestKeysAnswerTheQuestionInFocus(t *testing.T) {
	s := newStage(t)
	s.acme()
	for _, name := range []string{"One", "Two", "Three"} {
		s.question(strings.ToLower(name)+"@acme.example", name)
	}
	m := s.mailPage()
	first, third := m.open[0].Message.ID, m.open[2].Message.ID
	m.Key(key('n'))
	s.reload(m)
	m.Key(key('j'))
	m.Key(key('u'))
	s.reload(m)
	if got := m.hand(); got != first || s.win.Canvas().Focused() != m.first[0] {
		t.Errorf("after U %q is at hand, want %q with the focus in it", got, first)
	}
	s.win.Canvas().Focus(m.first[2])
	s.question("four@acme.example", "Four")
	s.reload(m)
	m.Key(key('n'))
	if got, err := s.Desk.Message(s.Context, third); err != nil || got.Answer != data.AnswerNo {
		t.Errorf("N with the focus in the third question noted %q, %v there", got.Answer, err)
	}
}

// TestMailEnteredEmpty: the focus goes to the first answer when the page was
// empty at the visit before.
func TestMailEnteredEmpty(t *testing.T) {
	s := newStage(t)
	s.acme()
	m := s.mailPage()
	m.Leave()
	s.question("kim@acme.example", "One")
	s.Focus(m.Enter())
	s.reload(m)
	if got := s.win.Canvas().Focused(); got == nil || got != m.first[0] {
		t.Errorf("the focus is on %v, want the first answer", got)
	}
}
