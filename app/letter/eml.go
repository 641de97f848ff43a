package letter

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	netmail "net/mail"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
	"golang.org/x/net/idna"

	"afterword/data"
)

// A Mail is a letter with all that it needs to be a mail (RFC 5322).
type Mail struct {
	FromName   string
	From       string // addr-spec of the user
	To         string // RFC 5322 mailboxes, parted by commas; may be empty in a draft
	Subject    string
	Body       string
	MessageID  string   // without brackets
	InReplyTo  string   // Message-ID of the mail it answers, without brackets; "" for a new thread
	References []string // Message-IDs of the thread, the first mail first, without InReplyTo
	Date       time.Time
	Draft      bool // to be opened as a new mail that is not sent yet: X-Unsent
}

// Eml returns the bytes of a mail: plain text in UTF-8, CRLF line ends, no line
// over 78 bytes but for what cannot be folded. A paragraph stays one line for the
// reader, whatever the width of their window (quoted-printable, RFC 2045 6.7).
// The error wraps data.ErrInvalid for a recipient that is no address.
func Eml(m Mail) ([]byte, error) {
	to, err := Recipients(m.To)
	if err != nil {
		return nil, err
	}
	var h mail.Header
	h.SetDate(m.Date)
	if m.From != "" {
		h.Set("From", mailboxes([]*netmail.Address{{Name: oneLine(m.FromName), Address: asciiDomain(m.From)}}))
	}
	if len(to) > 0 {
		h.Set("To", mailboxes(to))
	}
	h.Set("Subject", encoded(oneLine(m.Subject)))
	if m.MessageID != "" {
		h.SetMessageID(m.MessageID)
	}
	if refs := references(m); len(refs) > 0 {
		h.SetMsgIDList("In-Reply-To", refs[len(refs)-1:])
		h.SetMsgIDList("References", refs)
	}
	h.Set("MIME-Version", "1.0")
	h.SetContentType("text/plain", map[string]string{"charset": "utf-8"})
	body := lines(m.Body)
	h.Set("Content-Transfer-Encoding", encoding(body))
	if m.Draft {
		h.Set("X-Unsent", "1")
	}
	var b bytes.Buffer
	w, err := message.CreateWriter(&b, h.Header)
	if err == nil {
		_, err = io.WriteString(w, body)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("write the mail: %w", err)
	}
	return b.Bytes(), nil
}

// Recipients reads the mailboxes of a To field (RFC 5322 3.4): none for "". The
// error wraps data.ErrInvalid.
func Recipients(to string) ([]*netmail.Address, error) {
	if strings.TrimSpace(to) == "" {
		return nil, nil
	}
	list, err := netmail.ParseAddressList(strings.Trim(strings.TrimSpace(to), ",;"))
	if err != nil {
		return nil, fmt.Errorf("%q is not a mail address: %w", to, data.ErrInvalid)
	}
	for _, a := range list {
		a.Address = asciiDomain(a.Address)
	}
	return list, nil
}

// asciiDomain puts the domain of an address into the form that mail servers know (RFC
// 5890); one that has none stays as it is.
func asciiDomain(address string) string {
	at := strings.LastIndexByte(address, '@')
	domain, err := idna.Lookup.ToASCII(address[at+1:])
	if at < 0 || err != nil {
		return address
	}
	return address[:at+1] + domain
}

// messageID is what may stand in a field of Message-IDs.
var messageID = regexp.MustCompile(`^[!-;=?-~]+@[!-;=?-~]+$`)

// references returns the thread of a mail with the one it answers at the end. A
// long one keeps its beginning and its end (RFC 5537 3.4.4).
func references(m Mail) []string {
	const most = 20
	var refs []string
	for _, id := range append(append([]string{}, m.References...), m.InReplyTo) {
		if messageID.MatchString(id) && (id != m.InReplyTo || len(refs) == 0 || id != refs[len(refs)-1]) {
			refs = append(refs, id)
		}
	}
	if !messageID.MatchString(m.InReplyTo) {
		return nil
	}
	if len(refs) > most {
		refs = append(refs[:1:1], refs[len(refs)-most+1:]...)
	}
	return refs
}

// mailboxes writes addresses for a field.
func mailboxes(list []*netmail.Address) string {
	var all []string
	for _, a := range list {
		bare := (&netmail.Address{Address: a.Address}).String()
		if name := encoded(a.Name); name != a.Name {
			all = append(all, name+" "+bare)
		} else {
			all = append(all, a.String())
		}
	}
	return strings.Join(all, ", ")
}

// encoded writes a text that is not ASCII as encoded words, each short enough for
// a line of a field with its name (RFC 2047 2).
func encoded(s string) string {
	const most = 36 // bytes of one word: 60 when encoded
	special := strings.ContainsFunc(s, func(r rune) bool { return r > '~' || r < ' ' }) || strings.Contains(s, "=?")
	if !special {
		return s
	}
	var words []string
	for from := 0; from < len(s); {
		to := from
		for at, r := range s[from:] {
			if at+utf8.RuneLen(r) > most {
				break
			}
			to = from + at + utf8.RuneLen(r)
		}
		words = append(words, "=?utf-8?b?"+base64.StdEncoding.EncodeToString([]byte(s[from:to]))+"?=")
		from = to
	}
	return strings.Join(words, " ")
}

// oneLine puts a value on one line, so that nothing in it can begin a field.
func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ") }

// lines ends each line with CRLF, and the last one too.
func lines(body string) string {
	body = strings.ReplaceAll(strings.ToValidUTF8(body, "?"), "\r\n", "\n")
	body = strings.TrimRight(strings.ReplaceAll(body, "\r", "\n"), "\n") + "\n"
	return strings.ReplaceAll(body, "\n", "\r\n")
}

// encoding returns how a body travels: as it is where no server on the way can
// have a reason to change it.
func encoding(body string) string {
	const width = 76
	for line := range strings.SplitSeq(body, "\r\n") {
		plain := len(line) <= width && !strings.HasSuffix(line, " ") && !strings.HasSuffix(line, "\t")
		for i := range len(line) {
			plain = plain && (line[i] >= ' ' && line[i] <= '~' || line[i] == '\t')
		}
		if !plain {
			return "quoted-printable"
		}
	}
	return "7bit"
}
