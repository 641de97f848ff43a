package app

import (
	"context"
	"errors"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/reply"
	"afterword/data"
)

// A post lets letters out: those whose ten seconds are over, one after the other.
// It is the only one that does, for a home has one window.
type post struct {
	desk  *desk.Desk
	woken chan struct{} // size 1: a letter may have begun to wait
	shown func()        // a waiting letter has less time left
}

// newPost gives the desk what lets letters out.
func newPost(d *desk.Desk, m *mail, shown func()) *post {
	box := mailbox.Outbox{Account: m.account}
	d.Mailer = desk.Mailer{
		Check: m.look, Submit: lingering(box.Submit), Find: box.Find, Keep: box.Keep, Draft: drafting(box.Draft),
		Suggest: mailbox.SubmissionOf, Explain: explainLetter,
	}
	return &post{desk: d, woken: make(chan struct{}, 1), shown: shown}
}

// unsent is trouble with a letter that was to go out, or into a folder.
type unsent struct{ error }

// Unwrap returns what happened.
func (u unsent) Unwrap() error { return u.error }

func drafting(save func(context.Context, data.ID, []byte) (string, error)) func(context.Context, data.ID, []byte) (string, error) {
	return func(ctx context.Context, box data.ID, mail []byte) (string, error) {
		folder, err := save(ctx, box, mail)
		if err != nil {
			return "", unsent{err}
		}
		return folder, nil
	}
}

// A submit gives a mail to a server.
type submit func(ctx context.Context, by data.Submission, from string, to []string, mail []byte) error

// lingering gives a letter that is on its way a little longer when the program
// ends: broken off, nobody might know whether it left.
func lingering(send submit) submit {
	const grace = 15 * time.Second
	return func(ctx context.Context, by data.Submission, from string, to []string, mail []byte) error {
		longer, cancel := context.WithCancel(context.WithoutCancel(ctx))
		defer cancel()
		defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, cancel) })()
		return send(longer, by, from, to, mail)
	}
}

// wake asks for a look at the letters that wait.
func (p *post) wake() {
	select {
	case p.woken <- struct{}{}:
	default:
	}
}

// run puts right what the last end of the program interrupted, and then sends what
// is due, until ctx ends.
func (p *post) run(ctx context.Context) {
	const again = time.Minute
	for p.desk.RecoverSends(ctx) != nil { // the store could not be read: without this nothing is sent
		if !p.rest(ctx, again) {
			return
		}
	}
	for left := time.Duration(0); ctx.Err() == nil; {
		next, err := p.desk.SendDue(ctx)
		pause := time.Duration(0)
		if err != nil {
			pause = again
		}
		if !next.IsZero() {
			const tick = 250 * time.Millisecond // the program's clock may be another one than the computer's
			pause = tick
			if now := next.Sub(p.desk.Now()).Truncate(time.Second); now != left {
				left = now
				p.shown()
			}
		}
		p.rest(ctx, pause)
	}
}

// rest waits for a wake, for d where it is not 0, or for the end, which it reports.
func (p *post) rest(ctx context.Context, d time.Duration) bool {
	var after <-chan time.Time
	if d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		after = t.C
	}
	select {
	case <-ctx.Done():
		return false
	case <-p.woken:
	case <-after:
	}
	return true
}

// look does one full check of a mailbox now, over a connection of its own.
func (m *mail) look(ctx context.Context, id data.ID) error {
	const limit = time.Minute
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	w := mailbox.NewWatcher(mailbox.Watcher{
		Account: func(ctx context.Context) (mailbox.Account, error) { return m.account(ctx, id) },
		Mailbox: id, Filing: m.desk, HeadFields: reply.HeadFields(), Now: m.desk.Now,
	})
	if _, err := w.Sync(ctx); err != nil {
		return unconnected{err}
	}
	return nil
}

// explainLetter puts trouble with a letter into words: with the server that sends
// it, or with the mailbox that was looked at before.
func explainLetter(err error) string {
	if errors.As(err, new(unconnected)) {
		return mailbox.Explain(err)
	}
	return mailbox.ExplainSend(err)
}
