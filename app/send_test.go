package app

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"afterword/app/demo"
	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/mailbox/smtptest"
	"afterword/app/profile"
	"afterword/data"
)

// posted is a window with a mailbox and a way to send, on a clock that the test
// moves.
func posted(t *testing.T, script smtptest.Script) (*drive, *smtptest.Server, func(string)) {
	t.Helper()
	imap, err := mailbox.StartEmbedded(smtptest.User, demo.Password)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { imap.Close() })
	script.NoAuth = true // the window's secret is another one
	server := smtptest.Start(t, script)
	dir := t.TempDir()
	set := func(now string) {
		if err := os.WriteFile(filepath.Join(dir, "now"), []byte(now), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set(crashNow)
	p, err := profile.New(profile.Flags{Home: filepath.Join(dir, "home"), Now: "@" + filepath.Join(dir, "now"), Clock: "still", TZ: "Europe/Berlin", Open: filepath.Join(dir, "open.json")})
	if err != nil {
		t.Fatal(err)
	}
	d := openDrive(t, p)
	box, err := d.desk.ConnectMailbox(t.Context(), data.Mailbox{Email: "robin@example.net", Host: "127.0.0.1", Port: imap.Addr().Port, Security: data.SecurityNone, User: smtptest.User})
	if err != nil {
		t.Fatal(err)
	}
	by := data.Submission{Mailbox: box.ID, Host: "127.0.0.1", Port: server.TLSPort, Security: data.SecurityTLS, CA: server.CA}
	if err := d.desk.SaveSubmission(t.Context(), by); err != nil {
		t.Fatal(err)
	}
	return d, server, set
}

// begins presses send for the letter of thanks.
func (d *drive) begins(app data.ID) data.Sending {
	d.Helper()
	draft, err := d.desk.Draft(d.Context(), app, d.thankYou(app), "")
	if err != nil {
		d.Fatal(err)
	}
	s, err := d.desk.BeginSend(d.Context(), draft.Letter, desk.SendOptions{})
	if err != nil {
		d.Fatal(err)
	}
	return s
}

func TestSendBanner(t *testing.T) {
	d, server, set := posted(t, smtptest.Script{})
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.begins(acme)
	d.says("banner:1", "Dana Ruiz", "Sending in ten seconds.")
	set("2026-11-23T14:00:03Z")
	d.says("banner:1", "Sending in seven seconds.")
	d.tap("banner:1.undo")
	d.until("the banner is gone", func() bool { _, there := d.node("banner:1"); return !there })
	d.begins(acme)
	d.says("banner:2", "Sending in ten seconds.")
	set("2026-11-23T14:00:13Z")
	d.until("the letter is sent", func() bool { return len(server.Mails()) == 1 && d.badge(acme) == data.BadgeWaiting })
	d.until("the banner is gone", func() bool { _, there := d.node("banner:2"); return !there })
}

func TestSendBannerAsks(t *testing.T) {
	d, server, set := posted(t, smtptest.Script{Answers: map[smtptest.Stage]error{smtptest.Taken: smtptest.ErrDrop}})
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	s := d.begins(acme)
	set("2026-11-23T14:00:10Z")
	d.says("banner:1", "could not tell whether this letter left")
	d.tap("banner:1.left")
	d.until("marked as sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
	if n := server.Count()[s.MessageID]; n != 1 {
		t.Errorf("the server took it %d times, want once", n)
	}
}

// TestOpenLetter follows a letter that is too long for an address to its file.
func TestOpenLetter(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "open.json")
	o := newOutside(&profile.Profile{OpenFile: file, Home: home}, test.NewTempApp(t))
	if err := o.openLetter("Thank you, 100 times.eml", []byte("Subject: x\r\n\r\n")); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(got)), `{"url":"`), `"}`)
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "file" {
		t.Fatalf("got %s, %v, want the address of a file", got, err)
	}
	info, err := os.Stat(u.Path)
	if err != nil || info.Mode().Perm() != 0o600 || !strings.HasPrefix(u.Path, home) {
		t.Errorf("got %s, %v, want a file in the home that the user alone may read", u.Path, err)
	}
	old := info.ModTime().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Dir(u.Path), old, old); err != nil {
		t.Fatal(err)
	}
	if err := o.openLetter("x.eml", nil); err != nil {
		t.Fatal(err)
	}
	if err := o.openLetter("y.eml", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(u.Path); !os.IsNotExist(err) {
		t.Errorf("the letter of two days ago: %v, want it gone", err)
	}
}
