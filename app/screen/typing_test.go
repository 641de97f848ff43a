package screen

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"
)

// TestTypingStoresWhatIsTyped: one store serves many keys, keys that follow do not
// put it off, and what failed is tried again.
func TestTypingStoresWhatIsTyped(t *testing.T) {
	var timers []func()
	var onDisk []string
	fail := false
	k := typing{after: func(pause time.Duration, act func()) *time.Timer {
		if pause > 200*time.Millisecond {
			t.Errorf("pause = %v, want at most 200ms", pause)
		}
		timers = append(timers, act)
		return time.NewTimer(time.Hour)
	}}
	key := func(text string) {
		k.changed(func() error {
			if fail {
				return errors.New("disk full")
			}
			onDisk = append(onDisk, text)
			return nil
		})
	}
	key("a")
	key("ab")
	if len(timers) != 1 || !k.waits() {
		t.Fatalf("timers after two keys: got %d, want the first one running on", len(timers))
	}
	timers[0]()
	if !slices.Equal(onDisk, []string{"ab"}) || k.waits() {
		t.Errorf("on disk %q, want the newest text once", onDisk)
	}
	fail = true
	key("abc")
	if err := k.flush(); err == nil || !k.waits() {
		t.Errorf("flush on a full disk: %v, waits %v, want an error and the text kept", err, k.waits())
	}
	fail = false
	if err := k.flush(); err != nil || onDisk[len(onDisk)-1] != "abc" {
		t.Errorf("flush again: %v, on disk %q, want abc", err, onDisk)
	}
}

// TestTypingNeverStoresAnOlderTextOverANewerOne, however the stores overlap.
func TestTypingNeverStoresAnOlderTextOverANewerOne(t *testing.T) {
	k := typing{after: func(time.Duration, func()) *time.Timer { return time.NewTimer(time.Hour) }}
	var onDisk int
	var flushes sync.WaitGroup
	for i := range 200 {
		k.changed(func() error {
			onDisk = i // guarded by k
			return nil
		})
		flushes.Go(func() { _ = k.flush() })
	}
	flushes.Wait()
	if onDisk != 199 {
		t.Errorf("on disk: text %d, want the last, 199", onDisk)
	}
}

// TestTypingCounts what waits for the disk: from the first key until it is there,
// and not while it waits for the user because the disk is full.
func TestTypingCounts(t *testing.T) {
	h := &Host{After: func(time.Duration, func()) *time.Timer { return time.NewTimer(time.Hour) }}
	var k typing
	k.on(h)
	var failure error
	var during bool
	key := func() {
		k.changed(func() error {
			during = h.Unsaved()
			return failure
		})
	}
	for _, c := range []struct {
		failure error
		keys    int
	}{{nil, 1}, {nil, 3}, {errors.New("disk full"), 2}, {nil, 1}} {
		failure = c.failure
		for range c.keys {
			key()
		}
		before := h.Unsaved()
		if err := k.flush(); !errors.Is(err, c.failure) || !before || !during || h.Unsaved() {
			t.Errorf("%d keys, %v: unsaved before %v, during %v, after %v, want true, true, false", c.keys, err, before, during, h.Unsaved())
		}
	}
	key()
	k.changed(func() error {
		key() // typed on while it is stored
		return nil
	})
	if err := k.flush(); err != nil || !h.Unsaved() {
		t.Errorf("typed on while it was stored: %v, unsaved %v, want it counted", err, h.Unsaved())
	}
	if err := k.flush(); err != nil || h.Unsaved() {
		t.Errorf("then stored: %v, unsaved %v, want nothing left", err, h.Unsaved())
	}
}
