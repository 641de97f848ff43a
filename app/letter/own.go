package letter

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"afterword/assets"
	"afterword/data"
)

// A Template is the text of a letter with names between double braces, such as
// {{.Role}}; what stands between {{if .Topic}} and {{end}} is left out when
// there is no topic.
type Template struct {
	Stage    string    // of Stages
	Tone     data.Tone // "" for every tone
	Language string    // of Languages; "" is English
	Subject  string
	Body     string
}

// A Problem is what is wrong with a template, in the user's language.
type Problem struct {
	Part string // "subject" or "body"
	Line int    // in that part, from 1; 0 when the whole part is meant
	Say  string
}

// A Broken is the error of a template that cannot be used. It wraps
// data.ErrInvalid.
type Broken struct{ Problems []Problem }

// Error names the first problem.
func (b *Broken) Error() string {
	p := b.Problems[0]
	return fmt.Sprintf("own template: %s line %d: %s: %v", p.Part, p.Line, p.Say, data.ErrInvalid)
}

// Unwrap returns data.ErrInvalid.
func (b *Broken) Unwrap() error { return data.ErrInvalid }

// Templates returns the templates that Afterword brings for a stage, tone and
// language, to begin one's own from. A panel has several.
func Templates(stage string, tone data.Tone, lang string) []Template {
	lang, _ = LanguageFor(lang)
	var all []Template
	for _, f := range templates(lang)[stage][tone] {
		all = append(all, f.source)
	}
	return all
}

// WriteWith returns the draft for b in the user's own words (letters.md 4.1).
// The error is a *Broken when Problems finds any, so that a wrong template is
// never used, and a *Missing as of Write. A sentence that names an optional
// value nobody knows is left out, also without an {{if}} around it.
func WriteWith(t Template, b Brief) (Draft, error) {
	if found := t.Problems(); len(found) > 0 {
		return Draft{}, &Broken{found}
	}
	if t.Language != "" {
		b.Language = t.Language
	}
	b.Language, _ = LanguageFor(b.Language)
	b.Stage = firstOf(t.Stage, b.Stage)
	f, err := newOwnForm(t)
	if err != nil {
		return Draft{}, &Broken{[]Problem{{Part: "body", Say: err.Error()}}}
	}
	d, err := f.fill(b)
	if err != nil {
		return Draft{}, err
	}
	if d.Body = withoutHoles(d.Body); strings.Contains(d.Subject, hole) || d.Subject == "" {
		d.Subject = b.plainSubject()
	}
	return d, nil
}

// plainSubject is the subject of Afterword's own letter, for a template whose
// subject lacks a value.
func (b Brief) plainSubject() string {
	d, err := Write(b)
	if err != nil {
		return firstOf(b.Role, b.Me)
	}
	return d.Subject
}

// hole stands in a filled template for an optional value that nobody knows.
const hole = "\x00"

var bareName = regexp.MustCompile(`\{\{(-?)\s*\.(\w+)\s*(-?)\}\}`)

// newOwnForm reads a template so that optional values leave a hole behind.
func newOwnForm(t Template) (form, error) {
	f := form{stage: t.Stage, source: t}
	mark := func(s string) string {
		s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), hole, "") // what no keyboard types
		return bareName.ReplaceAllStringFunc(s, func(m string) string {
			name := bareName.FindStringSubmatch(m)
			if !slices.Contains(optional, name[2]) {
				return m
			}
			return "{{" + trimSign(name[1], true) + "hole ." + name[2] + trimSign(name[3], false) + "}}"
		})
	}
	filled := template.FuncMap{"hole": func(s string) string { return firstOf(s, hole) }}
	var err error
	if f.subject, err = template.New("subject").Funcs(filled).Parse(mark(t.Subject)); err != nil {
		return f, err
	}
	if f.body, err = template.New("body").Funcs(filled).Parse(mark(t.Body)); err != nil {
		return f, err
	}
	f.needs = needed(f.body, needed(f.subject, nil))
	return f, nil
}

func trimSign(sign string, before bool) string {
	switch {
	case sign == "":
		return ""
	case before:
		return "- "
	}
	return " -"
}

// withoutHoles takes out every sentence with a hole, and paragraphs that are
// empty then.
func withoutHoles(body string) string {
	if !strings.Contains(body, hole) {
		return body
	}
	var kept []string
	body = strings.ToValidUTF8(body, "\uFFFD") // a value may come from anywhere
	for _, p := range strings.Split(strings.TrimRight(body, "\n"), "\n\n") {
		whole := strings.Contains(p, hole)
		var sb strings.Builder
		for _, s := range pieces(p) {
			if !strings.Contains(s, hole) {
				sb.WriteString(s)
			}
		}
		if p = strings.TrimSpace(sb.String()); p != "" || !whole {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n\n") + "\n"
}

// Preview returns what a template makes of sample values, for the editor. The
// error is that of WriteWith.
func Preview(t Template) (Draft, error) {
	b := Brief{Stage: t.Stage, Tone: t.Tone, Language: t.Language}
	for _, v := range Variables(t.Language) {
		b.set(v.Name, v.Sample)
	}
	return WriteWith(t, b)
}

// A Variable is a name that templates may use.
type Variable struct {
	Name     string // "Topic"
	Insert   string // what to put into the text: "{{.Topic}}"
	Say      string // what it is, in the user's language
	Sample   string // in the language of the letter
	Optional bool   // its sentence is left out when nobody knows it
}

var optional = []string{"Topic", "Strength", "NextStep", "Deadline", "News", "Title", "Signature"}

// Variables returns the names that templates in a language may use, in the
// order of a menu.
func Variables(lang string) []Variable {
	samples := sampleValues(lang)
	var all []Variable
	for _, v := range [][2]string{
		{"Greeting", assets.L("The greeting: Hi Dana, Dear Dr Reyes")},
		{"First", assets.L("What the person is called")},
		{"Last", assets.L("Family name")},
		{"Title", assets.L("Title: Ms, Dr")},
		{"Role", assets.L("The role")},
		{"Company", assets.L("The company")},
		{"Day", assets.L("When you met: on Tuesday")},
		{"Date", assets.L("When you met, as a date: on 17 November")},
		{"Topic", assets.L("What you talked about with this person")},
		{"Strength", assets.L("What you would bring")},
		{"NextStep", assets.L("What comes next")},
		{"PromisedDay", assets.L("The day they named")},
		{"Deadline", assets.L("The day an answer is due")},
		{"News", assets.L("Something new, or something you forgot to say")},
		{"Me", assets.L("Your name")},
		{"Signature", assets.L("The lines below your name")},
	} {
		all = append(all, Variable{
			Name: v[0], Insert: "{{." + v[0] + "}}", Say: v[1], Sample: samples[v[0]],
			Optional: slices.Contains(optional, v[0]),
		})
	}
	return all
}
