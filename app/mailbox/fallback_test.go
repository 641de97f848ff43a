package mailbox

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"afterword/app/mailbox/dovecot"
	"afterword/data"
)

// TestUntilClosed keeps secrets in the keyring while there is one, and else in
// memory alone; a locked keyring is no missing one.
func TestUntilClosed(t *testing.T) {
	keyring.MockInit()
	inner, err := OpenSecrets("keyring", "", "home")
	if err != nil {
		t.Fatal(err)
	}
	s := UntilClosed(inner)
	keeps(t, s)
	if err := s.Set("b", "in the keyring"); err != nil || s.Where() != "keyring" {
		t.Errorf("%v, lies in %s, want the keyring", err, s.Where())
	}
	keyring.MockInitWithError(errors.New("The name org.freedesktop.secrets was not provided"))
	for _, secret := range []string{"one", "two"} {
		if err := s.Set("a", secret); err != nil || s.Where() != "session" {
			t.Errorf("%v, lies in %s, want session", err, s.Where())
		}
		if got, err := s.Get("a"); err != nil || got != secret {
			t.Errorf("got %q, %v, want %q", got, err, secret)
		}
	}
	if _, err := UntilClosed(inner).Get("a"); !errors.Is(err, ErrNoKeyring) {
		t.Errorf("after another start: %v, want %v", err, ErrNoKeyring)
	}
	if err := s.Delete("a"); err != nil {
		t.Error(err)
	}
	keyring.MockInitWithError(errors.New("Prompt was dismissed"))
	if err := s.Set("a", "x"); !errors.Is(err, ErrLocked) || s.Where() != "keyring" {
		t.Errorf("a locked keyring: %v, lies in %s", err, s.Where())
	}
	keyring.MockInit()
}

// TestPasswordCommand signs in to a real server with what a program prints.
func TestPasswordCommand(t *testing.T) {
	s := dovecot.Start(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	secret, err := CommandSecret([]string{self, dovecot.Password})
	if err != nil {
		t.Fatal(err)
	}
	a := AccountOf(account(s, data.SecurityTLS).Mailbox, secret)
	a.ExtraCA = s.CA
	t.Setenv("TOKEN_COMMAND", "arguments") // prints them
	if _, err := Test(t.Context(), a, func(Step) {}); err != nil {
		t.Error(err)
	}
	t.Setenv("TOKEN_COMMAND", "fail")
	_, err = Test(t.Context(), a, func(Step) {})
	if !errors.Is(err, ErrPassword) || !strings.Contains(Explain(err), "command") || strings.Contains(err.Error(), "secret") {
		t.Errorf("a command that fails: %v, told as %q", err, Explain(err))
	}
	for _, typed := range []string{"correct horse", "command:", "command:[]", "command:[\"\"]", "command:{}"} {
		if a := AccountOf(data.Mailbox{}, typed); a.Password != typed || a.Command != nil || a.Bearer != nil {
			t.Errorf("%q opens as %+v, want a password", typed, a)
		}
	}
}
