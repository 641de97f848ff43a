package mailbox

import (
	"fmt"
	"net"
	"sync"
	"time"
)

// The limits of what a server may send, before the IMAP library sees it. A
// hostile answer could otherwise overflow its stack or its memory.
const (
	maxNesting     = 100
	maxLine        = 4 << 20
	maxLiteral     = 1 << 20
	maxBodyLiteral = 25 << 20 // where a body was asked for
)

// A guard is a connection that ends when the server is silent for too long, and
// that refuses what no honest server sends.
type guard struct {
	net.Conn
	mu      sync.Mutex
	silence *time.Timer
	limit   time.Duration // for one silence; 0 while no answer is due
	bad     error         // why the guard ended the connection; nil while it has not
	fell    bool          // the connection ended from the other side
	closed  bool          // it was ended from this side
	scan    scanner
	heard   *Transcript // what was said; nil for nowhere
}

func newGuard(c net.Conn, silence time.Duration) *guard {
	g := &guard{Conn: c, limit: silence}
	g.silence = time.AfterFunc(silence, g.hang)
	return g
}

// hang ends a connection over which nothing came.
func (g *guard) hang() {
	g.mu.Lock()
	g.bad = ErrSilent
	g.mu.Unlock()
	_ = g.Conn.Close()
}

// await says that an answer is due: from now on the server may be silent for d.
func (g *guard) await(d time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.limit = d
	g.silence.Reset(d)
}

// rest says that no answer is due: the server may be silent for ever.
func (g *guard) rest() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.limit = 0
	g.silence.Stop()
}

// expect sets how large a literal may be from now on.
func (g *guard) expect(most int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.scan.most = most
}

// Read implements net.Conn.
func (g *guard) Read(b []byte) (int, error) {
	n, err := g.Conn.Read(b)
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.bad == nil && n > 0 {
		if g.limit > 0 {
			g.silence.Reset(g.limit)
		}
		g.heard.received(b[:n])
		if g.bad = g.scan.feed(b[:n]); g.bad != nil {
			_ = g.Conn.Close()
		}
	}
	if g.bad != nil {
		return 0, g.bad
	}
	g.fell = g.fell || err != nil && !g.closed
	return n, err
}

// Write implements net.Conn.
func (g *guard) Write(b []byte) (int, error) {
	g.heard.sent(b)
	return g.Conn.Write(b)
}

// givenUp reports whether the IMAP library ended the connection by itself,
// which it does when it cannot read an answer.
func (g *guard) givenUp() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.closed && !g.fell && g.bad == nil
}

// cause returns why the guard ended the connection, nil when it did not. The
// IMAP library does not hand it on.
func (g *guard) cause() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.bad
}

// Close implements net.Conn.
func (g *guard) Close() error {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	g.silence.Stop()
	return g.Conn.Close()
}

// A scanner follows the shape of a server's answers byte by byte: lines,
// parentheses, quoted strings and literals (RFC 9051 4).
type scanner struct {
	line, nesting int
	quoted, slash bool
	literal       int // bytes of a literal still to come
	size          int // the number inside "{…}", being read
	inSize        bool
	announced     int // of a literal that begins after the line end
	most          int // bytes that a literal may have, 0 for maxLiteral

	before byte // the byte before this one
	word   int  // letters of capability that were read
	able   bool // capabilities are being told
}

// capability is the word before a list in which the IMAP library reads a
// parenthesis for ever.
const capability = "CAPABILITY"

// follow notes where such a list begins and ends: behind the word at the start of
// an answer or of a code in brackets.
func (s *scanner) follow(c byte) {
	if s.word < len(capability) && c&^0x20 == capability[s.word] && (s.word > 0 || s.line == len("* C") || s.before == '[') {
		s.word++
	} else {
		s.word = 0
	}
	s.able = (s.able || s.word == len(capability)) && c != ']' && c != '\n'
	s.before = c
}

func (s *scanner) feed(b []byte) error {
	for i := 0; i < len(b); i++ {
		if s.literal > 0 {
			skip := min(s.literal, len(b)-i)
			s.literal -= skip
			i += skip - 1
			continue
		}
		if err := s.next(b[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *scanner) next(c byte) error {
	if s.line++; s.line > maxLine {
		return fmt.Errorf("a line of over %d bytes: %w", maxLine, ErrProtocol)
	}
	s.follow(c)
	switch {
	case c == '\n':
		s.literal, s.announced = s.announced, 0
		s.quoted, s.slash, s.inSize = false, false, false
		if s.literal == 0 {
			s.line, s.nesting = 0, 0
		}
	case s.slash:
		s.slash = false
	case s.quoted:
		s.slash = c == '\\'
		s.quoted = c != '"'
	case s.inSize:
		return s.sizeDigit(c)
	case c == '"':
		s.quoted = true
	case c == '{':
		s.inSize, s.size = true, 0
	case c == '(' && s.able:
		return fmt.Errorf("a list among capabilities: %w", ErrProtocol)
	case c == '(':
		if s.nesting++; s.nesting > maxNesting {
			return fmt.Errorf("nesting of over %d: %w", maxNesting, ErrProtocol)
		}
	case c == ')':
		s.nesting--
	case c != '\r':
		s.announced = 0
	}
	return nil
}

func (s *scanner) sizeDigit(c byte) error {
	switch {
	case c >= '0' && c <= '9':
		if s.size = s.size*10 + int(c-'0'); s.size > max(s.most, maxLiteral) {
			return fmt.Errorf("a literal of over %d bytes: %w", max(s.most, maxLiteral), ErrProtocol)
		}
	case c == '}':
		s.inSize, s.announced = false, s.size
	case c != '+':
		s.inSize = false
	}
	return nil
}
