package mailbox

import (
	"strings"
	"testing"

	"afterword/app/mailbox/dovecot"
	"afterword/data"
)

// TestStrike holds what stays of a line.
func TestStrike(t *testing.T) {
	for line, want := range map[string]string{
		`T1 LOGIN "robin@example.net" "secret pass"`:                          "T1 LOGIN …",
		`T1 LOGIN robin secret`:                                               "T1 LOGIN …",
		`T1 AUTHENTICATE XOAUTH2 dXNlcj1yb2Jpbg==`:                            "T1 AUTHENTICATE …",
		`dXNlcj1yb2JpbkBleGFtcGxlLm5ldA==`:                                    "…",
		`T2 EXAMINE "My private folder"`:                                      "T2 EXAMINE …",
		`T2 EXAMINE INBOX`:                                                    "T2 EXAMINE INBOX",
		`* 12 EXISTS`:                                                         "* 12 EXISTS",
		`* OK [UIDVALIDITY 1795] UIDs valid for robin@example.net`:            "* OK [UIDVALIDITY 1795] … … … …",
		`T3 NO [AUTHENTICATIONFAILED] Wrong password for robin`:               "T3 NO [AUTHENTICATIONFAILED] … … … …",
		`* LIST (\HasNoChildren \Sent) "/" "Gesendete Objekte"`:               `* LIST (\HasNoChildren \Sent) … …`,
		`T4 UID FETCH 5:9,12 (UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (From`: "T4 UID FETCH 5:9,12 (UID INTERNALDATE BODY.PEEK[HEADER.FIELDS …",
	} {
		if got := strike(line); got != want {
			t.Errorf("%s\n got %s\nwant %s", line, got, want)
		}
	}
}

// TestTranscriptIsPrivate reads a real mailbox and looks through what was kept
// for anything that is the user's.
func TestTranscriptIsPrivate(t *testing.T) {
	server := dovecot.Start(t)
	server.Deliver(t, "INBOX", []byte("From: Dana Ruiz <dana@acme.example>\r\nTo: robin@example.net\r\nSubject: wanted and secret\r\n\r\nprivate words\r\n"))
	a := account(server, data.SecurityTLS)
	w := watcherOf(newFiling(), a)
	if _, err := w.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	kept := w.Transcript()
	for _, private := range []string{a.Password, a.Mailbox.User, "dana", "acme", "wanted", "secret", "private", "Ruiz", "@"} {
		if private != "" && strings.Contains(strings.ToLower(kept), strings.ToLower(private)) {
			t.Errorf("%q stands in the transcript:\n%s", private, kept)
		}
	}
	for _, command := range []string{"LOGIN …", "EXAMINE", "UID SEARCH", "UID FETCH", "LOGOUT"} {
		if !strings.Contains(kept, command) {
			t.Errorf("%s is not in the transcript:\n%s", command, kept)
		}
	}
}

// TestTranscriptIsShort keeps the last lines alone.
func TestTranscriptIsShort(t *testing.T) {
	var h Transcript
	for range 3 * transcriptLines {
		h.received([]byte("* 1 EXISTS " + strings.Repeat("x", 10_000) + "\r\n"))
	}
	h.sent([]byte("T9 NOOP\r"))
	h.sent([]byte("\nT10 {3}\r\nabcT11 NOOP\r\n"))
	lines := strings.Split(h.String(), "\n")
	if len(lines) != transcriptLines || lines[len(lines)-1] != "> T11 NOOP" || lines[len(lines)-3] != "> T9 NOOP" {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-3:])
	}
}

// FuzzTranscript takes any bytes in any pieces; what it keeps is short text.
func FuzzTranscript(f *testing.F) {
	f.Add([]byte("* 1 FETCH (BODY[] {5}\r\nab\r\nc)\r\n"), 3)
	f.Add([]byte("T1 LOGIN a b\r\n"), 1)
	f.Fuzz(func(t *testing.T, b []byte, piece int) {
		var h Transcript
		for piece = max(1, piece%100); len(b) > 0; b = b[min(piece, len(b)):] {
			h.received(b[:min(piece, len(b))])
		}
		for line := range strings.SplitSeq(h.String(), "\n") {
			if len(line) > transcriptWidth+4 {
				t.Fatalf("a line of %d bytes", len(line))
			}
			for i, w := range strings.Fields(line) {
				known := tagged.MatchString(w) || bare.MatchString(w) || ofProtocol(w) || strings.HasPrefix(struck, w) || i < 2 && len(w) < 2
				if !known && len(line) < transcriptWidth { // which may cut a word
					t.Errorf("%q stands in %q", w, line)
				}
			}
		}
	})
}
