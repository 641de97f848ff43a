package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/widgets"
)

// general is the card of how the window looks and speaks.
type general struct {
	*Host
	card                       fyne.CanvasObject
	theme, size, language, day *widgets.Choice
	strong                     *widgets.Check
}

// A setting of the window is stored as one of a few words, in the order in which
// the page offers them; usual says which is meant where nothing is stored.
func themes() []string    { return []string{"system", "light", "dark"} }
func sizes() []string     { return []string{"90", "100", "115", "130", "150"} }
func languages() []string { return append([]string{"system"}, assets.Languages()...) }
func firstDays() []string { return []string{"system", "monday", "sunday", "saturday"} }

// usual is the place of what is meant where nothing is stored.
func usual(values []string) int { return max(0, slices.Index(values, "100")) }

func newGeneral(h *Host) *general {
	g := &general{Host: h}
	k := h.Kit
	g.theme = g.choice("settings.general.theme", assets.L("Theme"), "window.theme", themes(), map[string]string{
		"system": assets.L("As the system"), "light": assets.L("Light"), "dark": assets.L("Dark"),
	})
	g.size = g.choice("settings.general.text_size", assets.L("Text size"), "window.text_size", sizes(), map[string]string{
		"90": "90 %", "100": "100 %", "115": "115 %", "130": "130 %", "150": "150 %",
	})
	g.language = g.choice("settings.general.language", assets.L("Language"), "window.language", languages(), languageNames())
	g.day = g.choice("settings.general.first_day", assets.L("The week begins on"), "window.first_day", firstDays(), map[string]string{
		"system": assets.L("As your region has it"), "monday": words.Sentence(assets.L("Monday")), "sunday": words.Sentence(assets.L("Sunday")), "saturday": words.Sentence(assets.L("Saturday")),
	})
	g.strong = k.Check("settings.general.contrast", assets.L("Higher contrast"), func(on bool) { g.set("window.contrast", yesNo(on)) })
	g.card = widgets.NewCard(12,
		k.Text("settings.general.title", widgets.RoleCardTitle, assets.L("Look and language")),
		under(assets.L("Theme"), g.theme), g.strong, under(assets.L("Text size"), g.size),
		under(assets.L("Language"), g.language), under(assets.L("The week begins on"), g.day))
	return g
}

// under puts the name of a choice above it.
func under(name string, choice fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(6, widgets.NewText(widgets.RoleSecondary, name), choice)
}

// languageNames are the languages in their own words.
func languageNames() map[string]string {
	all := map[string]string{"system": assets.L("As the system")}
	for _, tag := range assets.Languages() {
		all[tag] = words.Sentence(assets.LanguageName(tag))
	}
	return all
}

func (g *general) choice(id, name, setting string, values []string, labels map[string]string) *widgets.Choice {
	options := make([]widgets.Option, len(values))
	for i, v := range values {
		options[i] = widgets.Option{ID: id + "." + v, Label: labels[v]}
	}
	return g.Kit.Choice(id, name, options, func(i int) { g.set(setting, values[i]) })
}

// set stores a value and shows the window in it.
func (g *general) set(name, value string) {
	if err := g.Desk.Set(g.Context, name, value); err != nil {
		g.Fail(err)
		return
	}
	g.Appear()
}

func (g *general) show(p desk.Preferences) {
	choose := func(c *widgets.Choice, setting string, values []string) {
		at := usual(values)
		for i, v := range values {
			if v == p.Value(setting) {
				at = i
			}
		}
		c.Choose(at)
	}
	choose(g.theme, "window.theme", themes())
	choose(g.size, "window.text_size", sizes())
	choose(g.language, "window.language", languages())
	choose(g.day, "window.first_day", firstDays())
	tick(g.strong, p.Value("window.contrast") == "yes")
}

func yesNo(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}
