package mailbox

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// TestOneByteASecond: a server that is never silent and never ready is given up
// after the time that a command may take, at the greeting and at a command.
func TestOneByteASecond(t *testing.T) {
	endless := "slow * OK " + strings.Repeat("x", 10_000)
	for _, security := range []data.Security{data.SecurityNone, data.SecuritySTARTTLS} {
		for _, command := range []string{"CAPABILITY", "LIST"} {
			a := polite().with(command, endless).with("STARTTLS", endless).start(t)
			a.Mailbox.Security = security
			a.Limits.Command = 500 * time.Millisecond
			f, err := checkOnce(t, a)
			if err == nil || len(f.states) == 0 || f.states[len(f.states)-1] != data.MailboxOffline {
				t.Errorf("%s %s: got %v, states %v, want offline", security, command, err, f.states)
			}
		}
	}
}

// TestOddButHonest: what servers do without ill will disturbs nothing.
func TestOddButHonest(t *testing.T) {
	other := mail(5, "Subject: other\r\n\r\n")
	for _, c := range []struct{ name, command, answer string }{
		{"an alert in the greeting", "", "* OK [ALERT] We close on Friday\r\n"},
		{"an alert in between", "UID SEARCH", "* OK [ALERT] We close on Friday\r\n* SEARCH 5\r\n%s OK done\r\n"},
		{"a code that nobody knows", "UID SEARCH", "* NO [X-FULL 12 (a b)] nearly full\r\n* SEARCH 5\r\n%s OK [X-OK] done\r\n"},
		{"no text behind OK", "LOGIN", "%s OK\r\n"},
		{"no text behind a code", "EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 6]\r\n%s OK [READ-ONLY]\r\n"},
		{"a mail goes away while others are read", "UID FETCH", "* 1 EXPUNGE\r\n" + other + "* 1 EXPUNGE\r\n* 0 EXISTS\r\n%s OK done\r\n"},
		{"a mail comes while others are read", "UID FETCH", "* 2 EXISTS\r\n* 1 RECENT\r\n" + other + "%s OK done\r\n"},
		{"flags of another mail", "UID FETCH", "* 9 FETCH (UID 77 FLAGS (\\Seen))\r\n" + other + "%s OK done\r\n"},
		{"parentheses behind the capabilities", "LOGIN", "%s OK [CAPABILITY IMAP4rev1 IDLE] in (again)\r\n"},
		{"all in small letters", "UID SEARCH", "* search 5\r\n%s ok done\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := syncOnce(t, polite().with("UID FETCH", other+"%s OK done\r\n").with(c.command, c.answer))
			if err != nil || fmt.Sprint(f.uids()) != "[5]" || f.folders["INBOX"].UIDNext != 6 {
				t.Errorf("got %v, mails %v, cursor %d, want mail 5", err, f.uids(), f.folders["INBOX"].UIDNext)
			}
		})
	}
}

// TestExpungedBeforeTheFetch: mails that were found and are gone when they are
// asked for are no loss, and the cursor passes them.
func TestExpungedBeforeTheFetch(t *testing.T) {
	s := box(9, func(int) string { return "" })
	all := s.fetch
	s.fetch = func(set string) string { return strings.ReplaceAll(all(set), mail(9, "Subject: other\r\n\r\n"), "") }
	f, err := syncOnce(t, s)
	if got := fmt.Sprint(f.uids()); err != nil || got != "[1 2 3 4 5 6 7 8]" || f.folders["INBOX"].UIDNext != 10 {
		t.Errorf("got %v, mails %s, cursor %d, want all but the ninth", err, got, f.folders["INBOX"].UIDNext)
	}
}

// until waits for a command, and returns false when it never came.
func (s scripted) until(t *testing.T, prefix string) bool {
	t.Helper()
	limit := time.After(30 * time.Second)
	for {
		select {
		case c := <-s.asked:
			if strings.HasPrefix(c, prefix) {
				return true
			}
		case <-limit:
			t.Errorf("the server was never asked %s", prefix)
			return false
		}
	}
}

