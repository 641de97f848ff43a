package reply

import (
	"regexp"
	"strings"
	"sync"
)

// A reading is a mail with its words as the phrases are written. It is made
// once, and every rule looks at it.
type reading struct {
	Mail
	me      []string // the user's own addresses
	subject string   // plain, without "Re:" and a list's [name]
	answers bool     // the subject begins with "Re:" in some language
	forward bool     // the subject begins with "Fwd:" in some language
	fresh   string   // the beginning of what was newly typed, plain
	text    string   // the beginning of all the text, plain
	foot    string   // the subject and the end of all the text, plain

	speaksToUs func() bool // whether the new text speaks to us, found out once
}

// How much of a text the rules look at, in bytes. A notice says what it is at
// its beginning.
const (
	freshBytes = 3000
	textBytes  = 6000
	footBytes  = 1500
)

func read(m Mail, me []string) *reading {
	r := &reading{Mail: m, me: me}
	r.subject, r.answers, r.forward = bareSubject(plain(m.Subject))
	r.fresh = plain(cut(m.New, freshBytes))
	r.text = plain(cut(m.Text, textBytes))
	r.foot = r.text
	if len(m.Text) > textBytes {
		r.foot = plain(strings.ToValidUTF8(m.Text[len(m.Text)-footBytes:], ""))
	}
	r.foot = r.subject + ".\n" + r.foot
	r.speaksToUs = sync.OnceValue(func() bool { return speaks(r.fresh) })
	return r
}

// cut returns at most the first n bytes of s, whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// answerPrefix is "Re:" and its kin, and forwardPrefix "Fwd:", in the languages
// of the common mail programs; some count, as in "Re[2]:", and some write two.
var (
	answerPrefix  = regexp.MustCompile(`^(?:re|aw|antw|antwort|sv|vs|vá|odp|odpoveď|odg|ynt|yanıt|res|rif|r|ref|bls|balas|atb\.?|ats\.?|răsp|回复|回覆|答复|返信|답장|회신|απ|σχετ|ответ|на|hе|отг|одг|відп|رد|השב|תשובה|ตอบ|ตอบกลับ|trả lời|[a-z]{2}/[a-z]{2})\s?(?:\[\d+\]|\(\d+\)|\^\d+)?\s?[:：]\s*`)
	forwardPrefix = regexp.MustCompile(`^(?:fwd?|wg|tr|rv|i|enc|doorst|vl|videresendt|vb|pd|továbbítás|trl|ilt|转发|轉寄|전달|転送|πρθ|пересл|إعادة توجيه)\s?[:：]\s*`)
	tag           = regexp.MustCompile(`^\[([^\]]{1,60})\]\s*`)
)

// bareSubject takes the prefixes of answers and forwards and the tags of lists
// off a plain subject. A tag that is an opening itself, such as "[automatic
// reply]", only loses its brackets, and that of a help desk stays.
func bareSubject(s string) (bare string, answers, forward bool) {
	for range 8 {
		before := s
		if rest := answerPrefix.ReplaceAllString(s, ""); rest != s {
			s, answers = rest, true
		}
		if rest := forwardPrefix.ReplaceAllString(s, ""); rest != s {
			s, forward = rest, true
		}
		if found := tag.FindStringSubmatch(s); found != nil && !ticketTag.MatchString(s) {
			rest := s[len(found[0]):]
			switch {
			case opening(found[1]):
				s = found[1] + ": " + rest
			case rest != "":
				s = rest
			}
		}
		if s == before {
			break
		}
	}
	return s, answers, forward
}

// opening reports whether a text begins as the subjects of automatic mails do.
func opening(s string) bool {
	return said().awaySubject.starts(s) || said().bounceSubject.starts(s) || said().ackSubject.starts(s)
}

// ticketTag is a tag that help desks put before a subject, not a list's: with a
// word for it, or with a number.
var ticketTag = regexp.MustCompile(`^\[(ticket|case|request|support|#|[a-z]{0,8}[- ]?\d{3}|[^\]]{0,40}#\s?\d)`)

// inThread reports whether the mail says that it answers some other.
func (r *reading) inThread() bool { return len(r.InReplyTo)+len(r.References) > 0 }

// words returns how many words were newly typed, at least.
func (r *reading) words() int { return len(strings.Fields(r.fresh)) }

// quotedHeads are the names of the fields of a quoted head.
var quotedHeads = sync.OnceValue(func() map[string]bool {
	names := make(map[string]bool)
	text, _ := phraseFiles.ReadFile("phrases/quoted-head.txt") // part of the program
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			names[plain(line)] = true
		}
	}
	return names
})
