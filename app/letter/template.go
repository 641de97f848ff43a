package letter

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"text/template"
	"text/template/parse"
	"unicode"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
)

// A form is one template of a letter.
type form struct {
	stage         string
	subject, body *template.Template
	needs         []string // names used outside any {{if}}, in the order of use
	source        Template
}

// A shelf holds the forms of one language by stage and tone, in the order of
// their file.
type shelf map[string]map[data.Tone][]form

var shelves = sync.OnceValue(func() map[string]shelf {
	all := map[string]shelf{}
	for _, lang := range Languages() {
		all[lang] = readShelf(lang)
	}
	return all
})

// templates returns the forms of a language that Languages names.
func templates(lang string) shelf { return shelves()[lang] }

// readShelf reads the files of a language. They are embedded and tested: one
// that cannot be read is left out.
func readShelf(lang string) shelf {
	all := shelf{}
	files, _ := fs.Glob(assets.Letters(), lang+"/*.txt")
	for _, name := range files {
		text, err := fs.ReadFile(assets.Letters(), name)
		if err != nil {
			continue
		}
		stage := strings.TrimSuffix(path.Base(name), ".txt")
		all[stage] = readForms(lang, stage, string(text))
	}
	return all
}

// readForms reads a file of templates: a line "== tone", a line "Subject: …",
// an empty line and the body, and so on.
func readForms(lang, stage, text string) map[data.Tone][]form {
	forms := map[data.Tone][]form{}
	for _, part := range strings.Split("\n"+text, "\n== ")[1:] {
		tone, rest, _ := strings.Cut(part, "\n")
		subject, body, _ := strings.Cut(rest, "\n\n")
		t := Template{Stage: stage, Tone: data.Tone(tone), Language: lang, Subject: strings.TrimPrefix(subject, "Subject: "), Body: strings.TrimSpace(body)}
		f, err := newForm(t)
		if err == nil {
			forms[data.Tone(tone)] = append(forms[data.Tone(tone)], f)
		}
	}
	return forms
}

func newForm(t Template) (form, error) {
	f := form{stage: t.Stage, source: t}
	var err error
	if f.subject, err = template.New("subject").Option("missingkey=zero").Parse(t.Subject); err != nil {
		return f, fmt.Errorf("subject of %s: %w", t.Stage, err)
	}
	if f.body, err = template.New("body").Option("missingkey=zero").Parse(t.Body); err != nil {
		return f, fmt.Errorf("body of %s: %w", t.Stage, err)
	}
	f.needs = needed(f.body, needed(f.subject, nil))
	return f, nil
}

// needed adds to names those that t uses whatever the other values are.
func needed(t *template.Template, names []string) []string {
	if t.Tree == nil || t.Root == nil {
		return names
	}
	for _, n := range t.Root.Nodes {
		action, ok := n.(*parse.ActionNode)
		if !ok || len(action.Pipe.Cmds) != 1 || len(action.Pipe.Cmds[0].Args) != 1 {
			continue
		}
		if field, ok := action.Pipe.Cmds[0].Args[0].(*parse.FieldNode); ok && !slices.Contains(names, field.Ident[0]) {
			names = append(names, field.Ident[0])
		}
	}
	return names
}

// begun begins a subject with a capital where a role came first; a word such as
// "iOS" keeps its own.
func begun(subject string) string {
	first, _, _ := strings.Cut(subject, " ")
	if first != strings.ToLower(first) {
		return subject
	}
	r, n := utf8.DecodeRuneInString(subject)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + subject[n:]
}

// fill writes the letter, or says what it lacks.
func (f form) fill(b Brief) (Draft, error) {
	values := b.values()
	var missing []string
	for _, name := range f.needs {
		if key := settingOf(name); values[name] == "" && !slices.Contains(missing, key) {
			missing = append(missing, key)
		}
	}
	if missing != nil {
		return Draft{}, &Missing{Stage: f.stage, Values: missing}
	}
	subject, err := run(f.subject, values)
	if err != nil {
		return Draft{}, err
	}
	body, err := run(f.body, values)
	if err != nil {
		return Draft{}, err
	}
	subject = begun(subject)
	if b.Answers != "" {
		subject = Re(b.Answers)
	}
	if s := values["Signature"]; s != "" && strings.HasSuffix(strings.TrimSpace(f.source.Body), "{{.Me}}") {
		body += "\n" + s
	}
	return Draft{Subject: subject, Body: body + "\n", Language: b.Language}, nil
}

func run(t *template.Template, values map[string]string) (string, error) {
	var sb strings.Builder
	if err := t.Execute(&sb, values); err != nil {
		return "", fmt.Errorf("fill in letter: %w", err)
	}
	return strings.TrimSpace(sb.String()), nil
}

// settingOf returns what the user knows the value of a template by.
func settingOf(name string) string {
	switch name {
	case "Me":
		return "me.name"
	case "Hello", "Dear", "Greeting", "First", "Last":
		return "person"
	case "Day", "Date":
		return "date"
	case "PromisedDay":
		return "promised"
	}
	return strings.ToLower(name)
}

// Re returns the subject of an answer to a mail with the given subject: one
// "Re:" in front, whatever stood there (RFC 5322 3.6.5).
func Re(subject string) string {
	s := strings.Join(strings.Fields(subject), " ")
	for {
		head, rest, ok := strings.Cut(s, ":")
		if !ok || !isAnswerMark(head) {
			return "Re: " + s
		}
		s = strings.TrimSpace(rest)
	}
}

// isAnswerMark knows the marks that mail programs put before the subject of an
// answer, in several languages, also counted: "RE[2]".
func isAnswerMark(s string) bool {
	s = strings.TrimRight(strings.ToLower(strings.TrimSpace(s)), "[]()0123456789")
	return slices.Contains([]string{"re", "aw", "antw", "sv", "vs", "rif", "odp", "ref"}, s)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
