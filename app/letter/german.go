package letter

import (
	"strings"
	"sync"

	"afterword/assets"
)

// german is the book for German letters, as english is for English ones.
var german = sync.OnceValue(func() *book {
	b, err := readBook(assets.Letters(), German)
	if err != nil {
		panic(err)
	}
	return b
})

// bookFor returns the book of a language (BCP 47), that of English where there
// is none.
func bookFor(lang string) *book {
	if known, _ := LanguageFor(lang); known == German {
		return german()
	}
	return english()
}

func (c Context) book() *book { return bookFor(c.Language) }

// german reports whether the letter is in German.
func (c Context) german() bool { return c.book().folds }

// toned reports whether there are rules of tone for the language of the letter.
func (c Context) toned() bool {
	_, known := LanguageFor(c.Language)
	return known
}

// form returns p as the spoken patterns of the book read it.
func (b *book) form(p plain) plain {
	if b.folds {
		return p.germanForm()
	}
	return p.spokenForm()
}

// folded writes a pattern's umlauts as germanForm does. A pattern holds none in
// brackets.
func (b *book) folded(pattern string) string {
	if !b.folds {
		return pattern
	}
	return umlauts().Replace(pattern)
}

var umlauts = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("\u00e4", "ae", "\u00f6", "oe", "\u00fc", "ue", "\u00df", "ss")
})

// germanForm returns p in small letters with "ae" for an umlaut, as it is typed
// where there are none: the edge of a word is then known by its letter. Both are
// two bytes long.
func (p plain) germanForm() plain {
	out := newWriting(len(p.text))
	for i := 0; i < len(p.text); i++ {
		if two := foldedPair(p.text[i:]); two != "" {
			out.add(two[0], p.at(i))
			i++
			out.add(two[1], p.at(i))
			continue
		}
		c := p.text[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		out.add(c, p.at(i))
	}
	return out.done(p.at(len(p.text)))
}

// foldedPair returns the two letters for an umlaut at the start of s, "" for
// anything else.
func foldedPair(s string) string {
	if len(s) < 2 || s[0] != 0xc3 {
		return ""
	}
	switch s[:2] {
	case "\u00e4", "\u00c4":
		return "ae"
	case "\u00f6", "\u00d6":
		return "oe"
	case "\u00fc", "\u00dc":
		return "ue"
	case "\u00df":
		return "ss"
	}
	return ""
}

// germanElement says that a letter lacks an element, and a sentence that has it.
func germanElement(name string) (say, try string) {
	switch name {
	case "THANKS":
		return "Der Dank fehlt.", "Vielen Dank f\u00fcr Ihre Zeit."
	case "INTEREST":
		return "Es fehlt, dass Sie interessiert sind.", "Mein Interesse an der Stelle ist gro\u00df."
	case "HELP":
		return "Es fehlt ein Angebot zu helfen.", "Kann ich Ihnen noch etwas schicken?"
	case "CONNECTION":
		return "Es fehlt die Bitte, in Kontakt zu bleiben.", "Ich w\u00fcrde gern in Kontakt bleiben."
	}
	return "Es fehlt der Blick nach vorn.", "Wenn eine \u00e4hnliche Stelle frei wird, denken Sie gern an mich."
}

// germanFitting is fitting for German: only a check-in asks for the timetable.
func germanFitting(stage, words string) string {
	switch baseStage(stage) {
	case "thank_you":
		return "Mein Interesse an der Stelle ist gro\u00df."
	case "check_in", "any":
		return words
	case "last_note", "rejection_reply":
		return "Ich w\u00fcrde gern in Kontakt bleiben."
	}
	return ""
}
