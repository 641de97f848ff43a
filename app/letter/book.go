package letter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"

	"afterword/assets"
)

// A book is what letters are held to: the limits of tone.json and the rules of
// tone/ (letters.md 4.2 to 4.5).
type book struct {
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

	folds       bool // umlauts are read as two letters
	Rules       []rule
	spoken      *patterns // matched with sentences in their spoken form
	written     *patterns // matched with the text as it stands
	starts      *patterns // those of spoken that look for the start of a sentence
	required    map[string]*regexp.Regexp
	placeholder *regexp.Regexp
}

// Patterns are many patterns behind one sieve.
type patterns struct {
	all   []*pattern
	sieve *sieve
}

// english is the book for English letters. The files are embedded and a test
// reads them, so that it cannot fail here.
var english = sync.OnceValue(func() *book {
	b, err := readBook(assets.Letters(), "en")
	if err != nil {
		panic(err)
	}
	return b
})

// readBook reads the limits and rules in the folder of a language.
func readBook(fsys fs.FS, folder string) (*book, error) {
	b := &book{required: map[string]*regexp.Regexp{}, folds: folder == German}
	if err := readStrict(fsys, folder+"/tone.json", b); err != nil {
		return nil, err
	}
	var err error
	for name, re := range b.RequiredRe {
		if b.required[name], err = regexp.Compile(re); err != nil {
			return nil, fmt.Errorf("required element %s: %w", name, err)
		}
	}
	if b.placeholder, err = regexp.Compile(b.PlaceholderRe); err != nil {
		return nil, fmt.Errorf("placeholder pattern: %w", err)
	}
	var families map[string]string
	if err := readStrict(fsys, folder+"/tone/families.json", &families); err != nil {
		return nil, err
	}
	names, err := fs.Glob(fsys, folder+"/tone/rules_*.json")
	if err != nil {
		return nil, fmt.Errorf("find tone rules: %w", err)
	}
	for _, name := range names {
		var rules []rule
		if err := readStrict(fsys, name, &rules); err != nil {
			return nil, err
		}
		b.Rules = append(b.Rules, rules...)
	}
	return b, b.compile(families)
}

// readStrict reads a JSON file into v. A field that v lacks is an error: it
// would be a rule that does nothing.
func readStrict(fsys fs.FS, name string, v any) error {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read tone rules: %w", err)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("read tone rules %s: %w", name, err)
	}
	return nil
}

// compile makes patterns of the rules' words.
func (b *book) compile(families map[string]string) error {
	var spoken, written, starts []*pattern
	for i := range b.Rules {
		r := &b.Rules[i]
		for _, source := range r.Unless {
			source = r.bounded(b.folded(expand(source, families)))
			if _, err := syntax.Parse(source, syntax.Perl); err != nil {
				return fmt.Errorf("tone rule %s: %w", r.ID, err)
			}
			r.unless = append(r.unless, &pattern{rule: r, source: source})
		}
		for _, source := range r.Find {
			source = expand(source, families)
			if r.As == "written" {
				written = append(written, &pattern{rule: r, source: source, part: source})
				continue
			}
			for _, part := range alternatives(b.folded(source)) {
				p := &pattern{rule: r, source: r.bounded(part), part: spaced(part)}
				spoken = append(spoken, p)
				if strings.HasPrefix(part, "^") {
					starts = append(starts, p)
				}
			}
		}
	}
	var err error
	if b.spoken, err = newPatterns(spoken, true); err != nil {
		return err
	}
	if b.written, err = newPatterns(written, false); err != nil {
		return err
	}
	b.starts, err = newPatterns(starts, true)
	return err
}

// newPatterns puts patterns behind a sieve.
func newPatterns(all []*pattern, spoken bool) (*patterns, error) {
	sets := make([][][]string, len(all))
	for i, p := range all {
		var err error
		if sets[i], err = needs(p.part); err != nil {
			return nil, fmt.Errorf("tone rule %s: %w", p.rule.ID, err)
		}
	}
	return &patterns{all, newSieve(sets, spoken)}, nil
}

// spaced puts the spaces around a part of a spoken pattern that its words have
// around them in a text, where it begins or ends with a letter.
func spaced(part string) string {
	part = strings.TrimPrefix(part, "^")
	if startsInWord.MatchString(part) {
		part = " (?:" + part + ")"
	}
	return part
}

var startsInWord = regexp.MustCompile(`^(?:\(\?:)*[a-z0-9]`)

// expand puts the families of words into a pattern: <job> stands for all words
// of the family job.
func expand(pattern string, families map[string]string) string {
	return familyName.ReplaceAllStringFunc(pattern, func(name string) string {
		if words, ok := families[name[1:len(name)-1]]; ok {
			return "(?:" + words + ")"
		}
		return name
	})
}

// bounded makes a pattern in the spoken form one of whole words.
func (r *rule) bounded(pattern string) string {
	if r.As == "written" {
		return pattern
	}
	if start, ok := strings.CutPrefix(pattern, "^"); ok {
		return `^[\s"(*-]*(?:` + start + `)(?:\b|$|\s)`
	}
	return `\b(?:` + pattern + `)(?:\b|$|\s)`
}

// alternatives parts a pattern at the "|" that stand in no group. Each part has
// its own words for the sieve.
func alternatives(pattern string) []string {
	var parts []string
	depth, class, from := 0, false, 0
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '|' && depth == 0:
			parts = append(parts, pattern[from:i])
			from = i + 1
		}
	}
	return append(parts, pattern[from:])
}

var familyName = regexp.MustCompile(`<[a-z_]+>`)
