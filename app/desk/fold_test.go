package desk

import (
	"reflect"
	"strings"
	"testing"

	"afterword/app/reply"
	"afterword/data"
)

// TestFolds: what a mail quotes is folded where it stands, and no word is lost.
func TestFolds(t *testing.T) {
	long := strings.Repeat("Good to hear. ", 300) + "The end."
	for name, c := range map[string]struct {
		text string
		want []bool // folded, run by run
	}{
		"nothing quoted":   {"Thank you, Robin.\n\nDana", []bool{false}},
		"below":            {"Thank you.\n\nOn Mon, 23 Nov 2026, Robin wrote:\n> Dear Dana,\n> thank you for your time.", []bool{false, true}},
		"between":          {"> Can you come?\n\nYes.\n\n> At nine?\n\nNo, at ten.", []bool{true, false, true, false}},
		"signed":           {"Thank you.\n\n-- \nDana Ruiz\nHead of design", []bool{false, true}},
		"longer than kept": {long + "\n\n> Dear Dana", []bool{false, true}},
	} {
		raw := "From: dana@acme.example\r\nSubject: x\r\n\r\n" + strings.ReplaceAll(c.text, "\n", "\r\n")
		m := reply.Parse([]byte(raw))
		folds := Folds(data.Message{Excerpt: firstRunes(m.New, maxExcerpt), Text: wholeText(m.Text, m.New)})
		var got []bool
		var words []string
		for _, f := range folds {
			got = append(got, f.Folded)
			words = append(words, strings.Fields(f.Text)...)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want folded %v", name, folds, c.want)
		}
		if all := strings.Fields(firstRunes(m.Text, maxText)); strings.Join(words, " ") != strings.Join(all, " ") {
			t.Errorf("%s: got the words %q, want %q", name, words, all)
		}
	}
}
