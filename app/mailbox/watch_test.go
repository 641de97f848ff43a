package mailbox

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/app/mailbox/dovecot"
	"afterword/data"
)

// A filing keeps what a watcher left, and wants every mail.
type filing struct {
	mu      sync.Mutex
	folders map[string]data.Folder
	batches []data.Batch
	states  []data.MailboxState
	detail  string
	seen    chan string // subjects of whole mails
}

func newFiling() *filing {
	return &filing{folders: make(map[string]data.Folder), seen: make(chan string, 1000)}
}

func (f *filing) Cursor(_ context.Context, _ data.ID, folder string) (data.Folder, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.folders[folder], nil
}

func (f *filing) Since(context.Context, data.ID) (data.Day, error) {
	return data.Day{Year: 2020, Month: 1, Day: 1}, nil
}

func (f *filing) Wants(_ context.Context, _ data.Folder, heads []data.Mail) ([]bool, error) {
	wanted := make([]bool, len(heads))
	for i := range heads {
		wanted[i] = strings.Contains(string(heads[i].Raw), "wanted")
	}
	return wanted, nil
}

func (f *filing) Receive(_ context.Context, b data.Batch) (data.Received, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.folders[b.Folder.Name] = b.Folder
	f.batches = append(f.batches, b)
	for _, m := range b.Mails {
		if !m.HeadOnly {
			_, subject, _ := strings.Cut(string(m.Raw), "Subject: ")
			line, _, _ := strings.Cut(subject, "\r\n")
			f.seen <- b.Folder.Role + " " + line
		}
	}
	return data.Received{Seen: len(b.Mails)}, nil
}

func (f *filing) Report(_ context.Context, _ data.ID, state data.MailboxState, detail string, _ time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.states, f.detail = append(f.states, state), detail
	return nil
}

func (f *filing) next(t *testing.T) string {
	t.Helper()
	select {
	case s := <-f.seen:
		return s
	case <-time.After(30 * time.Second):
		t.Fatal("no mail was seen")
		return ""
	}
}

func watcherOf(f *filing, a Account) *Watcher {
	return NewWatcher(Watcher{
		Mailbox: "box", Filing: f, HeadFields: []string{"From", "Subject", "Message-ID"},
		Now:     func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) },
		Account: func(context.Context) (Account, error) { return a, nil },
	})
}

func account(s *dovecot.Server, security data.Security) Account {
	a := Account{Password: dovecot.Password, ExtraCA: s.CA, Mailbox: data.Mailbox{Host: "127.0.0.1", Port: s.Port, User: dovecot.User, Security: security}}
	if security == data.SecurityTLS {
		a.Mailbox.Port = s.TLSPort
	}
	return a
}

func letter(n int, subject string) []byte {
	return fmt.Appendf(nil, "From: dana@acme.example\r\nSubject: %s\r\nMessage-ID: <%d@acme.example>\r\n\r\nHello\r\n", subject, n)
}

// TestDovecot watches a real server: what was there, what arrives, over a
// restart, and that nothing but reading was asked of it.
func TestDovecot(t *testing.T) {
	s := dovecot.Start(t)
	s.Deliver(t, "INBOX", letter(1, "wanted one"))
	s.Deliver(t, "INBOX", letter(2, "not for us"))
	s.Deliver(t, "Sent", letter(3, "wanted sent"))
	f := newFiling()
	w := watcherOf(f, account(s, data.SecuritySTARTTLS))
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	for _, want := range []string{"sent wanted sent", "inbox wanted one"} {
		if got := f.next(t); got != want {
			t.Errorf("seen %q, want %q", got, want)
		}
	}
	s.Deliver(t, "INBOX", letter(4, "wanted two"))
	if got := f.next(t); got != "inbox wanted two" {
		t.Errorf("seen %q, want the one delivered", got)
	}
	s.Restart(t)
	s.Deliver(t, "INBOX", letter(5, "wanted three"))
	if got := f.next(t); got != "inbox wanted three" {
		t.Errorf("after a restart seen %q, want the one delivered", got)
	}
	cancel()
	<-ended
	s.OnlyRead(t)
}

func TestConnectionSteps(t *testing.T) {
	s := dovecot.Start(t)
	for _, security := range []data.Security{data.SecurityTLS, data.SecuritySTARTTLS, data.SecurityNone} {
		var steps []string
		checked, err := Test(t.Context(), account(s, security), func(st Step) { steps = append(steps, string(st.Name)+" "+string(st.State)) })
		if err != nil {
			t.Fatalf("%s: %v", security, err)
		}
		if len(checked.Folders) != 2 || checked.Folders[0].Role != "sent" {
			t.Errorf("%s: folders %v, want Sent and INBOX", security, checked.Folders)
		}
		if got := steps[len(steps)-1]; got != "opened ok" {
			t.Errorf("%s: last step %q, want opened ok", security, got)
		}
	}
}

func TestRefusals(t *testing.T) {
	s := dovecot.Start(t)
	wrong := account(s, data.SecurityTLS)
	wrong.Password = "wrong"
	stranger := account(s, data.SecurityTLS)
	stranger.ExtraCA = nil
	far := account(s, data.SecurityNone)
	far.Mailbox.Host = "mail.example.org"
	for _, c := range []struct {
		name string
		a    Account
		want error
	}{{"wrong password", wrong, ErrPassword}, {"unknown certificate", stranger, ErrCertificate}, {"plaintext to the world", far, ErrPlaintext}} {
		_, err := Test(t.Context(), c.a, func(Step) {})
		if err == nil || !strings.Contains(err.Error(), c.want.Error()) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if Explain(err) == "" {
			t.Errorf("%s: no words", c.name)
		}
	}
}
