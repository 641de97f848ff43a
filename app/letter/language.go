package letter

import (
	"slices"

	"golang.org/x/text/language"
)

// The languages of letters (BCP 47).
const (
	English = "en"
	German  = "de"
)

// Languages returns the languages that letters can be written in, English
// first.
func Languages() []string { return []string{English, German} }

// LanguageFor returns the language of a letter for the one wished for (BCP 47),
// and whether it is the wished one. Where there are no letters in a language
// they are in English, and the desk says so.
func LanguageFor(wish string) (string, bool) {
	if wish == "" {
		return English, true
	}
	tag, err := language.Parse(wish)
	if err != nil {
		return English, false
	}
	base, _ := tag.Base()
	if slices.Contains(Languages(), base.String()) {
		return base.String(), true
	}
	return English, false
}
