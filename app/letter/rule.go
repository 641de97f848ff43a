package letter

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"afterword/data"
)

// A rule is one tone rule: words that harm a letter, as a file in tone/ has it.
// A sentence is found when a pattern of Find matches it and none of Unless does.
type rule struct {
	ID     string
	Level  string
	Stages stages
	Except []string // stages of "*" that it does not hold for
	As     string   // "written" reads a letter as it stands; "" is spoken
	Find   []string
	Unless []string
	Say    string   // one reason
	Try    string   // one better sentence
	Bad    []string // sentences that are found
	Good   []string // and some that look like them and are not

	unless []*pattern
}

// Stages are the base stages that a rule holds for; none is all of them.
type stages []string

// UnmarshalJSON reads "*" or a list of stages.
func (s *stages) UnmarshalJSON(b []byte) error {
	if string(b) == `"*"` {
		*s = nil
		return nil
	}
	return json.Unmarshal(b, (*[]string)(s))
}

// holds reports whether r is about letters of the base stage.
func (r *rule) holds(stage string) bool {
	return (r.Stages == nil || slices.Contains(r.Stages, stage)) && !slices.Contains(r.Except, stage)
}

// A pattern is one of the ways to find a rule. It is compiled when a text may
// match it: of thousands of patterns a letter needs a few.
type pattern struct {
	rule   *rule
	source string
	part   string // what of it the sieve looks at
	once   sync.Once
	re     *regexp.Regexp
}

func (p *pattern) regexp() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) }) // it was parsed when the book was read
	return p.re
}

// CheckSentence returns what the tone rules of stage say about text, by place
// (letters.md 4.2). Of stage "any" only the rules that hold everywhere apply.
// What is quoted of the other side is not looked at. Offsets are bytes of text.
func CheckSentence(stage, text string) []data.Finding { return CheckSentenceIn(English, stage, text) }

// CheckSentenceIn is CheckSentence for a language (BCP 47). There are no rules
// of tone for one that Languages does not name: it is read as English.
func CheckSentenceIn(lang, stage, text string) []data.Finding {
	own := ownWords(text)
	hail := greetingOf(own)
	keep := hail.to
	if !salutes(own[hail.from:hail.to]) {
		keep = 0
	}
	s := search{text: text, stage: baseStage(stage), book: bookFor(lang)}
	lines := straighten(own)
	whole := lines.joined(keep)
	s.in(s.book.written, whole, slices.DeleteFunc(units(whole.text), func(u span) bool { return calm(whole.text[u.from:u.to]) }))
	spoken := s.book.form(whole)
	s.in(s.book.spoken, spoken, units(spoken.text))
	if strings.Contains(strings.TrimSpace(own), "\n") {
		s.starts(s.book.form(lines))
	}
	return ordered(s.found)
}

// calm reports whether a sentence has neither two capitals nor two marks in a
// row nor a smiley: a quick no for the rules about how it is written.
func calm(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			if i > 0 && (s[i-1]|0x20) >= 'a' && (s[i-1]|0x20) <= 'z' {
				return false
			}
		case c >= utf8.RuneSelf || strings.IndexByte(":;=<^", c) >= 0:
			return false
		case c == '!' || c == '?':
			if i+1 < len(s) && (s[i+1] == '!' || s[i+1] == '?') || i+2 < len(s) && s[i+1] == ' ' && (s[i+2] == '!' || s[i+2] == '?') {
				return false
			}
		}
	}
	return true
}

// A search collects what the rules say about a text.
type search struct {
	text, stage string
	book        *book
	found       []data.Finding
}

// in looks for the patterns of b in each part of p.
func (s *search) in(b *patterns, p plain, parts []span) {
	for _, part := range parts {
		b.sieve.passed(p.text[part.from:part.to], func(n int32) { s.match(b.all[n], p, part) })
	}
}

func (s *search) match(w *pattern, p plain, part span) {
	if !w.rule.holds(s.stage) {
		return
	}
	words := p.text[part.from:part.to]
	all := w.regexp().FindAllStringIndex(words, -1)
	if len(all) == 0 || slices.ContainsFunc(w.rule.unless, func(u *pattern) bool { return u.regexp().MatchString(words) }) {
		return
	}
	for _, m := range all {
		if m[1] > m[0] {
			s.found = append(s.found, w.rule.finding(s.text, p.at(part.from+m[0]), p.at(part.from+m[1])))
		}
	}
}

// starts looks at each line by itself for what is wrong at the start of one.
func (s *search) starts(p plain) {
	from := 0
	for from < len(p.text) {
		to := from + strings.IndexByte(p.text[from:]+"\n", '\n') + 1
		for _, u := range units(p.text[from:min(to, len(p.text))]) {
			s.in(s.book.starts, p, []span{{from + u.from, from + u.to}})
		}
		from = to
	}
}

// finding quotes text[start:end], in whole words and without the white space
// around it.
func (r *rule) finding(text string, start, end int) data.Finding {
	for start > 0 && start < len(text) && inWord(text[start-1]) && inWord(text[start]) {
		start--
	}
	for end > 0 && end < len(text) && inWord(text[end-1]) && inWord(text[end]) {
		end++
	}
	quote := text[start:end]
	start += len(quote) - len(strings.TrimLeftFunc(quote, unseen))
	quote = strings.TrimFunc(quote, unseen)
	return data.Finding{
		Rule: r.ID, Level: r.Level, Start: start, End: start + len(quote),
		Text: quote, Say: r.Say, Try: r.Try,
	}
}

// inWord is wordByte for a text as it was written: a curly apostrophe and all
// else beyond ASCII counts as part of a word, so that no character is cut.
func inWord(c byte) bool { return wordByte(c) }

func unseen(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

// ordered sorts by place and drops what was found twice: a finding of the same
// rule inside another one.
func ordered(found []data.Finding) []data.Finding {
	slices.SortStableFunc(found, func(a, b data.Finding) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	kept := []data.Finding{}
	for _, f := range found {
		i := slices.IndexFunc(kept, func(k data.Finding) bool { return k.Rule == f.Rule && f.Start < k.End && k.Start <= f.Start })
		if i < 0 {
			kept = append(kept, f)
		}
	}
	return kept
}
