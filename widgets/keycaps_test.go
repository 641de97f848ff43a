package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestHeldTogether(t *testing.T) {
	for way, want := range map[string][]string{
		"Ctrl+N": {"Ctrl", "N"}, "Ctrl+,": {"Ctrl", ","}, "F1,": {"F1"}, "Ctrl+Shift+Z": {"Ctrl", "Shift", "Z"}, "/": {"/"}, "\u2190": {"\u2190"},
	} {
		if got := heldTogether(way); !slices.Equal(got, want) {
			t.Errorf("%s is %q, want %q", way, got, want)
		}
	}
}

// TestSheetsScrollByKey holds a sheet that is higher than its window to the keys
// that move in a text.
func TestSheetsScrollByKey(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	rows := NewColumn(4)
	for range 80 {
		rows.Add(NewText(RoleBody, "A line"))
	}
	w := test.NewTempWindow(t, NewColumn(0))
	w.Resize(fyne.NewSize(640, 440))
	sheet := k.Sheet("s", "Long", rows, k.Button("s.close", "Close", nil))
	sheet.ShowOn(w.Canvas())
	at := func() float32 { return sheet.content.inner.Offset.Y }
	if !k.Keys.Press(KeyPress{Name: "Next"}) || at() <= 0 {
		t.Errorf("after PageDown the sheet is at %v, want further down", at())
	}
	was := at()
	if k.Keys.Press(KeyPress{Name: "Down", InText: true}) || at() != was {
		t.Errorf("Down in a text moved the sheet to %v, want %v", at(), was)
	}
	if k.Keys.Press(KeyPress{Name: "Home"}); at() != 0 {
		t.Errorf("after Home the sheet is at %v, want its beginning", at())
	}
}
