package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"afterword/data"
)

// A world answers look-ups from a table: addresses of files, "imaps example.com"
// for SRV records, "example.com" for exchangers, "host:port" of servers that
// greet. Everything else is not there, or all is trouble.
type world struct {
	answers map[string]string
	trouble error

	mu    sync.Mutex
	asked []string
}

func (w *world) answer(question string) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked = append(w.asked, question)
	if w.trouble != nil {
		return "", w.trouble
	}
	answer, ok := w.answers[question]
	if !ok {
		return "", fmt.Errorf("%s: %w", question, data.ErrNotFound)
	}
	return answer, nil
}

func (w *world) lookups() Lookups {
	return Lookups{
		Fetch: func(_ context.Context, address, _ string) ([]byte, error) {
			answer, err := w.answer(address)
			return []byte(answer), err
		},
		SRV: func(_ context.Context, service, domain string) ([]*net.SRV, error) {
			answer, err := w.answer(service + " " + domain)
			var records []*net.SRV
			for word := range strings.FieldsSeq(answer) {
				r := &net.SRV{}
				if _, err := fmt.Sscanf(strings.Replace(word, ":", " ", 1), "%s %d", &r.Target, &r.Port); err != nil {
					return nil, err
				}
				records = append(records, r)
			}
			return records, err
		},
		MX: func(_ context.Context, domain string) ([]*net.MX, error) {
			answer, err := w.answer(domain)
			var records []*net.MX
			for i, host := range strings.Fields(answer) {
				records = append(records, &net.MX{Host: host, Pref: uint16(10 * i)})
			}
			return records, err
		},
		Greets: func(_ context.Context, s Server) error {
			_, err := w.answer(fmt.Sprintf("%s:%d", s.Host, s.Port))
			return err
		},
	}
}

func published(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "autoconfig", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// show writes a server as the cases do.
func (s Server) show() string {
	outside := ""
	if s.Outside {
		outside = " outside"
	}
	return fmt.Sprintf("%s %s:%d %s as %s%s", s.Source, s.Host, s.Port, s.Security, s.User, outside)
}

func TestFindServers(t *testing.T) {
	const config, known = "https://autoconfig.acme.example.com/mail/config-v1.1.xml", "https://acme.example.com/.well-known/autoconfig/mail/config-v1.1.xml"
	const guessed = "guess imap.acme.example.com:993 tls as robin@acme.example.com"
	both := []string{"autoconfig imap.acme.example.com:993 tls as robin@acme.example.com", "autoconfig imap.acme-mail.com:143 starttls as robin outside"}
	for _, c := range []struct {
		name, email string
		world       map[string]string
		want        []string
	}{
		{"our table", "Robin@Gmail.com", nil, []string{"table imap.gmail.com:993 tls as robin@gmail.com"}},
		{"our table, short name", "robin@web.de", nil, []string{"table imap.web.de:993 tls as robin"}},
		{"a provider without IMAP", "robin@tuta.com", nil, nil},
		{"published", "", map[string]string{config: published(t, "both.xml")}, both},
		{"published at the second place", "", map[string]string{config: published(t, "page.xml"), known: published(t, "both.xml")}, both},
		{"only unsafe ones", "", map[string]string{config: published(t, "unsafe.xml"), "imap.acme.example.com:993": ""}, []string{guessed}},
		{"SRV", "", map[string]string{"imaps acme.example.com": "mail.acme.example.com.:993 mx.example.com.:1993", "imap acme.example.com": "other.org.:143"}, []string{
			"srv mail.acme.example.com:993 tls as robin@acme.example.com", "srv mx.example.com:1993 tls as robin@acme.example.com",
			"srv other.org:143 starttls as robin@acme.example.com outside",
		}},
		{"SRV says there is none", "", map[string]string{"imaps acme.example.com": ".:0", "imap.acme.example.com:993": ""}, nil},
		{
			"SRV says STARTTLS only", "",
			map[string]string{"imaps acme.example.com": ".:0", "imap acme.example.com": "mail.acme.example.com.:143"},
			[]string{"srv mail.acme.example.com:143 starttls as robin@acme.example.com"},
		},
		{"SRV to nowhere", "", map[string]string{"imaps acme.example.com": "localhost.:993 10.0.0.1.:993 mail.acme.example.com.:0"}, nil},
		{
			"mail at Google", "",
			map[string]string{"acme.example.com": "ASPMX.L.GOOGLE.com. alt1.aspmx.l.google.com."},
			[]string{"mx imap.gmail.com:993 tls as robin@acme.example.com outside"},
		},
		{
			"mail at Microsoft", "",
			map[string]string{"acme.example.com": "backup.example.net. acme-example-com.mail.protection.outlook.com."},
			[]string{"mx outlook.office365.com:993 tls as robin@acme.example.com outside"},
		},
		{"published before SRV before MX", "", map[string]string{
			config: published(t, "both.xml"), "imaps acme.example.com": "imap.acme.example.com.:993 b.example.com.:993", "acme.example.com": "aspmx.l.google.com.",
		}, append(slices.Clone(both), "srv b.example.com:993 tls as robin@acme.example.com", "mx imap.gmail.com:993 tls as robin@acme.example.com outside")},
		{"no mail at all", "", map[string]string{"acme.example.com": "."}, nil},
		{
			"guessed", "",
			map[string]string{"imap.acme.example.com:993": "", "mail.acme.example.com:143": ""},
			[]string{guessed, "guess mail.acme.example.com:143 starttls as robin@acme.example.com"},
		},
		{"nothing", "", nil, nil},
		{"a domain of strangers", "robin@co.uk", nil, nil},
		{
			"another script", "Robin@Bücher.example",
			map[string]string{"imaps xn--bcher-kva.example": "mail.xn--bcher-kva.example.:993"},
			[]string{"srv mail.xn--bcher-kva.example:993 tls as robin@bücher.example"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &world{answers: c.world}
			if c.email == "" {
				c.email = "robin@acme.example.com"
			}
			servers, err := FindServers(t.Context(), c.email, w.lookups())
			var got []string
			for _, s := range servers {
				got = append(got, s.show())
			}
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
			w.discreet(t, c.email)
		})
	}
}

// discreet holds that nothing but names of the address's own domain was asked
// for, and nothing at all where our table knows the answer.
func (w *world) discreet(t *testing.T, email string) {
	t.Helper()
	local, domain, _ := strings.Cut(strings.ToLower(email), "@")
	if strings.Contains("gmail.com web.de tuta.com co.uk", domain) && len(w.asked) > 0 {
		t.Errorf("asked %q, want no look-up", w.asked)
	}
	own := registered(strings.ReplaceAll(domain, "bücher", "xn--bcher-kva"))
	for _, question := range w.asked {
		host := question[strings.LastIndexByte(question, ' ')+1:]
		if u, err := url.Parse(question); err == nil && u.Scheme == "https" {
			host = u.Host
		} else if name, _, err := net.SplitHostPort(question); err == nil {
			host = name
		}
		if strings.Contains(question, local) || strings.Contains(question, "@") || !within(host, own) {
			t.Errorf("asked %q, want only names within %s", question, own)
		}
	}
}

// TestBothFind holds that the table alone and the whole search agree.
func TestBothFind(t *testing.T) {
	for _, email := range []string{"Robin@Gmail.com", "robin@me.com", "robin@proton.me", "robin@t-online.de"} {
		want, _, _ := Find(email)
		servers, err := FindServers(t.Context(), email, Lookups{})
		if err != nil || len(servers) != 1 {
			t.Fatalf("%s: got %v, %v, want one server", email, servers, err)
		}
		if got := servers[0].Mailbox(email); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: got %+v, want %+v", email, got, want)
		}
	}
}

