package letter

import (
	"slices"
	"strings"
	"testing"

	"afterword/data"
)

// TestBetterWordsAreBetter: what a rule offers ends what the rule says, and no
// rule says anything about it, in every stage it holds in.
func TestBetterWordsAreBetter(t *testing.T) {
	offered := 0
	for i := range english().Rules {
		r := &english().Rules[i]
		words, some := betterWords(data.Finding{Rule: r.ID, Try: r.Try})
		if !some || words == takeWords {
			continue
		}
		offered++
		for _, stage := range Stages() {
			if !r.holds(baseStage(stage)) {
				continue
			}
			for _, f := range CheckSentence(stage, fitting(stage, words)) {
				t.Errorf("%s in %s: %q: got %s %q, want nothing to say", r.ID, stage, words, f.Rule, f.Say)
			}
		}
	}
	if offered < 30 {
		t.Errorf("offered %d better sentences, want at least 30", offered)
	}
}

// TestBetterEndsTheFinding tries what is offered on every example of a sentence.
func TestBetterEndsTheFinding(t *testing.T) {
	s, _ := readSpec(t)
	tried := 0
	for _, e := range s.Examples {
		body := "Hi Dana,\n\nThank you for your time on Tuesday. " + e.Text + " I enjoyed our talk.\n\nBest wishes,\nSam\n"
		for _, f := range CheckSentence(e.Stage, body) {
			swap, some := Better(e.Stage, body, f)
			if !some {
				continue
			}
			tried++
			after := body[:swap.Start] + swap.Text + body[swap.End:]
			for _, g := range CheckSentence(e.Stage, after) {
				if g.Rule == f.Rule && g.Start == f.Start {
					t.Errorf("%s: %q\nbecame %q\nwhich still has %s %q", e.ID, body, after, g.Rule, g.Text)
				}
			}
			for _, keep := range []string{"Thank you for your time on Tuesday.", "I enjoyed our talk.", "Hi Dana,", "Sam\n"} {
				if !strings.Contains(after, keep) && !strings.Contains(e.Text, keep) {
					t.Errorf("%s: %q became %q, which lost %q", e.ID, body, after, keep)
				}
			}
		}
	}
	if tried < 30 {
		t.Errorf("tried %d findings, want at least 30", tried)
	}
}

func TestBetterKeepsTheNeighbours(t *testing.T) {
	const better = "I am still very interested in the role."
	for _, c := range []struct{ body, words, rule, try, want string }{
		{"Thanks. I just wanted to check if you are done. Bye.", "I just wanted to check", "A02", better, "Thanks. " + better + " Bye."},
		{"Hi Dana,\n\nI need this job.\n\nSam", "I need this job", "D05", better, "Hi Dana,\n\n" + better + "\n\nSam"},
		{"Dear Dr. Ruiz, I need this job. Bye.", "I need this job", "D05", better, "Dear Dr. Ruiz, " + better + " Bye."},
		{"I desperately want it.", "desperately", "D02", "", "I want it."},
		{"Any news??", "??", "A09", "", "Any news?"},
	} {
		at := strings.Index(c.body, c.words)
		swap, some := Better("check_in", c.body, data.Finding{Rule: c.rule, Start: at, End: at + len(c.words), Text: c.words, Try: c.try})
		if got := c.body[:swap.Start] + swap.Text + c.body[swap.End:]; !some || got != c.want {
			t.Errorf("%s in %q: got %q, want %q", c.rule, c.body, got, c.want)
		}
	}
	for _, c := range []struct{ body, words, want string }{
		{"Thanks. I need it. Bye.", "I need it", "Thanks. Bye."},
		{"Hi Dana,\n\nI need it.\n\nSam", "I need it", "Hi Dana,\n\nSam"},
		{"Thanks.\n\nBye. I need it.", "I need it", "Thanks.\n\nBye."},
	} {
		at := strings.Index(c.body, c.words)
		from, to := around(c.body, at, at+len(c.words))
		swap := tidyGap(c.body, from, to)
		if got := c.body[:swap.Start] + c.body[swap.End:]; got != c.want {
			t.Errorf("taken out of %q: got %q, want %q", c.body, got, c.want)
		}
	}
	if _, some := Better("any", "Dear Dana", data.Finding{Rule: "D05", Start: 5, End: 9, Text: "Lee"}); some {
		t.Error("a finding of words that are no longer there: got something better, want nothing")
	}
}

// TestBetterPutsInWhatIsMissing: the finding is gone afterwards.
func TestBetterPutsInWhatIsMissing(t *testing.T) {
	body := "I enjoyed hearing about the team, and the way that you test early ideas with the people who use them.\n\nBest wishes,\nSam\n"
	c := Context{Stage: "thank_you", First: "Dana"}
	for range 5 {
		found := Check(body, c)
		i := slices.IndexFunc(found, func(f data.Finding) bool { _, some := Better(c.Stage, body, f); return some })
		if i < 0 {
			break
		}
		swap, _ := Better(c.Stage, body, found[i])
		body = body[:swap.Start] + swap.Text + body[swap.End:]
	}
	for _, f := range Check(body, c) {
		if f.Rule == "NO_GREETING" || strings.HasPrefix(f.Rule, "MISSING_") {
			t.Errorf("%q: got %s, want nothing missing", body, f.Rule)
		}
	}
	if !strings.HasPrefix(body, "Hi Dana,\n\n") || !strings.HasSuffix(body, "\n\nBest wishes,\nSam\n") {
		t.Errorf("got %q, want the greeting first and the sign-off last", body)
	}
}

// TestBetterKeepsItsNeighbours: a better sentence takes the place of one
// sentence, also where greeting, sign-off or a list stand beside it without an
// empty line.
func TestBetterKeepsItsNeighbours(t *testing.T) {
	const needy = "I just wanted to check in"
	for _, c := range []struct{ body, want string }{
		{"Hi Dana,\n" + needy + ".\nBest,\nSam", "Hi Dana,\n{}\nBest,\nSam"},
		{"Hi Dana, " + needy + "\nBest,\nSam", "Hi Dana, {}\nBest,\nSam"},
		{"Hi Dana,\n\nThank you.\n\nKind regards,\nSam Lind\n" + needy + ".", "Hi Dana,\n\nThank you.\n\nKind regards,\nSam Lind\n{}"},
		{"Hi Dana,\n\nThank you for the long and open talk we had on Tuesday; " + needy[:6] + "\n" + needy[7:] + ".\n\nBest,\nSam", "Hi Dana,\n\n{}\n\nBest,\nSam"},
		{"Hi Dana,\n\nTwo things\n- " + needy + "\n- My portfolio is online\n\nBest,\nSam", "Hi Dana,\n\nTwo things\n{}\n- My portfolio is online\n\nBest,\nSam"},
	} {
		swapped := 0
		for _, f := range CheckSentence("check_in", c.body) {
			swap, some := Better("check_in", c.body, f)
			if !some || !strings.Contains(f.Text, "check") {
				continue
			}
			swapped++
			got := c.body[:swap.Start] + "{}" + c.body[swap.End:]
			if got != c.want {
				t.Errorf("%s: got %q, want %q", f.Rule, got, c.want)
			}
		}
		if swapped == 0 {
			t.Errorf("%q: nothing was found", c.body)
		}
	}
}
