package command

import (
	"bytes"
	"encoding/json"
	"maps"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterword/app/mailbox"
	"afterword/app/profile"
)

const password = "correct horse"

// A postbox is a terminal whose secrets lie in a file, beside a mail server.
type postbox struct {
	terminal
	server *mailbox.Embedded
}

func newPostbox(t *testing.T) postbox {
	t.Setenv("AFTERWORD_SECRETS", "file")
	t.Setenv("AFTERWORD_SECRETS_KEY", "a key of the test")
	server, err := mailbox.StartEmbedded("robin", password)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	return postbox{terminal{t, filepath.Join(t.TempDir(), "home")}, server}
}

func (p postbox) connect(word string) (code int, out, errs string) {
	p.Helper()
	var o, e bytes.Buffer
	code = Main([]string{
		"mailbox", "connect", "--email", "Robin@Example.net", "--user", "robin", "--host", "127.0.0.1",
		"--port", strconv.Itoa(p.server.Addr().Port), "--security", "none", "--password-stdin", "--json",
		"--home", p.home, "--now", "2026-11-17T09:30:00+01:00", "--clock", "still", "--tz", "Europe/Berlin",
	}, strings.NewReader(word+"\n"), &o, &e, Build{}, func(*profile.Profile, Window) error { return nil })
	return code, o.String(), e.String()
}

func (p postbox) deliver(raw string) {
	p.Helper()
	raw = strings.ReplaceAll(raw, "\n", "\r\n")
	if err := p.server.Deliver("INBOX", []byte(raw), time.Date(2026, 11, 17, 8, 0, 0, 0, time.UTC)); err != nil {
		p.Fatal(err)
	}
}

func (p postbox) status() []boxJSON {
	p.Helper()
	var s struct{ Mailboxes []boxJSON }
	p.ok(&s, "mailbox", "status")
	return s.Mailboxes
}

func TestMailbox(t *testing.T) {
	p := newPostbox(t)
	if code, out, errs := p.connect("wrong"); code != 1 || out != "" || !strings.Contains(errs, "password") {
		t.Fatalf("connect with a wrong password = %d %q %q, want 1 and words about the password", code, out, errs)
	}
	if boxes := p.status(); len(boxes) != 0 {
		t.Fatalf("mailboxes after a wrong password = %+v, want none", boxes)
	}
	code, out, errs := p.connect(password)
	var box connected
	if err := json.Unmarshal([]byte(out), &box); code != 0 || err != nil || box.State != "ok" || box.Email != "robin@example.net" {
		t.Fatalf("connect = %d %q %q, want robin@example.net with state ok", code, out, errs)
	}
	if code, out, _ = p.connect(password); code != 0 || !strings.Contains(out, string(box.ID)) {
		t.Errorf("connect again = %d %q, want the same mailbox", code, out)
	}
	secrets, err := os.ReadFile(filepath.Join(p.home, "secrets.age"))
	if err != nil || bytes.Contains(secrets, []byte(password)) {
		t.Errorf("the secrets file: %v, want one in which the password cannot be read", err)
	}
	boxes := p.status()
	if len(boxes) != 1 || boxes[0].ID != box.ID || boxes[0].LastSync != nil || len(boxes[0].Folders) != 2 {
		t.Errorf("status = %+v, want one mailbox of two folders, not yet looked at", boxes)
	}
	var gone map[string]int
	p.ok(&gone, "mailbox", "forget", string(box.ID))
	if gone["forgotten"] != 1 || len(p.status()) != 0 {
		t.Errorf("forget = %v, want 1 and no mailbox left", gone)
	}
}