// TestFindServersBeyond holds what changes when the user agreed.
func TestFindServersBeyond(t *testing.T) {
	answers := map[string]string{
		"acme.example.com": "mx1.hoster.org.", "https://autoconfig.hoster.org/mail/config-v1.1.xml": strings.ReplaceAll(published(t, "both.xml"), "IMAP.%EMAILDOMAIN%", "imap.hoster.org"),
	}
	for agreed, want := range map[bool]string{false: "[]", true: "[mx imap.hoster.org:993 tls as robin@acme.example.com outside]"} {
		w := &world{answers: answers}
		l := w.lookups()
		l.Agreed = agreed
		bounds := make(map[string]bool)
		fetch := l.Fetch
		l.Fetch = func(ctx context.Context, address, bound string) ([]byte, error) {
			w.mu.Lock()
			bounds[bound] = true
			w.mu.Unlock()
			return fetch(ctx, address, bound)
		}
		servers, err := FindServers(t.Context(), "robin@acme.example.com", l)
		var got []string
		for _, s := range servers[:min(1, len(servers))] {
			got = append(got, s.show())
		}
		if fmt.Sprint(got) != want || err != nil {
			t.Errorf("agreed %v: got %v, %v, want %s", agreed, got, err, want)
		}
		if bounds["example.com"] == agreed || bounds[""] != agreed {
			t.Errorf("agreed %v: redirections were bound to %v", agreed, bounds)
		}
	}
}

func TestFindServersTrouble(t *testing.T) {
	for _, email := range []string{"", "robin", "@acme.example.com", "robin@", "robin@localhost", "robin@10.0.0.1", "robin@[10.0.0.1]", "robin@acme example.com", "robin@-a.com", "robin@a..com"} {
		w := &world{}
		if got, err := FindServers(t.Context(), email, w.lookups()); got != nil || !errors.Is(err, data.ErrInvalid) || len(w.asked) > 0 {
			t.Errorf("%q: got %v, %v after asking %q, want %v at once", email, got, err, w.asked, data.ErrInvalid)
		}
	}
	offline := &net.DNSError{Err: "server misbehaving", IsTemporary: true}
	w := &world{trouble: offline}
	if got, err := FindServers(t.Context(), "robin@acme.example.com", w.lookups()); got != nil || !errors.Is(err, offline) {
		t.Errorf("offline: got %v, %v, want %v", got, err, offline)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := FindServers(ctx, "robin@acme.example.com", w.lookups()); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: got %v, want %v", err, context.Canceled)
	}
}
