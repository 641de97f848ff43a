package screen

import (
	"context"
	"slices"
	"strings"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/data"
	"afterword/widgets"
)

// sightful is how many rows are read at once, more than a large window shows.
const sightful = 40

// row returns one line of the list. Its words are read when it first comes into
// sight; until then its badge alone shows.
func (v *Interviews) row(i int) widgets.Row {
	if i >= len(v.rows) {
		return widgets.Row{}
	}
	p := v.rows[i]
	r, known := v.words[p.ID]
	if !known {
		v.want(i)
		r.Badge = p.Badge
	}
	return widgets.Row{
		ID: "list.row:" + string(p.ID), Title: r.Company, Right: r.When, Sub: words.Dotted(r.Role, r.Round),
		Line: r.Line, Stage: stageOf(r.Badge), Badge: words.Badge(r.Badge),
	}
}

// want reads the words of a row and of those around it.
func (v *Interviews) want(i int) {
	if v.missing[v.rows[i].ID] {
		return
	}
	v.missing = make(map[data.ID]bool, sightful)
	var ids []data.ID
	for _, p := range v.rows[max(0, i-sightful/2):min(len(v.rows), i+sightful)] {
		if _, known := v.words[p.ID]; !known {
			v.missing[p.ID] = true
			ids = append(ids, p.ID)
		}
	}
	load(&v.filling, v.Context, func(ctx context.Context) ([]desk.Row, error) { return v.Desk.Rows(ctx, ids) }, v.filled)
}

// filled shows the words of rows that came into sight.
func (v *Interviews) filled(rows []desk.Row, err error) {
	v.missing = nil
	if err != nil {
		v.Fail(err)
		return
	}
	if len(v.words) > 50*sightful { // far scrolled: what is out of sight is read again when it comes back
		v.words = make(map[data.ID]desk.Row)
	}
	for _, r := range rows {
		v.words[r.ID] = r
	}
	v.list.Refresh()
}

// inSight returns the applications that are in sight now.
func (v *Interviews) inSight() []data.ID {
	from, to := v.list.InSight()
	var ids []data.ID
	for _, p := range v.rows[min(from, len(v.rows)):min(to, len(v.rows))] {
		ids = append(ids, p.ID)
	}
	return ids
}

// inPlace returns what was just read in the order in which it was shown, so
// that no row moves under the pointer. What is new comes last.
func inPlace(shown, read []desk.Place) []desk.Place {
	at := make(map[data.ID]int, len(shown))
	for i, r := range shown {
		at[r.ID] = i
	}
	rank := func(r desk.Place) int {
		if i, ok := at[r.ID]; ok {
			return i
		}
		return len(shown)
	}
	rows := slices.Clone(read)
	slices.SortStableFunc(rows, func(a, b desk.Place) int { return rank(a) - rank(b) })
	return rows
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
