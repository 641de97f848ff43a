package app

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/app/mailbox/dovecot"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/data"
)

// private is what must stand in no log, and of the mails of a stranger nowhere.
var (
	ours      = []string{"robin@example.net", dovecot.Password, "dana", "ruiz", "acme", "Our second talk", "a private word", "@"}
	strangers = []string{"shop.example", "offers", "Patricia", "Socks for autumn", "sockmail", "warm feet"}
)

// TestPrivacy lives through a day with a real server: the first look, answers and
// strangers' mails, waking, a restart, a refused password. Afterwards no log and
// no transcript tells anything of the user, the server was only read, and of
// mails that match nothing there is their place and a keyed hash.
func TestPrivacy(t *testing.T) {
	server := dovecot.Start(t)
	dir := t.TempDir()
	said := captured(t, filepath.Join(dir, "log"))
	p, err := profile.New(profile.Flags{Home: filepath.Join(dir, "home"), TZ: "Europe/Berlin"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	_, err = d.AddApplication(t.Context(), desk.NewApplication{Company: "Acme Robotics", Role: "Designer", First: desk.NewInterview{
		Start: d.Now().AddDate(0, 0, -3), With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	server.Deliver(t, "INBOX", stranger(1))
	server.Deliver(t, "INBOX", talk(1))
	server.Deliver(t, "Sent", stranger(2))
	ctx, stop := context.WithCancel(t.Context())
	secrets := &kept{all: map[data.ID]string{}}
	m := newMail(ctx, d, p, secrets)
	tested, err := m.test(ctx, screen.Connection{
		Email: "robin@example.net", User: dovecot.User, Password: dovecot.Password, Host: "127.0.0.1", Port: fmt.Sprint(server.Port), Security: string(data.SecurityNone),
	}, func([]screen.MailLine) {})
	if err != nil {
		t.Fatal(err)
	}
	done, err := tested.Keep(ctx, nil, data.Day{})
	if err != nil {
		t.Fatal(err)
	}
	day := aDay{T: t, desk: d, mail: m, server: server, box: done.Mailbox}
	day.live(secrets)
	transcript := m.heard(done.Mailbox)
	stop()
	m.running.Wait()
	server.OnlyRead(t)
	for name, text := range map[string]string{"the transcript": transcript, "the log": said()} {
		for _, word := range append(ours, strangers...) {
			if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
				t.Errorf("%q stands in %s:\n%s", word, name, text)
			}
		}
	}
	if !strings.Contains(transcript, "UID FETCH") || !strings.Contains(transcript, "AUTHENTICATIONFAILED") {
		t.Errorf("the transcript tells nothing of the day:\n%s", transcript)
	}
	day.strangersLeaveAPlace(p.Database())
}

func stranger(n int) []byte {
	return fmt.Appendf(nil, "From: Patricia <offers@shop.example>\r\nTo: robin@example.net\r\nSubject: Socks for autumn %d\r\nMessage-ID: <sockmail%d@shop.example>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\n\r\nwarm feet\r\n", n, n)
}

func talk(n int) []byte {
	return fmt.Appendf(nil, "From: Dana Ruiz <dana@acme.example>\r\nTo: robin@example.net\r\nSubject: Our second talk %d\r\nMessage-ID: <talk%d@acme.example>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\n\r\na private word\r\n", n, n)
}

// captured sends everything that is logged or printed to a file, and returns what
// reads it.
func captured(t *testing.T, file string) func() string {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	out, errs := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = f, f
	log.SetOutput(f)
	back := func() {
		os.Stdout, os.Stderr = out, errs
		log.SetOutput(errs)
	}
	t.Cleanup(func() { f.Close() })
	t.Cleanup(back)
	return func() string {
		back()
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
}

// aDay is a day in the life of a watched mailbox.
type aDay struct {
	*testing.T
	desk   *desk.Desk
	mail   *mail
	server *dovecot.Server
	box    data.ID
}

func (d aDay) live(secrets *kept) {
	d.Helper()
	d.filed(1)
	d.server.Deliver(d, "INBOX", stranger(3))
	d.server.Deliver(d, "INBOX", talk(2))
	d.filed(2)
	d.mail.wake()
	d.server.Deliver(d, "INBOX", talk(3))
	d.filed(3)
	if err := secrets.Set(d.box, "wrong "+dovecot.Password); err != nil {
		d.Fatal(err)
	}
	d.mail.wake()
	d.until("the refusal", func() bool { return d.state() == data.MailboxAuthFailed })
	if err := secrets.Set(d.box, dovecot.Password); err != nil {
		d.Fatal(err)
	}
	d.server.Restart(d)
	d.server.Deliver(d, "INBOX", talk(4))
	d.mail.nudge()
	d.filed(4)
}

func (d aDay) filed(n int) {
	d.Helper()
	d.until(fmt.Sprintf("%d mails are filed", n), func() bool {
		got, err := d.desk.CountMail(d.Context(), d.box)
		return err == nil && got == n && d.state() == data.MailboxOK
	})
}

func (d aDay) state() data.MailboxState {
	boxes, err := d.desk.Mailboxes(d.Context())
	if err != nil || len(boxes) != 1 {
		d.Fatalf("%d mailboxes, %v", len(boxes), err)
	}
	return boxes[0].State
}

func (d aDay) until(what string, there func() bool) {
	d.Helper()
	limit := time.NewTimer(time.Minute)
	defer limit.Stop()
	often := time.NewTicker(10 * time.Millisecond)
	defer often.Stop()
	for !there() {
		select {
		case <-limit.C:
			d.Fatalf("never: %s; the mailbox is %s", what, d.state())
		case <-often.C:
		}
	}
}

// strangersLeaveAPlace looks through every table, index and free page of the
// database for what a mail that matches nothing says.
func (d aDay) strangersLeaveAPlace(file string) {
	d.Helper()
	db, err := sql.Open("sqlite3", "file:"+file+"?mode=ro")
	if err != nil {
		d.Fatal(err)
	}
	defer db.Close()
	var places, hashes int
	if err := db.QueryRow(`SELECT count(*), count(DISTINCT hash) FROM seen WHERE length(hash) = 64`).Scan(&places, &hashes); err != nil || places != 3 || hashes != 3 {
		d.Errorf("%d places with %d hashes, %v, want 3 of each", places, hashes, err)
	}
	var columns string
	if err := db.QueryRow(`SELECT group_concat(name) FROM pragma_table_info('seen')`).Scan(&columns); err != nil || columns != "mailbox,folder,uidvalidity,uid,hash" {
		d.Errorf("the place has %s, %v", columns, err)
	}
	for _, f := range []string{file, file + "-wal"} {
		raw, err := os.ReadFile(f)
		if err != nil {
			d.Fatal(err)
		}
		if len(raw) > 0 && f == file && !strings.HasPrefix(string(raw), "SQLite format 3") {
			d.Errorf("%s is no database", f)
		}
		for _, word := range strangers {
			if strings.Contains(strings.ToLower(string(raw)), strings.ToLower(word)) {
				d.Errorf("%q stands in %s", word, filepath.Base(f))
			}
		}
	}
	rows, err := db.Query(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
	if err != nil {
		d.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var table string
		if err := rows.Scan(&table); err != nil {
			d.Fatal(err)
		}
		d.searched(db, table)
	}
	if err := rows.Err(); err != nil {
		d.Fatal(err)
	}
}

// searched looks through all values of one table.
func (d aDay) searched(db *sql.DB, table string) {
	d.Helper()
	rows, err := db.Query(`SELECT * FROM "` + table + `"`)
	if err != nil {
		d.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		d.Fatal(err)
	}
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			d.Fatal(err)
		}
		for _, word := range strangers {
			if strings.Contains(strings.ToLower(fmt.Sprintf("%s", values)), strings.ToLower(word)) {
				d.Errorf("%q stands in the table %s", word, table)
			}
		}
	}
	if err := rows.Err(); err != nil {
		d.Fatal(err)
	}
}
