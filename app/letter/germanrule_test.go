package letter

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// ruleStage returns a stage that a rule holds for.
func ruleStage(r rule) string {
	if r.Stages == nil {
		return "any"
	}
	return r.Stages[0]
}

// TestGermanRules: each rule finds its bad examples, also with "ae" for an
// umlaut, in the midst of a letter and however a mail program dresses them, and
// no rule finds a good one.
func TestGermanRules(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	if got := len(german().Rules); got < 25 {
		t.Errorf("got %d rules, want 25 at least", got)
	}
	for _, rule := range german().Rules {
		stage := ruleStage(rule)
		if rule.Say == "" || rule.Try == "" || len(rule.Bad) < 4 || len(rule.Good) < 4 {
			t.Errorf("rule %s: got reason %q, advice %q, %d bad and %d good examples, want all and four of each", rule.ID, rule.Say, rule.Try, len(rule.Bad), len(rule.Good))
		}
		for _, bad := range rule.Bad {
			for _, text := range []string{bad, umlauts().Replace(bad), "Guten Tag Dana Reyes,\n\nGr\u00fc\u00dfe aus K\u00f6ln. " + dressed(r, bad) + "\n\nViele Gr\u00fc\u00dfe\nSam"} {
				found := CheckSentenceIn(German, stage, text)
				if !slices.Contains(ruleIDs(found), rule.ID) {
					t.Errorf("rule %s in %q: got %v, want it", rule.ID, text, ruleIDs(found))
				}
				for _, f := range found {
					if f.Text != text[f.Start:f.End] || f.Text == "" {
						t.Errorf("rule %s: got %q at %d:%d of %q, want the words there", f.Rule, f.Text, f.Start, f.End, text)
					}
				}
			}
		}
		for _, text := range rule.Good {
			for _, s := range []string{stage, "any", "thank_you", "check_in", "last_note"} {
				if got := ruleIDs(CheckSentenceIn(German, s, text)); len(got) > 0 {
					t.Errorf("rule %s, %s in %q: got %v, want none", rule.ID, s, text, got)
				}
			}
		}
		if got := ruleIDs(CheckSentenceIn(German, stage, rule.Try)); len(got) > 0 {
			t.Errorf("rule %s offers %q: got %v in it, want none", rule.ID, rule.Try, got)
		}
	}
}

// TestGermanSieveHoldsNothingBack: what a pattern matches passes the sieve.
func TestGermanSieveHoldsNothingBack(t *testing.T) {
	b := german()
	for _, rule := range b.Rules {
		for _, bad := range rule.Bad {
			p := straighten(bad).joined(0).germanForm()
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
