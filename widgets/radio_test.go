package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestRadioByKeys: one stop, the arrows choose, Enter goes on once something is
// chosen, and the map says what is.
func TestRadioByKeys(t *testing.T) {
	start(t, ModeLight)
	var chosen []int
	entered := 0
	r := NewKit().Radio("r", "Which one?", []Option{{"r.a", "Acme"}, {"r.b", "Brightwater"}, {"r.c", "Kestrel"}}, func(n int) { chosen = append(chosen, n) }).OnEnter(func() { entered++ })
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(r)
	press := func(name fyne.KeyName) { r.TypedKey(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyReturn)
	if entered != 0 || r.Chosen() != -1 {
		t.Errorf("with nothing chosen Enter did something: %d, chosen %d", entered, r.Chosen())
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyReturn} {
		press(k)
	}
	if got, want := chosen, []int{0, 1, 2, 1, 0}; len(got) != len(want) || r.Chosen() != 0 || entered != 1 {
		t.Errorf("chose %v, entered %d, want %v and once", got, entered, want)
	}
	modal, nodes := Nodes(w.Canvas())
	if modal != "" || nodes[0].Role != "select" || nodes[0].Value != "Acme" || nodes[1].Value != "selected" || nodes[0].FocusOrder != 1 || nodes[1].FocusOrder != 0 {
		t.Errorf("the map shows %+v", nodes)
	}
	test.Tap(r.objects[2].(*dot))
	if r.Chosen() != 2 {
		t.Errorf("a tap on the last chose %d", r.Chosen())
	}
	r.Disable()
	test.Tap(r.objects[0].(*dot))
	if r.Chosen() != 2 {
		t.Error("a disabled list can be changed")
	}
}

// TestTextAtMost: what does not fit into the lines ends in an ellipsis; what fits
// is whole.
func TestTextAtMost(t *testing.T) {
	start(t, ModeLight)
	for text, cut := range map[string]bool{
		"Short.": false, strings.Repeat("word ", 80): true, strings.Repeat("很高兴再次与您交谈", 20): true, strings.Repeat("Donaudampfschifffahrt", 20): true,
	} {
		x := NewText(RoleBody, text).AtMost(2)
		x.Resize(fyne.NewSize(200, x.heightFor(200)))
		lines := x.broken(200)
		if len(lines) > 2 || strings.HasSuffix(lines[len(lines)-1], "…") != cut {
			t.Errorf("%.20q became %q, want at most two lines, cut %t", text, lines, cut)
		}
	}
}
