package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/screen"
	"afterword/widgets"
)

// TestLookIsWornAtOnce changes the look on the settings page and finds the page,
// its section and the other pages as they were.
func TestLookIsWornAtOnce(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 22)
	d.chord(fyne.KeyComma)
	d.until("the settings", func() bool { return d.page == screen.PageSettings && d.text("settings.title") != "" })
	d.tap("settings.general")
	d.tap("settings.general.text_size.150")
	d.until("larger letters", func() bool { return d.fyneApp.Settings().Theme().Size(theme.SizeNameText) == 21 })
	if got := d.text("settings.general.title"); got == "" {
		t.Error("after the change another section shows")
	}
	d.tap("settings.general.contrast")
	d.until("higher contrasts", func() bool { return d.look.strong })
	d.chord(fyne.Key1)
	d.until("the card of Acme", func() bool { return d.text("today.card:0.title") != "" })
	if left := widgets.Unregistered(d.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
}
