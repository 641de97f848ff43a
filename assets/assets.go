// Package assets embeds what the program carries with it, and puts its words
// into the user's language.
//
// It is pure: it reads embedded files only. English text is the key of every
// translation, so that the source reads like the screen.
package assets

import (
	"embed"
	"encoding/json"
	"maps"
	"path"
	"sync/atomic"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed translation/*.json
var translations embed.FS

// localizer is the language in use; nil is English.
var localizer atomic.Pointer[i18n.Localizer]

// Args are the values that a text names between double braces.
type Args map[string]string

// SetLanguage puts all later words into the best match for tags, such as
// "de-DE" (BCP 47), and returns the language chosen. English is always there.
func SetLanguage(tags ...string) string {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	files, err := translations.ReadDir("translation")
	if err != nil {
		return "en"
	}
	for _, f := range files {
		// A file that cannot be read leaves the English words in place.
		_, _ = bundle.LoadMessageFileFS(translations, path.Join("translation", f.Name()))
	}
	localizer.Store(i18n.NewLocalizer(bundle, tags...))
	want, _, _ := language.ParseAcceptLanguage(join(tags))
	chosen, _, _ := language.NewMatcher(bundle.LanguageTags()).Match(want...)
	base, _ := chosen.Base()
	return base.String()
}

// L returns text in the user's language with the values of args filled in.
func L(text string, args ...Args) string {
	msg := &i18n.Message{ID: text, Other: text}
	return say(&i18n.LocalizeConfig{DefaultMessage: msg, TemplateData: merged(args)}, text)
}

// N returns the form of a text that fits count n; {{.N}} stands for the number.
func N(one, other string, n int, args ...Args) string {
	data := maps.Clone(merged(args))
	data["N"] = count(n)
	msg := &i18n.Message{ID: other, One: one, Other: other}
	return say(&i18n.LocalizeConfig{DefaultMessage: msg, TemplateData: data, PluralCount: n}, other)
}

func say(c *i18n.LocalizeConfig, fallback string) string {
	loc := localizer.Load()
	if loc == nil {
		SetLanguage("en")
		loc = localizer.Load()
	}
	s, err := loc.Localize(c)
	if s == "" && err != nil {
		return fallback
	}
	return s
}

func merged(all []Args) Args {
	if len(all) == 1 && all[0] != nil {
		return all[0]
	}
	return Args{}
}