// running starts a watcher of a script, whose commands are told to until. The
// function that it returns ends it.
func running(t *testing.T, s scripted, l Limits) (*Watcher, *filing, func()) {
	t.Helper()
	a := s.start(t)
	a.Limits = l
	f := newFiling()
	w := watcherOf(f, a)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	return w, f, func() {
		cancel()
		select {
		case <-ended:
		case <-time.After(30 * time.Second):
			t.Error("the watcher hangs")
		}
	}
}

func observed(s scripted) scripted {
	s.asked = make(chan string, 1000)
	return s.with("UID FETCH", mail(5, "Subject: other\r\n\r\n")+"%s OK done\r\n")
}

// TestWakeThrowsTheConnectionAway: the computer slept or its network changed,
// and nobody told the two ends: there is a new connection without waiting for
// the old one, whose limits are an hour.
func TestWakeThrowsTheConnectionAway(t *testing.T) {
	hour := Limits{Silence: time.Hour, Command: time.Hour, Done: time.Hour, Poll: time.Hour}
	for _, hanging := range []string{"DONE", "UID SEARCH"} { // asleep in IDLE, and in the middle of a check
		s := observed(polite()).with(hanging, "hang")
		w, f, end := running(t, s, hour)
		if s.until(t, map[string]string{"DONE": "IDLE", "UID SEARCH": "UID SEARCH"}[hanging]) {
			w.Wake()
			s.until(t, "LOGIN")
		}
		end()
		for _, state := range f.states {
			if state != data.MailboxConnecting && state != data.MailboxOK {
				t.Errorf("%s hangs: told %v, want no trouble", hanging, f.states)
				break
			}
		}
	}
}

// TestHalfOpenInIdle: an IDLE that leads nowhere is noticed at the next look, and
// told before there is another connection.
func TestHalfOpenInIdle(t *testing.T) {
	s := observed(polite()).with("DONE", "hang")
	_, f, end := running(t, s, Limits{Silence: time.Hour, Command: time.Hour, Done: 50 * time.Millisecond, Poll: 50 * time.Millisecond})
	if s.until(t, "DONE") {
		s.until(t, "LOGIN")
	}
	end()
	if got := fmt.Sprint(f.states[:4]); got != fmt.Sprint([]data.MailboxState{data.MailboxConnecting, data.MailboxOK, data.MailboxOffline, data.MailboxConnecting}) {
		t.Errorf("states %s, want offline in between", got)
	}
}

// TestSleepWithoutIdle: a server without IDLE is looked at by the clock.
func TestSleepWithoutIdle(t *testing.T) {
	s := observed(polite()).with("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n%s OK done\r\n")
	_, _, end := running(t, s, Limits{Poll: 20 * time.Millisecond})
	for range 3 {
		s.until(t, "EXAMINE")
	}
	end()
}

// TestByeInIdle and its like: the watcher connects again.
func TestByeInIdle(t *testing.T) {
	for name, said := range map[string]string{
		"goodbye": "+ idling\r\n* BYE [UNAVAILABLE] going down\r\n", "cut": "cut", "nonsense": "+ idling\r\n(((((\r\n", "refused": "%s NO not now\r\n",
	} {
		s := observed(polite()).with("IDLE", said)
		w, _, end := running(t, s, Limits{})
		for range 2 {
			if !s.until(t, "IDLE") {
				t.Errorf("%s: no connection after it", name)
			}
			w.Wake() // instead of the pause after trouble
		}
		end()
	}
}

// TestUIDValidityChangesUnderTheOpenFolder: a folder that is made anew while it
// is watched is read again from the first interview on.
func TestUIDValidityChangesUnderTheOpenFolder(t *testing.T) {
	old := observed(polite()).with("IDLE", "+ idling\r\n* OK [UIDVALIDITY 8] made anew\r\n* 1 EXISTS\r\n").with("DONE", "cut")
	_, f, end := running(t, old, Limits{})
	old.until(t, "DONE")
	end()
	if f.folders["INBOX"].UIDValidity != 7 {
		t.Fatalf("validity %d, want 7", f.folders["INBOX"].UIDValidity)
	}
	anew := polite().with("EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 8] v\r\n* OK [UIDNEXT 3] n\r\n%s OK done\r\n").with("UID SEARCH", "* SEARCH 2\r\n%s OK done\r\n")
	g := watched(t, anew.with("UID FETCH", mail(2, "Subject: other\r\n\r\n")+"%s OK done\r\n"), f.folders["INBOX"])
	if fmt.Sprint(g.uids()) != "[2]" || g.folders["INBOX"].UIDValidity != 8 || g.folders["INBOX"].UIDNext != 3 {
		t.Errorf("mails %v, folder %+v, want mail 2 of validity 8", g.uids(), g.folders["INBOX"])
	}
}

