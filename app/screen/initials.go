package screen

import (
	"strings"
	"unicode"

	"afterword/data"
)

// single holds the scripts of which one letter stands for a name: two would join
// to another shape, or be read as a word.
var single = []*unicode.RangeTable{unicode.Arabic, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}

// initials returns the first letters of the first two words of a name, and "" when
// no word begins with one.
func initials(name string) string {
	var out string
	n := 0
	for word := range strings.FieldsSeq(name) {
		first := strings.IndexFunc(word, unicode.IsLetter)
		if first < 0 {
			continue
		}
		letter := []rune(word[first:])[0]
		out += string(unicode.ToUpper(letter))
		if n++; n == 2 || unicode.In(letter, single...) {
			break
		}
	}
	return out
}

// initialsOf returns one or two letters for somebody's disc.
func initialsOf(p data.Person) string {
	if letters := initials(p.Name); letters != "" {
		return letters
	}
	for _, r := range p.Address() {
		return strings.ToUpper(string(r))
	}
	return "?"
}
