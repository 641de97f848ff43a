package app

import (
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/widgets"
)

// look is how the window looks and speaks, by its settings and, before them, by
// the environment.
type look struct {
	theme    string
	strong   bool
	scale    float32
	language string
}

// lookOf reads the look from settings.
func lookOf(p desk.Preferences, from *profile.Profile) look {
	l := look{theme: p.Value("window.theme"), strong: p.Value("window.contrast") == "yes", scale: 1, language: p.Value("window.language")}
	if from.Theme != "" {
		l.theme = from.Theme
	}
	if size, err := strconv.Atoi(p.Value("window.text_size")); err == nil && size >= 90 && size <= 150 {
		l.scale = float32(size) / 100
	}
	if from.Lang != "" || l.language == "" || l.language == "system" {
		l.language = systemLanguage(from)
	}
	return l
}

func (l look) wear() *widgets.Theme {
	t := widgets.NewTheme(mode(l.theme), l.scale)
	if l.strong {
		t.Strong()
	}
	return t
}

// appear shows the window as its settings say now. Another language makes all
// pages anew, since they hold their words.
func (w *window) appear() {
	p, err := w.desk.Preferences(w.ctx)
	if err != nil {
		w.fail(err)
		return
	}
	now := lookOf(p, w.profile)
	old := w.look
	w.look = now
	if now.language != old.language {
		assets.SetLanguage(now.language)
	}
	if now.theme != old.theme || now.strong != old.strong || now.scale != old.scale {
		w.fyneApp.Settings().SetTheme(now.wear())
	}
	if now != old {
		w.rebuild()
	}
}

// rebuild makes all pages anew and opens the one that was open.
func (w *window) rebuild() {
	section := w.settings.Section()
	for _, p := range w.pages {
		p.Leave()
	}
	page := w.page
	w.page = ""
	w.build()
	w.open(screen.Place{Page: page, Application: w.selected})
	w.settings.Turn(section)
	w.banners.load()
}

func mode(theme string) widgets.Mode {
	switch theme {
	case "light":
		return widgets.ModeLight
	case "dark":
		return widgets.ModeDark
	}
	return widgets.ModeSystem
}

// systemLanguage is the language of the environment, and gives Fyne one where
// there is none.
func systemLanguage(p *profile.Profile) string {
	lang := p.Lang
	if lang == "" {
		lang, _, _ = strings.Cut(os.Getenv("LANG"), ".")
	}
	if lang == "" || lang == "C" || lang == "POSIX" {
		lang = "en_US"
		_ = os.Setenv("LANG", "en_US.UTF-8")
	}
	return strings.ReplaceAll(lang, "_", "-")
}

// about is what the settings say of the program itself.
func about(p *profile.Profile, version string) screen.About {
	a := screen.About{Version: version, Home: p.Home}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return a
	}
	a.Version += ", " + info.GoVersion
	for _, d := range info.Deps {
		a.Libraries = append(a.Libraries, screen.Library{Name: d.Path, Version: d.Version})
	}
	return a
}
