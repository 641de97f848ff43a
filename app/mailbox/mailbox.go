// Package mailbox watches the user's mailboxes over IMAP, read-only, lets the
// letters out that the user sends, and keeps the secrets for both.
//
// It talks to the user's own mail server and to the system's keyring. It judges
// nothing: what it sees it leaves with a Filing, which decides. It must not know
// of windows or of the store. Nothing of a mail, an address or a secret is ever
// logged.
package mailbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"afterword/data"
)

// Filing is where a watcher leaves what it saw, and finds where it was.
type Filing interface {
	// Cursor returns a folder as it was left; a zero UIDNext asks for a search.
	Cursor(ctx context.Context, mailbox data.ID, folder string) (data.Folder, error)
	// Since returns the day to which the first search goes back.
	Since(ctx context.Context, mailbox data.ID) (data.Day, error)
	// Wants says which of some heads need their body, and notes the Key of each.
	Wants(ctx context.Context, folder data.Folder, heads []data.Mail) ([]bool, error)
	// Receive files decisions and the new cursor in one transaction.
	Receive(ctx context.Context, b data.Batch) (data.Received, error)
	// Report stores how the watching goes; a zero synced keeps the last one.
	Report(ctx context.Context, mailbox data.ID, state data.MailboxState, detail string, synced time.Time) error
}

// An Account is a mailbox with what opens it.
type Account struct {
	Mailbox  data.Mailbox
	Password string
	Command  []string // a program that prints the password, instead of Password
	Bearer   Bearer   // signs in with access tokens instead of the password; nil for the password
	ExtraCA  []byte   // PEM of one more root certificate, nil for none
	Limits   Limits
	Heard    *Transcript // keeps what is said; nil for nothing
}

// Limits bound what a server may take and send. The zero value of a field is
// its default.
type Limits struct {
	Silence time.Duration // without a byte, while an answer is due: 30 s
	Command time.Duration // for one whole command: 5 min
	Done    time.Duration // without a byte, while the end of an IDLE is due: 15 s
	Poll    time.Duration // between full checks, each of which renews IDLE: 2 min (RFC 2177 asks for less than 29)
}

func (l Limits) filled() Limits {
	fill := func(d *time.Duration, or time.Duration) {
		if *d == 0 {
			*d = or
		}
	}
	fill(&l.Silence, defaultSilence)
	fill(&l.Command, 5*time.Minute)
	fill(&l.Done, 15*time.Second)
	fill(&l.Poll, 2*time.Minute)
	return l
}

// defaultSilence is how long an answer may take.
const defaultSilence = 30 * time.Second

// What can go wrong, so that Explain and the watcher can tell it apart.
var (
	ErrPassword    = errors.New("the server did not accept the password")
	ErrCertificate = errors.New("the server's certificate does not fit")
	ErrPlaintext   = errors.New("the connection would not be encrypted")
	ErrProtocol    = errors.New("the server does not speak IMAP as it should")
	ErrSilent      = errors.New("no answer from the server")
	ErrFiling      = errors.New("what was decided could not be stored")

	// ErrCommand wraps ErrPassword: the command is the user's to mend.
	ErrCommand = fmt.Errorf("the command for the password failed: %w", ErrPassword)
	// ErrToken wraps ErrPassword: both wait for the user.
	ErrToken = fmt.Errorf("the server did not accept the access token: %w", ErrPassword)
)
