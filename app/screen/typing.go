package screen

import (
	"sync"
	"time"
)

// typingPause is how long what was typed may wait for the next key before it
// goes to disk.
const typingPause = 80 * time.Millisecond

// A typing puts on disk what is being typed: soon after the first key and again
// while keys follow, off the UI goroutine, never an older text over a newer one.
// It serves one text at a time.
type typing struct {
	after  func(time.Duration, func()) *time.Timer // Host.After
	count  func(by int)                            // 1 when something waits for the disk, -1 when nothing does; nil for nobody who counts
	stored func(error)                             // off the UI goroutine, after each store

	writing sync.Mutex // one store at a time
	mu      sync.Mutex
	counted bool         // guarded by mu
	next    func() error // what is not on disk yet; guarded by mu
	timer   *time.Timer  // guarded by mu
}

// on lets a host time and count what is typed.
func (t *typing) on(h *Host) { t.after, t.count = h.After, h.waits }

// counts says whether something waits for the disk; what could not be stored
// waits for the user. Guarded by mu.
func (t *typing) counts(on bool) {
	if t.count == nil || on == t.counted {
		return
	}
	t.counted = on
	if on {
		t.count(1)
	} else {
		t.count(-1)
	}
}

// changed takes what stores the text as it is now. It is called at every key.
func (t *typing) changed(store func() error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next = store
	t.counts(true)
	if t.timer == nil {
		t.timer = t.after(typingPause, func() { t.flush() })
	}
}

// soon stores what waits without any pause, off the UI goroutine: the focus left
// the text, or a button changed it.
func (t *typing) soon() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.next == nil {
		return
	}
	if t.timer != nil {
		t.timer.Stop()
	}
	t.timer = t.after(0, func() { t.flush() })
}

// flush stores what waits and returns when it is on disk. What cannot be stored
// waits on, for the next key or the next flush.
func (t *typing) flush() error {
	t.writing.Lock()
	defer t.writing.Unlock()
	t.mu.Lock()
	store := t.next
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	t.next = nil
	t.mu.Unlock()
	defer func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.counts(t.timer != nil)
	}()
	if store == nil {
		return nil
	}
	err := store()
	if err != nil {
		t.mu.Lock()
		if t.next == nil {
			t.next = store
		}
		t.mu.Unlock()
	}
	if t.stored != nil {
		t.stored(err)
	}
	return err
}

// waits reports whether something is not on disk yet.
func (t *typing) waits() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.next != nil
}
