package widgets

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// drawings are charts as the pages have them, and worse ones.
func drawings() map[string]Drawing {
	parts := func(n int, label string, value func(i int) float64) []Part {
		var all []Part
		for i := range n {
			v := value(i)
			all = append(all, Part{Label: strings.ReplaceAll(label, "#", fmt.Sprint(i)), Value: v, Figure: fmt.Sprint(v), Brief: fmt.Sprint(v)})
		}
		return all
	}
	long := "Northbridge Library Trust of the Whole County and Its Neighbours (Holdings) Limited"
	months := parts(12, "Mon #", func(i int) float64 { return float64(i % 5) })
	for i := range months {
		months[i].Of = 6
		months[i].Figure = fmt.Sprintf("%v of 6", months[i].Value)
	}
	return map[string]Drawing{
		"chart_none": {Kind: ChartBars, Title: "Nothing", Note: "No cases."},
		"chart_bars": {Kind: ChartBars, Title: "Answered so far", Note: "20 notes", Parts: []Part{
			{Label: "After a thank-you", Value: 0.6, Of: 1, Figure: "12 of 20"}, {Label: "After a check-in", Value: 0, Of: 1, Figure: "0 of 9"},
		}},
		"chart_long": {Kind: ChartBars, Title: "The latest answers", Note: "5 answers", Parts: append(parts(4, long+" #", func(i int) float64 { return float64(3 * i) }),
			Part{Label: strings.Repeat("Donaudampfschifffahrt", 5), Value: 9, Figure: "nine days and a very long figure that nobody would write like this"})},
		"chart_funnel": {Kind: ChartFunnel, Title: "How far", Note: "9 applications", Parts: parts(4, "Stage #", func(i int) float64 { return float64(9 - 3*i) })},
		"chart_months": {Kind: ChartColumns, Title: "Per month", Note: "72 interviews", Parts: months, Key: [2]string{"Answered so far", "Interviews"}},
		"chart_spread": {Kind: ChartSpread, Title: "Days", Note: "21 answers", Parts: parts(8, "#–9", func(i int) float64 { return float64(i % 4) }), Axis: "days", Mark: &ChartMark{At: 3.2, Label: "half within 7 days"}},
		"chart_edge":   {Kind: ChartSpread, Title: "Days", Note: "5 answers", Parts: parts(1, "0", func(int) float64 { return 5 }), Axis: "days", Mark: &ChartMark{At: 0.5, Label: "half on the same day, which is a long way to say so"}},
		"chart_many":   {Kind: ChartColumns, Title: "Many", Note: "", Parts: parts(60, "label #", func(i int) float64 { return float64(1000000 * i) })},
	}
}

func TestChartsRender(t *testing.T) {
	for name, d := range drawings() {
		if len(d.Parts) > 12 {
			continue // held by its words alone
		}
		t.Run(name, func(t *testing.T) {
			start(t, ModeLight)
			c := NewKit().Chart(name, d)
			w := test.NewTempWindow(t, c)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(648, max(10, c.heightFor(648))))
			test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
		})
	}
}

// TestChartWordsNeverOverlap draws every chart in many widths and sizes of text
// and holds its words apart, and inside.
func TestChartWordsNeverOverlap(t *testing.T) {
	test.NewTempApp(t)
	for _, scale := range []float32{0.8, 1, 1.5, 2} {
		fyne.CurrentApp().Settings().SetTheme(NewTheme(ModeLight, scale))
		for name, d := range drawings() {
			for _, width := range []float32{180, 300, 420, 560, 648, 900} {
				s := sketchOf(&d, width, screenPen())
				for _, trouble := range collisions(s, width) {
					t.Errorf("%s, %v wide, text %v: %s", name, width, scale, trouble)
				}
			}
		}
	}
}

// collisions returns which words of a sketch lie on other words or outside.
func collisions(s sketch, width float32) []string {
	type spot struct {
		text       string
		x, y, w, h float32
	}
	var all []spot
	var troubles []string
	for _, o := range s.objects {
		word, ok := o.(*canvas.Text)
		if !ok || word.Text == "" {
			continue
		}
		is := fyne.MeasureText(word.Text, word.TextSize, word.TextStyle)
		p := spot{word.Text, word.Position().X, word.Position().Y, is.Width, is.Height}
		switch word.Alignment {
		case fyne.TextAlignCenter:
			p.x += (word.Size().Width - is.Width) / 2
		case fyne.TextAlignTrailing:
			p.x += word.Size().Width - is.Width
		}
		if p.x < -1 || p.x+p.w > width+1 || p.y < 0 || p.y+p.h > s.height+1 {
			troubles = append(troubles, fmt.Sprintf("%q lies outside", p.text))
		}
		for _, q := range all {
			if p.x < q.x+q.w-0.5 && q.x < p.x+p.w-0.5 && p.y < q.y+q.h-1 && q.y < p.y+p.h-1 {
				troubles = append(troubles, fmt.Sprintf("%q lies on %q", p.text, q.text))
			}
		}
		all = append(all, p)
	}
	return troubles
}

func TestChartColoursStandOut(t *testing.T) {
	th := NewTheme(ModeSystem, 1)
	for name, table := range map[string]map[fyne.ThemeColorName]color.NRGBA{"light": th.light, "dark": th.dark} {
		for _, ink := range []fyne.ThemeColorName{inkValue, inkWhole, inkMark, ColorMuted} {
			for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, ColorSurface} {
				if got := ratio(table[ink], table[ground]); got < 3 {
					t.Errorf("%s: %s on %s: got %.2f, want at least 3", name, ink, ground, got)
				}
			}
		}
	}
}

