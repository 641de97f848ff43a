package mailbox

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"afterword/data"
)

// commandMark begins a secret that names the program which prints the password.
const commandMark = "command:"

// CommandSecret returns the secret that stands for a program, with its
// arguments, that prints the password on its first line. It is run without a
// shell each time the mailbox is connected.
func CommandSecret(argv []string) (string, error) {
	b, err := json.Marshal(argv)
	return commandMark + string(b), err
}

func commandOf(secret string) (argv []string, ok bool) {
	text, marked := strings.CutPrefix(secret, commandMark)
	if !marked || json.Unmarshal([]byte(text), &argv) != nil {
		return nil, false
	}
	return argv, len(argv) > 0 && argv[0] != ""
}

// AccountOf returns a mailbox with what its secret says opens it: a password, a
// program that prints it, or a grant.
func AccountOf(box data.Mailbox, secret string) Account {
	if argv, ok := commandOf(secret); ok {
		return Account{Mailbox: box, Command: argv}
	}
	if g, ok := GrantOf(secret); ok {
		return g.Account(box)
	}
	return Account{Mailbox: box, Password: secret}
}

// password returns the password that was typed, or that the user's program prints.
func (a Account) password(ctx context.Context) (string, error) {
	if len(a.Command) == 0 {
		return a.Password, nil
	}
	password, err := printed(ctx, a.Command)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrCommand, err)
	}
	return password, nil
}
