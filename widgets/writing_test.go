package widgets

import (
	"strings"
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

// TestToastCoversNothing: the page ends above the toast, and one with a foot keeps
// the foot where it is.
func TestToastCoversNothing(t *testing.T) {
	start(t, ModeLight)
	for _, size := range []fyne.Size{{Width: 1200, Height: 800}, {Width: MinWidth, Height: MinHeight}} {
		for _, footed := range []bool{true, false} {
			kit := NewKit()
			foot := kit.Button("foot", "Open in mail app", nothing)
			side := NewColumn(4, kit.Button("side", "Use this", nothing), NewText(RoleBody, strings.Repeat(why+"\n", 60)))
			detail := NewPage(NewScroll(NewText(RoleBody, strings.Repeat(why+"\n", 60))))
			if footed {
				page := NewWriting(kit.Entry("to", "To"), kit.TextArea("body", "Message", 8), side, foot)
				detail = NewPage(NewColumn(0, page).Grow(page))
			}
			s := kit.Shell(kit.NavItem("nav", IconSun, "Today", nothing), "Back")
			s.SetPage(nil, detail)
			w := test.NewTempWindow(t, s)
			w.SetPadded(false)
			w.Resize(size)
			before := foot.Position()
			s.SetToast(kit.Toast("toast", "A fresh draft.", "Undo", nothing))
			_, nodes := Nodes(w.Canvas())
			toast := node(t, nodes, "toast")
			if toast.Y+toast.H > int(size.Height) {
				t.Errorf("%v, foot %v: the toast is %+v, want it in the window", size, footed, toast)
			}
			for _, n := range nodes {
				apart := n.Y+n.H <= toast.Y || n.Y >= toast.Y+toast.H || n.X+n.W <= toast.X || n.X >= toast.X+toast.W
				if !apart && !n.Clipped && n.ID != "toast" && n.Parent != "toast" {
					t.Errorf("%v, foot %v: %+v lies under the toast %+v", size, footed, n, toast)
				}
			}
			if foot.Position() != before {
				t.Errorf("%v: the foot went from %v to %v", size, before, foot.Position())
			}
			if s.SetToast(nil); footed && foot.Position() != before {
				t.Errorf("%v: without a toast the foot stands at %v, want %v", size, foot.Position(), before)
			}
		}
	}
}
