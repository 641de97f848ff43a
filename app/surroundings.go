package app

import (
	"net"
	"slices"
	"strings"
	"time"
)

// asleep is how long a second has to last for the computer to have slept, or
// its clock to have been set.
const asleep = 30 * time.Second

// surroundings are what may change around a program without its doing: the time,
// while the computer sleeps or somebody sets its clock, and the network.
type surroundings struct {
	now   func() time.Time
	addrs func() ([]net.Addr, error)

	time    time.Time // at the last look
	network string
}

func newSurroundings(now func() time.Time, addrs func() ([]net.Addr, error)) *surroundings {
	s := &surroundings{now: now, addrs: addrs}
	s.look()
	return s
}

// look reports what happened since the last look: whether the computer slept or
// its clock jumped either way, and whether it has other addresses in the network.
func (s *surroundings) look() (slept, moved bool) {
	now := s.now().Round(0) // without the clock that stands still in a sleep
	passed := now.Sub(s.time)
	s.time = now
	network := s.network
	if all, err := s.addrs(); err == nil { // else the next look sees
		names := make([]string, 0, len(all))
		for _, a := range all {
			names = append(names, a.String())
		}
		slices.Sort(names)
		network = strings.Join(names, " ")
	}
	moved = network != s.network
	s.network = network
	return passed > asleep || passed < -asleep, moved
}