// TestChartIsReadAsText holds every figure in the map of the window, also where
// the drawing has no room for it.
func TestChartIsReadAsText(t *testing.T) {
	start(t, ModeLight)
	for name, d := range drawings() {
		n := NewKit().Chart("c", d).Describe()
		if n.Role != roleText || n.Text[0] != d.Title {
			t.Errorf("%s: got %+v, want a text with its title", name, n)
		}
		all := strings.Join(n.Text, "\n")
		for _, p := range d.Parts {
			if !strings.Contains(all, p.Label) || !strings.Contains(all, ": "+p.Figure) {
				t.Errorf("%s: got %q, want %s with %s", name, all, p.Label, p.Figure)
			}
		}
		if d.Mark != nil && !strings.Contains(all, d.Mark.Label) {
			t.Errorf("%s: got %q, want %s", name, all, d.Mark.Label)
		}
	}
}

// TestPicture draws a chart for a file: twice as many pixels as units, in the
// theme in force; on paper always light.
func TestPicture(t *testing.T) {
	for mode, want := range map[Mode]string{ModeLight: "#FFFFFF", ModeDark: "#232629"} {
		start(t, mode)
		p := Picture{Drawing: drawings()["chart_spread"], Foot: "26 November 2026"}
		img := painted(t, p, false)
		if got := img.Bounds().Dx(); got != 2*pictureWidth {
			t.Errorf("got %d pixels across, want %d", got, 2*pictureWidth)
		}
		if got := color.NRGBAModel.Convert(img.At(3, 3)); got != rgba(want) {
			t.Errorf("mode %d: got the ground %v, want %s", mode, got, want)
		}
		if got := color.NRGBAModel.Convert(painted(t, p, true).At(3, 3)); got != rgba("#FFFFFF") {
			t.Errorf("mode %d on paper: got the ground %v, want white", mode, got)
		}
		if n := inked(img, rgba(want)); n < 10000 {
			t.Errorf("got %d pixels that are not ground, want a drawing", n)
		}
	}
}

func inked(img image.Image, ground color.NRGBA) (n int) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if color.NRGBAModel.Convert(img.At(x, y)) != ground {
				n++
			}
		}
	}
	return n
}

// TestWritePages puts pictures on pages: as many as fit below each other.
func TestWritePages(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 200, 120))
	for _, c := range []struct {
		size     Paper
		pictures int
		pages    int
	}{{PaperA4, 1, 1}, {PaperA4, 2, 1}, {PaperA4, 5, 3}, {PaperLetter, 5, 3}} {
		var b bytes.Buffer
		var all []image.Image
		for range c.pictures {
			all = append(all, picture)
		}
		if err := WritePages(&b, "Insights", time.Unix(0, 0).UTC(), c.size, all); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(b.Bytes()), []byte("%%EOF")) {
			t.Errorf("got %d bytes that are no PDF", b.Len())
		}
		if !bytes.Contains(b.Bytes(), []byte("D:19700101000000")) {
			t.Error("the PDF does not say that it was made at the instant given")
		}
		if got := bytes.Count(b.Bytes(), []byte("/Type /Page\n")); got != c.pages {
			t.Errorf("%d pictures on %s: got %d pages, want %d", c.pictures, c.size, got, c.pages)
		}
	}
}

// painted paints at twice the size, all on this goroutine.
func painted(tb testing.TB, p Picture, paper bool) image.Image {
	tb.Helper()
	img, err := p.Paint(2, paper, func(piece func()) error { piece(); return nil })
	if err != nil {
		tb.Fatal(err)
	}
	return img
}

// TestPictureInStrips paints the same in strips as at once.
func TestPictureInStrips(t *testing.T) {
	start(t, ModeLight)
	p := Picture{Drawing: drawings()["chart_months"], Foot: "26 November 2026"}
	got := painted(t, p, false)
	all, height := p.compose(pictureMode(false))
	c := software.NewCanvas()
	c.SetScale(2)
	c.SetPadded(false)
	c.SetContent(container.NewWithoutLayout(all...))
	c.Resize(fyne.NewSize(pictureWidth, height))
	want, others := c.Capture(), 0
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			if color.NRGBAModel.Convert(got.At(x, y)) != color.NRGBAModel.Convert(want.At(x, y)) {
				others++
			}
		}
	}
	if got.Bounds() != want.Bounds() || others > 0 {
		t.Errorf("got %v with %d other pixels, want %v without any", got.Bounds(), others, want.Bounds())
	}
}

// TestPictureEndsWithTheWindow gives up when no piece will be painted any more.
func TestPictureEndsWithTheWindow(t *testing.T) {
	start(t, ModeLight)
	p := Picture{Drawing: drawings()["chart_bars"]}
	if img, err := p.Paint(2, false, func(func()) error { return context.Canceled }); img != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v, want no picture and why", img, err)
	}
}

// BenchmarkPicture paints a picture, and BenchmarkStrip what holds up the window
// at a time.
func BenchmarkPicture(b *testing.B) {
	start(b, ModeLight)
	p := Picture{Drawing: drawings()["chart_months"], Foot: "26 November 2026"}
	for b.Loop() {
		painted(b, p, false)
	}
}

func BenchmarkStrip(b *testing.B) {
	start(b, ModeLight)
	all, _ := Picture{Drawing: drawings()["chart_months"]}.compose(pictureMode(false))
	for b.Loop() {
		paintStrip(all, 100, 2)
	}
}
