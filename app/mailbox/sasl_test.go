package mailbox

import (
	"bufio"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// A tokenServer takes sign-ins by token only. To a wrong token it answers with
// a challenge, or with refusal where that is set.
type tokenServer struct {
	caps, good string
	refusal    string
	said       chan string // what the client said after its AUTHENTICATE, decoded
}

func (s tokenServer) start(t *testing.T, b Bearer) Account {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for c, err := l.Accept(); err == nil; c, err = l.Accept() {
			go s.serve(c)
		}
	}()
	port := l.Addr().(*net.TCPAddr).Port
	return Account{Bearer: b, Mailbox: data.Mailbox{User: "robin@example.net", Host: "127.0.0.1", Port: port, Security: data.SecurityNone}}
}

func (s tokenServer) serve(c net.Conn) {
	defer c.Close()
	fmt.Fprintf(c, "* OK [CAPABILITY IMAP4rev1 %s] ready\r\n", s.caps)
	waiting := "" // the tag of an exchange that was answered with a challenge
	for lines := bufio.NewScanner(c); lines.Scan(); {
		words := strings.Fields(lines.Text() + " -")
		tag, command := words[0], words[1]
		switch {
		case waiting != "":
			s.said <- lines.Text()
			fmt.Fprintf(c, "%s NO that is the end of it\r\n", waiting)
			waiting = ""
		case command == "AUTHENTICATE":
			given, _ := base64.StdEncoding.DecodeString(words[3])
			s.said <- words[2] + " " + strings.ReplaceAll(string(given), "\x01", "|")
			switch {
			case strings.Contains(string(given), "Bearer "+s.good+"\x01"):
				fmt.Fprintf(c, "%s OK signed in\r\n", tag)
			case s.refusal != "":
				fmt.Fprintf(c, "%s %s\r\n", tag, s.refusal)
			default:
				fmt.Fprintf(c, "+ %s\r\n", base64.StdEncoding.EncodeToString([]byte(`{"status":"401","schemes":"bearer"}`)))
				waiting = tag
			}
		case command == "LIST":
			fmt.Fprintf(c, "* LIST () \"/\" INBOX\r\n%s OK\r\n", tag)
		case command == "EXAMINE":
			fmt.Fprintf(c, "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 6] n\r\n%s OK [READ-ONLY] done\r\n", tag)
		case command == "CAPABILITY":
			fmt.Fprintf(c, "* CAPABILITY IMAP4rev1 %s\r\n%s OK\r\n", s.caps, tag)
		default:
			fmt.Fprintf(c, "%s OK\r\n", tag)
		}
	}
}

// Two tokens: the first is what is at hand, the second what renewing brings.
type twoTokens struct {
	first, second string
	trouble       error
	renewed       *int
}

func (b twoTokens) Token(context.Context) (string, error) { return b.first, nil }

func (b twoTokens) Renew(_ context.Context, refused string) (string, error) {
	*b.renewed++
	if refused != b.first {
		return "", fmt.Errorf("renewed %q, not %q", refused, b.first)
	}
	return b.second, b.trouble
}

func TestSignInByToken(t *testing.T) {
	const oauth, x = "OAUTHBEARER n,a=robin@example.net,|host=127.0.0.1|port=PORT|auth=Bearer ", "XOAUTH2 user=robin@example.net|auth=Bearer "
	both := "SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER LOGINDISABLED"
	for _, c := range []struct {
		name, caps, refusal string
		first, second       string
		said                []string
		renewed             int
		want                error
	}{
		{"the standard's first", both, "", "good", "", []string{oauth + "good||"}, 0, nil},
		{"the older one", "SASL-IR AUTH=XOAUTH2", "", "good", "", []string{x + "good||"}, 0, nil},
		{"expired, renewed", both, "", "old", "good", []string{oauth + "old||", "*", oauth + "good||"}, 1, nil},
		{"expired, renewed, older", "SASL-IR AUTH=XOAUTH2", "", "old", "good", []string{x + "old||", "*", x + "good||"}, 1, nil},
		{"refused without a challenge", "SASL-IR AUTH=XOAUTH2", "NO AUTHENTICATE failed.", "old", "good", []string{x + "old||", x + "good||"}, 1, ErrToken},
		{"refused twice", both, "", "old", "older", []string{oauth + "old||", "*", oauth + "older||", "*"}, 1, ErrToken},
		{"not now", both, "NO [UNAVAILABLE] later", "old", "good", []string{oauth + "old||"}, 0, errAny},
		{"passwords only", "AUTH=PLAIN", "", "good", "", nil, 0, ErrProtocol},
		{"a token that breaks out", both, "", "good\x01user=other", "good\r\n", nil, 1, ErrToken},
	} {
		t.Run(c.name, func(t *testing.T) {
			renewed := 0
			s := tokenServer{c.caps, "good", c.refusal, make(chan string, 9)}
			if c.name == "refused without a challenge" {
				s.good = "none"
			}
			a := s.start(t, twoTokens{c.first, c.second, nil, &renewed})
			_, err := Test(t.Context(), a, func(Step) {})
			if c.want == errAny && (err == nil || errors.Is(err, ErrPassword)) || c.want != errAny && !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if got := s.heard(t, len(c.said)); renewed != c.renewed || !slices.Equal(got, withPort(c.said, a)) {
				t.Errorf("renewed %d times and said %q, want %d times and %q", renewed, got, c.renewed, c.said)
			}
		})
	}
}

var errAny = errors.New("any trouble that goes away by itself")

// heard waits for as many lines as are wanted, and takes those beyond them too.
func (s tokenServer) heard(t *testing.T, wanted int) []string {
	t.Helper()
	var all []string
	for range wanted {
		select {
		case line := <-s.said:
			all = append(all, line)
		case <-time.After(30 * time.Second):
			t.Fatalf("heard only %q", all)
		}
	}
	for len(s.said) > 0 {
		all = append(all, <-s.said)
	}
	return all
}

func withPort(lines []string, a Account) []string {
	var all []string
	for _, line := range lines {
		all = append(all, strings.Replace(line, "PORT", fmt.Sprint(a.Mailbox.Port), 1))
	}
	return all
}

// TestRevokedToken holds that a permission that is gone is told as that.
func TestRevokedToken(t *testing.T) {
	renewed := 0
	s := tokenServer{"SASL-IR AUTH=OAUTHBEARER", "good", "", make(chan string, 9)}
	a := s.start(t, twoTokens{"old", "", ErrToken, &renewed})
	_, err := Test(t.Context(), a, func(Step) {})
	if !errors.Is(err, ErrToken) || !errors.Is(err, ErrPassword) || renewed != 1 {
		t.Errorf("got %v after %d renewals, want ErrToken after one", err, renewed)
	}
	if got, password := Explain(err), Explain(ErrPassword); got == password || !strings.Contains(got, "Sign in again") {
		t.Errorf("explained as %q, want to be asked to sign in again", got)
	}
}
