package reply

import (
	"strings"
	"testing"
)

// TestHTMLQuotes keeps what people type between the quoted parts of HTML, and
// nothing of those.
func TestHTMLQuotes(t *testing.T) {
	for html, want := range map[string]string{
		`<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">Vào Th 2, Robin đã viết:<br></div><blockquote>When?</blockquote></div>`: "Yes.",
		`<blockquote>The band?<blockquote>older</blockquote></blockquote><p>70 to 82.</p><blockquote>Remote?</blockquote><p>Three days.</p>`:     "70 to 82. Three days.",
		`<p>Never closed:</p><blockquote>old <p>older`: "Never closed:",
		`</blockquote><p>Only closed.</p>`:             "Only closed.",
	} {
		if got := strings.Join(strings.Fields(newText(tidyText(htmlText(html)))), " "); got != want {
			t.Errorf("%s: got %q, want %q", html, got, want)
		}
	}
}

// TestCharsets reads a text as it was meant: a declared UTF-8 is not guessed at,
// a wrong declaration is put right, and a text that only points to the HTML is
// passed over for it.
func TestCharsets(t *testing.T) {
	const umlauts = "Am 1. September geht es für mich weiter. Bis dahin wenden Sie sich gern an das ganze Team; es hilft Ihnen jederzeit."
	for name, c := range map[string]struct{ mail, want string }{
		"declared":       {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + umlauts, umlauts},
		"wrong":          {"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nf=C3=BCr Sie", "für Sie"},
		"points to HTML": {"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nThis message is in HTML format.\n--b\nContent-Type: text/html\n\n<p>Thursday suits.</p>\n--b--\n", "Thursday suits."},
	} {
		if got := Parse([]byte("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n" + c.mail)).New; got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
