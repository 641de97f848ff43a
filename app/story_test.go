package app_test

import (
	"fmt"
	"testing"
	"time"

	"afterword/app/mailbox/dovecot"
)

// added adds an application with one interview yesterday, by keys alone.
func (p *program) added() {
	p.Helper()
	p.keys("ctrl+n")
	p.until("the add sheet", func(m windowMap) bool { return m.Modal == "add" })
	for _, field := range []string{"Acme Robotics", "Product designer", "yesterday 10am", "Dana Ruiz <dana@acme.example>"} {
		p.write(field)
		p.keys("Tab")
	}
	p.keys("ctrl+Return")
	p.until("the application", func(m windowMap) bool {
		return m.Modal == "" && m.Page == "interviews" && m.has("list.row:", "Acme Robotics", "Thank-you due")
	})
}

type shown struct {
	Plan struct {
		Badge string
		Items map[string]struct{ State, Reason string }
	}
}

func (p *program) badge() string {
	p.Helper()
	var s shown
	p.command(&s, "show", "Acme Robotics")
	return s.Plan.Badge
}

func TestWhatTheWindowShowedSurvivesAKill(t *testing.T) {
	p := newProgram(t)
	p.start()
	p.until("the welcome page", func(m windowMap) bool { return m.Page == "welcome" && m.has("welcome.add") })
	p.added()
	p.kill()
	if got := p.badge(); got != "Thank-you due" {
		t.Errorf("after the kill the badge is %q, want Thank-you due", got)
	}
	p.start()
	p.keys("ctrl+2", "Down")
	p.until("the row again", func(m windowMap) bool { return m.has("detail.badge", "Thank-you due") })
	p.keys("ctrl+m")
	p.until("the note is sent", func(m windowMap) bool { return m.has("detail.badge", "Waiting") })
	p.kill()
	if got := p.badge(); got != "Waiting" {
		t.Errorf("after the second kill the badge is %q, want Waiting", got)
	}
	p.start()
	p.keys("ctrl+2", "Down", "ctrl+z")
	p.until("the undo", func(m windowMap) bool { return m.has("detail.badge", "Thank-you due") })
	p.keys("ctrl+shift+z")
	p.until("the redo", func(m windowMap) bool { return m.has("detail.badge", "Waiting") })
}

func TestWhatAnotherProcessWritesShows(t *testing.T) {
	p := newProgram(t)
	p.start()
	p.command(nil, "add", "--company", "Brightwater Energy", "--start", "2026-11-20T10:00", "--with", "Maya Chen <maya@brightwater.example>")
	p.keys("ctrl+2")
	p.until("the new row", func(m windowMap) bool { return m.has("list.row:", "Brightwater Energy") })
}

func TestTypedTextIsAskedAboutBeforeItIsThrownAway(t *testing.T) {
	p := newProgram(t)
	p.start()
	p.keys("ctrl+n")
	p.until("the add sheet", func(m windowMap) bool { return m.Modal == "add" })
	p.write("Acme")
	p.keys("Escape")
	p.until("the question", func(m windowMap) bool { return m.Modal == "discard" && m.has("discard.keep") })
	p.keys("Escape")
	p.until("the sheet, with its text", func(m windowMap) bool { return m.Modal == "add" && m.has("add.company", "Acme") })
}

func TestSecondStartHandsOver(t *testing.T) {
	p := newProgram(t)
	p.start()
	out, err := p.again()
	if err != nil || len(out) != 0 {
		t.Errorf("second start: %v, %q, want a silent success", err, out)
	}
	p.until("the first window, still there", func(m windowMap) bool { return m.Ready })
}

// TestReplyStopsThePlan is the product in one minute: a thank-you that was sent,
// an answer on a real server, the badge, and the way back.
func TestReplyStopsThePlan(t *testing.T) {
	server := dovecot.Start(t)
	p := newProgram(t)
	p.trust(server)
	p.start()
	p.added()
	p.keys("ctrl+m")
	p.until("the note is sent", func(m windowMap) bool { return m.has("detail.badge", "Waiting") })
	before := p.plan()
	now := time.Now().Format(time.RFC1123Z)
	server.Deliver(t, "Sent", fmt.Appendf(nil, "From: <robin@example.net>\r\nTo: Dana Ruiz <dana@acme.example>\r\nSubject: Thank you\r\nMessage-ID: <t1@example.net>\r\nDate: %s\r\n\r\nThank you, Dana.\r\n", now))
	p.connect(server)
	server.Deliver(t, "INBOX", fmt.Appendf(nil, "From: Dana Ruiz <dana@acme.example>\r\nTo: robin@example.net\r\nSubject: Re: Thank you\r\nMessage-ID: <r1@acme.example>\r\nReferences: <t1@example.net>\r\nDate: %s\r\n\r\nThank you, we will talk again next week.\r\n", now))
	p.until("the answer", func(m windowMap) bool { return m.has("list.row:", "They replied") && m.has("banner:", "wrote back") })
	if got := p.plan().Plan.Items["check_in:1"].State; got != "stopped" {
		t.Errorf("check-in is %q, want stopped", got)
	}
	p.keys("ctrl+z")
	p.until("the plan before", func(m windowMap) bool { return m.has("detail.badge", "Waiting") })
	if after := p.plan(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("after undo the plan is %v, want %v", after, before)
	}
	server.OnlyRead(t)
}

func (p *program) plan() shown {
	p.Helper()
	var s shown
	p.command(&s, "show", "Acme Robotics")
	return s
}
