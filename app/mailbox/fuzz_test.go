package mailbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"

	"afterword/data"
)

// dialogue is what a server says, a NUL where it waits for the next line of the
// client.
const dialogue = "* OK ready\r\n\x00* CAPABILITY IMAP4rev1 IDLE ID\r\nT1 OK\r\n\x00T2 OK in\r\n\x00* CAPABILITY IMAP4rev1 IDLE ID\r\nT3 OK\r\n\x00* ID NIL\r\nT4 OK\r\n\x00" +
	"* LIST (\\Sent) \"/\" Sent\r\n* LIST () NIL {5}\r\nINBOX\r\nT5 OK\r\n\x00* 2 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 9] n\r\nT6 OK [READ-ONLY] done\r\n\x00* SEARCH 5 8\r\nT7 OK\r\n\x00"

// FuzzServer lets a server say anything to a whole check: it ends, it keeps to
// its limits, and takes no mail that it did not ask for.
func FuzzServer(f *testing.F) {
	for _, tail := range []string{
		mail(5, "Subject: other\r\n\r\n") + mail(8, "Subject: more\r\n\r\n") + "T8 OK\r\n", "* 1 FETCH (UID 5 BODY[HEADER.FIELDS (\"a\" {1}\r\nb)]<0> NIL)\r\n* 1 EXPUNGE\r\nT8 OK\r\n",
		"* 1 FETCH (BODYSTRUCTURE ((((\"a\"))", "* ESEARCH (TAG \"T7\") UID ALL 1:*\r\n", "* BYE\r\n", "+ go on\r\n", "* 1 FETCH (UID 5 FLAGS (\\Seen) X-A (1 2))\r\nT8 NO [LIMIT] no\r\n",
	} {
		f.Add([]byte(dialogue + tail))
	}
	f.Fuzz(func(t *testing.T, said []byte) {
		ours, theirs := net.Pipe()
		go speak(theirs, said)
		a := Account{Mailbox: data.Mailbox{User: "robin"}, Password: "secret", Limits: Limits{Silence: time.Second, Command: 5 * time.Second}.filled(), Heard: &Transcript{}}
		done := make(chan struct{})
		go func() {
			defer close(done)
			readAll(t, newGuard(ours, a.Limits.Silence), a)
		}()
		select {
		case <-done:
		case <-time.After(time.Minute):
			t.Fatal("it hangs")
		}
	})
}

// speak says the parts of a dialogue, each after one line of the client, or when
// none comes soon.
func speak(c net.Conn, said []byte) {
	defer c.Close()
	lines := bufio.NewReader(c)
	for i, part := range strings.Split(string(said), "\x00") {
		if i > 0 {
			_ = c.SetReadDeadline(time.Now().Add(10 * time.Millisecond))
			if _, err := lines.ReadString('\n'); errors.Is(err, io.EOF) {
				return
			}
		}
		if _, err := io.WriteString(c, part); err != nil {
			return
		}
	}
}

// readAll does what a first check does.
func readAll(t *testing.T, g *guard, a Account) {
	ctx := context.Background()
	s, err := begin(ctx, g, a, a.Limits, func(Step) {})
	if err != nil {
		return
	}
	defer s.drop()
	if _, err := s.watched(ctx, data.Mailbox{Folders: []data.Folder{{Name: "x", Role: "sent"}}}); err != nil {
		return
	}
	if _, err := s.examine(ctx, "INBOX"); err != nil {
		return
	}
	uids, err := s.from(ctx, 3)
	if err != nil || len(uids) == 0 {
		return
	}
	section := &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"Subject"}, Peek: true}
	_ = s.fetch(ctx, imap.UIDSetNum(uids[:min(len(uids), batchHeads)]...), section, 3, func(m data.Mail) {
		if m.UID < 3 || len(m.Raw) > maxLiteral {
			t.Errorf("took mail %d of %d bytes", m.UID, len(m.Raw))
		}
	})
}

