package reply

import (
	"strings"
	"testing"
)

// TestLargeMail: of a mail of any size a bounded text is read, a head without end
// is not worked through, and what stands behind a large attachment is found.
func TestLargeMail(t *testing.T) {
	const head = "From: Dana <dana@acme.example>\r\nMessage-ID: <large@acme.example>\r\n"
	long := Parse([]byte(head + "Content-Type: text/plain\r\n\r\nFirst words.\r\n" + strings.Repeat("And many more of them.\r\n", 100_000)))
	if !strings.HasPrefix(long.Text, "First words.") || len(long.Text) > maxText {
		t.Errorf("got %d bytes of text, want at most %d from the beginning on", len(long.Text), maxText)
	}
	many := "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
	for range 20 {
		many += "--b\r\nContent-Type: text/plain\r\n\r\n" + strings.Repeat("One of many texts.\r\n", 2000)
	}
	if got := Parse([]byte(head + many + "--b--\r\n")); len(got.Text) > maxText+maxParts {
		t.Errorf("got %d bytes of many texts, want at most %d", len(got.Text), maxText)
	}
	if got := Parse([]byte(head + strings.Repeat("X-Field: value\r\n", 30_000) + "\r\nWords.")); !got.Unreadable || got.From != "dana@acme.example" {
		t.Errorf("a head of half a megabyte: unreadable %t from %q, want it left unread, its sender known", got.Unreadable, got.From)
	}
	attached := "Content-Type: Multipart/Mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the plan.\r\n" +
		"--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=plan.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		strings.Repeat(strings.Repeat("QUJD", 18)+"\r\n", 40_000) + "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" +
		"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n"
	if got := Parse([]byte(head + attached)); got.Calendar == nil || got.Text != "See the plan." {
		t.Errorf("behind 3 MB of an attachment: text %q, calendar %v", got.Text, got.Calendar)
	}
}

// TestUpTo cuts at the n-th mark in letters of any case, at the ends too.
func TestUpTo(t *testing.T) {
	for _, c := range []struct {
		raw, mark string
		n         int
		want      string
	}{
		{"a multipart/x MULTIPART/y", "multipart/", 2, "a multipart/x "},
		{"a multipart/x MULTIPART/y", "multipart/", 3, "a multipart/x MULTIPART/y"},
		{"\n--b\n--b", "\n--", 1, ""},
		{"--b\n---\n--", "\n--", 2, "--b\n---"},
		{"", "\n--", 1, ""},
	} {
		if got := string(upTo([]byte(c.raw), []byte(c.mark), c.n)); got != c.want {
			t.Errorf("%q up to %d of %q: got %q, want %q", c.raw, c.n, c.mark, got, c.want)
		}
	}
}
