package mailbox

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// watched runs one full check of a script with a folder as it was left before.
func watched(t *testing.T, s scripted, left data.Folder) *filing {
	t.Helper()
	f := newFiling()
	f.folders[left.Name] = left
	a := s.start(t)
	w := NewWatcher(Watcher{
		Account: func(context.Context) (Account, error) { return a, nil }, Mailbox: "box", Filing: f, HeadFields: []string{"Subject"}, Now: time.Now,
	})
	if _, err := w.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f
}

// uids are the mails of all batches.
func (f *filing) uids() []uint32 {
	var all []uint32
	for _, b := range f.batches {
		for _, m := range b.Mails {
			all = append(all, m.UID)
		}
	}
	return all
}

func TestOlderMailOfAnOpenRangeIsPassedOver(t *testing.T) {
	s := polite().with("EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 9] n\r\n%s OK done\r\n")
	f := watched(t, s, data.Folder{Name: "INBOX", UIDValidity: 7, UIDNext: 8}) // asked for 8:*, it sends 5
	if got := f.uids(); len(got) != 0 || f.folders["INBOX"].UIDNext != 9 {
		t.Errorf("took %v and left the cursor at %d, want none and 9", got, f.folders["INBOX"].UIDNext)
	}
}

func TestNothingNewIsNotFetched(t *testing.T) {
	s := polite().with("UID FETCH", "cut")
	f := watched(t, s, data.Folder{Name: "INBOX", UIDValidity: 7, UIDNext: 6})
	if got := f.uids(); len(got) != 0 {
		t.Errorf("took %v", got)
	}
}

func TestOtherUIDValidityReadsAgain(t *testing.T) {
	s := polite().with("UID FETCH", mail(5, "Subject: other\r\n\r\n")+"%s OK done\r\n")
	f := watched(t, s, data.Folder{Name: "INBOX", UIDValidity: 6, UIDNext: 4000})
	if got := f.uids(); len(got) != 1 || got[0] != 5 || f.folders["INBOX"].UIDValidity != 7 || f.folders["INBOX"].UIDNext != 6 {
		t.Errorf("took %v and left %+v, want 5 and the new validity", got, f.folders["INBOX"])
	}
}

func TestEmptyFolder(t *testing.T) {
	s := polite().with("EXAMINE", "* 0 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 1] n\r\n%s OK done\r\n").with("UID SEARCH", "* SEARCH\r\n%s OK\r\n").with("UID FETCH", "cut")
	f := watched(t, s, data.Folder{})
	if f.folders["INBOX"].UIDNext != 1 {
		t.Errorf("cursor %d, want 1", f.folders["INBOX"].UIDNext)
	}
}

// TestWatcherComesBack cuts the connection while it waits, and looks whether the
// watcher reads on over a new one.
func TestWatcherComesBack(t *testing.T) {
	f := newFiling()
	a := polite().with("IDLE", "cut").with("UID FETCH", mail(5, "Subject: other\r\n\r\n")+"%s OK done\r\n").start(t)
	opened := make(chan struct{}, 10)
	w := NewWatcher(Watcher{
		Account: func(context.Context) (Account, error) {
			opened <- struct{}{}
			return a, nil
		},
		Mailbox: "box", Filing: f, HeadFields: []string{"Subject"}, Now: time.Now,
	})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	for range 3 {
		select {
		case <-opened:
			w.Nudge() // do not wait for the pause
		case <-time.After(20 * time.Second):
			t.Fatal("the watcher did not connect again")
		}
	}
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
}

