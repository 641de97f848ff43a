package mailbox

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/emersion/go-sasl"

	"afterword/app/mailbox/smtptest"
	"afterword/data"
)

var sentLetter = []byte("From: robin@example.net\r\nTo: dana@acme.example\r\nMessage-ID: <1@example.net>\r\nSubject: Thank you\r\n\r\nHi Dana,\r\n.\r\n..two\r\nRobin\r\n")

// way is where the letters go out, with what signs in.
func way(s *smtptest.Server, security data.Security) (data.Submission, Account) {
	by := data.Submission{Mailbox: "box", Host: "127.0.0.1", Port: s.Port, Security: security, User: smtptest.User}
	if security == data.SecurityTLS {
		by.Port = s.TLSPort
	}
	return by, Account{Password: smtptest.Password, ExtraCA: s.CA, Limits: Limits{Silence: 5 * time.Second}}
}

func submit(t *testing.T, by data.Submission, a Account) error {
	return Submit(t.Context(), by, a, "robin@example.net", []string{"dana@acme.example"}, sentLetter)
}

func TestSubmit(t *testing.T) {
	s := smtptest.Start(t, smtptest.Script{})
	for n, security := range []data.Security{data.SecurityTLS, data.SecuritySTARTTLS, data.SecurityNone} {
		by, a := way(s, security)
		if err := TestSubmission(t.Context(), by, a); err != nil || len(s.Mails()) != n {
			t.Fatalf("%s: trying it out: %v, %d mails, want none sent", security, err, len(s.Mails())-n)
		}
		if err := submit(t, by, a); err != nil {
			t.Fatalf("%s: %v", security, err)
		}
		got := s.Mails()[n]
		if got.From != "robin@example.net" || len(got.To) != 1 || got.To[0] != "dana@acme.example" || string(got.Raw) != string(sentLetter) {
			t.Errorf("%s: the server got %+v, want the letter byte by byte", security, got)
		}
	}
}

// TestSubmitSignIn tries every way to prove who one is.
func TestSubmitSignIn(t *testing.T) {
	for _, c := range []struct {
		name     string
		by       []string
		password string
		tokens   []string // of the bearer; nil for the password
		user     string
		want     error
	}{
		{"plain", []string{sasl.Plain}, smtptest.Password, nil, smtptest.User, nil},
		{"login", []string{sasl.Login}, smtptest.Password, nil, smtptest.User, nil},
		{"wrong password, plain", []string{sasl.Plain}, "wrong", nil, smtptest.User, ErrPassword},
		{"wrong password, login", []string{sasl.Login}, "wrong", nil, smtptest.User, ErrPassword},
		{"no way by password", []string{"SCRAM-SHA-1"}, smtptest.Password, nil, smtptest.User, ErrProtocol},
		{"xoauth2", []string{"XOAUTH2"}, "", []string{smtptest.Token}, smtptest.User, nil},
		{"oauthbearer", []string{sasl.OAuthBearer}, "", []string{smtptest.Token}, smtptest.User, nil},
		{"expired, renewed", []string{"XOAUTH2"}, "", []string{"old", smtptest.Token}, smtptest.User, nil},
		{"expired, renewed, bearer", []string{sasl.OAuthBearer}, "", []string{"old", smtptest.Token}, smtptest.User, nil},
		{"revoked", []string{"XOAUTH2"}, "", []string{"old", "older"}, smtptest.User, ErrToken},
		{"no way by browser", []string{sasl.Plain}, "", []string{smtptest.Token}, smtptest.User, ErrProtocol},
		{"smuggled", []string{"XOAUTH2"}, "", []string{smtptest.Token + "\x01\x01"}, smtptest.User, ErrToken},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := smtptest.Start(t, smtptest.Script{By: c.by})
			by, a := way(s, data.SecurityTLS)
			by.User, a.Password = c.user, c.password
			if c.tokens != nil {
				a.Bearer = &tokens{left: c.tokens}
			}
			err := submit(t, by, a)
			if !errors.Is(err, c.want) || (err == nil) != (len(s.Mails()) == 1) {
				t.Errorf("got %v and %d mails, want %v", err, len(s.Mails()), c.want)
			}
			if err != nil && (!strings.Contains(ExplainSend(err), "not sent") || strings.Contains(err.Error(), smtptest.User)) {
				t.Errorf("%v is told as %q", err, ExplainSend(err))
			}
		})
	}
}

