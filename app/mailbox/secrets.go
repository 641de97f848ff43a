package mailbox

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/zalando/go-keyring"

	"afterword/data"
)

// Secrets keeps the passwords of mailboxes, each under the mailbox's ID. Get
// wraps data.ErrMissing when there is none.
type Secrets interface {
	Get(id data.ID) (string, error)
	Set(id data.ID, secret string) error
	Delete(id data.ID) error
	Where() string // for the user: where the secrets lie
}

// What a keyring may lack.
var (
	ErrNoKeyring = errors.New("no keyring runs on this system")
	ErrLocked    = errors.New("the keyring is locked")
)

// OpenSecrets returns the secrets of a home: kind is "keyring", or "file" for a
// file in the home that is encrypted with the passphrase key.
func OpenSecrets(kind, key, home string) (Secrets, error) {
	switch kind {
	case "keyring":
		return ring{service: "Afterword " + home}, nil
	case "file":
		return openVault(key, home)
	}
	return nil, fmt.Errorf("secrets %q; use keyring or file: %w", kind, data.ErrInvalid)
}

// ring is the operating system's keyring.
type ring struct{ service string }

// patience is how long a keyring may take: it may be asking the user.
const patience = 60 * time.Second

// Get implements Secrets.
func (r ring) Get(id data.ID) (string, error) {
	var secret string
	err := patiently(func() (err error) {
		secret, err = keyring.Get(r.service, string(id))
		return err
	})
	return secret, err
}

// Set implements Secrets.
func (r ring) Set(id data.ID, secret string) error {
	return patiently(func() error { return keyring.Set(r.service, string(id), secret) })
}

// Delete implements Secrets.
func (r ring) Delete(id data.ID) error {
	err := patiently(func() error { return keyring.Delete(r.service, string(id)) })
	if errors.Is(err, data.ErrMissing) {
		return nil
	}
	return err
}

// Where implements Secrets.
func (ring) Where() string { return "keyring" }

// patiently calls a keyring that may hang, and tells its troubles apart.
func patiently(call func() error) error {
	done := make(chan error, 1)
	go func() { done <- call() }()
	limit := time.NewTimer(patience)
	defer limit.Stop()
	select {
	case err := <-done:
		return ringError(err)
	case <-limit.C:
		return ErrLocked
	}
}

func ringError(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, keyring.ErrNotFound) {
		return fmt.Errorf("password: %w", data.ErrMissing)
	}
	text := strings.ToLower(err.Error())
	if strings.Contains(text, "locked") || strings.Contains(text, "prompt") || strings.Contains(text, "dismissed") {
		return fmt.Errorf("%w: %w", ErrLocked, err)
	}
	return fmt.Errorf("%w: %w", ErrNoKeyring, err)
}
