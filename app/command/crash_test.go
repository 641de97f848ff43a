//go:build unix

package command

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/data"
)

// TestMain lets the test program itself be the one that is killed, runs out of
// disk, or runs twice.
func TestMain(m *testing.M) {
	switch os.Getenv("AFTERWORD_TEST_CHILD") {
	case "":
		os.Exit(m.Run())
	case "full":
		signal.Ignore(syscall.SIGXFSZ) // the write fails instead
		const room = 16 << 10
		full := syscall.Rlimit{Cur: room, Max: room}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &full); err != nil {
			panic(err)
		}
		os.Exit(call("sync"))
	case "sync":
		os.Exit(call("sync"))
	case "stop":
		if err := stopBeforeCommit(); err != nil {
			panic(err)
		}
	}
}

func call(args ...string) int {
	return Main(args, strings.NewReader(""), os.Stdout, os.Stderr, Build{}, func(*profile.Profile, Window) error { return nil })
}

// stopBeforeCommit checks the mailbox, and says so and waits for its end when so
// many batches were fetched and the last one of them is about to be stored.
func stopBeforeCommit() error {
	ctx := context.Background()
	p, err := profile.New(profile.Flags{})
	if err != nil {
		return err
	}
	d, err := desk.Open(ctx, p)
	if err != nil {
		return err
	}
	boxes, err := d.Mailboxes(ctx)
	if err != nil {
		return err
	}
	secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
	if err != nil {
		return err
	}
	w := watcher(d, p, mailbox.NewKeys(secrets), boxes[0])
	w.Filing = &stopping{Desk: d, at: len(os.Getenv("AFTERWORD_TEST_BATCHES"))}
	_, err = w.Sync(ctx)
	return err
}

// A stopping is a desk that stops before it stores the batch of a number.
type stopping struct {
	*desk.Desk
	at int
}

// Receive implements mailbox.Filing.
func (s *stopping) Receive(ctx context.Context, b data.Batch) (data.Received, error) {
	if len(b.Mails) > 0 {
		s.at--
	}
	if s.at > 0 || len(b.Mails) == 0 {
		return s.Desk.Receive(ctx, b)
	}
	fmt.Println("fetched")
	_, err := io.Copy(io.Discard, os.Stdin) // until it is killed
	return data.Received{}, err
}

// The mailbox of these tests.
const (
	crashMails   = 1200
	crashAnswers = 60
)

// newCrash returns a home with one interview and a mailbox of 1,200 mails, of
// which 60 are the interviewer's.
func newCrash(t *testing.T) postbox {
	p := newPostbox(t)
	t.Setenv("AFTERWORD_HOME", p.home)
	t.Setenv("AFTERWORD_TZ", "Europe/Berlin")
	var added idOut
	p.ok(&added, "add", "--company", "Acme Robotics", "--role", "Product designer", "--start", "2026-11-16T14:00", "--with", "Dana Ruiz <dana@acme.example>")
	if code, _, errs := p.connect(password); code != 0 {
		t.Fatal(errs)
	}
	for i := range crashMails {
		from := fmt.Sprintf("Shop <offers%d@shop.example>", i)
		if i%(crashMails/crashAnswers) == 0 {
			from = "Dana Ruiz <dana@acme.example>"
		}
		p.deliver(fmt.Sprintf("From: %s\nTo: robin@example.net\nSubject: Number %d\nMessage-ID: <%d@mail.example>\nDate: Tue, 17 Nov 2026 08:00:00 +0000\n\nHello, number %d.\n", from, i, i, i))
	}
	return p
}

// child is the test program as another process on the home.
func (p postbox) child(how string, more ...string) (cmd *exec.Cmd, said *bytes.Buffer) {
	p.Helper()
	self, err := os.Executable()
	if err != nil {
		p.Fatal(err)
	}
	said = new(bytes.Buffer)
	cmd = exec.Command(self)
	cmd.Env = append(append(os.Environ(), "AFTERWORD_TEST_CHILD="+how), more...)
	cmd.Stderr = said
	return cmd, said
}

