package desk

import (
	"strings"

	"afterword/data"
)

// A Fold is a run of lines of a mail; those that quote another mail, sign or
// disclaim are folded, and can be opened.
type Fold struct {
	Text   string
	Folded bool
}

// maxText is how much of a mail with its quotes is kept, in characters.
const maxText = 6000

// wholeText returns what is kept of a mail beside its excerpt: all of its text,
// "" where the excerpt says it all.
func wholeText(text, excerpt string) string {
	const mark = "\u2063" // stands where a quote begins in a text that was HTML
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.Contains(line, mark) {
			kept = append(kept, line)
		}
	}
	text = firstRunes(strings.TrimSpace(strings.Join(kept, "\n")), maxText)
	if text == excerpt {
		return ""
	}
	return text
}

// Folds returns a mail as it was written, with what is not new folded. Without
// its text it is the excerpt alone.
func Folds(m data.Message) []Fold {
	if m.Text == "" {
		return []Fold{{Text: m.Excerpt}}
	}
	fresh := strings.Split(m.Excerpt, "\n")
	var folds []Fold
	var run []string
	folded := false
	end := func() {
		if text := strings.Trim(strings.Join(run, "\n"), "\n"); strings.TrimSpace(text) != "" {
			folds = append(folds, Fold{text, folded})
		}
		run = nil
	}
	for line := range strings.SplitSeq(m.Text, "\n") {
		for len(fresh) > 0 && strings.TrimSpace(fresh[0]) == "" {
			fresh = fresh[1:]
		}
		isNew := len(fresh) > 0 && strings.TrimSpace(line) == strings.TrimSpace(fresh[0])
		cut := len(fresh) == 1 && len(line) > len(fresh[0]) && strings.HasPrefix(line, fresh[0]) // the excerpt ends within
		switch {
		case strings.TrimSpace(line) == "":
		case isNew || cut:
			fresh = fresh[1:]
			if folded {
				end()
				folded = false
			}
		case !folded:
			end()
			folded = true
		}
		run = append(run, line)
	}
	end()
	return folds
}

// firstRunes returns at most so many characters.
func firstRunes(text string, most int) string {
	n := 0
	for i := range text {
		if n == most {
			return text[:i]
		}
		n++
	}
	return text
}
