package app

import (
	"errors"
	"net"
	"testing"
	"time"
)

// TestSurroundings: a sleep, a clock set either way and another network are
// seen once each, and a second that takes a little long is none of them.
func TestSurroundings(t *testing.T) {
	now := time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC)
	home := []net.Addr{&net.IPNet{IP: net.IPv4(127, 0, 0, 1)}, &net.IPNet{IP: net.IPv4(192, 168, 1, 7)}}
	addrs, trouble := home, error(nil)
	s := newSurroundings(func() time.Time { return now }, func() ([]net.Addr, error) { return addrs, trouble })
	for _, c := range []struct {
		name         string
		passed       time.Duration
		addrs        []net.Addr
		trouble      error
		slept, moved bool
	}{
		{"a second", time.Second, home, nil, false, false},
		{"a slow second", 20 * time.Second, home, nil, false, false},
		{"a night", 8 * time.Hour, home, nil, true, false},
		{"the next second", time.Second, home, nil, false, false},
		{"set back", -time.Hour, home, nil, true, false},
		{"in another order", time.Second, []net.Addr{home[1], home[0]}, nil, false, false},
		{"offline", time.Second, home[:1], nil, false, true},
		{"still offline", time.Second, home[:1], nil, false, false},
		{"cannot be told", time.Second, nil, errors.New("no netlink"), false, false},
		{"at home again", time.Second, home, nil, false, true},
		{"slept and moved", time.Hour, home[1:], nil, true, true},
	} {
		now, addrs, trouble = now.Add(c.passed), c.addrs, c.trouble
		if slept, moved := s.look(); slept != c.slept || moved != c.moved {
			t.Errorf("%s: slept %v, moved %v, want %v, %v", c.name, slept, moved, c.slept, c.moved)
		}
	}
}
