package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

const why = "You met Dana and Lee this morning. A short thank-you within a day is courteous, and it doesn’t need an answer."

func TestColumnGivesTextsTheirHeight(t *testing.T) {
	start(t, ModeLight)
	x, below := NewText(RoleBody, why), NewText(RoleBody, "below")
	c := NewColumn(10, x, below).Max(400)
	for _, width := range []float32{200, 400, 900} {
		c.Resize(fyne.NewSize(width, c.heightFor(width)))
		want := x.heightFor(min(width, 400)) + 10
		if got := below.Position().Y; got != want {
			t.Errorf("at %v: got the next at %v, want %v", width, got, want)
		}
		if got := c.MinSize().Height; got != c.heightFor(width) {
			t.Errorf("at %v: got a minimum of %v, want %v", width, got, c.heightFor(width))
		}
	}
	below.Hide()
	if got, want := c.heightFor(400), x.heightFor(400); got != want {
		t.Errorf("with one hidden: got %v, want %v without its gap", got, want)
	}
}

func TestColumnCentresAndGrows(t *testing.T) {
	start(t, ModeLight)
	a, b := NewText(RoleBody, "a"), NewText(RoleBody, "b")
	c := NewColumn(0, a, b).Max(100).Centred().Grow(a)
	c.Resize(fyne.NewSize(300, 200))
	if got := a.Position().X; got != 100 {
		t.Errorf("left edge: got %v, want 100", got)
	}
	if got, want := b.Position().Y, 200-b.lineHeight(); got != want {
		t.Errorf("below the growing one: got %v, want %v", got, want)
	}
}

func TestScrollWrapsAtItsWidth(t *testing.T) {
	start(t, ModeLight)
	x := NewText(RoleBody, why)
	s := NewScroll(NewPad(10, 10, 20, 20, NewColumn(0, x)))
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	for _, width := range []float32{600, 240} {
		w.Resize(fyne.NewSize(width, 80))
		if got := x.Size().Width; got != width-40 {
			t.Errorf("at %v: got a text of %v, want %v", width, got, width-40)
		}
		if got, want := s.inner.Content.Size().Height, max(80, x.heightFor(width-40)+20); got != want {
			t.Errorf("at %v: got a content of %v, want %v", width, got, want)
		}
	}
}

func TestSplitGoesUnder(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	right := k.Button("b", "Open the draft", nothing)
	s := NewSplit(10, NewText(RoleBody, why), right)
	s.Resize(fyne.NewSize(600, s.heightFor(600)))
	if right.Position().X < 400 {
		t.Errorf("wide: got the button at %v, want at the right", right.Position().X)
	}
	s.Resize(fyne.NewSize(260, s.heightFor(260)))
	if right.Position().X != 0 || right.Position().Y == 0 {
		t.Errorf("narrow: got the button at %v, want under the text", right.Position())
	}
}

func TestAcrossBreaks(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	a, b := k.Button("a", "Yes, it is", nothing), k.Button("b", "Never from this sender", nothing)
	x := NewAcross(8, a, b)
	one, two := x.heightFor(600), x.heightFor(200)
	if one != 36 || two != 36+8+36 {
		t.Errorf("heights: got %v and %v, want 36 and 80", one, two)
	}
}

func TestShellAdapts(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	side, list, detail := NewText(RoleBody, "s"), NewText(RoleBody, "l"), NewText(RoleBody, "d")
	s := k.Shell(side, "Back")
	s.SetPage(list, detail)
	test.NewTempWindow(t, s)
	for _, c := range []struct{ width, side, list float32 }{{1200, 204, 372}, {999, 56, 372}, {899, 56, 316}, {700, 56, 644}} {
		s.Resize(fyne.NewSize(c.width, 600))
		if side.Size().Width != c.side || list.Size().Width != c.list {
			t.Errorf("at %v: got %v and %v, want %v and %v", c.width, side.Size().Width, list.Size().Width, c.side, c.list)
		}
	}
	if n := len(s.parts()); n != 2 {
		t.Errorf("narrow with the list: got %d objects, want 2", n)
	}
	s.ShowDetail()
	if n := len(s.parts()); n != 3 || detail.Size().Width != 644 {
		t.Errorf("narrow with the detail: got %d objects, detail %v wide, want 3 and 644", n, detail.Size().Width)
	}
	test.Tap(s.back)
	if len(s.parts()) != 2 {
		t.Error("after Back: want the list again")
	}
	if got := s.MinSize(); got != fyne.NewSize(MinWidth, MinHeight) {
		t.Errorf("smallest window: got %v", got)
	}
}

