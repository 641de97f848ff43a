package app_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/app/mailbox/dovecot"
)

// answered is a mail of somebody who was met, which lies in the mailbox when it
// is connected.
const answered = "From: Dana Ruiz <dana@acme.example>\r\nTo: robin@example.net\r\nSubject: Your marmalade question\r\nMessage-ID: <w1@acme.example>\r\n\r\nThank you, the quince arrived.\r\n"

// met notes an interview of yesterday with the sender of that mail.
func (p *program) met() {
	p.Helper()
	p.command(nil, "add", "--company", "Acme Robotics", "--role", "Product designer", "--with", "Dana Ruiz <dana@acme.example>",
		"--start", time.Now().AddDate(0, 0, -1).Format("2006-01-02T15:04"))
}

// TestConnectByKeys connects a real mailbox in the real window without a mouse,
// a page a step: first with a wrong password, then with the right one. No mail is
// read before it was chosen what is. Then it is forgotten.
func TestConnectByKeys(t *testing.T) {
	server := dovecot.Start(t)
	server.Deliver(t, "INBOX", []byte(answered))
	p := newProgram(t)
	p.trust(server)
	p.met()
	p.start()
	p.keys("ctrl+comma")
	p.until("the address has the focus", func(m windowMap) bool { return m.focused() == "mailbox.email" && m.has("mailbox.step", "1 of 7") })
	p.write("robin@example.net")
	p.keys("Return")
	p.until("the server can be typed", func(m windowMap) bool { return !m.Busy && m.has("mailbox.host") && m.has("mailbox.step", "2 of 7") })
	for _, field := range []struct{ id, text string }{
		{"mailbox.host", "127.0.0.1"}, {"mailbox.port", strconv.Itoa(server.TLSPort)}, {"mailbox.user", dovecot.User},
	} {
		p.reach(field.id)
		p.keys("ctrl+a")
		p.write(field.text)
	}
	p.keys("Return")
	p.until("the password has the focus", func(m windowMap) bool { return m.focused() == "mailbox.password" && m.has("mailbox.step", "3 of 7") })
	p.write("wrong")
	p.keys("Return")
	p.until("the password is refused", func(m windowMap) bool {
		return m.has("mailbox.result", "didn't accept this password") && m.has("mailbox.test:signed", "failed") && m.focused() == "mailbox.trouble"
	})
	p.keys("Return")
	p.until("it is shown how", func(m windowMap) bool { return m.focused() == "mailbox.password" && m.has("mailbox.how:1") })
	p.keys("ctrl+a")
	p.write(dovecot.Password)
	p.keys("Return")
	p.until("it opens read-only", func(m windowMap) bool { return m.has("mailbox.test:opened", "ok") && m.focused() == "mailbox.next" })
	p.keys("Return")
	p.until("the folders", func(m windowMap) bool {
		return m.has("mailbox.folder.inbox", "true") && m.has("mailbox.folder.sent", "true") && m.has("mailbox.step", "5 of 7")
	})
	p.keys("Return")
	p.until("how far back", func(m windowMap) bool { return m.has("mailbox.since", "Since your first interview") })
	for _, c := range server.Commands(t) {
		if strings.Contains(c, "FETCH") {
			t.Errorf("before it was chosen what is read the server was asked %q", c)
		}
	}
	p.keys("Return")
	p.until("it is connected", func(m windowMap) bool {
		return m.has("mailbox.result", "Found one message from people you know. Nothing was changed.")
	})
	p.keys("Return")
	p.until("it is checked", func(m windowMap) bool { return m.has("mailbox.box:", "checked") && m.focused() == "mailbox.add" })
	p.press(p.id("mailbox.box:", ".forget"))
	p.until("it asks first", func(m windowMap) bool { return m.Modal == "forget" })
	p.press("forget.erase")
	p.until("it is gone", func(m windowMap) bool { return m.Modal == "" && !m.has("mailbox.box:", "") && m.has("mailbox.email") })
	server.OnlyRead(t)
}

// focused returns the id of the control with the focus, "" for none.
func (m windowMap) focused() string {
	for _, n := range m.Nodes {
		if n.Focused {
			return n.ID
		}
	}
	return ""
}

// id returns the id that begins and ends so.
func (p *program) id(prefix, suffix string) (found string) {
	p.Helper()
	p.until(prefix+"…"+suffix, func(m windowMap) bool {
		for _, n := range m.Nodes {
			if strings.HasPrefix(n.ID, prefix) && strings.HasSuffix(n.ID, suffix) {
				found = n.ID
			}
		}
		return found != ""
	})
	return found
}

// reach goes to a control with the Tab key.
func (p *program) reach(id string) {
	p.Helper()
	for range 60 {
		now := ""
		p.until("the window is at rest", func(m windowMap) bool {
			now = m.focused()
			return !m.Busy
		})
		if now == id {
			return
		}
		p.keys("Tab")
		p.until("the focus moves", func(m windowMap) bool { return m.focused() != now })
	}
	p.Fatalf("%s is not reached by Tab", id)
}

// press goes to a control and presses it.
func (p *program) press(id string) {
	p.Helper()
	p.reach(id)
	p.keys("Return")
}
