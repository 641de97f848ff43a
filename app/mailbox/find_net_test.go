package mailbox

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/dns/dnsmessage"

	"afterword/app/mailbox/dovecot"
	"afterword/data"
)

// site serves every name of example.com and other.org by https on loopback.
func site(t *testing.T, pages map[string]http.HandlerFunc) http.RoundTripper {
	t.Helper()
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages[r.Host+r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		page(w, r)
	}))
	t.Cleanup(server.Close)
	transport, ok := server.Client().Transport.(*http.Transport)
	if !ok {
		t.Fatal("another transport")
	}
	transport = transport.Clone()
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		switch {
		case strings.HasPrefix(address, "nowhere."):
			return nil, &net.DNSError{Err: "no such host", IsNotFound: true}
		case strings.HasPrefix(address, "offline."):
			return nil, &net.DNSError{Err: "timeout", IsTimeout: true}
		}
		return (&net.Dialer{}).DialContext(ctx, network, server.Listener.Addr().String())
	}
	transport.TLSClientConfig.ServerName = "example.com" // whom the test certificate is for
	return transport
}

func TestFetch(t *testing.T) {
	var heads http.Header
	say := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { heads = r.Header; fmt.Fprint(w, text) }
	}
	to := func(address string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, address, http.StatusFound) }
	}
	fetch := fetcher(site(t, map[string]http.HandlerFunc{
		"a.example.com/file": say("file"), "other.org/file": say("other file"), "a.example.com/away": to("https://other.org/file"), "a.example.com/near": to("https://b.example.com/file"),
		"b.example.com/file": say("near"), "a.example.com/plain": to("http://a.example.com/file"), "a.example.com/round": to("https://a.example.com/round"),
		"a.example.com/much": say(strings.Repeat("x", maxPublished+1)), "a.example.com/most": say(strings.Repeat("x", maxPublished)),
		"a.example.com/broken": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) },
	}))
	for _, c := range []struct {
		address, bound, want string
		err                  error
	}{
		{"https://a.example.com/file", "example.com", "file", nil},
		{"https://a.example.com/near", "example.com", "near", nil},
		{"https://a.example.com/away", "example.com", "", data.ErrNotFound},
		{"https://a.example.com/away", "", "other file", nil},
		{"https://a.example.com/plain", "", "", data.ErrNotFound},
		{"https://a.example.com/round", "", "", data.ErrNotFound},
		{"https://a.example.com/nothing", "example.com", "", data.ErrNotFound},
		{"https://a.example.com/much", "example.com", "", data.ErrNotFound},
		{"https://a.example.com/most", "example.com", strings.Repeat("x", maxPublished), nil},
		{"https://a.example.com/broken", "example.com", "", errAny},
		{"https://nowhere.example.com/", "example.com", "", data.ErrNotFound},
		{"https://offline.example.com/", "example.com", "", errAny},
	} {
		got, err := fetch(t.Context(), c.address, c.bound)
		wrong := c.err != errAny && !errors.Is(err, c.err) || c.err == errAny && (err == nil || errors.Is(err, data.ErrNotFound))
		if string(got) != c.want || wrong {
			t.Errorf("%s within %q: got %.20q, %v, want %.20q, %v", c.address, c.bound, got, err, c.want, c.err)
		}
	}
	if heads.Get("User-Agent") != "Afterword" || heads.Get("Referer") != "" {
		t.Errorf("sent %v, want the program's name and no address", heads)
	}
}

func TestFetchForeignCertificate(t *testing.T) {
	transport, ok := site(t, nil).(*http.Transport)
	if !ok {
		t.Fatal("another transport")
	}
	transport.TLSClientConfig = &tls.Config{ServerName: "a.example.com"} // without the test's root
	if _, err := fetcher(transport)(t.Context(), "https://a.example.com/", ""); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("got %v, want %v", err, data.ErrNotFound)
	}
}

