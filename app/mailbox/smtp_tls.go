package mailbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
)

// submissionTLS asks for TLS on a plain connection (RFC 3207). A server that does
// not offer it, refuses, or says anything more before TLS begins is refused: an
// attacker could have put it there. It returns a greeting for the library, which
// expects one.
func submissionTLS(ctx context.Context, conn net.Conn) ([]byte, error) {
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	r := bufio.NewReaderSize(conn, 4<<10)
	if _, err := said(r, "220"); err != nil {
		return nil, fmt.Errorf("read the greeting: %w", err)
	}
	if _, err := io.WriteString(conn, "EHLO "+ownName+"\r\n"); err != nil {
		return nil, fmt.Errorf("greet the server: %w", err)
	}
	offers, err := said(r, "250")
	if err != nil {
		return nil, fmt.Errorf("greet the server: %w", err)
	}
	offered := false
	for _, o := range offers {
		offered = offered || strings.EqualFold(strings.TrimSpace(o), "STARTTLS")
	}
	if !offered {
		return nil, fmt.Errorf("the server offers no TLS: %w", ErrPlaintext)
	}
	if _, err := io.WriteString(conn, "STARTTLS\r\n"); err != nil {
		return nil, fmt.Errorf("ask for TLS: %w", err)
	}
	if _, err := said(r, "220"); errors.Is(err, ErrRefused) {
		return nil, fmt.Errorf("the server refuses TLS: %w", ErrPlaintext)
	} else if err != nil {
		return nil, fmt.Errorf("ask for TLS: %w", err)
	}
	if r.Buffered() > 0 {
		return nil, fmt.Errorf("the server spoke before TLS began: %w", ErrProtocol)
	}
	return []byte("220 ready\r\n"), nil
}

// said reads one answer of a few lines, and returns what stands behind the wanted
// code. The error wraps ErrRefused for another code.
func said(r *bufio.Reader, want string) ([]string, error) {
	const most = 100
	var texts []string
	for range most {
		answer, err := line(r)
		if err != nil {
			return nil, err
		}
		if len(answer) < 3 || len(answer) > 3 && answer[3] != ' ' && answer[3] != '-' {
			return nil, fmt.Errorf("an answer without a code: %w", ErrProtocol)
		}
		text := ""
		if len(answer) > 4 {
			text = answer[4:]
		}
		texts = append(texts, text)
		if len(answer) > 3 && answer[3] == '-' {
			continue
		}
		if answer[:3] != want {
			return nil, ErrRefused
		}
		return texts, nil
	}
	return nil, fmt.Errorf("an endless answer: %w", ErrProtocol)
}
