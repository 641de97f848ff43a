package app_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"afterword/app/mailbox/dovecot"
	"afterword/app/mailbox/smtptest"
)

// sends is a program with a real mailbox and a real server that sends, an
// interview of yesterday, and the letter of thanks open.
func sends(t *testing.T, script smtptest.Script) (*program, *dovecot.Server, *smtptest.Server) {
	t.Helper()
	p := newProgram(t)
	imap, smtp := dovecot.Start(t), smtptest.Start(t, script)
	ca := p.home + ".pem"
	if err := os.WriteFile(ca, append(append([]byte{}, imap.CA...), smtp.CA...), 0o600); err != nil {
		t.Fatal(err)
	}
	p.env = append(p.env, "AFTERWORD_IMAP_CA="+ca)
	p.command(nil, "set", "me.name", "Robin Vale")
	p.connect(imap)
	p.start()
	p.added()
	p.letter()
	return p, imap, smtp
}

// letter opens the letter of the chosen application.
func (p *program) letter() {
	p.Helper()
	p.keys("ctrl+l")
	p.until("the letter", func(m windowMap) bool { return m.Page == "letter" && m.has("letter.body", "Dana") })
}

// pick chooses an entry of the letter's menu.
func (p *program) pick(id string) {
	p.Helper()
	p.press("letter.more")
	p.until("the menu", func(m windowMap) bool { return m.Modal == "letter.menu" && m.has(id) })
	p.press(id)
}

// setsUp types the server that sends into the sheet.
func (p *program) setsUp(s *smtptest.Server) {
	p.Helper()
	p.until("the sheet", func(m windowMap) bool { return m.Modal == "sending" && m.focused() == "sending.host" })
	for _, field := range []struct{ id, text string }{{"sending.host", "127.0.0.1"}, {"sending.port", strconv.Itoa(s.TLSPort)}, {"sending.user", smtptest.User}} {
		p.reach(field.id)
		p.keys("ctrl+a")
		p.write(field.text)
	}
	p.press("sending.save")
}

// TestSendFromTheWindow sets sending up, saves a draft, takes a letter back, kills
// the program while the next one waits and again while the server has the letter,
// by keys alone, and holds that it left once.
func TestSendFromTheWindow(t *testing.T) {
	var p *program
	hit := false
	p, imap, smtp := sends(t, smtptest.Script{Reached: func(s smtptest.Stage) {
		if s == smtptest.Taken && !hit {
			hit = true
			_ = p.cmd.Process.Kill() // kill -9, before the server answers
			_, _ = p.cmd.Process.Wait()
		}
	}})
	p.pick("letter.menu.drafts")
	p.until("the draft", func(m windowMap) bool { return m.has("toast:", "Saved in Drafts") })
	if got := imap.Mails(t, "Drafts"); len(got) != 1 || !strings.Contains(got[0], "To: \"Dana Ruiz\" <dana@acme.example>") || !strings.HasSuffix(got[0], "DS") {
		t.Errorf("Drafts holds %q, want the letter to Dana as a draft", got)
	}
	p.pick("letter.menu.send")
	p.setsUp(smtp)
	p.until("it waits", func(m windowMap) bool { return m.Page == "interviews" && m.has("banner:", "Sending in") })
	p.press(p.id("banner:", ".undo"))
	p.until("it is back in the editor", func(m windowMap) bool {
		return m.Page == "letter" && m.has("letter.body", "Dana") && !m.has("banner:", "Sending in")
	})
	p.pick("letter.menu.send")
	p.until("it waits", func(m windowMap) bool { return m.has("banner:", "Sending in") })
	p.kill()
	p.start()
	p.until("it says so", func(m windowMap) bool { return m.has("banner:", "ended before this letter was sent") })
	p.press(p.id("banner:", ".see"))
	p.until("the letter again", func(m windowMap) bool { return m.Page == "letter" && m.has("letter.body", "Dana") })
	if n := len(smtp.Mails()); n != 0 {
		t.Fatalf("%d letters left before anybody wanted it", n)
	}
	p.pick("letter.menu.send")
	p.until("the server has it", func(windowMap) bool { return len(smtp.Mails()) == 1 })
	p.kill()
	p.start()
	p.until("it asks", func(m windowMap) bool { return m.has("banner:", "could not tell whether this letter left") })
	imap.Deliver(t, "Sent", smtp.Mails()[0].Raw)
	p.keys("F5")
	p.until("Sent told", func(m windowMap) bool { return !m.has("banner:", "could not tell") })
	if got := p.badge(); got != "Waiting" || len(smtp.Mails()) != 1 {
		t.Errorf("the badge is %q and %d letters left, want Waiting and one", got, len(smtp.Mails()))
	}
}
