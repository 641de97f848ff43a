package mailbox

import (
	"errors"
	"sync"

	"afterword/data"
)

// UntilClosed returns secrets that are kept in s, and where the system has no
// keyring in the memory of this program alone, until it ends: never in the clear
// on disk.
func UntilClosed(s Secrets) Secrets { return &fallback{Secrets: s, held: make(map[data.ID]string)} }

type fallback struct {
	Secrets
	mu   sync.Mutex
	held map[data.ID]string
}

// Get implements Secrets.
func (f *fallback) Get(id data.ID) (string, error) {
	f.mu.Lock()
	secret, held := f.held[id]
	f.mu.Unlock()
	if held {
		return secret, nil
	}
	return f.Secrets.Get(id)
}

// Set implements Secrets.
func (f *fallback) Set(id data.ID, secret string) error {
	err := f.Secrets.Set(id, secret)
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.held, id)
	if !errors.Is(err, ErrNoKeyring) {
		return err
	}
	f.held[id] = secret
	return nil
}

// Delete implements Secrets.
func (f *fallback) Delete(id data.ID) error {
	f.mu.Lock()
	_, held := f.held[id]
	delete(f.held, id)
	f.mu.Unlock()
	if err := f.Secrets.Delete(id); !held {
		return err
	}
	return nil
}

// Where implements Secrets.
func (f *fallback) Where() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.held) > 0 {
		return "session"
	}
	return f.Secrets.Where()
}
