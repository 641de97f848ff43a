package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func press(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// record keeps what reaches the program and answers with taken.
type record struct {
	seen  []KeyPress
	taken bool
}

func (r *record) handle(p KeyPress) bool {
	r.seen = append(r.seen, p)
	return r.taken
}

func (r *record) last() KeyPress {
	if len(r.seen) == 0 {
		return KeyPress{}
	}
	return r.seen[len(r.seen)-1]
}

func TestButtonKeys(t *testing.T) {
	start(t, ModeLight)
	k, rec := NewKit(), &record{}
	k.Keys.Handle = rec.handle
	did := 0
	b := k.Button("b", "Save", func() { did++ })
	test.NewTempWindow(t, b)
	b.TypedKey(press(fyne.KeySpace))
	b.TypedKey(press(fyne.KeyReturn))
	test.Tap(b)
	if did != 3 {
		t.Errorf("Space, Enter, tap: got %d, want 3", did)
	}
	b.TypedKey(press(fyne.KeyF5))
	if got := rec.last().Name; got != fyne.KeyF5 {
		t.Errorf("F5: got %q offered, want F5", got)
	}
	b.TypedRune('s')
	if got := rec.last(); got.Rune != 's' || got.InText {
		t.Errorf("s: got %+v, want the letter outside text", got)
	}
	b.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl})
	if got := rec.last(); got.Name != fyne.KeyN || got.Mods != fyne.KeyModifierControl {
		t.Errorf("Ctrl+N: got %+v", got)
	}
	b.Disable()
	test.Tap(b)
	b.TypedKey(press(fyne.KeySpace))
	if did != 3 {
		t.Errorf("disabled: got %d, want 3 still", did)
	}
}

func TestEntryKeys(t *testing.T) {
	start(t, ModeLight)
	k, rec := NewKit(), &record{}
	k.Keys.Handle = rec.handle
	e := k.TextArea("letter.body", "Message", 4)
	w := test.NewTempWindow(t, e)
	w.Canvas().Focus(e.Focusable())
	if e.field.AcceptsTab() {
		t.Error("a text of several lines: got Tab kept, want it let go")
	}
	test.Type(e.field, "ab")
	if e.Text() != "ab" || len(rec.seen) != 0 {
		t.Errorf("typing: got %q and %v offered, want ab and nothing", e.Text(), rec.seen)
	}
	undo := &fyne.ShortcutUndo{}
	for e.Text() != "" {
		was := e.Text()
		e.field.TypedShortcut(undo)
		if e.Text() == was {
			t.Fatalf("undo: got %q unchanged", was)
		}
	}
	if len(rec.seen) != 0 {
		t.Errorf("undo of own text: got %v offered, want nothing", rec.seen)
	}
	e.field.TypedShortcut(undo)
	if got := rec.last(); got.Name != fyne.KeyZ || !got.InText {
		t.Errorf("undo with nothing left: got %+v, want Z offered from text", got)
	}
	rec.taken = true
	e.field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if got := rec.last(); got.Name != fyne.KeyReturn || e.Text() != "" {
		t.Errorf("Ctrl+Enter: got %+v and text %q, want it offered and no line feed", got, e.Text())
	}
}

func TestEntrySelects(t *testing.T) {
	start(t, ModeLight)
	e := NewKit().TextArea("letter.body", "Message", 4)
	w := test.NewTempWindow(t, e)
	w.Resize(fyne.NewSize(400, 200))
	e.SetText("Hé Dana,\n\nI just wanted to check.")
	e.SelectRange(10, 23)
	if got := e.field.SelectedText(); got != "I just wanted" {
		t.Errorf("got %q, want %q", got, "I just wanted")
	}
}

func TestRowsKeys(t *testing.T) {
	start(t, ModeLight)
	k, rec := NewKit(), &record{}
	k.Keys.Handle = rec.handle
	opened := -1
	rows := k.Rows("list", func() int { return 30 }, func(int) Row { return Row{ID: "list.row:1", Title: "Acme"} }).OnOpen(func(i int) { opened = i })
	w := test.NewTempWindow(t, rows)
	w.Resize(fyne.NewSize(300, 400))
	w.Canvas().Focus(rows)
	for _, c := range []struct {
		name fyne.KeyName
		r    rune
		want int
	}{
		{fyne.KeyDown, 0, 0},
		{fyne.KeyDown, 0, 1},
		{"", 'j', 2},
		{"", 'k', 1},
		{fyne.KeyUp, 0, 0},
		{fyne.KeyUp, 0, 0},
		{fyne.KeyEnd, 0, 29},
		{fyne.KeyDown, 0, 29},
		{fyne.KeyHome, 0, 0},
		{fyne.KeyPageDown, 0, 3},
	} {
		if c.r != 0 {
			rows.TypedRune(c.r)
		} else {
			rows.TypedKey(press(c.name))
		}
		if got := rows.Selected(); got != c.want {
			t.Errorf("%s%c: got row %d, want %d", c.name, c.r, got, c.want)
		}
	}
	rows.TypedKey(press(fyne.KeyReturn))
	if opened != 3 {
		t.Errorf("Enter: got %d opened, want 3", opened)
	}
	rows.TypedRune('s')
	if rec.last().Rune != 's' {
		t.Errorf("s in a list: got %v, want it offered", rec.seen)
	}
}