// FuzzTokenAnswer lets an authority answer anything: there is a token or an
// error, and the error tells nothing of the answer.
func FuzzTokenAnswer(f *testing.F) {
	for _, s := range []string{`{"access_token":"a","token_type":"bearer","expires_in":3600,"refresh_token":"r"}`, `{"error":"invalid_grant","error_description":"robin"}`, "access_token=a&expires_in=x", `{"access_token":1}`, `{"expires_in":"1e99","access_token":"b"}`, "[", ""} {
		f.Add([]byte(s), 200, "application/json")
		f.Add([]byte(s), 400, "text/plain; charset=x")
	}
	var body []byte
	var status int
	var kind string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(status)
		_, _ = w.Write(body)
	}))
	f.Cleanup(server.Close)
	f.Fuzz(func(t *testing.T, answer []byte, code int, media string) {
		body, status, kind = answer, 200+max(code, -code)%400, media
		b := &bearer{grant: Grant{TokenURL: server.URL, ClientID: "x", Refresh: "r"}, keep: func(Grant) error { return nil }, kept: func() (Grant, error) { return Grant{}, data.ErrMissing }}
		token, err := b.Token(t.Context())
		if (err == nil) == (token == "") {
			t.Errorf("token %q, %v", token, err)
		}
		if text := fmt.Sprint(err); err != nil && len(answer) > 20 && !strings.Contains(media, string(answer)) && strings.Contains(text, string(answer)) {
			t.Errorf("%q tells the whole answer", text)
		}
	})
}

// FuzzReturn lets anybody call the page to which the browser comes back: only
// who knows the state ends the sign-in.
func FuzzReturn(f *testing.F) {
	for _, s := range []string{"code=a&state=right", "error=access_denied&state=right", "state=right", "code=a&state=wrong", "%zz&state=right", "state=right&state=wrong&code=;"} {
		f.Add("GET", "/", s)
	}
	f.Fuzz(func(t *testing.T, method, path, query string) {
		r := &returning{state: "right", answer: make(chan url.Values, 1)}
		w := httptest.NewRecorder()
		r.ServeHTTP(w, &http.Request{Method: method, URL: &url.URL{Path: path, RawQuery: query}})
		select {
		case q := <-r.answer:
			if q.Get("state") != "right" || w.Code != http.StatusOK {
				t.Errorf("%s %s?%s ended the sign-in with %v", method, path, query, q)
			}
		default:
			if w.Code != http.StatusNotFound {
				t.Errorf("%s %s?%s: status %d", method, path, query, w.Code)
			}
		}
	})
}

// FuzzFound lets the network name any host and the user type any address: what
// comes of it is a protected host of the world.
func FuzzFound(f *testing.F) {
	f.Add("robin@example.com", "imap.example.com.", uint16(993), "mx.example.net.", []byte("<clientConfig/>"))
	f.Add("robin@bücher.example", ".", uint16(0), "", []byte(nil))
	f.Add(" @x", "10.0.0.1", uint16(1), "a\x00b", []byte("x"))
	f.Fuzz(func(t *testing.T, email, target string, port uint16, mx string, file []byte) {
		l := Lookups{
			Fetch: func(context.Context, string, string) ([]byte, error) { return file, nil },
			SRV: func(context.Context, string, string) ([]*net.SRV, error) {
				return []*net.SRV{{Target: target, Port: port}}, nil
			},
			MX:     func(context.Context, string) ([]*net.MX, error) { return []*net.MX{{Host: mx}}, nil },
			Greets: func(context.Context, Server) error { return nil },
			Agreed: port%2 == 0,
		}
		servers, err := FindServers(t.Context(), email, l)
		if err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%q: %v", email, err)
		}
		for _, s := range servers {
			plain := s.Security != data.SecurityTLS && s.Security != data.SecuritySTARTTLS
			if plain || !hostname(s.Host) || s.Port < 1 || s.Port > 65535 || Allowed(s.Mailbox(email)) != nil {
				t.Errorf("%q, %q, %q name %+v", email, target, mx, s)
			}
		}
	})
}

// FuzzStartTLS lets a server say anything before TLS: what it said is forgotten.
func FuzzStartTLS(f *testing.F) {
	for _, s := range []string{"* OK ready\r\n\x00s1 OK begin\r\n", "* OK ready\r\n\x00* NO x\r\ns1 OK go\r\n* CAPABILITY X\r\n", "* PREAUTH\r\n", "s1 OK\r\n", "* ok x\n\x00s1 ok\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, said []byte) {
		ours, theirs := net.Pipe()
		defer ours.Close()
		go speak(theirs, said)
		greeting, err := startTLS(t.Context(), ours, Limits{Silence: time.Second, Command: 5 * time.Second}.filled())
		if err == nil && (string(greeting) != "* OK ready\r\n" || !strings.HasPrefix(strings.ToUpper(string(said)), "* OK")) {
			t.Errorf("%q passes as %q", said, greeting)
		}
	})
}
