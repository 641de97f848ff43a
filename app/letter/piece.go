package letter

import (
	"strings"
	"unicode"
)

// pieces cuts a paragraph into sentences; each keeps the space behind it, so
// that joined they are the paragraph again.
func pieces(p string) []string {
	var all []string
	start := 0
	runes := []rune(p)
	at := 0 // byte offset of runes[i]
	for i, r := range runes {
		at += len(string(r))
		if r != '.' && r != '!' && r != '?' && r != '\u2026' || i+1 < len(runes) && !unicode.IsSpace(runes[i+1]) {
			continue
		}
		if r == '.' && abbreviated(p[start:at]) {
			continue
		}
		end := at
		for _, s := range runes[i+1:] {
			if !unicode.IsSpace(s) {
				break
			}
			end += len(string(s))
		}
		all = append(all, p[start:end])
		start = end
	}
	if start < len(p) {
		all = append(all, p[start:])
	}
	return all
}

// abbreviated reports whether the stop at the end of s belongs to a word: "Dr.",
// "e.g.", the number of a German date.
func abbreviated(s string) bool {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	word := strings.TrimSuffix(s[i+1:], ".")
	if isTitle(word) || isGermanTitle(word) {
		return true
	}
	switch strings.ToLower(word) {
	case "e.g", "i.e", "etc", "approx", "z.b", "d.h", "bzw", "ca", "inc", "ltd", "st", "no", "nr", "vs":
		return true
	}
	return word != "" && len(word) <= 2 && strings.Trim(word, "0123456789") == "" // "17. November"
}
