package screen

import (
	"context"

	"afterword/data"
)

// A sight keeps the words of the rows of a long list that came into sight, and
// reads those of others shortly before they do. One reading goes on at a time and
// is never given up for another: while a list is dragged from end to end there is
// always something to see.
type sight[T any] struct {
	known   map[data.ID]T
	reading bool
	loader  loader
}

const (
	// sightful is how many rows are read at first, more than a large window shows.
	sightful = 40
	// behind and ahead of a row that comes into sight its neighbours are read too.
	behind, ahead = 8, 24
	// soon is how far from what is known the next reading begins.
	soon = 10
	// kept is how many rows are known at most. What was scrolled far away is read
	// again when it comes back.
	kept = 50 * sightful
)

// learn replaces what is known.
func (s *sight[T]) learn(rows []T, id func(T) data.ID) {
	s.stop()
	s.known = nil
	s.take(nil, rows, id)
}

// stop gives up what is being read.
func (s *sight[T]) stop() {
	s.loader.stop()
	s.reading = false
}

// want returns which of n rows to read when row i comes into sight, nothing when
// it and its neighbours are known or something is being read. ids names a row.
func (s *sight[T]) want(i, n int, ids func(i int) data.ID) []data.ID {
	if s.reading {
		return nil
	}
	lacks := func(i int) bool {
		if i < 0 || i >= n {
			return false
		}
		_, known := s.known[ids(i)]
		return !known
	}
	from, to := i-behind, i+ahead
	switch {
	case lacks(i):
	case lacks(i + soon):
		from, to = i, i+soon+ahead
	case lacks(i - soon):
		from, to = i-soon-ahead, i
	default:
		return nil
	}
	var all []data.ID
	for j := max(0, from); j < min(n, to+1); j++ {
		if lacks(j) {
			all = append(all, ids(j))
		}
	}
	return all
}

// read reads the words of some rows and calls filled on the UI goroutine.
func (s *sight[T]) read(ctx context.Context, all []data.ID, fetch func(context.Context, []data.ID) ([]T, error), id func(T) data.ID, filled func(error)) {
	if len(all) == 0 {
		return
	}
	s.reading = true
	load(&s.loader, ctx, func(ctx context.Context) ([]T, error) { return fetch(ctx, all) }, func(rows []T, err error) {
		s.reading = false
		if err == nil {
			s.take(all, rows, id)
		}
		filled(err)
	})
}

// take keeps what was read. Of what is gone meanwhile there is nothing to know, and
// nothing to ask for again.
func (s *sight[T]) take(asked []data.ID, rows []T, id func(T) data.ID) {
	if s.known == nil || len(s.known) > kept {
		s.known = make(map[data.ID]T, len(rows))
	}
	for _, gone := range asked {
		var none T
		s.known[gone] = none
	}
	for _, r := range rows {
		s.known[id(r)] = r
	}
}
