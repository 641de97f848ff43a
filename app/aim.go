package app

import (
	"slices"
	"strings"
	"unicode"

	"github.com/sahilm/fuzzy"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"afterword/assets"
)

// An aim is one line of the palette.
type aim struct {
	id     string // language-free: command:add, application:ID, person:ID
	name   string
	beside string // the key, the role, or the company of a person
	short  string // the name as it is compared
	long   string // the name and what stands beside it, as they are compared
	do     func()
}

func newAim(id, name, beside string, do func()) aim {
	return aim{id, name, beside, plain(name), plain(name + " " + beside), do}
}

// commandAim makes a line of a command; company is empty for one that needs no
// application.
func commandAim(c command, company string) aim {
	name := c.name
	if company != "" {
		name = assets.L("{{.Command}}: {{.Company}}", assets.Args{"Command": c.name, "Company": company})
	}
	return aim{"command:" + c.id, name, keysSaid(c.keys), plain(name), plain(name), c.do}
}

// find returns the aims whose letters hold those of sought in order: those whose
// name begins so, then those with such a word, then those whose name holds the
// letters, then the others; the best first, and among equals the recent. When
// nothing is sought, the recent come first and the others keep their order.
func find(all []aim, recent []string, sought string) []aim {
	age := func(a aim) int {
		if i := slices.Index(recent, a.id); i >= 0 {
			return i
		}
		return len(recent)
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b aim) int { return age(a) - age(b) })
	if sought = plain(sought); sought == "" {
		return all
	}
	named, others := matching(all, sought, func(a aim) string { return a.short })
	slices.SortStableFunc(named, func(a, b aim) int { return begins(a, sought) - begins(b, sought) })
	wider, _ := matching(others, sought, func(a aim) string { return a.long })
	return append(named, wider...)
}

// begins tells where the sought letters stand in a name: 0 at its beginning, 1
// at that of a later word, 2 anywhere else.
func begins(a aim, sought string) int {
	switch {
	case strings.HasPrefix(a.short, sought):
		return 0
	case strings.Contains(a.short, " "+sought):
		return 1
	}
	return 2
}

// matching returns the aims whose words match, the best first, and the others
// in their order.
func matching(all []aim, sought string, words func(aim) string) (found, others []aim) {
	texts := make([]string, len(all))
	for i, a := range all {
		texts[i] = words(a)
	}
	matched := make([]bool, len(all))
	for _, m := range fuzzy.Find(sought, texts) {
		found = append(found, all[m.Index])
		matched[m.Index] = true
	}
	for i, a := range all {
		if !matched[i] {
			others = append(others, a)
		}
	}
	return found, others
}

// plain is text as it is compared: in lower case, without accents, one blank
// between words.
func plain(text string) string {
	bare := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if s, _, err := transform.String(bare, text); err == nil {
		text = s
	}
	return strings.Join(strings.Fields(strings.ToLower(text)), " ")
}
