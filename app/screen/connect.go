package screen

import (
	"context"

	"afterword/data"
	"afterword/widgets"
)

// A Connection is what the user types to connect a mailbox.
type Connection struct {
	Email, Password, Host, Port, Security, User string
}

// A Finding is what is known of the mailbox of an address.
type Finding struct {
	Connection
	Name    string   // of the provider, "" where it is not known
	Hint    string   // what to know before signing in; "" for nothing
	Steps   []string // how to get the password that it takes; none for the usual one
	Help    string   // the provider's page on that; "" for none
	Known   bool     // its provider stands in the table: nothing else needs to be asked
	Outside bool     // the server is not in the user's own domain, and only the network names it
	Browser bool     // signing in by browser is possible
	Barred  bool     // no password is taken, and signing in by browser is not possible
}

// A Tested is a mailbox that let us in. Nothing of its mails was read yet.
type Tested struct {
	Watched []data.Folder // the INBOX and the Sent folder
	Offered []data.Folder // that may be watched besides
	// Keep stores the mailbox with these folders besides, reads it back to since,
	// or to the first interview where that is zero, and has it watched.
	Keep func(ctx context.Context, besides []data.Folder, since data.Day) (Connected, error)
}

// A Connected is a mailbox that was kept and read for the first time.
type Connected struct {
	Mailbox data.ID
	Result  string
}

// A TroubleKind says what a user can do about trouble with a mailbox.
type TroubleKind int

// The kinds of trouble.
const (
	TroubleOther       TroubleKind = iota // try again
	TroublePassword                       // type another one
	TroubleCertificate                    // look at the details
	TroubleSilent                         // try again, or do without mail
)

// A Trouble is why a mailbox could not be opened.
type Trouble struct {
	Kind   TroubleKind
	Text   string // in the words of the user
	Detail string // in those of the machine
}

// Error implements error.
func (t *Trouble) Error() string { return t.Text }

// A MailLine is one live line of a connection test.
type MailLine struct {
	Name  string // of the step, for the map of the window
	Text  string
	State widgets.NoteState
}

// A Watching is what the page asks of the engine that watches mailboxes. Lines
// are given on any goroutine. Test and SignIn fail with a *Trouble.
type Watching struct {
	Find   func(email string) Finding                                                     // from the table of providers, at once
	Search func(ctx context.Context, email string, agreed bool) (Finding, error)          // in the user's own domain, and beyond it where that was agreed to
	Test   func(ctx context.Context, c Connection, line func([]MailLine)) (Tested, error) // signs in and reads no mail
	SignIn func(ctx context.Context, email string, line func([]MailLine)) (Tested, error) // the same by browser
	Reopen func(ctx context.Context, box data.ID, line func([]MailLine)) (Tested, error)  // tests a mailbox that is connected
	Client func(ctx context.Context, id string) error                                     // keeps a client id for signing in by browser
	Check  func()                                                                         // look for mail now
	Heard  func(mailbox data.ID) string                                                   // the last lines said to the server, nothing private in them; "" for none
	Where  string                                                                         // where the password is kept, "" for the keychain
}
