package widgets

import (
	"image/color"
	"strconv"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours Afterword adds to Fyne's.
const (
	// ColorSurface fills cards, inputs and menus.
	ColorSurface fyne.ThemeColorName = "surface"
	// ColorSidebar fills the navigation at the left.
	ColorSidebar fyne.ThemeColorName = "sidebar"
	// ColorMuted is secondary text, 4.5 to 1 or better on every ground of ours.
	ColorMuted fyne.ThemeColorName = "muted"
	// ColorHairline is the thin line around cards and between panes, decorative.
	ColorHairline fyne.ThemeColorName = "hairline"
	// ColorScrim lies over the window under a sheet.
	ColorScrim fyne.ThemeColorName = "scrim"
)

// shades is one token in both variants, written #RRGGBB or #RRGGBBAA.
type shades struct{ light, dark string }

// palette returns every colour of the program (look.md 1.3).
func palette() map[fyne.ThemeColorName]shades {
	return map[fyne.ThemeColorName]shades{
		theme.ColorNameBackground:          {"#FAFAF8", "#1B1D20"},
		theme.ColorNameForeground:          {"#1F2328", "#E7E9EC"},
		theme.ColorNamePrimary:             {"#1F6F6B", "#63C0B8"},
		theme.ColorNameForegroundOnPrimary: {"#FFFFFF", "#0C2321"},
		theme.ColorNameHyperlink:           {"#1A6662", "#7ACCC4"},
		theme.ColorNameButton:              {"#ECECE8", "#2F3338"},
		theme.ColorNameDisabledButton:      {"#F1F1EE", "#24272A"},
		theme.ColorNameDisabled:            {"#9AA0A8", "#6B727B"},
		theme.ColorNameHover:               {"#1F23280D", "#FFFFFF0F"},
		theme.ColorNamePressed:             {"#1F23281F", "#FFFFFF1F"},
		theme.ColorNameFocus:               {"#1F6F6B59", "#63C0B866"},
		theme.ColorNameSelection:           {"#1F6F6B24", "#63C0B82E"},
		theme.ColorNameInputBackground:     {"#FFFFFF", "#232629"},
		theme.ColorNameInputBorder:         {"#8A909A", "#7C848E"},
		theme.ColorNamePlaceHolder:         {"#6A717C", "#8F97A2"},
		theme.ColorNameSeparator:           {"#E4E4E0", "#33373C"},
		theme.ColorNameShadow:              {"#00000014", "#00000066"},
		theme.ColorNameMenuBackground:      {"#FFFFFF", "#26292D"},
		theme.ColorNameOverlayBackground:   {"#FFFFFF", "#232629"},
		theme.ColorNameHeaderBackground:    {"#F4F4F1", "#202326"},
		theme.ColorNameScrollBar:           {"#1F232838", "#FFFFFF38"},
		theme.ColorNameScrollBarBackground: {"#00000000", "#00000000"},
		theme.ColorNameError:               {"#A12B2B", "#F0A09A"},
		theme.ColorNameSuccess:             {"#2C5B16", "#A6D98A"},
		theme.ColorNameWarning:             {"#8A5200", "#F5C26B"},
		theme.ColorNameForegroundOnError:   {"#FFFFFF", "#2A0C0A"},
		theme.ColorNameForegroundOnSuccess: {"#FFFFFF", "#12240A"},
		theme.ColorNameForegroundOnWarning: {"#FFFFFF", "#2A1B04"},
		ColorSurface:                       {"#FFFFFF", "#232629"},
		ColorSidebar:                       {"#F1F1EE", "#17191B"},
		ColorMuted:                         {"#5B6370", "#A9B0BA"},
		ColorHairline:                      {"#E4E4E0", "#33373C"},
		ColorScrim:                         {"#1F232859", "#00000099"},
	}
}

// A Stage is the place of an application in its life, as a badge shows it.
type Stage string

// The stages of look.md 1.4.
const (
	StageInterview Stage = "interview"
	StageThankYou  Stage = "thank_you"
	StageWaiting   Stage = "waiting"
	StageCheckIn   Stage = "check_in"
	StageReplied   Stage = "replied"
	StageStay      Stage = "stay"
	StageOffer     Stage = "offer"
	StageClosed    Stage = "closed"
	StageNothing   Stage = "nothing"
)

// badgeLook is how one stage is painted: never by hue alone.
type badgeLook struct {
	icon       IconName
	fill, text shades
	bold       bool // the stages that ask for an act
	outline    bool
}

// badgeLooks returns the table of look.md 1.4.
var badgeLooks = sync.OnceValue(func() map[Stage]badgeLook {
	return map[Stage]badgeLook{
		StageInterview: {IconCalendar, shades{"#DDE9F8", "#1D3148"}, shades{"#1B4F8F", "#9CC6F5"}, false, false},
		StageThankYou:  {IconEnvelope, shades{"#FCE8C8", "#43300F"}, shades{"#7A4300", "#F5C26B"}, true, false},
		StageWaiting:   {IconClock, shades{"#E8E9EB", "#33373C"}, shades{"#4A5260", "#BFC6D0"}, false, false},
		StageCheckIn:   {IconBubble, shades{"#F9DFCB", "#482413"}, shades{"#8A3408", "#F7A779"}, true, false},
		StageReplied:   {IconReply, shades{"#D3EEE8", "#123C37"}, shades{"#0B5A50", "#7ED6C8"}, true, false},
		StageStay:      {IconLeaf, shades{"#E9E2F7", "#322A4A"}, shades{"#55378F", "#C6B1F2"}, false, false},
		StageOffer:     {IconStar, shades{"#DCEFD2", "#22391A"}, shades{"#2C5B16", "#A6D98A"}, false, false},
		StageClosed:    {IconArchive, shades{"#00000000", "#00000000"}, shades{"#5F656E", "#9BA3AD"}, false, true},
		StageNothing:   {IconCheck, shades{"#00000000", "#00000000"}, shades{"#5F656E", "#9BA3AD"}, false, true},
	}
})

func (s Stage) fill() fyne.ThemeColorName { return fyne.ThemeColorName("badge." + string(s) + ".fill") }

func (s Stage) text() fyne.ThemeColorName { return fyne.ThemeColorName("badge." + string(s) + ".text") }

// rgba reads #RRGGBB or #RRGGBBAA; the tables above are its only callers.
func rgba(s string) color.NRGBA {
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return color.NRGBA{}
	}
	if len(s) == 7 {
		v = v<<8 | 0xFF
	}
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}

// over lays a translucent colour on another.
func over(ground, veil color.Color) color.Color {
	if ground == nil {
		return veil
	}
	g, v := color.NRGBAModel.Convert(ground).(color.NRGBA), color.NRGBAModel.Convert(veil).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*(255-int(v.A)) + int(b)*int(v.A)) / 255) }
	return color.NRGBA{R: mix(g.R, v.R), G: mix(g.G, v.G), B: mix(g.B, v.B), A: max(g.A, v.A)}
}
