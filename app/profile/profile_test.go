package profile

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"afterword/data"
)

func TestFlagsWinOverEnvironment(t *testing.T) {
	t.Setenv("AFTERWORD_HOME", "/nowhere")
	t.Setenv("AFTERWORD_TZ", "Europe/Berlin")
	t.Setenv("AFTERWORD_THEME", "dark")
	home := t.TempDir()
	p, err := New(Flags{Home: home, TZ: "America/New_York"})
	if err != nil {
		t.Fatal(err)
	}
	if p.Home != home || p.Zone.String() != "America/New_York" || p.Theme != "dark" {
		t.Errorf("New = %s %s %s, want %s America/New_York dark", p.Home, p.Zone, p.Theme, home)
	}
	if p.Secrets != "keyring" {
		t.Errorf("Secrets = %q, want keyring", p.Secrets)
	}
}

func TestBadEnvironmentIsExplained(t *testing.T) {
	for _, f := range []Flags{
		{TZ: "Mars/Olympus"},
		{Now: "tomorrow"},
		{Clock: "fast"},
		{Theme: "pink"},
		{Secrets: "paper"},
		{Secrets: "file"},
		{Now: "@" + filepath.Join(t.TempDir(), "none")},
	} {
		if _, err := New(f); err == nil {
			t.Errorf("New(%+v) succeeded, want an error", f)
		} else if !errors.Is(err, data.ErrInvalid) && !errors.Is(err, os.ErrNotExist) {
			t.Errorf("New(%+v) = %v, want ErrInvalid", f, err)
		}
	}
}

func TestStillClock(t *testing.T) {
	c, err := NewClock("2026-11-23T14:00:00+01:00", "still")
	if err != nil {
		t.Fatal(err)
	}
	want := "2026-11-23T13:00:00Z"
	for range 2 {
		if got := c.Now().Format(time.RFC3339Nano); got != want {
			t.Errorf("Now = %s, want %s", got, want)
		}
	}
	if !c.Set() {
		t.Error("Set = false, want true")
	}
}

func TestClockFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "now")
	write := func(s string, age time.Duration) {
		t.Helper()
		if err := os.WriteFile(file, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		stamp := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC).Add(age)
		if err := os.Chtimes(file, stamp, stamp); err != nil {
			t.Fatal(err)
		}
	}
	write("2026-11-23T14:00:00Z\n", 0)
	c, err := NewClock("@"+file, "still")
	if err != nil {
		t.Fatal(err)
	}
	if jumped, _ := c.Poll(); jumped {
		t.Error("Poll of an unchanged file = true, want false")
	}
	write("2026-12-01T09:00:00Z\n", time.Hour)
	if jumped, err := c.Poll(); !jumped || err != nil {
		t.Errorf("Poll of a changed file = %t, %v, want true", jumped, err)
	}
	if got := c.Now().Format(time.DateOnly); got != "2026-12-01" {
		t.Errorf("Now = %s, want 2026-12-01", got)
	}
	write("soon", 2*time.Hour)
	if jumped, err := c.Poll(); jumped || err == nil {
		t.Errorf("Poll of a broken file = %t, %v, want an error", jumped, err)
	}
	if got := c.Now().Format(time.DateOnly); got != "2026-12-01" {
		t.Errorf("Now after a broken file = %s, want 2026-12-01", got)
	}
}
