package mailbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"filippo.io/age"

	"afterword/data"
)

// workFactor is scrypt's: 15 takes a tenth of a second and 32 MB, age's own
// default over a second and 266 MB.
const workFactor = 15

// A vault is an encrypted file of secrets, for machines without a keyring.
type vault struct {
	mu   sync.Mutex
	key  string
	path string
}

// openVault checks that the key opens the file, if there is one.
func openVault(key, home string) (*vault, error) {
	v := &vault{key: key, path: filepath.Join(home, "secrets.age")}
	_, err := v.read()
	return v, err
}

// Get implements Secrets.
func (v *vault) Get(id data.ID) (string, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	all, err := v.read()
	if err != nil {
		return "", err
	}
	secret, ok := all[id]
	if !ok {
		return "", fmt.Errorf("password of mailbox %s: %w", id, data.ErrMissing)
	}
	return secret, nil
}

// Set implements Secrets.
func (v *vault) Set(id data.ID, secret string) error {
	return v.change(func(all map[data.ID]string) { all[id] = secret })
}

// Delete implements Secrets.
func (v *vault) Delete(id data.ID) error {
	return v.change(func(all map[data.ID]string) { delete(all, id) })
}

// Where implements Secrets.
func (*vault) Where() string { return "file" }

func (v *vault) change(edit func(map[data.ID]string)) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	all, err := v.read()
	if err != nil {
		return err
	}
	edit(all)
	return v.write(all)
}

func (v *vault) read() (map[data.ID]string, error) {
	all := make(map[data.ID]string)
	raw, err := os.ReadFile(v.path)
	if errors.Is(err, os.ErrNotExist) {
		return all, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the secrets file: %w", err)
	}
	id, err := age.NewScryptIdentity(v.key)
	if err != nil {
		return nil, fmt.Errorf("open the secrets file: %w", err)
	}
	id.SetMaxWorkFactor(workFactor)
	plain, err := age.Decrypt(bytes.NewReader(raw), id)
	if err != nil {
		return nil, fmt.Errorf("AFTERWORD_SECRETS_KEY does not open the secrets file: %w", data.ErrInvalid)
	}
	b, err := io.ReadAll(plain)
	if err != nil {
		return nil, fmt.Errorf("the secrets file is damaged: %w", err)
	}
	return all, json.Unmarshal(b, &all)
}

// write replaces the file whole, so that a crash leaves the old one or the new.
func (v *vault) write(all map[data.ID]string) error {
	b, err := json.Marshal(all)
	if err != nil {
		return err
	}
	to, err := age.NewScryptRecipient(v.key)
	if err != nil {
		return fmt.Errorf("close the secrets file: %w", err)
	}
	to.SetWorkFactor(workFactor)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return fmt.Errorf("close the secrets file: %w", err)
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return replace(v.path, out.Bytes())
}

func replace(path string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("write the secrets file: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".secrets-*") // mode 0600
	if err != nil {
		return fmt.Errorf("write the secrets file: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write the secrets file: %w", err)
	}
	return nil
}
