package mailbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// A scripted is a server that says what its test wants: greeting, then for each
// command the answer of the longest prefix that fits. "%s" is the tag; that of DONE is the
// tag of its IDLE. An answer of "hang" is none, "cut" ends the connection, and
// "slow " sends what follows byte by byte.
type scripted struct {
	greeting string
	answers  map[string]string
	fetch    func(set string) string // of UID FETCH, nil for the fixed answer
	asked    chan string             // is told each command, nil for nobody
}

// polite are the answers of a server with one mail, "wanted", in its INBOX.
func polite() scripted {
	return scripted{greeting: "* OK ready\r\n", answers: map[string]string{
		"CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE\r\n%s OK done\r\n", "LOGIN": "%s OK signed in\r\n", "LOGOUT": "* BYE\r\n%s OK bye\r\n",
		"LIST": "* LIST () \"/\" INBOX\r\n%s OK done\r\n", "EXAMINE": "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] v\r\n* OK [UIDNEXT 6] n\r\n%s OK [READ-ONLY] done\r\n",
		"UID SEARCH": "* SEARCH 5\r\n%s OK done\r\n", "UID FETCH": mail(5, "Subject: wanted\r\n\r\n") + "%s OK done\r\n", "NOOP": "%s OK\r\n", "IDLE": "+ idling\r\n", "DONE": "%s OK done\r\n",
	}}
}

// mail is the answer to a FETCH with one mail.
func mail(uid int, text string) string {
	section := "BODY[HEADER.FIELDS (SUBJECT)]"
	if strings.Contains(text, "whole") {
		section = "BODY[]<0>"
	}
	return fmt.Sprintf("* 1 FETCH (UID %d INTERNALDATE \"16-Nov-2026 10:00:00 +0000\" %s {%d}\r\n%s)\r\n", uid, section, len(text), text)
}

// with returns the script with one answer replaced.
func (s scripted) with(command, answer string) scripted {
	if command == "" {
		s.greeting = answer
		return s
	}
	s.answers[command] = answer
	return s
}

// start serves the script on loopback until the test ends, and returns the
// account of its mailbox with short limits.
func (s scripted) start(t *testing.T) Account {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return s.on(t, l)
}

// on serves the script to whom l accepts.
func (s scripted) on(t *testing.T, l net.Listener) Account {
	t.Helper()
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { c.Close() })
			go s.serve(c)
		}
	}()
	addr, ok := l.Addr().(*net.TCPAddr)
	if !ok {
		t.Fatal("no TCP")
	}
	short := Limits{Silence: time.Second, Command: time.Minute, Poll: time.Hour}
	return Account{
		Mailbox:  data.Mailbox{ID: "box", Email: "robin@example.net", User: "robin", Host: "127.0.0.1", Port: addr.Port, Security: data.SecurityNone},
		Password: "secret", Limits: short,
	}
}

func (s scripted) serve(c net.Conn) {
	defer c.Close()
	if s.greeting == "hang" {
		_, _ = io.Copy(io.Discard, c)
		return
	}
	_, _ = io.WriteString(c, s.greeting)
	idle := ""
	for lines := bufio.NewScanner(c); lines.Scan(); {
		tag, command, _ := strings.Cut(lines.Text(), " ")
		if tag == "DONE" {
			tag, command = idle, tag
		}
		idle = tag
		answer := s.answer(strings.ToUpper(command))
		if s.asked != nil {
			s.asked <- command
		}
		if slowly, ok := strings.CutPrefix(answer, "slow "); ok {
			for i := range len(slowly) {
				if _, err := io.WriteString(c, slowly[i:i+1]); err != nil {
					return
				}
				<-time.After(20 * time.Millisecond)
			}
			continue
		}
		switch answer {
		case "hang":
			continue
		case "cut":
			return
		case "flood":
			for _, err := io.WriteString(c, "* "); err == nil; _, err = io.WriteString(c, strings.Repeat("x", 64<<10)) { //nolint:revive // an endless line
			}
			return
		}
		_, _ = io.WriteString(c, strings.ReplaceAll(answer, "%s", tag))
	}
}

func (s scripted) answer(command string) string {
	if set, ok := strings.CutPrefix(command, "UID FETCH "); ok && s.fetch != nil {
		set, _, _ = strings.Cut(set, " ")
		return s.fetch(set)
	}
	best, answer := "", "%s BAD unknown\r\n"
	for prefix, a := range s.answers {
		if strings.HasPrefix(command, prefix) && len(prefix) > len(best) {
			best, answer = prefix, a
		}
	}
	return answer
}

