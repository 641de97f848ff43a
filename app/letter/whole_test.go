package letter

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"afterword/data"
)

// TestWholeLetters: in a good letter nothing is more than a hint, and in a bad
// one a rule of tone is found that warns at least.
func TestWholeLetters(t *testing.T) {
	var letters struct {
		Bad, Good []struct{ Stage, Text string }
	}
	text, err := os.ReadFile("testdata/letters.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &letters); err != nil {
		t.Fatal(err)
	}
	if len(letters.Bad) < 30 || len(letters.Good) < 30 {
		t.Fatalf("got %d bad and %d good letters, want 30 of each", len(letters.Bad), len(letters.Good))
	}
	for _, l := range letters.Good {
		if f := grave(l.Stage, l.Text); len(f) > 0 {
			t.Errorf("got %s %s %q in %s, want hints only: %s", f[0].Level, f[0].Rule, f[0].Text, l.Stage, l.Text)
		}
	}
	for _, l := range letters.Bad {
		if !slices.ContainsFunc(grave(l.Stage, l.Text), ofTone) {
			t.Errorf("got no rule of tone that warns in %s, want one: %s", l.Stage, l.Text)
		}
	}
}

// grave returns the findings of a letter to Dana Reyes that are more than hints.
func grave(stage, text string) []data.Finding {
	found := Check(text, Context{Stage: stage, First: "Dana", Last: "Reyes", Company: "Northwind"})
	return slices.DeleteFunc(found, func(f data.Finding) bool { return f.Level == "hint" })
}

func ofTone(f data.Finding) bool {
	return slices.ContainsFunc(english().Rules, func(r rule) bool { return r.ID == f.Rule })
}

// TestLanguageIsOfTheLetter: a letter is held to the rules of the language that
// it is in, whichever is set.
func TestLanguageIsOfTheLetter(t *testing.T) {
	texts := map[string]string{
		English: "Hi Dana,\n\nThank you for the talk on Monday. I am desperate to work with you, and I would take any job that you have.\n\nBest,\nSam",
		German:  "Hallo Dana,\n\nvielen Dank für das Gespräch am Montag. Ich bin verzweifelt und würde mit Freude jede Stelle nehmen, die Sie zu vergeben haben, denn ich brauche das Geld für die Miete.\n\nViele Grüße\nSam",
	}
	for lang, text := range texts {
		want := rulesOf(Check(text, Context{Stage: "thank_you", Language: lang}))
		if !slices.Contains(want, "D01") {
			t.Errorf("got %v in %s, want D01 too", want, lang)
		}
		for _, wish := range []string{"", English, "en-GB", German, "de-AT"} {
			if got := rulesOf(Check(text, Context{Stage: "thank_you", Language: wish})); !slices.Equal(got, want) {
				t.Errorf("%s letter with %q set: got %v, want %v", lang, wish, got, want)
			}
		}
	}
	if got := languageOf("Bis Montag, ok?", German); got != German {
		t.Errorf("got %q for a text that does not tell, want %q", got, German)
	}
}
