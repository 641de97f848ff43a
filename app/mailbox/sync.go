package mailbox

import (
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
	ahead   *batch   // being read while the one before it is decided on

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
		from := imap.UID(left.UIDNext)
		if now.UIDNext > 0 && now.UIDNext-left.UIDNext <= batchHeads {
			return []imap.UIDSet{{{Start: from}}}, from, nil
		}
		uids, err := y.session.from(ctx, from)
		if err != nil {
			return nil, 0, fmt.Errorf("search from mail %d on: %w", from, err)
		}
		return batches(uids), from, nil
	}
	day, err := y.filing.Since(ctx, y.mailbox)
	if err != nil {
		return nil, 0, err
	}
	uids, err := y.session.since(ctx, day)
	if err != nil {
		return nil, 0, fmt.Errorf("search since %s: %w", day, err)
	}
	return batches(uids), 1, nil
}

func batches(uids []imap.UID) []imap.UIDSet {
	var sets []imap.UIDSet
	for some := range slices.Chunk(uids, batchHeads) {
		sets = append(sets, imap.UIDSetNum(some...))
	}
	return sets
}

// read works through the sets one after the other; the last one moves the cursor
// to the end of the folder. While a batch is decided on and stored the next one
// is read, so that two are in memory and no more.
func (y *syncer) read(ctx context.Context, f data.Folder, sets []imap.UIDSet, from imap.UID) (data.Received, error) {
	var total data.Received
	end := max(f.UIDNext, uint32(from))
	f.UIDNext = uint32(from)
	if len(sets) == 0 {
		f.UIDNext = end
		return y.receive(ctx, f, nil)
	}
	ctx, stop := context.WithCancel(ctx)
	defer func() {
		stop()
		<-y.ahead.done // the connection has no other owner from here on
	}()
	y.ahead = y.readAhead(ctx, f, sets[0], from)
	for i := range sets {
		heads, err := y.ahead.wait()
		if err != nil {
			return total, fmt.Errorf("read the heads of new mail: %w", err)
		}
		if n := len(heads); n > 0 {
			f.UIDNext = max(f.UIDNext, heads[n-1].UID+1)
		}
		if i+1 < len(sets) {
			y.ahead = y.readAhead(ctx, f, sets[i+1], from)
		} else {
			f.UIDNext = max(f.UIDNext, end)
		}
		got, err := y.file(ctx, f, heads)
		if err != nil {
			return total, err
		}
		total.Add(got)
	}
	return total, nil
}

// file decides on a batch, with the bodies of those that may matter, and stores
// what was decided.
func (y *syncer) file(ctx context.Context, f data.Folder, heads []data.Mail) (data.Received, error) {
	wanted, err := y.filing.Wants(ctx, f, heads)
	if err != nil {
		return data.Received{}, fmt.Errorf("%w: %w", ErrFiling, err)
	}
	if err := y.bodies(ctx, f, heads, wanted); err != nil {
		return data.Received{}, fmt.Errorf("read new mail: %w", err)
	}
	return y.receive(ctx, f, heads)
}

func (y *syncer) receive(ctx context.Context, f data.Folder, mails []data.Mail) (data.Received, error) {
	got, err := y.filing.Receive(ctx, data.Batch{Mailbox: y.mailbox, Folder: f, Mails: mails})
	if err != nil {
		return got, fmt.Errorf("%w: %w", ErrFiling, err)
	}
	return got, nil
}
