package reply

import (
	"regexp"
	"strings"

	"github.com/k3a/html2text"
)

// htmlText turns HTML into text; quoted parts get the mark that plain text has.
func htmlText(html string) string {
	const most = 512 << 10
	html = markQuotes(html[:min(len(html), most)])
	return html2text.HTML2TextWithOptions(html, html2text.WithUnixLineBreaks())
}

// What marks a quoted part in HTML: the element for it, and the head that one
// mail program writes.
var (
	quoteBegin = regexp.MustCompile(`(?i)<blockquote|<div id="divRplyFwdMsg`)
	quoteClose = regexp.MustCompile(`(?i)</blockquote\s*>`)
)

// markQuotes puts lines that newText knows around each quoted part. People
// answer between quoted parts in HTML too.
func markQuotes(html string) string {
	html = quoteBegin.ReplaceAllString(withoutLeadIn(html), "<br>"+quoteMark+"<br>$0")
	return quoteClose.ReplaceAllString(html, "$0<br>"+quoteEnd+"<br>")
}

// withoutLeadIn takes out the line that one big provider puts before a quoted
// part, whatever its language.
func withoutLeadIn(html string) string {
	const leadIn, longest = `<div class="gmail_quote`, 800
	var b strings.Builder
	for {
		before, after, found := strings.Cut(html, leadIn)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if n := strings.Index(after[:min(len(after), longest)], "<blockquote"); n >= 0 {
			after = after[n:]
		} else {
			b.WriteString(leadIn)
		}
		html = after
	}
}
