package desk

import (
	"context"
	"errors"

	"afterword/data"
	"afterword/data/sqlite"
)

// A SendWay is one mailbox as a letter may go out of it.
type SendWay struct {
	Mailbox    data.ID
	Email      string
	Submission data.Submission
	Known      bool // it is known where its letters go out; else the user says it once
}

// SendWays returns the mailboxes that a letter may go out of, the user's own
// address first; none without a mailbox. Where the user said nothing the table of
// providers says where letters go out.
func (d *Desk) SendWays(ctx context.Context) ([]SendWay, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	boxes, err := d.store.Mailboxes(ctx)
	if err != nil {
		return nil, err
	}
	var ways []SendWay
	for _, b := range boxes {
		w := SendWay{Mailbox: b.ID, Email: b.Email}
		if w.Submission, err = d.store.Submission(ctx, b.ID); errors.Is(err, data.ErrNotFound) {
			w.Submission, w.Known = d.suggest(b)
		} else if err != nil {
			return nil, err
		} else {
			w.Known = true
		}
		if b.Email == p.Me.Address {
			ways = append([]SendWay{w}, ways...)
		} else {
			ways = append(ways, w)
		}
	}
	return ways, nil
}

// suggest returns what the table of providers knows, else what is usual, to be
// completed by the user.
func (d *Desk) suggest(b data.Mailbox) (data.Submission, bool) {
	usual := data.Submission{Mailbox: b.ID, Security: data.SecurityTLS, Port: 465, User: b.User, CA: b.CA} // RFC 8314 3.3
	if d.Mailer.Suggest == nil {
		return usual, false
	}
	s, ok := d.Mailer.Suggest(b.Email)
	if !ok {
		return usual, false
	}
	s.Mailbox, s.CA = b.ID, b.CA
	return s, true
}

// sendWay returns one mailbox, or for "" the first that can send.
func (d *Desk) sendWay(ctx context.Context, mailbox data.ID) (SendWay, error) {
	ways, err := d.SendWays(ctx)
	if err != nil {
		return SendWay{}, err
	}
	for _, w := range ways {
		if w.Mailbox == mailbox || mailbox == "" && w.Known {
			return w, nil
		}
	}
	if len(ways) > 0 {
		return ways[0], nil
	}
	return SendWay{}, nil
}

// SaveSubmission stores where the letters of a mailbox go out. The connection was
// tested before.
func (d *Desk) SaveSubmission(ctx context.Context, s data.Submission) error {
	return d.write(ctx, "", func(tx *sqlite.Tx) error { return tx.SaveSubmission(ctx, s) })
}
