package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// caseIDs returns the ids of the cases in a list of a file.
func caseIDs(t *testing.T, file, list string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	var cases []struct{ ID string }
	if err := json.Unmarshal(all[list], &cases); err != nil || len(cases) == 0 {
		t.Fatalf("%s of %s: %d cases, %v", list, file, len(cases), err)
	}
	var ids []string
	for _, c := range cases {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestPlanCases(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	for _, name := range []string{"schedule.json", "schedule_generated.json"} {
		file := "../followup/testdata/" + name
		var out struct {
			Cases map[string]struct {
				Items map[string]map[string]any
				Badge string
				Flags []string
			}
		}
		term.ok(&out, "plan", "--case", file)
		ids := caseIDs(t, file, "examples")
		if len(out.Cases) != len(ids) {
			t.Errorf("%s has %d answers, want %d", name, len(out.Cases), len(ids))
		}
		for _, id := range ids {
			c, ok := out.Cases[id]
			if !ok || c.Badge == "" || c.Flags == nil || c.Items == nil {
				t.Fatalf("%s %s = %+v, want items, a badge and a list of flags", name, id, c)
			}
			for key, item := range c.Items {
				for _, field := range []string{"state", "opens", "due", "overdue_from", "notify_at", "reason"} {
					if _, ok := item[field]; !ok {
						t.Fatalf("%s %s %s has no %s", name, id, key, field)
					}
				}
			}
		}
	}
	if _, err := os.Stat(term.home); !os.IsNotExist(err) {
		t.Errorf("plan --case made the home (%v), want no database touched", err)
	}
}

func TestPromiseCases(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	var out struct {
		Phrases []map[string]*string
	}
	term.ok(&out, "promise", "--case", "../followup/testdata/schedule.json")
	dated := 0
	for _, p := range out.Phrases {
		if p["text"] == nil || p["said_on"] == nil || len(p) != 3 {
			t.Fatalf("phrase %v, want text, said_on and promised_by", p)
		}
		if p["promised_by"] != nil {
			dated++
		}
	}
	if dated == 0 || dated == len(out.Phrases) {
		t.Errorf("%d of %d phrases name a date, want some and not all", dated, len(out.Phrases))
	}
}

func TestCheckCases(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	file := filepath.Join(t.TempDir(), "tone.json")
	cases := `{"examples": [{"id": "A", "stage": "check_in", "text": "Please respond asap."}, {"id": "B", "stage": "check_in", "text": "Thank you."}]}`
	if err := os.WriteFile(file, []byte(cases), 0o600); err != nil {
		t.Fatal(err)
	}
	var out struct {
		Examples   map[string][]string
		Structural map[string][]string
		Templates  []any
	}
	term.ok(&out, "check", "--case", file)
	if len(out.Examples["A"]) == 0 || out.Examples["B"] == nil || len(out.Examples["B"]) != 0 {
		t.Errorf("examples = %v, want findings in A and an empty list for B", out.Examples)
	}
}

type mailLine struct {
	File, Class, Rule, Reason, From, Subject string
	ReturnDate                               *string  `json:"return_date"`
	InReplyTo                                []string `json:"in_reply_to"`
	References                               []string
}

func (t terminal) classify(args ...string) []mailLine {
	t.Helper()
	code, out, errs := t.call(append([]string{"classify"}, args...)...)
	if code != 0 || errs != "" {
		t.Fatalf("classify %v = %d %s", args, code, errs)
	}
	var lines []mailLine
	for text := range strings.Lines(out) {
		var l mailLine
		if err := json.Unmarshal([]byte(text), &l); err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		if l.InReplyTo == nil || l.References == nil {
			t.Errorf("%s has null for a list", l.File)
		}
		lines = append(lines, l)
	}
	return lines
}

func TestClassifyFolder(t *testing.T) {
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	lines := term.classify("../reply/testdata/mail")
	if len(lines) != 229 {
		t.Errorf("%d lines, want 229, one for each mail", len(lines))
	}
	for i := 1; i < len(lines); i++ {
		if lines[i-1].File >= lines[i].File {
			t.Errorf("%s comes before %s, want the order of names", lines[i-1].File, lines[i].File)
		}
	}
	if _, err := os.Stat(term.home); !os.IsNotExist(err) {
		t.Errorf("classify made the home (%v), want no database touched", err)
	}
}

func TestClassifyFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	mine := write("b.eml", "From: Robin <Robin@example.net>\r\nTo: dana@acme.example\r\nSubject: Thank you\r\n\r\nThank you.\r\n")
	write("note.txt", "not a mail")
	gone := filepath.Join(dir, "a.eml")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), gone); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	term := terminal{t, filepath.Join(t.TempDir(), "home")}
	lines := term.classify(dir, "--me", "ROBIN@example.net")
	if len(lines) != 2 {
		t.Fatalf("%d lines, want 2: the text file is no mail", len(lines))
	}
	if lines[0].File != gone || lines[0].Class != "unreadable" || lines[0].Reason == "" {
		t.Errorf("first line = %+v, want %s as unreadable with a reason", lines[0], gone)
	}
	if lines[1].File != mine || lines[1].Class != "own" || lines[1].ReturnDate != nil {
		t.Errorf("second line = %+v, want %s as own", lines[1], mine)
	}
	if again := term.classify(mine); len(again) != 1 || again[0].Class != "human" {
		t.Errorf("without --me = %+v, want one human mail", again)
	}
}
