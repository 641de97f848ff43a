package mailbox

import (
	"errors"
	"strings"
	"testing"

	"afterword/app/mailbox/dovecot"
	"afterword/data"
)

// TestAppend puts a draft and a copy into a real mailbox and holds that nothing
// else was asked of the server.
func TestAppend(t *testing.T) {
	s := dovecot.Start(t)
	a := account(s, data.SecurityTLS)
	folder, err := SaveDraft(t.Context(), a, sentLetter)
	if err != nil || folder != "Drafts" {
		t.Fatalf("SaveDraft = %q, %v, want Drafts", folder, err)
	}
	if got := s.Mails(t, "Drafts"); len(got) != 1 || strings.ReplaceAll(got[0], "\r\n", "\n") != strings.ReplaceAll(string(sentLetter), "\r\n", "\n")+"DS" {
		t.Errorf("Drafts holds %q, want the letter with the flags draft and seen", got)
	}
	if there, err := InSent(t.Context(), a, "1@example.net"); err != nil || there {
		t.Errorf("InSent before = %v, %v, want false", there, err)
	}
	for range 2 {
		if err := KeepSent(t.Context(), a, "1@example.net", sentLetter); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.Mails(t, "Sent"); len(got) != 1 || !strings.HasSuffix(got[0], "\nS") {
		t.Errorf("Sent holds %q, want the letter once, as seen", got)
	}
	if there, err := InSent(t.Context(), a, "1@example.net"); err != nil || !there {
		t.Errorf("InSent after = %v, %v, want true", there, err)
	}
	appends := 0
	for _, line := range s.Commands(t) {
		for _, word := range []string{"STORE ", "EXPUNGE", " SELECT ", "CREATE ", "DELETE ", "COPY ", "MOVE "} {
			if strings.Contains(strings.ToUpper(line), word) {
				t.Errorf("the server was asked %q", line)
			}
		}
		if strings.Contains(line, " APPEND ") {
			appends++
		}
	}
	if appends != 2 {
		t.Errorf("%d times something was added, want two", appends)
	}
}

// TestAppendTrouble: a mailbox without the folder, and servers that refuse or
// fall silent.
func TestAppendTrouble(t *testing.T) {
	drafts := "* LIST () \"/\" INBOX\r\n* LIST () \"/\" \"INBOX/Entw&APw-rfe\"\r\n%s OK done\r\n"
	for _, c := range []struct {
		name, list, answer string
		want               error
	}{
		{"no such folder", "* LIST () \"/\" INBOX\r\n%s OK done\r\n", "", ErrNoFolder},
		{"refused", drafts, "%s NO [OVERQUOTA] full\r\n", nil},
		{"silent", drafts, "hang", ErrSilent},
		{"cut", drafts, "cut", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := polite().with("LIST", c.list).with("APPEND", c.answer).start(t)
			folder, err := SaveDraft(t.Context(), a, sentLetter)
			if err == nil || c.want != nil && !errors.Is(err, c.want) || ExplainSend(err) == "" {
				t.Errorf("got %q, %v, want %v", folder, err, c.want)
			}
		})
	}
}
