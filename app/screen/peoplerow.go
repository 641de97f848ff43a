package screen

import (
	"context"
	"strings"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// row returns one line of the list. Its words are read when it first comes into
// sight.
func (v *People) row(i int) widgets.Row {
	if i >= len(v.ids) {
		return widgets.Row{}
	}
	id := v.ids[i]
	r, known := v.words[id]
	if !known {
		v.want(i)
		return widgets.Row{ID: "people.row:" + string(id), Avatar: " "}
	}
	return widgets.Row{ID: "people.row:" + string(id), Title: nameOf(r.Person), Sub: r.Job, Right: r.Last, Avatar: initialsOf(r.Person)}
}

// initialsOf returns one or two letters for somebody's disc.
func initialsOf(p data.Person) string {
	if letters := initials(p.Name); letters != "" {
		return letters
	}
	for _, r := range p.Address() {
		return strings.ToUpper(string(r))
	}
	return "?"
}

// want reads the words of a row and of those around it.
func (v *People) want(i int) {
	if v.missing[v.ids[i]] {
		return
	}
	v.missing = make(map[data.ID]bool, sightful)
	var ids []data.ID
	for _, id := range v.ids[max(0, i-sightful/2):min(len(v.ids), i+sightful)] {
		if _, known := v.words[id]; !known {
			v.missing[id] = true
			ids = append(ids, id)
		}
	}
	load(&v.filling, v.Context, func(ctx context.Context) ([]desk.ContactRow, error) { return v.Desk.ContactRows(ctx, ids) }, v.filled)
}

// filled shows the words of rows that came into sight.
func (v *People) filled(rows []desk.ContactRow, err error) {
	v.missing = nil
	if err != nil {
		v.Fail(err)
		return
	}
	if len(v.words) > 50*sightful { // far scrolled: what is out of sight is read again when it comes back
		v.words = make(map[data.ID]desk.ContactRow)
	}
	for _, r := range rows {
		v.words[r.Person.ID] = r
	}
	v.list.Refresh()
}

// inSight returns who is in sight now.
func (v *People) inSight() []data.ID {
	from, to := v.list.InSight()
	return append([]data.ID(nil), v.ids[min(from, len(v.ids)):min(to, len(v.ids))]...)
}
