package letter

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// wordsOf returns the words of s: runs of letters and digits, with apostrophes
// and hyphens inside them.
func wordsOf(s string) []string {
	words := make([]string, 0, len(s)/6+1)
	from := -1
	add := func(to int) {
		if from >= 0 {
			if w := strings.Trim(s[from:to], "'\u2019-"); w != "" {
				words = append(words, w)
			}
			from = -1
		}
	}
	for i, r := range s {
		switch {
		case !inWordRune(r):
			add(i)
		case from < 0:
			from = i
		}
	}
	add(len(s))
	return words
}

func inWordRune(r rune) bool {
	if r < unicode.MaxASCII {
		return wordByte(byte(r)) || r == '-'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\u2019'
}

// sentences returns the sentences of s. A stop ends one when white space or the
// end follows, a paragraph always does.
func sentences(s string) []string {
	var all []string
	start := 0
	flush := func(end int) {
		if t := strings.TrimSpace(s[start:end]); hasWord(t) {
			all = append(all, t)
		}
		start = end
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' || c == '!' || c == '?':
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); i+1 == len(s) || unicode.IsSpace(next) {
				flush(i + 1)
			}
		case c == '\n' && i+1 < len(s) && s[i+1] == '\n':
			flush(i + 1)
		}
	}
	flush(len(s))
	return all
}

// ease returns the Flesch reading ease of English text: higher is easier
// (letters.md 4.4).
func ease(s string) float64 {
	words := wordsOf(s)
	if len(words) == 0 {
		return 100
	}
	n := 0
	for _, w := range words {
		n += syllables(w)
	}
	perSentence := float64(len(words)) / float64(max(1, len(sentences(s))))
	return 206.835 - 1.015*perSentence - 84.6*float64(n)/float64(len(words))
}

// syllables counts the groups of vowels, without a silent e, -ed and -es.
func syllables(word string) int {
	w := spoken().Replace(strings.ToLower(word))
	n, before := 0, false
	for _, r := range w {
		vowel := strings.ContainsRune("aeiouy\u00e4\u00f6\u00fc\u00e9\u00e8\u00ea\u00e1\u00ed\u00f3\u00fa", r)
		if vowel && !before {
			n++
		}
		before = vowel
	}
	if n > 1 && silentEnd(w) {
		n--
	}
	if stem, ok := strings.CutSuffix(w, "ing"); ok && vowelAt(stem, len(stem)-1) {
		n++ // be-ing, try-ing
	}
	return max(1, n)
}

// spoken drops vowels that are written and not said.
var spoken = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("every", "evry", "interest", "intrest", "different", "diffrent",
		"some", "som", "eful", "ful", "eless", "less", "ely", "ly", "ereby", "erby")
})

func silentEnd(w string) bool {
	switch {
	case strings.HasSuffix(w, "le") && len(w) > 2 && !vowelAt(w, len(w)-3), strings.HasSuffix(w, "ee"):
		return false
	case strings.HasSuffix(w, "e"):
		return !vowelAt(w, len(w)-2)
	case strings.HasSuffix(w, "ed"):
		return len(w) > 3 && !vowelAt(w, len(w)-3) && w[len(w)-3] != 't' && w[len(w)-3] != 'd'
	case strings.HasSuffix(w, "es"):
		return len(w) > 3 && !vowelAt(w, len(w)-3) && !strings.ContainsRune("szxcg", rune(w[len(w)-3])) && !strings.HasSuffix(w, "shes") && !strings.HasSuffix(w, "ches")
	}
	return false
}

func vowelAt(w string, i int) bool { return i >= 0 && strings.IndexByte("aeiouy", w[i]) >= 0 }

// hasWord reports whether s has a letter or a digit.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return inWordRune(r) && r != '\'' && r != '-' && r != '\u2019' })
}
