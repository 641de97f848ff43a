package mailbox

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// maxFound is how many mails one search may find: their numbers come in one
// line, which is shorter than maxLine then.
const maxFound = 100_000

// since returns the UIDs of the open folder that arrived on day or later.
func (s *session) since(ctx context.Context, day data.Day) ([]imap.UID, error) {
	return s.search(ctx, imap.SearchCriteria{Since: time.Date(day.Year, day.Month, day.Day, 12, 0, 0, 0, time.UTC)})
}

// from returns the UIDs of the open folder from the given one on.
func (s *session) from(ctx context.Context, uid imap.UID) ([]imap.UID, error) {
	found, err := s.search(ctx, imap.SearchCriteria{UID: []imap.UIDSet{{{Start: uid}}}})
	first, _ := slices.BinarySearch(found, uid) // n:* finds the last mail, even if it is older
	return found[first:], err
}

// search returns the UIDs of the mails of the open folder that fit. A large
// folder is searched in parts, the newest first: a mail that goes away meanwhile
// moves others into a part that is still to come.
func (s *session) search(ctx context.Context, wanted imap.SearchCriteria) ([]imap.UID, error) {
	var uids []imap.UID
	err := s.within(ctx, func() error {
		for _, part := range parts(s.mails) {
			wanted.SeqNum = part
			got, err := s.client.UIDSearch(&wanted, nil).Wait()
			if err != nil {
				return err
			}
			found, err := foundIn(got)
			if err != nil {
				s.drop()
				return err
			}
			uids = append(uids, found...)
		}
		return nil
	})
	slices.Sort(uids)
	return slices.Compact(uids), err
}

// foundIn returns what a search found. A set without an end, or with one that no
// folder has, is refused: the library would panic, or make a list of it.
func foundIn(got *imap.SearchData) ([]imap.UID, error) {
	const most = 10 * maxFound
	set, ok := got.All.(imap.UIDSet)
	if !ok && got.All != nil {
		return nil, fmt.Errorf("a search for UIDs found other numbers: %w", ErrProtocol)
	}
	n := 0
	for _, r := range set {
		if r.Start == 0 || r.Stop < r.Start || r.Stop-r.Start >= most {
			return nil, fmt.Errorf("a search found %v: %w", r, ErrProtocol)
		}
		n += int(r.Stop-r.Start) + 1
	}
	if n > most {
		return nil, fmt.Errorf("a search found %d mails: %w", n, ErrProtocol)
	}
	uids, _ := set.Nums()
	return uids, nil
}

// parts divides a folder of so many mails by their numbers, the newest first
// and without an end, for those that came since. A small folder is one part
// without numbers.
func parts(mails uint32) [][]imap.SeqSet {
	if mails <= maxFound {
		return [][]imap.SeqSet{nil}
	}
	first := (mails - 1) / maxFound * maxFound
	all := [][]imap.SeqSet{{{{Start: first + 1}}}}
	for ; first > 0; first -= maxFound {
		all = append(all, []imap.SeqSet{{{Start: first - maxFound + 1, Stop: first}}})
	}
	return all
}
