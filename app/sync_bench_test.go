package app

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/mailbox/dovecot"
	"afterword/app/profile"
	"afterword/app/reply"
	"afterword/data"
)

// manyMails is how many mails the mailbox of the benchmark holds.
const manyMails = 50_000

// BenchmarkFirstSync reads the heads of 50,000 mails of a real server: by a raw
// socket that throws them away, and by a first check that judges each and stores
// what it decided.
func BenchmarkFirstSync(b *testing.B) {
	server := dovecot.Start(b)
	for i := range manyMails {
		server.Deliver(b, "INBOX", fmt.Appendf(nil, "Received: from mail%d.example.org by mx.example.net; Tue, 24 Nov 2026 09:00:00 +0000\r\nFrom: Sender %d <sender%d@example.org>\r\nTo: robin@example.net\r\nSubject: Something of the week, number %d\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\nMessage-ID: <%d.abcdef@example.org>\r\nList-Id: <week.example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n", i, i, i, i, i))
	}
	throwAway(b, server) // the server makes its index at the first reading
	b.Run("baseline", func(b *testing.B) {
		for b.Loop() {
			throwAway(b, server)
		}
	})
	b.Run("decisions", func(b *testing.B) {
		var most float64
		for b.Loop() {
			most = max(most, decide(b, server))
		}
		b.ReportMetric(most, "MB/heap")
	})
	b.Run("alternating", func(b *testing.B) { // on a machine with other work to do
		var ratios []float64
		for b.Loop() {
			began := time.Now()
			throwAway(b, server)
			raw := time.Since(began)
			decide(b, server)
			ratios = append(ratios, float64(time.Since(began)-raw)/float64(raw))
		}
		slices.Sort(ratios)
		b.ReportMetric(ratios[len(ratios)/2], "times/baseline")
	})
}

// decide does a first check of a mailbox into an empty store, and returns by how
// many MB it made the heap larger at most.
func decide(b *testing.B, server *dovecot.Server) float64 {
	b.Helper()
	d := emptyDesk(b)
	box, err := d.ConnectMailbox(b.Context(), data.Mailbox{Email: "robin@example.net", Host: "127.0.0.1", Port: server.Port, Security: data.SecurityNone, User: dovecot.User})
	if err != nil {
		b.Fatal(err)
	}
	w := mailbox.NewWatcher(mailbox.Watcher{
		Account: func(context.Context) (mailbox.Account, error) {
			return mailbox.Account{Mailbox: box, Password: dovecot.Password}, nil
		},
		Mailbox: box.ID, Filing: d, HeadFields: reply.HeadFields(), Now: d.Now,
	})
	var before, after runtime.MemStats
	debug.FreeOSMemory()
	runtime.ReadMemStats(&before)
	got, err := w.Sync(b.Context())
	if err != nil || got.Seen != manyMails {
		b.Fatalf("saw %d, %v, want %d", got.Seen, err, manyMails)
	}
	runtime.ReadMemStats(&after)
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return max(0, float64(after.HeapSys-after.HeapReleased)-float64(before.HeapSys-before.HeapReleased)) / (1 << 20)
}

// emptyDesk returns a desk with one interview, before all mails.
func emptyDesk(b *testing.B) *desk.Desk {
	b.Helper()
	p, err := profile.New(profile.Flags{Home: filepath.Join(b.TempDir(), "home"), TZ: "Europe/Berlin"})
	if err != nil {
		b.Fatal(err)
	}
	d, err := desk.Open(b.Context(), p)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { d.Close() })
	start := time.Date(2020, 1, 7, 10, 0, 0, 0, time.UTC)
	_, err = d.AddApplication(b.Context(), desk.NewApplication{Company: "Acme Robotics", Role: "Designer", First: desk.NewInterview{
		Start: start, With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}},
	}})
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// throwAway asks a server for the same heads over a bare connection.
func throwAway(b *testing.B, s *dovecot.Server) {
	b.Helper()
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port))
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	r := bufio.NewReaderSize(c, 64<<10)
	fields := strings.Join(reply.HeadFields(), " ")
	for i, command := range []string{
		fmt.Sprintf("LOGIN %s {%d+}\r\n%s", dovecot.User, len(dovecot.Password), dovecot.Password), "EXAMINE INBOX",
		"UID FETCH 1:* (UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (" + fields + ")])", "LOGOUT",
	} {
		tag := fmt.Sprintf("R%d ", i)
		if _, err := io.WriteString(c, tag+command+"\r\n"); err != nil {
			b.Fatal(err)
		}
		for line := ""; !strings.HasPrefix(line, tag); {
			if line, err = r.ReadString('\n'); err != nil {
				b.Fatalf("%s: %v", tag, err)
			}
			if strings.HasPrefix(line, tag) && !strings.Contains(line, "OK") {
				b.Fatal(line)
			}
		}
	}
}
