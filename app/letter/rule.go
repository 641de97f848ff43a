package letter

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"afterword/assets"
	"afterword/data"
)

// A rule is one tone rule of tone.json: words that harm a letter.
type rule struct {
	ID     string
	Level  string `json:"sev"`
	Stages stages
	Re     string
	Say    string
	Try    string

	re    *regexp.Regexp
	words []string // lower case; a text without any of them does not match. nil: unknown
	lines bool     // it looks for the start of a line
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

// A book is tone.json: the rules and limits of letters.md 4.2 to 4.5.
type book struct {
	Rules []rule
	Words map[string]struct {
		Min   int
		Ideal [2]int
		Max   int
	}
	Subject struct {
		MaxChars   int    `json:"max_chars"`
		IdealWords [2]int `json:"ideal_words"`
		MaxWords   int    `json:"max_words"`
	}
	Flesch struct {
		Hint float64 `json:"hint_below"`
		Warn float64 `json:"warn_below"`
	}
	SentenceWords int `json:"sentence_words_max"`
	Exclamations  int `json:"exclamation_max"`
	Questions     int `json:"questions_max"`
	Likeness      struct{ Block, Warn float64 }
	Required      map[string][]string
	RequiredRe    map[string]string `json:"required_re"`
	PlaceholderRe string            `json:"placeholder_re"`

	required    map[string]*regexp.Regexp
	placeholder *regexp.Regexp
}

// english is the book for English letters. The file is embedded and a test
// reads it, so that it cannot fail here.
var english = sync.OnceValue(func() *book {
	b, err := readBook(assets.Letters(), "en/tone.json")
	if err != nil {
		panic(err)
	}
	return b
})

func readBook(fsys fs.FS, name string) (*book, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read tone rules: %w", err)
	}
	b := &book{required: map[string]*regexp.Regexp{}}
	if err := json.Unmarshal(text, b); err != nil {
		return nil, fmt.Errorf("read tone rules %s: %w", name, err)
	}
	for i := range b.Rules {
		r := &b.Rules[i]
		if r.re, err = regexp.Compile(r.Re); err != nil {
			return nil, fmt.Errorf("tone rule %s: %w", r.ID, err)
		}
		r.words = anyOf(r.Re)
		r.lines = strings.Contains(r.Re, "^|")
	}
	for name, re := range b.RequiredRe {
		if b.required[name], err = regexp.Compile(re); err != nil {
			return nil, fmt.Errorf("required element %s: %w", name, err)
		}
	}
	b.placeholder, err = regexp.Compile(b.PlaceholderRe)
	if err != nil {
		return nil, fmt.Errorf("placeholder pattern: %w", err)
	}
	return b, nil
}

// holds reports whether r is about letters of the base stage.
func (r *rule) holds(stage string) bool {
	return r.Stages == nil || slices.Contains(r.Stages, stage)
}

// mayMatch reports whether a match in the text behind sv is possible at all. It
// spares most rules the slow search.
func (r *rule) mayMatch(sv *sieve) bool { return r.words == nil || sv.has(r.words) }

// CheckSentence returns what the tone rules of stage say about text, by place
// (letters.md 4.2). Of stage "any" only the rules that hold everywhere apply.
// Offsets are bytes of text.
func CheckSentence(stage, text string) []data.Finding {
	var found []data.Finding
	forms := plainForms(text)
	for n, p := range forms {
		sv := newSieve(strings.ToLower(p.text))
		for i := range english().Rules {
			r := &english().Rules[i]
			if n > 0 && !r.lines || !r.holds(baseStage(stage)) || !r.mayMatch(sv) {
				continue
			}
			for _, m := range r.re.FindAllStringIndex(p.text, -1) {
				found = append(found, r.finding(text, p.at(m[0]), p.at(m[1])))
			}
		}
	}
	return ordered(found)
}

// finding quotes text[start:end] without the white space around it.
func (r *rule) finding(text string, start, end int) data.Finding {
	quote := text[start:end]
	start += len(quote) - len(strings.TrimLeft(quote, " \t\r\n\u00a0"))
	quote = strings.TrimSpace(quote)
	return data.Finding{
		Rule: r.ID, Level: r.Level, Start: start, End: start + len(quote),
		Text: quote, Say: r.Say, Try: r.Try,
	}
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
		within := func(k data.Finding) bool { return k.Rule == f.Rule && k.Start <= f.Start && f.End <= k.End }
		if !slices.ContainsFunc(kept, within) {
			kept = append(kept, f)
		}
	}
	return kept
}
