package app

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/widgets"
)

// TestInsightsOpenByKeyAndCanBeSwitchedOff: the page has its place in the
// sidebar, its key and its command; switched off, it has none of them.
func TestInsightsOpenByKeyAndCanBeSwitchedOff(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 22)
	d.until("today", func() bool { return d.page == screen.PageToday && d.text("today.card:0.title") != "" })
	d.chord(fyne.Key6)
	if d.page != screen.PageInsights {
		t.Fatalf("Ctrl+6 opens %q, want the numbers", d.page)
	}
	d.until("the empty page", func() bool { return d.text("insights.empty") != "" })
	if n, _ := d.node("nav.insights"); n.Value != "selected" {
		t.Errorf("its place in the sidebar is %q, want selected", n.Value)
	}
	for _, on := range []bool{false, true} {
		value := map[bool]string{true: "no", false: "yes"}[on]
		if err := d.desk.Set(t.Context(), "insights.off", value); err != nil {
			t.Fatal(err)
		}
		d.open(screen.Place{Page: screen.PageToday})
		d.refresh()
		d.until("the place in the sidebar", func() bool { _, there := d.node("nav.insights"); return there == on })
		d.chord(fyne.Key6)
		if opened := d.page == screen.PageInsights; opened != on {
			t.Errorf("switched on %v: Ctrl+6 opens %q", on, d.page)
		}
	}
}

func TestPaperIsThatOfTheRegion(t *testing.T) {
	none := func(string) string { return "" }
	system := func(name string) string { return map[string]string{"LANG": "en_CA.UTF-8"}[name] }
	metric := func(name string) string {
		return map[string]string{"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}[name]
	}
	for _, c := range []struct {
		lang string
		env  func(string) string
		want widgets.Paper
	}{
		{"en-US", none, widgets.PaperLetter},
		{"en_GB", none, widgets.PaperA4},
		{"de", system, widgets.PaperA4},
		{"", system, widgets.PaperLetter},
		{"", metric, widgets.PaperA4},
		{"", none, widgets.PaperA4},
	} {
		if got := paperOf(c.lang, c.env); got != c.want {
			t.Errorf("paper of %q: got %s, want %s", c.lang, got, c.want)
		}
	}
}

func TestUsualPrinter(t *testing.T) {
	for said, want := range map[string]string{
		"system default destination: Office_2\n": "Office_2",
		"no system default destination\n":        "",
		"":                                       "",
	} {
		if got := usualPrinter(said); got != want {
			t.Errorf("lpstat says %q: got %q, want %q", said, got, want)
		}
	}
}

func TestKeepPages(t *testing.T) {
	d := newDrive(t)
	file, err := d.keepPages("insights.pdf", []byte("%PDF-"))
	if err != nil || file != filepath.Join(d.profile.Home, "print", "insights.pdf") {
		t.Fatalf("got %s, %v, want a file in the home", file, err)
	}
	is, err := os.Stat(file)
	if err != nil || is.Mode().Perm() != 0o600 || is.Size() != 5 {
		t.Errorf("got %v, %v, want 5 bytes for the user alone", is, err)
	}
	if got := d.printer(t.Context()); got != "" {
		t.Errorf("with everything going into a file the printer is %q, want none", got)
	}
}

// TestPrinterIsAskedInEnglish: lpstat answers in the user's language otherwise.
func TestPrinterIsAskedInEnglish(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no shell scripts here")
	}
	bin := t.TempDir()
	for name, script := range map[string]string{
		"lp":     "exit 0",
		"lpstat": `if [ "$LC_ALL" = C ]; then echo "system default destination: Brother_HL"; else echo "系统默认目标：Brother_HL"; fi`,
	} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	w := &window{outside: &outside{}}
	if got := w.printer(t.Context()); got != "Brother_HL" {
		t.Errorf("the usual printer is %q, want Brother_HL", got)
	}
	if err := os.WriteFile(filepath.Join(bin, "lpstat"), []byte("#!/bin/sh\necho no system default destination\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := w.printer(t.Context()); got != "" {
		t.Errorf("without a usual printer it is %q, want none", got)
	}
}
