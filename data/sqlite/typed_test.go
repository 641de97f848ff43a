package sqlite

import (
	"slices"
	"testing"

	"afterword/data"
)

func TestTyped(t *testing.T) {
	s := openTest(t, "")
	app := addCase(t, s, "Acme", "", "Dana").Application.ID
	for _, value := range []string{"a", "ab"} {
		write(t, s, func(tx *Tx) error { return tx.Type(t.Context(), app, "r1", Typed{"topic", value}) })
	}
	write(t, s, func(tx *Tx) error { return tx.Type(t.Context(), app, "r2", Typed{"topic", "another round"}) })
	if got, want := must(s.Typed(t.Context(), app, "r1")), []Typed{{"topic", "ab"}}; !slices.Equal(got, want) {
		t.Errorf("Typed = %v, want %v", got, want)
	}
	write(t, s, func(tx *Tx) error { return tx.Forget(t.Context(), app, "r1", "topic") })
	if got := must(s.Typed(t.Context(), app, "r1")); len(got) != 0 {
		t.Errorf("Typed after Forget = %v, want nothing", got)
	}
}

func TestLetterText(t *testing.T) {
	s := openTest(t, "")
	l := data.Letter{Application: addCase(t, s, "Acme", "", "Dana").Application.ID, Item: "stay_in_touch", Body: "Hello", Saved: noon}
	read := func() (string, bool) {
		text, some, err := s.LetterText(t.Context(), l.Application, l.Item, "card")
		if err != nil {
			t.Fatal(err)
		}
		return text, some
	}
	if text, some := read(); some {
		t.Errorf("text before any = %q, want none", text)
	}
	for _, kept := range []bool{true, false} {
		write(t, s, func(tx *Tx) error { return tx.SaveLetterText(t.Context(), l, "card", kept) })
		if text, some := read(); some != kept || kept && text != "Hello" {
			t.Errorf("after kept %v: text = %q, %v", kept, text, some)
		}
	}
}