func TestRowsTapAndShrink(t *testing.T) {
	start(t, ModeLight)
	n, chosen := 30, -1
	rows := NewKit().Rows("list", func() int { return n }, func(int) Row { return Row{ID: "r", Title: "Acme"} }).OnSelect(func(i int) { chosen = i })
	w := test.NewTempWindow(t, rows)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 100))
	if chosen != 1 || w.Canvas().Focused() != rows {
		t.Errorf("tap: got row %d, focus %T, want 1 and the list", chosen, w.Canvas().Focused())
	}
	n = 0
	rows.Reload()
	if rows.Selected() != -1 || !rows.Disabled() {
		t.Errorf("empty: got row %d, a stop %v, want -1 and none", rows.Selected(), !rows.Disabled())
	}
}

func TestChoiceKeys(t *testing.T) {
	start(t, ModeLight)
	var got []int
	c := NewKit().Choice("add.said", "What they said", []Option{{"a", "A"}, {"b", "B"}, {"c", "C"}}, func(i int) { got = append(got, i) })
	w := test.NewTempWindow(t, c)
	for _, name := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyUp} {
		c.TypedKey(press(name))
	}
	if c.Chosen() != 1 || len(got) != 4 {
		t.Errorf("arrows: got option %d after %v, want 1 after four changes", c.Chosen(), got)
	}
	test.Tap(c.objects[2].(*chip))
	if c.Chosen() != 2 || w.Canvas().Focused() != c {
		t.Errorf("tap: got option %d, focus %T, want 2 and the choice", c.Chosen(), w.Canvas().Focused())
	}
}

func TestPlanStepMenu(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	opened := 0
	p := k.PlanStep("plan:1", Step{Title: "Check in", Date: "Tue 1 Dec"}, func(fyne.CanvasObject) { opened++ })
	test.NewTempWindow(t, p)
	p.TypedKey(press(desktop.KeyMenu))
	p.TypedKey(press(fyne.KeyReturn))
	test.Tap(p.date)
	test.TapSecondary(p)
	if test.Tap(p); opened != 4 {
		t.Errorf("menu key, Enter, date, secondary tap: got %d, want 4", opened)
	}
}

func TestMenu(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	did := ""
	b := k.Button("detail.menu", "More", nothing)
	w := test.NewTempWindow(t, NewColumn(0, b))
	w.Resize(fyne.NewSize(400, 400))
	w.Canvas().Focus(b)
	s := k.Menu("detail.menu.items", b, MenuItem{ID: "m.edit", Label: "Edit", Do: func() { did = "edit" }},
		MenuItem{ID: "m.none", Label: "Nothing"}, MenuItem{ID: "m.delete", Label: "Delete", Do: func() { did = "delete" }})
	for _, key := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyEnd, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn} {
		w.Canvas().Focused().TypedKey(press(key))
	}
	if did != "delete" || s.Open() || w.Canvas().Focused() != b {
		t.Errorf("End, Home, End, Up, Down and Enter: got %q, open %v, focus %T, want delete, closed, the button", did, s.Open(), w.Canvas().Focused())
	}
}

// TestMenuOfWhatIsHidden stands in the middle of the window: its object has no place.
func TestMenuOfWhatIsHidden(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	b := k.Button("detail.menu", "More", nothing)
	w := test.NewTempWindow(t, NewColumn(0, k.Button("list.add", "Add", nothing), b))
	w.Resize(fyne.NewSize(400, 400))
	b.Hide()
	k.Menu("later", b, MenuItem{ID: "later.week", Label: "In a week", Do: nothing})
	_, nodes := Nodes(w.Canvas())
	if n := node(t, nodes, "later.week"); n.X < 80 || n.Y < 150 || n.X+n.W > 320 || n.Y+n.H > 250 {
		t.Errorf("got %+v, want it in the middle", n)
	}
}

func TestSheetsStack(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	w := test.NewTempWindow(t, k.Button("a", "A", nothing))
	w.Resize(fyne.NewSize(700, 500))
	asked := 0
	low := k.Sheet("add", "Add", NewText(RoleBody, "x"), k.Button("add.save", "Save", nothing)).OnEscape(func() { asked++ })
	high := k.Sheet("discard", "Throw away?", NewText(RoleBody, "x"), k.Button("discard.keep", "Keep", nothing))
	low.ShowOn(w.Canvas())
	high.ShowOn(w.Canvas())
	if k.Keys.Top() != "discard" {
		t.Errorf("top: got %q, want discard", k.Keys.Top())
	}
	w.Canvas().Focused().TypedKey(press(fyne.KeyEscape))
	w.Canvas().Focused().TypedKey(press(fyne.KeyEscape))
	if k.Keys.Top() != "add" || asked != 1 {
		t.Errorf("Esc twice: got top %q, asked %d, want add and 1", k.Keys.Top(), asked)
	}
	high.ShowOn(w.Canvas())
	low.Close()
	if k.Keys.Top() != "" || high.Open() {
		t.Errorf("closing the lower: got top %q, upper open %v, want none", k.Keys.Top(), high.Open())
	}
}
