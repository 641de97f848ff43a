package letter

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"testing"
)

// A batch is a file of sentences that people might write: bad ones with the rule
// that finds them, and good ones, in which nothing is found, not even a hint.
type batch struct {
	Bad, Good []struct{ Stage, Rule, Text string }
}

func readBatch(t testing.TB, name string) batch {
	t.Helper()
	var b batch
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &b); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b
}

// batches are the files of sentences. Each was written from what the rules mean,
// before the patterns that find its sentences.
var batches = []string{
	"sentences_first.json", "sentences_second.json", "sentences_third.json",
	"sentences_fourth.json", "sentences_fifth.json", "sentences_sixth.json",
}

// TestToneMeasure reports how many of the bad sentences are found and how many
// of the findings are right. Each sentence stays as it is judged.
func TestToneMeasure(t *testing.T) {
	for _, name := range batches {
		b := readBatch(t, name)
		var found, wrong int
		for _, s := range b.Bad {
			ids := ruleIDs(CheckSentence(s.Stage, s.Text))
			if slices.Contains(ids, s.Rule) {
				found++
			} else {
				t.Errorf("%s: got %v in %s, want %s: %s", name, ids, s.Stage, s.Rule, s.Text)
			}
		}
		for _, s := range b.Good {
			if found := CheckSentence(s.Stage, s.Text); len(found) > 0 {
				wrong++
				t.Errorf("%s: got %s %q in %s, want none: %s", name, found[0].Rule, found[0].Text, s.Stage, s.Text)
			}
		}
		t.Logf("%s: %d bad, %d found, recall %.3f; %d good, %d flagged, precision %.3f",
			name, len(b.Bad), found, float64(found)/float64(len(b.Bad)), len(b.Good), wrong, float64(found)/float64(max(1, found+wrong)))
	}
}

// TestNothingAskedForIsLost: what the patterns of the spec find in a bad
// sentence is still found by the same rule.
func TestNothingAskedForIsLost(t *testing.T) {
	s, _ := readSpec(t)
	tried := 0
	for _, name := range batches {
		for _, bad := range readBatch(t, name).Bad {
			for _, r := range s.Rules {
				if r.Stages != nil && !slices.Contains(r.Stages, baseStage(bad.Stage)) || !regexp.MustCompile(r.Re).MatchString(bad.Text) {
					continue
				}
				tried++
				if got := ruleIDs(CheckSentence(bad.Stage, bad.Text)); !slices.Contains(got, r.ID) {
					t.Errorf("got %v in %s, want %s too: %s", got, bad.Stage, r.ID, bad.Text)
				}
			}
		}
	}
	if tried < 50 {
		t.Errorf("got %d sentences that the spec's patterns find, want 50", tried)
	}
}

// TestSentencesAreBalanced: each rule has bad sentences of its own, and there
// are enough of both kinds.
func TestSentencesAreBalanced(t *testing.T) {
	count := map[string]int{}
	bad, good := 0, 0
	for _, name := range batches {
		b := readBatch(t, name)
		bad, good = bad+len(b.Bad), good+len(b.Good)
		for _, s := range b.Bad {
			count[s.Rule]++
		}
	}
	for _, r := range english().Rules {
		if count[r.ID] < 2 {
			t.Errorf("got %d sentences for %s, want at least 2", count[r.ID], r.ID)
		}
	}
	if bad < 1050 || good < 1050 {
		t.Errorf("got %d bad and %d good sentences, want 1,050 of each", bad, good)
	}
}
