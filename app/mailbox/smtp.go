package mailbox

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-smtp"

	"afterword/data"
)

// ownName is how we greet a submission server: the user's address in the network
// is nobody's business (RFC 5321 4.1.3).
const ownName = "[127.0.0.1]"

// What a submission server may be.
const (
	submissionAnswer = 2 * time.Minute // to the end of a mail, of which RFC 5321 4.5.3.2.6 says that it takes long
	submissionBytes  = 1 << 20         // all that it may say
)

// ErrRefused is a letter, a sender or a recipient that the server does not take.
var ErrRefused = errors.New("the server did not take the letter")

// A Refused is the server's own answer to a letter that it did not take. It wraps
// ErrRefused.
type Refused struct {
	Code int
	Said string
}

// Error returns the code alone: the server's words may name somebody.
func (r *Refused) Error() string { return fmt.Sprintf("%v: status %d", ErrRefused, r.Code) }

// Unwrap returns ErrRefused.
func (r *Refused) Unwrap() error { return ErrRefused }

// Submit gives a mail to the server where the letters of an account go out (RFC
// 6409). from and to are addr-specs. The error wraps data.ErrUnsure when the
// server got the whole mail but did not say whether it takes it; after any other
// error it has not got the mail (RFC 5321 4.1.1.4, 4.2.5).
func Submit(ctx context.Context, by data.Submission, a Account, from string, to []string, mail []byte) error {
	c, leave, err := submission(ctx, by, a)
	if err != nil {
		return err
	}
	defer leave()
	if err := c.Mail(from, options(c, from, to)); err != nil {
		return answered("name the sender", err)
	}
	for _, t := range to {
		if err := c.Rcpt(t, nil); err != nil {
			return answered("name the recipient", err)
		}
	}
	w, err := c.Data()
	if err != nil {
		return answered("begin the letter", err)
	}
	if _, err := io.Copy(w, bytes.NewReader(mail)); err != nil {
		return answered("hand the letter over", err) // without its end it is no letter
	}
	err = w.Close()
	if said := (*smtp.SMTPError)(nil); err != nil && !errors.As(err, &said) {
		return fmt.Errorf("%w: %w", data.ErrUnsure, err)
	}
	if err != nil {
		return answered("end the letter", err)
	}
	_ = c.Quit() // the letter is taken, whatever comes now
	return nil
}

// options asks for what an address beyond ASCII needs (RFC 6531).
func options(c *smtp.Client, from string, to []string) *smtp.MailOptions {
	wide := strings.ContainsFunc(from+strings.Join(to, ""), func(r rune) bool { return r > '~' })
	offered, _ := c.Extension("SMTPUTF8")
	return &smtp.MailOptions{UTF8: wide && offered}
}

// answered tells a server's refusal from trouble on the way.
func answered(doing string, err error) error {
	if said := (*smtp.SMTPError)(nil); errors.As(err, &said) {
		return fmt.Errorf("%s: %w", doing, &Refused{said.Code, said.Message})
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// TestSubmission signs in where the letters of an account go out, sends nothing
// and leaves.
func TestSubmission(ctx context.Context, by data.Submission, a Account) error {
	c, leave, err := submission(ctx, by, a)
	if err != nil {
		return err
	}
	defer leave()
	return c.Quit()
}

// submission connects and signs in. leave ends the connection.
func submission(ctx context.Context, by data.Submission, a Account) (*smtp.Client, func(), error) {
	l := a.Limits.filled()
	conn, err := dialSubmission(ctx, by, a, l)
	if err != nil {
		return nil, nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	leave := func() {
		stop()
		_ = conn.Close()
	}
	c := smtp.NewClient(&measured{Conn: conn, left: submissionBytes})
	c.CommandTimeout, c.SubmissionTimeout = l.Silence, submissionAnswer
	if a.Limits.Silence > 0 { // what was asked for
		c.SubmissionTimeout = l.Silence
	}
	err = c.Hello(ownName)
	if err == nil {
		err = prove(ctx, c, by, a)
	} else {
		err = answered("greet the server", err)
	}
	if err != nil {
		leave()
		return nil, nil, err
	}
	return c, leave, nil
}

// A measured connection ends when the other side says more than it should.
type measured struct {
	net.Conn
	left int
}

// Read implements net.Conn.
func (m *measured) Read(b []byte) (int, error) {
	if m.left <= 0 {
		return 0, fmt.Errorf("an endless answer: %w", ErrProtocol)
	}
	n, err := m.Conn.Read(b[:min(len(b), m.left)])
	m.left -= n
	return n, err
}

// dialSubmission connects as the user wants it. Without protection it does so over
// loopback only.
func dialSubmission(ctx context.Context, by data.Submission, a Account, l Limits) (net.Conn, error) {
	if by.Security == data.SecurityNone && !loopback(by.Host) {
		return nil, fmt.Errorf("%s: %w", by.Host, ErrPlaintext)
	}
	dialer := &net.Dialer{Timeout: l.Silence}
	conn, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort(by.Host, strconv.Itoa(by.Port)))
	if err != nil {
		return nil, fmt.Errorf("connect to %s: %w", by.Host, err)
	}
	if by.Security == data.SecurityNone {
		return conn, nil
	}
	safe, err := protect(ctx, conn, by, a, l)
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return safe, nil
}

// protect puts TLS on a connection, after STARTTLS where that is asked for.
func protect(ctx context.Context, conn net.Conn, by data.Submission, a Account, l Limits) (net.Conn, error) {
	config, err := tlsConfig(Account{Mailbox: data.Mailbox{Host: by.Host, CA: by.CA}, ExtraCA: a.ExtraCA})
	if err != nil {
		return nil, err
	}
	within, cancel := context.WithTimeout(ctx, l.Silence)
	defer cancel()
	var greeting []byte
	if by.Security == data.SecuritySTARTTLS {
		if greeting, err = submissionTLS(within, conn); err != nil {
			return nil, err
		}
	}
	t := tls.Client(conn, config)
	if err := t.HandshakeContext(within); err != nil {
		if badCertificate(err) {
			return nil, fmt.Errorf("%w: %w", ErrCertificate, err)
		}
		return nil, fmt.Errorf("secure the connection to %s: %w", by.Host, err)
	}
	if greeting == nil {
		return t, nil
	}
	return &greeted{t, io.MultiReader(bytes.NewReader(greeting), t)}, nil
}
