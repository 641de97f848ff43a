package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// written is a page for writing with a button far down its side.
func written(t *testing.T, width, height float32) (*Writing, *Button, fyne.Window) {
	t.Helper()
	start(t, ModeLight)
	k := NewKit()
	last := k.Button("side.last", "Keep mine", nothing)
	side := NewColumn(12)
	for range 12 {
		side.Add(NewText(RoleBody, "One thing that could be said in other words."))
	}
	side.Add(last)
	fields := NewColumn(8, k.Entry("letter.to", "To"), k.Entry("letter.subject", "Subject"))
	page := NewWriting(fields, k.Marked("letter.body", "Message", 8), side, k.Button("letter.open", "Open", nothing))
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return page, last, w
}

// TestWritingFolds: the side stands beside the text in a wide page and under it
// in a narrow one, and the foot is in sight in both.
func TestWritingFolds(t *testing.T) {
	for _, c := range []struct {
		width, height float32
		beside        bool
	}{{996, 800, true}, {844, 600, true}, {744, 600, false}, {584, 480, false}} {
		_, _, w := written(t, c.width, c.height)
		_, nodes := Nodes(w.Canvas())
		body, last, open := node(t, nodes, "letter.body"), node(t, nodes, "side.last"), node(t, nodes, "letter.open")
		if got := last.X > body.X+body.W; got != c.beside {
			t.Errorf("%vx%v: side beside the text: got %v, want %v", c.width, c.height, got, c.beside)
		}
		if open.Y+open.H > int(c.height) || open.Clipped {
			t.Errorf("%vx%v: the foot ends at %d, want it in sight", c.width, c.height, open.Y+open.H)
		}
		if body.H < 120 {
			t.Errorf("%vx%v: the text is %d high, want at least 120", c.width, c.height, body.H)
		}
	}
}

// TestFocusIsBroughtIntoSight also where one scroll area lies in another.
func TestFocusIsBroughtIntoSight(t *testing.T) {
	for _, width := range []float32{996, 744, 584} {
		_, last, w := written(t, width, 480)
		w.Canvas().Focus(last)
		_, nodes := Nodes(w.Canvas())
		if n := node(t, nodes, "side.last"); n.Clipped || n.Y < 0 || n.Y+n.H > 480 {
			t.Errorf("width %v: the focused button stands at %d, clipped %v, want it in sight", width, n.Y, n.Clipped)
		}
	}
}

func TestToastStandsAboveTheFoot(t *testing.T) {
	start(t, ModeLight)
	kit := NewKit()
	foot := kit.Button("foot", "Open in mail app", func() {})
	page := NewWriting(NewText(RoleBody, "To"), NewText(RoleBody, why), NewText(RoleBody, "Tone"), foot)
	s := kit.Shell(NewText(RoleBody, "side"), "Back")
	toast := kit.Toast("toast", "A fresh draft.", "Undo", func() {})
	for _, c := range []struct {
		name   string
		detail fyne.CanvasObject
		foot   bool
	}{{"with a foot", NewPage(NewColumn(0, page).Grow(page)), true}, {"without", NewPage(NewText(RoleBody, why)), false}} {
		s.SetPage(nil, c.detail)
		s.SetToast(toast)
		s.Resize(fyne.NewSize(1200, 800))
		end, want := toast.Position().Y+toast.Size().Height, float32(780)
		if c.foot {
			want = page.foot.Position().Y - 8
		}
		if end != want {
			t.Errorf("%s: the toast ends at %v, want %v", c.name, end, want)
		}
	}
}
