package letter

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

func checkCases(t testing.TB) (spec, caseResult) {
	t.Helper()
	s, b := readSpec(t)
	text, err := CheckCases(b)
	if err != nil {
		t.Fatal(err)
	}
	var got caseResult
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	return s, got
}

// TestCases holds what does not pass to the exact list in not_passing.json, so
// that nothing slips in or out unnoticed.
func TestCases(t *testing.T) {
	s, got := checkCases(t)
	failing := []string{}
	if len(s.Structural) != 24 || len(s.Templates) != 24 {
		t.Fatalf("got %d letters and %d templates, want 24 and 24", len(s.Structural), len(s.Templates))
	}
	for _, c := range s.Structural {
		if a, b := sorted(got.Structural[c.ID]), sorted(c.Expect); !slices.Equal(a, b) {
			failing = append(failing, c.ID)
			t.Logf("%s %s: got %v, want %v", c.ID, c.Title, a, b)
		}
	}
	for _, c := range got.Templates {
		if len(c.Findings) > 0 {
			failing = append(failing, c.Stage+" "+c.Tone)
			t.Logf("template %s %s: got %v, want none", c.Stage, c.Tone, c.Findings)
		}
	}
	for _, e := range s.Examples {
		for _, want := range e.Rules {
			if !slices.Contains(got.Examples[e.ID], want) {
				failing = append(failing, e.ID)
			}
		}
	}
	var want []string
	b, err := os.ReadFile("testdata/not_passing.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(sorted(failing), sorted(want)) {
		t.Errorf("not passing: got %q, want %q", sorted(failing), sorted(want))
	}
}

func sorted(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return s
}

// TestOwnTemplatesPass checks every letter we write, with little and with much.
func TestOwnTemplatesPass(t *testing.T) {
	for _, stage := range Stages() {
		for _, tone := range tones() {
			for v := range 4 {
				for name, b := range map[string]Brief{"bare": bare(stage, tone), "full": full(stage, tone)} {
					b.Variant = v
					d, err := Write(b)
					if err != nil {
						t.Fatal(err)
					}
					c := Context{
						Stage: stage, First: b.First, Last: b.Last, Company: b.Company, Topic: b.Topic,
						OtherCompanies: []string{"Contoso"}, Envelope: &Envelope{To: "dana@northwind.example"},
					}
					if stage != "thank_you" && stage != "thank_you_panel" {
						c.Topic = ""
					}
					for _, f := range Check("Subject: "+d.Subject+"\n\n"+d.Body, c) {
						t.Errorf("%s %s %d %s: got %s %s %q in\n%s\n%s", stage, tone, v, name, f.Level, f.Rule, f.Text, d.Subject, d.Body)
					}
				}
			}
		}
	}
}

// TestPanelNotesDiffer writes to four people of one panel with one topic.
func TestPanelNotesDiffer(t *testing.T) {
	for _, stage := range []string{"thank_you_panel", "thank_you", "thank_you_late", "thank_you_again"} {
		for _, tone := range tones() {
			count := 2
			if stage == "thank_you_panel" {
				count = 4
			}
			var bodies, openings []string
			for v := range count {
				b := full(stage, tone)
				b.Variant = v
				d, err := Write(b)
				if err != nil {
					t.Fatal(err)
				}
				opening := strings.Join(wordsOf(d.Body)[2:7], " ")
				if slices.Contains(openings, opening) {
					t.Errorf("%s %s %d: got the opening %q again", stage, tone, v, opening)
				}
				for i, other := range bodies {
					if got := Likeness(d.Body, other); got >= 0.35 {
						t.Errorf("%s %s: likeness of %d and %d is %.2f, want below 0.35", stage, tone, i, v, got)
					}
				}
				bodies, openings = append(bodies, d.Body), append(openings, opening)
			}
		}
	}
}

func TestFindingsQuoteTheBody(t *testing.T) {
	s, b := readSpec(t)
	var in caseFile
	if err := json.Unmarshal(b, &in); err != nil {
		t.Fatal(err)
	}
	for i, c := range in.Structural {
		for _, f := range c.check() {
			if f.End > 0 && f.Text != c.Body[f.Start:f.End] {
				t.Errorf("%s %s: got %q, want %q", s.Structural[i].ID, f.Rule, f.Text, c.Body[f.Start:f.End])
			}
			if f.Say == "" || f.Level != "block" && f.Level != "warn" && f.Level != "hint" {
				t.Errorf("%s %s: got level %q and reason %q", s.Structural[i].ID, f.Rule, f.Level, f.Say)
			}
		}
	}
}

func TestCheckWithoutContext(t *testing.T) {
	text := "Subject: Re: hello\n\nHi Lee,\n\nThank you for your time. I would like the role. The file is attached. It was good to meet you and to see the team at work.\n\nBest,\nSam\n"
	if got := Check(text, Context{Stage: "thank_you"}); len(got) > 0 {
		t.Errorf("got %+v, want nothing that needs a context", got)
	}
	got := Check("I am desperate. {{.Name}}", Context{Stage: "any"})
	if want := []string{"D01", "PLACEHOLDER"}; !slices.Equal(rulesOf(got), want) {
		t.Errorf("got %v, want %v", rulesOf(got), want)
	}
}

func TestLetterCases(t *testing.T) {
	var cases []struct {
		Name, Stage, Text string
		Context           Context
		Want              []string
	}
	b, err := os.ReadFile("testdata/check.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		c.Context.Stage = c.Stage
		got := []string{}
		for _, f := range Check(c.Text, c.Context) {
			got = append(got, fmt.Sprintf("%s %s %s", f.Level, f.Rule, f.Text))
		}
		if !slices.Equal(sorted(got), sorted(c.Want)) {
			t.Errorf("%s: got %q, want %q", c.Name, got, c.Want)
		}
	}
}

func TestBrokenCaseFiles(t *testing.T) {
	for _, text := range []string{"", "[]", `{"templates":[{"body":"{{if"}]}`, `{"examples":{}}`} {
		if _, err := CheckCases([]byte(text)); err == nil {
			t.Errorf("CheckCases(%s): got no error", text)
		}
	}
	got, err := CheckCases([]byte("{}"))
	if want := `{"examples":{},"structural":{},"templates":[]}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestStagesHaveKnownBase(t *testing.T) {
	for stage := range maps.Keys(english().Words) {
		if !slices.Contains(Stages(), stage) {
			t.Errorf("limits for %s: got no such stage", stage)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	d, err := Write(full("thank_you", "warm"))
	if err != nil {
		b.Fatal(err)
	}
	text := "Subject: " + d.Subject + "\n\n" + d.Body
	c := Context{Stage: "thank_you", First: "Dana", Company: "Northwind", OtherCompanies: []string{"Contoso"}, Envelope: &Envelope{}}
	for b.Loop() {
		Check(text, c)
	}
}
