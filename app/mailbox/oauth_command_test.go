package mailbox

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test program itself be a token command.
func TestMain(m *testing.M) {
	switch os.Getenv("TOKEN_COMMAND") {
	case "":
		os.Exit(m.Run())
	case "print":
		os.Stderr.WriteString("a word that is nobody's token\n")
		os.Stdout.WriteString("  token one \r\nsecond line\n" + strings.Repeat("x", 1<<20))
	case "arguments":
		os.Stdout.WriteString(strings.Join(os.Args[1:], "|"))
	case "fail":
		os.Stdout.WriteString("secret\n")
		os.Exit(3)
	case "hang":
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt)
		<-c
	}
}

func TestTokenCommand(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		how, want string
		argv      []string
		trouble   error
	}{
		{"print", "token one", []string{self}, nil},
		{"arguments", "$HOME; echo|a b", []string{self, "$HOME; echo", "a b"}, nil},
		{"nothing", "", []string{self}, ErrToken},
		{"fail", "", []string{self}, ErrToken},
		{"print", "", []string{self + "-that-is-not-there"}, ErrToken},
	} {
		t.Setenv("TOKEN_COMMAND", c.how)
		g := &Grant{Command: c.argv}
		secret, err := g.Secret()
		if err != nil {
			t.Fatal(err)
		}
		b := bearerOf(t, NewKeys(&oneSecret{secret: secret}))
		got, err := b.Token(t.Context())
		if got != c.want || !errors.Is(err, c.trouble) {
			t.Errorf("%s: got %q, %v, want %q, %v", c.how, got, err, c.want, c.trouble)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v tells what was printed", c.how, err)
		}
		if _, err := b.Renew(t.Context(), c.want); !errors.Is(err, ErrToken) {
			t.Errorf("%s: the refused token again: got %v, want %v", c.how, err, ErrToken)
		}
	}
}

// TestTokenCommandGivenUp holds that a command that never ends is ended with
// the context; its own limit works the same way.
func TestTokenCommandGivenUp(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TOKEN_COMMAND", "hang")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := printed(ctx, []string{self}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
}
