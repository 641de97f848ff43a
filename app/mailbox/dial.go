package mailbox

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"

	"afterword/data"
)

// dial connects as the account says and returns a guarded connection on which
// the greeting is still to be read.
func dial(ctx context.Context, a Account, l Limits, step func(Step)) (*guard, error) {
	box := a.Mailbox
	if err := Allowed(box); err != nil {
		return nil, err
	}
	step(Step{StepFound, StepRunning})
	dialer := &net.Dialer{Timeout: l.Silence}
	conn, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort(box.Host, strconv.Itoa(box.Port)))
	if err != nil {
		step(Step{StepFound, StepFailed})
		return nil, fmt.Errorf("connect to %s: %w", box.Host, err)
	}
	step(Step{StepFound, StepOK})
	if box.Security == data.SecurityNone {
		return newGuard(conn, l.Silence), nil
	}
	step(Step{StepSecure, StepRunning})
	g, err := secure(ctx, conn, a, l)
	if err != nil {
		_ = conn.Close()
		step(Step{StepSecure, StepFailed})
		return nil, err
	}
	step(Step{StepSecure, StepOK})
	return g, nil
}

// secure puts TLS on a connection, after STARTTLS where the account asks for it.
func secure(ctx context.Context, conn net.Conn, a Account, l Limits) (*guard, error) {
	config, err := tlsConfig(a)
	if err != nil {
		return nil, err
	}
	var greeting []byte
	if a.Mailbox.Security == data.SecuritySTARTTLS {
		if greeting, err = startTLS(ctx, conn, l); err != nil {
			return nil, err
		}
	}
	shake, cancel := context.WithTimeout(ctx, l.Silence)
	defer cancel()
	t := tls.Client(conn, config)
	if err := t.HandshakeContext(shake); err != nil {
		if badCertificate(err) {
			return nil, fmt.Errorf("%w: %w", ErrCertificate, err)
		}
		return nil, fmt.Errorf("secure the connection to %s: %w", a.Mailbox.Host, err)
	}
	if greeting != nil {
		return newGuard(&greeted{t, io.MultiReader(bytes.NewReader(greeting), t)}, l.Silence), nil
	}
	return newGuard(t, l.Silence), nil
}

// greeted is a connection whose greeting was read before TLS began.
type greeted struct {
	net.Conn
	r io.Reader
}

// Read implements net.Conn.
func (g *greeted) Read(b []byte) (int, error) { return g.r.Read(b) }

// startTLS asks for TLS on a plain connection (RFC 9051 6.2.1). A server that
// greets with PREAUTH, refuses, or sends anything more before TLS begins is
// refused: an attacker could have put it there. It returns a greeting for the
// library, which expects one.
func startTLS(ctx context.Context, conn net.Conn, l Limits) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, l.Command) // for a server that sends a byte a second
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	g := newGuard(conn, l.Silence)
	defer g.silence.Stop()
	r := bufio.NewReaderSize(g, 64<<10)
	greeting, err := line(r)
	if err != nil {
		return nil, fmt.Errorf("read the greeting: %w", err)
	}
	if !strings.HasPrefix(strings.ToUpper(greeting), "* OK") {
		return nil, fmt.Errorf("the server greeted without TLS as %.20q: %w", greeting, ErrProtocol)
	}
	if _, err := io.WriteString(conn, "s1 STARTTLS\r\n"); err != nil {
		return nil, fmt.Errorf("ask for TLS: %w", err)
	}
	for {
		answer, err := line(r)
		if err != nil {
			return nil, fmt.Errorf("ask for TLS: %w", err)
		}
		tag, rest, _ := strings.Cut(answer, " ")
		if tag != "s1" {
			continue
		}
		if !strings.HasPrefix(strings.ToUpper(rest), "OK") {
			return nil, fmt.Errorf("the server refuses TLS: %w", ErrPlaintext)
		}
		if r.Buffered() > 0 {
			return nil, fmt.Errorf("the server spoke before TLS began: %w", ErrProtocol)
		}
		return []byte("* OK ready\r\n"), nil
	}
}

func line(r *bufio.Reader) (string, error) {
	s, err := r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", fmt.Errorf("an endless line: %w", ErrProtocol)
	}
	return strings.TrimRight(string(s), "\r\n"), err
}

func tlsConfig(a Account) (*tls.Config, error) {
	config := &tls.Config{ServerName: a.Mailbox.Host, MinVersion: tls.VersionTLS12}
	if len(a.ExtraCA) == 0 && len(a.Mailbox.CA) == 0 {
		return config, nil
	}
	roots, err := x509.SystemCertPool()
	if err != nil {
		roots = x509.NewCertPool()
	}
	for _, pem := range [][]byte{a.ExtraCA, a.Mailbox.CA} {
		if len(pem) > 0 && !roots.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("the extra root certificate is not PEM: %w", data.ErrInvalid)
		}
	}
	config.RootCAs = roots
	return config, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Allowed refuses a mailbox without any protection unless it is on loopback. The
// error wraps ErrPlaintext.
func Allowed(box data.Mailbox) error {
	if box.Security == data.SecurityNone && !loopback(box.Host) {
		return fmt.Errorf("%s: %w", box.Host, ErrPlaintext)
	}
	return nil
}
