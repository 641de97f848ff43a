package widgets

import "fyne.io/fyne/v2"

// A Legend explains badges: each with a line of words beside it, or below it
// where the words would be cramped.
type Legend struct {
	base
	entries []LegendEntry
	objects []fyne.CanvasObject
}

// A LegendEntry is a badge and what it stands for.
type LegendEntry struct {
	Badge *Badge
	Words *Text
}

// NewLegend returns a legend of the entries, in their order.
func NewLegend(entries ...LegendEntry) *Legend {
	l := &Legend{entries: entries}
	for _, e := range entries {
		l.objects = append(l.objects, e.Badge, e.Words)
	}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *Legend) CreateRenderer() fyne.WidgetRenderer { return render(l) }

func (l *Legend) parts() []fyne.CanvasObject { return l.objects }

// The gaps of a legend, and the width that words need to stand beside badges.
const legendGap, legendRow, legendWords = 14, 10, 240

// left is where the words begin, 0 where they stand below the badges.
func (l *Legend) left(width float32) float32 {
	var left float32
	for _, e := range l.entries {
		left = max(left, e.Badge.minSize().Width+legendGap)
	}
	if width-left < legendWords {
		return 0
	}
	return left
}

// place calls put for each object and returns the height of them all.
func (l *Legend) place(width float32, put func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	left := l.left(width)
	var y float32
	for i, e := range l.entries {
		if i > 0 {
			y += legendRow
		}
		badge := e.Badge.minSize()
		words := e.Words.heightFor(width - left)
		put(e.Badge, 0, y, badge.Width, badge.Height)
		if left == 0 {
			put(e.Words, 0, y+badge.Height+3, width, words)
			y += badge.Height + 3 + words
			continue
		}
		put(e.Words, left, y+max(0, round((badge.Height-e.Words.lineHeight())/2)), width-left, words)
		y += max(badge.Height, words)
	}
	return y
}

func (l *Legend) heightFor(width float32) float32 {
	return l.place(width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (l *Legend) wantedWidth() float32 { return PageWidth }

func (l *Legend) minSize() fyne.Size { return fyne.NewSize(160, l.heightFor(l.Size().Width)) }

func (l *Legend) layout(size fyne.Size) { l.place(size.Width, put) }
