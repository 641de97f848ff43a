package mailbox

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// The sizes of one piece of work.
const (
	batchHeads = 500
	bodyBytes  = 64 << 10
)

// A syncer brings folders up to date over one session.
type syncer struct {
	session *session
	filing  Filing
	mailbox data.ID
	fields  []string // header fields that the judgement wants

	open   func(context.Context) (*session, error) // makes another session of the same account
	broken int                                     // connections that were lost to answers that cannot be read
}

// folder reads what is new in one folder and files it. The cursor moves with
// each batch, in the same transaction as its decisions, so that a stop at any
// moment loses nothing and files nothing twice.
func (y *syncer) folder(ctx context.Context, f data.Folder) (data.Received, error) {
	now, err := y.session.examine(ctx, f.Name)
	if err != nil {
		return data.Received{}, err
	}
	now.Role = f.Role
	left, err := y.filing.Cursor(ctx, y.mailbox, f.Name)
	if err != nil {
		return data.Received{}, err
	}
	sets, from, err := y.wanted(ctx, left, now)
	if err != nil {
		return data.Received{}, err
	}
	return y.read(ctx, now, sets, from)
}

// wanted returns the mails that were not decided on: those from the cursor on,
// or where there is none, or it is of another UIDVALIDITY, those since the
// first interview.
func (y *syncer) wanted(ctx context.Context, left, now data.Folder) ([]imap.UIDSet, imap.UID, error) {
	if left.UIDNext > 0 && left.UIDValidity == now.UIDValidity {
		if now.UIDNext > 0 && now.UIDNext <= left.UIDNext {
			return nil, imap.UID(left.UIDNext), nil
		}
		var set imap.UIDSet
		set.AddRange(imap.UID(left.UIDNext), 0)
		return []imap.UIDSet{set}, imap.UID(left.UIDNext), nil
	}
	day, err := y.filing.Since(ctx, y.mailbox)
	if err != nil {
		return nil, 0, err
	}
	uids, err := y.session.since(ctx, day)
	if err != nil {
		return nil, 0, fmt.Errorf("search since %s: %w", day, err)
	}
	var sets []imap.UIDSet
	for some := range slices.Chunk(uids, batchHeads) {
		sets = append(sets, imap.UIDSetNum(some...))
	}
	return sets, 1, nil
}

// read works through the sets one after the other, so that only one batch is in
// memory; the last one moves the cursor to the end of the folder.
func (y *syncer) read(ctx context.Context, f data.Folder, sets []imap.UIDSet, from imap.UID) (data.Received, error) {
	var total data.Received
	end := max(f.UIDNext, uint32(from))
	f.UIDNext = uint32(from)
	section := &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, HeaderFields: y.fields, Peek: true}
	for i, set := range sets {
		heads, err := y.heads(ctx, f, set, section, from)
		if err != nil {
			return total, fmt.Errorf("read the heads of new mail: %w", err)
		}
		if n := len(heads); n > 0 {
			f.UIDNext = max(f.UIDNext, heads[n-1].UID+1)
		}
		if i == len(sets)-1 {
			f.UIDNext = max(f.UIDNext, end)
		}
		got, err := y.file(ctx, f, heads)
		if err != nil {
			return total, err
		}
		total.Add(got)
	}
	if len(sets) > 0 {
		return total, nil
	}
	f.UIDNext = end
	return y.file(ctx, f, nil)
}

// heads reads the heads of a set in the order of their UIDs. A mail of which the
// server cannot hand over the head comes without any bytes.
func (y *syncer) heads(ctx context.Context, f data.Folder, set imap.UIDSet, section *imap.FetchItemBodySection, from imap.UID) ([]data.Mail, error) {
	var heads []data.Mail
	known := make(map[uint32]bool)
	keep := func(m data.Mail) {
		if !known[m.UID] {
			known[m.UID] = true
			heads = append(heads, m)
		}
	}
	err := y.fetch(ctx, f, set, section, from, func(m data.Mail) {
		m.HeadOnly = true
		keep(m)
	}, func(uid imap.UID) { keep(data.Mail{UID: uint32(uid)}) })
	slices.SortFunc(heads, func(a, b data.Mail) int { return cmp.Compare(a.UID, b.UID) })
	return heads, err
}

func (y *syncer) file(ctx context.Context, f data.Folder, heads []data.Mail) (data.Received, error) {
	wanted, err := y.filing.Wants(ctx, f, heads)
	if err != nil {
		return data.Received{}, fmt.Errorf("%w: %w", ErrFiling, err)
	}
	var set imap.UIDSet
	place := make(map[uint32]int)
	for i, yes := range wanted {
		if yes && len(heads[i].Raw) > 0 {
			set.AddNum(imap.UID(heads[i].UID))
			place[heads[i].UID] = i
		}
	}
	if len(set) > 0 {
		section := &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: bodyBytes}}
		err := y.fetch(ctx, f, set, section, 1, func(m data.Mail) {
			if i, ok := place[m.UID]; ok {
				heads[i] = m
			}
		}, func(uid imap.UID) { heads[place[uint32(uid)]] = data.Mail{UID: uint32(uid)} })
		if err != nil {
			return data.Received{}, fmt.Errorf("read new mail: %w", err)
		}
	}
	got, err := y.filing.Receive(ctx, data.Batch{Mailbox: y.mailbox, Folder: f, Mails: heads})
	if err != nil {
		return got, fmt.Errorf("%w: %w", ErrFiling, err)
	}
	return got, nil
}
