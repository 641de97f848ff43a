package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterword/app/desk"
	"afterword/app/profile"
)

func TestFigures(t *testing.T) {
	f := compare("first paint", "ms", "stock Fyne window", 1.5, []float64{300, 400, 500}, []float64{100, 200, 900})
	if f.Value != 400 || f.Baseline != 200 || f.Ratio != 2 {
		t.Errorf("got %+v, want 400 beside 200, ratio 2", f)
	}
	var out bytes.Buffer
	if err := print(&out, []figure{f, {Name: "plan", Unit: "µs", Value: 6, Allocs: 20}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"stock Fyne window", "2.00", "1.5", "20"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("table has no %q:\n%s", want, out.String())
		}
	}
	file := filepath.Join(t.TempDir(), "bench.json")
	if err := save(file, []figure{f}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), `"ratio": 2`) {
		t.Errorf("bench.json = %s, %v, want the ratio", text, err)
	}
}

func TestPlainNames(t *testing.T) {
	for name, want := range map[string]string{"BenchmarkPlan-2": "Plan", "BenchmarkStore/add-event-16": "Store/add-event", "BenchmarkL": "L"} {
		if got := plain(name); got != want {
			t.Errorf("plain(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestHomeIsFilled(t *testing.T) {
	if err := fillHome(t.Context(), filepath.Join(t.TempDir(), "home"), 12); err != nil {
		t.Fatal(err)
	}
}

func TestManyAreFilled(t *testing.T) {
	home := filepath.Join(t.TempDir(), "home")
	if err := fillMany(t.Context(), home, 30); err != nil {
		t.Fatal(err)
	}
	p, err := profile.New(profile.Flags{Home: home, Now: now, TZ: "Europe/Berlin"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	rows, err := d.List(t.Context(), desk.Filter{All: true})
	if err != nil || len(rows) != 30 {
		t.Fatalf("got %d applications, %v, want 30", len(rows), err)
	}
	det, err := d.Detail(t.Context(), rows[29].ID)
	if err != nil || len(det.Case.Events) != 10 || len(det.Case.People) != 1 || len(det.Case.Interviews) != 1 {
		t.Errorf("got %+v, %v, want ten events, one person and one interview", det.Case, err)
	}
}

func TestMemory(t *testing.T) {
	mb, err := memory(os.Getpid())
	if err != nil || mb < 1 {
		t.Errorf("memory = %.1f MB, %v, want more than one", mb, err)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
