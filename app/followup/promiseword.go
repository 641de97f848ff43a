package followup

import (
	"strings"
	"unicode"
)

// words splits a text into lower-case words: runs of letters and digits. A
// decimal point stays inside its number, and a dash before a digit is the word
// "-" (schedule.md 15, Words).
func words(text string) []string {
	var out []string
	runes := []rune(strings.ToLower(text))
	var word []rune
	flush := func() {
		if len(word) > 0 {
			out = append(out, string(word))
			word = word[:0]
		}
	}
	for i, r := range runes {
		switch {
		case isWord(r):
			word = append(word, r)
		case isDecimal(runes, i):
			word = append(word, '.')
		default:
			flush()
			if isDash(r) && beforeDigit(runes, i) {
				out = append(out, "-")
			}
		}
	}
	flush()
	return out
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isDash(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '–', '—':
		return true
	}
	return false
}

// isDecimal reports whether the i-th rune is a point or comma between digits, of
// which exactly one or two follow.
func isDecimal(runes []rune, i int) bool {
	if runes[i] != '.' && runes[i] != ',' || i == 0 || !unicode.IsDigit(runes[i-1]) {
		return false
	}
	n := 0
	for j := i + 1; j < len(runes) && isWord(runes[j]); j++ {
		if !unicode.IsDigit(runes[j]) || n == 2 {
			return false
		}
		n++
	}
	return n > 0
}

// beforeDigit reports whether a digit follows the i-th rune, perhaps after
// spaces.
func beforeDigit(runes []rune, i int) bool {
	for _, r := range runes[i+1:] {
		if !unicode.IsSpace(r) {
			return unicode.IsDigit(r)
		}
	}
	return false
}
