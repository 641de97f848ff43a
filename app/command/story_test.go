package command

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/app/profile"
)

// A terminal is a home and a clock for calls of the program.
type terminal struct {
	*testing.T
	home string
}

func (t terminal) call(args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	args = append(args, "--home", t.home, "--now", "2026-11-17T09:30:00+01:00", "--clock", "still", "--tz", "Europe/Berlin")
	code = Main(args, strings.NewReader(""), &o, &e, Build{"test", "none"}, func(*profile.Profile, Window) error { return nil })
	return code, o.String(), e.String()
}

// ok runs a call that must succeed and reads its JSON.
func (t terminal) ok(into any, args ...string) {
	t.Helper()
	code, out, errs := t.call(append(args, "--json")...)
	if code != 0 {
		t.Fatalf("%v = %d: %s", args, code, errs)
	}
	if err := json.Unmarshal([]byte(out), into); err != nil {
		t.Fatalf("%v: %v in %s", args, err, out)
	}
}

type shown struct {
	Application struct{ ID, Badge string }
	Plan        planJSON
	Events      []eventJSON
	Messages    []messageJSON
}

func (t terminal) plan() string {
	t.Helper()
	var s shown
	t.ok(&s, "show", "acme robotics")
	b, err := json.Marshal(s.Plan)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestStory(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	var added idOut
	term.ok(&added, "add", "--company", "Acme Robotics", "--role", "Product designer", "--start", "2026-11-16T14:00",
		"--with", "Dana Ruiz <dana@acme.example>", "--said", "by Friday")
	var list struct{ Applications []rowJSON }
	term.ok(&list, "list")
	if len(list.Applications) != 1 || list.Applications[0].Badge != "Thank-you due" || list.Applications[0].Next == nil {
		t.Fatalf("list = %+v, want one application whose thank-you is due", list)
	}
	item := string(list.Applications[0].Next.Item)
	if code, out, errs := term.call("letter", "Acme Robotics", item); code != 1 || out != "" || !strings.Contains(errs, "me.name") {
		t.Errorf("letter without a name = %d %q %q, want 1 and me.name", code, out, errs)
	}
	var set map[string]string
	term.ok(&set, "set", "me.name", "Robin Winter")
	var draft struct{ To, Subject, Body string }
	term.ok(&draft, "letter", string(added.ID), item)
	if draft.To != "Dana Ruiz <dana@acme.example>" || !strings.Contains(draft.Body, "Robin Winter") {
		t.Errorf("letter = %+v, want one to Dana from Robin Winter", draft)
	}
	before := term.plan()
	var event eventOut
	term.ok(&event, "sent", "Acme Robotics", item)
	sent := term.plan()
	if sent == before {
		t.Error("sent changed nothing")
	}
	term.ok(&event, "undo")
	if got := term.plan(); got != before {
		t.Errorf("plan after undo = %s, want %s", got, before)
	}
	term.ok(&event, "redo")
	if got := term.plan(); got != sent {
		t.Errorf("plan after redo = %s, want %s", got, sent)
	}
	term.ok(&event, "said", "Acme Robotics", "rejection")
	var s shown
	term.ok(&s, "show", "Acme Robotics")
	if s.Plan.Badge != "Stay in touch" || len(s.Messages) != 0 {
		t.Errorf("after a no the badge is %s, want Stay in touch", s.Plan.Badge)
	}
}

func TestWrongUse(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	var added idOut
	term.ok(&added, "add", "--company", "Acme")
	before, err := os.ReadFile(filepath.Join(term.home, "afterword.db"))
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		code int
		args string
	}{
		{2, "frobnicate"},
		{2, "add"},
		{2, "list --colour"},
		{2, "show"},
		{2, "interview"},
		{2, "set me.name"},
		{2, "check a b"},
		{1, "show Nobody"},
		{1, "sent Acme check_in:7"},
		{1, "snooze Acme check_in:1 --until 2026-02-30"},
		{1, "said Acme maybe"},
		{1, "set Acme policy sometimes"},
		{1, "set checkin_due_days 400"},
		{1, "undo 7"},
		{1, "sync"},
		{1, "mailbox connect --email a@example.org --host mail.example.org --security none"},
	}
	for _, c := range cases {
		code, out, errs := term.call(strings.Fields(c.args)...)
		if code != c.code || out != "" || errs == "" {
			t.Errorf("%s = %d, out %q, errs %q; want %d, nothing, a sentence", c.args, code, out, errs, c.code)
		}
	}
	after, err := os.ReadFile(filepath.Join(term.home, "afterword.db"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("a failed command wrote into the database")
	}
}

func TestCaseFiles(t *testing.T) {
	term := terminal{t, t.TempDir()}
	code, out, errs := term.call("plan", "--case", "../followup/testdata/schedule.json")
	if code != 0 || !strings.Contains(out, `"S01"`) {
		t.Errorf("plan --case = %d %s %.80s, want S01", code, errs, out)
	}
	code, out, errs = term.call("classify", "../reply/testdata/mail", "--me", "robin.winter@example.net")
	if got := strings.Count(out, "\n"); code != 0 || got != 229 {
		t.Errorf("classify = %d with %d lines (%s), want 229", code, got, errs)
	}
}