// tokens is a bearer that hands out some tokens in turn.
type tokens struct{ left []string }

func (b *tokens) Token(context.Context) (string, error) { return b.left[0], nil }

func (b *tokens) Renew(context.Context, string) (string, error) {
	if len(b.left) < 2 {
		return "", ErrToken
	}
	b.left = b.left[1:]
	return b.left[0], nil
}

// TestSubmitTrouble: what goes wrong is told as what it is, and only where the
// server got the whole letter and did not answer is it unsure whether it left.
func TestSubmitTrouble(t *testing.T) {
	at := func(stage smtptest.Stage, answer error) smtptest.Script {
		return smtptest.Script{Answers: map[smtptest.Stage]error{stage: answer}}
	}
	later, never := smtptest.Refuse(451, "Try again later\x1b[2J"), smtptest.Refuse(550, "No such user here.")
	for _, c := range []struct {
		name   string
		script smtptest.Script
		want   error
		taken  int
	}{
		{"later, greeting", at(smtptest.Greeted, later), ErrRefused, 0},
		{"later, sign-in", at(smtptest.Signing, smtptest.Refuse(454, "Later")), ErrRefused, 0},
		{"never, sender", at(smtptest.From, never), ErrRefused, 0},
		{"later, recipient", at(smtptest.To, later), ErrRefused, 0},
		{"never, recipient", at(smtptest.To, never), ErrRefused, 0},
		{"later, letter", at(smtptest.Taken, later), ErrRefused, 0},
		{"never, letter", at(smtptest.Taken, never), ErrRefused, 0},
		{"closing down, letter", at(smtptest.Taken, smtptest.Refuse(421, "Bye")), ErrRefused, 0},
		{"silence, sign-in", at(smtptest.Signing, smtptest.ErrHang), nil, 0},
		{"silence, recipient", at(smtptest.To, smtptest.ErrHang), nil, 0},
		{"dropped, recipient", at(smtptest.To, smtptest.ErrDrop), nil, 0},
		{"dropped, within the letter", at(smtptest.Begun, smtptest.ErrDrop), data.ErrUnsure, 0},
		{"silence after the dot", at(smtptest.Taken, smtptest.ErrHang), data.ErrUnsure, 1},
		{"dropped after the dot", at(smtptest.Taken, smtptest.ErrDrop), data.ErrUnsure, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := smtptest.Start(t, c.script)
			by, a := way(s, data.SecurityTLS)
			a.Limits.Silence = time.Second
			err := submit(t, by, a)
			if err == nil || c.want != nil && !errors.Is(err, c.want) || errors.Is(err, data.ErrUnsure) != (c.want == data.ErrUnsure) || len(s.Mails()) != c.taken {
				t.Errorf("got %v and %d mails, want %v and %d", err, len(s.Mails()), c.want, c.taken)
			}
			if words := ExplainSend(err); c.want == ErrRefused && (!strings.Contains(words, "It said") || strings.Contains(words, "\x1b")) {
				t.Errorf("told as %q, want the server's own words", words)
			}
		})
	}
	t.Run("dropped after the answer", func(t *testing.T) {
		s := smtptest.Start(t, at(smtptest.Left, smtptest.ErrDrop))
		by, a := way(s, data.SecurityTLS)
		if err := submit(t, by, a); err != nil || len(s.Mails()) != 1 {
			t.Errorf("got %v and %d mails, want it sent", err, len(s.Mails()))
		}
	})
}

