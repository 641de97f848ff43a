package screen

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/data"
	"afterword/widgets"
)

// A stage is a window in memory with a real desk behind it.
type stage struct {
	*testing.T
	*Host
	win   fyne.Window
	again func() // the button of the last line at the bottom
	said  []string
	gone  []Place
}

func newStage(t *testing.T) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.ModeLight, 1))
	p, err := profile.New(profile.Flags{Home: t.TempDir(), Now: "2026-11-23T14:00:00Z", Clock: "still", TZ: "Europe/Berlin"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	s := &stage{T: t, win: test.NewTempWindow(t, widgets.NewColumn(0))}
	s.Host = &Host{
		Desk: d, Kit: widgets.NewKit(), Context: t.Context(), Window: func() fyne.Window { return s.win },
		Go: func(p Place) { s.gone = append(s.gone, p) }, Changed: func() {}, Toast: func(text string, _ data.ID) { s.said = append(s.said, text) },
		Again: func(text, action string, act func()) { s.said, s.again = append(s.said, text+" "+action), act },
		Fail:  func(err error) { t.Error(err) }, Stirred: func() {}, Explain: func(err error) string { return err.Error() },
		After: func(time.Duration, func()) *time.Timer { return time.NewTimer(time.Hour) },
		Focus: func(f fyne.Focusable) { s.win.Canvas().Focus(f) }, Selected: func(data.ID) {},
		Do: func(act func(context.Context) error, then func()) {
			if err := act(t.Context()); err != nil {
				t.Error(err)
				return
			}
			if then != nil {
				then()
			}
		},
	}
	s.Host.Add, s.Host.Said, s.Host.Mail = s.ShowAdd, s.ShowSaid, s.ShowMail
	return s
}

// acme stores one application whose thank-you is due.
func (s *stage) acme() data.ID {
	s.Helper()
	start := s.Desk.Now().Add(-22 * time.Hour)
	id, err := s.Desk.AddApplication(s.Context, desk.NewApplication{
		Company: "Acme Robotics", Role: "Product designer",
		First: desk.NewInterview{Start: start, End: start.Add(time.Hour), With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}}},
	})
	if err != nil {
		s.Fatal(err)
	}
	return id
}

// show puts an object into the window and returns what the map says is there.
func (s *stage) show(o fyne.CanvasObject) map[string]widgets.Node {
	s.win.SetContent(o)
	s.win.Resize(fyne.NewSize(1000, 760))
	_, nodes := widgets.Nodes(s.win.Canvas())
	byID := make(map[string]widgets.Node)
	for _, n := range nodes {
		byID[n.ID] = n
	}
	return byID
}

func TestTodayPage(t *testing.T) {
	s := newStage(t)
	page := &Today{Host: s.Host, Loaded: func(desk.Today) {}}
	content := page.Content()
	quiet, err := s.Desk.Today(t.Context())
	page.show(quiet, err)
	if got := s.show(content)["today.title"].Text; len(got) != 1 || got[0] != "Nothing to do today." {
		t.Errorf("title of a quiet day = %q", got)
	}
	s.acme()
	busy, err := s.Desk.Today(t.Context())
	page.show(busy, err)
	nodes := s.show(content)
	if got := nodes["today.card:0.title"].Text; len(got) != 1 || got[0] != "Thank Dana Ruiz" {
		t.Errorf("card = %q, want Thank Dana Ruiz", got)
	}
	if n := nodes["today.card:0.primary"]; n.FocusOrder == 0 || !n.Enabled {
		t.Errorf("the card's button = %+v, want one that Tab reaches", n)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
}

func TestDetailMarksSent(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	page := &Interviews{Host: s.Host, ShowDetail: func() {}}
	list := page.Content()
	page.chosen = id
	page.show(page.read(t.Context(), page.asking()))
	if got := s.show(list)["list.row:"+string(id)].Text; len(got) == 0 || got[0] != "Acme Robotics" {
		t.Errorf("row = %q, want Acme Robotics", got)
	}
	page.detail.id = id
	det, err := s.Desk.Detail(t.Context(), id)
	page.detail.draw(det, err)
	nodes := s.show(page.Detail())
	for _, want := range []string{"detail.badge", "detail.why", "detail.primary", "detail.sent", "detail.plan:check_in:1"} {
		if _, ok := nodes[want]; !ok {
			t.Errorf("the detail lacks %s", want)
		}
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
	page.detail.sent()
	det, err = s.Desk.Detail(t.Context(), id)
	if err != nil || det.Badge != data.BadgeWaiting {
		t.Errorf("after sent the badge is %s (%v), want Waiting", det.Badge, err)
	}
	if len(s.said) != 1 {
		t.Errorf("said %q, want one toast", s.said)
	}
}

func TestAddAsksBeforeItThrowsAway(t *testing.T) {
	s := newStage(t)
	s.show(widgets.NewColumn(0))
	s.ShowAdd()
	modal, nodes := widgets.Nodes(s.win.Canvas())
	if modal != "add" {
		t.Fatalf("modal = %q, want add", modal)
	}
	want := []string{"add.company", "add.role", "add.when", "add.with", "add.said", "add.cancel", "add.save"}
	var got []string
	for order := range len(nodes) {
		for _, n := range nodes {
			if n.FocusOrder == order+1 && n.ID != "add.paste" && n.ID != "add.more" {
				got = append(got, n.ID)
			}
		}
	}
	if len(got) != len(want) {
		t.Fatalf("Tab goes %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("stop %d is %s, want %s", i+1, got[i], want[i])
		}
	}
	for _, r := range "Acme" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	if modal, _ := widgets.Nodes(s.win.Canvas()); modal != "discard" {
		t.Errorf("after Esc the topmost sheet is %q, want discard", modal)
	}
}

// TestTodayIsDone holds the page to saying once that all is done, and to the
// quiet words when it is opened again.
func TestTodayIsDone(t *testing.T) {
	s := newStage(t)
	page := &Today{Host: s.Host, Loaded: func(desk.Today) {}}
	content := page.Content()
	id := s.acme()
	said := func() string {
		now, err := s.Desk.Today(t.Context())
		page.show(now, err)
		return strings.Join(s.show(content)["today.line"].Text, " ")
	}
	if got := said(); got != "" {
		t.Fatalf("with something to do the page says %q", got)
	}
	det, err := s.Desk.Detail(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range det.Plan.Items {
		if it.Key.Kind() != data.KindThankYou {
			continue
		}
		if _, err := s.Desk.MarkSent(t.Context(), id, it.Key, time.Time{}, ""); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Desk.NoAfterNotes(t.Context(), id, det.Case.Interviews[0].ID); err != nil {
		t.Fatal(err)
	}
	if got := said(); got != "That's everything. Enjoy your day." {
		t.Errorf("after the last one the page says %q", got)
	}
	page.Leave()
	if got := said(); got != "Waiting is normal. Silence doesn't mean no." {
		t.Errorf("opened again the page says %q", got)
	}
}