func TestSync(t *testing.T) {
	p := newPostbox(t)
	var added idOut
	p.ok(&added, "add", "--company", "Acme Robotics", "--role", "Product designer", "--start", "2026-11-16T14:00", "--with", "Dana Ruiz <dana@acme.example>")
	if code, _, errs := p.connect(password); code != 0 {
		t.Fatal(errs)
	}
	p.deliver("From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Your interview\nMessage-ID: <1@acme.example>\nDate: Tue, 17 Nov 2026 08:00:00 +0000\n\nDear Robin,\n\nWe would like to go on with you.\n\nDana\n")
	p.deliver("From: Shop <offers@shop.example>\nTo: robin@example.net\nSubject: Socks\nMessage-ID: <2@shop.example>\nDate: Tue, 17 Nov 2026 08:00:00 +0000\nList-Unsubscribe: <https://shop.example/>\n\nBuy socks.\n")
	var got synced
	p.ok(&got, "sync")
	if got.Seen != 2 || got.Matched != 1 || got.Stopped != 1 {
		t.Errorf("sync = %+v, want 2 seen, 1 matched, 1 stopped", got)
	}
	var s shown
	p.ok(&s, "show", "Acme Robotics")
	if s.Plan.Badge != "They replied" || len(s.Messages) != 1 || s.Messages[0].From != "dana@acme.example" {
		t.Errorf("after the answer: %s, messages %+v; want They replied, and Dana's mail", s.Plan.Badge, s.Messages)
	}
	last := s.Events[len(s.Events)-1]
	if last.Type != "reply" || last.Source != "mail" || last.Why == "" || last.Message != s.Messages[0].ID {
		t.Errorf("last event = %+v, want a reply seen in the mail, with a reason", last)
	}
	var again synced
	if p.ok(&again, "sync"); again.Stopped != 0 || again.Matched != 0 {
		t.Errorf("a second sync = %+v, want nothing new", again)
	}
	if boxes := p.status(); boxes[0].LastSync == nil {
		t.Error("no time of the last check after sync")
	}
}

func TestReview(t *testing.T) {
	p := newPostbox(t)
	for _, role := range []string{"Product designer", "Researcher"} {
		var added idOut
		p.ok(&added, "add", "--company", "Acme Robotics", "--role", role, "--start", "2026-11-16T14:00", "--with", "Dana Ruiz <dana@acme.example>")
	}
	if code, _, errs := p.connect(password); code != 0 {
		t.Fatal(errs)
	}
	p.deliver("From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Your interview\x1b[2J\nMessage-ID: <1@acme.example>\nDate: Tue, 17 Nov 2026 08:00:00 +0000\n\nDear Robin,\n\nWe will write soon.\n\nDana\n")
	var got synced
	p.ok(&got, "sync")
	var open struct{ Reviews []reviewJSON }
	p.ok(&open, "review")
	if got.Review != 1 || len(open.Reviews) != 1 || len(open.Reviews[0].Candidates) != 2 {
		t.Fatalf("sync = %+v, reviews = %+v; want one question with two candidates", got, open.Reviews)
	}
	if _, out, _ := p.call("review"); strings.Contains(out, "\x1b") {
		t.Errorf("review printed %q, want no control character of a stranger", out)
	}
	chosen := open.Reviews[0].Candidates[1].Application
	var answered map[string]string
	p.ok(&answered, "review", "yes:"+string(chosen), string(open.Reviews[0].ID))
	p.ok(&open, "review")
	var s shown
	p.ok(&s, "show", string(chosen))
	if len(open.Reviews) != 0 || s.Plan.Badge != "They replied" {
		t.Errorf("after yes: %d questions, %s; want none, and They replied", len(open.Reviews), s.Plan.Badge)
	}
}

func (t terminal) doctor() (code int, checks map[string]checkJSON) {
	t.Helper()
	code, out, _ := t.call("doctor", "--json")
	var d struct{ Checks []checkJSON }
	if err := json.Unmarshal([]byte(out), &d); err != nil {
		t.Fatalf("doctor printed %q: %v", out, err)
	}
	checks = make(map[string]checkJSON)
	for _, c := range d.Checks {
		checks[c.Name] = c
	}
	return code, checks
}

