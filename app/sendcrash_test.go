package app

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/mailbox/smtptest"
	"afterword/app/profile"
	"afterword/data"
)

// A crash is one letter on its way out of a real process that is killed, between
// a real submission server and a real mailbox that outlive it.
type crash struct {
	*testing.T
	dir    string
	imap   *mailbox.Embedded
	smtp   *smtptest.Server
	killAt string // a stage of the server, or a point in the process, see TestSendChild
	sent   string // "kept" puts what was taken into Sent, "rewritten" under another Message-ID, "" nowhere
	app    data.ID
	item   data.ItemKey

	mu    sync.Mutex
	child *exec.Cmd
}

const crashNow = "2026-11-23T14:00:00Z"

func (c *crash) profile() *profile.Profile {
	c.Helper()
	p, err := profile.New(profile.Flags{Home: filepath.Join(c.dir, "home"), Now: "@" + filepath.Join(c.dir, "now"), Clock: "still", TZ: "Europe/Berlin"})
	if err != nil {
		c.Fatal(err)
	}
	return p
}

// newCrash makes a home with a letter to be sent.
func newCrash(t *testing.T, killAt, sent string) *crash {
	t.Helper()
	c := &crash{T: t, dir: t.TempDir(), killAt: killAt, sent: sent}
	var err error
	if c.imap, err = mailbox.StartEmbedded(smtptest.User, smtptest.Password); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.imap.Close() })
	c.smtp = smtptest.Start(t, smtptest.Script{Reached: c.reached})
	c.clock(crashNow)
	d, err := desk.Open(t.Context(), c.profile())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	start := d.Now().Add(-22 * time.Hour)
	c.app, err = d.AddApplication(t.Context(), desk.NewApplication{Company: "Acme Robotics", Role: "Product designer", First: desk.NewInterview{
		Start: start, End: start.Add(time.Hour), With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	box, err := d.ConnectMailbox(t.Context(), data.Mailbox{Email: "robin@example.net", Host: "127.0.0.1", Port: c.imap.Addr().Port, Security: data.SecurityNone, User: smtptest.User})
	if err != nil {
		t.Fatal(err)
	}
	by := data.Submission{Mailbox: box.ID, Host: "127.0.0.1", Port: c.smtp.TLSPort, Security: data.SecurityTLS, User: smtptest.User, CA: c.smtp.CA, Copy: killAt == "copying"}
	if err := d.SaveSubmission(t.Context(), by); err != nil {
		t.Fatal(err)
	}
	if err := d.Set(t.Context(), "me.name", "Robin Vale"); err != nil {
		t.Fatal(err)
	}
	det, err := d.Detail(t.Context(), c.app)
	if err != nil {
		t.Fatal(err)
	}
	c.item = det.Plan.Items[0].Key
	return c
}

func (c *crash) clock(now string) {
	c.Helper()
	if err := os.WriteFile(filepath.Join(c.dir, "now"), []byte(now), 0o600); err != nil {
		c.Fatal(err)
	}
}

// reached puts taken letters into Sent as the test wants it, and kills the process
// at its stage: it is dead before the server goes on.
func (c *crash) reached(stage smtptest.Stage) {
	if stage == smtptest.Taken && c.sent != "" {
		mails := c.smtp.Mails()
		raw := mails[len(mails)-1].Raw
		if c.sent == "rewritten" {
			raw = bytes.Replace(raw, []byte("Message-Id: <"), []byte("Message-Id: <relay."), 1)
		}
		if err := c.imap.Deliver("Sent", raw, time.Date(2026, 11, 23, 14, 0, 11, 0, time.UTC)); err != nil {
			c.Error(err)
		}
	}
	if string(stage) == c.killAt {
		c.kill()
	}
}

// kill ends the process as kill -9 does, and waits until it is gone.
func (c *crash) kill() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.child == nil {
		return
	}
	_ = c.child.Process.Kill() // SIGKILL
	_, _ = c.child.Process.Wait()
	c.child = nil
}

// process runs the program's sending loop in a process of its own until it is
// killed or all is settled, and returns what it said. does is begin or go on.
func (c *crash) process(does, stopAt string, after time.Duration) string {
	c.Helper()
	self, err := os.Executable()
	if err != nil {
		c.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^TestSendChild$", "-test.v=false")
	cmd.Env = append(os.Environ(), "AFTERWORD_TEST_SEND="+strings.Join([]string{c.dir, does, stopAt, string(c.app), string(c.item)}, "|"))
	out, err := cmd.StdoutPipe()
	if err != nil {
		c.Fatal(err)
	}
	c.mu.Lock()
	c.child = cmd
	err = cmd.Start()
	c.mu.Unlock()
	if err != nil {
		c.Fatal(err)
	}
	if after > 0 {
		defer time.AfterFunc(after, c.kill).Stop()
	}
	defer time.AfterFunc(time.Minute, c.kill).Stop() // a test that hangs
	var said strings.Builder
	for lines := bufio.NewScanner(out); lines.Scan(); {
		fmt.Fprintln(&said, lines.Text())
		if lines.Text() == "at "+stopAt {
			c.kill()
		}
	}
	c.kill()
	return said.String()
}

// TestSendChild is the process of the tests below, none by itself. It stops at one
// point and says so, so that it can be killed there.
func TestSendChild(t *testing.T) {
	args := strings.Split(os.Getenv("AFTERWORD_TEST_SEND"), "|")
	if len(args) != 5 {
		t.Skip("this is the process that other tests start")
	}
	c := &crash{T: t, dir: args[0], app: data.ID(args[3]), item: data.ItemKey(args[4])}
	stop := func(at string) {
		if at == args[2] {
			fmt.Println("at " + at)
			select {}
		}
	}
	p := c.profile()
	d, err := desk.Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	m := newMail(t.Context(), d, p, onePassword{})
	out := newPost(d, m, func() {})
	d.Changed = func(data.ID) { out.wake() }
	slowed(d, stop)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { out.run(ctx); close(ended) }()
	if args[1] == "begin" {
		draft, err := d.Draft(ctx, c.app, c.item, "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.BeginSend(ctx, draft.Letter, desk.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		stop("waiting")
		c.clock("2026-11-23T14:00:10Z")
		if _, err := p.Clock.Poll(); err != nil {
			t.Fatal(err)
		}
	}
	for tick := time.Tick(10 * time.Millisecond); ; <-tick { // until all is settled
		v, ok, err := d.SendingOf(ctx, c.app, c.item)
		if s := v.Sending; err == nil && ok && (!s.Open() || s.State == data.SendAsked) && !s.Copy {
			break
		}
	}
	cancel()
	<-ended
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// onePassword is the secret of every mailbox.
type onePassword struct{ memory }

// Get implements mailbox.Secrets.
func (onePassword) Get(data.ID) (string, error) { return smtptest.Password, nil }

// slowed lets the process stop around each thing that the desk asks of a server.
func slowed(d *desk.Desk, stop func(string)) {
	m := d.Mailer
	d.Mailer.Check = func(ctx context.Context, box data.ID) error {
		stop("checking")
		return m.Check(ctx, box)
	}
	d.Mailer.Submit = func(ctx context.Context, by data.Submission, from string, to []string, mail []byte) error {
		stop("sending")
		err := m.Submit(ctx, by, from, to, mail)
		stop("submitted")
		return err
	}
	d.Mailer.Find = func(ctx context.Context, box data.ID, id string) (bool, error) {
		stop("looking")
		return m.Find(ctx, box, id)
	}
	d.Mailer.Keep = func(ctx context.Context, box data.ID, id string, mail []byte) error {
		stop("copying")
		err := m.Keep(ctx, box, id, mail)
		stop("copied")
		return err
	}
}

// ends starts the program again until all is settled, and once more, and returns
// how the letter stands. It holds that no letter reached the server twice.
func (c *crash) ends() desk.SendView {
	c.Helper()
	c.killAt = ""
	for range 2 {
		if said := c.process("go on", "", 0); strings.Contains(said, "FAIL") {
			c.Fatalf("the program did not go on: %s", said)
		}
	}
	d, err := desk.Open(c.Context(), c.profile())
	if err != nil {
		c.Fatal(err)
	}
	defer d.Close()
	v, ok, err := d.SendingOf(c.Context(), c.app, c.item)
	if err != nil || !ok {
		c.Fatalf("no letter: %v, %v", ok, err)
	}
	if n := c.smtp.Count()[v.Sending.MessageID]; n > 1 || len(c.smtp.Mails()) > 1 {
		c.Errorf("the server took %d letters, this one %d times", len(c.smtp.Mails()), n)
	}
	det, err := d.Detail(c.Context(), c.app)
	if err != nil {
		c.Fatal(err)
	}
	events := 0
	for _, e := range data.InForce(det.Case.Events) {
		if e.Type == data.EventSent {
			events++
		}
	}
	it, _ := det.Plan.Item(c.item)
	if done := v.Sending.State == data.SendSent; done != (it.State == data.StateDone) || done != (events == 1) || events > 1 {
		c.Errorf("the letter is %s, its item %s with %d sent events", v.Sending.State, it.State, events)
	}
	return v
}

// TestSendCrash kills the process at each step of a letter's way. What the server
// took is sent or asked about, and nothing ever reaches it twice.
func TestSendCrash(t *testing.T) {
	if testing.Short() {
		t.Skip("starts forty processes")
	}
	const either = 2 // a short letter is on the wire already, or not
	server := func(s smtptest.Stage) string { return string(s) }
	for _, c := range []struct {
		at, sent string
		want     data.SendState
		taken    int
	}{
		{"waiting", "", data.SendBack, 0},
		{"checking", "", data.SendBack, 0},
		{"sending", "", data.SendAsked, 0},
		{server(smtptest.Greeted), "", data.SendAsked, 0},
		{server(smtptest.Signing), "", data.SendAsked, 0},
		{server(smtptest.From), "", data.SendAsked, 0},
		{server(smtptest.To), "", data.SendAsked, 0},
		{server(smtptest.Begun), "", data.SendAsked, either},
		{server(smtptest.Taken), "", data.SendAsked, 1},
		{server(smtptest.Taken), "kept", data.SendSent, 1},
		{server(smtptest.Taken), "rewritten", data.SendSent, 1},
		{"submitted", "", data.SendAsked, 1},
		{"submitted", "kept", data.SendSent, 1},
		{"copying", "", data.SendSent, 1},
		{"copied", "", data.SendSent, 1},
		{"", "", data.SendSent, 1},
		{"", "kept", data.SendSent, 1},
	} {
		t.Run(c.at+" "+c.sent, func(t *testing.T) {
			x := newCrash(t, c.at, c.sent)
			if c.at == "copied" {
				x.killAt = ""
			}
			x.process("begin", c.at, 0)
			v := x.ends()
			if n := len(x.smtp.Mails()); v.Sending.State != c.want || c.taken != either && n != c.taken {
				t.Errorf("killed at %q: %s (%s) and %d letters taken, want %s and %d", c.at, v.Sending.State, v.Text, len(x.smtp.Mails()), c.want, c.taken)
			}
			if c.sent == "rewritten" && v.Sending.Relayed != "relay."+v.Sending.MessageID {
				t.Errorf("the relay's Message-ID is %q", v.Sending.Relayed)
			}
		})
	}
}

// TestSendCrashTwice kills the process while it sends and again while it looks in
// Sent.
func TestSendCrashTwice(t *testing.T) {
	x := newCrash(t, string(smtptest.Taken), "kept")
	x.process("begin", "", 0)
	x.killAt = ""
	x.process("go on", "looking", 0)
	if v := x.ends(); v.Sending.State != data.SendSent || len(x.smtp.Mails()) != 1 {
		t.Errorf("got %s and %d letters, want it found in Sent", v.Sending.State, len(x.smtp.Mails()))
	}
}

// TestSendCrashAnywhere kills the process at any moment.
func TestSendCrashAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("starts many processes")
	}
	for n := range 12 {
		x := newCrash(t, "", []string{"", "kept"}[n%2])
		x.process("begin", "", time.Duration(100+rand.N(500))*time.Millisecond)
		d, err := desk.Open(t.Context(), x.profile())
		if err != nil {
			t.Fatal(err)
		}
		_, begun, err := d.SendingOf(t.Context(), x.app, x.item)
		if closed := d.Close(); err != nil || closed != nil {
			t.Fatal(err, closed)
		}
		if !begun {
			continue // it was too quick
		}
		if v := x.ends(); v.Sending.State != data.SendSent && len(x.smtp.Mails()) == 1 && v.Sending.State != data.SendAsked {
			t.Errorf("got %s although the letter left", v.Sending.State)
		}
	}
}
