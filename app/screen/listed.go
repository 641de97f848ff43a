package screen

import (
	"context"
	"strings"

	"afterword/app/desk"
	"afterword/data"
)

// A listed is what one reading of the list brings: the places of all rows, and
// the words of those in sight.
type listed struct {
	desk.Listing
	rows  []desk.Row
	known string
	acts  int // of the user by which the places are ordered
}

func (v *Interviews) reload() {
	asked := v.asking()
	load(&v.loader, v.Context, func(ctx context.Context) (listed, error) { return v.read(ctx, asked) }, v.show)
}

// An asking is what a reading of the list starts from.
type asking struct {
	search string
	seen   []data.ID    // in sight now
	shown  []desk.Place // whose order the rows keep, nil for their own
	acts   int
}

func (v *Interviews) asking() asking {
	a := asking{search: v.search.Text(), seen: v.inSight(), acts: v.acts}
	if v.settled == v.acts {
		a.shown = v.all
	}
	return a
}

// read reads the list and the words of the rows that are, or come, into sight.
func (v *Interviews) read(ctx context.Context, a asking) (l listed, err error) {
	l.acts = a.acts
	if l.Listing, err = v.Desk.Listing(ctx, desk.Filter{Search: a.search, All: true}); err != nil {
		return l, err
	}
	if sought := strings.TrimSpace(a.search); len(l.Places) == 0 && sought != "" {
		names, err := v.Desk.Companies(ctx)
		l.known = likeliest(names, sought)
		return l, err
	}
	if a.shown != nil {
		l.Places = inPlace(a.shown, l.Places)
	}
	for _, p := range l.Places[:min(len(l.Places), sightful)] {
		a.seen = append(a.seen, p.ID)
	}
	l.rows, err = v.Desk.Rows(ctx, a.seen)
	return l, err
}

func (v *Interviews) show(l listed, err error) {
	if err != nil {
		v.Fail(err)
		return
	}
	v.settled, v.all, v.left, v.known = l.acts, l.Places, l.Left, l.known
	v.words.learn(l.rows, rowID)
	v.filter()
	v.arrived(len(v.rows))
	if l.Left > 0 { // the user looks at what is there while the rest is read
		v.settled = -1
		v.reload()
	}
}
