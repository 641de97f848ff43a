package mailbox

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// An Embedded is a mail server in this process, on loopback only, for the
// examples and for tests.
type Embedded struct {
	user   *imapmemserver.User
	server *imapserver.Server
	addr   *net.TCPAddr
}

// StartEmbedded starts a server with one user, who has an INBOX and a Sent
// folder.
func StartEmbedded(user, password string) (*Embedded, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start the examples' mail server: %w", err)
	}
	e := &Embedded{user: imapmemserver.NewUser(user, password), addr: listener.Addr().(*net.TCPAddr)}
	for _, folder := range []string{"INBOX", "Sent"} {
		if err := e.user.Create(folder, nil); err != nil {
			return nil, fmt.Errorf("start the examples' mail server: %w", err)
		}
	}
	memory := imapmemserver.New()
	memory.AddUser(e.user)
	e.server = imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return memory.NewSession(), nil, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapIdle: {}},
		Logger:       log.New(io.Discard, "", 0),
		InsecureAuth: true,
	})
	go e.server.Serve(listener) // it ends with Close
	return e, nil
}

// Addr returns where the server listens.
func (e *Embedded) Addr() *net.TCPAddr { return e.addr }

// Deliver puts a mail into a folder, as having arrived at an instant.
func (e *Embedded) Deliver(folder string, raw []byte, at time.Time) error {
	_, err := e.user.Append(folder, literal{bytes.NewReader(raw)}, &imap.AppendOptions{Time: at})
	if err != nil {
		return fmt.Errorf("deliver to %s: %w", folder, err)
	}
	return nil
}

// Close stops the server.
func (e *Embedded) Close() error { return e.server.Close() }

// A literal is a mail with its size.
type literal struct{ *bytes.Reader }

// Size implements imap.LiteralReader.
func (l literal) Size() int64 { return l.Reader.Size() }
