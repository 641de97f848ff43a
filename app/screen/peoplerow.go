package screen

import (
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
	r, known := v.words.known[id]
	v.Stirred()
	v.words.read(v.Context, v.words.want(i, len(v.ids), func(i int) data.ID { return v.ids[i] }), v.Desk.ContactRows, contactID, v.filled)
	if !known {
		return widgets.Row{ID: "people.row:" + string(id), Avatar: " "}
	}
	return widgets.Row{ID: "people.row:" + string(id), Title: nameOf(r.Person), Sub: r.Job, Right: r.Last, Avatar: initialsOf(r.Person)}
}

func contactID(r desk.ContactRow) data.ID { return r.Person.ID }

// filled shows the words of rows that came into sight.
func (v *People) filled(err error) {
	if err != nil {
		v.Fail(err)
		return
	}
	v.list.Refill()
}

// inSight returns who is in sight now.
func (v *People) inSight() []data.ID {
	from, to := v.list.InSight()
	return append([]data.ID(nil), v.ids[min(from, len(v.ids)):min(to, len(v.ids))]...)
}
