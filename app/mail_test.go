package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/letter"
	"afterword/app/mailbox"
	"afterword/app/screen"
	"afterword/data"
	"afterword/widgets"
)

// kept is a keyring in memory.
type kept struct {
	mu  sync.Mutex
	all map[data.ID]string
}

// Get implements mailbox.Secrets.
func (k *kept) Get(id data.ID) (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if secret, ok := k.all[id]; ok {
		return secret, nil
	}
	return "", data.ErrMissing
}

// Set implements mailbox.Secrets.
func (k *kept) Set(id data.ID, secret string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all[id] = secret
	return nil
}

// Delete implements mailbox.Secrets.
func (k *kept) Delete(id data.ID) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.all, id)
	return nil
}

// Where implements mailbox.Secrets.
func (k *kept) Where() string { return "test" }

func (k *kept) count() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.all)
}

// served opens the window with a mail server on this machine.
func served(t *testing.T) (d *drive, server *mailbox.Embedded, secrets *kept) {
	t.Helper()
	server, err := mailbox.StartEmbedded("robin@example.org", "right")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	d = newDrive(t)
	secrets = &kept{all: map[data.ID]string{}}
	d.mail.keys = mailbox.NewKeys(secrets)
	return d, server, secrets
}

// connection is what the user types for that server.
func connection(server *mailbox.Embedded, password string) screen.Connection {
	return screen.Connection{
		Email: "robin@example.org", Password: password, Host: "127.0.0.1",
		Port: strconv.Itoa(server.Addr().Port), Security: string(data.SecurityNone),
	}
}

