package screen

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// company stores an application that was met so many days ago.
func (s *stage) company(name, role string, days int) data.ID {
	s.Helper()
	start := s.Desk.Now().AddDate(0, 0, -days).Add(-2 * time.Hour)
	id, err := s.Desk.AddApplication(s.Context, desk.NewApplication{
		Company: name, Role: role, First: desk.NewInterview{Start: start, End: start.Add(time.Hour), With: []data.Person{{Name: "Dana Ruiz"}}},
	})
	if err != nil {
		s.Fatal(err)
	}
	return id
}

// interviews shows the page with what the desk has now.
func (s *stage) interviews() *Interviews {
	s.Helper()
	host := *s.Host
	over, cancel := context.WithCancel(s.Context)
	cancel() // nothing loads in the background: read does it
	host.Context = over
	v := &Interviews{Host: &host, ShowDetail: func() {}}
	list := v.Content()
	s.win.SetContent(widgets.NewSplit(0, widgets.NewFixed(372, list), widgets.NewFixed(600, v.Detail())).Top())
	s.win.Resize(fyne.NewSize(980, 900))
	s.read(v)
	return v
}

// read does at once what Refresh does in the background.
func (s *stage) read(v *Interviews) {
	s.Helper()
	v.show(v.read(s.Context, v.asking()))
	if v.chosen == "" {
		return
	}
	det, err := s.Desk.Detail(s.Context, v.chosen)
	v.detail.take(det, err)
}

// pick chooses an application as a tap on its row does.
func (s *stage) pick(v *Interviews, id data.ID) {
	s.Helper()
	for i, r := range v.rows {
		if r.ID == id {
			v.pick(i)
		}
	}
	s.read(v)
}

func (s *stage) node(id string) (widgets.Node, bool) {
	_, nodes := widgets.Nodes(s.win.Canvas())
	for _, n := range nodes {
		if n.ID == id {
			return n, true
		}
	}
	return widgets.Node{}, false
}

// text returns the words of a node, "" when it is not on screen.
func (s *stage) text(id string) string {
	n, _ := s.node(id)
	return strings.Join(n.Text, "|")
}

func (s *stage) press(id string) {
	s.Helper()
	var found fyne.Tappable
	walkObjects(s.win.Canvas(), func(o fyne.CanvasObject) {
		if named, ok := o.(widgets.Described); ok && named.Describe().ID == id {
			found, _ = o.(fyne.Tappable)
		}
	})
	if found == nil {
		s.Fatalf("nothing to tap is named %s", id)
	}
	found.Tapped(&fyne.PointEvent{})
}

func walkObjects(c fyne.Canvas, visit func(fyne.CanvasObject)) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		visit(o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	if top := c.Overlays().Top(); top != nil {
		walk(top)
		return
	}
	walk(c.Content())
}

func TestInterviewsMarkup(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrtsgesellschaft ", 4)
	for _, tt := range []struct {
		name  string
		fill  func(*stage)
		lines int
	}{
		{"empty", func(*stage) {}, 0},
		{"one", func(s *stage) { s.company("Acme Robotics", "Product designer", 0) }, 1},
		{"many", func(s *stage) {
			for i := range 12 {
				s.company(fmt.Sprintf("Company %02d", i), "Designer", i*3)
			}
		}, 12},
		{"long", func(s *stage) { s.company(long, long, 0) }, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t)
			tt.fill(s)
			v := s.interviews()
			s.read(v)
			if got := len(v.rows); got != tt.lines {
				t.Errorf("got %d rows, want %d", got, tt.lines)
			}
			if left := widgets.Unregistered(s.win); len(left) > 0 {
				t.Errorf("not in the map: %q", left)
			}
			test.AssertRendersToMarkup(t, "interviews_"+tt.name+".xml", s.win.Canvas())
		})
	}
}

func TestInterviewsEmpty(t *testing.T) {
	s := newStage(t)
	v := s.interviews()
	s.read(v)
	if got, want := s.text("list.empty"), "No interviews yet. Add one, or paste an invitation."; got != want {
		t.Errorf("empty list says %q, want %q", got, want)
	}
	s.company("Kestrel Health", "Service designer", 3)
	s.read(v)
	for search, want := range map[string]string{
		"kestral": `Nothing matches "kestral". Did you mean Kestrel Health?`,
		"zebra":   `Nothing matches "zebra".`,
	} {
		v.search.SetText(search)
		s.read(v)
		if got := s.text("list.empty"); got != want {
			t.Errorf("search for %s says %q, want %q", search, got, want)
		}
	}
}

