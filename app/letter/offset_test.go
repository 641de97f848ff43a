package letter

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// dressed returns s as mail programs and word processors write it: other spaces
// and quotes, lines broken anywhere, marks that nobody sees.
func dressed(r *rand.Rand, s string) string {
	var sb strings.Builder
	for i, c := range s {
		switch {
		case c == '\'':
			sb.WriteString([]string{"'", "\u2019", "\u02bc", "\u2018"}[r.IntN(4)])
		case c == ' ' && i > 0:
			sb.WriteString([]string{" ", "\u00a0", "\r\n", "\n", "  ", " \u00a0", "\u202f", " \r\n", "\t"}[r.IntN(9)])
		case c == '"':
			sb.WriteString([]string{"\"", "\u201c", "\u201d"}[r.IntN(3)])
		default:
			sb.WriteRune(c)
			if r.IntN(30) == 0 {
				sb.WriteString([]string{"\u00ad", "\u200b"}[r.IntN(2)])
			}
		}
	}
	return sb.String()
}

// TestOffsetsInAnyDress: the same is found however a sentence is dressed, and
// each finding quotes the words where it says that they are.
func TestOffsetsInAnyDress(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range batches {
		for _, s := range readBatch(t, name).Bad {
			plain := ruleIDs(CheckSentence(s.Stage, s.Text))
			head := "Hi J\u00fcrgen,\r\n\r\nGr\u00fc\u00dfe aus B\u00f6blingen.\n\n"
			text := head + dressed(r, s.Text) + "\r\n\r\nBest wishes,\r\nSam"
			found := CheckSentence(s.Stage, text)
			for _, id := range plain {
				if !slices.Contains(ruleIDs(found), id) {
					t.Errorf("got %v in %q, want %s as in %q", ruleIDs(found), text, id, s.Text)
				}
			}
			for _, f := range found {
				if f.Start < len(head) || f.End > len(text) || f.Text != text[f.Start:f.End] || f.Text == "" || !utf8.ValidString(f.Text) {
					t.Errorf("%s: got %q at %d:%d of %q, want the words there", f.Rule, f.Text, f.Start, f.End, text)
				}
			}
		}
	}
}

// TestOthersWordsAreLeftAlone: what the other side wrote is quoted, not said.
func TestOthersWordsAreLeftAlone(t *testing.T) {
	quotes := []string{
		"> I am desperate. Any updates?\n> Please answer ASAP!!",
		"On Tuesday Dana Reyes wrote:\n> We are so sorry, TODO [Name]\n>\n> I NEED THIS NOW",
		"-----Original Message-----\nFrom: Dana\nI am desperate. You never answered!!\n\nLots of words.",
	}
	letter := "Hi Dana,\n\nI am still very interested in the role, and I would be glad to know the rough timeframe. Is there anything else I can send you, or anything you would like to know before the next step?\n\nBest,\nSam"
	c := Context{Stage: "check_in", First: "Dana", Envelope: &Envelope{To: "dana@acme.example"}}
	for _, q := range quotes {
		for _, text := range []string{letter + "\n\n" + q, letter + "\r\n\r\n" + strings.ReplaceAll(q, "\n", "\r\n") + "\r\n"} {
			if got := Check(text, c); len(got) > 0 {
				t.Errorf("got %+v in %q, want nothing", got, text)
			}
		}
	}
	text := "> We decide on Friday.\n\nI am desperate to hear more."
	got := CheckSentence("any", text)
	if len(got) != 1 || got[0].Text != text[got[0].Start:got[0].End] || !strings.HasPrefix(got[0].Text, "I am desperate") {
		t.Errorf("got %+v, want the words below the quote", got)
	}
}

// TestOthersAreLeftToThemselves: the rules of tone are for the languages that
// there are letters in.
func TestOthersAreLeftToThemselves(t *testing.T) {
	text := "Subject: Merci\n\nHello Dana,\n\nmerci pour l'entretien {{.Topic}}.\n\nCordialement\nSam"
	got := rulesOf(Check(text, Context{Stage: "thank_you", Language: "fr-CH", First: "Dana"}))
	if slices.Contains(got, "MISSING_THANKS") || slices.Contains(got, "HARD_TO_READ") || !slices.Contains(got, "PLACEHOLDER") {
		t.Errorf("got %v, want the placeholder, nothing about the words of another language", got)
	}
}
