package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/app/profile"
	"afterword/data"
)

// A week is a desk with a clock that the test sets, and a mailbox.
type week struct {
	*testing.T
	*Desk
	file string
	box  data.ID
	app  data.ID
	uid  uint32
	tick int
}

func newWeek(t *testing.T, now string) *week {
	t.Helper()
	w := &week{T: t, file: filepath.Join(t.TempDir(), "now")}
	w.write(now)
	p, err := profile.New(profile.Flags{Home: filepath.Join(t.TempDir(), "home"), Now: "@" + w.file, Clock: "still", TZ: "Europe/Berlin"})
	if err != nil {
		t.Fatal(err)
	}
	if w.Desk, err = Open(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Desk.Close() })
	box, err := w.ConnectMailbox(t.Context(), data.Mailbox{Email: "robin@example.net", Host: "mx.example.net", Port: 993, Security: data.SecurityTLS, User: "robin"})
	w.check(err)
	w.box = box.ID
	w.check(w.Set(t.Context(), "me.name", "Robin Winter"))
	return w
}

func (w *week) check(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *week) write(now string) {
	w.Helper()
	w.check(os.WriteFile(w.file, []byte(now), 0o600))
	w.tick++
	stamp := time.Date(2026, time.January, 1, 0, 0, w.tick, 0, time.UTC)
	w.check(os.Chtimes(w.file, stamp, stamp))
}

// at moves the clock.
func (w *week) at(now string) {
	w.Helper()
	w.write(now)
	if _, err := w.profile.Clock.Poll(); err != nil {
		w.Fatal(err)
	}
}

// add stores Acme with one interview with Dana.
func (w *week) add(start string) {
	w.Helper()
	at, err := time.Parse(time.RFC3339, start)
	w.check(err)
	w.app, err = w.AddApplication(w.Context(), NewApplication{
		Company: "Acme Robotics", Role: "Product designer",
		First: NewInterview{Start: at, End: at.Add(time.Hour), With: []data.Person{{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}}},
	})
	w.check(err)
}

// mail delivers one mail to a folder.
func (w *week) mail(role, head, body string) data.Received {
	w.Helper()
	w.uid++
	raw := strings.ReplaceAll(strings.TrimSpace(head)+"\n\n"+body, "\n", "\r\n")
	got, err := w.Receive(w.Context(), data.Batch{
		Mailbox: w.box, Folder: data.Folder{Name: strings.ToUpper(role), Role: role, UIDValidity: 1, UIDNext: w.uid + 1},
		Mails: []data.Mail{{UID: w.uid, Arrived: w.Now(), Raw: []byte(raw)}},
	})
	w.check(err)
	return got
}

// states returns "kind=state" of each item and the badge.
func (w *week) states() string {
	w.Helper()
	det, err := w.Detail(w.Context(), w.app)
	w.check(err)
	parts := []string{string(det.Badge)}
	for _, it := range det.Plan.Items {
		parts = append(parts, fmt.Sprintf("%s=%s", it.Key.Kind(), it.State))
	}
	return strings.Join(parts, " ")
}

func (w *week) want(want string) {
	w.Helper()
	if got := w.states(); got != want {
		w.Errorf("got  %s\nwant %s", got, want)
	}
}

const ours = `
From: Robin Winter <robin@example.net>
To: Dana Ruiz <dana@acme.example>
Subject: Thank you
Message-ID: <thanks-1@example.net>
Date: Tue, 17 Nov 2026 09:30:00 +0100`

const away = `
From: Dana Ruiz <dana@acme.example>
To: robin@example.net
Subject: Automatic reply: Thank you
Message-ID: <away-1@acme.example>
In-Reply-To: <thanks-1@example.net>
Auto-Submitted: auto-replied
Date: Thu, 19 Nov 2026 09:30:00 +0100`

const answer = `
From: Dana Ruiz <dana@acme.example>
To: robin@example.net
Subject: Re: Thank you
Message-ID: <answer-%d@acme.example>
In-Reply-To: <thanks-1@example.net>
References: <thanks-1@example.net>
Date: Fri, 20 Nov 2026 09:30:00 +0100`

// TestWeek is the product in one story: interview on Monday, thank-you on
// Tuesday, out of office on Thursday, reply on Friday, undo, reply again.
func TestWeek(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-16T14:00:00+01:00")
	w.want("Interview scheduled thank_you=planned check_in=planned stay_in_touch=planned")

	w.at("2026-11-17T09:15:00+01:00")
	w.want("Thank-you due thank_you=due check_in=planned stay_in_touch=planned")
	w.at("2026-11-17T09:31:00+01:00")
	w.mail("sent", ours, "Hi Dana,\n\nthank you for your time yesterday.\n\nRobin\n")
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")

	w.at("2026-11-19T09:31:00+01:00")
	if got := w.mail("inbox", away, "I am out of the office until 2 December 2026.\n"); got.Held != 1 {
		t.Errorf("Held = %d, want 1", got.Held)
	}
	w.want("Waiting thank_you=done check_in=held stay_in_touch=planned")
	before := w.plan()

	w.at("2026-11-20T09:31:00+01:00")
	if got := w.mail("inbox", fmt.Sprintf(answer, 1), "Hi Robin,\n\nthank you, we will be in touch.\n\nDana\n"); got.Stopped != 1 {
		t.Errorf("Stopped = %d, want 1", got.Stopped)
	}
	w.want("They replied thank_you=done check_in=stopped stay_in_touch=stopped log_reply=open")

	undone, err := w.UndoLast(t.Context())
	w.check(err)
	if undone.Target.Type != data.EventReply {
		t.Errorf("UndoLast took back %s, want reply", undone.Target.Type)
	}
	if after := w.plan(); after != before {
		t.Errorf("plan after undo\n%s\nwant\n%s", after, before)
	}
	w.mail("inbox", fmt.Sprintf(answer, 1), "The same mail once more changes nothing.\n")
	w.want("Waiting thank_you=done check_in=held stay_in_touch=planned")

	w.mail("inbox", fmt.Sprintf(answer, 2), "Hi Robin,\n\none more thing: Friday works.\n\nDana\n")
	w.want("They replied thank_you=done check_in=stopped stay_in_touch=stopped log_reply=open")
}

// plan returns the whole plan as text, to be compared.
func (w *week) plan() string {
	w.Helper()
	det, err := w.Detail(w.Context(), w.app)
	w.check(err)
	var b strings.Builder
	for _, it := range det.Plan.Items {
		fmt.Fprintln(&b, it.Key, it.State, it.Opens, it.Due, it.OverdueFrom, it.NotifyAt, it.Reason)
	}
	return b.String()
}

// TestUnreadMail: a mail that the server cannot hand over is asked about,
// and no chaser is told of while the question is open (schedule.md 16.8).
func TestUnreadMail(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-25T10:30:00+01:00")
	got, err := w.Receive(t.Context(), data.Batch{Mailbox: w.box, Folder: data.Folder{Name: "INBOX", Role: "inbox", UIDValidity: 1, UIDNext: 9}, Mails: []data.Mail{{UID: 8}}})
	w.check(err)
	reviews, err := w.Reviews(t.Context())
	w.check(err)
	if got.Review != 1 || len(reviews) != 1 || len(reviews[0].Candidates) != 1 {
		t.Fatalf("got %+v and %+v, want one question with one candidate", got, reviews)
	}
	open, err := w.store.OpenQuestions(t.Context())
	w.check(err)
	if !asked(open, w.app) {
		t.Errorf("the check-in of %s is told of, want it to wait for the answer", w.app)
	}
}
