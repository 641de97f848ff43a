package mailbox

import (
	"sync"

	"afterword/data"
)

// Keys open mailboxes with what Secrets keeps: passwords and grants. They hold
// access tokens for as long as the program runs. Any goroutine may ask.
type Keys struct {
	Secrets

	mu   sync.Mutex
	held map[data.ID]held
}

// held is a bearer and the secret it works by.
type held struct {
	secret string
	bearer *bearer
}

// NewKeys returns the keys to the mailboxes whose secrets s keeps.
func NewKeys(s Secrets) *Keys { return &Keys{Secrets: s, held: make(map[data.ID]held)} }

// Account returns a mailbox with what opens it: a password or a Bearer. It asks
// the Secrets each time, and passes on their errors.
func (k *Keys) Account(box data.Mailbox) (Account, error) {
	secret, err := k.Get(box.ID)
	if err != nil {
		return Account{Mailbox: box}, err
	}
	grant, ok := GrantOf(secret)
	if !ok {
		return AccountOf(box, secret), nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	h := k.held[box.ID]
	if h.secret != secret { // none yet, or the user signed in anew
		h = held{secret, &bearer{
			grant: grant,
			keep:  func(renewed Grant) error { return k.keep(box.ID, renewed) },
			kept:  func() (Grant, error) { return k.kept(box.ID) },
		}}
		k.held[box.ID] = h
	}
	return Account{Mailbox: box, Bearer: h.bearer}, nil
}

func (k *Keys) keep(id data.ID, renewed Grant) error {
	secret, err := renewed.Secret()
	if err != nil {
		return err
	}
	if err := k.Set(id, secret); err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.held[id] = held{secret, k.held[id].bearer}
	return nil
}

func (k *Keys) kept(id data.ID) (Grant, error) {
	secret, err := k.Get(id)
	grant, _ := GrantOf(secret)
	return grant, err
}
