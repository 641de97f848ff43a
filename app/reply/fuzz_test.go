package reply

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzMail throws any bytes at the whole judgement: it must end, and what it
// says of the mail must be text.
func FuzzMail(f *testing.F) {
	for _, pattern := range []string{"testdata/mail/*.eml", "testdata/edge/*.eml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no mails in %s: %v", pattern, err)
		}
		for _, name := range files {
			f.Add(readFile(f, name))
		}
	}
	w := testWorld(f)
	x := NewIndex(w)
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := Parse(raw)
		v := Classify(m, w.Me)
		d := x.Match(m, v, w.Now, "inbox")
		if v.Class == "" || v.Rule == "" || v.Reason == "" || d.Action == "" {
			t.Errorf("got %+v and %+v, want a class, a rule, a reason and an action", v, d)
		}
		if !utf8.ValidString(m.Text) || !utf8.ValidString(m.Subject) || len(m.New) > len(m.Text) {
			t.Errorf("text of %d bytes, new of %d: want text, and no more new than there is", len(m.Text), len(m.New))
		}
		head := ParseHead(raw)
		Classify(head, w.Me)
		x.Wants(head)
	})
}

// FuzzNewText folds any text: what it keeps stands in the text, in its order.
func FuzzNewText(f *testing.F) {
	for _, s := range []string{"Yes\n\nOn Mon, 2 Mar 2026 at 10:00, Me <me@example.net> wrote:\n> Hi\n\nBelow", "A\n-- \nB", "-----Original Message-----\nFrom: a@b.example\nTo: c\nSubject: d\n\nText", "C>\nC> x\n| y\n| y\n| y", "Von: a@b.example\nAn: b\nBetreff: c\n\nd", "\u2063quoted\u2063"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		kept := newText(text)
		rest := text
		for line := range strings.Lines(kept) {
			line = strings.TrimSpace(line)
			_, after, ok := strings.Cut(rest, line)
			if !ok {
				t.Fatalf("kept %q, which does not stand in what is left of the text", line)
			}
			rest = after
		}
	})
}

// FuzzReturnDate reads a date from any notice: never one before the notice.
func FuzzReturnDate(f *testing.F) {
	for _, s := range []string{"Back on Monday, December 7.", "bis einschließlich 4. Dezember", "12月21日より出社", "from 1 to 11 December", "until 03/12", "7 ธันวาคม 2569", "до 31.02.2027", "٧ ديسمبر"} {
		f.Add(s, int64(1795500000), 3600)
	}
	f.Fuzz(func(t *testing.T, text string, unix int64, offset int) {
		sent := time.Unix(unix%4_000_000_000, 0).In(time.FixedZone("", offset%50_000))
		day, _ := returnDate(Mail{New: text, Date: sent})
		if !day.IsZero() && sent.Format(time.DateOnly) > day.String() {
			t.Errorf("got %s for a notice of %s", day, sent)
		}
	})
}

// FuzzHTML makes text of any page: it ends, and it is text.
func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>Hello<br>Dana</p><blockquote>old</blockquote>", "<div class=gmail_quote>x", "&#x110000;&nbsp;&amp", "<style>a{}</style><script>b</script>c<!-- d", "<a href='x'>y</a", "<table><tr><td>1<td>2</table>", "<<<>>&&&;;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if got := htmlText(page); utf8.ValidString(page) && !utf8.ValidString(got) {
			t.Errorf("%q becomes %q, which is no text", page, got)
		}
	})
}

// FuzzAuthenticationResults reads any verdict of a server: only the user's own
// provider's may say that a mail is forged.
func FuzzAuthenticationResults(f *testing.F) {
	for _, s := range []string{"mx.example.net; dmarc=fail header.from=acme.example", "mx.example.net 1; none", "evil.example; dmarc=fail", ";", "mx.example.net; dkim=pass (a (b) c) header.d=\"x;y\"; dmarc=fail", "MX.EXAMPLE.NET;dmarc=FAIL"} {
		f.Add(s)
	}
	w := testWorld(f)
	w.OwnHosts = []string{"imap.example.net"}
	x := NewIndex(w)
	f.Fuzz(func(t *testing.T, line string) {
		m := Mail{Head: map[string][]string{"Authentication-Results": {line}}}
		if x.forged(m) && !strings.Contains(strings.ToLower(line), "fail") {
			t.Errorf("%q says that a mail is forged", line)
		}
	})
}
