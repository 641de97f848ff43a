package desk

import (
	"context"

	"afterword/data"
)

// PeopleOf returns the people who were met in these applications, in the order in
// which they were added.
func (d *Desk) PeopleOf(ctx context.Context, rows []Row) ([]data.Person, error) {
	var ids []data.ID
	for _, r := range rows {
		for _, iv := range r.Interviews {
			for _, m := range iv.With {
				ids = append(ids, m.Person)
			}
		}
	}
	return d.store.PeopleByID(ctx, ids)
}
