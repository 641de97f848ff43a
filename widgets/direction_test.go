package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestAddressesRunFromLeftToRight on screen, and are read, named and copied as they
// were typed.
func TestAddressesRunFromLeftToRight(t *testing.T) {
	test.NewTempApp(t)
	for typed, want := range map[string]string{
		"نور الهدى <nour@acme.example>":                  lrm + "نور الهدى <nour@acme.example>",
		"\"נועה\" <noa@acme.example>":                    lrm + "\"נועה\" <noa@acme.example>",
		"Dana Ruiz <dana@acme.example>":                  "Dana Ruiz <dana@acme.example>",
		"Dana <dana@acme.example>, نور <n@acme.example>": "Dana <dana@acme.example>, نور <n@acme.example>",
		"نور": "نور",
		"":    "",
	} {
		var heard string
		e := NewKit().Entry("to", "To").Addresses().OnChanged(func(text string) { heard = text })
		e.SetText(typed)
		if e.field.Entry.Text != want {
			t.Errorf("on screen %q, want %q", e.field.Entry.Text, want)
		}
		if got, value := e.Text(), e.field.Describe().Value; got != typed || value != typed || heard != typed {
			t.Errorf("read %q, in the map %q, told %q, want %q", got, value, heard, typed)
		}
		e.field.TypedShortcut(&fyne.ShortcutSelectAll{})
		copied := fyne.CurrentApp().Clipboard()
		copied.SetContent("")
		e.field.TypedShortcut(&fyne.ShortcutCopy{Clipboard: copied})
		if got := copied.Content(); got != typed {
			t.Errorf("copied %q, want %q", got, typed)
		}
	}
	e := NewKit().Entry("to", "To").Addresses()
	for _, r := range "نور <n@acme.example>" {
		e.field.TypedRune(r)
	}
	e.field.FocusLost()
	if got := e.field.Entry.Text; got != lrm+"نور <n@acme.example>" || e.Text() != "نور <n@acme.example>" {
		t.Errorf("typed, then left: %q, want it from left to right", got)
	}
}
