package desk

import (
	"context"

	"afterword/data"
)

// People returns everybody of all applications, in the order in which they were
// added.
func (d *Desk) People(ctx context.Context) ([]data.Person, error) { return d.store.People(ctx) }
