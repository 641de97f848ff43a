package mailbox

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// box is a script with the mails 1 to n; broken says what of a mail cannot be
// read, "" for nothing.
func box(n int, broken func(uid int) string) scripted {
	s := polite().with("EXAMINE", fmt.Sprintf("* %d EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT %d] n\r\n%%s OK [READ-ONLY] done\r\n", n, n+1))
	var uids strings.Builder
	for uid := 1; uid <= n; uid++ {
		fmt.Fprintf(&uids, " %d", uid)
	}
	s = s.with("UID SEARCH", "* SEARCH"+uids.String()+"\r\n%s OK done\r\n")
	s.fetch = func(set string) string {
		var out strings.Builder
		for uid := 1; uid <= n; uid++ {
			if !inSet(set, uid) {
				continue
			}
			if bad := broken(uid); bad != "" {
				return out.String() + bad
			}
			out.WriteString(mail(uid, "Subject: other\r\n\r\n"))
		}
		return out.String() + "%s OK done\r\n"
	}
	return s
}

// inSet reports whether a UID stands in a set such as 1:3,7,9:*.
func inSet(set string, uid int) bool {
	for part := range strings.SplitSeq(set, ",") {
		first, last, ranged := strings.Cut(part, ":")
		a, _ := strconv.Atoi(first)
		b, err := strconv.Atoi(last)
		if uid == a || ranged && uid > a && (err != nil || uid <= b) {
			return true
		}
	}
	return false
}

// TestOneBadMailIsFound holds that answers that cannot be read cost the one mail
// that they are about, and no other.
func TestOneBadMailIsFound(t *testing.T) {
	for name, bad := range map[string]string{
		"no closing":         "* 1 FETCH (UID \r\n%s OK done\r\n",
		"no number":          "* x FETCH (UID 5)\r\n%s OK done\r\n",
		"a literal of 2 GB":  "* 1 FETCH (UID 5 BODY[HEADER.FIELDS (SUBJECT)] {2147483648}\r\n",
		"a literal of 2 MB":  "* 1 FETCH (UID 5 BODY[HEADER.FIELDS (SUBJECT)] {2097152}\r\n",
		"nested without end": "* 1 FETCH (BODYSTRUCTURE " + strings.Repeat("(", 20_000) + "\r\n",
		"8 million":          "* 1 FETCH (BODYSTRUCTURE " + strings.Repeat("(", 8_000_000) + "\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			f, err := syncOnce(t, box(20, func(uid int) string {
				if uid == 13 {
					return bad
				}
				return ""
			}))
			if err != nil || f.folders["INBOX"].UIDNext != 21 {
				t.Fatalf("got %v, cursor %d, want 21", err, f.folders["INBOX"].UIDNext)
			}
			if got := f.uids(); len(got) != 20 {
				t.Fatalf("took %v, want all twenty", got)
			}
			for _, m := range f.batches[0].Mails {
				if empty := len(m.Raw) == 0; empty != (m.UID == 13) {
					t.Errorf("mail %d: %d bytes", m.UID, len(m.Raw))
				}
			}
		})
	}
}

// TestServerThatAnswersNothingRightly ends: it is not tried for ever.
func TestServerThatAnswersNothingRightly(t *testing.T) {
	f, err := syncOnce(t, box(500, func(int) string { return "* 1 FETCH (UID \r\n" }))
	if !errors.Is(err, ErrProtocol) || f.folders["INBOX"].UIDNext != 0 || f.states[len(f.states)-1] != data.MailboxError {
		t.Errorf("got %v, cursor %d, states %v; want a protocol error and no cursor", err, f.folders["INBOX"].UIDNext, f.states)
	}
}

// TestListOfARange asks the server for the mails of an open range.
func TestListOfARange(t *testing.T) {
	var set imap.UIDSet
	set.AddRange(4, 0)
	f := watched(t, box(9, func(uid int) string {
		if uid == 6 {
			return "* 1 FETCH (UID \r\n"
		}
		return ""
	}), data.Folder{Name: "INBOX", UIDValidity: 7, UIDNext: 4})
	if got := fmt.Sprint(f.uids()); got != "[4 5 6 7 8 9]" {
		t.Errorf("took %s of %s, want 4 to 9", got, set)
	}
}