// names is a resolver that asks a name server on loopback, which knows the
// records of example.com.
func names(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		b := make([]byte, 2048)
		for n, from, err := conn.ReadFrom(b); err == nil; n, from, err = conn.ReadFrom(b) {
			var m dnsmessage.Message
			if m.Unpack(b[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			answer(&m)
			if packed, err := m.Pack(); err == nil {
				_, _ = conn.WriteTo(packed, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func answer(m *dnsmessage.Message) {
	q := m.Questions[0]
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	add := func(body dnsmessage.ResourceBody) {
		m.Answers = append(m.Answers, dnsmessage.Resource{Header: dnsmessage.ResourceHeader{Name: q.Name, Class: dnsmessage.ClassINET, TTL: 60}, Body: body})
	}
	name := dnsmessage.MustNewName
	switch q.Name.String() {
	case "_imaps._tcp.example.com.":
		add(&dnsmessage.SRVResource{Priority: 20, Port: 1993, Target: name("second.example.com.")})
		add(&dnsmessage.SRVResource{Priority: 10, Port: 993, Target: name("first.example.com.")})
	case "_imaps._tcp.none.example.com.":
		add(&dnsmessage.SRVResource{Target: name(".")})
	case "example.com.":
		add(&dnsmessage.MXResource{Pref: 20, MX: name("backup.example.com.")})
		add(&dnsmessage.MXResource{Pref: 10, MX: name("aspmx.l.google.com.")})
	case "broken.example.com.":
		m.RCode = dnsmessage.RCodeServerFailure
	default:
		m.RCode = dnsmessage.RCodeNameError
	}
}

func TestLookUpNames(t *testing.T) {
	r := names(t)
	records, err := lookUpSRV(t.Context(), r, "imaps", "example.com")
	if err != nil || len(records) != 2 || records[0].Target != "first.example.com." || records[0].Port != 993 {
		t.Errorf("got %v, %v, want first.example.com before second", records, err)
	}
	none, err := lookUpSRV(t.Context(), r, "imaps", "none.example.com")
	if err != nil || len(none) != 1 || none[0].Target != "." {
		t.Errorf("got %v, %v, want the word that there is none", none, err)
	}
	if _, err := lookUpSRV(t.Context(), r, "imap", "example.com"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("got %v, want %v", err, data.ErrNotFound)
	}
	exchangers, err := lookUpMX(t.Context(), r, "example.com")
	if err != nil || len(exchangers) != 2 || exchangers[0].Host != "aspmx.l.google.com." {
		t.Errorf("got %v, %v, want Google's before the backup", exchangers, err)
	}
	if _, err := lookUpMX(t.Context(), r, "nothing.example.com"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("got %v, want %v", err, data.ErrNotFound)
	}
	if _, err := lookUpMX(t.Context(), r, "broken.example.com"); err == nil || errors.Is(err, data.ErrNotFound) {
		t.Errorf("got %v, want trouble", err)
	}
}

// TestGreets holds the check of a guess against a real server: the certificate
// must fit, and an IMAP server must answer.
func TestGreets(t *testing.T) {
	s := dovecot.Start(t)
	other := scripted{greeting: "220 mail.example.com ESMTP\r\n"}.start(t).Mailbox
	for _, c := range []struct {
		name string
		port int
		how  data.Security
		ca   []byte
		want error
	}{
		{"tls", s.TLSPort, data.SecurityTLS, s.CA, nil},
		{"starttls", s.Port, data.SecuritySTARTTLS, s.CA, nil},
		{"a stranger's certificate", s.TLSPort, data.SecurityTLS, nil, data.ErrNotFound},
		{"nobody there", 1, data.SecurityTLS, s.CA, data.ErrNotFound},
		{"no IMAP", other.Port, data.SecurityNone, nil, data.ErrNotFound},
	} {
		l := NetworkLookups(c.ca)
		err := l.Greets(t.Context(), Server{Host: "127.0.0.1", Port: c.port, Security: c.how})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}
