package mailbox

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// wait returns when there is something to read: the server said so, the time
// for a look of our own has come, or somebody asked. IDLE is speed, never
// evidence: what it says is always looked up.
func (w *Watcher) wait(ctx context.Context, s *session) error {
	poll := time.NewTimer(s.limits.Poll)
	defer poll.Stop()
	if !s.caps().Has(imap.CapIdle) && !s.caps().Has(imap.CapIMAP4rev2) {
		return w.until(ctx, s, poll.C, s.news)
	}
	var idle *imapclient.IdleCommand
	err := s.within(ctx, func() (err error) {
		idle, err = s.client.Idle()
		return err
	})
	if err != nil {
		return err
	}
	err = w.until(ctx, s, poll.C, s.news)
	done := s.answered(ctx, s.limits.Done, func() error { return errors.Join(idle.Close(), idle.Wait()) })
	return cmp.Or(err, done)
}

func (w *Watcher) until(ctx context.Context, s *session, poll <-chan time.Time, news <-chan struct{}) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-s.client.Closed():
		return ErrSilent
	case <-poll:
	case <-w.nudge:
	case <-news:
	}
	return nil
}
