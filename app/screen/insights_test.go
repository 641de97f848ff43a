package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// answered stores an application that was met so many days ago and answered so
// many days later; with less than nothing it was not.
func (s *stage) answered(name string, ago, days int, class data.ReplyClass) {
	s.Helper()
	id := s.company(name, "Designer", ago)
	if days < 0 {
		return
	}
	at := s.Desk.Now().AddDate(0, 0, days-ago)
	if _, err := s.Desk.Said(s.Context, id, class, data.Day{}, at); err != nil {
		s.Fatal(err)
	}
}

// An insighted is the page Insights, whose pages and pictures go nowhere.
type insighted struct {
	*Insights
	folder  string
	kept    []byte
	printed []string
	opened  []string
	broken  error // of opening
}

// insights shows the page with what the desk has now.
func (s *stage) insights() *insighted {
	s.Helper()
	c := &insighted{folder: s.TempDir()}
	host := *s.Host
	over, cancel := context.WithCancel(s.Context)
	cancel() // nothing is painted in the background: the tests do it
	host.Context = over
	c.Insights = &Insights{Host: &host, Press: Press{
		Pictures: c.folder, Paper: widgets.PaperA4,
		Keep: func(name string, pdf []byte) (string, error) {
			c.kept = pdf
			return filepath.Join(c.folder, name), nil
		},
		Printer: func(context.Context) string { return "" },
		Print:   func(_ context.Context, file string) error { c.printed = append(c.printed, file); return nil },
	}}
	host.Open = func(address string) error {
		c.opened = append(c.opened, address)
		return c.broken
	}
	content := c.Content()
	c.show(s.Desk.Insights(s.T.Context(), nil))
	s.win.SetPadded(false)
	s.win.SetContent(content)
	s.win.Resize(fyne.NewSize(760, 2400))
	content.Refresh()
	return c
}

// found returns one node of the map, empty for none.
func (s *stage) found(id string) widgets.Node {
	n, _ := s.node(id)
	return n
}

// TestInsightsRender holds the page without a case, with five, with many, and
// with names that are longer than any place for them.
func TestInsightsRender(t *testing.T) {
	classes := []data.ReplyClass{data.ReplyStillDeciding, data.ReplyNextRound, data.ReplyRejection, data.ReplyOffer}
	for name, fill := range map[string]func(*stage){
		"none": func(*stage) {},
		"four": func(s *stage) {
			for i := range 4 {
				s.answered(fmt.Sprint("Company ", i), 20+i, i, classes[i])
			}
		},
		"five": func(s *stage) {
			for i := range 5 {
				s.answered(fmt.Sprint("Company ", i), 20+i, 2*i, classes[i%4])
			}
		},
		"many": func(s *stage) {
			for i := range 60 {
				s.answered(fmt.Sprint("Company ", i), 3+5*i, i*7%31-6, classes[i%4])
			}
		},
		"long": func(s *stage) {
			for i := range 6 {
				s.answered(strings.Repeat("Northbridge Library Trust ", 4)+fmt.Sprint(i), 20+i, 3*i, classes[i%4])
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			fill(s)
			s.insights()
			if name != "four" { // it looks as none does
				test.AssertRendersToMarkup(t, "insights_"+name+".xml", s.win.Canvas())
			}
			if left := widgets.Unregistered(s.win); len(left) > 0 {
				t.Errorf("not in the map: %q", left)
			}
			if got, want := s.found("insights.empty").ID != "", name == "none" || name == "four"; got != want {
				t.Errorf("the empty page shows: %v, want %v", got, want)
			}
		})
	}
}

// five stores what is enough for the page.
func (s *stage) five() {
	s.Helper()
	for i := range 5 {
		s.answered(fmt.Sprint("Company ", i), 20+i, 2*i, data.ReplyRejection)
	}
}

