package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/data"
	"afterword/widgets"
)

func TestSizeIsRemembered(t *testing.T) {
	for value, want := range map[string]fyne.Size{
		"": fyne.NewSize(1200, 800), "1024x700": fyne.NewSize(1024, 700), "900": fyne.NewSize(1200, 800), "x": fyne.NewSize(1200, 800),
		"100x100": fyne.NewSize(1200, 800), "99999x800": fyne.NewSize(1200, 800), "NaNxNaN": fyne.NewSize(1200, 800), "-1x-1": fyne.NewSize(1200, 800),
	} {
		d := newDrive(t)
		if err := d.desk.Set(t.Context(), "window.size", value); err != nil {
			t.Fatal(err)
		}
		if got := d.size(); got != want {
			t.Errorf("size after %q = %v, want %v", value, got, want)
		}
		d.close()
	}
	d := newDrive(t)
	d.win.Resize(fyne.NewSize(1010, 720))
	d.close()
	if got := openDrive(t, d.profile).win.Canvas().Size(); got != fyne.NewSize(1010, 720) {
		t.Errorf("size after a restart = %v, want 1010 by 720", got)
	}
}

// TestQuitAtOnceLosesNothing: what was begun is on disk before the program ends.
func TestQuitAtOnceLosesNothing(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.choose(acme)
	d.chord(fyne.KeyL)
	d.until("the letter", func() bool { n, _ := d.node("letter.body"); return d.page == screen.PageLetter && n.Value != "" })
	d.types("Typed at the last moment. ")
	d.close()
	d = openDrive(t, d.profile)
	draft, err := d.desk.Draft(t.Context(), acme, d.thankYou(acme), "")
	if err != nil || !strings.Contains(draft.Letter.Body, "Typed at the last moment.") {
		t.Errorf("draft after quitting: %q, %v, want what was typed last", draft.Letter.Body, err)
	}
	d.choose(acme)
	d.chord(fyne.KeyM)
	d.close()
	d = openDrive(t, d.profile)
	if got := d.badge(acme); got != data.BadgeWaiting {
		t.Errorf("badge after Ctrl+M and quitting at once: %s, want Waiting", got)
	}
}

// thankYou is the key of an application's thank-you.
func (d *drive) thankYou(id data.ID) data.ItemKey {
	d.Helper()
	det, err := d.desk.Detail(d.Context(), id)
	if err != nil {
		d.Fatal(err)
	}
	for _, it := range det.Plan.Items {
		if it.Key.Kind() == data.KindThankYou {
			return it.Key
		}
	}
	d.Fatal("no thank-you")
	return ""
}

func TestMode(t *testing.T) {
	for theme, want := range map[string]widgets.Mode{"light": widgets.ModeLight, "dark": widgets.ModeDark, "system": widgets.ModeSystem, "": widgets.ModeSystem} {
		if got := mode(theme); got != want {
			t.Errorf("mode %q = %v, want %v", theme, got, want)
		}
	}
}

func TestSecondProcessShows(t *testing.T) {
	d := newDrive(t)
	d.chord(fyne.Key2)
	other, err := desk.Open(t.Context(), d.profile)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { other.Close() })
	id, err := other.AddApplication(t.Context(), desk.NewApplication{Company: "Written Elsewhere"})
	if err != nil {
		t.Fatal(err)
	}
	d.says("list.row:"+string(id), "Written Elsewhere")
}

// TestClockThatJumps: a script moves the time, and the window follows.
func TestClockThatJumps(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "now")
	set := func(now string) {
		if err := os.WriteFile(file, []byte(now), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set("2026-11-23T14:00:00Z")
	p, err := profile.New(profile.Flags{Home: filepath.Join(dir, "home"), Now: "@" + file, Clock: "still", TZ: "Europe/Berlin"})
	if err != nil {
		t.Fatal(err)
	}
	d := openDrive(t, p)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.choose(acme)
	d.says("detail.badge", "Thank-you due")
	d.chord(fyne.KeyM)
	d.says("detail.badge", "Waiting")
	set("2026-12-07T14:00:00Z")
	d.says("detail.badge", "Check-in due")
	if got := d.desk.Now(); !got.Equal(time.Date(2026, time.December, 7, 14, 0, 0, 0, time.UTC)) {
		t.Errorf("now is %v, want what the file says", got)
	}
}
