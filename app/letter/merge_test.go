package letter

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"afterword/data"
)

const oldNote = "Hi Dana,\n\nThank you for your time on Tuesday. I enjoyed our talk about weekly reports.\n\nI am keen on the analyst role. If anything else would help, let me know.\n\nKind regards,\nSam\n"

const newNote = "Dear Ms Reyes,\n\nI thank you for the time you took on Tuesday. What you said about weekly reports was of use.\n\nI remain interested in the analyst role. Please let me know if anything else would help.\n\nYours sincerely,\nSam\n"

func TestMerge(t *testing.T) {
	edit := func(from, to string) string { return strings.Replace(oldNote, from, to, 1) }
	want := func(from, to string) string { return strings.Replace(newNote, from, to, 1) }
	cases := []struct{ name, mine, want string }{
		{"nothing changed", oldNote, newNote},
		{"spaces changed", strings.ReplaceAll(oldNote, " ", "  "), newNote},
		{"a sentence behind another", edit("weekly reports.", "weekly reports. The chart of June made me smile."), want("was of use.", "was of use. The chart of June made me smile.")},
		{"a paragraph between", edit("reports.\n\n", "reports.\n\nI read your paper since.\n\n"), want("use.\n\n", "use.\n\nI read your paper since.\n\n")},
		{"a sentence at the start", edit("Thank you", "What a morning. Thank you"), want("I thank you", "What a morning. I thank you")},
		{"a sentence at the end", edit("let me know.", "let me know. My number is 555 0100."), want("would help.", "would help. My number is 555 0100.")},
		{"a sentence written anew", edit("I enjoyed our talk about weekly reports.", "I loved the weekly reports."), want("What you said about weekly reports was of use.", "I loved the weekly reports.")},
		{"a sentence taken out", edit(" I enjoyed our talk about weekly reports.", ""), want(" What you said about weekly reports was of use.", "")},
		{"another greeting", edit("Hi Dana,", "Hello Dana and Lee,"), want("Dear Ms Reyes,", "Hello Dana and Lee,")},
		{"another sign-off", edit("Kind regards,\nSam", "See you soon,\nS."), want("Yours sincerely,\nSam", "See you soon,\nS.")},
		{"all new", "Dana, this is all mine. No word is theirs.\n", "Dana, this is all mine. No word is theirs.\n"},
		{"emptied", " \n", newNote},
	}
	for _, c := range cases {
		if got := Merge(oldNote, c.mine, newNote); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	if got := Merge(oldNote, newNote, oldNote); got != newNote {
		t.Errorf("nothing new: got\n%s\nwant\n%s", got, newNote)
	}
}

// TestMergeKeepsWhatTheUserWrote changes a draft at random and then its tone.
func TestMergeKeepsWhatTheUserWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := full(rapid.SampledFrom(Stages()).Draw(t, "stage"), rapid.SampledFrom(tones()).Draw(t, "from"))
		to := b
		to.Tone = rapid.SampledFrom(tones()).Draw(t, "to")
		to.Short = rapid.Bool().Draw(t, "short")
		old, err := Write(b)
		if err != nil {
			t.Fatal(err)
		}
		mine, own := scribble(t, old.Body)
		got, err := Change(Draft{Subject: "My own", Body: mine}, b, to)
		if err != nil {
			t.Fatal(err)
		}
		if got.Subject != "My own" {
			t.Errorf("got subject %q, want the user's", got.Subject)
		}
		at := 0
		for _, s := range own {
			i := strings.Index(got.Body[at:], s)
			if i < 0 {
				t.Fatalf("got\n%s\nwant %q in it, behind the words before", got.Body, s)
			}
			if strings.Count(got.Body, s) != 1 {
				t.Fatalf("got %q twice in\n%s", s, got.Body)
			}
			at += i + len(s)
		}
		for _, bad := range []string{"  ", "\n\n\n", " ."} {
			if strings.Contains(got.Body, bad) {
				t.Errorf("got %q in\n%s", bad, got.Body)
			}
		}
	})
}

// scribble puts sentences of the user into a draft, and takes some of it out.
func scribble(t *rapid.T, body string) (mine string, own []string) {
	l := lay(body)
	words := []string{"Lupins bloom early here.", "My cat agrees.", "The tram was on time."}
	var out []piece
	for i, p := range l.body {
		switch rapid.IntRange(0, 5).Draw(t, "edit") {
		case 0:
			continue
		case 1:
			if len(own) < len(words) {
				out = append(out, piece{words[len(own)], p.first})
				own = append(own, words[len(own)])
			}
		}
		p.first = p.first || i == 0
		out = append(out, p)
	}
	l.body = out
	return l.text(), own
}

func TestShorter(t *testing.T) {
	for _, stage := range Stages() {
		for _, tone := range tones() {
			b := full(stage, tone)
			for {
				next, ok := Shorter(b)
				if !ok {
					break
				}
				before, _ := Write(b)
				after, err := Write(next)
				if err != nil || Words(after.Body) >= Words(before.Body) {
					t.Fatalf("%s %s: got %d words and %v, want fewer than %d", stage, tone, Words(after.Body), err, Words(before.Body))
				}
				b = next
			}
		}
	}
	next, ok := Shorter(full("thank_you", data.ToneWarm))
	if !ok || !next.Short || next.Tone != data.ToneWarm {
		t.Errorf("got %v, %v in tone %s, want the same tone without optional sentences", ok, next.Short, next.Tone)
	}
}
