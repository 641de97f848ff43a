package mailbox

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// printed runs a program of the user's that prints an access token on its first
// line, without a shell. The error wraps ErrToken: the program is the user's to
// mend. What it printed stays untold.
func printed(ctx context.Context, argv []string) (string, error) {
	limited, cancel := context.WithTimeout(ctx, authorityLimit)
	defer cancel()
	command := exec.CommandContext(limited, argv[0], argv[1:]...)
	command.WaitDelay = time.Second // for what it started and left behind
	var out first
	command.Stdout = &out
	err := command.Run()
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case limited.Err() != nil:
		return "", fmt.Errorf("the token command took over %v: %w", authorityLimit, ErrToken)
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		return "", fmt.Errorf("the token command failed: %w: %w", ErrToken, err)
	}
	token, _, _ := strings.Cut(out.text.String(), "\n")
	if token = strings.TrimSpace(token); token == "" {
		return "", fmt.Errorf("the token command printed no token: %w", ErrToken)
	}
	return token, nil
}

// first keeps the beginning of what is written, and lets the rest go.
type first struct{ text strings.Builder }

// maxToken is more than any access token has.
const maxToken = 64 << 10

// Write implements io.Writer.
func (f *first) Write(b []byte) (int, error) {
	_, err := f.text.Write(b[:min(len(b), maxToken-f.text.Len())])
	return len(b), err
}
