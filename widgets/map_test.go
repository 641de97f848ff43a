package widgets

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// page is a window with a bit of everything, list and all.
func page(t testing.TB, k *Kit) (fyne.Window, *Rows) {
	t.Helper()
	rows := k.Rows("list", func() int { return 1000 }, func(i int) Row {
		return Row{ID: "list.row:" + strconv.Itoa(i), Title: "Acme " + strconv.Itoa(i), Sub: "Designer", Stage: StageWaiting, Badge: "Waiting"}
	})
	list := NewColumn(8, k.Button("list.add", "Add", nothing), k.Entry("list.search", "Search"), rows).Grow(rows)
	detail := NewColumn(16, k.Text("page.why", RoleBody, "A short thank-you within a day is courteous."), k.Button("page.write", "Write", nothing))
	for name, o := range samples(k) {
		if name != "rows" && name != "badge_quiet" && name != "link" {
			detail.Add(o)
		}
	}
	side := NewPane(ColorSidebar, k.NavItem("nav.mail", IconInbox, "Mail to sort", nothing))
	shell := k.Shell(side, "Back")
	shell.SetPage(list, NewPage(NewScroll(NewPad(20, 20, 24, 24, detail))))
	w := test.NewTempWindow(t, shell)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 800))
	return w, rows
}

func node(t *testing.T, nodes []Node, id string) Node {
	t.Helper()
	for _, n := range nodes {
		if n.ID == id {
			return n
		}
	}
	t.Fatalf("%s: not in the map", id)
	return Node{}
}

func TestSnapshot(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	w := test.NewTempWindow(t, NewColumn(8, k.Button("list.add", "Add interview", nothing), k.Entry("list.search", "Search")))
	w.SetTitle("Afterword")
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 100))
	now := time.Date(2026, 11, 23, 14, 0, 0, 0, time.UTC)
	got, changed := k.Map.Snapshot(w, State{Page: "interviews", Ready: true, Now: now})
	want := `{"schema":"afterword-ui/1","rev":1,"ready":true,"busy":false,"page":"interviews","selected":"","modal":"",` +
		`"window":{"w":300,"h":100,"title":"Afterword","focused":false},"scale":1,"now":"2026-11-23T14:00:00Z","nodes":[` +
		`{"id":"list.add","role":"button","text":["Add interview"],"value":"","x":0,"y":0,"w":300,"h":36,"visible":true,"clipped":false,"enabled":true,"focused":false,"focus_order":1,"parent":""},` +
		`{"id":"list.search","role":"entry","text":["Search"],"value":"","x":0,"y":44,"w":300,"h":36,"visible":true,"clipped":false,"enabled":true,"focused":false,"focus_order":2,"parent":""}]}`
	if string(got) != want || !changed {
		t.Errorf("got %s, changed %v\nwant %s", got, changed, want)
	}
	if _, changed = k.Map.Snapshot(w, State{Page: "interviews", Ready: true, Now: now.Add(time.Minute - 1)}); changed {
		t.Error("the clock ran on for less than a minute: got a change, want none")
	}
	later, changed := k.Map.Snapshot(w, State{Page: "interviews", Ready: true, Now: now.AddDate(0, 0, 14)})
	if want := strings.Replace(want, "2026-11-23", "2026-12-07", 1); string(later) != want || !changed {
		t.Errorf("only the clock moved: got %s, changed %v\nwant %s", later, changed, want)
	}
	w.Canvas().FocusNext()
	got, changed = k.Map.Snapshot(w, State{Page: "interviews", Ready: true, Now: now})
	var f mapFile
	if err := json.Unmarshal(got, &f); err != nil {
		t.Fatal(err)
	}
	if !changed || f.Rev != 2 || !node(t, f.Nodes, "list.add").Focused {
		t.Errorf("after Tab: got rev %d, changed %v, focused %v, want 2, true, true", f.Rev, changed, f.Nodes[0].Focused)
	}
}

