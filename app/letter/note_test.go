package letter

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"afterword/data"
)

func TestNotesFit(t *testing.T) {
	for _, stage := range Stages() {
		for _, c := range Channels(stage) {
			for name, b := range map[string]Brief{"bare": bare(stage, ""), "full": full(stage, ""), "long": long(stage)} {
				n, err := WriteNote(c, b)
				if err != nil {
					t.Errorf("%s %s %s: %v", c, stage, name, err)
					continue
				}
				if n.Length != utf8.RuneCountInString(n.Text) || c.Limit() > 0 && n.Length > c.Limit() {
					t.Errorf("%s %s %s: got %d characters, want at most %d in %q", c, stage, name, n.Length, c.Limit(), n.Text)
				}
				for _, f := range append(CheckSentence(stage, n.Text), holes(n.Text)...) {
					t.Errorf("%s %s %s: got %s in %q", c, stage, name, f.Rule, n.Text)
				}
			}
		}
	}
	if got, want := Channels("thank_you_panel"), []Channel{LinkedIn, Card}; !slices.Equal(got, want) {
		t.Errorf("got %v for a thank-you, want %v", got, want)
	}
	if got := Channels("withdraw_note"); !slices.Equal(got, []Channel{LinkedIn}) {
		t.Errorf("got %v for a withdrawal, want LinkedIn", got)
	}
	if _, err := WriteNote(Phone, bare("thank_you", "")); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("got %v for a call to say thanks, want %v", err, data.ErrInvalid)
	}
}

// long has a topic that a short note cannot hold.
func long(stage string) Brief {
	b := full(stage, "")
	b.Topic = strings.TrimSpace(strings.Repeat("how the team plans its work and ", 12)) + " more"
	return b
}

// holes finds what an empty value leaves behind.
func holes(text string) []data.Finding {
	var found []data.Finding
	for _, bad := range []string{"  ", " .", " ,", "..", ",,", ",.", "<no value>", "{{", "\n\n\n", " \n", "( )", "()"} {
		if strings.Contains(text, bad) {
			found = append(found, data.Finding{Rule: "hole " + bad})
		}
	}
	return found
}
