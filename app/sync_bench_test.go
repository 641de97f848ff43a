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

// The mailbox of the benchmark: how many mails it holds, and how many of them
// came since the autumn.
const (
	manyMails   = 50_000
	autumnMails = 2_000
)

// BenchmarkFirstSync reads the heads of 50,000 mails of a real server: by a raw
// socket that throws them away, and by a first check that judges each and stores
// what it decided.
func BenchmarkFirstSync(b *testing.B) {
	server := dovecot.Start(b)
	for i := range manyMails {
		at := time.Date(2025, 6, 1, 9, 0, 0, 0, time.UTC)
		if i >= manyMails-autumnMails {
			at = time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
		}
		server.DeliverAt(b, "INBOX", fmt.Appendf(nil, "Received: from mail%d.example.org by mx.example.net; Tue, 24 Nov 2026 09:00:00 +0000\r\nFrom: Sender %d <sender%d@example.org>\r\nTo: robin@example.net\r\nSubject: Something of the week, number %d\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\nMessage-ID: <%d.abcdef@example.org>\r\nList-Id: <week.example.org>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n", i, i, i, i, i), at)
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
			mb, _ := decide(b, server, longAgo, manyMails)
			most = max(most, mb)
		}
		b.ReportMetric(most, "MB/heap")
	})
	b.Run("alternating", func(b *testing.B) { alternate(b, func() { throwAway(b, server) }, longAgo, manyMails, server) })
	autumn := time.Date(2026, 10, 20, 9, 0, 0, 0, time.UTC)
	b.Run("autumn", func(b *testing.B) { // since a first interview that is not long ago
		alternate(b, func() {
			ask(b, server, "EXAMINE INBOX", "UID SEARCH SINCE 19-Oct-2026", fmt.Sprintf("UID FETCH %d:* %s", manyMails-autumnMails+1, heads()))
		}, autumn, autumnMails, server)
	})
}

// alternate measures a first check beside the raw socket in turns, on a machine
// that has other work to do.
func alternate(b *testing.B, raw func(), first time.Time, want int, server *dovecot.Server) {
	b.Helper()
	var ratios []float64
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		raw()
		between := time.Since(began)
		_, ours := decide(b, server, first, want)
		took = append(took, ours)
		ratios = append(ratios, float64(ours)/float64(between))
	}
	slices.Sort(ratios)
	slices.Sort(took)
	b.ReportMetric(ratios[len(ratios)/2], "times/baseline")
	b.ReportMetric(float64(took[len(took)/2].Milliseconds()), "ms/ours")
}

// longAgo is a first interview before all mails.
var longAgo = time.Date(2020, 1, 7, 10, 0, 0, 0, time.UTC)

// decide does a first check of a mailbox into a store with one interview, and
// returns by how many MB it made the heap larger and how long it took.
func decide(b *testing.B, server *dovecot.Server, first time.Time, want int) (mb float64, took time.Duration) {
	b.Helper()
	b.StopTimer()
	d := deskSince(b, first)
	b.StartTimer()
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
	began := time.Now()
	got, err := w.Sync(b.Context())
	took = time.Since(began)
	if err != nil || got.Seen != want {
		b.Fatalf("saw %d, %v, want %d", got.Seen, err, want)
	}
	runtime.ReadMemStats(&after)
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return max(0, float64(after.HeapSys-after.HeapReleased)-float64(before.HeapSys-before.HeapReleased)) / (1 << 20), took
}

// emptyDesk returns a desk with one interview, before all mails.
func emptyDesk(b *testing.B) *desk.Desk {
	b.Helper()
	return deskSince(b, longAgo)
}

func deskSince(b *testing.B, start time.Time) *desk.Desk {
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
	ask(b, s, "EXAMINE INBOX", "UID FETCH 1:* "+heads())
}

// heads names what is asked for of each mail.
func heads() string {
	return "(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS (" + strings.Join(reply.HeadFields(), " ") + ")])"
}

// ask signs in over a bare connection, sends commands and throws the answers away.
func ask(b *testing.B, s *dovecot.Server, commands ...string) {
	b.Helper()
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port))
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	r := bufio.NewReaderSize(c, 64<<10)
	commands = slices.Concat([]string{fmt.Sprintf("LOGIN %s {%d+}\r\n%s", dovecot.User, len(dovecot.Password), dovecot.Password)}, commands, []string{"LOGOUT"})
	for i, command := range commands {
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
