package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// An IconName names one drawing of the program's stroke set.
type IconName string

// The icons: 24 by 24, stroke 2, round.
const (
	IconCalendar IconName = "calendar"
	IconEnvelope IconName = "envelope"
	IconClock    IconName = "clock"
	IconBubble   IconName = "bubble"
	IconReply    IconName = "reply"
	IconLeaf     IconName = "leaf"
	IconStar     IconName = "star"
	IconArchive  IconName = "archive"
	IconSun      IconName = "sun"
	IconList     IconName = "list"
	IconPeople   IconName = "people"
	IconChart    IconName = "chart"
	IconInbox    IconName = "inbox"
	IconSliders  IconName = "sliders"
	IconCheck    IconName = "check"
	IconPlus     IconName = "plus"
	IconSearch   IconName = "search"
	IconMore     IconName = "more"
	IconClose    IconName = "close"
	IconBack     IconName = "back"
	IconNext     IconName = "next"
	IconWarning  IconName = "warning"
	IconUndo     IconName = "undo"
	IconPause    IconName = "pause"
	IconSkip     IconName = "skip"
	IconNote     IconName = "note"
	IconPerson   IconName = "person"
	IconLock     IconName = "lock"
	IconFolder   IconName = "folder"
	IconEye      IconName = "eye"
	IconDot      IconName = "dot"
	IconPhone    IconName = "phone"
	IconPrinter  IconName = "printer"
	IconPin      IconName = "pin"
)

// strokes returns the drawing of every icon.
func strokes() map[IconName]string {
	return map[IconName]string{
		IconCalendar: `<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10 H20.5 M8 2.8 V6.5 M16 2.8 V6.5"/>`,
		IconEnvelope: `<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M3.8 7 L12 13 L20.2 7"/>`,
		IconClock:    `<circle cx="12" cy="12" r="8.7"/><path d="M12 7 V12 L15.3 14"/>`,
		IconBubble:   `<path d="M4 5.5 H20 V16.5 H12.5 L8 20.5 V16.5 H4 Z"/><path d="M9 11 H9.1 M12 11 H12.1 M15 11 H15.1"/>`,
		IconReply:    `<path d="M9.5 6 L4 11.5 L9.5 17 M4 11.5 H14 C18 11.5 20 14 20 18.5"/>`,
		IconLeaf:     `<path d="M5 19 C5 9 11 4.5 20 4.5 C20 14 15 19 8 19 C6.5 19 5.5 18.5 5 18 M5 20.5 C7 15 10.5 12 14.5 10"/>`,
		IconStar:     `<path d="M12 3.5 L14.6 9 L20.6 9.7 L16.2 13.8 L17.3 19.8 L12 16.9 L6.7 19.8 L7.8 13.8 L3.4 9.7 L9.4 9 Z"/>`,
		IconArchive:  `<path d="M3.5 4.5 H20.5 V8.5 H3.5 Z M5 8.5 V19.5 H19 V8.5 M10 12.5 H14"/>`,
		IconSun:      `<circle cx="12" cy="12" r="4.2"/><path d="M12 2.5 V5 M12 19 V21.5 M2.5 12 H5 M19 12 H21.5 M5.3 5.3 L7 7 M17 17 L18.7 18.7 M5.3 18.7 L7 17 M17 7 L18.7 5.3"/>`,
		IconList:     `<path d="M8.5 6 H20.5 M8.5 12 H20.5 M8.5 18 H20.5 M4 6 H4.1 M4 12 H4.1 M4 18 H4.1"/>`,
		IconPeople:   `<circle cx="9" cy="8" r="3.7"/><path d="M2.5 20 C2.5 15.5 5.5 14 9 14 C12.5 14 15.5 15.5 15.5 20 M15.5 4.6 C17.5 5 18.7 6.3 18.7 8 C18.7 9.7 17.5 11 15.8 11.4 M17.5 14.3 C20 15 21.5 16.8 21.5 20"/>`,
		IconChart:    `<path d="M4 4 V20 H20.5 M8.5 16 V12 M13 16 V7.5 M17.5 16 V10"/>`,
		IconInbox:    `<path d="M3.5 13.5 L6.5 5 H17.5 L20.5 13.5 V19 H3.5 Z M3.5 13.5 H8.5 L10 16 H14 L15.5 13.5 H20.5"/>`,
		IconSliders:  `<path d="M4 7 H9.5 M14.5 7 H20 M4 17 H13.5 M18.5 17 H20"/><circle cx="12" cy="7" r="2.5"/><circle cx="16" cy="17" r="2.5"/>`,
		IconCheck:    `<path d="M5 12.5 L10 17.5 L19.5 7"/>`,
		IconPlus:     `<path d="M12 5 V19 M5 12 H19"/>`,
		IconSearch:   `<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 L20.5 20.5"/>`,
		IconMore:     `<circle cx="5" cy="12" r="0.7"/><circle cx="12" cy="12" r="0.7"/><circle cx="19" cy="12" r="0.7"/>`,
		IconClose:    `<path d="M6 6 L18 18 M18 6 L6 18"/>`,
		IconBack:     `<path d="M14.5 5.5 L8 12 L14.5 18.5"/>`,
		IconNext:     `<path d="M9.5 5.5 L16 12 L9.5 18.5"/>`,
		IconWarning:  `<path d="M12 4 L21 19.5 H3 Z M12 10 V13.5 M12 16.6 V16.7"/>`,
		IconUndo:     `<path d="M8.5 5 L4.5 9 L8.5 13 M4.5 9 H14 C17.5 9 20 11 20 14 C20 17 17.5 19 14 19 H9"/>`,
		IconPause:    `<path d="M8.5 6 V18 M15.5 6 V18"/>`,
		IconSkip:     `<path d="M5 6 L12 12 L5 18 M12 6 L19 12 L12 18"/>`,
		IconNote:     `<path d="M6 3.5 H15 L19 7.5 V20.5 H6 Z M9.5 12 H15.5 M9.5 16 H13.5"/>`,
		IconPerson:   `<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5 C4.5 16 7.8 14.5 12 14.5 C16.2 14.5 19.5 16 19.5 20.5"/>`,
		IconLock:     `<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5 V8 C8 5.5 9.7 3.8 12 3.8 C14.3 3.8 16 5.5 16 8 V10.5"/>`,
		IconFolder:   `<path d="M3.5 6 H9.5 L11.5 8.5 H20.5 V19 H3.5 Z"/>`,
		IconEye:      `<path d="M2.5 12 C5 7.5 8.3 5.5 12 5.5 C15.7 5.5 19 7.5 21.5 12 C19 16.5 15.7 18.5 12 18.5 C8.3 18.5 5 16.5 2.5 12 Z"/><circle cx="12" cy="12" r="2.8"/>`,
		IconDot:      `<circle cx="12" cy="12" r="4"/>`,
		IconPrinter:  `<path d="M7 9 V3.5 H17 V9 M7 17.5 H4 V9 H20 V17.5 H17 M7 14 H17 V20.5 H7 Z"/>`,
		IconPin:      `<path d="M9 3.5 H15 M10 3.5 V9 L6.5 14 H17.5 L14 9 V3.5 M12 14 V20.5"/>`,
		IconPhone:    `<path d="M6 3.5 H9.5 L11 8 L8.8 9.8 C10 12.3 11.7 14 14.2 15.2 L16 13 L20.5 14.5 V18 C20.5 19.5 19.5 20.5 18 20.5 C10 20 4 14 3.5 6 C3.5 4.5 4.5 3.5 6 3.5 Z"/>`,
	}
}

