package screen

import (
	"context"
	"strings"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

const strangersText = "Hi Sam,\r\n\r\nwe would like to talk again. **Bold** [a link](https://example.com) <b>x</b>\r\n"

// mail files a mail and returns it as it was noted.
func (s *stage) mail(from, subject, text string) data.Message {
	s.Helper()
	raw := strings.Join([]string{
		"From: Dana Ruiz <" + from + ">", "To: sam@example.com", "Subject: " + subject,
		"Date: Mon, 23 Nov 2026 13:50:00 +0000", "Message-ID: <1@acme.example>", "", text,
	}, "\r\n")
	arrived := s.Desk.Now().Add(-10 * time.Minute)
	if _, err := s.Desk.Receive(s.Context, data.Batch{Mails: []data.Mail{{Raw: []byte(raw), Arrived: arrived}}}); err != nil {
		s.Fatal(err)
	}
	rows, err := s.Desk.List(s.Context, desk.Filter{})
	if err != nil || len(rows) != 1 {
		s.Fatalf("rows %d, %v", len(rows), err)
	}
	det, err := s.Desk.Detail(s.Context, rows[0].ID)
	if err != nil || len(det.Messages) != 1 {
		s.Fatalf("messages %+v, %v", det.Messages, err)
	}
	return det.Messages[0]
}

func TestMailIsShownAsItIs(t *testing.T) {
	s := newStage(t)
	s.acme()
	m := s.mail("dana@acme.example", "Re: our talk", strangersText)
	s.ShowMail(m.ID)
	if got := s.text("message"); got != "Re: our talk" {
		t.Errorf("the sheet is named %q, want the subject", got)
	}
	for id, want := range map[string]string{
		"message.from":  "Dana Ruiz <dana@acme.example> · Today, 14:50",
		"message.class": "A personal mail · " + m.Reason,
		"message.text":  m.Excerpt,
	} {
		if got := s.text(id); got != want {
			t.Errorf("%s says %q, want %q", id, got, want)
		}
	}
	if !strings.Contains(m.Excerpt, "**Bold**") {
		t.Errorf("excerpt = %q, want the stranger's signs in it", m.Excerpt)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
}

func TestMailUndo(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	m := s.mail("dana@acme.example", "Re: our talk", strangersText)
	s.ShowMail(m.ID)
	s.press("message.undo")
	det, err := s.Desk.Detail(t.Context(), id)
	if err != nil || det.Badge != data.BadgeThankYou {
		t.Errorf("after undo the badge is %s (%v), want Thank-you due", det.Badge, err)
	}
	s.ShowMail(m.ID)
	for _, gone := range []string{"message.undo", "message.said", "message.effect"} {
		if _, ok := s.node(gone); ok {
			t.Errorf("the mail that changes nothing any more offers %s", gone)
		}
	}
	s.press("message.close")
	if modal, _ := widgets.Nodes(s.win.Canvas()); modal != "" {
		t.Errorf("sheet %s is still open", modal)
	}
}

func TestMailLeadsToWhatTheySaid(t *testing.T) {
	s := newStage(t)
	s.acme()
	m := s.mail("dana@acme.example", "", strangersText)
	n, err := s.noted(t.Context(), m.ID)
	if err != nil {
		t.Fatal(err)
	}
	host := *s.Host
	over, cancel := context.WithCancel(t.Context())
	cancel() // no preview from the background
	host.Context = over
	host.showNoted(n)
	if got := s.text("message"); got != "A mail without a subject" {
		t.Errorf("the sheet is named %q", got)
	}
	s.press("message.said")
	if modal, _ := widgets.Nodes(s.win.Canvas()); modal != "said" {
		t.Errorf("Note what they said opens %q, want said", modal)
	}
}

func TestClassNames(t *testing.T) {
	for _, c := range []data.Class{
		data.ClassOwn, data.ClassBounce, data.ClassDelay, data.ClassAutoReply, data.ClassAutoAck, data.ClassCalendarRequest,
		data.ClassCalendarCancel, data.ClassCalendarReply, data.ClassReadReceipt, data.ClassBulk, data.ClassHuman,
	} {
		if got := className(c); got == className(data.ClassUnreadable) {
			t.Errorf("class %s has no words of its own", c)
		}
	}
}
