package mailbox

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"

	"afterword/assets"
	"afterword/data"
)

// A Watcher keeps one mailbox in sight: it reads what is new, waits with IDLE
// (RFC 2177) until something changes, and looks by itself every few minutes.
type Watcher struct {
	Account    func(context.Context) (Account, error) // with its secret, asked for at each connection
	Mailbox    data.ID
	Filing     Filing
	HeadFields []string
	Now        func() time.Time // the program's clock, for the time of the last check

	nudge chan struct{} // size 1
	heard *Transcript
	life  *life
}

// A life is that of one connection after the other.
type life struct {
	mu  sync.Mutex
	end context.CancelCauseFunc // ends the one that lives; nil before the first
}

// errWoke ends a connection that may lead nowhere.
var errWoke = errors.New("the computer woke or its network changed")

// NewWatcher returns a watcher that is not running yet.
func NewWatcher(w Watcher) *Watcher {
	w.nudge, w.heard, w.life = make(chan struct{}, 1), &Transcript{}, &life{}
	return &w
}

// Transcript returns the last lines of what was said with the server, without
// anything private.
func (w *Watcher) Transcript() string { return w.heard.String() }

// account asks for what opens the mailbox.
func (w *Watcher) account(ctx context.Context) (Account, error) {
	a, err := w.Account(ctx)
	a.Heard = w.heard
	return a, err
}

// Nudge asks for a full check now.
func (w *Watcher) Nudge() {
	select {
	case w.nudge <- struct{}{}:
	default:
	}
}

// Wake asks for a full check now over a new connection: the computer woke, its
// clock jumped, or its network changed. The old one may lead nowhere without
// anybody noticing (half-open TCP).
func (w *Watcher) Wake() {
	w.life.mu.Lock()
	if w.life.end != nil {
		w.life.end(errWoke)
	}
	w.life.mu.Unlock()
	w.Nudge()
}

// Sync does one full check over a connection of its own.
func (w *Watcher) Sync(ctx context.Context) (data.Received, error) {
	a, err := w.account(ctx)
	if err != nil {
		return data.Received{}, err
	}
	s, err := open(ctx, a, func(Step) {})
	if err != nil {
		return data.Received{}, w.trouble(ctx, err)
	}
	defer func() { s.drop() }()
	got, err := w.full(ctx, &s)
	if err != nil {
		return got, w.trouble(ctx, err)
	}
	s.leave(ctx)
	return got, nil
}

// Run watches until ctx ends. After trouble it connects again, later and later
// up to five minutes; a refused password or certificate waits for Nudge.
func (w *Watcher) Run(ctx context.Context) error {
	const first, most = time.Second, 5 * time.Minute
	wait := first
	for ctx.Err() == nil {
		began := false
		err := w.connection(ctx, &began)
		if ctx.Err() != nil {
			break
		}
		if errors.Is(err, errWoke) {
			wait = first
			continue
		}
		if began {
			wait = first
		}
		_ = w.trouble(ctx, err) // told to the Filing; the loop goes on in any case
		if busy(err) {
			wait = max(wait, time.Minute)
		}
		pause := rand.N(wait) + wait/10
		if errors.Is(err, ErrPassword) || errors.Is(err, ErrCertificate) || errors.Is(err, ErrPlaintext) || errors.Is(err, data.ErrMissing) {
			pause = 0
		}
		wait = min(2*wait, most)
		if asked := w.pause(ctx, pause); asked {
			wait = first // the network may come back step by step
		}
	}
	return ctx.Err()
}

// busy reports whether the server asked for patience: it has too much to do, or
// too many connections of ours (RFC 5530 3, RFC 9738).
func busy(err error) bool {
	var said *imap.Error
	if !errors.As(err, &said) {
		return false
	}
	return said.Type == imap.StatusResponseTypeBye || said.Code == imap.ResponseCodeUnavailable || said.Code == imap.ResponseCodeLimit ||
		said.Code == imap.ResponseCodeInUse
}

// pause waits for d, for a nudge, or for the end; without d it waits for the
// other two. It reports whether it was a nudge.
func (w *Watcher) pause(ctx context.Context, d time.Duration) (asked bool) {
	var after <-chan time.Time
	if d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		after = t.C
	}
	select {
	case <-ctx.Done():
	case <-w.nudge:
		return true
	case <-after:
	}
	return false
}

// connection lives one connection, until trouble or Wake ends it.
func (w *Watcher) connection(ctx context.Context, began *bool) error {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	w.life.mu.Lock()
	w.life.end = end
	w.life.mu.Unlock()
	err := w.live(ctx, began)
	if errors.Is(context.Cause(ctx), errWoke) {
		return errWoke
	}
	return err
}

// live does a full check, then waits and reads.
func (w *Watcher) live(ctx context.Context, began *bool) error {
	a, err := w.account(ctx)
	if err != nil {
		return err
	}
	if err := w.Filing.Report(ctx, w.Mailbox, data.MailboxConnecting, "", time.Time{}); err != nil {
		return err
	}
	s, err := open(ctx, a, func(Step) {})
	if err != nil {
		return err
	}
	defer func() { s.drop() }()
	for {
		if _, err := w.full(ctx, &s); err != nil {
			return err
		}
		*began = true
		if err := w.wait(ctx, s); err != nil {
			return err
		}
	}
}

// open makes a session of the account.
func (w *Watcher) open(ctx context.Context) (*session, error) {
	a, err := w.account(ctx)
	if err != nil {
		return nil, err
	}
	return open(ctx, a, func(Step) {})
}

// full reads the Sent folder and then the INBOX, which stays open. It puts
// another session in the place of one that a broken answer spoilt.
func (w *Watcher) full(ctx context.Context, s **session) (data.Received, error) {
	var total data.Received
	folders, err := (*s).watched(ctx, (*s).box)
	if err != nil {
		return total, err
	}
	y := syncer{session: *s, filing: w.Filing, mailbox: w.Mailbox, fields: w.HeadFields, open: w.open}
	defer func() { *s = y.session }()
	detail := ""
	for _, f := range folders {
		got, err := y.folder(ctx, f)
		total.Add(got)
		if refused := (*imap.Error)(nil); f.Role != "inbox" && errors.As(err, &refused) && refused.Type == imap.StatusResponseTypeNo && !busy(err) {
			detail = assets.L("The folder {{.Folder}} could not be opened and is left out.", assets.Args{"Folder": f.Name})
			continue // deleted, renamed or forbidden; the others are read all the same
		}
		if err != nil {
			return total, err
		}
	}
	if err := w.Filing.Report(ctx, w.Mailbox, data.MailboxOK, detail, w.Now()); err != nil {
		return total, err
	}
	return total, nil
}

// trouble reports why the watching stopped and returns err.
func (w *Watcher) trouble(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return err
	}
	state := data.MailboxOffline
	switch {
	case errors.Is(err, ErrPassword), errors.Is(err, data.ErrMissing):
		state = data.MailboxAuthFailed
	case errors.Is(err, ErrCertificate):
		state = data.MailboxCertificate
	case errors.Is(err, ErrProtocol), errors.Is(err, ErrPlaintext), errors.Is(err, ErrFiling):
		state = data.MailboxError
	}
	if told := w.Filing.Report(ctx, w.Mailbox, state, Explain(err), time.Time{}); told != nil {
		return errors.Join(err, told)
	}
	return err
}
