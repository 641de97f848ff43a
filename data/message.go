package data

import "time"

// A Message is one mail that was seen and belongs, or may belong, to an
// application: headers, class, reason and a short excerpt, never the whole mail.
type Message struct {
	ID          ID
	Application ID // "" while that is not known
	Mailbox     ID // "" for a mail the user dropped
	Folder      string
	UID         uint32
	Key         string // Message-ID without brackets, or "sha256:" and a hash where there is none
	InReplyTo   []string
	References  []string
	FromName    string
	From        string // addr-spec, lower case
	To          []string
	Subject     string
	Date        time.Time // header Date; zero when missing or absurd
	Arrived     time.Time // INTERNALDATE, or when the program first saw it
	Class       Class
	Rule        string // which test of mail.md 1 decided the class
	Action      Action
	Reason      string // why this class and this action, in a sentence
	Excerpt     string // new text, at most 2,000 characters
	Text        string // the mail with its quotes, at most 6,000 characters; "" where that is the excerpt
	Return      Day
	Inclusive   bool
	Item        ItemKey    // own mail: the item it did; bounce: the item that came back
	Candidates  []ID       // applications it may belong to, likeliest first
	Suggest     ReplyClass // what it seems to say; "" for nothing
	Invite      *Interview // the interview of a calendar object, nil for none
	Answer      Answer     // what the user said to the question; "" while open
	Answered    time.Time  // when they said it; zero while open
}

// A Class says what kind of mail it is (contract.md, classify).
type Class string

// The classes of mail.
const (
	ClassOwn             Class = "own"
	ClassBounce          Class = "bounce"
	ClassDelay           Class = "delay"
	ClassAutoReply       Class = "auto_reply"
	ClassAutoAck         Class = "auto_ack"
	ClassCalendarRequest Class = "calendar_request"
	ClassCalendarCancel  Class = "calendar_cancel"
	ClassCalendarReply   Class = "calendar_reply"
	ClassReadReceipt     Class = "read_receipt"
	ClassBulk            Class = "bulk"
	ClassHuman           Class = "human"
	ClassUnreadable      Class = "unreadable"
)

// An Action says what a mail does to its application (mail.md).
type Action string

// The actions.
const (
	ActionStop    Action = "stop"    // a human answered: file a reply, chasers stop
	ActionHold    Action = "hold"    // out of office: file ooo
	ActionReopen  Action = "reopen"  // a note came back: file bounce
	ActionSuggest Action = "suggest" // show a proposal; nothing changes before a yes
	ActionReview  Action = "review"  // ask; nothing changes before an answer
	ActionIgnore  Action = "ignore"  // ours or part of this application, without effect
	ActionNone    Action = "none"    // belongs to nothing; nothing is stored
	ActionFile    Action = "file"    // shown under Sorted for you
	ActionPush    Action = "push"    // still under review: file ats_update
)

// An Answer is what the user said to the question a message raised.
type Answer string

// The answers.
const (
	AnswerYes    Answer = "yes"
	AnswerNo     Answer = "no"
	AnswerAlways Answer = "always"
	AnswerNever  Answer = "never"
)

// A Mail is one mail as it came, before anybody judged it.
type Mail struct {
	UID     uint32
	Arrived time.Time // INTERNALDATE; zero when the server gave none
	Raw     []byte    // the whole mail, or its head when HeadOnly
	// HeadOnly says that Raw holds the header fields alone.
	HeadOnly bool
	Key      string // names the mail for ever; "" until its head was read
}