// filed fails the test unless each mail of the interviewer is filed once, and
// the database is whole.
func (p postbox) filed(want int) {
	p.Helper()
	var s shown
	p.ok(&s, "show", "Acme Robotics")
	subjects := make(map[string]int)
	for _, m := range s.Messages {
		subjects[m.Subject]++
	}
	if len(s.Messages) != want || len(subjects) != want {
		p.Errorf("%d mails filed with %d subjects, want %d", len(s.Messages), len(subjects), want)
	}
	replies := 0
	for _, e := range s.Events {
		if e.Type == data.EventReply {
			replies++
		}
	}
	if replies > want {
		p.Errorf("%d replies of %d mails", replies, want)
	}
	prof, err := profile.New(profile.Flags{Home: p.home})
	if err != nil {
		p.Fatal(err)
	}
	d, err := desk.Open(p.Context(), prof)
	if err != nil {
		p.Fatal(err)
	}
	defer d.Close()
	if err := d.Check(p.Context()); err != nil {
		p.Error(err)
	}
}

// TestKilledBetweenFetchAndCommit ends the program with SIGKILL after it fetched
// mails and before it stored them, twice at different places: the next check
// loses none and files none twice.
func TestKilledBetweenFetchAndCommit(t *testing.T) {
	p := newCrash(t)
	for batch, before := range []int{0, crashAnswers * 500 / crashMails} { // what was stored before
		cmd, said := p.child("stop", "AFTERWORD_TEST_BATCHES="+strings.Repeat("x", batch+1))
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil || line != "fetched\n" {
			t.Fatalf("the child said %q, %v: %s", line, err, said)
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		p.filed(before)
	}
	var got synced
	p.ok(&got, "sync")
	if got.Seen != crashMails-500 || got.Matched != crashAnswers-crashAnswers*500/crashMails {
		t.Errorf("the check after the kills: %+v, want what was not stored and no more", got)
	}
	p.filed(crashAnswers)
	p.ok(&got, "sync")
	if got.Seen != 0 {
		t.Errorf("another check saw %d mails again", got.Seen)
	}
}

// TestTwoCopies has two processes read one mailbox into one home at once.
func TestTwoCopies(t *testing.T) {
	p := newCrash(t)
	var both sync.WaitGroup
	for range 2 {
		cmd, said := p.child("sync")
		both.Go(func() {
			if err := cmd.Run(); err != nil {
				t.Errorf("one of the two: %v: %s", err, said)
			}
		})
	}
	both.Wait()
	p.filed(crashAnswers)
}

// TestFullDiskAndAfter has every write beyond 16 kB fail: that is told, the
// database stays whole, and once there is room everything is read.
func TestFullDiskAndAfter(t *testing.T) {
	p := newCrash(t)
	cmd, said := p.child("full")
	if err := cmd.Run(); err == nil || !strings.Contains(said.String(), "disk") {
		t.Errorf("with a full disk: %v, said %q, want a failure that names the disk", err, said)
	}
	p.filed(0)
	var got synced
	p.ok(&got, "sync")
	p.filed(crashAnswers)
}

// TestLockedDatabase has another program hold the database for longer than a
// write waits: that is told, and once it lets go everything is read.
func TestLockedDatabase(t *testing.T) {
	p := newCrash(t)
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(p.home, "afterword.db")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	holding, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	cmd, said := p.child("sync")
	limit := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	if err := cmd.Run(); err == nil || !strings.Contains(said.String(), "Nothing is lost") {
		t.Errorf("with a locked database: %v, said %q, want a failure that says what is safe", err, said)
	}
	limit.Stop()
	if err := holding.Rollback(); err != nil {
		t.Fatal(err)
	}
	var got synced
	p.ok(&got, "sync")
	p.filed(crashAnswers)
}
