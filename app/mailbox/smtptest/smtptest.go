// Package smtptest runs a real submission server on loopback, for tests. It counts
// what it took by Message-ID, and breaks where the test wants it to.
//
// It talks to sockets on 127.0.0.1 and keeps mails in memory.
package smtptest

import (
	"bytes"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// User and Password sign in; so does Token, by XOAUTH2 and OAUTHBEARER.
const (
	User     = "robin"
	Password = "correct horse"
	Token    = "a token that is good"
)

// A Stage is how far the talk about one letter is.
type Stage string

// The stages, in their order.
const (
	Greeted Stage = "greeted" // EHLO
	Signing Stage = "signing" // AUTH
	From    Stage = "from"    // MAIL
	To      Stage = "to"      // RCPT
	Begun   Stage = "begun"   // DATA, of which nothing was read
	Taken   Stage = "taken"   // the dot was read and the letter is counted; no answer yet
	Left    Stage = "left"    // QUIT, or the end of the connection
)

// What may happen at a stage instead of the usual answer, beside an SMTPError.
var (
	ErrHang = errors.New("never answer")
	ErrDrop = errors.New("drop the connection")
)

// Refuse is an answer with a code of three digits.
func Refuse(code int, said string) error {
	return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, 7, 1}, Message: said}
}

// A Script says how the server behaves; the zero Script is a good server.
type Script struct {
	NoTLS   bool            // STARTTLS is not offered, as when somebody on the way took it out
	NoAuth  bool            // no sign-in is offered
	By      []string        // mechanisms; nil for PLAIN and LOGIN
	Answers map[Stage]error // in place of the usual ones
	Reached func(Stage)     // is called at each stage, before the answer; nil for nobody
}

// A Server is one running server.
type Server struct {
	Port    int // STARTTLS and plain
	TLSPort int
	CA      []byte // PEM of its certificate, which is good for 127.0.0.1 alone

	script Script
	end    chan struct{}
	mu     sync.Mutex
	mails  []Mail
}

// A Mail is one letter that the server took.
type Mail struct {
	From string
	To   []string
	Raw  []byte
}

// MessageID returns the Message-ID of a letter, without brackets.
func (m Mail) MessageID() string {
	read, err := mail.ReadMessage(bytes.NewReader(m.Raw))
	if err != nil {
		return ""
	}
	return strings.Trim(read.Header.Get("Message-ID"), "<> ")
}

// Start runs a server until the test ends.
func Start(t testing.TB, script Script) *Server {
	t.Helper()
	s := &Server{script: script, end: make(chan struct{})}
	var config *tls.Config
	config, s.CA = certificate(t)
	plain, secure := listen(t), listen(t)
	s.Port, s.TLSPort = plain.Addr().(*net.TCPAddr).Port, secure.Addr().(*net.TCPAddr).Port
	var servers []*smtp.Server
	for _, l := range []net.Listener{plain, tls.NewListener(secure, config)} {
		server := smtp.NewServer(smtp.BackendFunc(s.session))
		server.AllowInsecureAuth, server.ErrorLog, server.EnableSMTPUTF8 = true, log.New(io.Discard, "", 0), true
		if l == plain && !script.NoTLS {
			server.TLSConfig = config
		}
		servers = append(servers, server)
		go func() { _ = server.Serve(l) }() // it ends with Close
	}
	t.Cleanup(func() {
		close(s.end)
		for _, server := range servers {
			_ = server.Close()
		}
	})
	return s
}

func listen(t testing.TB) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Mails returns what the server took so far.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Mail(nil), s.mails...)
}

// Count returns how often the server took each letter, by Message-ID.
func (s *Server) Count() map[string]int {
	counted := make(map[string]int)
	for _, m := range s.Mails() {
		counted[m.MessageID()]++
	}
	return counted
}

func (s *Server) session(c *smtp.Conn) (smtp.Session, error) {
	x := &session{server: s, conn: c}
	if s.script.NoAuth {
		return struct{ smtp.Session }{x}, x.at(Greeted)
	}
	return x, x.at(Greeted)
}

// A session is one connection.
type session struct {
	server *Server
	conn   *smtp.Conn
	mail   Mail
}

// at is called at each stage and says what happens there.
func (x *session) at(stage Stage) error {
	if reached := x.server.script.Reached; reached != nil {
		reached(stage)
	}
	switch answer := x.server.script.Answers[stage]; {
	case errors.Is(answer, ErrHang):
		<-x.server.end
		return answer
	case errors.Is(answer, ErrDrop):
		_ = x.conn.Conn().Close()
		return answer
	default:
		return answer
	}
}

// Reset implements smtp.Session.
func (x *session) Reset() { x.mail = Mail{} }

// Logout implements smtp.Session.
func (x *session) Logout() error { return x.at(Left) }

// AuthMechanisms implements smtp.AuthSession.
func (x *session) AuthMechanisms() []string {
	if x.server.script.By != nil {
		return x.server.script.By
	}
	return []string{sasl.Plain, sasl.Login}
}

// Auth implements smtp.AuthSession.
func (x *session) Auth(mech string) (sasl.Server, error) {
	if err := x.at(Signing); err != nil {
		return nil, err
	}
	return signIn(mech)
}

// Mail implements smtp.Session.
func (x *session) Mail(from string, _ *smtp.MailOptions) error {
	x.mail.From = from
	return x.at(From)
}

// Rcpt implements smtp.Session.
func (x *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	x.mail.To = append(x.mail.To, to)
	return x.at(To)
}

// Data implements smtp.Session.
func (x *session) Data(r io.Reader) error {
	if err := x.at(Begun); err != nil {
		return err
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	x.mail.Raw = raw
	var refused *smtp.SMTPError
	if !errors.As(x.server.script.Answers[Taken], &refused) {
		x.server.mu.Lock()
		x.server.mails = append(x.server.mails, x.mail)
		x.server.mu.Unlock()
	}
	return x.at(Taken)
}
