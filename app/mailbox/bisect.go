package mailbox

import (
	"context"
	"errors"
	"fmt"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// maxBroken is how many connections one check may lose to answers that cannot be
// read: enough to find a few bad mails among a batch, too few to go on for ever
// with a server that answers nothing rightly.
const maxBroken = 40

// fetch reads what section names of the mails of a set. Where the answer cannot
// be read it looks for the one mail that spoils it, over a new connection each
// time, and reads all others: bad is told that mail (mail.md 2.9).
func (y *syncer) fetch(ctx context.Context, f data.Folder, set imap.UIDSet, section *imap.FetchItemBodySection, from imap.UID, take func(data.Mail), bad func(imap.UID)) error {
	err := y.session.fetch(ctx, set, section, from, take)
	if !errors.Is(err, ErrProtocol) || errors.Is(err, ErrSilent) {
		return err
	}
	if again := y.connectAgain(ctx, f); again != nil {
		return errors.Join(err, again)
	}
	uids, unread := y.session.list(ctx, set, from)
	if unread != nil {
		return errors.Join(err, unread)
	}
	switch len(uids) {
	case 0:
		return err
	case 1:
		bad(uids[0])
		return nil
	}
	half := len(uids) / 2
	for _, part := range [][]imap.UID{uids[:half], uids[half:]} {
		if err := y.fetch(ctx, f, imap.UIDSetNum(part...), section, from, take, bad); err != nil {
			return err
		}
	}
	return nil
}

// connectAgain puts a new connection in the place of a broken one, with the
// folder open.
func (y *syncer) connectAgain(ctx context.Context, f data.Folder) error {
	if y.broken++; y.broken > maxBroken || y.open == nil {
		return fmt.Errorf("%d connections were lost: %w", y.broken, ErrProtocol)
	}
	y.session.drop()
	s, err := y.open(ctx)
	if err != nil {
		return err
	}
	y.session = s
	now, err := s.examine(ctx, f.Name)
	if err == nil && now.UIDValidity != f.UIDValidity {
		return fmt.Errorf("the folder was made anew while it was read: %w", ErrProtocol)
	}
	return err
}

// list returns the UIDs that are there of a set, from the given one on.
func (s *session) list(ctx context.Context, set imap.UIDSet, from imap.UID) ([]imap.UID, error) {
	if all, known := set.Nums(); known {
		return all, nil
	}
	return s.from(ctx, from)
}