// TestFocusOrder: the order in the map is the order in which Tab really goes.
func TestFocusOrder(t *testing.T) {
	start(t, ModeLight)
	w, _ := page(t, NewKit())
	_, nodes := Nodes(w.Canvas())
	var want []string
	for i := 1; ; i++ {
		at := slices.IndexFunc(nodes, func(n Node) bool { return n.FocusOrder == i })
		if at < 0 {
			break
		}
		want = append(want, nodes[at].ID)
	}
	if len(want) < 15 {
		t.Fatalf("stops: got %d, want at least 15: %v", len(want), want)
	}
	for _, id := range want {
		w.Canvas().FocusNext()
		_, now := Nodes(w.Canvas())
		at := slices.IndexFunc(now, func(n Node) bool { return n.Focused })
		if at < 0 || now[at].ID != id {
			t.Fatalf("Tab: got index %d, want %s", at, id)
		}
	}
	if got, want := want[:5], []string{"nav.mail", "list.add", "list.search", "list.row:0", "page.write"}; !slices.Equal(got, want) {
		t.Errorf("reading order: got %v, want %v", got, want)
	}
}

func TestMapShowsRowsInSight(t *testing.T) {
	start(t, ModeLight)
	w, rows := page(t, NewKit())
	count := func() (n int, first string) {
		_, nodes := Nodes(w.Canvas())
		for _, x := range nodes {
			if x.Role == roleRow && x.Parent == "list" {
				if n == 0 {
					first = x.ID
				}
				n++
			}
		}
		return n, first
	}
	if n, first := count(); n < 5 || n > 12 || first != "list.row:0" {
		t.Errorf("at the top: got %d rows from %s, want 5 to 12 from list.row:0", n, first)
	}
	rows.Select(500)
	_, nodes := Nodes(w.Canvas())
	if n := node(t, nodes, "list.row:500"); n.Value != "selected" || n.Clipped || n.FocusOrder == 0 {
		t.Errorf("chosen row: got %+v, want selected, in sight, a stop of Tab", n)
	}
	if n, _ := count(); n > 12 {
		t.Errorf("after a jump: got %d rows, want at most 12", n)
	}
}

func TestMapUnderASheet(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	w, _ := page(t, k)
	before := w.Canvas()
	before.FocusNext()
	was := before.Focused()
	field := k.Entry("add.company", "Company")
	s := k.Sheet("add", "Add interview", NewColumn(8, field), k.Button("add.cancel", "Cancel", nothing), k.Button("add.save", "Save", nothing))
	s.ShowOn(w.Canvas())
	modal, nodes := Nodes(w.Canvas())
	var ids []string
	for _, n := range nodes {
		ids = append(ids, n.ID)
		if n.ID != "add" && n.Parent != "add" {
			t.Errorf("%s: got parent %q, want add", n.ID, n.Parent)
		}
	}
	if want := []string{"add", "add.company", "add.cancel", "add.save"}; modal != "add" || !slices.Equal(ids, want) {
		t.Errorf("got modal %q with %v, want add with %v", modal, ids, want)
	}
	if w.Canvas().Focused() != field.Focusable() {
		t.Error("focus of a new sheet: want its first field")
	}
	for range 3 {
		w.Canvas().FocusNext()
	}
	if w.Canvas().Focused() != field.Focusable() {
		t.Error("three Tabs in a sheet of three: want the first field again")
	}
	k.Keys.Press(KeyPress{Name: fyne.KeyEscape})
	if modal, _ = Nodes(w.Canvas()); modal != "" || s.Open() || w.Canvas().Focused() != was {
		t.Errorf("after Esc: got modal %q, open %v, focus %T, want none, false, the old one", modal, s.Open(), w.Canvas().Focused())
	}
}

func TestMapClips(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	low := k.Button("low", "Low", nothing)
	w := test.NewTempWindow(t, NewScroll(NewColumn(600, k.Button("high", "High", nothing), low)))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 200))
	_, nodes := Nodes(w.Canvas())
	if node(t, nodes, "high").Clipped || !node(t, nodes, "low").Clipped {
		t.Error("before: want high in sight and low clipped")
	}
	w.Canvas().Focus(low)
	_, nodes = Nodes(w.Canvas())
	if n := node(t, nodes, "low"); n.Clipped || !n.Focused {
		t.Errorf("after focus: got %+v, want it scrolled into sight", n)
	}
}

// TestAFewLinesAreShownWhole: the focus brings a small text area into sight, not
// only the line that is written in.
func TestAFewLinesAreShownWhole(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	notes := k.TextArea("notes", "Notes", 3)
	w := test.NewTempWindow(t, NewScroll(NewColumn(150, k.Button("high", "High", nothing), notes, k.Button("low", "Low", nothing))))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 210))
	w.Canvas().Focus(notes.Focusable())
	_, nodes := Nodes(w.Canvas())
	if n := node(t, nodes, "notes"); n.Clipped || !n.Focused {
		t.Errorf("after focus: got %+v, want all of it in sight", n)
	}
}

