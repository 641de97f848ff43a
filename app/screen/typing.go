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
	stored func(error)                             // off the UI goroutine, after each store

	writing sync.Mutex // one store at a time
	mu      sync.Mutex
	next    func() error // what is not on disk yet; guarded by mu
	timer   *time.Timer  // guarded by mu
}

// changed takes what stores the text as it is now. It is called at every key.
func (t *typing) changed(store func() error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.next = store
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
