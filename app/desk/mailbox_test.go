package desk

import (
	"testing"
	"time"

	"afterword/app/profile"
	"afterword/data"
)

// TestSinceAsChosen: the look back is what the user chose, else the first
// interview, whichever that is by then.
func TestSinceAsChosen(t *testing.T) {
	p, err := profile.New(profile.Flags{Home: t.TempDir(), TZ: "Europe/Berlin"}) // whose clock is not set
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	box := data.Mailbox{Email: "robin@example.net", Host: "mx.example.net"}
	if box, err = d.ConnectMailbox(t.Context(), box); err != nil {
		t.Fatal(err)
	}
	today := data.DayOf(d.Now(), d.Zone())
	since := func(want data.Day) {
		t.Helper()
		if got, err := d.Since(t.Context(), box.ID); err != nil || got != want {
			t.Errorf("since %v, %v, want %v", got, err, want)
		}
	}
	since(today.Add(-1))
	start := d.Now().AddDate(0, 0, -20)
	if _, err := d.AddApplication(t.Context(), NewApplication{Company: "Acme", First: NewInterview{Start: start, End: start.Add(time.Hour)}}); err != nil {
		t.Fatal(err)
	}
	since(today.Add(-21))
	box.Since = today.Add(-7)
	box.Folders = []data.Folder{{Name: "INBOX", Role: "inbox"}}
	if box, err = d.ConnectMailbox(t.Context(), box); err != nil {
		t.Fatal(err)
	}
	since(today.Add(-7))
}

// TestConnectAgain: the folders are those that were chosen last, and are read
// anew.
func TestConnectAgain(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	inbox, junk := data.Folder{Name: "INBOX", Role: "inbox"}, data.Folder{Name: "Junk", Role: "junk"}
	box := data.Mailbox{Email: "robin@example.net", Host: "mx.example.net", Folders: []data.Folder{inbox, junk}}
	box, err := w.ConnectMailbox(t.Context(), box)
	w.check(err)
	w.mail("inbox", kim, "Hello")
	box.Folders = []data.Folder{inbox}
	again, err := w.ConnectMailbox(t.Context(), box)
	w.check(err)
	all, err := w.Mailboxes(t.Context())
	w.check(err)
	if len(all) != 1 || again.ID != w.box || len(all[0].Folders) != 1 || all[0].Folders[0] != inbox {
		t.Errorf("got %+v, want the one mailbox with its inbox, unread", all)
	}
}

// TestForgetMail leaves the plan and nothing of the mails; to disconnect alone
// leaves both.
func TestForgetMail(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	w.mail("inbox", sortHead+"Message-ID: <one@acme.example>\n", "Thank you, Robin.")
	w.mail("inbox", kim, "Could you send the slides?")
	stopped := w.plan()
	w.check(w.DisconnectMailbox(t.Context(), w.box))
	if n, err := w.Noted(t.Context()); err != nil || n != 2 {
		t.Errorf("disconnected: noted of %d mails, %v, want 2", n, err)
	}
	w.check(w.ForgetMail(t.Context()))
	if n, err := w.Noted(t.Context()); err != nil || n != 0 {
		t.Errorf("forgotten: noted of %d mails, %v, want none", n, err)
	}
	sorted, err := w.Sorted(t.Context())
	w.check(err)
	w.asked(0)
	if len(sorted) != 0 || w.plan() != stopped {
		t.Errorf("sorted %+v, plan %s, want none and %s", sorted, w.plan(), stopped)
	}
	if _, err := w.News(t.Context()); err != nil {
		t.Errorf("news of a forgotten mail: %v", err)
	}
	if _, err := w.Detail(t.Context(), w.app); err != nil {
		t.Errorf("an application with a forgotten mail: %v", err)
	}
}
