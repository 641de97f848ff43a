package letter

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"
)

// maxWords bounds the strings that stand for one part of a pattern.
const maxWords = 128

// needs returns sets of strings of which every text that matches the
// pattern holds one of each set, best first: at most maxNeeds sets, none when no
// strings of two letters or more are found.
func needs(pattern string) ([][]string, error) {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("read pattern: %w", err)
	}
	sets := factors(re)
	slices.SortStableFunc(sets, func(a, b []string) int { return weight(b) - weight(a) })
	sets = sets[:min(len(sets), maxNeeds)]
	for i, set := range sets {
		slices.Sort(set)
		sets[i] = slices.Compact(set)
	}
	return sets, nil
}

// factors returns sets of strings of which a match of re holds one each.
func factors(re *syntax.Regexp) [][]string {
	if all := exact(re); usable(all) {
		return [][]string{all}
	}
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus:
		return factors(re.Sub[0])
	case syntax.OpRepeat:
		if all := exact(re.Sub[0]); re.Min > 1 && usable(product(all, all)) {
			return [][]string{product(all, all)}
		}
		if re.Min > 0 {
			return factors(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := best(factors(sub))
			if words == nil {
				return nil
			}
			all = append(all, words...)
		}
		return [][]string{all}
	case syntax.OpConcat:
		return factorsOfRow(re.Sub)
	}
	return nil
}

func best(sets [][]string) []string {
	var most []string
	for _, set := range sets {
		if weight(set) > weight(most) {
			most = set
		}
	}
	return most
}

// factorsOfRow joins neighbours that stand for few strings: each join and what
// single parts give is a set of its own.
func factorsOfRow(row []*syntax.Regexp) [][]string {
	var sets [][]string
	run := []string{""}
	flush := func() {
		if usable(run) {
			sets = append(sets, run)
		}
		run = []string{""}
	}
	for _, sub := range row {
		all := exact(sub)
		if all == nil {
			flush()
			sets = append(sets, factors(sub)...)
			continue
		}
		longer := product(run, all)
		if longer == nil {
			flush()
			longer = all
		}
		run = longer
	}
	flush()
	return sets
}

// exact returns every string that re matches, or nil when they are many or
// without end. What matches whatever the case is in lower case.
func exact(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return []string{string(re.Rune)}
		}
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
			all = append(all, string(r))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

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
