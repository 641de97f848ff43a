package mailbox

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// Everything else in this package only reads. What stands here adds one mail to a
// folder, over a connection of its own, when the user pressed that button; it
// changes and removes nothing.

// ErrNoFolder is a mailbox without the wanted folder.
var ErrNoFolder = errors.New("the mailbox has no such folder")

// draftsKind is how the Drafts folder is found.
func draftsKind() folderKind {
	return folderKind{"drafts", imap.MailboxAttrDrafts, []string{
		"drafts", "draft", "draft messages", "entwürfe", "entwurf", "brouillons", "borradores", "bozze", "concepten", "rascunhos", "utkast", "kladder", "kladde", "luonnokset",
		"wersje robocze", "szkice", "koncepty", "rozepsané", "piszkozatok", "ciorne", "skice", "osnutki", "taslaklar", "черновики", "чернетки", "πρόχειρα", "טיוטות", "下書き", "草稿", "草稿箱", "임시보관함",
	}}
}

// SaveDraft puts a mail into the Drafts folder of an account, as a draft that was
// read, and returns the folder's name.
func SaveDraft(ctx context.Context, a Account, mail []byte) (string, error) {
	s, err := open(ctx, a, func(Step) {})
	if err != nil {
		return "", err
	}
	defer s.drop()
	folder, err := s.folderOf(ctx, draftsKind())
	if err != nil {
		return "", err
	}
	if err := s.add(ctx, folder, mail, imap.FlagDraft, imap.FlagSeen); err != nil {
		return "", err
	}
	s.leave(ctx)
	return folder, nil
}

// KeepSent puts a copy of a sent mail into the Sent folder of an account, unless
// one with its Message-ID lies there: some servers keep one by themselves.
func KeepSent(ctx context.Context, a Account, messageID string, mail []byte) error {
	s, err := open(ctx, a, func(Step) {})
	if err != nil {
		return err
	}
	defer s.drop()
	folder, err := s.folderOf(ctx, folderKinds()[0])
	if err != nil {
		return err
	}
	there, err := s.holds(ctx, folder, messageID)
	if err != nil {
		return err
	}
	if !there {
		if err := s.add(ctx, folder, mail, imap.FlagSeen); err != nil {
			return err
		}
	}
	s.leave(ctx)
	return nil
}

// InSent reports whether a mail with a Message-ID lies in the Sent folder of an
// account. It reads only.
func InSent(ctx context.Context, a Account, messageID string) (bool, error) {
	s, err := open(ctx, a, func(Step) {})
	if err != nil {
		return false, err
	}
	defer s.drop()
	folder, err := s.folderOf(ctx, folderKinds()[0])
	if errors.Is(err, ErrNoFolder) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	there, err := s.holds(ctx, folder, messageID)
	if err == nil {
		s.leave(ctx)
	}
	return there, err
}

// folderOf returns the name of the folder of a kind.
func (s *session) folderOf(ctx context.Context, k folderKind) (string, error) {
	var list []*imap.ListData
	err := s.within(ctx, func() (err error) {
		list, err = s.client.List("", "*", s.listOptions()).Collect()
		return err
	})
	if err != nil {
		return "", fmt.Errorf("list the folders: %w", err)
	}
	if name := k.find(list); name != "" {
		return name, nil
	}
	return "", fmt.Errorf("%s: %w", k.role, ErrNoFolder)
}

// holds reports whether a mail with a Message-ID lies in a folder, which it opens
// read-only.
func (s *session) holds(ctx context.Context, folder, messageID string) (bool, error) {
	if _, err := s.examine(ctx, folder); err != nil {
		return false, err
	}
	var uids []imap.UID
	err := s.within(ctx, func() error {
		got, err := s.client.UIDSearch(&imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: "<" + messageID + ">"}}}, nil).Wait()
		if err == nil {
			uids, err = foundIn(got)
		}
		return err
	})
	if err != nil {
		return false, fmt.Errorf("look for a mail in Sent: %w", err)
	}
	return len(uids) > 0, nil
}

// add puts a mail into a folder (RFC 9051 6.3.12).
func (s *session) add(ctx context.Context, folder string, mail []byte, flags ...imap.Flag) error {
	err := s.within(ctx, func() error {
		cmd := s.client.Append(folder, int64(len(mail)), &imap.AppendOptions{Flags: slices.Clone(flags)})
		if _, err := cmd.Write(mail); err != nil {
			s.drop() // a broken literal leaves nothing that could go on
			return err
		}
		if err := cmd.Close(); err != nil {
			s.drop()
			return err
		}
		_, err := cmd.Wait()
		return err
	})
	if err != nil {
		return fmt.Errorf("put the letter into the folder: %w", err)
	}
	return nil
}

// An Outbox lets letters of mailboxes out. Account gives what opens each.
type Outbox struct {
	Account func(ctx context.Context, mailbox data.ID) (Account, error)
}

// Submit is Submit for the mailbox of a submission.
func (o Outbox) Submit(ctx context.Context, by data.Submission, from string, to []string, mail []byte) error {
	a, err := o.Account(ctx, by.Mailbox)
	if err != nil {
		return err
	}
	return Submit(ctx, by, a, from, to, mail)
}

// Find is InSent for a mailbox.
func (o Outbox) Find(ctx context.Context, mailbox data.ID, messageID string) (bool, error) {
	a, err := o.Account(ctx, mailbox)
	if err != nil {
		return false, err
	}
	return InSent(ctx, a, messageID)
}

// Keep is KeepSent for a mailbox.
func (o Outbox) Keep(ctx context.Context, mailbox data.ID, messageID string, mail []byte) error {
	a, err := o.Account(ctx, mailbox)
	if err != nil {
		return err
	}
	return KeepSent(ctx, a, messageID, mail)
}

// Draft is SaveDraft for a mailbox.
func (o Outbox) Draft(ctx context.Context, mailbox data.ID, mail []byte) (string, error) {
	a, err := o.Account(ctx, mailbox)
	if err != nil {
		return "", err
	}
	return SaveDraft(ctx, a, mail)
}
