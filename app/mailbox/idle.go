package mailbox

import (
	"context"
	"time"

	"github.com/emersion/go-imap/v2"
)

// answerDone is how long a server may take to end an IDLE.
const answerDone = 15 * time.Second

// wait returns when there is something to read: the server said so, the time
// for a look of our own has come, or somebody asked. IDLE is speed, never
// evidence: what it says is always looked up.
func (w *Watcher) wait(ctx context.Context, s *session) error {
	poll := time.NewTimer(s.limits.Poll)
	defer poll.Stop()
	if !s.client.Caps().Has(imap.CapIdle) && !s.client.Caps().Has(imap.CapIMAP4rev2) {
		s.guard.allow(s.limits.Poll + s.limits.Silence)
		defer s.guard.allow(s.limits.Silence)
		return w.until(ctx, s, poll.C, s.news)
	}
	s.guard.allow(s.limits.Idle + s.limits.Silence)
	idle, err := s.client.Idle()
	if err != nil {
		return err
	}
	err = w.until(ctx, s, poll.C, s.news)
	s.guard.allow(answerDone)
	defer s.guard.allow(s.limits.Silence)
	if closed := idle.Close(); closed != nil && err == nil {
		err = closed
	}
	if done := s.within(ctx, idle.Wait); done != nil && err == nil {
		err = done
	}
	return err
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