func TestLikeliest(t *testing.T) {
	names := []string{"Kestrel Health", "Acme Robotics", "IBM", "Özil & Söhne"}
	for _, tt := range []struct{ typed, want string }{
		{"kestral", "Kestrel Health"},
		{"Kestrel Haelth", "Kestrel Health"},
		{"robotcs", "Acme Robotics"},
		{"acne", "Acme Robotics"},
		{"ozil", "Özil & Söhne"},
		{"ib", ""},
		{"banana", ""},
		{strings.Repeat("kestral", 10), ""},
	} {
		if got := likeliest(names, tt.typed); got != tt.want {
			t.Errorf("likeliest(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestFirstRowWaitsForDown(t *testing.T) {
	s := newStage(t)
	s.company("Acme Robotics", "", 0)
	s.company("Kestrel Health", "", 3)
	v := s.interviews()
	s.read(v)
	first, second := v.rows[0].ID, v.rows[1].ID
	if got := s.text("detail.title"); got != v.words.known[first].Company {
		t.Errorf("the page shows %q, want the first, %s", got, v.words.known[first].Company)
	}
	if got := v.list.Selected(); got != -1 {
		t.Errorf("before any key row %d is selected, want none", got)
	}
	for i, want := range []data.ID{first, second} {
		v.Key(widgets.KeyPress{Name: fyne.KeyDown})
		if v.chosen != want || v.list.Selected() != i {
			t.Errorf("after Down %d times: row %d, want %d", i+1, v.list.Selected(), i)
		}
	}
	v.Key(widgets.KeyPress{Rune: 'K'})
	if v.chosen != first {
		t.Errorf("K did not go back to the first row")
	}
}

// TestSearchLeadsToWhatIsFound: the row that has the focus is the one that is
// shown, and that a letter is about.
func TestSearchLeadsToWhatIsFound(t *testing.T) {
	for _, picked := range []bool{true, false} {
		s := newStage(t)
		acme, kestrel := s.company("Acme Robotics", "", 0), s.company("Kestrel Health", "", 3)
		v := s.interviews()
		if picked {
			s.pick(v, acme)
		}
		v.search.SelectAll()
		s.typeInto("list.search", "kestrel")
		s.read(v)
		if want := map[bool]data.ID{true: acme, false: kestrel}[picked]; v.chosen != want {
			t.Errorf("picked %v: while one types %q is shown, want %q", picked, v.chosen, want)
		}
		v.searchKey(widgets.KeyPress{Name: fyne.KeyDown})
		s.read(v)
		if v.chosen != kestrel || v.list.Selected() != 0 || s.win.Canvas().Focused() != v.list {
			t.Errorf("picked %v: after Down %q is shown and row %d chosen, want what is found", picked, v.chosen, v.list.Selected())
		}
	}
}

// TestLettersAreAboutTheRowInFocus: a row that is not chosen is shown first.
func TestLettersAreAboutTheRowInFocus(t *testing.T) {
	s := newStage(t)
	acme, kestrel := s.company("Acme Robotics", "", 0), s.company("Kestrel Health", "", 3)
	v := s.interviews()
	s.pick(v, acme)
	s.typeInto("list.search", "kestrel")
	s.read(v)
	s.win.Canvas().Focus(v.list)
	v.Key(widgets.KeyPress{Rune: 't'})
	if v.chosen != kestrel || s.modal() != "" {
		t.Errorf("the first letter shows %q and opens %q, want the row alone", v.chosen, s.modal())
	}
}

func TestRowsKeepTheirPlace(t *testing.T) {
	s := newStage(t)
	for i := range 4 {
		s.company(fmt.Sprintf("Company %d", i), "", 3+i)
	}
	v := s.interviews()
	s.read(v)
	order := func() string {
		var ids []string
		for _, r := range v.rows {
			ids = append(ids, v.words.known[r.ID].Company)
		}
		return strings.Join(ids, ", ")
	}
	before, first, last := order(), v.rows[0].ID, v.rows[3].ID
	s.pick(v, last)
	s.markFirst(first)
	s.company("Newcomer", "", 0)
	s.read(v)
	if got, want := order(), before+", Newcomer"; got != want {
		t.Errorf("after news from elsewhere the rows are %s, want %s", got, want)
	}
	if v.chosen != last || v.list.Selected() != 3 {
		t.Errorf("selected row %d, want 3", v.list.Selected())
	}
	s.win.Canvas().Focus(v.Enter())
	s.read(v)
	if v.rows[0].ID == first {
		t.Errorf("the page was opened anew and its rows are still %s", order())
	}
	if v.chosen != last || v.rows[v.list.Selected()].ID != last {
		t.Errorf("after sorting, %s is selected, want %s", v.chosen, last)
	}
}

// markFirst marks the thank-you of an application as sent, not through the page.
func (s *stage) markFirst(id data.ID) {
	s.Helper()
	det, err := s.Desk.Detail(s.Context, id)
	if err != nil {
		s.Fatal(err)
	}
	if _, err := s.Desk.MarkSent(s.Context, id, det.Steps[0].Item.Key, time.Time{}, ""); err != nil {
		s.Fatal(err)
	}
}

func TestOwnActSortsAnew(t *testing.T) {
	s := newStage(t)
	s.company("Acme Robotics", "", 0)
	s.company("Kestrel Health", "", 1)
	v := s.interviews()
	s.read(v)
	due := v.rows[0].ID
	s.pick(v, due)
	v.Key(widgets.KeyPress{Name: fyne.KeyM, Mods: fyne.KeyModifierControl})
	s.read(v)
	if v.rows[0].ID == due {
		t.Errorf("after marking it sent %s is still first", v.words.known[due].Company)
	}
	if v.chosen != due {
		t.Errorf("chosen = %s, want the one that was sent", v.chosen)
	}
}

func TestChips(t *testing.T) {
	s := newStage(t)
	s.company("Due", "", 0)
	s.company("Waiting", "", 2)
	gone := s.company("Gone", "", 4)
	if _, err := s.Desk.CloseApplication(t.Context(), gone, "other"); err != nil {
		t.Fatal(err)
	}
	v := s.interviews()
	if got := s.text("list.filter.open"); got != "Open" {
		t.Errorf("the first chip says %q, want Open", got)
	}
	for chip, want := range []int{2, -1, -1, 1, 3} {
		v.chips.Choose(chip)
		v.filter()
		if got := len(v.rows); want >= 0 && got != want {
			t.Errorf("chip %d shows %d rows, want %d", chip, got, want)
		}
		for _, r := range v.rows {
			if chip == 1 && r.Badge() != data.BadgeWaiting || chip == 2 && !r.NeedsMe() {
				t.Errorf("chip %d shows %s (%s)", chip, v.words.known[r.ID].Company, r.Badge())
			}
		}
	}
}

func TestRowsOutOfSightAreReadWhenTheyComeIntoSight(t *testing.T) {
	s := newStage(t)
	for i := range sightful + 30 {
		s.company(fmt.Sprintf("Company %d", i), "", 3)
	}
	v := s.interviews()
	s.read(v)
	last := len(v.rows) - 1
	if got := v.row(last); got.Title != "" || got.Badge == "" {
		t.Errorf("before it is read the last row is %+v, want its badge alone", got)
	}
	if !v.words.reading {
		t.Error("nobody asked for the words of the last row")
	}
	if again := v.words.want(last, len(v.rows), v.idOf); again != nil {
		t.Errorf("while some are read, %d more are asked for", len(again))
	}
	v.words.stop()
	asked := v.words.want(last, len(v.rows), v.idOf)
	if len(asked) != behind+1 || asked[behind] != v.rows[last].ID {
		t.Errorf("asked for %d rows, want the last and those before it", len(asked))
	}
	rows, err := s.Desk.Rows(s.Context, asked)
	v.words.take(asked, rows, rowID)
	v.filled(err)
	if got := v.row(last).Title; got == "" {
		t.Error("the last row still has no words")
	}
}

// TestKeysWhileRowsPassBy: what is pressed before the pane of a row is drawn is
// meant for that row.
func TestKeysWhileRowsPassBy(t *testing.T) {
	s := newStage(t)
	first := s.company("Acme Robotics", "", 0)
	second := s.company("Kestrel Health", "", 1)
	v := s.interviews()
	s.read(v)
	s.pick(v, first)
	v.Choose(second)
	if v.detail.drawn {
		t.Fatal("the pane of the second row is drawn already")
	}
	v.detail.act(v.detail.last.Primary)
	if len(s.gone) > 0 {
		t.Errorf("a button of the first row led to %+v", s.gone)
	}
	if !v.Key(widgets.KeyPress{Rune: 'd'}) {
		t.Error("the key was not taken")
	}
}

func BenchmarkInterviewsShow(b *testing.B) {
	var l listed
	for i := range 100_000 {
		id := data.ID(fmt.Sprint(i))
		l.Places = append(l.Places, desk.PlaceOf(id, data.BadgeWaiting, data.Active))
		if i < sightful {
			l.rows = append(l.rows, desk.Row{ID: id, Company: fmt.Sprintf("Company %d", i), Badge: data.BadgeWaiting, State: data.Active})
		}
	}
	test.NewTempApp(b).Settings().SetTheme(widgets.NewTheme(widgets.ModeLight, 1))
	win := test.NewTempWindow(b, widgets.NewColumn(0))
	h := &Host{Kit: widgets.NewKit(), Context: b.Context(), Window: func() fyne.Window { return win }, Selected: func(data.ID) {}, Stirred: func() {}}
	v := &Interviews{Host: h}
	win.SetContent(v.Content())
	win.Resize(fyne.NewSize(372, 800))
	v.chosen = l.Places[0].ID
	for b.Loop() {
		v.show(l, nil)
	}
}