// TestConnectWatchForget is the life of a mailbox in the window.
func TestConnectWatchForget(t *testing.T) {
	d, server, secrets := served(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	var seen []string
	early := fmt.Appendf(nil, "From: Dana Ruiz <dana@example.net>\r\nTo: robin@example.org\r\nSubject: Earlier\r\nMessage-ID: <0@example.net>\r\nDate: Mon, 23 Nov 2026 14:10:00 +0100\r\n\r\n%s", kind)
	if err := server.Deliver("INBOX", early, d.desk.Now()); err != nil {
		t.Fatal(err)
	}
	tested, err := d.mail.test(t.Context(), connection(server, "right"), func(lines []screen.MailLine) {
		seen = nil
		for _, l := range lines {
			if l.State == widgets.NoteGood {
				seen = append(seen, l.Text)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if boxes, err := d.desk.Mailboxes(t.Context()); err != nil || len(boxes) != 0 || secrets.count() != 0 {
		t.Errorf("the test alone kept %v, %v, %d secrets, want nothing", boxes, err, secrets.count())
	}
	result, err := tested.Keep(t.Context(), nil, data.Day{})
	if err != nil || !strings.HasPrefix(result.Result, "Found one message from people you know. Nothing was changed.") {
		t.Fatalf("keep: %q, %v, want the one message that lies there", result.Result, err)
	}
	if want := []string{"Found server", "Signed in", "Opened read-only"}; !slices.Equal(seen, want) {
		t.Errorf("steps that went well: %q, want %q", seen, want)
	}
	boxes, err := d.desk.Mailboxes(t.Context())
	if err != nil || len(boxes) != 1 || secrets.count() != 1 {
		t.Fatalf("mailboxes %v, %v, %d secrets, want one of each", boxes, err, secrets.count())
	}
	mail := fmt.Appendf(nil, "From: Dana Ruiz <dana@example.net>\r\nTo: robin@example.org\r\nSubject: Hello\r\nMessage-ID: <a@example.net>\r\nDate: Mon, 23 Nov 2026 14:30:00 +0100\r\n\r\n%s", kind)
	if err := server.Deliver("INBOX", mail, d.desk.Now()); err != nil {
		t.Fatal(err)
	}
	d.chord(fyne.Key2)
	d.key(fyne.KeyF5)
	d.toasted("Checking mail.")
	d.says("banner:1", "Acme Robotics")
	d.says("list.row:"+string(acme), "They replied")
	if err := d.desk.ForgetMailbox(t.Context(), boxes[0].ID); err != nil {
		t.Fatal(err)
	}
	d.until("the watcher is gone, and the password", func() bool { return d.mail.nudge() == 0 && secrets.count() == 0 })
}

func TestConnectRefused(t *testing.T) {
	d, server, secrets := served(t)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := closed.Addr().(*net.TCPAddr).Port
	_ = closed.Close()
	for name, c := range map[string]struct {
		change func(*screen.Connection)
		says   string
	}{
		"password": {func(c *screen.Connection) { c.Password = "wrong" }, "didn't accept this password"},
		"nobody":   {func(c *screen.Connection) { c.Port = strconv.Itoa(nobody) }, "No answer from 127.0.0.1. You may be offline."},
		"tls":      {func(c *screen.Connection) { c.Security = string(data.SecurityTLS) }, "No answer from 127.0.0.1"},
		"port":     {func(c *screen.Connection) { c.Port = "imap" }, "\"imap\" is not a number from 1 to 65535"},
		"large":    {func(c *screen.Connection) { c.Port = "70000" }, "not a number from 1 to 65535"},
	} {
		typed := connection(server, "right")
		c.change(&typed)
		_, err := d.mail.test(t.Context(), typed, func([]screen.MailLine) {})
		if err == nil || !strings.Contains(explain(err), c.says) {
			t.Errorf("%s: %v is explained as %q, want %q", name, err, explain(err), c.says)
		}
	}
	if boxes, err := d.desk.Mailboxes(t.Context()); err != nil || len(boxes) != 0 || secrets.count() != 0 {
		t.Errorf("after refusals: %v, %v, %d secrets, want nothing kept", boxes, err, secrets.count())
	}
}

func TestFind(t *testing.T) {
	d := newDrive(t)
	for email, want := range map[string]struct{ host, hint string }{
		"Robin@GMail.com":   {"imap.gmail.com", "asks for an app password"},
		"robin@outlook.com": {"", "takes no password from mail programs"},
		"robin@example.org": {"", ""},
		"robin":             {"", ""},
	} {
		f := d.mail.find(email)
		if want.host != "" && f.Host != want.host || !strings.Contains(f.Hint, want.hint) || want.hint == "" && f.Hint != "" {
			t.Errorf("find %s: %+v, want %+v", email, f, want)
		}
	}
	if f := d.mail.find("robin@outlook.com"); f.Browser || !f.Barred {
		t.Errorf("without a client id: %+v, want neither password nor browser", f)
	}
	d.mail.profile.OAuth = "a client id"
	if f := d.mail.find("robin@outlook.com"); !f.Browser || f.Barred {
		t.Errorf("with a client id: %+v, want the browser", f)
	}
}

// TestExamplesTellTheirStory: each sample mail shows as what it does.
func TestExamplesTellTheirStory(t *testing.T) {
	d := newDrive(t)
	d.mail.keys = mailbox.NewKeys(memory{})
	d.loops.Go(func() { d.tellStory(1) })
	d.until("the reply", func() bool { return strings.Contains(d.news(), "Maya at Brightwater Energy wrote back") })
	d.until("the absence", func() bool { return strings.Contains(d.news(), "Ines is away") })
	d.until("the bounce", func() bool {
		return strings.Contains(d.news(), "Your note to jonas.berg@orchardbank.example came back")
	})
	d.chord(fyne.Key3)
	d.until("the question", func() bool {
		_, nodes := widgets.Nodes(d.win.Canvas())
		return slices.ContainsFunc(nodes, func(n widgets.Node) bool {
			return strings.HasPrefix(n.ID, "review:") && strings.Contains(strings.Join(n.Text, " "), "Kestrel Health")
		})
	})
}

// news is what all banners say.
func (d *drive) news() string {
	var all []string
	_, nodes := widgets.Nodes(d.win.Canvas())
	for _, n := range nodes {
		if strings.HasPrefix(n.ID, "banner:") {
			all = append(all, n.Text...)
		}
	}
	return strings.Join(all, "\n")
}

func TestExplain(t *testing.T) {
	for _, c := range []struct {
		err  error
		says string
	}{
		{nil, ""},
		{fmt.Errorf("open: %w", data.ErrNewer), "made by a newer Afterword"},
		{fmt.Errorf("write: %w: %w", data.ErrNewer, data.ErrReadOnly), "Nothing is lost."},
		{data.ErrReadOnly, "can't be written"},
		{fmt.Errorf("write: commit: %w", data.ErrFull), "no room left on the disk"},
		{fmt.Errorf("start %q: %w", "x", data.ErrInvalid), "Start \"x\"."},
		{unconnected{mailbox.ErrPassword}, "didn't accept this password"},
		{unconnected{fmt.Errorf("read: %w", data.ErrInvalid)}, "No answer from the mail server."},
		{mailbox.ErrLocked, "keychain is locked"},
		{context.DeadlineExceeded, "What was saved before is safe."},
		{errors.New("disk full"), "That did not work: disk full."},
		{&letter.Missing{Values: []string{"me.name"}}, "Your name is needed"},
		{&letter.Missing{Values: []string{"me.name", "role"}}, "me.name, role"},
		{data.ErrMissing, "Something is missing"},
	} {
		if got := explain(c.err); !strings.Contains(got, c.says) || c.says == "" && got != "" {
			t.Errorf("explain %v = %q, want %q", c.err, got, c.says)
		}
	}
}