// syncOnce does one full check against a script.
func syncOnce(t *testing.T, s scripted) (*filing, error) {
	t.Helper()
	return checkOnce(t, s.start(t))
}

// checkOnce does one full check of an account.
func checkOnce(t *testing.T, a Account) (*filing, error) {
	t.Helper()
	f := newFiling()
	w := NewWatcher(Watcher{
		Account: func(context.Context) (Account, error) { return a, nil }, Mailbox: "box", Filing: f, HeadFields: []string{"Subject"}, Now: time.Now,
	})
	_, err := w.Sync(t.Context())
	return f, err
}

func TestPoliteServer(t *testing.T) {
	f, err := syncOnce(t, polite())
	if err != nil || f.folders["INBOX"].UIDNext != 6 || len(f.states) == 0 || f.states[len(f.states)-1] != data.MailboxOK {
		t.Fatalf("got %v, folders %v, states %v", err, f.folders, f.states)
	}
}

// TestHostileServers holds that each of them ends with an error of the right
// kind, a state for the user, and no cursor moved.
func TestHostileServers(t *testing.T) {
	for _, c := range []struct {
		name, command, answer string
		want                  error
		state                 data.MailboxState
	}{
		{"no greeting", "", "hang", ErrSilent, data.MailboxOffline},
		{"not IMAP", "", "220 smtp.example.com ESMTP\r\n", nil, ""},
		{"signs in by itself", "", "* PREAUTH welcome\r\n", ErrProtocol, data.MailboxError},
		{"full", "", "* BYE too many connections\r\n", nil, data.MailboxOffline},
		{"no passwords", "CAPABILITY", "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n%s OK\r\n", ErrPlaintext, data.MailboxError},
		{"capabilities without end", "CAPABILITY", "* CAPABILITY IMAP4rev1(\r\n%s OK\r\n", ErrProtocol, data.MailboxError},
		{"capabilities without end in a code", "CAPABILITY", "* OK [capability IMAP4rev1 (\r\n* OK [CAPABILITY IDLE (\r\n%s OK\r\n", ErrProtocol, data.MailboxError},
		{"wrong password", "LOGIN", "%s NO [AUTHENTICATIONFAILED] no\r\n", ErrPassword, data.MailboxAuthFailed},
		{"not now", "LOGIN", "%s NO [UNAVAILABLE] later\r\n", nil, data.MailboxOffline},
		{"silent at sign-in", "LOGIN", "hang", ErrSilent, data.MailboxOffline},
		{"cut while listing", "LIST", "cut", nil, data.MailboxOffline},
		{"silent in a search", "UID SEARCH", "* SEARCH 5", ErrSilent, data.MailboxOffline},
		{"a search that finds mail 0", "UID SEARCH", "* SEARCH 5 0\r\n%s OK done\r\n", ErrProtocol, data.MailboxError},
		{"a search that finds everything there is", "UID SEARCH", "* ESEARCH (TAG \"%s\") UID ALL 1:4294967295\r\n%s OK done\r\n", nil, ""},
		{"an endless line", "UID SEARCH", "flood", ErrProtocol, data.MailboxError},
		{"a literal that never comes", "UID FETCH", "* 1 FETCH (UID 5 BODY[HEADER.FIELDS (SUBJECT)] {100}\r\nSubj", ErrSilent, data.MailboxOffline},
		{"goodbye in the middle", "UID FETCH", "* BYE shutting down\r\n", nil, data.MailboxOffline},
		{"the folder is gone", "EXAMINE", "%s NO [NONEXISTENT] gone\r\n", nil, data.MailboxOffline},
		{"a word that nobody knows", "UID SEARCH", "* XYZZY plugh\r\n* SEARCH 5\r\n%s OK done\r\n", ErrProtocol, data.MailboxError},
		{"wrong password with an alert", "LOGIN", "%s NO [ALERT] Sign in by your browser\r\n", ErrPassword, data.MailboxAuthFailed},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := syncOnce(t, polite().with(c.command, c.answer))
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if n := len(f.states); n == 0 || c.state != "" && f.states[n-1] != c.state {
				t.Errorf("states %v, want %s last", f.states, c.state)
			}
			if f.folders["INBOX"].UIDNext != 0 {
				t.Errorf("the cursor moved to %d", f.folders["INBOX"].UIDNext)
			}
		})
	}
}