// TestInsightsAreReadAsText: each chart tells its figures to those who do not
// see it.
func TestInsightsAreReadAsText(t *testing.T) {
	s := newStage(t)
	s.five()
	s.insights()
	for id, want := range map[string]string{
		"insights.days":   "Days from interview to answer|Five answers. Half of them came within 4 days.|0–1 days: 1|2–3 days: 1|4–5 days: 1|6–7 days: 1|8–9 days: 1|half within 4 days",
		"insights.latest": "|Company 4: 8 days|Company 3: 6 days|",
		"insights.stages": "|An interview: 5 of 5|Heard back: 5 of 5|A further round: 0 of 5|An offer: 0 of 5",
		"insights.months": "|Oct: 2 of 2|Nov: 3 of 3",
	} {
		n := s.found(id)
		if got := strings.Join(n.Text, "|"); n.Role != "text" || !strings.Contains(got, want) {
			t.Errorf("%s is %s %q, want a text with %q", id, n.Role, got, want)
		}
	}
	if got := s.found("insights.shares").ID; got != "" {
		t.Errorf("shares of fewer than five notes show, want none")
	}
}

// TestInsightsTellHowFarTheReadingIs, and show the numbers when it is done.
func TestInsightsTellHowFarTheReadingIs(t *testing.T) {
	s := newStage(t)
	s.five()
	c := s.insights()
	c.tell(t.Context(), 4000, 100000)
	if got := s.found("insights.progress").Text; len(got) != 1 || got[0] != "Reading 4000 of 100000 applications." {
		t.Errorf("got %q, want how far the reading is", got)
	}
	left, cancel := context.WithCancel(t.Context())
	cancel()
	c.show(s.Desk.Insights(t.Context(), nil))
	c.tell(left, 6000, 100000)
	if s.found("insights.progress").ID != "" || s.found("insights.days").ID == "" {
		t.Error("a reading that was given up still tells how far it is, want the numbers")
	}
}

