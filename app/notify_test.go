package app_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// lines reads the notifications shown so far.
func lines(t *testing.T, file string) []map[string]any {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	var all []map[string]any
	for s := bufio.NewScanner(f); s.Scan(); {
		var line map[string]any
		if err := json.Unmarshal(s.Bytes(), &line); err != nil {
			t.Fatalf("%s: %v", s.Text(), err)
		}
		all = append(all, line)
	}
	return all
}

// TestNotificationComesWithTheClock moves the program's clock while the window
// is open.
func TestNotificationComesWithTheClock(t *testing.T) {
	dir := t.TempDir()
	clock, said := filepath.Join(dir, "now"), filepath.Join(dir, "said.json")
	set := func(now string) {
		t.Helper()
		if err := os.WriteFile(clock, []byte(now), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set("2026-11-16T12:00:00+01:00")
	p := newProgram(t, "AFTERWORD_NOW=@"+clock, "AFTERWORD_NOTIFY="+said)
	p.command(nil, "add", "--company", "Acme Robotics", "--start", "2026-11-16T10:00", "--with", "Dana Ruiz <dana@acme.example>")
	p.start()
	set("2026-11-16T16:00:00+01:00")
	var got []map[string]any
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline) && len(got) == 0; time.Sleep(20 * time.Millisecond) {
		got = lines(t, said)
	}
	if len(got) != 1 || got[0]["title"] != "Thank Dana Ruiz?" || got[0]["at"] == "" || len(got[0]["actions"].([]any)) != 2 {
		t.Fatalf("got %v, want one about Dana with two actions", got)
	}
	p.kill()
	p.start()
	p.keys("ctrl+2")
	p.until("the list", func(m windowMap) bool { return m.has("list.row:", "Acme Robotics") })
	if got := lines(t, said); len(got) != 1 {
		t.Errorf("after another start: %v, want no second one", got)
	}
}
