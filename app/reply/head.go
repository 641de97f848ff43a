package reply

import (
	"bytes"
	"io"
	"mime"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// The limits of one mail. What lies beyond is left unread.
const (
	maxHead   = 256 << 10 // bytes of header
	maxFields = 1000      // header fields
	maxIDs    = 500       // entries of References
	maxText   = 256 << 10 // bytes of text
)

// MaxMail is how much of a mail is read, in bytes, such as one that the user hands
// over.
const MaxMail = 25 << 20

// HeadFields are the header fields that Index.Wants and Mail.Key read: what tells
// whether a mail is worth fetching whole. A server names each of them again with
// every mail, so they are few.
func HeadFields() []string {
	return []string{"From", "To", "Cc", "Subject", "Message-ID", "In-Reply-To", "References", "X-Failed-Recipients", "Content-Type"}
}

// ParseHead reads the header fields alone. It never fails: what cannot be read
// is left empty.
func ParseHead(raw []byte) Mail {
	m := Mail{HeadOnly: true, Head: readHead(raw)}
	if len(m.Head) == 0 {
		m.Unreadable = true
		return m
	}
	m.From, m.FromName = firstAddress(m.Head.Get("From"))
	m.Sender, _ = firstAddress(m.Head.Get("Sender"))
	m.To, m.Cc = addresses(m.Head.Values("To")), addresses(m.Head.Values("Cc"))
	m.Subject = strings.TrimSpace(decode(m.Head.Get("Subject")))
	m.Date = date(m.Head.Get("Date"))
	if ids := messageIDs(m.Head.Values("Message-Id")); len(ids) > 0 {
		m.MessageID = ids[0]
	} else {
		m.hash = digest(raw)
	}
	if m.From == "" && m.MessageID == "" && !bytes.Contains(raw, []byte("\n\n")) && !bytes.Contains(raw, []byte("\n\r\n")) {
		m.Unreadable = true // broken off among the fields
	}
	m.InReplyTo = messageIDs(m.Head.Values("In-Reply-To"))
	m.References = messageIDs(m.Head.Values("References"))
	return m
}

// readHead collects the top-level fields up to the first empty line. A line
// that is no field is passed over.
func readHead(raw []byte) textproto.MIMEHeader {
	head := make(textproto.MIMEHeader)
	rest := string(raw[:min(len(raw), maxHead)])
	name, n := "", 0
	var value []string // the lines of the field
	flush := func() {
		if name != "" && n < maxFields {
			head[name] = append(head[name], strings.TrimSpace(strings.Join(value, " ")))
			n++
		}
		name, value = "", value[:0]
	}
	for more := true; more; {
		var text string
		text, rest, more = strings.Cut(rest, "\n")
		text = strings.TrimRight(text, "\r")
		switch {
		case text == "" && (!more || len(head) > 0 || name != ""):
			more = false
		case text != "" && (text[0] == ' ' || text[0] == '\t'):
			value = append(value, strings.TrimSpace(text))
		default:
			flush()
			if k, v, ok := strings.Cut(text, ":"); ok && fieldName(k) {
				name, value = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(k)), append(value, v)
			}
		}
	}
	flush()
	return head
}

// fieldName reports whether k may name a field (RFC 5322 2.2).
func fieldName(k string) bool {
	k = strings.TrimRight(k, " ")
	for i := range len(k) {
		if k[i] <= ' ' || k[i] > '~' {
			return false
		}
	}
	return k != ""
}

// decode reads encoded words (RFC 2047) and raw bytes of any charset.
func decode(s string) string {
	if !strings.Contains(s, "=?") && utf8.ValidString(s) {
		return s
	}
	words := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		return charset.NewReaderLabel(name, r)
	}}
	if out, err := words.DecodeHeader(s); err == nil {
		s = out
	}
	if !utf8.ValidString(s) {
		if out, err := charmap.Windows1252.NewDecoder().String(s); err == nil {
			s = out
		}
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// looseAddress finds an addr-spec in a field that no parser reads.
var looseAddress = regexp.MustCompile(`[^\s<>"'(),:;]+@[^\s<>"'(),:;]+`)

func firstAddress(field string) (address, name string) {
	field = decode(field)
	parser := mail.AddressParser{}
	if list, err := parser.ParseList(field); err == nil && len(list) > 0 {
		return strings.ToLower(list[0].Address), list[0].Name
	}
	found := looseAddress.FindString(field)
	before, _, _ := strings.Cut(field, "<")
	return strings.ToLower(found), strings.Trim(before, ` "'`)
}

func addresses(fields []string) []string {
	var all []string
	for _, f := range fields {
		if list, err := mail.ParseAddressList(decode(f)); err == nil {
			for _, a := range list {
				all = append(all, strings.ToLower(a.Address))
			}
			continue
		}
		for _, a := range looseAddress.FindAllString(f, maxIDs) {
			all = append(all, strings.ToLower(a))
		}
	}
	return all
}

// date reads a Date field; a year before 1990 or after 2090 is nonsense.
func date(field string) time.Time {
	if field == "" {
		return time.Time{} // without the cost of an error
	}
	t, err := mail.ParseDate(field)
	if err != nil || t.Year() < 1990 || t.Year() > 2090 {
		return time.Time{}
	}
	return t
}

// messageID matches one msg-id, tolerant of blanks inside the brackets.
var messageID = regexp.MustCompile(`<\s*([^<>\s]+)\s*>`)

func messageIDs(fields []string) []string {
	var ids []string
	for _, f := range fields {
		for _, found := range messageID.FindAllStringSubmatch(f, maxIDs) {
			ids = append(ids, found[1])
		}
		if len(ids) == 0 && strings.Contains(f, "@") && !strings.Contains(f, " ") {
			ids = append(ids, strings.Trim(f, "<>"))
		}
	}
	return ids
}
