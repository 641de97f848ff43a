package invite

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A book is how one language speaks of days and times.
type book struct {
	signs   *strings.Replacer // sets signs apart from words
	words   *regexp.Regexp    // what only this language says
	phrases phrasebook
}

// books are the languages that are read phrase by phrase (BCP 47).
var books = sync.OnceValue(func() map[string]*book {
	return map[string]*book{"fr": frenchBook(), "es": spanishBook()}
})

// speaks reports whether a text is of this language by its words.
func (b *book) speaks(text string) bool { return b.words.MatchString(b.apart(text)) }

// apart writes a text with two blanks between words, so that neighbours are both
// read by phrases that begin and end with one.
func (b *book) apart(text string) string {
	return " " + strings.Join(strings.Fields(b.signs.Replace(text)), "  ") + " "
}

// read returns a text with its phrases in English.
func (b *book) read(text string) string {
	text = b.apart(text)
	for _, p := range b.phrases {
		text = p.re.ReplaceAllStringFunc(text, func(s string) string { return p.say(p.re.FindStringSubmatch(s)) })
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), " ,", ",")
}

// byBook returns text with the words of a language in English. Text that is not
// of it by its words is left alone, unless the language is the window's own and
// the words are of no other.
func byBook(language, text string, own bool) string {
	b := books()[language]
	if !b.speaks(text) && (!own || foreign(text)) {
		return text
	}
	return b.read(text)
}

// foreign reports whether a text is of some language by its words.
func foreign(text string) bool {
	for _, b := range books() {
		if b.speaks(text) {
			return true
		}
	}
	return englishWords().MatchString(" " + strings.Join(strings.Fields(text), "  ") + " ")
}

var englishWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i) (?:at|on|the|by|in|next|last|this|of|from|to|until|tomorrow|today|yesterday|\d{1,2}(?::\d\d)? *[ap]\.?m\.?|(?:hours?|days?|weeks?|months?) +ago|` +
		`(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)) `)
})

// A phrase is one way of speaking of days and times, and how English has it.
type phrase struct {
	re  *regexp.Regexp
	say func(m []string) string
}

// A phrasebook collects phrases in the order in which they are read.
type phrasebook []phrase

// say reads whole words: a blank of the pattern stands between two of them, and one
// that may be missing (" ?") between a number and its sign.
func (b *phrasebook) say(pattern string, to func(m []string) string) {
	re := regexp.MustCompile(`(?i) (?:` + strings.NewReplacer(" ?", " *", " ", " +").Replace(pattern) + `) `)
	*b = append(*b, phrase{re, func(m []string) string { return " " + to(m) + " " }})
}

// put is say with the English words; $1 is what the first bracket took.
func (b *phrasebook) put(pattern, english string) {
	b.say(pattern, func(m []string) string {
		out := english
		for i, took := range m {
			out = strings.ReplaceAll(out, "$"+strconv.Itoa(i), took)
		}
		return out
	})
}
