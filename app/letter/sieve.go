package letter

import (
	"slices"
	"sync"
)

// A sieve tells in one pass over a text which of many patterns may match it: it
// looks for the words that each of them needs (Aho and Corasick 1975). It spares
// nearly all of the slow searches.
type sieve struct {
	class [256]uint8 // of a byte
	width int
	next  []int32  // state*width + class: the next state
	hits  [][]need // of a state: what is met by the words that end there
	all   []uint8  // of a pattern: all that it needs, a bit each
	free  []int32  // patterns that need no word
	marks sync.Pool
}

// A need is one of the things that a pattern needs: one of a few words.
type need struct {
	pattern int32
	bit     uint8
}

// maxNeeds is how many needs of a pattern are looked at, and maxNeedWord how
// much of a word is, in bytes: the rest costs memory and tells little more.
const (
	maxNeeds    = 3
	maxNeedWord = 11
)

// newSieve makes a sieve of what each pattern needs (see needs). With spoken all
// that is in no word counts as a space.
func newSieve(patterns [][][]string, spoken bool) *sieve {
	s := &sieve{all: make([]uint8, len(patterns))}
	s.classes(patterns, spoken)
	s.state()
	for i, sets := range patterns {
		if len(sets) == 0 {
			s.free = append(s.free, int32(i))
		}
		for n, set := range sets {
			s.all[i] |= 1 << n
			for _, w := range set {
				s.add(w[:min(len(w), maxNeedWord)], need{int32(i), 1 << n})
			}
		}
	}
	s.next = slices.Clone(s.next) // without the room to grow
	s.link()
	s.marks.New = func() any { return &marks{met: make([]uint8, len(patterns))} }
	return s
}

// classes numbers the bytes that are told apart.
func (s *sieve) classes(patterns [][][]string, spoken bool) {
	var used [256]bool
	for _, sets := range patterns {
		for _, set := range sets {
			for _, w := range set {
				for i := range len(w) {
					used[w[i]] = true
				}
			}
		}
	}
	s.width = 1
	if spoken {
		s.width = 2 // 1 is the space
	}
	for c := range 256 {
		switch {
		case spoken && !wordByte(byte(c)):
			s.class[c] = 1
		case used[c]:
			s.class[c] = uint8(s.width)
			s.width++
		}
	}
	for c := 'A'; spoken && c <= 'Z'; c++ {
		s.class[c] = s.class[c-'A'+'a']
	}
}

// state adds a state without a way on.
func (s *sieve) state() int32 {
	if len(s.next)+s.width > cap(s.next) {
		s.next = slices.Grow(s.next, len(s.next)+s.width) // twice the room: append adds less to a long one
	}
	for range s.width {
		s.next = append(s.next, -1)
	}
	s.hits = append(s.hits, nil)
	return int32(len(s.hits) - 1)
}

func (s *sieve) add(word string, n need) {
	at := int32(0)
	for i := range len(word) {
		edge := int(at)*s.width + int(s.class[word[i]])
		if s.next[edge] < 0 {
			to := s.state()
			s.next[edge] = to
		}
		at = s.next[edge]
	}
	s.hits[at] = append(s.hits[at], n)
}

// link gives every state a way on for every byte: where a word breaks off, the
// longest end of it that begins another word.
func (s *sieve) link() {
	back := make([]int32, len(s.hits))
	var queue []int32
	for c := range s.width {
		if to := s.next[c]; to >= 0 {
			queue = append(queue, to)
		} else {
			s.next[c] = 0
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		s.hits[at] = append(s.hits[at], s.hits[back[at]]...)
		for c := range s.width {
			edge, onward := int(at)*s.width+c, s.next[int(back[at])*s.width+c]
			if to := s.next[edge]; to >= 0 {
				back[to] = onward
				queue = append(queue, to)
			} else {
				s.next[edge] = onward
			}
		}
	}
}

// Marks are what a text has met of each pattern's needs.
type marks struct {
	met     []uint8
	touched []int32
}

// passed calls found once with each pattern that may match text.
func (s *sieve) passed(text string, found func(pattern int32)) {
	for _, p := range s.free {
		found(p)
	}
	m, ok := s.marks.Get().(*marks)
	if !ok {
		return // cannot be: the pool makes nothing else
	}
	at := s.next[s.class[' ']] // before a text is the start of a word
	for i := 0; i <= len(text); i++ {
		c := uint8(' ')
		if i < len(text) {
			c = text[i]
		}
		at = s.next[int(at)*s.width+int(s.class[c])]
		for _, n := range s.hits[at] {
			if m.met[n.pattern] == 0 {
				m.touched = append(m.touched, n.pattern)
			}
			m.met[n.pattern] |= n.bit
		}
	}
	for _, p := range m.touched {
		full := m.met[p] == s.all[p]
		m.met[p] = 0
		if full {
			found(p)
		}
	}
	m.touched = m.touched[:0]
	s.marks.Put(m)
}
