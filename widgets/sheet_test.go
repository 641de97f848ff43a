package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

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

// TestSheetsAnswerControlEnter holds a sheet to its filled button, where it can
// be pressed.
func TestSheetsAnswerControlEnter(t *testing.T) {
	start(t, ModeLight)
	k, pressed := NewKit(), 0
	w := test.NewTempWindow(t, NewColumn(0))
	save := k.Button("s.save", "Save", func() { pressed++ }).Primary()
	k.Sheet("s", "Ask", NewColumn(0), k.Button("s.cancel", "Cancel", func() { pressed += 100 }), save).ShowOn(w.Canvas())
	enter := KeyPress{Name: fyne.KeyReturn, Mods: fyne.KeyModifierControl}
	if !k.Keys.Press(enter) || pressed != 1 {
		t.Errorf("Ctrl+Enter pressed %d, want the filled button once", pressed)
	}
	save.Disable()
	if k.Keys.Press(enter) || pressed != 1 {
		t.Errorf("Ctrl+Enter pressed %d while the button rests, want nothing", pressed)
	}
}

// TestSheetSaysWhatWentWrong: a toast would lie below the sheet, so the topmost one
// says it, between what it asks and its buttons; a menu does not.
func TestSheetSaysWhatWentWrong(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	b := k.Button("b", "More", nil)
	w := test.NewTempWindow(t, b)
	w.Resize(fyne.NewSize(700, 500))
	if k.Keys.Tell("The disk is full.") {
		t.Error("told without a sheet, want false")
	}
	k.Menu("m", b, MenuItem{ID: "m.one", Label: "One"})
	if k.Keys.Tell("The disk is full.") {
		t.Error("a menu told it, want false")
	}
	s := k.Sheet("s", "Edit", NewText(RoleBody, "Company"), k.Button("s.save", "Save", nil).Primary())
	s.ShowOn(w.Canvas())
	before := s.card.Size().Height
	if !k.Keys.Tell("The disk is full.") {
		t.Fatal("not told in the sheet")
	}
	s.Resize(w.Canvas().Size())
	if got := s.card.Size().Height; got <= before {
		t.Errorf("height of the sheet: got %v, want more than %v", got, before)
	}
	bottom := func(o fyne.CanvasObject) float32 { return o.Position().Y + o.Size().Height }
	if s.fault.Position().Y < bottom(s.content) || bottom(s.fault) > s.foot.Position().Y || bottom(s.foot) > bottom(s.card) {
		t.Errorf("content to %v, sentence %v to %v, buttons %v to %v, card to %v", bottom(s.content),
			s.fault.Position().Y, bottom(s.fault), s.foot.Position().Y, bottom(s.foot), bottom(s.card))
	}
}
