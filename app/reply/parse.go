package reply

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jhillyerd/enmime/v2"
	"golang.org/x/text/encoding/charmap"
)

// maxParts and maxMultiparts bound the MIME parts of a mail; far above any that
// a person sends.
const (
	maxParts      = 200
	maxMultiparts = 12
)

// Parse reads a whole mail. It never fails and never panics: a part that cannot
// be read is left out, and Unreadable is set when nothing could be.
func Parse(raw []byte) Mail {
	m := ParseHead(raw)
	m.HeadOnly = false
	if raw = raw[:min(len(raw), MaxMail)]; m.Unreadable || longHead(raw) || bytes.Count(raw, []byte("<")) > 100_000 {
		m.Unreadable = true
		return m
	}
	b := body{mail: &m}
	root := parts(declared(fewParts(raw)))
	b.walk(root, 0)
	if m.Text = b.words(); m.Text == "" && b.bare() {
		m.Text = preamble(raw)
	}
	m.Unreadable = root == nil && m.Text == ""
	m.New = newText(m.Text)
	return m
}

// longHead reports whether the head is longer than what is read of one: a parser
// would work through all of it.
func longHead(raw []byte) bool {
	head := raw[:min(len(raw), maxHead)]
	return len(raw) > maxHead && !bytes.Contains(head, []byte("\n\n")) && !bytes.Contains(head, []byte("\n\r\n"))
}

// fewParts cuts a mail off where it has more boundary lines or more multiparts
// than any honest one, before a parser works through them: its work grows with
// the depth.
func fewParts(raw []byte) []byte {
	raw = upTo(raw, []byte("\n--"), 2*maxParts)
	return upTo(raw, []byte("multipart/"), maxMultiparts)
}

// upTo returns raw up to the n-th place that holds a mark, in letters of any
// case. It looks for the last byte of the mark first, which is rare in a mail, for
// a mail may be large.
func upTo(raw, mark []byte, n int) []byte {
	last := mark[len(mark)-1]
	for at := 0; ; at++ {
		i := bytes.IndexByte(raw[at:], last)
		if i < 0 {
			return raw
		}
		if at += i; at+1 < len(mark) || !bytes.EqualFold(raw[at+1-len(mark):at+1], mark) {
			continue
		}
		if n--; n == 0 {
			return raw[:at+1-len(mark)]
		}
	}
}

// maxDeclared is how far into a mail the charsets are looked for that it
// declares, in bytes: its texts stand before what is attached.
const maxDeclared = 1 << 20

// narrowCharset is the declaration of a charset of one byte to a letter.
var narrowCharset = regexp.MustCompile(`(?i)(charset\s*=\s*"?)(us-ascii|ascii|ansi_x3\.4-1968|iso-8859-1|windows-1252)\b`)

// declared puts the charset right that many programs declare although they
// write another: what is UTF-8 throughout, and not ASCII, is not Latin 1.
func declared(raw []byte) []byte {
	if !utf8.Valid(raw) || !bytes.ContainsFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return raw
	}
	n := min(len(raw), maxDeclared)
	return append(narrowCharset.ReplaceAll(raw[:n], []byte("${1}utf-8")), raw[n:]...)
}

// charsets are the declarations of charsets.
var charsets = regexp.MustCompile(`(?i)charset\s*=\s*"?([\w-]+)`)

// unicodeOnly reports whether a mail declares UTF-8 and no other charset: then
// none needs to be guessed, and a guess could only be wrong.
func unicodeOnly(raw []byte) bool {
	found := charsets.FindAllSubmatch(raw[:min(len(raw), maxDeclared)], maxParts)
	return len(found) > 0 && !slices.ContainsFunc(found, func(m [][]byte) bool { return !bytes.EqualFold(m[1], []byte("utf-8")) })
}

// parts reads the MIME tree; nil when it cannot be read at all.
func parts(raw []byte) (root *enmime.Part) {
	defer func() {
		if recover() != nil { // a hostile mail must not stop the watching
			root = nil
		}
	}()
	parser := enmime.NewParser(enmime.MaxStoredPartErrors(10), enmime.DisableCharacterDetection(unicodeOnly(raw)), enmime.SetReadPartErrorPolicy(enmime.AllowCorruptTextPartErrorPolicy))
	env, err := parser.ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	return env.Root
}

// A body gathers what the parts of one mail hold.
type body struct {
	mail        *Mail
	plain, html []string
	seen        int
	taken       int // bytes of text
}

