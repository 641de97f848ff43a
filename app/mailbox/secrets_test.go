package mailbox

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"afterword/data"
)

// keeps holds what every keeper of secrets does.
func keeps(t *testing.T, s Secrets) {
	t.Helper()
	if _, err := s.Get("a"); !errors.Is(err, data.ErrMissing) {
		t.Errorf("before: %v, want ErrMissing", err)
	}
	for _, secret := range []string{"correct horse", "pässwörd \"with\" signs"} {
		if err := s.Set("a", secret); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Get("a"); err != nil || got != secret {
			t.Errorf("got %q, %v, want %q", got, err, secret)
		}
	}
	for range 2 { // a second time is no error
		if err := s.Delete("a"); err != nil {
			t.Errorf("delete: %v", err)
		}
	}
	if _, err := s.Get("a"); !errors.Is(err, data.ErrMissing) {
		t.Errorf("after: %v, want ErrMissing", err)
	}
}

func TestVault(t *testing.T) {
	home := filepath.Join(t.TempDir(), "home")
	s, err := OpenSecrets("file", "passphrase", home)
	if err != nil {
		t.Fatal(err)
	}
	keeps(t, s)
	if err := s.Set("b", "correct horse"); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(home, "secrets.age")
	raw, err := os.ReadFile(file)
	if err != nil || strings.Contains(string(raw), "horse") {
		t.Errorf("the file holds the secret: %v", err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v, want 0600", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(home, ".secrets-*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := OpenSecrets("file", "another", home); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("with another passphrase: %v, want ErrInvalid", err)
	}
	again, err := OpenSecrets("file", "passphrase", home)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := again.Get("b"); err != nil || got != "correct horse" {
		t.Errorf("opened again: %q, %v", got, err)
	}
	raw[len(raw)/2] ^= 1
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := again.Get("b"); err == nil {
		t.Error("a damaged file was read")
	}
	if err := again.Set("c", "x"); err == nil {
		t.Error("a damaged file was written over")
	}
}

func TestKeyring(t *testing.T) {
	keyring.MockInit()
	s, err := OpenSecrets("keyring", "", "/home/robin/afterword")
	if err != nil {
		t.Fatal(err)
	}
	keeps(t, s)
}

func TestKeyringTroublesAreToldApart(t *testing.T) {
	for text, want := range map[string]error{
		"failed to unlock correct collection: locked":                            ErrLocked,
		"Prompt was dismissed":                                                   ErrLocked,
		"The name org.freedesktop.secrets was not provided by any .service file": ErrNoKeyring,
	} {
		keyring.MockInitWithError(errors.New(text))
		s, err := OpenSecrets("keyring", "", "home")
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Set("a", "x"); !errors.Is(err, want) {
			t.Errorf("%q: got %v, want %v", text, err, want)
		}
		if Explain(s.Delete("a")) == "" {
			t.Errorf("%q has no words for the user", text)
		}
	}
	keyring.MockInit()
	if _, err := OpenSecrets("paper", "", "home"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("paper: %v, want ErrInvalid", err)
	}
}