// iconKey is what an icon's drawing depends on: its strokes and one colour.
type iconKey struct {
	name  IconName
	color color.NRGBA
}

// draw returns the icon in one colour; drawn once per theme.
func (t *Theme) draw(name IconName, c color.NRGBA) fyne.Resource {
	key := iconKey{name, c}
	if r, ok := t.icons[key]; ok {
		return r
	}
	r := drawIcon(key)
	t.icons[key] = r
	return r
}

func drawIcon(k iconKey) fyne.Resource {
	hex := fmt.Sprintf("%02x%02x%02x", k.color.R, k.color.G, k.color.B)
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#` + hex +
		`" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">` + strokes()[k.name] + `</svg>`
	return fyne.NewStaticResource("icon-"+string(k.name)+"-"+hex+".svg", []byte(svg))
}

// iconIn returns an icon in a colour of the theme in force; nil for no name.
func iconIn(name IconName, n fyne.ThemeColorName) fyne.Resource {
	if name == "" {
		return nil
	}
	c := color.NRGBAModel.Convert(paint(n)).(color.NRGBA)
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t.draw(name, c)
	}
	return drawIcon(iconKey{name, c})
}

// newIcon returns an empty picture that keeps its proportions.
func newIcon() *canvas.Image {
	i := &canvas.Image{FillMode: canvas.ImageFillContain}
	i.Hide()
	return i
}

// setIcon shows an icon in a colour, or nothing for no name.
func setIcon(i *canvas.Image, name IconName, n fyne.ThemeColorName) {
	i.Resource = iconIn(name, n)
	i.Hidden = name == ""
}
