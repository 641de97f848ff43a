package reply

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// phraseFiles hold the phrases that the rules look for, one to a line. Each
// file is one set, says at its head what it is for, and may be added to by
// somebody who does not program:
//
//   - a phrase is written in small letters, with ' and - for their kin
//   - … stands for up to forty characters within one sentence
//   - a word is matched whole, but for * at the end, which leaves it open
//   - ^ at the beginning: only at the start of the text
//   - a line that begins with # is a remark
//
//go:embed phrases/*.txt
var phraseFiles embed.FS

// A phrase is one line of a set, in the parts that … divides.
type phrase struct {
	parts  []string
	open   bool // its last word may go on
	anchor bool // at the start of the text alone
}

// A phraseSet is one file of phrases, by their first letters.
type phraseSet map[[2]byte][]phrase

// gap is how many bytes … may stand for.
const gap = 60

// readSet reads one file of phrases, or several as one. A line that is too short
// to look for is a mistake of ours, which a test finds.
func readSet(names ...string) phraseSet {
	set := make(phraseSet)
	for _, name := range names {
		set.read(name)
	}
	return set
}

func (s phraseSet) read(name string) {
	text, _ := phraseFiles.ReadFile("phrases/" + name + ".txt") // part of the program; a test names each
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		var p phrase
		line, p.anchor = strings.CutPrefix(line, "^")
		line, p.open = strings.CutSuffix(line, "*")
		for part := range strings.SplitSeq(line, "…") { // before it is written as three full stops
			p.parts = append(p.parts, strings.TrimSpace(norm.NFKC.String(part)))
		}
		if len(p.parts[0]) < 2 {
			continue
		}
		key := [2]byte{p.parts[0][0], p.parts[0][1]}
		s[key] = append(s[key], p)
	}
}

// in reports whether a plain text holds a phrase of the set.
func (s phraseSet) in(text string) bool {
	start, _ := s.first(text)
	return start >= 0
}

// without returns a plain text without the phrases of a set.
func without(set phraseSet, text string) string {
	start, end := set.first(text)
	if start < 0 {
		return text
	}
	var b strings.Builder
	for ; start >= 0; start, end = set.first(text) {
		b.WriteString(text[:start])
		text = text[end:] // a phrase ends with its word, so that the rest begins with one
	}
	return b.String() + text
}

// first returns where the first phrase of the set begins and ends in a plain
// text, or -1 twice.
func (s phraseSet) first(text string) (start, end int) {
	for i := 0; i+1 < len(text); i++ {
		if insideWord(text, i) {
			continue
		}
		for _, p := range s[[2]byte{text[i], text[i+1]}] {
			if e := p.end(text, i); e >= 0 {
				return i, e
			}
		}
	}
	return -1, -1
}

// last returns where the last phrase of the set begins and ends in a plain
// text, or -1 twice.
func (s phraseSet) last(text string) (start, end int) {
	start, end = -1, -1
	for i := 0; i+1 < len(text); i++ {
		if insideWord(text, i) {
			continue
		}
		for _, p := range s[[2]byte{text[i], text[i+1]}] {
			if e := p.end(text, i); e >= 0 && (start < i || e > end) {
				start, end = i, e
			}
		}
	}
	return start, end
}

// starts reports whether a plain text begins with a phrase of the set.
func (s phraseSet) starts(text string) bool {
	if len(text) < 2 {
		return false
	}
	for _, p := range s[[2]byte{text[0], text[1]}] {
		if p.end(text, 0) >= 0 {
			return true
		}
	}
	return false
}

// end returns where the phrase ends that begins at i, or -1.
func (p phrase) end(text string, i int) int {
	if p.anchor && i > 0 || !strings.HasPrefix(text[i:], p.parts[0]) || !opens(text, i) {
		return -1
	}
	at := i + len(p.parts[0])
	for _, part := range p.parts[1:] {
		window := sentence(text[at:min(len(text), at+gap+len(part))])
		n := strings.Index(window, part)
		if n < 0 || !opens(text, at+n) {
			return -1
		}
		at += n + len(part)
	}
	if !p.open && !closes(text, at) {
		return -1
	}
	return at
}

// sentence returns a text up to the end of its sentence; a full stop behind a
// number or a short word ends none.
func sentence(text string) string {
	for i := range len(text) - 1 {
		if (text[i] == '.' || text[i] == '!' || text[i] == '?') && text[i+1] == ' ' && (i < 3 || text[i-3] != ' ') && (i == 0 || text[i-1] < '0' || text[i-1] > '9') || text[i] == '\n' {
			return text[:i]
		}
	}
	return text
}

// insideWord reports, for the letters of English alone, that no word begins at i:
// most places are such, and need no looking up.
func insideWord(text string, i int) bool {
	return text[i] >= 'a' && text[i] <= 'z' && i > 0 && text[i-1] >= 'a' && text[i-1] <= 'z' || !utf8.RuneStart(text[i])
}

// opens reports whether a word may begin at i: no letter of the same word
// stands before it. Chinese, Japanese, Korean and Thai write without blanks.
func opens(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	first, _ := utf8.DecodeRuneInString(text[i:])
	return !wordRune(before) || !wordRune(first)
}

// closes reports whether a word may end before i.
func closes(text string, i int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return !wordRune(last) || !wordRune(after)
}

// wordRune reports whether a rune is part of a word that blanks set apart.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// plain writes a text as the phrases are written: small letters, one kind of
// apostrophe and dash, single blanks, and a line end between paragraphs alone.
func plain(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	blank, line := false, 0
	for _, r := range norm.NFKC.String(text) {
		switch r {
		case '\n':
			line++
			blank = true
			continue
		case ' ', '\t', '\r', '\u00a0', '\u202f', '\u3000', '*', '_':
			blank = true
			continue
		case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff', '\u00ad', '\u0307':
			continue
		case '\u2019', '\u2018', '\u02bc', '`', '\u00b4':
			r = '\''
		case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212':
			r = '-'
		}
		if blank && b.Len() > 0 {
			b.WriteByte(" \n"[min(1, line/2)])
		}
		blank, line = false, 0
		b.WriteRune(digit(unicode.ToLower(r)))
	}
	return b.String()
}

// digit writes the digits of other scripts as 0 to 9.
func digit(r rune) rune {
	for _, zero := range []rune{'\u0660', '\u06f0', '\u0966', '\u0e50'} {
		if r >= zero && r < zero+10 {
			return '0' + r - zero
		}
	}
	return r
}
