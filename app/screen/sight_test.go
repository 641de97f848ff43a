package screen

import (
	"fmt"
	"testing"

	"afterword/data"
)

func TestSightReadsAhead(t *testing.T) {
	const n = 1000
	at := func(i int) data.ID { return data.ID(fmt.Sprint(i)) }
	self := func(id data.ID) data.ID { return id }
	s := &sight[data.ID]{}
	learn := func(from, to int) {
		var all []data.ID
		for i := from; i < to; i++ {
			all = append(all, at(i))
		}
		s.take(all, all, self)
	}
	learn(0, 100)
	for _, c := range []struct{ row, count, first int }{
		{50, 0, 0},     // all around it is known
		{89, 0, 0},     // the next ten are
		{90, 25, 100},  // the tenth below is not
		{500, 33, 492}, // a leap: the row and those around it
		{999, 9, 991},  // the last
		{-1, 0, 0},     // none
		{108, 33, 100}, // those that are known are not read again
		{100, 25, 100}, // the first that is not known, and no row before it
		{0, 0, 0},      // the first
	} {
		got := s.want(c.row, n, at)
		if len(got) != c.count || c.count > 0 && got[0] != at(c.first) {
			t.Errorf("row %d: got %d rows %v, want %d from %d on", c.row, len(got), got, c.count, c.first)
		}
	}
	s.reading = true
	if got := s.want(500, n, at); got != nil {
		t.Errorf("while something is read: got %v, want nothing", got)
	}
	s.stop()
	asked := s.want(500, n, at)
	s.take(asked, asked[1:], self) // one of them is gone meanwhile
	if got := s.want(492, n, at); len(got) > 0 && got[0] == asked[0] {
		t.Error("a row that is gone is asked for again and again")
	}
}

func TestSightForgetsWhatIsFarAway(t *testing.T) {
	s := &sight[data.ID]{}
	for i := range 5 * kept / sightful {
		id := data.ID(fmt.Sprint(i))
		var many []data.ID
		for j := range sightful {
			many = append(many, id+data.ID(fmt.Sprint("-", j)))
		}
		s.take(many, many, func(id data.ID) data.ID { return id })
	}
	if len(s.known) > kept+sightful {
		t.Errorf("%d rows are known, want at most %d", len(s.known), kept+sightful)
	}
}
