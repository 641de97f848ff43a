package letter

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// maxWords bounds the strings that stand for one part of a pattern.
const maxWords = 128

// anyOf returns lower-case strings of which every text that matches the pattern
// holds at least one, or nil when no such strings of two letters or more are
// found.
func anyOf(pattern string) []string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	words := factors(re)
	slices.Sort(words)
	return slices.Compact(words)
}

// factors returns the best set of strings of which a match of re holds one.
func factors(re *syntax.Regexp) []string {
	if all := exact(re); usable(all) {
		return all
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return factors(re.Sub[0])
	case syntax.OpRepeat:
		if all := exact(re.Sub[0]); re.Min > 1 && usable(product(all, all)) {
			return product(all, all)
		}
		if re.Min > 0 {
			return factors(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := factors(sub)
			if words == nil {
				return nil
			}
			all = append(all, words...)
		}
		return all
	case syntax.OpConcat:
		return factorsOfRow(re.Sub)
	}
	return nil
}

// factorsOfRow joins neighbours that stand for few strings, and returns the
// best of these joins and of what single parts give.
func factorsOfRow(row []*syntax.Regexp) []string {
	var best []string
	try := func(words []string) {
		if usable(words) && weight(words) > weight(best) {
			best = words
		}
	}
	run := []string{""}
	for _, sub := range row {
		all := exact(sub)
		if all == nil {
			try(run)
			run = []string{""}
			try(factors(sub))
			continue
		}
		longer := product(run, all)
		if longer == nil {
			try(run)
			longer = all
		}
		run = longer
		try(run)
	}
	return best
}

// exact returns every string that re matches, in lower case, or nil when they
// are many or without end.
func exact(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(re.Rune))}
	case syntax.OpEmptyMatch, syntax.OpWordBoundary:
		return []string{""}
	case syntax.OpCapture:
		return exact(re.Sub[0])
	case syntax.OpQuest:
		if all := exact(re.Sub[0]); all != nil {
			return append([]string{""}, all...)
		}
	case syntax.OpCharClass:
		return exactClass(re.Rune)
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := exact(sub)
			if words == nil || len(all)+len(words) > maxWords {
				return nil
			}
			all = append(all, words...)
		}
		return all
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			if all = product(all, exact(sub)); all == nil {
				return nil
			}
		}
		return all
	}
	return nil
}

// exactClass returns the members of a class of at most eight.
func exactClass(ranges []rune) []string {
	var all []string
	for i := 0; i+1 < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if len(all) == 8 {
				return nil
			}
			all = append(all, plainS(strings.ToLower(string(r))))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// plainS takes the long s for what it is: (?i) matches it too.
func plainS(s string) string { return strings.ReplaceAll(s, "\u017f", "s") }

// product returns each of a followed by each of b, or nil when they are many.
func product(a, b []string) []string {
	if b == nil || len(a)*len(b) > maxWords {
		return nil
	}
	all := make([]string, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			all = append(all, x+y)
		}
	}
	return all
}

// usable reports whether the words keep any text out.
func usable(words []string) bool {
	for _, w := range words {
		if len(w) < 2 {
			return false
		}
	}
	return len(words) > 0
}

// weight says how well a set of words keeps texts out: by its shortest word.
func weight(words []string) int {
	if len(words) == 0 {
		return 0
	}
	shortest := len(words[0])
	for _, w := range words {
		shortest = min(shortest, len(w))
	}
	return min(shortest, 12)*1000 - len(words)
}

// A sieve knows which runs of four bytes a text has, and a few that it has not:
// a quick no for most of the words of the rules.
type sieve struct {
	text string // in lower case
	bits [1024]uint64
}

func newSieve(lower string) *sieve {
	lower = plainS(lower)
	s := &sieve{text: lower}
	for i := range len(lower) - 3 {
		h := gram(lower[i:])
		s.bits[h>>6] |= 1 << (h & 63)
	}
	return s
}

func gram(s string) uint16 {
	h := (uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24) * 2654435761
	return uint16(h >> 16)
}

// has reports whether the text holds one of words.
func (s *sieve) has(words []string) bool {
	for _, w := range words {
		if len(w) >= 4 {
			first, last := gram(w), gram(w[len(w)-4:])
			if s.bits[first>>6]&(1<<(first&63)) == 0 || s.bits[last>>6]&(1<<(last&63)) == 0 {
				continue
			}
		}
		if strings.Contains(s.text, w) {
			return true
		}
	}
	return false
}