// TestInsightsSavePicture saves a chart by its path, asks before it replaces,
// and says what is wrong with a place that is none.
func TestInsightsSavePicture(t *testing.T) {
	s := newStage(t)
	s.five()
	c := s.insights()
	file := filepath.Join(c.folder, "afterword-days-2026-11-23.png")
	if trouble := s.save(c, ""); trouble != "" {
		t.Fatalf("got %q, want a saved picture", trouble)
	}
	s.saved(c, file)
	for path, want := range map[string]string{
		"days.png": "Give the folder", filepath.Join(c.folder, "nowhere", "x.png"): "isn't there", file: "there already",
	} {
		if got := s.save(c, path); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if trouble := s.save(c, filepath.Join(c.folder, "mine.2")); trouble != "" {
		t.Errorf("a name without .png: got %q", trouble)
	}
	again := c.savePictureOf("days")
	again.path.SetText(file)
	again.store()
	again.store()
	if again.sheet.Open() {
		t.Error("the second asking did not replace the file")
	}
}

// save asks for the picture of a chart in a file, "" for the one that is offered,
// and returns what is wrong with it.
func (s *stage) save(c *insighted, file string) string {
	s.Helper()
	saving := c.savePictureOf("days")
	if file != "" {
		saving.path.SetText(file)
	}
	saving.store()
	defer saving.sheet.Close()
	if text := s.found("save.path").Text; len(text) > 1 {
		return text[1]
	}
	return ""
}

// saved holds a saved picture to its size.
func (s *stage) saved(c *insighted, file string) {
	s.Helper()
	if len(s.said) == 0 || !strings.Contains(s.said[len(s.said)-1], file) {
		s.Errorf("said %q, want where the picture is", s.said)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		s.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil || img.Bounds().Dx() != 1440 {
		s.Errorf("%s: got %v, want a picture of 1440 pixels across", file, err)
	}
	if left, err := filepath.Glob(filepath.Join(c.folder, ".afterword-*")); err != nil || len(left) > 0 {
		s.Errorf("left behind: %q, %v", left, err)
	}
}

// savePictureOf opens the sheet for one chart.
func (c *insighted) savePictureOf(id string) *fileSheet {
	for _, f := range c.shown {
		if f.id == id {
			return c.savePicture(f)
		}
	}
	return nil
}

// TestInsightsPrint shows the pages as a PDF where there is no printer, asks
// before it prints where there is one, and says where the pages are when nothing
// shows them.
func TestInsightsPrint(t *testing.T) {
	s := newStage(t)
	s.five()
	c := s.insights()
	c.hand(c.Insights.pages()(t.Context()))
	if len(c.opened) != 1 {
		t.Fatalf("opened %q, want the pages", c.opened)
	}
	if !bytes.HasPrefix(c.kept, []byte("%PDF-")) {
		t.Errorf("kept %d bytes, want a PDF", len(c.kept))
	}
	file := filepath.Join(c.folder, "afterword-insights-2026-11-23.pdf")
	if want := "file://" + file; c.opened[0] != want || !strings.Contains(s.said[len(s.said)-1], "No printer") {
		t.Errorf("opened %q and said %q, want %s and that there is no printer", c.opened, s.said, want)
	}
	c.broken = errors.New("no viewer")
	c.hand(pages{file: file}, nil)
	if got := s.said[len(s.said)-1]; !strings.Contains(got, file) {
		t.Errorf("said %q, want where the pages are", got)
	}
	c.hand(pages{file, "Office"}, nil)
	if got := s.found("print.text").Text; len(got) != 1 || !strings.Contains(got[0], "Office") || len(c.printed) != 0 {
		t.Errorf("asked %q and printed %q, want a question first", got, c.printed)
	}
	widgets.Named(s.win.Canvas(), "print.send").(fyne.Tappable).Tapped(nil)
	if len(c.printed) != 1 || c.printed[0] != file {
		t.Errorf("printed %q, want %s", c.printed, file)
	}
}

// TestInsightsSources opens the page of a published figure.
func TestInsightsSources(t *testing.T) {
	s := newStage(t)
	c := s.insights()
	widgets.Named(s.win.Canvas(), "insights.wait:0.source").(fyne.Tappable).Tapped(nil)
	if want := s.Desk.UsualWaits()[0].Link; len(c.opened) != 1 || c.opened[0] != want {
		t.Errorf("opened %q, want %s", c.opened, want)
	}
	if first := c.Enter(); first != widgets.Named(s.win.Canvas(), "insights.wait:0.source") {
		t.Errorf("the focus goes to %v, want the first source", first)
	}
}

// TestInsightsSwitch is one switch in the settings.
func TestInsightsSwitch(t *testing.T) {
	s := newStage(t)
	n := newNumbers(s.Host)
	for _, on := range []bool{false, true} {
		n.set(on)
		p, err := s.Desk.Preferences(t.Context())
		if err != nil || p.NoInsights == on {
			t.Errorf("switched to %v: got off %v, %v", on, p.NoInsights, err)
		}
		n.show(p)
		if n.on.Ticked() != on {
			t.Errorf("the box is %v, want %v", n.on.Ticked(), on)
		}
	}
}

// TestQuietDayTellsTheUsualWait with its source and year, unless numbers are
// switched off.
func TestQuietDayTellsTheUsualWait(t *testing.T) {
	s := newStage(t)
	start := s.Desk.Now().Add(48 * time.Hour)
	if _, err := s.Desk.AddApplication(t.Context(), desk.NewApplication{Company: "Acme", First: desk.NewInterview{Start: start, End: start.Add(time.Hour)}}); err != nil {
		t.Fatal(err)
	}
	page := &Today{Host: s.Host, Loaded: func(desk.Today) {}}
	content := page.Content()
	usual := func() string {
		page.show(s.Desk.Today(t.Context()))
		return strings.Join(s.show(content)["today.usual"].Text, "")
	}
	if got := usual(); !strings.Contains(got, "days") || !strings.Contains(got, "NACE") || !strings.Contains(got, "2023") {
		t.Errorf("got %q, want the usual wait with source and year", got)
	}
	if err := s.Desk.Set(t.Context(), "insights.off", "yes"); err != nil {
		t.Fatal(err)
	}
	if got := usual(); got != "" {
		t.Errorf("switched off: got %q, want nothing", got)
	}
}