func TestDoctor(t *testing.T) {
	p := newPostbox(t)
	code, checks := p.doctor()
	for _, name := range []string{"database", "keyring", "mailbox", "clock", "desktop"} {
		if c, ok := checks[name]; !ok || !c.OK || c.Detail == "" {
			t.Errorf("%s = %+v, want ok with a detail", name, c)
		}
	}
	if code != 0 {
		t.Errorf("doctor = %d, want 0", code)
	}
	if code, _, errs := p.connect(password); code != 0 {
		t.Fatal(errs)
	}
	if code, checks = p.doctor(); code != 0 || !strings.Contains(checks["mailbox"].Detail, "robin@example.net") {
		t.Errorf("doctor with a mailbox = %d %+v, want 0 and its name", code, checks["mailbox"])
	}
	t.Setenv("AFTERWORD_SECRETS_KEY", "another key")
	if code, checks = p.doctor(); code != 1 || checks["keyring"].OK {
		t.Errorf("doctor with a wrong key = %d %+v, want 1 and a keyring that is not ok", code, checks["keyring"])
	}
	t.Setenv("AFTERWORD_SECRETS_KEY", "a key of the test")
	port := p.server.Addr().Port
	if err := p.server.Close(); err != nil {
		t.Fatal(err)
	}
	if free(port) {
		if code, checks = p.doctor(); code != 1 || checks["mailbox"].OK || checks["mailbox"].Detail == "" {
			t.Errorf("doctor without the server = %d %+v, want 1 and what to do", code, checks["mailbox"])
		}
		if code, out, errs := p.call("mailbox", "status"); code != 0 || !strings.Contains(out, "not checked yet") {
			t.Errorf("status before the first sync = %d %q %q, want that it was not checked yet", code, out, errs)
		}
		if code, out, errs := p.call("sync"); code != 1 || out != "" || !strings.Contains(errs, "robin@example.net") {
			t.Errorf("sync without the server = %d %q %q, want 1 and the mailbox named", code, out, errs)
		}
		var s struct{ Mailboxes []map[string]any }
		p.ok(&s, "mailbox", "status")
		if got := slices.Sorted(maps.Keys(s.Mailboxes[0])); s.Mailboxes[0]["state"] == "ok" || !slices.Equal(got, []string{"email", "folders", "id", "last_sync", "state"}) {
			t.Errorf("a mailbox in trouble has the fields %q, state %v, want those of the contract and another state than ok", got, s.Mailboxes[0]["state"])
		}
	}
}

// free reports whether nobody else listens on a port by now.
func free(port int) bool {
	l, err := net.Listen("tcp", "127.0.0.1:"+strconv.Itoa(port))
	if err != nil {
		return false
	}
	return l.Close() == nil
}

func TestDoctorForeignFile(t *testing.T) {
	term := terminal{t, t.TempDir()}
	file := filepath.Join(term.home, "afterword.db")
	text := []byte(strings.Repeat("this is a diary, and no database. ", 200))
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	code, checks := term.doctor()
	if c := checks["database"]; code != 1 || c.OK || !strings.Contains(c.Detail, "--home") || len(checks) != 5 {
		t.Errorf("doctor = %d %+v, want 1, five checks, and what to do about the database", code, checks)
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, text) {
		t.Errorf("the foreign file was changed (%v), want it as it was", err)
	}
}

// TestPasswordCommand connects with a program that prints the password, which is
// kept nowhere.
func TestPasswordCommand(t *testing.T) {
	p := newPostbox(t)
	var box connected
	with := func(command string) []string {
		return []string{"mailbox", "connect", "--email", "robin@example.net", "--user", "robin", "--host", "127.0.0.1", "--port", strconv.Itoa(p.server.Addr().Port), "--security", "none", "--password-command", command}
	}
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := p.call(with("cat " + file + ".none")...); code != 1 || !strings.Contains(errs, "command") {
		t.Errorf("a command that fails: %d %q", code, errs)
	}
	p.ok(&box, with("cat "+file)...)
	var got synced
	p.ok(&got, "sync")
	if box.State != "ok" {
		t.Errorf("connected as %+v", box)
	}
}
