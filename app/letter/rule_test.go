package letter

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"afterword/data"
)

// A spec is testdata/tone.json: the rules with their cases.
type spec struct {
	Rules    []rule
	Examples []struct {
		ID, Stage, Text, Expect string
		Rules                   []string
	}
	Templates  []struct{ Stage, Tone, Subject, Body string }
	Structural []struct {
		ID, Title string
		Expect    []string
	} `json:"structural_examples"`
}

func readSpec(t testing.TB) (spec, []byte) {
	t.Helper()
	b, err := os.ReadFile("testdata/tone.json")
	if err != nil {
		t.Fatal(err)
	}
	var s spec
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	return s, b
}

func ruleIDs(found []data.Finding) []string {
	ids := []string{}
	for _, f := range found {
		if !slices.Contains(ids, f.Rule) {
			ids = append(ids, f.Rule)
		}
	}
	return ids
}

func TestRulesAreThoseOfTheSpec(t *testing.T) {
	s, _ := readSpec(t)
	if len(s.Rules) != 45 || len(english().Rules) != 45 {
		t.Fatalf("got %d rules, want %d and 45", len(english().Rules), len(s.Rules))
	}
	for i, want := range s.Rules {
		got := english().Rules[i]
		if got.ID != want.ID || got.Re != want.Re || got.Level != want.Level || !slices.Equal(got.Stages, want.Stages) {
			t.Errorf("got rule %s %s %v, want %s %s %v", got.ID, got.Level, got.Stages, want.ID, want.Level, want.Stages)
		}
		if got.Say == "" || got.Try == "" {
			t.Errorf("rule %s: got reason %q and advice %q, want both", got.ID, got.Say, got.Try)
		}
	}
}

func TestSentences(t *testing.T) {
	s, _ := readSpec(t)
	if len(s.Examples) != 100 {
		t.Fatalf("got %d examples, want 100", len(s.Examples))
	}
	for _, e := range s.Examples {
		found := CheckSentence(e.Stage, e.Text)
		got := ruleIDs(found)
		switch e.Expect {
		case "clean":
			if len(got) > 0 {
				t.Errorf("%s %q: got %v, want none", e.ID, e.Text, got)
			}
		default:
			for _, want := range e.Rules {
				if !slices.Contains(got, want) {
					t.Errorf("%s %q: got %v, want %s", e.ID, e.Text, got, want)
				}
			}
		}
		for _, f := range found {
			if e.Expect == "hint" && f.Level != "hint" {
				t.Errorf("%s %q: got %s %s, want hints alone", e.ID, e.Text, f.Level, f.Rule)
			}
			if f.Text != e.Text[f.Start:f.End] || f.Text == "" {
				t.Errorf("%s: got %q at %d:%d, want the words there", e.ID, f.Text, f.Start, f.End)
			}
		}
	}
}

// TestSentencesInLetters finds the same in other dress: in capitals, with curly
// apostrophes, broken over lines and within a paragraph.
func TestSentencesInLetters(t *testing.T) {
	s, _ := readSpec(t)
	dress := map[string]func(string) string{
		"curly":  func(s string) string { return strings.ReplaceAll(s, "'", "\u2019") },
		"broken": func(s string) string { return strings.ReplaceAll(s, " ", "\r\n") },
		"spaced": func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0 ") },
		"inside": func(s string) string { return "Hi Dana,\n\nGr\u00fc\u00dfe from B\u00f6blingen. " + s },
	}
	for name, put := range dress {
		for _, e := range s.Examples {
			if e.Expect == "clean" {
				continue
			}
			text := put(e.Text)
			found := CheckSentence(e.Stage, text)
			for _, want := range e.Rules {
				if name == "inside" && want == "C01" {
					continue // a casual greeting is one only at the start
				}
				if !slices.Contains(ruleIDs(found), want) {
					t.Errorf("%s, %s: got %v in %q, want %s", e.ID, name, ruleIDs(found), text, want)
				}
			}
			for _, f := range found {
				if f.Text != text[f.Start:f.End] {
					t.Errorf("%s, %s: got %q at %d:%d, want the words there", e.ID, name, f.Text, f.Start, f.End)
				}
			}
		}
	}
}

func TestAnyOf(t *testing.T) {
	cases := []struct {
		re   string
		want []string
	}{
		{`(?i)\bjust (?:asking|checking)\b`, []string{"just asking", "just checking"}},
		{`(?i)\b(?:lol|omg)\b`, []string{"lol", "omg"}},
		{`(?i)\bas(?:ap| soon as)\b`, []string{"as soon as", "asap"}},
		{`(?i)\be-?mail(?:s|ed)?\b`, []string{"e-mail", "e-mailed", "e-mails", "email", "emailed", "emails"}},
		{`(?i)\w+ want (?:it )?now`, []string{" want it now", " want now"}},
		{`[!?]{2,}`, []string{"!!", "!?", "?!", "??"}},
		{`[a-z]{2,}`, nil},
		{`(?:dream )?job`, []string{"dream job", "job"}},
		{`(?:dream )?`, nil},
		{`a|job`, nil},
	}
	for _, c := range cases {
		if got := anyOf(c.re); !slices.Equal(got, c.want) {
			t.Errorf("anyOf(%s) = %q, want %q", c.re, got, c.want)
		}
	}
}
