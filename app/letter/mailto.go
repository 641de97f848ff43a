package letter

import (
	"net/url"
	"strings"
)

// MailtoLimit is how many characters an address may have that is handed to a
// mail program: beyond about two thousand some systems cut it off. A longer
// letter goes as an .eml file.
const MailtoLimit = 2000

// Mailto returns the address of a new mail for the desktop's mail program (RFC
// 6068): spaces are %20, line ends %0D%0A. to holds RFC 5322 mailboxes, of which
// the bare addresses are taken, and may be empty.
func Mailto(to, subject, body string) string { return MailtoAnswer(to, subject, body, "") }

// MailtoAnswer is Mailto for a mail that answers the one with a Message-ID; "" is
// none.
func MailtoAnswer(to, subject, body, inReplyTo string) string {
	var fields []string
	if subject = oneLine(subject); subject != "" {
		fields = append(fields, "subject="+escape(subject))
	}
	if body != "" {
		body = strings.ReplaceAll(body, "\r\n", "\n")
		body = strings.ReplaceAll(strings.ReplaceAll(body, "\r", "\n"), "\n", "\r\n")
		fields = append(fields, "body="+escape(body))
	}
	if messageID.MatchString(inReplyTo) {
		fields = append(fields, "In-Reply-To="+escape("<"+inReplyTo+">"))
	}
	s := "mailto:" + strings.Join(specs(to), ",")
	if len(fields) > 0 {
		s += "?" + strings.Join(fields, "&")
	}
	return s
}

// specs returns the addresses of a To field, escaped. What is no mailbox is
// passed on in parts, so that the mail program shows what was typed.
func specs(to string) []string {
	var all []string
	if list, err := Recipients(to); err == nil {
		for _, a := range list {
			all = append(all, addrSpec(a.Address))
		}
		return all
	}
	for a := range strings.SplitSeq(to, ",") {
		if a = strings.TrimSpace(a); a != "" {
			all = append(all, addrSpec(a))
		}
	}
	return all
}

// addrSpec escapes an addr-spec: all but its last "@", which parts the domain.
func addrSpec(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return escape(address)
	}
	return escape(address[:at]) + "@" + escape(address[at+1:])
}

func escape(s string) string {
	return strings.ReplaceAll(url.QueryEscape(strings.ToValidUTF8(s, "?")), "+", "%20")
}
