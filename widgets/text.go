package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A TextRole is the part a text plays: it sets size, weight and colour.
type TextRole int

// The roles and their sizes (look.md 1.2).
const (
	RoleBody      TextRole = iota // 14
	RoleSecondary                 // 13, muted
	RoleCaption                   // 12, muted
	RoleCompany                   // 15 bold
	RoleCardTitle                 // 16 bold
	RoleListTitle                 // 20 bold
	RoleTitle                     // 22 bold
)

func (r TextRole) look() (size fyne.ThemeSizeName, bold fyne.TextStyle, ink fyne.ThemeColorName) {
	strong := fyne.TextStyle{Bold: true}
	switch r {
	case RoleSecondary:
		return sizeSecondary, fyne.TextStyle{}, ColorMuted
	case RoleCaption:
		return theme.SizeNameCaptionText, fyne.TextStyle{}, ColorMuted
	case RoleCompany:
		return sizeCompany, strong, theme.ColorNameForeground
	case RoleCardTitle:
		return theme.SizeNameSubHeadingText, strong, theme.ColorNameForeground
	case RoleListTitle:
		return sizeListTitle, strong, theme.ColorNameForeground
	case RoleTitle:
		return theme.SizeNameHeadingText, strong, theme.ColorNameForeground
	default:
		return theme.SizeNameText, fyne.TextStyle{}, theme.ColorNameForeground
	}
}

// A Text is a run of words without padding that wraps at its width, or, after
// OneLine, ends in an ellipsis. It costs no theme override.
type Text struct {
	base
	text    string
	size    fyne.ThemeSizeName
	style   fyne.TextStyle
	ink     fyne.ThemeColorName
	align   fyne.TextAlign
	oneLine bool
	most    int // lines, 0 for as many as there are
	role    string
	made    [2]broken // the two widths asked for last
	least   leastSize // asked for with every picture of the window
	lines   []*canvas.Text
	objects []fyne.CanvasObject
}

// broken is the text broken into lines for one width and size.
type broken struct {
	text  string
	width float32
	size  float32
	lines []string
}

// NewText returns a text that the map of the window names by its place.
func NewText(role TextRole, text string) *Text {
	t := &Text{text: text, role: "text"}
	t.size, t.style, t.ink = role.look()
	if role >= RoleCardTitle {
		t.role = "heading"
	}
	t.ExtendBaseWidget(t)
	return t
}

// In sets the colour and returns the text.
func (t *Text) In(ink fyne.ThemeColorName) *Text {
	t.ink = ink
	return t
}

// OneLine makes the text end in an ellipsis where its place ends.
func (t *Text) OneLine() *Text {
	t.oneLine = true
	return t
}

// AtMost lets the text have so many lines; the last ends in an ellipsis where
// there is more.
func (t *Text) AtMost(lines int) *Text {
	t.most = lines
	return t
}

// Align sets how lines stand in the width and returns the text.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align = a
	return t
}

// Bold sets the weight and returns the text.
func (t *Text) Bold() *Text {
	t.style.Bold = true
	return t
}

// Text returns the words in full.
func (t *Text) Text() string { return t.text }

// SetText changes the words; the same words again cost nothing.
func (t *Text) SetText(text string) {
	if t.text == text {
		return
	}
	t.text = text
	t.Refresh()
}

// set changes words and look at once, for pooled rows.
func (t *Text) set(text string, ink fyne.ThemeColorName, style fyne.TextStyle) {
	if t.text == text && t.ink == ink && t.style == style {
		return
	}
	if t.style != style {
		t.made = [2]broken{}
	}
	t.text, t.ink, t.style = text, ink, style
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return render(t) }

// Describe implements Described.
func (t *Text) Describe() Node { return Node{ID: t.id, Role: t.role, Text: []string{t.text}} }

func (t *Text) face() typeface { return typeface{measureOf(t.size), t.style} }

func (t *Text) lineHeight() float32 {
	return round(fyne.MeasureText("A", measureOf(t.size), t.style).Height)
}

func (t *Text) wantedWidth() float32 {
	var w float32
	f := t.face()
	if t.oneLine {
		return ceil(f.width(t.text))
	}
	for _, l := range f.wrap(t.text, 1<<20) {
		w = max(w, f.width(l))
	}
	return ceil(w)
}

// broken returns the lines for a width.
func (t *Text) broken(width float32) []string {
	f := t.face()
	for _, b := range t.made {
		if b.lines != nil && b.text == t.text && b.width == width && b.size == f.size {
			return b.lines
		}
	}
	b := broken{text: t.text, width: width, size: f.size}
	if t.oneLine {
		b.lines = []string{f.cut(t.text, width)}
	} else {
		b.lines = f.wrap(t.text, width)
		if t.most > 0 && len(b.lines) > t.most {
			last := strings.Join(b.lines[t.most-1:], " ")
			b.lines = append(b.lines[:t.most-1:t.most-1], f.cut(last, width))
		}
	}
	t.made[1], t.made[0] = t.made[0], b
	return b.lines
}

func (t *Text) heightFor(width float32) float32 {
	if t.oneLine || width <= 0 {
		return t.lineHeight()
	}
	return float32(len(t.broken(width))) * t.lineHeight()
}

// A leastSize is the least size of a text of one face and width.
type leastSize struct {
	text  string
	face  typeface
	width float32
	size  fyne.Size
}

func (t *Text) minSize() fyne.Size {
	width, face := t.Size().Width, t.face()
	if l := &t.least; l.size.IsZero() || l.text != t.text || l.face != face || l.width != width {
		*l = leastSize{t.text, face, width, fyne.NewSize(min(t.wantedWidth(), 24), t.heightFor(width))}
	}
	return t.least.size
}

func (t *Text) parts() []fyne.CanvasObject { return t.objects }

func (t *Text) repaint() { t.layout(t.Size()) }

func (t *Text) layout(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	lines := t.broken(size.Width)
	for len(t.lines) < len(lines) {
		t.lines = append(t.lines, &canvas.Text{})
	}
	t.objects = t.objects[:0]
	h, ink, textSize := t.lineHeight(), paint(t.ink), measureOf(t.size)
	for i, words := range lines {
		l := t.lines[i]
		changed := l.Text != words || l.Color != ink || l.TextSize != textSize || l.TextStyle != t.style || l.Alignment != t.align
		l.Text, l.Color, l.TextSize, l.TextStyle, l.Alignment = words, ink, textSize, t.style, t.align
		l.Move(fyne.NewPos(0, float32(i)*h))
		l.Resize(fyne.NewSize(size.Width, h))
		if changed {
			l.Refresh()
		}
		t.objects = append(t.objects, l)
	}
}
