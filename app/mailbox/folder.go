package mailbox

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// folders returns the INBOX and the Sent folder, the Sent folder first: what
// was sent must be known before the answers to it. Sent is found by its
// SPECIAL-USE (RFC 6154), then by its common names.
func (s *session) folders(ctx context.Context) ([]data.Folder, error) {
	var list []*imap.ListData
	err := s.within(ctx, func() (err error) {
		list, err = s.client.List("", "*", s.listOptions()).Collect()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the folders: %w", err)
	}
	var found []data.Folder
	if sent := sentFolder(list); sent != "" {
		found = append(found, data.Folder{Name: sent, Role: "sent"})
	}
	return append(found, data.Folder{Name: "INBOX", Role: "inbox"}), nil
}

func (s *session) listOptions() *imap.ListOptions {
	if s.client.Caps().Has(imap.CapSpecialUse) && s.client.Caps().Has(imap.CapListExtended) {
		return &imap.ListOptions{ReturnSpecialUse: true}
	}
	return nil
}

func sentFolder(list []*imap.ListData) string {
	byName := ""
	for _, f := range list {
		if slices.Contains(f.Attrs, imap.MailboxAttrNoSelect) || slices.Contains(f.Attrs, imap.MailboxAttrNonExistent) {
			continue
		}
		if slices.Contains(f.Attrs, imap.MailboxAttrSent) {
			return f.Mailbox
		}
		if byName == "" && sentName(f.Mailbox, f.Delim) {
			byName = f.Mailbox
		}
	}
	return byName
}

// sentName reports whether a folder bears a common name for sent mail.
func sentName(mailbox string, delim rune) bool {
	name := mailbox
	if delim != 0 {
		name = mailbox[strings.LastIndex(mailbox, string(delim))+1:]
	}
	switch strings.ToLower(name) {
	case "sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete elemente", "gesendete objekte", "envoyés", "éléments envoyés",
		"messages envoyés", "enviados", "elementos enviados", "inviata", "posta inviata", "verzonden", "verzonden items", "itens enviados",
		"skickat", "skickade objekt", "sendt", "sendt post", "lähetetyt", "wysłane", "odeslané", "gönderilmiş", "отправленные", "送信済み", "已发送":
		return true
	}
	return false
}
