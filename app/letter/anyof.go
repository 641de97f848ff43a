package letter

import (
	"regexp/syntax"
	"slices"
	"strings"
)

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

func factors(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		s := strings.ToLower(string(re.Rune))
		if len(s) < 2 || strings.ContainsAny(s, "\u017f\u212a") {
			return nil
		}
		return []string{s}
	case syntax.OpCapture, syntax.OpPlus:
		return factors(re.Sub[0])
	case syntax.OpRepeat:
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
		var best []string
		for _, sub := range re.Sub {
			if words := factors(sub); weight(words) > weight(best) {
				best = words
			}
		}
		return best
	}
	return nil
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
	return shortest*100 - len(words)
}