// TestNothingOverlaps: what does not lie in one another lies apart, also in large
// text.
func TestNothingOverlaps(t *testing.T) {
	for _, scale := range []float32{0.9, 1, 1.5} {
		start(t, ModeLight)
		fyne.CurrentApp().Settings().SetTheme(NewTheme(ModeLight, scale))
		w, _ := page(t, NewKit())
		w.Resize(fyne.NewSize(1200, 4000))
		_, nodes := Nodes(w.Canvas())
		parent := map[string]string{}
		for _, n := range nodes {
			parent[n.ID] = n.Parent
		}
		within := func(a, b Node) bool {
			for up := a.Parent; up != ""; up = parent[up] {
				if up == b.ID {
					return true
				}
			}
			return false
		}
		for i, a := range nodes {
			for _, b := range nodes[:i] {
				apart := a.X+a.W <= b.X+1 || b.X+b.W <= a.X+1 || a.Y+a.H <= b.Y+1 || b.Y+b.H <= a.Y+1
				if !apart && !a.Clipped && !b.Clipped && !within(a, b) && !within(b, a) {
					t.Errorf("text at %v: %s %d,%d %dx%d lies over %s %d,%d %dx%d", scale, a.ID, a.X, a.Y, a.W, a.H, b.ID, b.X, b.Y, b.W, b.H)
				}
			}
		}
	}
}

// TestWeekHoldsItsLines: a week of words is as high as a number and its lines, also
// in large text.
func TestWeekHoldsItsLines(t *testing.T) {
	for _, scale := range []float32{1, 1.5} {
		start(t, ModeLight)
		fyne.CurrentApp().Settings().SetTheme(NewTheme(ModeLight, scale))
		m := NewKit().Month("month", "Month", MonthMoves{})
		w := test.NewTempWindow(t, m)
		w.Resize(fyne.NewSize(1200, highWindow))
		line := NewText(RoleCaption, "10:00 Acme").lineHeight()
		words, least := m.week(7*wideDay), 27+monthLines*line
		if words < least {
			t.Errorf("text at %v: a week is %v high, want at least %v", scale, words, least)
		}
		w.Resize(fyne.NewSize(1200, highWindow-1))
		if dots := m.week(7 * wideDay); dots >= words {
			t.Errorf("text at %v: in a low window a week is %v high, want one of dots, less than %v", scale, dots, words)
		}
	}
}

func TestUnregistered(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	w, _ := page(t, k)
	if got := Unregistered(w); len(got) != 0 {
		t.Errorf("a page of ours: got %v, want nothing", got)
	}
	w.SetContent(container.NewVBox(widget.NewButton("Stock", nil), k.Button("a", "A", nothing), k.Button("a", "B", nothing), k.Button("", "C", nothing), widget.NewLabel("x")))
	if got := Unregistered(w); len(got) != 4 {
		t.Errorf("got %d %v, want four: a stock button, a name twice, no name, a label", len(got), got)
	}
}

func TestMapForgetsWhatIsGone(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	col := NewColumn(4, k.Button("one", "One", nothing))
	w := test.NewTempWindow(t, col)
	col.Set(k.Button("two", "Two", nothing))
	_, nodes := Nodes(w.Canvas())
	if len(nodes) != 1 || nodes[0].ID != "two" {
		t.Errorf("got %v, want two alone", nodes)
	}
}

func TestSecretsStayOutOfTheMap(t *testing.T) {
	start(t, ModeLight)
	e := NewKit().Entry("mailbox.password", "Password").Secret()
	e.SetText("hunter2")
	w := test.NewTempWindow(t, e)
	_, nodes := Nodes(w.Canvas())
	if got := node(t, nodes, "mailbox.password").Value; got != "" {
		t.Errorf("value of a secret: got %q, want nothing", got)
	}
}

func BenchmarkSnapshot(b *testing.B) {
	start(b, ModeLight)
	k := NewKit()
	w, _ := page(b, k)
	for b.Loop() {
		k.Map.Snapshot(w, State{Page: "interviews"})
	}
}
