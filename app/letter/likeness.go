package letter

import (
	"strconv"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// Likeness returns how alike two letters are, from 0 to 1: the Jaccard index of
// their runs of three words, without greeting and sign-off (letters.md 4.5).
func Likeness(a, b string) float64 {
	x, y := shingles(a), shingles(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for s := range x {
		if y[s] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func shingles(body string) map[string]bool {
	l := split(body)
	words := wordsOf(strings.ToLower(l.of(l.core)))
	all := map[string]bool{}
	for i := 0; i+3 <= len(words); i++ {
		all[strings.Join(words[i:i+3], " ")] = true
	}
	return all
}

// aboutPrevious says that a note is much like one that went before it.
func (l *text) aboutPrevious(c Context) []data.Finding {
	most := 0.0
	for _, p := range c.Previous {
		most = max(most, Likeness(l.body, p))
	}
	limit := c.book().Likeness
	if most < limit.Warn {
		return nil
	}
	level := "warn"
	if most >= limit.Block {
		level = "block"
	}
	say := assets.L("Very like the other note: {{.N}} of 100 parts are the same.", assets.Args{"N": strconv.Itoa(int(most*100 + 0.5))})
	return []data.Finding{whole("DUPLICATE_NOTE", level, say, assets.L("Try other words, or another topic."))}
}
