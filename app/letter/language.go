package letter

import (
	"slices"
	"strings"

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

// smallWords are words that most letters of a language hold, and those of the
// others do not.
var smallWords = map[string]string{
	English: " the and you your for to of with have are i my we that at this would ",
	German:  " und der das ich sie ihnen für mit ist nicht ein eine den dem zu auf wir vielen mich mein ",
}

// languageOf tells by its small words in which language a letter is: one may
// write in another than the one that is set. Where they do not tell it clearly
// it is the one wished for.
func languageOf(body, wish string) string {
	const start = 1000 // bytes: the start of a long letter tells enough
	count := map[string]int{}
	for _, w := range wordsOf(body[:min(len(body), start)]) {
		for lang, small := range smallWords {
			if strings.Contains(small, " "+strings.ToLower(w)+" ") {
				count[lang]++
			}
		}
	}
	const few, clear = 5, 4
	for lang, other := range map[string]string{English: German, German: English} {
		if count[lang] >= few && count[lang] >= clear*count[other] {
			return lang
		}
	}
	return wish
}

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
