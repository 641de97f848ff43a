package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/data"
)

func TestOutsideIntoAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "open.json")
	o := newOutside(&profile.Profile{OpenFile: file}, test.NewTempApp(t))
	if err := o.open("mailto:dana@example.net?subject=A%20%22quoted%22%20word"); err != nil {
		t.Fatal(err)
	}
	if err := o.copy("Dear Dana,\nthank you."); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	want := `{"url":"mailto:dana@example.net?subject=A%20%22quoted%22%20word"}` + "\n" + `{"clipboard":"Dear Dana,\nthank you."}` + "\n"
	if err != nil || string(got) != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	nowhere := newOutside(&profile.Profile{OpenFile: filepath.Join(file, "x")}, test.NewTempApp(t))
	if nowhere.open("https://example.org") == nil || nowhere.copy("x") == nil {
		t.Error("a file that cannot be written: want an error")
	}
}

func TestOutsideOntoTheDesktop(t *testing.T) {
	a := test.NewTempApp(t)
	o := newOutside(&profile.Profile{}, a)
	if err := o.copy("Dear Dana"); err != nil || a.Clipboard().Content() != "Dear Dana" {
		t.Errorf("clipboard holds %q, %v, want Dear Dana", a.Clipboard().Content(), err)
	}
	if err := o.open("http://[broken"); err == nil {
		t.Error("an address that is none: want an error")
	}
}

// TestLetterGoesOutside follows the buttons of the letter to the file.
func TestLetterGoesOutside(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.open(screen.Place{Page: screen.PageLetter, Application: acme, Item: d.thankYou(acme)})
	d.until("the letter", func() bool { n, _ := d.node("letter.body"); return strings.Contains(n.Value, "Dana") })
	d.tap("letter.copy")
	d.tap("letter.open")
	d.until("both in the file", func() bool {
		got, err := os.ReadFile(d.profile.OpenFile)
		return err == nil && strings.Contains(string(got), `{"clipboard":"`) && strings.Contains(string(got), `{"url":"mailto:`)
	})
	d.tap("letter.sent_now")
	d.until("the note is sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
}

func TestExamplesLeaveNothingBehind(t *testing.T) {
	p := &profile.Profile{Home: "/nowhere"}
	leave, err := borrow(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(p.Home, "afterword.db"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	home := p.Home
	leave()
	if _, err := os.Stat(home); home == "/nowhere" || !os.IsNotExist(err) {
		t.Errorf("home %s after leaving: %v, want it gone", home, err)
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "gone"))
	if _, err := borrow(p); err == nil {
		t.Error("no temporary folder: want an error")
	}
}
