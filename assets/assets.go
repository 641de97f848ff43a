// Package assets embeds what the program carries with it, and puts its words
// into the user's language.
//
// It is pure: it reads embedded files only. English text is the key of every
// translation, so that the source reads like the screen.
package assets

import (
	"embed"
	"encoding/json"
	"path"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

//go:embed translation/*.json
var translations embed.FS

// inUse is the language in use; nil is English.
var inUse atomic.Pointer[tongue]

// Spoken returns the language in use (BCP 47), such as "de".
func Spoken() string { return speech().tag.String() }

// Args are the values that a text names between double braces.
type Args map[string]string

// SetLanguage puts all later words into the best match for tags, such as
// "de-DE" (BCP 47), and returns the language chosen. English is always there.
func SetLanguage(tags ...string) string {
	var known []language.Tag
	for _, tag := range Languages() {
		known = append(known, language.Make(tag))
	}
	want, _, _ := language.ParseAcceptLanguage(join(tags))
	chosen, _, _ := language.NewMatcher(known).Match(want...)
	base, _ := chosen.Base()
	bundle := i18n.NewBundle(language.English)
	if base.String() != "en" { // the others are not read: they take time and memory
		// A catalogue that cannot be read leaves the English words in place.
		_ = bundle.AddMessages(language.Make(base.String()), messages(base.String())...)
	}
	inUse.Store(&tongue{localizer: i18n.NewLocalizer(bundle, base.String()), tag: language.Make(base.String())})
	return base.String()
}

// messages returns the texts of a language. The library's own reader would take
// the words "one" and "other" among them for forms of a text.
func messages(tag string) []*i18n.Message {
	b, err := translations.ReadFile(path.Join("translation", tag+".json"))
	if err != nil {
		return nil
	}
	var texts map[string]json.RawMessage
	if json.Unmarshal(b, &texts) != nil {
		return nil
	}
	var all []*i18n.Message
	for id, text := range texts {
		m := &i18n.Message{}
		if json.Unmarshal(text, &m.Other) != nil && json.Unmarshal(text, m) != nil {
			continue
		}
		m.ID = id
		all = append(all, m)
	}
	return all
}

// Languages returns the languages that all words are there in (BCP 47), English
// first.
func Languages() []string {
	all := []string{"en"}
	files, err := translations.ReadDir("translation")
	if err != nil {
		return all // cannot be: they are embedded
	}
	for _, f := range files {
		if tag := strings.TrimSuffix(f.Name(), ".json"); tag != "en" {
			all = append(all, tag)
		}
	}
	return all
}

// LanguageName returns the name of a language in its own words.
func LanguageName(tag string) string { return display.Self.Name(language.Make(tag)) }

// Country returns the name of a country (ISO 3166) in the user's language.
func Country(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	return display.Regions(speech().tag).Name(region)
}

// L returns text in the user's language with the values of args filled in.
func L(text string, args ...Args) string {
	t := speech()
	pattern, ok := t.patterns.Load(text)
	if !ok {
		pattern = t.pattern(&i18n.Message{ID: text, Other: text}, nil)
		t.patterns.Store(text, pattern)
	}
	return fill(pattern.(string), args)
}

// C is L for a text whose meaning depends on where it stands, such as a filter
// "Open" beside a button "Open": catalogues have it as "Open|filter".
func C(text, context string) string {
	return speech().pattern(&i18n.Message{ID: text + "|" + context, Other: text}, nil)
}

// N returns the form of a text that fits count n; {{.N}} stands for the number.
func N(one, other string, n int, args ...Args) string {
	m := &i18n.Message{ID: other, One: one, Other: other}
	pattern := speech().pattern(m, n)
	if n == 0 && !strings.Contains(pattern, "{{.N}}") {
		pattern = speech().pattern(m, 2) // French says nothing in the form of one: "une ligne" is no line
	}
	return fill(pattern, append(args, Args{"N": count(n)}))
}

// A tongue is a language with the texts looked up in it so far.
type tongue struct {
	localizer *i18n.Localizer
	tag       language.Tag
	patterns  sync.Map // of string by string: the translation of an English text
}

// speech returns the language in use, English at first.
func speech() *tongue {
	if inUse.Load() == nil {
		SetLanguage("en")
	}
	return inUse.Load()
}

// pattern looks up a translation with its names between double braces.
func (t *tongue) pattern(m *i18n.Message, count any) string {
	s, err := t.localizer.Localize(&i18n.LocalizeConfig{DefaultMessage: m, PluralCount: count, TemplateParser: template.IdentityParser{}})
	if s == "" && err != nil {
		return m.Other
	}
	return s
}

// fill puts values in the place of their names; a name without a value stays.
// The full stop of an abbreviation ends the sentence too: "Acme Inc.", "1. Dez.".
func fill(pattern string, all []Args) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{{.")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, after, closed := strings.Cut(rest, "}}")
		value, known := lookUp(name, all)
		switch {
		case !closed || !known:
			value, after = "{{.", rest
		case strings.HasSuffix(value, "."):
			after = strings.TrimPrefix(after, ".")
		}
		out.WriteString(value)
		pattern = after
	}
}

func lookUp(name string, all []Args) (string, bool) {
	for _, args := range all {
		if value, ok := args[name]; ok {
			return value, true
		}
	}
	return "", false
}
