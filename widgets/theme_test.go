package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// start runs an application in memory with our theme in one mode.
func start(t testing.TB, mode Mode) {
	t.Helper()
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(NewTheme(mode, 1))
}

// ratio is the contrast of WCAG 2.2, 1 to 21.
func ratio(a, b color.NRGBA) float64 {
	l := func(c color.NRGBA) float64 {
		part := func(v uint8) float64 {
			f := float64(v) / 255
			if f <= 0.04045 {
				return f / 12.92
			}
			return math.Pow((f+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := l(a), l(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	holdContrast(t, NewTheme(ModeSystem, 1), 4.5, 3)
}

func TestContrastOfTheStrongTheme(t *testing.T) {
	holdContrast(t, NewTheme(ModeSystem, 1).Strong(), 7, 4.5)
}

// holdContrast holds every pair of colours that meet to a least contrast, for
// text and for lines.
func holdContrast(t *testing.T, th *Theme, text, line float64) {
	t.Helper()
	type pair struct {
		ink, ground fyne.ThemeColorName
		least       float64
	}
	pairs := []pair{
		{theme.ColorNameForeground, theme.ColorNameBackground, text},
		{theme.ColorNameForeground, ColorSurface, text},
		{theme.ColorNameForeground, ColorSidebar, text},
		{theme.ColorNameForeground, theme.ColorNameButton, text},
		{theme.ColorNameForeground, theme.ColorNameMenuBackground, text},
		{ColorMuted, theme.ColorNameBackground, text},
		{ColorMuted, ColorSurface, text},
		{ColorMuted, ColorSidebar, text},
		{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, text},
		{theme.ColorNamePlaceHolder, theme.ColorNameBackground, text},
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, text},
		{theme.ColorNameForegroundOnError, theme.ColorNameError, text},
		{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess, text},
		{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning, text},
		{theme.ColorNameHyperlink, theme.ColorNameBackground, text},
		{theme.ColorNameHyperlink, ColorSurface, text},
		{theme.ColorNameHyperlink, theme.ColorNameMenuBackground, text},
		{theme.ColorNameError, theme.ColorNameBackground, text},
		{theme.ColorNameError, ColorSurface, text},
		{theme.ColorNameWarning, theme.ColorNameBackground, text},
		{theme.ColorNamePrimary, theme.ColorNameBackground, line},
		{theme.ColorNamePrimary, ColorSurface, line},
		{theme.ColorNamePrimary, ColorSidebar, line},
		{theme.ColorNameInputBorder, theme.ColorNameBackground, line},
		{theme.ColorNameInputBorder, ColorSurface, line},
	}
	for stage, look := range badgeLooks() {
		if look.outline {
			pairs = append(pairs, pair{stage.text(), theme.ColorNameBackground, text}, pair{stage.text(), ColorSurface, text})
			continue
		}
		pairs = append(pairs, pair{stage.text(), stage.fill(), text})
	}
	if th.strong {
		pairs = append(pairs, pair{ColorHairline, theme.ColorNameBackground, line}, pair{ColorHairline, ColorSurface, line})
	}
	for name, table := range map[string]map[fyne.ThemeColorName]color.NRGBA{"light": th.light, "dark": th.dark} {
		for _, p := range pairs {
			if got := ratio(table[p.ink], table[p.ground]); got < p.least {
				t.Errorf("%s: %s on %s: got %.2f, want at least %.1f", name, p.ink, p.ground, got, p.least)
			}
		}
		veil := table[theme.ColorNameSelection]
		for ground, ink := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameBackground: ColorMuted, ColorSidebar: theme.ColorNameForeground,
		} {
			chosen := over(table[ground], veil).(color.NRGBA)
			if got := ratio(table[ink], chosen); got < text {
				t.Errorf("%s: %s selected over %s: got %.2f, want %.1f", name, ink, ground, got, text)
			}
		}
	}
}

func TestContrastOfKnownColours(t *testing.T) {
	if got := ratio(rgba("#000000"), rgba("#FFFFFF")); math.Abs(got-21) > 0.001 {
		t.Errorf("black on white: got %.3f, want 21", got)
	}
	if got := ratio(rgba("#767D88"), rgba("#FAFAF8")); math.Abs(got-3.97) > 0.03 {
		t.Errorf("the faint grey that was dropped: got %.2f, want 3.97", got)
	}
}

func TestThemeModes(t *testing.T) {
	test.NewTempApp(t)
	at := func(m Mode, v fyne.ThemeVariant) color.Color {
		return NewTheme(m, 1).Color(theme.ColorNameBackground, v)
	}
	light, dark := rgba("#FAFAF8"), rgba("#1B1D20")
	for _, c := range []struct {
		mode    Mode
		variant fyne.ThemeVariant
		want    color.NRGBA
	}{
		{ModeSystem, theme.VariantLight, light},
		{ModeSystem, theme.VariantDark, dark},
		{ModeLight, theme.VariantDark, light},
		{ModeDark, theme.VariantLight, dark},
	} {
		if got := at(c.mode, c.variant); got != c.want {
			t.Errorf("mode %d variant %d: got %v, want %v", c.mode, c.variant, got, c.want)
		}
	}
}

func TestThemeScalesText(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct{ scale, want float32 }{{1, 14}, {1.5, 21}, {9, 28}, {0.1, 11.2}} {
		if got := NewTheme(ModeLight, c.scale).Size(theme.SizeNameText); math.Abs(float64(got-c.want)) > 0.01 {
			t.Errorf("scale %v: got %v, want %v", c.scale, got, c.want)
		}
	}
	if got := NewTheme(ModeLight, 2).Size(theme.SizeNamePadding); got != 4 {
		t.Errorf("padding at scale 2: got %v, want 4: changing it breaks stock entries", got)
	}
}

func TestEveryStageAndIconIsDrawn(t *testing.T) {
	start(t, ModeLight)
	for stage, look := range badgeLooks() {
		if strokes()[look.icon] == "" {
			t.Errorf("stage %s: its icon %q has no strokes", stage, look.icon)
		}
	}
	first := iconIn(IconLeaf, ColorMuted)
	if again := iconIn(IconLeaf, ColorMuted); again != first {
		t.Error("an icon in one colour: got two drawings, want the first again")
	}
	if other := iconIn(IconLeaf, theme.ColorNamePrimary); other.Name() == first.Name() {
		t.Errorf("an icon in two colours: got one name %q, want two", first.Name())
	}
}
