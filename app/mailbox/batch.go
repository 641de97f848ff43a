package mailbox

import (
	"cmp"
	"context"
	"slices"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// A batch is the heads of one set, being read. Whoever reads it owns the
// connection until it is done.
type batch struct {
	done  chan struct{}
	heads []data.Mail
	err   error
}

func (b *batch) wait() ([]data.Mail, error) {
	<-b.done
	return b.heads, b.err
}

// readAhead begins to read the heads of a set.
func (y *syncer) readAhead(ctx context.Context, f data.Folder, set imap.UIDSet, from imap.UID) *batch {
	b := &batch{done: make(chan struct{})}
	go func() {
		defer close(b.done)
		b.heads, b.err = y.heads(ctx, f, set, from)
	}()
	return b
}

// heads reads the heads of a set in the order of their UIDs. A mail of which the
// server cannot hand over the head comes without any bytes.
func (y *syncer) heads(ctx context.Context, f data.Folder, set imap.UIDSet, from imap.UID) ([]data.Mail, error) {
	var heads []data.Mail
	known := make(map[uint32]bool)
	keep := func(m data.Mail) {
		if !known[m.UID] {
			known[m.UID] = true
			heads = append(heads, m)
		}
	}
	section := &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, HeaderFields: y.fields, Peek: true}
	err := y.fetch(ctx, f, set, section, from, func(m data.Mail) {
		m.HeadOnly = true
		keep(m)
	}, func(uid imap.UID) { keep(data.Mail{UID: uint32(uid)}) })
	slices.SortFunc(heads, func(a, b data.Mail) int { return cmp.Compare(a.UID, b.UID) })
	return heads, err
}

// bodies puts the beginning of each wanted mail in the place of its head. It
// waits until the next batch was read over the same connection.
func (y *syncer) bodies(ctx context.Context, f data.Folder, heads []data.Mail, wanted []bool) error {
	var set imap.UIDSet
	place := make(map[uint32]int)
	for i, yes := range wanted {
		if yes && len(heads[i].Raw) > 0 {
			set.AddNum(imap.UID(heads[i].UID))
			place[heads[i].UID] = i
		}
	}
	if len(set) == 0 {
		return nil
	}
	if _, err := y.ahead.wait(); err != nil {
		return err
	}
	section := &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: bodyBytes}}
	return y.fetch(ctx, f, set, section, 1, func(m data.Mail) {
		if i, ok := place[m.UID]; ok {
			heads[i] = m
		}
	}, func(uid imap.UID) { heads[place[uint32(uid)]] = data.Mail{UID: uint32(uid)} })
}
