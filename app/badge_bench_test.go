package app

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"afterword/app/mailbox"
	"afterword/app/mailbox/dovecot"
	"afterword/app/reply"
	"afterword/data"
)

// BenchmarkDelivery takes the time from a delivery until it is known: that
// something came, on a bare connection in IDLE, and what it is, in the store, by
// a watcher. The server gathers what comes for half a second before it tells.
func BenchmarkDelivery(b *testing.B) {
	server := dovecot.Start(b)
	b.Run("baseline", func(b *testing.B) {
		told := idling(b, server)
		for i := 0; b.Loop(); i++ {
			atRest(b)
			server.Deliver(b, "INBOX", delivered(i))
			<-told
		}
	})
	b.Run("decided", func(b *testing.B) {
		d := emptyDesk(b)
		box, err := d.ConnectMailbox(b.Context(), data.Mailbox{Email: "robin@example.net", Host: "127.0.0.1", Port: server.Port, Security: data.SecurityNone, User: dovecot.User})
		if err != nil {
			b.Fatal(err)
		}
		filed := make(chan struct{}, 1000)
		w := mailbox.NewWatcher(mailbox.Watcher{
			Account: func(context.Context) (mailbox.Account, error) {
				return mailbox.Account{Mailbox: box, Password: dovecot.Password}, nil
			},
			Mailbox: box.ID, Filing: telling{d, filed}, HeadFields: reply.HeadFields(), Now: d.Now,
		})
		ctx, stop := context.WithCancel(b.Context())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_ = w.Run(ctx) // until the benchmark ends
		}()
		server.Deliver(b, "INBOX", delivered(1_000_000))
		<-filed
		for i := 0; b.Loop(); i++ {
			atRest(b)
			server.Deliver(b, "INBOX", delivered(2_000_000+i))
			<-filed
		}
		stop()
		<-ended
	})
}

// atRest waits, beside the clock of the benchmark, until everybody waits.
func atRest(b *testing.B) {
	b.StopTimer()
	time.Sleep(time.Second)
	b.StartTimer()
}

func delivered(n int) []byte {
	return fmt.Appendf(nil, "From: Dana Ruiz <dana@acme.example>\r\nTo: robin@example.net\r\nSubject: Re: Thank you\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\nMessage-ID: <answer%d@acme.example>\r\n\r\nThank you.\r\n", n)
}

// A telling is a Filing that says when mails were filed.
type telling struct {
	mailbox.Filing
	filed chan<- struct{}
}

// Receive implements mailbox.Filing.
func (f telling) Receive(ctx context.Context, b data.Batch) (data.Received, error) {
	got, err := f.Filing.Receive(ctx, b)
	if got.Matched > 0 {
		f.filed <- struct{}{}
	}
	return got, err
}

// idling returns a channel that tells each EXISTS on a bare connection.
func idling(b *testing.B, s *dovecot.Server) <-chan struct{} {
	b.Helper()
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	if _, err := fmt.Fprintf(c, "A LOGIN %s {%d+}\r\n%s\r\nB EXAMINE INBOX\r\nC IDLE\r\n", dovecot.User, len(dovecot.Password), dovecot.Password); err != nil {
		b.Fatal(err)
	}
	told, lines := make(chan struct{}, 1000), bufio.NewReader(c)
	for line := ""; !strings.HasPrefix(line, "+"); {
		if line, err = lines.ReadString('\n'); err != nil {
			b.Fatal(err)
		}
	}
	go func() {
		for {
			line, err := lines.ReadString('\n')
			if err == io.EOF || err != nil {
				return
			}
			if strings.HasSuffix(strings.TrimSpace(line), "EXISTS") {
				told <- struct{}{}
			}
		}
	}()
	return told
}