// TestFolderThatCannotBeOpened: another folder than the INBOX that is deleted,
// renamed or forbidden keeps nobody from reading the INBOX, and is told.
func TestFolderThatCannotBeOpened(t *testing.T) {
	s := polite().with("LIST", "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Sent\r\n%s OK done\r\n").with("EXAMINE \"SENT\"", "%s NO [NONEXISTENT] gone\r\n").with("EXAMINE SENT", "%s NO [NONEXISTENT] gone\r\n")
	f, err := syncOnce(t, s.with("UID FETCH", mail(5, "Subject: other\r\n\r\n")+"%s OK done\r\n"))
	if err != nil || fmt.Sprint(f.uids()) != "[5]" || f.states[len(f.states)-1] != data.MailboxOK || !strings.Contains(f.detail, "Sent") {
		t.Errorf("got %v, mails %v, states %v, told %q, want the INBOX read and Sent named", err, f.uids(), f.states, f.detail)
	}
}

// TestLockedKeyring: the mailbox waits, says why, and goes on once the keyring is
// unlocked.
func TestLockedKeyring(t *testing.T) {
	s := observed(polite())
	a, f := s.start(t), newFiling()
	locked := make(chan error, 2)
	locked <- ErrLocked
	locked <- nil
	told := make(chan struct{}, 2)
	w := watcherOf(f, a)
	w.Account = func(context.Context) (Account, error) {
		told <- struct{}{}
		return a, <-locked
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	<-told
	w.Nudge()
	s.until(t, "LOGIN")
	cancel()
	<-ended
	if f.states[0] != data.MailboxOffline || !strings.Contains(Explain(ErrLocked), "unlock") {
		t.Errorf("states %v, told %q", f.states, Explain(ErrLocked))
	}
}

// certified returns a TLS listener on loopback whose certificate is for a name
// and valid until an instant, and the certificate as PEM.
func certified(t *testing.T, name string, until time.Time) (net.Listener, []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotBefore: until.AddDate(-50, 0, 0), NotAfter: until, DNSNames: []string{name},
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	if ip := net.ParseIP(name); ip != nil {
		c.IPAddresses, c.DNSNames = []net.IP{ip}, nil
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}})
	if err != nil {
		t.Fatal(err)
	}
	return l, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

// TestCertificates: a certificate for another name, one that has ended and one
// that nobody vouches for end the connection before anything is sent.
func TestCertificates(t *testing.T) {
	future, past := time.Date(2060, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, host string
		until      time.Time
		known      bool
		want       error
		says       string
	}{
		{"fits", "127.0.0.1", future, true, nil, ""},
		{"another name", "mail.example.com", future, true, ErrCertificate, "doesn't match its name"},
		{"ended", "127.0.0.1", past, true, ErrCertificate, "not valid today"},
		{"unknown", "127.0.0.1", future, false, ErrCertificate, "AFTERWORD_IMAP_CA"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, ca := certified(t, c.host, c.until)
			s := observed(polite())
			a := s.on(t, l)
			a.Mailbox.Security = data.SecurityTLS
			if c.known {
				a.ExtraCA = ca
			}
			f, err := checkOnce(t, a)
			if !errors.Is(err, c.want) || (c.want != nil) != (len(s.asked) == 0) {
				t.Errorf("got %v after %d commands, want %v", err, len(s.asked), c.want)
			}
			if c.want != nil && f.states[len(f.states)-1] != data.MailboxCertificate {
				t.Errorf("states %v, want certificate last", f.states)
			}
			if got := Explain(err); !strings.Contains(got, c.says) {
				t.Errorf("told %q, want %q in it", got, c.says)
			}
			if got := ExplainSend(err); c.want != nil && (!strings.Contains(got, c.says) || !strings.Contains(got, "sends your mail")) {
				t.Errorf("of the server that sends told %q, want %q in it", got, c.says)
			}
		})
	}
}
