package profile

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"afterword/data"
)

// A Clock gives the program its time. It is the system's clock, or starts at a
// given instant and runs on, or stands still (AFTERWORD_NOW, AFTERWORD_CLOCK).
// Its methods may be called from any goroutine.
type Clock struct {
	mu    sync.Mutex
	file  string        // read again when it changes; "" for none
	stamp os.FileInfo   // of the file when it was last read
	shift time.Duration // program time minus system time
	at    time.Time     // the program's time while it stands still
	set   bool
	still bool
}

// NewClock makes the clock. now is "", an RFC 3339 instant or "@FILE" that holds
// one; mode is "" or "still".
func NewClock(now, mode string) (*Clock, error) {
	if mode != "" && mode != "still" {
		return nil, fmt.Errorf("AFTERWORD_CLOCK is %q; use still or nothing: %w", mode, data.ErrInvalid)
	}
	c := &Clock{still: mode == "still"}
	if path, ok := strings.CutPrefix(now, "@"); ok {
		c.file = path
		if _, err := c.Poll(); err != nil {
			return nil, err
		}
		return c, nil
	}
	if now == "" {
		c.at = system()
		return c, nil
	}
	t, err := instant(now)
	if err != nil {
		return nil, err
	}
	c.start(t)
	return c, nil
}

// Now returns the program's time in UTC, to the microsecond that the store
// keeps.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.still {
		return c.at
	}
	return system().Add(c.shift)
}

// System returns the computer's own time, for what has to be compared with the
// dates that a mail server keeps.
func (c *Clock) System() time.Time { return system() }

// Set reports whether the program's clock was set apart from the system's
// (schedule.md 16.7).
func (c *Clock) Set() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.set
}

// Poll reads the clock file again if it changed, and reports whether the time
// jumped. A file that cannot be read leaves the clock as it was.
func (c *Clock) Poll() (jumped bool, err error) {
	if c.file == "" {
		return false, nil
	}
	info, err := os.Stat(c.file)
	if err != nil {
		return false, fmt.Errorf("clock file: %w", err)
	}
	c.mu.Lock()
	same := c.stamp != nil && info.ModTime().Equal(c.stamp.ModTime()) && info.Size() == c.stamp.Size() && os.SameFile(info, c.stamp)
	c.mu.Unlock()
	if same {
		return false, nil
	}
	b, err := os.ReadFile(c.file)
	if err != nil {
		return false, fmt.Errorf("clock file: %w", err)
	}
	t, err := instant(strings.TrimSpace(string(b)))
	if err != nil {
		return false, err
	}
	c.start(t)
	c.mu.Lock()
	c.stamp = info
	c.mu.Unlock()
	return true, nil
}

func (c *Clock) start(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = t.UTC().Truncate(time.Microsecond)
	c.shift = c.at.Sub(system())
	c.set = true
}

func instant(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("AFTERWORD_NOW %q is not an RFC 3339 instant: %w", s, data.ErrInvalid)
	}
	return t, nil
}

// system is the one place where the program asks the computer for the time.
func system() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
