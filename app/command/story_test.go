package command

import (
	"bytes"
	"encoding/json"
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
