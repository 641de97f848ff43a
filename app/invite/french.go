package invite

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

// fromFrench returns text with the French words of days and times in English:
// "d'ici la fin de la semaine prochaine" is "by end of next week", "le 1er déc. à
// 9 h 30" is "1 December at 9:30".
func fromFrench(text string, own bool) string { return byBook("fr", text, own) }

func frenchBook() *book {
	return &book{signs: frenchSigns, words: frenchWords(), phrases: frenchRules()}
}

// frenchSigns writes the apostrophe in one way and sets signs apart from words.
var frenchSigns = strings.NewReplacer("\u2019", "'", "\u02bc", "'", ",", " , ", "(", " ( ", ")", " ) ")

var frenchWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i) (?:\x{e0}|d'ici|demain|hier|avant-hier|apr[\x{e8}e]s-demain|aujourd'hui|midi|minuit|matin|soir|apr[\x{e8}e]s-midi|` +
		`\d{1,2} ?heures?|semaines?|jours?|mois|prochaine?|derni[\x{e8}e]re?|1er|\d{1,2}  ma(?:rs|i)|(?:en|fin|d[\x{e9}e]but|mi-|courant) *` + frenchMonth + `|` +
		`lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:` + frenchDay + `)  \d{1,2}  ` + frenchMonth + `|` +
		`janvier|f[\x{e9}e]vrier|avril|juin|juillet|ao[\x{fb}u]t|septembre|octobre|novembre|d[\x{e9}e]cembre|janv\.?|f[\x{e9}e]vr\.?|juil\.?|d[\x{e9}]c\.?) `)
})

// The words of days and months; "mar." is Tuesday, and March behind a number.
const (
	frenchDay   = `lundi|lun\.?|mardi|mar\.?|mercredi|mer\.?|jeudi|jeu\.?|vendredi|ven\.?|samedi|sam\.?|dimanche|dim\.?`
	frenchMonth = `(?:janvier|janv?\.?|f[\x{e9}e]vrier|f[\x{e9}e]vr?\.?|mars|mar\.?|avril|avr\.?|mai|juin|juillet|juil\.?|ao[\x{fb}u]t|septembre|sept?\.?|octobre|oct\.?|novembre|nov\.?|d[\x{e9}e]cembre|d[\x{e9}e]c\.?)`
)

// frenchDayOf and frenchMonthOf name a day or month, written out or short.
func frenchDayOf(word string) string {
	for i, start := range [...]string{"dim", "lun", "mar", "mer", "jeu", "ven", "sam"} {
		if strings.HasPrefix(strings.ToLower(word), start) {
			return time.Weekday(i).String()
		}
	}
	return word
}

func frenchMonthOf(word string) string {
	word = strings.NewReplacer("\u00e9", "e", "\u00fb", "u").Replace(strings.ToLower(word))
	for i, start := range [...]string{"jan", "fe", "mar", "av", "mai", "juin", "juil", "ao", "se", "oc", "no", "de"} {
		if strings.HasPrefix(word, start) {
			return time.Month(i + 1).String()
		}
	}
	return word
}