// TestSubmitUnprotected: no password and no letter go over an open line, nor to
// somebody else's certificate.
func TestSubmitUnprotected(t *testing.T) {
	s := smtptest.Start(t, smtptest.Script{NoTLS: true})
	by, a := way(s, data.SecuritySTARTTLS)
	if err := submit(t, by, a); !errors.Is(err, ErrPlaintext) {
		t.Errorf("STARTTLS taken out: %v, want %v", err, ErrPlaintext)
	}
	by.Security, by.Host = data.SecurityNone, "mail.example.org"
	if err := submit(t, by, a); !errors.Is(err, ErrPlaintext) {
		t.Errorf("in the clear to the world: %v, want %v", err, ErrPlaintext)
	}
	for _, security := range []data.Security{data.SecurityTLS, data.SecuritySTARTTLS} {
		var reached atomic.Bool
		s := smtptest.Start(t, smtptest.Script{Reached: func(st smtptest.Stage) {
			if st == smtptest.Signing {
				reached.Store(true)
			}
		}})
		by, a := way(s, security)
		a.ExtraCA = nil
		if err := submit(t, by, a); !errors.Is(err, ErrCertificate) || reached.Load() {
			t.Errorf("%s, unknown certificate: %v, signed in %v, want %v", security, err, reached.Load(), ErrCertificate)
		}
		by, a = way(s, security)
		by.Host = "localhost"
		if err := submit(t, by, a); !errors.Is(err, ErrCertificate) || reached.Load() {
			t.Errorf("%s, another name: %v, signed in %v, want %v", security, err, reached.Load(), ErrCertificate)
		}
	}
}

// TestSubmissionTLSTakesNothingBeforeTLS holds that what comes in the clear after
// the answer is refused, and a server that offers nothing.
func TestSubmissionTLSTakesNothingBeforeTLS(t *testing.T) {
	const hello = "250-mx.example.net\r\n250-SIZE 1000\r\n250 STARTTLS\r\n"
	for _, c := range []struct {
		name, greeting string
		answers        []string
		want           error
	}{
		{"injected", "220 mx\r\n", []string{hello, "220 go\r\n250 AUTH PLAIN\r\n"}, ErrProtocol},
		{"taken out", "220 mx\r\n", []string{"250 mx.example.net\r\n"}, ErrPlaintext},
		{"refused", "220 mx\r\n", []string{hello, "454 not now\r\n"}, ErrPlaintext},
		{"no greeting", "554 no\r\n", nil, ErrRefused},
		{"no SMTP", "* OK IMAP\r\n", nil, ErrProtocol},
		{"endless line", "220 " + strings.Repeat("x", 100<<10), nil, ErrProtocol},
		{"endless answer", strings.Repeat("220-x\r\n", 1000), nil, ErrProtocol},
	} {
		t.Run(c.name, func(t *testing.T) {
			server, client := net.Pipe()
			defer server.Close()
			go func() {
				_, _ = io.WriteString(server, c.greeting)
				buf := make([]byte, 64)
				for _, answer := range c.answers {
					if _, err := server.Read(buf); err != nil {
						return
					}
					_, _ = io.WriteString(server, answer)
				}
				_, _ = io.Copy(io.Discard, server)
			}()
			if _, err := submissionTLS(t.Context(), client); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// TestSubmitEndless: a server that never stops talking is left.
func TestSubmitEndless(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		for err == nil {
			_, err = io.WriteString(c, "220-hello\r\n")
		}
	}()
	by := data.Submission{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, Security: data.SecurityNone}
	if err := Submit(t.Context(), by, Account{}, "a@b", []string{"c@d"}, sentLetter); err == nil || errors.Is(err, data.ErrUnsure) {
		t.Errorf("got %v, want the talk ended", err)
	}
}

func TestSubmitCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := smtptest.Start(t, smtptest.Script{Answers: map[smtptest.Stage]error{smtptest.Taken: smtptest.ErrHang}, Reached: func(st smtptest.Stage) {
		if st == smtptest.Taken {
			cancel()
		}
	}})
	by, a := way(s, data.SecurityTLS)
	if err := Submit(ctx, by, a, "robin@example.net", []string{"dana@acme.example"}, sentLetter); !errors.Is(err, data.ErrUnsure) {
		t.Errorf("ended after the dot: %v, want unsure", err)
	}
}
