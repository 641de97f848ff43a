package letter

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"afterword/data"
)

// germanFull is full for German.
func germanFull(stage string, tone data.Tone) Brief {
	b := sampleBrief(stage, German)
	b.Tone = tone
	return b
}

// subsets calls do with b and every choice of the values a letter may lack.
func subsets(b Brief, do func(Brief)) {
	optional := []string{"Topic", "Strength", "NextStep", "Deadline", "News"}
	for n := range 1 << len(optional) {
		some := b
		for i, name := range optional {
			if n>>i&1 == 1 {
				some.set(name, "")
			}
		}
		do(some)
	}
}

// TestGermanLettersPass holds every German letter, whatever it may lack, to what
// any letter is held to.
func TestGermanLettersPass(t *testing.T) {
	for _, stage := range Stages() {
		for _, tone := range tones() {
			for v := range 4 {
				whole := germanFull(stage, tone)
				whole.Variant = v
				subsets(whole, func(b Brief) { germanPasses(t, b) })
			}
		}
	}
}

func germanPasses(t *testing.T, b Brief) {
	t.Helper()
	d, err := Write(b)
	if err != nil || d.Language != German {
		t.Fatalf("%s %s: got %q, %v, want a German letter", b.Stage, b.Tone, d.Language, err)
	}
	c := Context{
		Stage: b.Stage, Language: German, First: b.First, Last: b.Last, Company: b.Company,
		OtherCompanies: []string{"Contoso"}, Envelope: &Envelope{To: "dana@northwind.example"},
	}
	if b.Stage == "thank_you" || b.Stage == "thank_you_panel" {
		c.Topic = b.Topic
	}
	for _, f := range append(Check("Subject: "+d.Subject+"\n\n"+d.Body, c), holes(d.Body)...) {
		t.Errorf("%s %s %d: got %s %s %q in\n%s\n%s", b.Stage, b.Tone, b.Variant, f.Level, f.Rule, f.Text, d.Subject, d.Body)
	}
	body := strings.SplitN(d.Body, "\n\n", 3)
	if !strings.HasPrefix(body[0], "Sehr geehrte Frau Reyes,") && !strings.HasPrefix(body[0], "Guten Tag Frau Reyes,") || strings.Contains(d.Body, "!") {
		t.Errorf("%s %s: got\n%s\nwant a greeting by name and no exclamation mark", b.Stage, b.Tone, d.Body)
	}
}

// TestGermanPanelNotesDiffer writes to four people of one panel with one topic.
func TestGermanPanelNotesDiffer(t *testing.T) {
	for stage, count := range map[string]int{"thank_you_panel": 4, "thank_you": 2, "thank_you_late": 2, "thank_you_again": 2} {
		for _, tone := range tones() {
			var bodies, openings []string
			for v := range count {
				b := germanFull(stage, tone)
				b.Variant = v
				d, err := Write(b)
				if err != nil {
					t.Fatal(err)
				}
				opening := strings.Join(wordsOf(d.Body)[4:9], " ")
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

// TestGermanNotesFit: each way to say a few words is there in German where it is
// in English, and fits.
func TestGermanNotesFit(t *testing.T) {
	for _, stage := range Stages() {
		for _, c := range Channels(stage) {
			subsets(germanFull(stage, ""), func(b Brief) {
				n, err := WriteNote(c, b)
				if err != nil {
					t.Errorf("%s %s: %v", c, stage, err)
					return
				}
				if n.Language != German || n.Length != utf8.RuneCountInString(n.Text) || c.Limit() > 0 && n.Length > c.Limit() {
					t.Errorf("%s %s: got %s, %d characters, want German and at most %d in %q", c, stage, n.Language, n.Length, c.Limit(), n.Text)
				}
				for _, f := range append(CheckSentenceIn(German, stage, n.Text), holes(n.Text)...) {
					t.Errorf("%s %s: got %s %q in %q", c, stage, f.Rule, f.Text, n.Text)
				}
			})
		}
	}
}

// TestGermanParts takes German letters apart.
func TestGermanParts(t *testing.T) {
	for _, c := range []struct{ text, greeting, core, signOff string }{
		{"Sehr geehrte Frau Prof. Dr. M\u00fcller,\n\nvielen Dank.\n\nMit freundlichen Gr\u00fc\u00dfen\nSam Lind", "Sehr geehrte Frau Prof. Dr. M\u00fcller,", "vielen Dank.", "Mit freundlichen Gr\u00fc\u00dfen\nSam Lind"},
		{"Guten Tag Dana Ruiz,\n\nvielen Dank.\n\nViele Gr\u00fc\u00dfe\nSam Lind\n+49 30 5550100", "Guten Tag Dana Ruiz,", "vielen Dank.", "Viele Gr\u00fc\u00dfe\nSam Lind\n+49 30 5550100"},
		{"Hallo Dana,\n\nvielen Dank.", "Hallo Dana,", "vielen Dank.", ""},
	} {
		l := split(c.text)
		got := []string{l.of(l.greeting), strings.TrimSpace(l.of(l.core)), strings.TrimSpace(l.of(l.signOff))}
		if want := []string{c.greeting, c.core, c.signOff}; !slices.Equal(got, want) {
			t.Errorf("split(%q) = %q, want %q", c.text, got, want)
		}
	}
}

// TestGermanGreetingNames finds the name that is not the recipient's.
func TestGermanGreetingNames(t *testing.T) {
	for greeting, want := range map[string]string{
		"Sehr geehrte Frau Reyes,": "", "Guten Tag Dana Reyes,": "", "Hallo Dana,": "", "Sehr geehrte Frau Dr. Reyes,": "",
		"Sehr geehrte Damen und Herren,": "", "Hallo zusammen,": "", "Sehr geehrte Frau Weber,": "Weber", "Hallo Lee,": "Lee", "Guten Tag Dana Reyse,": "Dana Reyse",
	} {
		found := Check(greeting+"\n\nvielen Dank f\u00fcr Ihre Zeit.", Context{Stage: "reply", Language: German, First: "Dana", Last: "Reyes"})
		got := ""
		for _, f := range found {
			if f.Rule == "GREETING_NAME" {
				got = f.Text
			}
		}
		if got != want {
			t.Errorf("%s got %q, want %q", greeting, got, want)
		}
	}
}

// TestGermanMissing says in German what a letter lacks, and what would do.
func TestGermanMissing(t *testing.T) {
	text := "Guten Tag Dana Reyes,\n\n" + strings.Repeat("Der Tag war lang und das Wetter gut. ", 4) + "\n\nViele Gr\u00fc\u00dfe\nSam"
	for stage, want := range map[string][]string{
		"thank_you": {"MISSING_THANKS", "MISSING_INTEREST"}, "check_in": {"MISSING_INTEREST", "MISSING_HELP"},
		"last_note": {"MISSING_THANKS", "MISSING_CONNECTION", "MISSING_FUTURE"},
	} {
		var got []string
		body := text
		for _, f := range Check(text, Context{Stage: stage, Language: "de-AT", First: "Dana", Last: "Reyes"}) {
			got = append(got, f.Rule)
			if s, ok := Better(stage, body, f); ok {
				body = body[:s.Start] + s.Text + body[s.End:]
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", stage, got, want)
		}
		if left := rulesOf(Check(body, Context{Stage: stage, Language: "de-AT", First: "Dana", Last: "Reyes"})); len(left) > 0 {
			t.Errorf("%s: got %v in %q, want what is missing put in", stage, left, body)
		}
	}
}
