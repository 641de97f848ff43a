// Package reply judges mails: what kind of mail it is, and whose.
//
// It is pure: it is given the bytes of a mail and what the program knows, and
// says what it thinks and why. It reads no clock, no network and no store, and
// changes nothing. The order of its tests is that of mail.md 1.
package reply

import (
	"crypto/sha256"
	"encoding/hex"
	"net/textproto"
	"strings"
	"time"

	"afterword/data"
)

// A Mail is what was read of one mail (RFC 5322). Addresses are addr-specs in
// lower case, message ids are without their brackets.
type Mail struct {
	From, FromName string
	Sender         string   // of a mailing program, when it is not From
	To, Cc         []string // addr-specs
	Subject        string
	Date           time.Time // zero when missing or absurd
	MessageID      string
	InReplyTo      []string
	References     []string
	Head           textproto.MIMEHeader // the top-level header fields alone
	HeadOnly       bool                 // no body was given
	Unreadable     bool                 // nothing could be read

	Text     string    // all plain text, or the text of the HTML
	New      string    // what the sender newly typed
	Calendar *Calendar // the first calendar object, nil for none
	Report   *Report   // of a multipart/report, nil for none
	Reaction bool      // an emoji instead of words
	TNEF     bool      // a part in the format of one mail program, such as its receipts

	hash string // of the whole mail, for one without a Message-ID
}

// A Report is what a multipart/report says (RFC 6522).
type Report struct {
	Type       string      // delivery-status, disposition-notification or feedback-report
	Recipients []Recipient // RFC 3464 2.3
	Original   string      // Message-ID of the returned mail, "" when not there
}

// A Recipient is one recipient of a delivery report (RFC 3464 2.3).
type Recipient struct {
	Address string
	Action  string // failed, delayed, delivered, relayed or expanded
	Status  string // RFC 3463, such as 5.1.1
}

// Key names the mail for ever: its Message-ID, or a hash of it where there is
// none.
func (m Mail) Key() string {
	if m.MessageID != "" {
		return m.MessageID
	}
	return "sha256:" + m.hash
}

// Recipients returns the addresses of To and Cc.
func (m Mail) Recipients() []string {
	return append(append([]string{}, m.To...), m.Cc...)
}

// thread returns the ids that the mail answers, the nearest first.
func (m Mail) thread() []string {
	ids := append([]string{}, m.InReplyTo...)
	for i := len(m.References) - 1; i >= 0; i-- {
		ids = append(ids, m.References[i])
	}
	return ids
}

// has reports whether a top-level header field is there.
func (m Mail) has(name string) bool { return len(m.Head.Values(name)) > 0 }

// field returns a top-level header field in lower case.
func (m Mail) field(name string) string { return strings.ToLower(strings.TrimSpace(m.Head.Get(name))) }

func digest(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:16])
}

// A Verdict says what kind of mail it is, and which test decided.
type Verdict struct {
	Class     data.Class
	Rule      string // short name of the deciding test, such as "auto-submitted"
	Reason    string // a sentence for the user
	Return    data.Day
	Inclusive bool            // Return is still away
	Meaning   data.ReplyClass // what the words seem to say; "" for nothing
}

// Own returns the verdict on a mail that lay in the Sent folder: it is the
// user's own, whatever it says.
func Own(v Verdict) Verdict {
	if v.Class == data.ClassOwn {
		return v
	}
	return Verdict{Class: data.ClassOwn, Rule: "sent-folder", Reason: ownReason()}
}