// text returns the text of a part, as far as a mail may hold any.
func (b *body) text(p *enmime.Part) string {
	text := cut(string(p.Content[:min(len(p.Content), maxText+utf8.UTFMax)]), max(0, maxText-b.taken))
	b.taken += len(text)
	return text
}

const maxDepth = 20

// walk goes through the parts but never into a nested message: its header is
// not the mail's.
func (b *body) walk(p *enmime.Part, depth int) {
	for ; p != nil && depth < maxDepth; p = p.NextSibling {
		if b.seen++; b.seen > maxParts {
			return
		}
		switch kind := strings.ToLower(p.ContentType); {
		case kind == "message/delivery-status":
			b.report().Recipients = recipients(p.Content)
		case kind == "message/disposition-notification" || kind == "message/feedback-report":
			b.report()
		case kind == "text/rfc822-headers" || strings.HasPrefix(kind, "message/"):
			b.returned(p.Content)
		case kind == "text/calendar" || kind == "application/ics" || strings.HasSuffix(strings.ToLower(p.FileName), ".ics"), bytes.HasPrefix(bytes.TrimSpace(p.Content), []byte("BEGIN:VCALENDAR")):
			b.calendar(p)
		case kind == "application/ms-tnef":
			b.mail.TNEF = true
		case kind == "text/vnd.google.email-reaction+json":
			b.mail.Reaction = true
		case strings.HasPrefix(kind, "multipart/"):
			b.walk(p.FirstChild, depth+1)
		case p.FileName != "" && p.Disposition == "attachment":
		case kind == "text/html":
			b.html = append(b.html, b.text(p))
		case kind == "text/plain" || kind == "":
			b.plain = append(b.plain, b.text(p))
		}
	}
}

func (b *body) report() *Report {
	if b.mail.Report == nil {
		b.mail.Report = &Report{Type: reportType(b.mail.field("Content-Type"))}
	}
	return b.mail.Report
}

func reportType(contentType string) string {
	for _, t := range []string{"delivery-status", "disposition-notification", "feedback-report"} {
		if strings.Contains(contentType, t) {
			return t
		}
	}
	return ""
}

// returned reads the head of the mail that a report sends back.
func (b *body) returned(content []byte) {
	if !strings.Contains(b.mail.field("Content-Type"), "multipart/report") {
		return
	}
	if head := ParseHead(content); head.MessageID != "" {
		b.report().Original = head.MessageID
	}
}

// words returns the plain text, or the text of the HTML where there is none.
func (b *body) words() string {
	text := tidyText(strings.Join(b.plain, "\n"))
	if len(b.html) == 0 || text != "" && !standsIn(text) {
		return text
	}
	return tidyText(htmlText(strings.Join(b.html, "\n")))
}

// standsIn reports whether a plain text only says that the HTML beside it is to
// be read.
func standsIn(text string) bool { return len(text) < 300 && said().standIn.in(plain(text)) }

// bare reports whether the mail holds nothing but text, if that.
func (b *body) bare() bool {
	return b.mail.Calendar == nil && b.mail.Report == nil && !b.mail.Reaction && !b.mail.TNEF
}

// preamble returns what stands behind the head of a multipart whose boundary is
// missing or never comes, as long as it is text.
func preamble(raw []byte) string {
	_, after, ok := bytes.Cut(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	if !ok || !utf8.Valid(after) || bytes.ContainsRune(after, 0) || len(after) > freshBytes {
		return ""
	}
	var kept []string
	for line := range strings.Lines(string(after)) {
		if name, _, field := strings.Cut(line, ":"); !strings.HasPrefix(line, "--") && !(field && strings.HasPrefix(strings.ToLower(name), "content-")) {
			kept = append(kept, line)
		}
	}
	return tidyText(strings.Join(kept, ""))
}

func tidyText(s string) string {
	s = twiceDecoded(s)
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u200b", "", "\ufeff", "").Replace(s)
	return strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
}

// misread are the letters that UTF-8 turns into where it is read as Latin 1.
var misread = regexp.MustCompile("[\u00c2-\u00c5\u00ce\u00cf\u00d0\u00d1\u00d7\u00d8][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]|\u00e2\u20ac")

// twiceDecoded puts a text right that was UTF-8 and was read as Latin 1, as a
// wrong declaration makes programs do.
func twiceDecoded(s string) string {
	if !misread.MatchString(s) {
		return s
	}
	if out, err := charmap.Windows1252.NewEncoder().String(s); err == nil && utf8.ValidString(out) {
		return out
	}
	return s
}
