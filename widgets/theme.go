package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Mode says which of the two looks a Theme shows.
type Mode int

// The modes, as in AFTERWORD_THEME.
const (
	ModeSystem Mode = iota
	ModeLight
	ModeDark
)

// The sizes Afterword adds to Fyne's, all scaled with the text.
const (
	sizeListTitle fyne.ThemeSizeName = "listTitle"
	sizeCompany   fyne.ThemeSizeName = "company"
	sizeSecondary fyne.ThemeSizeName = "secondary"
)

// A Theme is Afterword's look in both variants (look.md 1.2 and 1.3). Set it
// once on the application; a change of mode or scale is a new Theme.
type Theme struct {
	mode        Mode
	strong      bool // high contrast
	scale       float32
	light, dark map[fyne.ThemeColorName]color.NRGBA
	icons       map[iconKey]fyne.Resource
}

// NewTheme returns a theme whose text is scale times its usual size; 1 is
// usual, and what lies outside 0.8 to 2 is moved to the nearer end.
func NewTheme(mode Mode, scale float32) *Theme {
	t := &Theme{mode: mode, scale: min(max(scale, 0.8), 2), icons: map[iconKey]fyne.Resource{}}
	t.light, t.dark = map[fyne.ThemeColorName]color.NRGBA{}, map[fyne.ThemeColorName]color.NRGBA{}
	put := func(n fyne.ThemeColorName, s shades) { t.light[n], t.dark[n] = rgba(s.light), rgba(s.dark) }
	for n, s := range palette() {
		put(n, s)
	}
	for stage, look := range badgeLooks() {
		put(stage.fill(), look.fill)
		put(stage.text(), look.text)
	}
	return t
}

func (t *Theme) variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.mode {
	case ModeLight:
		return theme.VariantLight
	case ModeDark:
		return theme.VariantDark
	}
	return v
}

// Color implements fyne.Theme.
func (t *Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	table := t.light
	if t.variant(v) == theme.VariantDark {
		table = t.dark
	}
	if c, ok := table[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, t.variant(v))
}

// Font implements fyne.Theme with Fyne's own Noto Sans.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(s) }

// Icon implements fyne.Theme for the few stock widgets inside ours.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Size implements fyne.Theme; sizes of text follow the theme's scale.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return 14 * t.scale
	case theme.SizeNameCaptionText:
		return 12 * t.scale
	case sizeSecondary:
		return 13 * t.scale
	case sizeCompany:
		return 15 * t.scale
	case theme.SizeNameSubHeadingText:
		return 16 * t.scale
	case sizeListTitle:
		return 20 * t.scale
	case theme.SizeNameHeadingText:
		return 22 * t.scale
	case theme.SizeNamePadding, theme.SizeNameLineSpacing, theme.SizeNameScrollBarRadius:
		return 4
	case theme.SizeNameInnerPadding, theme.SizeNameSelectionRadius, theme.SizeNameScrollBar:
		return 8
	case theme.SizeNameInlineIcon:
		return round(18 * max(1, t.scale))
	case theme.SizeNameInputRadius:
		return 7
	case theme.SizeNameScrollBarSmall:
		return 3
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1
	}
	return theme.DefaultTheme().Size(n)
}

// grown returns a measure that grows with the text, and never shrinks with it.
func grown(measure float32) float32 {
	const usual = 14 // the text size that measures are given for
	return ceil(measure * max(1, measureOf(theme.SizeNameText)/usual))
}

// paint returns a colour of the theme in force.
func paint(n fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(n, s.ThemeVariant())
}

// measureOf returns a size of the theme in force.
func measureOf(n fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(n)
}
