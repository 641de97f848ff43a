package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// marked is a text area of a fixed size in a window.
func marked(t *testing.T, text string, width, height float32) *Marked {
	t.Helper()
	start(t, ModeLight)
	m := NewKit().Marked("letter.body", "Message", 4)
	w := test.NewTempWindow(t, m)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	m.SetText(text)
	return m
}

func markOf(text, words string, weight MarkWeight) Mark {
	at := strings.Index(text, words)
	return Mark{Start: at, End: at + len(words), Weight: weight}
}

// TestMarksLieUnderTheirWords: where the words wrap, and where runes are more
// than a byte.
func TestMarksLieUnderTheirWords(t *testing.T) {
	text := "Grüße, Zoë,\n\nThank you for taking the time. I just wanted to check in about the role."
	m := marked(t, text, 240, 300)
	m.Mark([]Mark{markOf(text, "I just wanted to check", MarkWarn)})
	f := m.entry.field
	var words []string
	for _, s := range m.over.strokes {
		var row int
		for row = range f.rows() {
			if _, at := f.look(row, 0); at.Y-f.inner.Offset.Y == s.y {
				break
			}
		}
		line := ""
		begin := f.rows()[row]
		for c, r := range []rune(text)[begin:] {
			_, left := f.look(row, c)
			_, right := f.look(row, c+1)
			if left.X >= s.x && right.X <= s.x+s.w && right.X > left.X {
				line += string(r)
			}
		}
		words = append(words, line)
	}
	if got, want := strings.Join(words, " "), "I just wanted to check"; got != want {
		t.Errorf("words over the lines: got %q (%q), want %q", got, words, want)
	}
	if len(words) < 2 {
		t.Errorf("got %d lines, want the mark to wrap", len(words))
	}
}

// TestMarksScrollWithTheText: a mark out of sight is not drawn; Point brings it
// into sight.
func TestMarksScrollWithTheText(t *testing.T) {
	text := strings.Repeat("A line of the letter.\n", 60) + "I need this job."
	m := marked(t, text, 300, 200)
	m.Mark([]Mark{markOf(text, "I need this job", MarkBlock)})
	if n := len(m.over.strokes); n != 0 {
		t.Fatalf("strokes out of sight: got %d, want 0", n)
	}
	m.Point(0)
	if n := len(m.over.strokes); n != 1 || !m.over.strokes[0].lit {
		t.Errorf("strokes after Point: got %v, want the lit one", m.over.strokes)
	}
	m.entry.field.inner.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 5000)})
	if n := len(m.over.strokes); n != 0 {
		t.Errorf("strokes after scrolling away: got %d, want 0", n)
	}
}

func TestMarksFollowWhatIsTyped(t *testing.T) {
	text := "Thank you. I just wanted to check. Bye."
	m := marked(t, text, 500, 200)
	m.Mark([]Mark{markOf(text, "Thank you", MarkHint), markOf(text, "I just wanted", MarkWarn), markOf(text, "Bye", MarkHint)})
	at := strings.Index(text, "just")
	m.Replace(at, at, "really ")
	under := func(i int) string { return m.Text()[m.marks[i].Start:m.marks[i].End] }
	if got := []string{under(0), under(1), under(2)}; got[0] != "Thank you" || got[1] != "" || got[2] != "Bye" {
		t.Errorf("marked words after typing inside the second: got %q, want the first and the third", got)
	}
}

// TestReplaceIsOneStep: one Undo takes a replacement back, one Redo makes it
// again, and what was typed before is still there to be undone.
func TestReplaceIsOneStep(t *testing.T) {
	m := marked(t, "", 400, 200)
	f := m.entry.field
	test.Type(f, "Größe: I just wanted to check.")
	typed := m.Text()
	at := strings.Index(typed, "I just")
	m.Replace(at, at+len("I just wanted to check"), "Happy to answer any questions")
	want := "Größe: Happy to answer any questions."
	if got := m.Text(); got != want {
		t.Fatalf("after Replace: got %q, want %q", got, want)
	}
	undo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault}
	redo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	f.TypedShortcut(undo)
	if got := m.Text(); got != typed {
		t.Errorf("after one undo: got %q, want %q", got, typed)
	}
	f.TypedShortcut(redo)
	if got := m.Text(); got != want {
		t.Errorf("after one redo: got %q, want %q", got, want)
	}
	f.TypedShortcut(undo)
	f.TypedShortcut(undo)
	if got := m.Text(); len(got) >= len(typed) {
		t.Errorf("after a second undo: got %q, want some of the typing gone", got)
	}
}

func TestReplaceWithNothing(t *testing.T) {
	m := marked(t, "One. Two. Three.", 400, 200)
	m.Replace(5, 10, "")
	if got, want := m.Text(), "One. Three."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	m.entry.field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault})
	if got, want := m.Text(), "One. Two. Three."; got != want {
		t.Errorf("after undo: got %q, want %q", got, want)
	}
	m.SetText("Another letter.")
	m.entry.field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault})
	if got, want := m.Text(), "Another letter."; got != want {
		t.Errorf("undo in another letter: got %q, want %q", got, want)
	}
}
