package reply

import (
	"bytes"
	"strings"

	"github.com/jhillyerd/enmime/v2"
	"github.com/k3a/html2text"
)

// maxParts bounds the MIME parts of a mail; far above any that a person sends.
const maxParts = 200

// Parse reads a whole mail. It never fails and never panics: a part that cannot
// be read is left out, and Unreadable is set when nothing could be.
func Parse(raw []byte) Mail {
	m := ParseHead(raw)
	m.HeadOnly = false
	if m.Unreadable || len(raw) > maxBody || tooManyParts(raw) {
		m.Unreadable = true
		return m
	}
	root := parts(raw)
	if root == nil {
		m.Unreadable = true
		return m
	}
	b := body{mail: &m}
	b.walk(root, 0)
	m.Text = b.words()
	m.New = newText(m.Text)
	return m
}

// tooManyParts reports whether the mail has more boundary lines than any honest
// one, before a parser works through them.
func tooManyParts(raw []byte) bool {
	return bytes.Count(raw, []byte("\n--")) > 4*maxParts || bytes.Count(raw, []byte("<")) > 100_000
}

// parts reads the MIME tree; nil when it cannot be read at all.
func parts(raw []byte) (root *enmime.Part) {
	defer func() {
		if recover() != nil { // a hostile mail must not stop the watching
			root = nil
		}
	}()
	parser := enmime.NewParser(enmime.MaxStoredPartErrors(10), enmime.SetReadPartErrorPolicy(enmime.AllowCorruptTextPartErrorPolicy))
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
		case kind == "text/calendar" || kind == "application/ics" || strings.HasSuffix(strings.ToLower(p.FileName), ".ics"):
			b.calendar(p)
		case kind == "application/ms-tnef":
			b.mail.TNEF = true
		case kind == "text/vnd.google.email-reaction+json":
			b.mail.Reaction = true
		case strings.HasPrefix(kind, "multipart/"):
			b.walk(p.FirstChild, depth+1)
		case p.FileName != "" && p.Disposition == "attachment":
		case kind == "text/html":
			b.html = append(b.html, string(p.Content))
		case kind == "text/plain" || kind == "":
			b.plain = append(b.plain, string(p.Content))
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
	plain := strings.TrimSpace(strings.Join(b.plain, "\n"))
	if plain != "" || len(b.html) == 0 {
		return tidyText(plain)
	}
	return tidyText(htmlText(strings.Join(b.html, "\n")))
}

// htmlText turns HTML into text; quoted parts get the mark that plain text has.
func htmlText(html string) string {
	const most = 512 << 10
	html = markQuotes(html[:min(len(html), most)])
	return html2text.HTML2TextWithOptions(html, html2text.WithUnixLineBreaks())
}

// markQuotes puts a line that newText knows before each quoted part.
func markQuotes(html string) string {
	r := strings.NewReplacer("<blockquote", "<br>"+quoteMark+"<br><blockquote", "<BLOCKQUOTE", "<br>"+quoteMark+"<br><BLOCKQUOTE",
		`<div class="gmail_quote`, "<br>"+quoteMark+`<br><div class="gmail_quote`, `<div id="divRplyFwdMsg`, "<br>"+quoteMark+`<br><div id="divRplyFwdMsg`)
	return r.Replace(html)
}

func tidyText(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ", "\u200b", "", "\ufeff", "").Replace(s)
	return strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
}
