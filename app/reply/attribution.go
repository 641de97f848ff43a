package reply

import (
	"regexp"
	"slices"
	"strings"
)

// The marks of a line that introduces a quote: a day or an hour, and an address
// in brackets.
var (
	written   = regexp.MustCompile(`\d{1,2}[:.h]\d{2}|\b\d{4}\b|\d{4}年|\d{1,2}[./-]\d{1,2}[./-]\d{2}`)
	addressed = regexp.MustCompile(`[<(\[]\s*[^<>()\[\]\s]+@[^<>()\[\]\s]+\s*[>)\]]|mailto:`)
)

// attribution returns how many lines introduce a quote at the line at hand, 0
// for none, and whether it is sure without a marked quote below: mail programs
// break the line where they like.
func (f *folding) attribution() (n int, sure bool) {
	joined := ""
	for k, line := range f.lines[f.at:min(f.at+7, len(f.lines))] {
		line = strings.TrimSpace(line)
		if line == "" && (k == 0 || !strings.HasPrefix(joined, "On ")) || quoted(line+" ") || len(joined) > 300 {
			return 0, false
		}
		joined = strings.TrimSpace(joined + " " + line)
		if n == 0 && k == 0 && withDay(joined) && addressed.MatchString(joined) && strings.HasSuffix(joined, ">") && f.quoteFollows(f.at+1) {
			return 1, false
		}
		if !introduces(line) {
			if k == 0 && !mayBegin(line) {
				return 0, false
			}
			continue
		}
		switch ok, certain := attributes(joined); {
		case ok:
			return k + 1, certain
		case k > 0:
			return 0, false
		}
	}
	return 0, false
}

// introduces reports whether a line ends as an introduction does.
func introduces(line string) bool {
	line = strings.TrimRight(line, "*- \u200e\u200f\u202c")
	return strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：") || strings.HasSuffix(line, "wrote")
}

// mayBegin reports whether an introduction of several lines may begin so.
func mayBegin(line string) bool {
	return withDay(line) || addressed.MatchString(line) || strings.ContainsAny(line, "0123456789") && slices.Contains(onWords(), firstWord(strings.ToLower(line)))
}

func withDay(line string) bool { return written.MatchString(line) }

// attributes judges the joined lines of an introduction. It is certain where a
// date and an address stand in it, or the verb with one of them.
func attributes(joined string) (ok, certain bool) {
	p := plain(joined)
	verb, day, address := said().wrote.in(p), withDay(joined), addressed.MatchString(joined)
	onDay := slices.Contains(onWords(), firstWord(strings.Trim(p, "-> "))) || p[0] >= '0' && p[0] <= '9'
	switch {
	case address && day, verb && address, verb && day && onDay && len(joined) < 200:
		return true, true
	case verb && len(joined) < 120:
		return true, false
	}
	return false, false
}

// onWords are the words before the day in the introductions of many languages.
func onWords() []string {
	return []string{
		"on", "at", "am", "le", "el", "il", "op", "em", "no", "a", "den", "d.", "på", "w", "dnia", "dne", "dňa", "pe", "în", "в", "на", "у", "ду", "në",
		"dana", "dne:", "stt", "στις", "ב", "في", "在", "于", "tarihinde", "vào", "pada", "kirjoitti", "hé", "în", "pirmd.,", "mon,", "tue,", "wed,", "thu,", "fri,", "sat,", "sun,",
	}
}
