package data

import "time"

// A Mailbox is an IMAP account that the user connected. Its secret is kept
// elsewhere, under its ID.
type Mailbox struct {
	ID       ID
	Email    string
	Host     string
	Port     int
	Security Security
	User     string
	CA       []byte // PEM of an extra root certificate; nil for none
	State    MailboxState
	Detail   string    // what the state means for the user, "" when all is well
	LastSync time.Time // end of the last full sync; zero for never
	Since    Day       // how far back the first search goes
	Folders  []Folder
}

// A Folder is one watched folder with its cursor: every message below UIDNext,
// under UIDValidity, has been decided on (RFC 9051 2.3.1.1).
type Folder struct {
	Name        string
	Role        string // inbox, sent, junk, archive, all
	UIDValidity uint32
	UIDNext     uint32
}

// A Security says how the connection is protected.
type Security string

// The kinds of security. None is refused except on loopback.
const (
	SecurityTLS      Security = "tls"
	SecuritySTARTTLS Security = "starttls"
	SecurityNone     Security = "none"
)

// A MailboxState says how watching goes (contract.md, mailbox status).
type MailboxState string

// The states of a mailbox.
const (
	MailboxConnecting  MailboxState = "connecting"
	MailboxOK          MailboxState = "ok"
	MailboxOffline     MailboxState = "offline"
	MailboxAuthFailed  MailboxState = "auth_failed"
	MailboxCertificate MailboxState = "certificate"
	MailboxPaused      MailboxState = "paused"
	MailboxError       MailboxState = "error"
)

// A Batch is a run of mails of one folder that were seen together. Filing it
// and moving the folder's cursor to Folder.UIDNext is one transaction.
type Batch struct {
	Mailbox ID
	Folder  Folder // Name, Role and UIDValidity, and in UIDNext the new cursor
	Mails   []Mail // in the order of their UIDs; mails that nobody wanted are HeadOnly
}

// A Received counts what became of mails that were seen.
type Received struct {
	Seen    int `json:"seen"`    // looked at
	Matched int `json:"matched"` // belong to an application
	Stopped int `json:"stopped"` // replies that stopped a plan
	Held    int `json:"held"`    // out-of-office notices
	Bounced int `json:"bounced"` // notes that came back
	Review  int `json:"review"`  // questions to the user
}

// Add adds the counts of o to r.
func (r *Received) Add(o Received) {
	r.Seen += o.Seen
	r.Matched += o.Matched
	r.Stopped += o.Stopped
	r.Held += o.Held
	r.Bounced += o.Bounced
	r.Review += o.Review
}