func TestSheetFitsTheWindow(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	text := NewText(RoleBody, why)
	w := test.NewTempWindow(t, NewText(RoleBody, "x"))
	w.Resize(fyne.NewSize(640, 440))
	s := k.Sheet("add", "Add interview", NewColumn(8, text), k.Button("add.save", "Save", nothing))
	s.ShowOn(w.Canvas())
	before := s.card.Size().Height
	for range 5 {
		text.SetText(text.Text() + " " + why)
	}
	s.Refresh()
	if got := s.card.Size().Height; got <= before {
		t.Errorf("more text: got a card of %v, want more than %v", got, before)
	}
	for range 4 {
		text.SetText(text.Text() + " " + text.Text())
	}
	s.Refresh()
	if got := s.card.Size().Height; got > 440-2*sheetMargin+1 {
		t.Errorf("far more text: got a card of %v, want it to scroll inside %v", got, 440-2*sheetMargin)
	}
}

func TestEntryShowsItsError(t *testing.T) {
	start(t, ModeLight)
	e := NewKit().Entry("add.when", "When").Labelled()
	plain := e.heightFor(300)
	e.SetError("Please give a day and a time.")
	if got := e.heightFor(300); got <= plain {
		t.Errorf("with an error: got %v high, want more than %v", got, plain)
	}
	e.SetError("")
	if got := e.heightFor(300); got != plain {
		t.Errorf("without it again: got %v, want %v", got, plain)
	}
}

// TestPlanStepStacks: where words and date would both be cut, the date goes under
// the words; a short date stays beside them.
func TestPlanStepStacks(t *testing.T) {
	start(t, ModeLight)
	p := NewKit().PlanStep("p", Step{Title: "Thank-you to Dana Ruiz", Date: "Tomorrow, by 9 am"}, nil)
	if got := p.stacked(600); got {
		t.Error("600 wide: got stacked, want side by side")
	}
	if got := p.stacked(260); !got {
		t.Error("260 wide: got side by side, want stacked")
	}
	beside, under := p.heightFor(600), p.heightFor(260)
	if under <= beside {
		t.Errorf("height: got %v stacked, want more than %v", under, beside)
	}
	p.Set(Step{Title: "Thank-you to Maximiliana Theodora Wilhelmina of Hohenstein-Oberbrunner", Date: "Today"})
	if got := p.stacked(400); got {
		t.Error("a short date beside a long name: got stacked, want the name cut")
	}
}

// TestMenuStaysInTheWindow: the button that a menu belongs to may be scrolled out.
func TestMenuStaysInTheWindow(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	b := k.Button("b", "Later", nil)
	w := test.NewTempWindow(t, container.NewWithoutLayout(b))
	w.Resize(fyne.NewSize(400, 300))
	for _, y := range []float32{-400, -40, 100, 290, 600} {
		b.Resize(b.MinSize())
		b.Move(fyne.NewPos(100, y))
		s := k.Menu("later", b, MenuItem{ID: "one", Label: "Tomorrow"}, MenuItem{ID: "two", Label: "Monday"})
		top, bottom := s.card.Position().Y, s.card.Position().Y+s.card.Size().Height
		if top < 0 || bottom > w.Canvas().Size().Height {
			t.Errorf("the menu of a button at %v: got %v to %v, want it in the window", y, top, bottom)
		}
		s.Close()
	}
}

// TestChipsMoveTogether: five chips that just miss a row of their own stand closer;
// where that does not help they keep their room in two rows.
func TestChipsMoveTogether(t *testing.T) {
	start(t, ModeLight)
	c := NewKit().Choice("c", "Show", []Option{{"c.a", "Open"}, {"c.b", "Waiting"}, {"c.c", "Needs me"}, {"c.d", "All"}}, nil)
	usual, row := c.wantedWidth(), c.heightFor(1000)
	for width, want := range map[float32]struct {
		rows  float32
		tight bool
	}{usual: {1, false}, usual - 10: {1, true}, usual - 60: {2, false}} {
		got := c.heightFor(width)
		if c.tight != want.tight || got < want.rows*row || got >= (want.rows+1)*row {
			t.Errorf("at %v: got %v high, tight %t, want %v rows of %v, tight %t", width, got, c.tight, want.rows, row, want.tight)
		}
	}
}
