package letter

import (
	"math"
	"net/url"
	"slices"
	"strings"
	"testing"

	"afterword/assets"
)

func TestSplit(t *testing.T) {
	cases := []struct{ text, subject, greeting, core, signOff string }{
		{"Subject: Hello\n\nHi Dana,\n\nThank you.\n\nBest,\nSam\n", "Hello", "Hi Dana,", "Thank you.", "Best,\nSam"},
		{"subject:\r\n\r\nHi Dana,\r\n\r\nThank you.\r\n\r\nBest,\r\nSam", "", "Hi Dana,", "Thank you.", "Best,\r\nSam"},
		{"Dear Dr. Reyes,\nThank you.\nKind regards\nSam Lind", "", "Dear Dr. Reyes,", "Thank you.", "Kind regards\nSam Lind"},
		{"Hi Dana, thank you for the talk.\n\nSam", "", "Hi Dana,", "thank you for the talk.", "Sam"},
		{"Dana,\n\nThank you.", "", "Dana,", "Thank you.", ""},
		{"Thank you for your time.\n\nThank you again for your time,\nSam", "", "", "Thank you for your time.", "Thank you again for your time,\nSam"},
		{"Good to see you.\n\nThe end is near.", "", "", "Good to see you.\n\nThe end is near.", ""},
		{"", "", "", "", ""},
	}
	for _, c := range cases {
		l := split(c.text)
		got := []string{l.subject, l.of(l.greeting), strings.TrimSpace(l.of(l.core)), strings.TrimSpace(l.of(l.signOff))}
		if want := []string{c.subject, c.greeting, c.core, c.signOff}; !slices.Equal(got, want) {
			t.Errorf("split(%q) = %q, want %q", c.text, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	cases := []struct {
		body string
		want int
	}{
		{"Hi Dana,\n\nThank you for your time.\n\nBest,\nSam", 5},
		{"Don't count e-mail twice - it's one.", 6},
		{"Gr\u00fc\u00dfe aus M\u00fcnchen", 3},
		{"", 0},
	}
	for _, c := range cases {
		if got := Words(c.body); got != c.want {
			t.Errorf("Words(%q) = %d, want %d", c.body, got, c.want)
		}
	}
}

func TestSyllables(t *testing.T) {
	cases := map[string]int{
		"the": 1, "time": 1, "table": 2, "interview": 3, "wanted": 2, "asked": 1, "roles": 1, "changes": 2, "being": 2,
		"everything": 3, "something": 2, "analyst": 3, "Company": 3, "free": 1, "opportunity": 5, "make": 1, "trying": 2,
	}
	for word, want := range cases {
		if got := syllables(word); got != want {
			t.Errorf("syllables(%s) = %d, want %d", word, got, want)
		}
	}
}

func TestEase(t *testing.T) {
	// 10 words, 2 sentences, 10 syllables: 206.835 - 1.015*5 - 84.6.
	got := ease("The cat sat on it. It did not mind that.")
	if want := 206.835 - 1.015*5 - 84.6; math.Abs(got-want) > 1e-9 {
		t.Errorf("ease = %f, want %f", got, want)
	}
	cases := []struct{ body, want string }{
		{"Hi Dana,\n\nThank you.\n\nBest,\nSam", ""},
		{strings.Repeat("We had a good talk and I was glad to be there. ", 3), "easy"},
		{strings.Repeat("Notwithstanding considerable organisational complexities, enthusiasm persists. ", 4), "heavy"},
	}
	for _, c := range cases {
		if got := Reading(c.body); got != c.want {
			t.Errorf("Reading(%.30q) = %q, want %q", c.body, got, c.want)
		}
	}
}

func TestLikeness(t *testing.T) {
	note := "Hi Dana,\n\nThank you for your time on Tuesday. I enjoyed our talk about weekly reports.\n\nBest,\nSam"
	cases := []struct {
		name, other string
		low, high   float64
	}{
		{"itself", note, 1, 1},
		{"another name", strings.Replace(note, "Dana", "Lee", 1), 1, 1},
		{"another topic", strings.Replace(note, "weekly reports", "mobile payments", 1), 0.5, 0.9},
		{"other words", "Hi Lee,\n\nIt was good to meet you, and I am grateful.\n\nBest,\nSam", 0, 0.05},
		{"empty", "", 0, 0},
	}
	for _, c := range cases {
		got := Likeness(note, c.other)
		if got < c.low || got > c.high || got != Likeness(c.other, note) {
			t.Errorf("%s: got %.2f, want %.2f to %.2f, either way round", c.name, got, c.low, c.high)
		}
	}
}

func TestDistance(t *testing.T) {
	cases := []struct {
		a, b string
		want int
	}{{"dana", "dana", 0}, {"dana", "dnaa", 1}, {"dana", "dan", 1}, {"dana", "lee", 4}, {"", "dana", 4}, {"j\u00f6rg", "jorg", 1}}
	for _, c := range cases {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%s, %s) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestMailto(t *testing.T) {
	cases := []struct{ to, subject, body, want string }{
		{"dana@acme.example", "Thank you", "Hi Dana,\n\nA & B = 100%\r\n", "mailto:dana@acme.example?subject=Thank%20you&body=Hi%20Dana%2C%0D%0A%0D%0AA%20%26%20B%20%3D%20100%25%0D%0A"},
		{"", "", "", "mailto:"},
		{"a+b@acme.example, lee@acme.example", "", "", "mailto:a%2Bb@acme.example,lee@acme.example"},
		{"a?cc=eve@evil.example", "one\ntwo", "", "mailto:a%3Fcc%3Deve@evil.example?subject=one%20two"},
		{"dana@acme.example", "Gr\u00fc\u00dfe +1", "", "mailto:dana@acme.example?subject=Gr%C3%BC%C3%9Fe%20%2B1"},
	}
	for _, c := range cases {
		got := Mailto(c.to, c.subject, c.body)
		if got != c.want {
			t.Errorf("Mailto(%q, %q) = %s, want %s", c.to, c.subject, got, c.want)
		}
		if _, err := url.Parse(got); err != nil {
			t.Errorf("Mailto(%q): %v", c.to, err)
		}
	}
}

func TestTicks(t *testing.T) {
	assets.SetLanguage("en")
	d, err := Write(full("thank_you", "warm"))
	if err != nil {
		t.Fatal(err)
	}
	c := Context{Stage: "thank_you", First: "Dana", Last: "Reyes", Topic: "weekly reports"}
	got := Ticks(d.Body, c)
	want := []string{
		"Greets Dana by name.", "Says thank you.", "Names something you talked about.",
		"Says that you are interested.", "Short: 50 to 125 words reads well.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Ticks("Hi Lee,\n\nGive me the job.", c); len(got) > 0 {
		t.Errorf("got %q for a poor letter, want nothing", got)
	}
	check := Ticks("Hi Dana,\n\nI am still keen on the role and think of our talk often. Is there anything else I can send?\n\nSam", Context{Stage: "check_in", First: "Dana"})
	if want := []string{"Greets Dana by name.", "Says that you are interested.", "Offers help.", "Short and to the point."}; !slices.Equal(check, want) {
		t.Errorf("got %q, want %q", check, want)
	}
}

func FuzzCheck(f *testing.F) {
	s, _ := readSpec(f)
	for _, e := range s.Examples {
		f.Add("Subject: Thank you\n\nHi Dana,\n\n" + e.Text + "\n\nBest,\nSam")
	}
	f.Add("Hi \u212aelvin,\r\n\u2019\u2019\u00a0\u017f")
	c := Context{
		Stage: "thank_you", First: "Dana", Last: "Reyes", Company: "North Star", Topic: "weekly reports",
		OtherCompanies: []string{"North", "\u0130stanbul"}, Previous: []string{"Hi Lee,\n\nThank you."}, Envelope: &Envelope{},
	}
	f.Fuzz(func(t *testing.T, text string) {
		body := split(text).body
		for _, x := range Check(text, c) {
			if x.Start < 0 || x.End < x.Start || x.End > len(body) {
				t.Fatalf("%s: got %d:%d in a body of %d bytes", x.Rule, x.Start, x.End, len(body))
			}
			if x.End > 0 && x.Text != body[x.Start:x.End] {
				t.Errorf("%s: got %q, want %q", x.Rule, x.Text, body[x.Start:x.End])
			}
		}
	})
}

func FuzzCheckCases(f *testing.F) {
	f.Add(`{"examples":[{"id":"a","stage":"any","text":"hi"}],"templates":[{"stage":"thank_you","subject":"{{.Role}}","body":"{{if .Topic}}x{{end}}"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "range") || strings.Contains(text, "printf") {
			t.Skip() // a template of the user's own may take as long as it likes
		}
		out, err := CheckCases([]byte(text))
		if err == nil && len(out) == 0 {
			t.Errorf("CheckCases(%q): got neither result nor error", text)
		}
	})
}
