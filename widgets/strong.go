package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Strong gives the theme higher contrasts and returns it: 7 to 1 for texts, 4.5
// to 1 for borders and the focus (WCAG 2.2, 1.4.6), and every line drawn. It is
// called before the theme is set.
func (t *Theme) Strong() *Theme {
	for n, s := range strongPalette() {
		t.light[n], t.dark[n] = rgba(s.light), rgba(s.dark)
	}
	for stage := range badgeLooks() {
		t.light[stage.fill()], t.dark[stage.fill()] = rgba("#FFFFFF"), rgba("#000000")
		t.light[stage.text()], t.dark[stage.text()] = deepen(t.light[stage.text()], false), deepen(t.dark[stage.text()], true)
	}
	t.strong = true
	return t
}

// strongPalette holds the colours that differ from the usual ones.
func strongPalette() map[fyne.ThemeColorName]shades {
	return map[fyne.ThemeColorName]shades{
		theme.ColorNameBackground:          {"#FFFFFF", "#000000"},
		theme.ColorNameForeground:          {"#000000", "#FFFFFF"},
		theme.ColorNamePrimary:             {"#00504B", "#7FE3DA"},
		theme.ColorNameForegroundOnPrimary: {"#FFFFFF", "#000000"},
		theme.ColorNameHyperlink:           {"#004A46", "#8CEBE2"},
		theme.ColorNameButton:              {"#E6E6E6", "#262626"},
		theme.ColorNameDisabledButton:      {"#F2F2F2", "#1A1A1A"},
		theme.ColorNameDisabled:            {"#5C5C5C", "#A0A0A0"},
		theme.ColorNameSelection:           {"#00504B2E", "#7FE3DA3D"},
		theme.ColorNameInputBackground:     {"#FFFFFF", "#000000"},
		theme.ColorNameInputBorder:         {"#3D3D3D", "#C8C8C8"},
		theme.ColorNamePlaceHolder:         {"#4A4A4A", "#BDBDBD"},
		theme.ColorNameSeparator:           {"#3D3D3D", "#C8C8C8"},
		theme.ColorNameMenuBackground:      {"#FFFFFF", "#000000"},
		theme.ColorNameOverlayBackground:   {"#FFFFFF", "#000000"},
		theme.ColorNameScrollBar:           {"#000000A0", "#FFFFFFA0"},
		theme.ColorNameError:               {"#8A1010", "#FFB8B3"},
		theme.ColorNameWarning:             {"#6B3F00", "#FFD58F"},
		theme.ColorNameForegroundOnError:   {"#FFFFFF", "#000000"},
		theme.ColorNameForegroundOnWarning: {"#FFFFFF", "#000000"},
		ColorSurface:                       {"#FFFFFF", "#000000"},
		ColorSidebar:                       {"#FFFFFF", "#000000"},
		ColorMuted:                         {"#3A3A3A", "#D0D0D0"},
		ColorHairline:                      {"#3D3D3D", "#C8C8C8"},
	}
}

// deepen moves a colour towards black, or towards white, until it is read with
// ease on the other.
func deepen(c color.NRGBA, lighter bool) color.NRGBA {
	move := func(v uint8) uint8 {
		if lighter {
			return v + (255-v)/3
		}
		return v - v/4
	}
	return color.NRGBA{R: move(c.R), G: move(c.G), B: move(c.B), A: 255}
}

// strong reports whether the theme in force has higher contrasts.
func strong() bool {
	t, ok := fyne.CurrentApp().Settings().Theme().(*Theme)
	return ok && t.strong
}