// TestStartTLSTakesNothingBeforeTLS holds that what comes in the clear after the
// answer is refused (response injection), and a greeting that is none of OK.
func TestStartTLSTakesNothingBeforeTLS(t *testing.T) {
	for _, c := range []struct{ name, greeting, answer string }{
		{"injected", "* OK ready\r\n", "s1 OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"},
		{"stripped", "* OK ready\r\n", "s1 BAD unknown\r\n"},
		{"signed in already", "* PREAUTH hello\r\n", ""},
		{"goodbye", "* BYE no\r\n", ""},
		{"endless", "* OK " + strings.Repeat("x", 100<<10), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			server, client := net.Pipe()
			defer server.Close()
			go func() {
				_, _ = io.WriteString(server, c.greeting)
				buf := make([]byte, 64)
				if _, err := server.Read(buf); err == nil {
					_, _ = io.WriteString(server, c.answer)
				}
				_, _ = io.Copy(io.Discard, server)
			}()
			if greeting, err := startTLS(t.Context(), client, Limits{}.filled()); !errors.Is(err, ErrProtocol) && !errors.Is(err, ErrPlaintext) {
				t.Errorf("got %q, %v, want a refusal", greeting, err)
			}
		})
	}
}

// FuzzScanner feeds a server's answer whole and in two parts: both are judged
// alike, and neither goes over a limit unseen.
func FuzzScanner(f *testing.F) {
	for _, seed := range []string{"* 1 FETCH (UID 5 BODY[] {3}\r\nabc)\r\n", "* LIST () \"/\" \"a\\\"(b\"\r\n", "((((", "{99999999999}\r\n", "{5+}\r\n((((("} {
		f.Add([]byte(seed), 3)
	}
	f.Fuzz(func(t *testing.T, b []byte, cut int) {
		var whole, parts scanner
		at := min(max(cut, 0), len(b))
		first := parts.feed(b[:at])
		if first == nil {
			first = parts.feed(b[at:])
		}
		err := whole.feed(b)
		if (err == nil) != (first == nil) {
			t.Errorf("whole: %v, in two parts: %v", err, first)
		}
		if err == nil && (whole.nesting > maxNesting || whole.literal > maxLiteral) {
			t.Errorf("let through nesting %d, literal %d", whole.nesting, whole.literal)
		}
	})
}

// TestBusy: a server that asks for patience is asked again more slowly.
func TestBusy(t *testing.T) {
	for _, c := range []struct {
		command, answer string
		want            bool
	}{
		{"LOGIN", "%s NO [UNAVAILABLE] later\r\n", true},
		{"LIST", "%s NO [LIMIT] too much\r\n", true},
		{"LIST", "%s NO [INUSE] another is at it\r\n", true},
		{"LOGIN", "%s NO [AUTHENTICATIONFAILED] no\r\n", false},
		{"LIST", "cut", false},
	} {
		_, err := syncOnce(t, polite().with(c.command, c.answer))
		if got := busy(err); got != c.want || err == nil {
			t.Errorf("%q: busy %v (%v), want %v", c.answer, got, err, c.want)
		}
	}
}

// A fullFiling cannot store anything: the disk is full, or the store is locked.
type fullFiling struct{ *filing }

func (f fullFiling) Receive(context.Context, data.Batch) (data.Received, error) {
	return data.Received{}, errors.New("database or disk is full")
}

// TestFullDisk: what cannot be stored is told as what it is, and read again.
func TestFullDisk(t *testing.T) {
	f := newFiling()
	a := polite().with("UID FETCH", mail(5, "Subject: other\r\n\r\n")+"%s OK done\r\n").start(t)
	w := NewWatcher(Watcher{Account: func(context.Context) (Account, error) { return a, nil }, Mailbox: "box", Filing: fullFiling{f}, HeadFields: []string{"Subject"}, Now: time.Now})
	if _, err := w.Sync(t.Context()); !errors.Is(err, ErrFiling) || !strings.Contains(Explain(err), "Nothing is lost") {
		t.Errorf("got %v, told as %q", err, Explain(err))
	}
	if f.states[len(f.states)-1] != data.MailboxError || f.folders["INBOX"].UIDNext != 0 {
		t.Errorf("states %v, cursor %d, want an error and no cursor", f.states, f.folders["INBOX"].UIDNext)
	}
	w.Filing = f
	if _, err := w.Sync(t.Context()); err != nil || len(f.uids()) != 1 {
		t.Errorf("once there is room: %v, mails %v, want the one mail", err, f.uids())
	}
}
