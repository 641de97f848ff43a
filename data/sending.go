package data

import (
	"errors"
	"time"
)

// A Submission is where the letters of a mailbox go out (RFC 6409). Its secret
// is the mailbox's own.
type Submission struct {
	Mailbox  ID
	Host     string
	Port     int
	Security Security
	User     string // "" for a server that wants no sign-in
	CA       []byte // PEM of an extra root certificate; nil for none
	Copy     bool   // put a copy into the Sent folder: the server does not
}

// A Sending is one letter on its way out under a Message-ID of ours. Its words
// are kept as they were then, whatever becomes of the draft.
type Sending struct {
	ID          ID
	Application ID
	Item        ItemKey
	Way         Way
	Mailbox     ID     // it goes out of; "" for a file
	MessageID   string // chosen before anything is connected; without brackets
	Relayed     string // the Message-ID that a relay gave it instead; "" for none known
	To          string // RFC 5322 mailboxes, parted by commas
	Subject     string
	Body        string
	InReplyTo   string // Message-ID of the mail it answers, "" for a new thread
	State       SendState
	Why         string    // for the user: why it did not leave, "" for no reason
	Begun       time.Time // the button was pressed
	Due         time.Time // until then it can be taken back
	Ended       time.Time // the state became final; zero before
	Event       ID        // the sent event that it filed, "" for none
	Copy        bool      // a copy is still to be put into the Sent folder
	Anyway      bool      // the user sends it although the plan no longer needs it
	Seq         int64     // newest event of the application that the user knew of
	Questions   []ID      // mails that were asked about, and that the user knew of
}

// Open reports whether a letter may still leave or may have left unseen: while it
// may, no other one is sent for its item.
func (s Sending) Open() bool {
	switch s.State {
	case SendWaiting, SendSending, SendLooking, SendAsked:
		return true
	}
	return false
}

// A Way is how a letter goes out.
type Way string

// The ways on which a letter carries a Message-ID of ours.
const (
	WaySMTP  Way = "smtp"  // through the user's own server
	WayDraft Way = "draft" // into the Drafts folder; the user sends it from there
	WayFile  Way = "file"  // as an .eml file; the user sends it from there
)

// A SendState says how far a Sending is.
type SendState string

// The states of a Sending, in their order; those from sent on are final.
const (
	SendWaiting  SendState = "waiting"  // it can still be taken back
	SendSending  SendState = "sending"  // stored before the connection is opened
	SendLooking  SendState = "looking"  // it may have left; being looked for in Sent
	SendAsked    SendState = "asked"    // only the user can tell whether it left
	SendHanded   SendState = "handed"   // lies in Drafts or in a file
	SendSent     SendState = "sent"     // it left
	SendBack     SendState = "back"     // the user took it back, or the program ended first
	SendStopped  SendState = "stopped"  // news came in between: they may have answered
	SendFailed   SendState = "failed"   // it certainly did not leave
	SendNotTaken SendState = "not_sent" // the user says that it did not leave
)

// ErrUnsure reports that a letter was given to the server but not whether the
// server took it.
var ErrUnsure = errors.New("the server did not say whether it took the letter")
