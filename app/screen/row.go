package screen

import (
	"slices"
	"strings"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/data"
	"afterword/widgets"
)

// row returns one line of the list. Its words are read when it first comes into
// sight; until then its badge alone shows.
func (v *Interviews) row(i int) widgets.Row {
	if i >= len(v.rows) {
		return widgets.Row{}
	}
	p := v.rows[i]
	r, known := v.words.known[p.ID]
	if !known {
		r.Badge = p.Badge()
	}
	v.Stirred()
	v.words.read(v.Context, v.words.want(i, len(v.rows), v.idOf), v.Desk.Rows, rowID, v.filled)
	return widgets.Row{
		ID: "list.row:" + string(p.ID), Title: r.Company, Right: r.When, Sub: words.Dotted(r.Role, r.Round),
		Line: r.Line, Stage: stageOf(r.Badge), Badge: words.Badge(r.Badge),
	}
}

func (v *Interviews) idOf(i int) data.ID { return v.rows[i].ID }

func rowID(r desk.Row) data.ID { return r.ID }

// filled shows the words of rows that came into sight.
func (v *Interviews) filled(err error) {
	if err != nil {
		v.Fail(err)
		return
	}
	v.list.Refill()
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
	if slices.EqualFunc(shown, read, func(a, b desk.Place) bool { return a.ID == b.ID }) {
		return read // nothing moved
	}
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
