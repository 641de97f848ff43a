package app_test

import (
	"strconv"
	"strings"
	"testing"

	"afterword/app/mailbox/dovecot"
)

// TestConnectByKeys connects a real mailbox in the real window without a mouse:
// first with a wrong password, then with the right one; then it is forgotten.
func TestConnectByKeys(t *testing.T) {
	server := dovecot.Start(t)
	p := newProgram(t)
	p.trust(server)
	p.start()
	p.keys("ctrl+comma")
	p.until("the address has the focus", func(m windowMap) bool { return m.focused() == "mailbox.email" })
	p.write("robin@example.net")
	for _, field := range []struct{ id, text string }{
		{"mailbox.password", "wrong"}, {"mailbox.host", "127.0.0.1"}, {"mailbox.port", strconv.Itoa(server.TLSPort)}, {"mailbox.user", dovecot.User},
	} {
		p.reach(field.id)
		p.write(field.text)
	}
	p.press("mailbox.next")
	p.until("the password is refused", func(m windowMap) bool { return m.has("mailbox.result", "didn't accept this password") })
	p.reach("mailbox.password")
	p.keys("ctrl+a")
	p.write(dovecot.Password)
	p.press("mailbox.next")
	p.until("it is connected", func(m windowMap) bool { return m.has("mailbox.result", "Nothing was changed.") })
	p.until("it is checked", func(m windowMap) bool { return m.has("mailbox.box:", "checked") })
	p.press(p.id("mailbox.box:", ".forget"))
	p.until("it asks first", func(m windowMap) bool { return m.Modal == "forget" })
	p.press("forget.erase")
	p.until("it is gone", func(m windowMap) bool { return m.Modal == "" && !m.has("mailbox.box:", "") })
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
