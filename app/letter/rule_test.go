package letter

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"afterword/data"
)

// A spec is testdata/tone.json: the rules with their cases.
type spec struct {
	Rules []struct {
		ID, Re string
		Level  string `json:"sev"`
		Stages stages
	}
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

// TestRulesCoverTheSpec: every rule that was asked for is there, as grave and for
// the same stages, and each rule finds its own bad examples and none of its good
// ones.
func TestRulesCoverTheSpec(t *testing.T) {
	s, _ := readSpec(t)
	if len(s.Rules) != 45 {
		t.Fatalf("got %d rules in the spec, want 45", len(s.Rules))
	}
	for _, want := range s.Rules {
		i := slices.IndexFunc(english().Rules, func(r rule) bool { return r.ID == want.ID })
		if i < 0 {
			t.Errorf("got no rule %s", want.ID)
			continue
		}
		if got := english().Rules[i]; got.Level != want.Level || !slices.Equal(got.Stages, want.Stages) {
			t.Errorf("got rule %s %s %v, want %s %v", got.ID, got.Level, got.Stages, want.Level, want.Stages)
		}
	}
	for _, r := range english().Rules {
		stage := "any"
		if r.Stages != nil {
			stage = r.Stages[0]
		}
		if r.Say == "" || r.Try == "" || len(r.Bad) == 0 || len(r.Good) == 0 {
			t.Errorf("rule %s: got reason %q, advice %q, %d bad and %d good examples, want all", r.ID, r.Say, r.Try, len(r.Bad), len(r.Good))
		}
		for _, text := range r.Bad {
			if got := ruleIDs(CheckSentence(stage, text)); !slices.Contains(got, r.ID) {
				t.Errorf("rule %s in %q: got %v, want it", r.ID, text, got)
			}
		}
		for _, text := range r.Good {
			if got := ruleIDs(CheckSentence(stage, text)); len(got) > 0 {
				t.Errorf("rule %s in %q: got %v, want none", r.ID, text, got)
			}
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

func TestNeeds(t *testing.T) {
	cases := []struct {
		re   string
		want [][]string
	}{
		{`\bjust (?:asking|checking)\b`, [][]string{{"just asking", "just checking"}}},
		{`\b(?:lol|omg)\b`, [][]string{{"lol", "omg"}}},
		{`\bas(?:ap| soon as)\b`, [][]string{{"as soon as", "asap"}}},
		{`\w+ want (?:it )?now`, [][]string{{" want it now", " want now"}}},
		{`i will \w+ you (?:daily|weekly)`, [][]string{{" you daily", " you weekly"}, {"i will "}}},
		{`[!?]{2,}`, [][]string{{"!!", "!?", "?!", "??"}}},
		{`[a-z]{2,}`, nil},
		{`(?:dream )?job`, [][]string{{"dream job", "job"}}},
		{`(?:dream )?`, nil},
		{`a|job`, nil},
	}
	for _, c := range cases {
		if got, err := needs(c.re); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("needs(%s) = %q, want %q", c.re, got, c.want)
		}
	}
}

func TestAlternatives(t *testing.T) {
	got := alternatives(`a|b(?:c|d)|[|(]e|\|f`)
	if want := []string{"a", "b(?:c|d)", "[|(]e", `\|f`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSieveHoldsNothingBack: what a pattern matches passes the sieve.
func TestSieveHoldsNothingBack(t *testing.T) {
	b := english()
	for _, name := range batches {
		for _, s := range readBatch(t, name).Bad {
			p := straighten(s.Text).joined(0).spokenForm()
			for _, u := range units(p.text) {
				words := p.text[u.from:u.to]
				passed := map[int32]bool{}
				b.spoken.sieve.passed(words, func(n int32) { passed[n] = true })
				for n, w := range b.spoken.all {
					if !passed[int32(n)] && w.regexp().MatchString(words) {
						t.Errorf("%s: got %q held back, want it to pass for %s", w.rule.ID, words, w.source)
					}
				}
			}
		}
	}
}
