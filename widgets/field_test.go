package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestALongTextStaysInItsFrame: what does not fit into a field of one line ends
// short of its frame, wherever the cursor is; a field of several lines wraps.
func TestALongTextStaysInItsFrame(t *testing.T) {
	start(t, ModeLight)
	long := strings.Repeat("Senior principal designer ", 20)
	one, many := (&Kit{}).Entry("one", "Role"), (&Kit{}).TextArea("many", "Notes", 3)
	for _, e := range []*Entry{one, many} {
		e.SetText(long)
		e.Resize(fyne.NewSize(300, e.heightFor(300)))
	}
	if got, most := one.field.inner.Size().Width, one.field.Size().Width-2*measureOf("inputBorder"); got >= most {
		t.Errorf("width of the text: got %v, want less than %v", got, most)
	}
	one.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if at, width := one.field.CursorPosition().X-one.field.inner.Offset.X, one.field.inner.Size().Width; at > width {
		t.Errorf("the cursor at the end: got %v, want at most %v", at, width)
	}
	if got, want := many.field.inner.Size().Width, many.field.Size().Width; got != want {
		t.Errorf("width of a text that wraps: got %v, want %v", got, want)
	}
}
