package screen

import (
	"slices"
	"strings"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/widgets"
)

// row returns one line of the list.
func (v *Interviews) row(i int) widgets.Row {
	if i >= len(v.rows) {
		return widgets.Row{}
	}
	r := v.rows[i]
	return widgets.Row{
		ID: "list.row:" + string(r.ID), Title: r.Company, Right: r.When, Sub: words.Dotted(r.Role, r.Round),
		Line: r.Line, Stage: stageOf(r.Badge), Badge: words.Badge(r.Badge),
	}
}

// inPlace returns what was just read in the order in which it was shown, so
// that no row moves under the pointer. What is new comes last.
func inPlace(shown, read []desk.Row) []desk.Row {
	at := make(map[string]int, len(shown))
	for i, r := range shown {
		at[string(r.ID)] = i
	}
	rank := func(r desk.Row) int {
		if i, ok := at[string(r.ID)]; ok {
			return i
		}
		return len(shown)
	}
	rows := slices.Clone(read)
	slices.SortStableFunc(rows, func(a, b desk.Row) int { return rank(a) - rank(b) })
	return rows
}

func companies(rows []desk.Row) []string {
	names := make([]string, 0, len(rows))
	for _, r := range rows {
		names = append(names, r.Company)
	}
	return names
}

// likeliest returns the company whose name, or first letters or one word of it,
// is nearest to what was typed: at most two slips, and fewer than a third of the
// letters. "" when none is that near.
func likeliest(names []string, typed string) string {
	sought := []rune(strings.ToLower(typed))
	if len(sought) < 3 || len(sought) > 40 {
		return ""
	}
	best, fewest := "", min(2, (len(sought)-1)/3)+1
	for _, name := range names {
		lower := strings.ToLower(name)
		for _, part := range append(strings.Fields(lower), lower) {
			if n := slips(sought, []rune(part)); n < fewest {
				best, fewest = name, n
			}
		}
	}
	return best
}

// slips counts the letters to change, add or drop between two words
// (Levenshtein's distance).
func slips(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := corner
			if x != y {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
