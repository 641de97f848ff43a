package mailbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"afterword/data"
)

// A session is one signed-in connection. One goroutine uses it; after any error
// it is thrown away. It only reads, but for what append.go adds when the user
// pressed a button.
type session struct {
	client *imapclient.Client
	guard  *guard
	limits Limits
	box    data.Mailbox
	mails  uint32        // in the open folder
	news   chan struct{} // size 1: something changed in the open folder
}

// open connects and signs in.
func open(ctx context.Context, a Account, step func(Step)) (*session, error) {
	l := a.Limits.filled()
	g, err := dial(ctx, a, l, step)
	if err != nil {
		return nil, err
	}
	return begin(ctx, g, a, l, step)
}

// begin signs in over a connection.
func begin(ctx context.Context, g *guard, a Account, l Limits, step func(Step)) (*session, error) {
	g.heard = a.Heard
	s := &session{guard: g, limits: l, box: a.Mailbox, news: make(chan struct{}, 1)}
	tell := func() {
		select {
		case s.news <- struct{}{}:
		default:
		}
	}
	s.client = imapclient.New(g, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(*imapclient.UnilateralDataMailbox) { tell() },
		Expunge: func(uint32) { tell() },
	}})
	step(Step{StepSigned, StepRunning})
	if err := s.within(ctx, func() error { return s.signIn(ctx, a) }); err != nil {
		step(Step{StepSigned, StepFailed})
		s.drop()
		return nil, err
	}
	step(Step{StepSigned, StepOK})
	return s, nil
}

// signIn waits for the greeting and logs in. The password goes over a protected
// connection only, or over loopback where that was asked for.
func (s *session) signIn(ctx context.Context, a Account) error {
	if err := s.client.WaitGreeting(); err != nil {
		return fmt.Errorf("read the greeting: %w", err)
	}
	if s.client.State() != imap.ConnStateNotAuthenticated {
		return fmt.Errorf("the server signed in by itself: %w", ErrProtocol)
	}
	prove := s.login
	if a.Bearer != nil {
		prove = s.bear
	}
	if err := prove(ctx, a); err != nil {
		return err
	}
	if s.caps().Has(imap.CapID) {
		_, err := s.client.ID(&imap.IDData{Name: "Afterword"}).Wait()
		return err
	}
	return nil
}

// login signs in with the password.
func (s *session) login(ctx context.Context, a Account) error {
	if s.caps().Has(imap.CapLoginDisabled) {
		return fmt.Errorf("the server forbids signing in with a password here: %w", ErrPlaintext)
	}
	if _, grant := GrantOf(a.Password); grant {
		return ErrToken // a refresh token is nothing for a mail server
	}
	password, err := a.password(ctx)
	if err != nil {
		return err
	}
	if err := s.client.Login(a.Mailbox.User, password).Wait(); err != nil {
		var refused *imap.Error
		if errors.As(err, &refused) && refused.Type == imap.StatusResponseTypeNo && refused.Code != imap.ResponseCodeUnavailable {
			return ErrPassword // the server's own words may name the user
		}
		return fmt.Errorf("sign in: %w", err)
	}
	return nil
}

// caps returns what the server can do. The library waits half a minute for the
// answer even when the connection has ended.
func (s *session) caps() imap.CapSet {
	known := make(chan imap.CapSet, 1)
	go func() { known <- s.client.Caps() }()
	select {
	case caps := <-known:
		return caps
	case <-s.client.Closed():
		return nil
	}
}

// within runs one command; when it takes too long or ctx ends, the connection
// is closed, which ends the command.
func (s *session) within(ctx context.Context, command func() error) error {
	return s.answered(ctx, s.limits.Silence, command)
}

// answered is within for a command that has a limit of its own for silence.
func (s *session) answered(ctx context.Context, silence time.Duration, command func() error) error {
	ctx, cancel := context.WithTimeout(ctx, s.limits.Command)
	defer cancel()
	s.guard.await(silence)
	defer s.guard.rest()
	stop := context.AfterFunc(ctx, func() { _ = s.guard.Close() })
	defer stop()
	err := command()
	if cause := s.guard.cause(); err != nil && cause != nil {
		return cause
	}
	if err != nil && ctx.Err() != nil {
		return fmt.Errorf("%w: %w", ErrSilent, ctx.Err())
	}
	if refused := (*imap.Error)(nil); err != nil && !errors.As(err, &refused) && s.guard.givenUp() {
		return fmt.Errorf("%w: %w", ErrProtocol, err)
	}
	return err
}

// drop throws the connection away without a word.
func (s *session) drop() { _ = s.guard.Close() }

// leave says goodbye and closes.
func (s *session) leave(ctx context.Context) {
	_ = s.within(ctx, func() error { return s.client.Logout().Wait() }) // the answer matters to nobody
	s.drop()
}

// examine opens a folder read-only.
func (s *session) examine(ctx context.Context, folder string) (data.Folder, error) {
	f := data.Folder{Name: folder}
	err := s.within(ctx, func() error {
		got, err := s.client.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
		if err == nil {
			f.UIDValidity, f.UIDNext, s.mails = got.UIDValidity, uint32(got.UIDNext), got.NumMessages
		}
		return err
	})
	if err != nil {
		return f, fmt.Errorf("open folder %s read-only: %w", f.Role, err)
	}
	return f, nil
}

// fetch streams what section names of each mail to take. Mails below from are
// passed over: a server answers n:* with its last mail, even if that is older.
func (s *session) fetch(ctx context.Context, set imap.UIDSet, section *imap.FetchItemBodySection, from imap.UID, take func(data.Mail)) error {
	if len(section.HeaderFields) == 0 {
		s.guard.expect(maxBodyLiteral)
		defer s.guard.expect(maxLiteral)
	}
	return s.within(ctx, func() error {
		cmd := s.client.Fetch(set, &imap.FetchOptions{UID: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{section}})
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			m, err := collect(msg)
			if err != nil {
				s.drop() // closing the command would read on beside the library
				return err
			}
			if m.UID >= uint32(from) && m.Raw != nil {
				take(m)
			}
		}
		return cmd.Close()
	})
}

// collect reads one mail of an answer. Of a long one it keeps the beginning, as
// much as is judged.
func collect(msg *imapclient.FetchMessageData) (data.Mail, error) {
	var m data.Mail
	for item := msg.Next(); item != nil; item = msg.Next() {
		switch item := item.(type) {
		case imapclient.FetchItemDataUID:
			m.UID = uint32(item.UID)
		case imapclient.FetchItemDataInternalDate:
			m.Arrived = item.Time
		case imapclient.FetchItemDataBodySection:
			if item.Literal == nil {
				continue
			}
			raw, err := io.ReadAll(io.LimitReader(item.Literal, bodyBytes))
			if err == nil {
				_, err = io.Copy(io.Discard, item.Literal)
			}
			if err != nil {
				return m, fmt.Errorf("read a mail: %w", err)
			}
			m.Raw = raw
		}
	}
	return m, nil
}
