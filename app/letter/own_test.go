package letter

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterword/data"
)

func TestTemplateProblems(t *testing.T) {
	cases := []struct{ subject, body, want string }{
		{"{{.Role}}", "{{.Greeting}},\n\nThanks.\n\n{{.Me}}", ""},
		{"x", "{{if .Topic}}I liked {{.Topic}}.{{else if .News}}{{.News}}.{{else}}Hello.{{end}}", ""},
		{"x", "{{if and .Topic (not .News)}}I liked {{.Topic}}.{{end}}", ""},
		{"x", "{{/* a remark */}}Hello.", ""},
		{"x", "As in [1], <sam@example.org>.", ""},
		{"x", "Hi,\n\n{{.Frist}}", "body 3: There is no {{.Frist}}. Did you mean {{.First}}?"},
		{"x", "{{.Salary}}", "body 1: There is no {{.Salary}}. The list of names shows what there is."},
		{"{{.First.Last}}", "x", "subject 1: There is no {{.First.Last}}. The list of names shows what there is."},
		{"x", "a\n{{First}}", "body 2: Put a full stop before the name: {{.First}}."},
		{"x", "a\nb {{.First}", "body 2: This name is not closed: {{ needs }} behind it."},
		{"x", "a\n{{if .Topic}}b\nc\n", "body 2: {{if}} begins here and never ends: put {{end}} behind the words it is for."},
		{"x", "a\n{{end}}", "body 2: This {{end}} ends nothing: there is no {{if}} before it."},
		{"x", "{{range .Topic}}a{{end}}", "body 1: A letter cannot do \u201crange .Topic\u201d. Names such as {{.Role}} work, and {{if .Topic}} \u2026 {{end}} around what may be left out."},
		{"x", "{{printf .Role}}", "body 1: A letter cannot do \u201cprintf\u201d. Names such as {{.Role}} work, and {{if .Topic}} \u2026 {{end}} around what may be left out."},
		{"x", "{{.Role | not}}", "body 1: A letter cannot do \u201c.Role | not\u201d. Names such as {{.Role}} work, and {{if .Topic}} \u2026 {{end}} around what may be left out."},
		{"x", "{{$x := .Role}}", "body 1: A letter cannot do \u201c$x := .Role\u201d. Names such as {{.Role}} work, and {{if .Topic}} \u2026 {{end}} around what may be left out."},
		{"x", "{{}}", "body 1: Something is missing between {{ and }}."},
		{"x", "a\n\n[Name], hello", "body 3: \u201c[Name]\u201d would stand in the letter as it is. Use a name from the list."},
		{"a\nb", "x", "subject 2: A subject is one line."},
		{"x", " \n", "body 1: The letter is empty."},
		{"x", "{{define \"a\"}}b{{end}}c", "body 1: A letter is one piece: {{define}} and {{block}} do not work here."},
		{"x", strings.Repeat("word ", 5000), "body 0: This is too long for a letter."},
	}
	for _, c := range cases {
		var got []string
		tmpl := Template{Stage: "thank_you", Subject: c.subject, Body: c.body}
		for _, p := range tmpl.Problems() {
			got = append(got, fmt.Sprintf("%s %d: %s", p.Part, p.Line, p.Say))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q, %.60q: got %q, want %q", c.subject, c.body, got, c.want)
		}
		_, err := WriteWith(tmpl, full("thank_you", data.ToneWarm))
		var broken *Broken
		if wrong := c.want != ""; errors.As(err, &broken) != wrong || errors.Is(err, data.ErrInvalid) != wrong {
			t.Errorf("%q, %.60q: got %v when it is used", c.subject, c.body, err)
		}
	}
}

func FuzzTemplateProblems(f *testing.F) {
	for _, s := range []string{"", "{{", "{{if .Topic}}", "{{end}}", "{{.Role}}\n{{else}}", "{{template \"x\"}}", "{{with .Role}}{{.}}{{end}}", "{{-.Topic-}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tmpl := Template{Stage: "thank_you", Subject: "x", Body: text}
		for _, p := range tmpl.Problems() {
			if p.Say == "" || p.Line < 0 || p.Line > 1+strings.Count(text, "\n") {
				t.Errorf("got %+v for %q", p, text)
			}
		}
		d, err := WriteWith(tmpl, bare("thank_you", data.ToneWarm))
		if err == nil && strings.Contains(d.Body, hole) && !strings.Contains(text, hole) {
			t.Errorf("got a hole in %q", d.Body)
		}
	})
}

func TestOwnTemplateLeavesOutWhatNobodyKnows(t *testing.T) {
	tmpl := Template{
		Stage: "thank_you", Subject: "Thanks from {{.Me}} on {{ .Topic }}",
		Body: "{{.Greeting}},\n\nThank you for {{.Day}}. I liked {{.Topic}} a lot. Yours is a good team.\n\nI bring {{.Strength}}.\n\n{{.Me}}",
	}
	cases := []struct {
		topic, strength, subject, body string
	}{
		{"maps", "care", "Thanks from Sam Lind on maps", "Hi Dana,\n\nThank you for on Tuesday. I liked maps a lot. Yours is a good team.\n\nI bring care.\n\nSam Lind\n"},
		{"", "care", "Thank you, data analyst interview", "Hi Dana,\n\nThank you for on Tuesday. Yours is a good team.\n\nI bring care.\n\nSam Lind\n"},
		{"", "", "Thank you, data analyst interview", "Hi Dana,\n\nThank you for on Tuesday. Yours is a good team.\n\nSam Lind\n"},
	}
	for _, c := range cases {
		b := bare("thank_you", data.ToneWarm)
		b.Topic, b.Strength = c.topic, c.strength
		d, err := WriteWith(tmpl, b)
		if err != nil || d.Subject != c.subject || d.Body != c.body {
			t.Errorf("%q %q: got %v, %q,\n%s\nwant %q,\n%s", c.topic, c.strength, err, d.Subject, d.Body, c.subject, c.body)
		}
	}
	b := bare("thank_you", data.ToneWarm)
	b.Me = ""
	var missing *Missing
	if _, err := WriteWith(tmpl, b); !errors.As(err, &missing) || !slices.Equal(missing.Values, []string{"me.name"}) {
		t.Errorf("got %v, want me.name missing", err)
	}
}

func TestPreviewOfOurTemplates(t *testing.T) {
	for _, lang := range Languages() {
		for _, stage := range Stages() {
			for _, tone := range tones() {
				for _, tmpl := range Templates(stage, tone, lang) {
					d, err := Preview(tmpl)
					if err != nil || d.Language != lang {
						t.Errorf("%s %s %s: got %q, %v", lang, stage, tone, d.Language, err)
					}
				}
			}
		}
		for _, v := range Variables(lang) {
			if v.Sample == "" || v.Say == "" || v.Insert != "{{."+v.Name+"}}" {
				t.Errorf("%s: got %+v, want words and a sample", lang, v)
			}
		}
	}
}

func TestSignature(t *testing.T) {
	b := bare("thank_you", data.ToneBrief)
	for _, s := range []string{"+1 555 0100\nexample.org/sam\n", "Sam Lind\r\n+1 555 0100 \r\nexample.org/sam"} {
		b.Signature = s
		d, err := Write(b)
		if want := "Best,\nSam Lind\n+1 555 0100\nexample.org/sam\n"; err != nil || !strings.HasSuffix(d.Body, want) {
			t.Errorf("got %v, %q, want the end %q", err, d.Body, want)
		}
	}
}
