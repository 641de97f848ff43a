package invite

import (
	"net/mail"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"

	"afterword/data"
)

// maxHead is how many lines down the copied head of a mail may begin.
const maxHead = 40

// headName returns which header field a line of a copied mail begins with, as
// mail programs in four languages write it.
func headName(line string) (name, value string) {
	label, value, ok := strings.Cut(line, ":")
	if !ok || len(label) > 24 {
		return "", ""
	}
	switch strings.ToLower(strings.Trim(label, " *_")) {
	case "from", "von", "de", "exp\u00e9diteur", "remitente":
		name = "from"
	case "to", "an", "\u00e0", "para", "cc", "kopie", "copie":
		name = "to"
	case "subject", "betreff", "objet", "asunto":
		name = "subject"
	case "sent", "date", "gesendet", "datum", "envoy\u00e9", "enviado", "fecha", "enviado el":
		name = "sent"
	}
	return name, strings.Trim(value, " *")
}

// takeHead reads the copied head of a mail, if the lines have one, and returns
// the lines below it. It is a run of header lines that names a sender; lines
// above it are kept when they say more than that the mail is passed on.
func (t *text) takeHead(lines []string) []string {
	for i := 0; i < min(len(lines), maxHead); i++ {
		name, _ := headName(lines[i])
		if name == "" {
			continue
		}
		end, from := t.headEnd(lines, i)
		first := name == "subject" && strings.Join(lines[:i], "") == ""
		if !first && (!from || end-i < 2) {
			continue
		}
		for _, line := range lines[i:end] {
			t.field(headName(line))
		}
		if above := strings.Join(ownLines(lines[:i]), " "); len(above) > 160 {
			return lines
		}
		if lines, i = lines[end:], -1; t.From.Name != "" && !t.isMe(t.From) {
			return lines
		}
	}
	return lines
}

// headEnd returns where the run of header lines ends, and whether it has a sender.
func (t *text) headEnd(lines []string, i int) (end int, from bool) {
	for end = i; end < len(lines); end++ {
		name, _ := headName(lines[end])
		if name == "" && !unknownField(lines[end]) {
			break
		}
		from = from || name == "from"
	}
	return end, from
}

var reField = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:Reply-To|Message-ID|MIME-Version|Content-[A-Za-z-]+|X-[A-Za-z-]+|Return-Path|Delivered-To|Antwort an|Importance|Priority|Attachments?|Anlagen):`)
})

func unknownField(line string) bool { return reField().MatchString(line) }

// field keeps one header field, unless the mail itself gave it.
func (t *text) field(name, value string) {
	switch name {
	case "from":
		if people := People(value); len(people) > 0 && (t.From.Name == "" && len(t.From.Addresses) == 0 || t.isMe(t.From)) {
			t.From = people[0]
		}
	case "to":
		t.To = append(t.To, People(value)...)
	case "subject":
		if t.Subject == "" || isForward(t.Subject) {
			t.Subject = clean(value, maxLine)
		}
	case "sent":
		if at, ok := sentAt(value); ok && t.Sent.IsZero() {
			t.Sent = at
		}
	}
}

// sentAt reads the date of a mail as mail programs show it; without a zone it is
// taken for UTC, which is near enough for the day that "tomorrow" follows.
func sentAt(value string) (time.Time, bool) {
	if at, err := mail.ParseDate(value); err == nil {
		return at, true
	}
	for _, layout := range []string{"Monday, January 2, 2006 3:04 PM", "Mon, Jan 2, 2006 at 3:04 PM", "2 January 2006 15:04", "02.01.2006 15:04", "2006-01-02 15:04"} {
		if at, err := time.Parse(layout, value); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}

// plainSubject takes "Re:" and "Fwd:" away.
func plainSubject(s string) string {
	for {
		label, rest, ok := strings.Cut(s, ":")
		if !ok {
			return strings.TrimSpace(s)
		}
		switch strings.ToLower(strings.TrimSpace(label)) {
		case "re", "fw", "fwd", "aw", "wg", "tr", "rv", "res", "sv", "antw":
			s = rest
		default:
			return strings.TrimSpace(s)
		}
	}
}

func isForward(subject string) bool { return plainSubject(subject) != strings.TrimSpace(subject) }

// isMe reports whether p is the user.
func (t *text) isMe(p data.Person) bool {
	for _, a := range p.Addresses {
		for _, mine := range t.Me {
			if strings.EqualFold(a, mine) {
				return true
			}
		}
	}
	return t.MyName != "" && strings.EqualFold(p.Name, t.MyName)
}

// ownLines leaves out quoted lines, and everything below "On … wrote:".
func ownLines(lines []string) []string {
	var own []string
	written := 0
	for _, line := range lines {
		if strings.HasPrefix(line, ">") {
			continue
		}
		if quotes(line) {
			if written > 20 {
				break
			}
			continue
		}
		written += len(line)
		own = append(own, line)
	}
	return own
}

// quotes reports whether a line introduces the mail that is answered or passed on.
func quotes(line string) bool {
	low := strings.ToLower(line)
	for _, end := range []string{"wrote:", "a \u00e9crit :", "a \u00e9crit:", "escribi\u00f3:"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	if strings.HasPrefix(low, "am ") && strings.HasSuffix(low, ":") && strings.Contains(low, "schrieb") {
		return true
	}
	return strings.HasPrefix(low, "-----") && strings.HasSuffix(low, "-----")
}

// greeted returns the name in "Hi Alex," in lower case, "" when there is none.
func greeted(lines []string) string {
	for _, line := range lines[:min(len(lines), 6)] {
		words := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",!:", r) })
		if len(words) < 2 || len(words) > 5 {
			continue
		}
		switch strings.ToLower(words[0]) {
		case "hi", "hello", "dear", "hey", "hallo", "liebe", "lieber", "bonjour", "ch\u00e8re", "cher", "hola", "querida", "querido", "estimada", "estimado":
			return strings.ToLower(words[1])
		}
	}
	return ""
}

// sentOr returns when the invitation was written, or now.
func (t *text) sentOr(now time.Time) time.Time {
	if t.Sent.IsZero() || t.Sent.After(now) {
		return now
	}
	return t.Sent
}
