package letter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/data"
)

// A Swap is other words for a part of a letter's body, in bytes; no words take
// the part out.
type Swap struct {
	Start, End int
	Text       string
}

// Better returns what stands better in place of what a finding is about in a
// letter of a stage, and whether there are such words: where there are none only
// the user can say it. A better sentence takes the place of the whole sentence,
// its neighbours stay; what is missing gets a place of its own.
func Better(stage, body string, f data.Finding) (Swap, bool) {
	if f.End == 0 {
		return addition(body, f)
	}
	if f.Start < 0 || f.End <= f.Start || f.End > len(body) || body[f.Start:f.End] != f.Text {
		return Swap{}, false
	}
	if f.Rule == "GREETING_NAME" {
		return Swap{f.Start, f.End, f.Try}, f.Try != ""
	}
	if f.Rule == "A09" { // one mark is enough
		_, n := utf8.DecodeRuneInString(f.Text)
		return Swap{f.Start, f.End, f.Text[:n]}, true
	}
	words, some := betterWords(f)
	switch {
	case !some:
		return Swap{}, false
	case words == takeWords:
		return withoutWords(body, f), true
	}
	start := f.Start + len(f.Text) - len(strings.TrimLeft(f.Text, ".!? \n\t")) // some rules begin at the end of the sentence before
	if start >= f.End {
		start = f.Start
	}
	from, to := around(body, start, f.End)
	words = fitting(stage, words)
	if words == "" {
		return tidyGap(body, from, to), true
	}
	return Swap{from, to, words}, true
}

// addition puts what a letter lacks where it belongs: the greeting first, a
// sentence before the sign-off.
func addition(body string, f data.Finding) (Swap, bool) {
	switch {
	case f.Rule == "NO_GREETING":
		return Swap{Text: f.Try + "\n\n"}, f.Try != ""
	case !strings.HasPrefix(f.Rule, "MISSING_") || f.Try == "":
		return Swap{}, false
	}
	l := split(body)
	at := l.core.from + len(strings.TrimRight(l.of(l.core), " \n"))
	return Swap{at, at, "\n\n" + f.Try}, true
}

// fitting returns the better sentence for a stage: only a check-in asks for the
// timeframe.
func fitting(stage, words string) string {
	if strings.Contains(words, "Zeitplan") {
		return germanFitting(stage, words)
	}
	if !strings.Contains(words, "timeframe") {
		return words
	}
	switch baseStage(stage) {
	case "thank_you":
		return "I am very interested in the role."
	case "check_in", "any":
		return words
	case "last_note", "rejection_reply":
		return "I would be glad to stay in touch."
	}
	return ""
}

// takeWords stands for taking out the words alone and leaving their sentence.
const takeWords = "-"

// betterWords returns the sentence that a tone rule offers. Some rules can only
// say what to do, and some words are better left out.
func betterWords(f data.Finding) (string, bool) {
	switch f.Rule {
	case "A11", "D02":
		return takeWords, true
	case "A10", "C01", "C02", "V01":
		return "", false
	}
	is := func(r rule) bool { return r.ID == f.Rule }
	known := slices.ContainsFunc(english().Rules, is) || slices.ContainsFunc(german().Rules, is)
	return f.Try, known && f.Try != ""
}

// around returns where the sentence begins and ends that holds body[start:end].
func around(body string, start, end int) (from, to int) {
	from, to = bounds(body, start, end)
	for at := from; at < to; at++ {
		if !strings.ContainsRune(".!?", rune(body[at])) || at+1 < to && !strings.ContainsRune(" \n\t", rune(body[at+1])) || endsAbbreviation(body[from:at]) {
			continue
		}
		switch {
		case at < start:
			from = at + 1
		case at+1 >= end:
			to = at + 1
		}
	}
	for from < start && strings.ContainsRune(" \n\t", rune(body[from])) {
		from++
	}
	for to > end && strings.ContainsRune(" \n\t", rune(body[to-1])) {
		to--
	}
	return from, to
}

// bounds limits the sentence that holds body[start:end] by what no sentence goes
// across: paragraphs, lines that were ended on purpose, greeting and sign-off.
func bounds(body string, start, end int) (from, to int) {
	from, to = 0, len(body)
	greeting := greetingOf(body)
	if greeting.to <= start {
		from = greeting.to
	}
	if signOff := signOffOf(body, greeting.to); signOff.from >= end {
		to = signOff.from
	}
	for at := from; at < to; at++ {
		switch {
		case body[at] != '\n' || !endsLine(body, at):
		case at < start:
			from = at + 1
		case at >= end:
			return from, at
		}
	}
	return from, to
}

// endsLine reports whether the line break at a place was meant, and does not
// only wrap a long line.
func endsLine(body string, at int) bool {
	const wrapped = 50 // mail programs break lines beyond 70; the last word may be long
	before := body[strings.LastIndexByte(body[:at], '\n')+1 : at]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(body[at+1:], " \t"))
	return next == '\n' || !unicode.IsLower(next) && utf8.RuneCountInString(before) < wrapped
}

// endsAbbreviation reports whether a full stop behind s belongs to a word, such
// as a title.
func endsAbbreviation(s string) bool {
	word := s[strings.LastIndexAny(s, " \n\t")+1:]
	return honorific(word) || strings.EqualFold(word, "e.g") || strings.EqualFold(word, "i.e")
}

// withoutWords takes out the words and one space beside them.
func withoutWords(body string, f data.Finding) Swap {
	c := Swap{Start: f.Start, End: f.End}
	switch {
	case c.End < len(body) && body[c.End] == ' ':
		c.End++
	case c.Start > 0 && body[c.Start-1] == ' ':
		c.Start--
	}
	return c
}

// tidyGap takes out a sentence with the space behind it, or the empty paragraph
// that it would leave.
func tidyGap(body string, from, to int) Swap {
	begins := from == 0 || strings.HasSuffix(body[:from], "\n")
	ends := to == len(body) || strings.HasPrefix(body[to:], "\n")
	switch {
	case begins && ends:
		for to < len(body) && body[to] == '\n' {
			to++
		}
	case ends:
		for from > 0 && body[from-1] == ' ' {
			from--
		}
	default:
		for to < len(body) && body[to] == ' ' {
			to++
		}
	}
	return Swap{Start: from, End: to}
}
