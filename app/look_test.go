package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/assets"
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

// TestLanguageIsSpokenAtOnce chooses every language on the settings page, and
// finds the words of the window in it.
func TestLanguageIsSpokenAtOnce(t *testing.T) {
	d := newDrive(t)
	t.Cleanup(func() { assets.SetLanguage("en") })
	d.chord(fyne.KeyComma)
	d.until("the settings", func() bool { return d.page == screen.PageSettings && d.text("settings.title") != "" })
	d.tap("settings.general")
	for _, language := range append(assets.Languages()[1:], "en") {
		d.tap("settings.general.language." + language)
		d.until("the settings in "+language, func() bool {
			return assets.Spoken() == language && d.text("settings.title") == assets.L("Settings") && d.text("settings.general.title") == assets.L("Look and language")
		})
	}
}

// TestLanguageOfTheEnvironment: AFTERWORD_LANG wins, else LANG tells, with or
// without a country.
func TestLanguageOfTheEnvironment(t *testing.T) {
	t.Cleanup(func() { assets.SetLanguage("en") })
	for _, c := range []struct{ own, system, want string }{
		{"fr", "en_US.UTF-8", "fr"},
		{"fr-CA", "", "fr"},
		{"", "fr_FR.UTF-8", "fr"},
		{"", "de_AT", "de"},
		{"", "es_MX.UTF-8", "es"},
		{"", "nl_NL.UTF-8", "en"},
		{"", "C", "en"},
	} {
		t.Setenv("LANG", c.system)
		if got := assets.SetLanguage(lookOf(desk.Preferences{}, &profile.Profile{Lang: c.own}).language); got != c.want {
			t.Errorf("AFTERWORD_LANG=%s LANG=%s: got %s, want %s", c.own, c.system, got, c.want)
		}
	}
}
