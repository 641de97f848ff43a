package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// A post is a mail server that the test scripts; it counts what it was given.
type post struct {
	week    *week
	mails   []string
	outcome error  // of Submit
	offline error  // of Check
	found   bool   // of Find
	kept    int    // copies
	during  func() // runs while a mail is submitted
	news    func() // runs while the mailbox is looked at
}

func (p *post) mailer() Mailer {
	return Mailer{
		Check: func(context.Context, data.ID) error {
			if p.news != nil {
				p.news()
			}
			return p.offline
		},
		Submit: func(_ context.Context, by data.Submission, from string, to []string, mail []byte) error {
			p.mails = append(p.mails, fmt.Sprintf("%s %s>%s %s", by.Host, from, strings.Join(to, ","), mail))
			if p.during != nil {
				p.during()
			}
			return p.outcome
		},
		Find:    func(context.Context, data.ID, string) (bool, error) { return p.found, nil },
		Keep:    func(context.Context, data.ID, string, []byte) error { p.kept++; return nil },
		Draft:   func(context.Context, data.ID, []byte) (string, error) { return "Drafts", nil },
		Explain: func(err error) string { return "It said: " + err.Error() + "." },
	}
}

// newPost is a week on the morning after the interview, with a way to send.
func newPost(t *testing.T) (*week, *post) {
	t.Helper()
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-16T14:00:00+01:00")
	p := &post{week: w}
	w.Mailer = p.mailer()
	w.check(w.SaveSubmission(t.Context(), data.Submission{Mailbox: w.box, Host: "smtp.example.net", Port: 465, Security: data.SecurityTLS, User: "robin"}))
	w.at("2026-11-17T09:15:00+01:00")
	return w, p
}

// thanks is the letter of thanks as the user leaves it.
func (w *week) thanks() data.Letter {
	w.Helper()
	det, err := w.Detail(w.Context(), w.app)
	w.check(err)
	d, err := w.Draft(w.Context(), w.app, det.Plan.Items[0].Key, "")
	w.check(err)
	return d.Letter
}

// begin presses the button.
func (w *week) begin() data.Sending {
	w.Helper()
	s, err := w.BeginSend(w.Context(), w.thanks(), SendOptions{})
	w.check(err)
	return s
}

// sendsAt moves the clock and lets go what is due.
func (w *week) sendsAt(now string) {
	w.Helper()
	w.at(now)
	_, err := w.SendDue(w.Context())
	w.check(err)
}

// shows returns what the window shows of a letter.
func (w *week) shows(s data.Sending) SendView {
	w.Helper()
	v, ok, err := w.SendingOf(w.Context(), s.Application, s.Item)
	w.check(err)
	if !ok {
		w.Fatal("no letter is on its way")
	}
	return v
}

func TestSend(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	if v := w.shows(s); v.Text != "Sending in ten seconds." || !v.Back || len(p.mails) > 0 {
		t.Errorf("at once: %+v, %d mails, want ten seconds and none", v, len(p.mails))
	}
	w.sendsAt("2026-11-17T09:15:09+01:00")
	if v := w.shows(s); v.Left != time.Second || len(p.mails) > 0 {
		t.Errorf("after nine seconds: %+v, %d mails, want one second left and none", v, len(p.mails))
	}
	p.during = func() {
		if v := w.shows(s); v.Sending.State != data.SendSending || v.Back {
			t.Errorf("while connected: %+v, want sending, which cannot be taken back", v)
		}
	}
	w.sendsAt("2026-11-17T09:15:10+01:00")
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")
	if v := w.shows(s); v.Text != "Sent." || len(p.mails) != 1 || !strings.Contains(p.mails[0], "smtp.example.net robin@example.net>dana@acme.example") ||
		!strings.Contains(p.mails[0], "Message-Id: <"+s.MessageID+">") {
		t.Errorf("after ten seconds: %+v, %q, want one mail to Dana under our Message-ID", v, p.mails)
	}
	w.sendsAt("2026-11-17T10:00:00+01:00")
	if len(p.mails) != 1 || p.kept != 0 {
		t.Errorf("later: %d mails, %d copies, want one and none", len(p.mails), p.kept)
	}
	w.mail("sent", strings.ReplaceAll(ours, "thanks-1@example.net", s.MessageID), "The copy in Sent.\n")
	det, err := w.Detail(t.Context(), w.app)
	w.check(err)
	if n := sentEvents(det.Case.Events); n != 1 {
		t.Errorf("%d sent events after the copy was seen, want one", n)
	}
	if got := w.mail("inbox", strings.ReplaceAll(fmt.Sprintf(answer, 1), "thanks-1@example.net", s.MessageID), "Thank you.\n"); got.Stopped != 1 {
		t.Errorf("the answer: %+v, want it known by our Message-ID", got)
	}
}

func sentEvents(events []data.Event) int {
	n := 0
	for _, e := range data.InForce(events) {
		if e.Type == data.EventSent {
			n++
		}
	}
	return n
}

func TestSendTakenBack(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	var r *Refusal
	if _, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{Anyway: true}); !errors.As(err, &r) || r.Code != RefusedUnderWay {
		t.Errorf("a second time: %v, want it under way", err)
	}
	w.at("2026-11-17T09:15:09+01:00")
	_, err := w.CancelSend(t.Context(), s.ID)
	w.check(err)
	w.sendsAt("2026-11-17T09:16:00+01:00")
	if v := w.shows(s); v.Text != "Taken back. Nothing was sent." || !v.Again || len(p.mails) > 0 {
		t.Errorf("got %+v, %d mails, want it taken back", v, len(p.mails))
	}
	if _, err := w.CancelSend(t.Context(), s.ID); !errors.Is(err, data.ErrNothing) {
		t.Errorf("taken back twice: %v, want nothing", err)
	}
	if kept := w.thanks(); !kept.Edited || kept.Body != s.Body {
		t.Error("the words are not in the editor")
	}
	again := w.begin()
	w.sendsAt("2026-11-17T09:17:00+01:00")
	if v := w.shows(again); v.Sending.State != data.SendSent || len(p.mails) != 1 || again.MessageID == s.MessageID {
		t.Errorf("sent then: %+v, %d mails", v, len(p.mails))
	}
}

// TestSendStopped: a reply, or a mail that may be one, that comes in between stops
// the letter, also when only the look before the sending finds it.
func TestSendStopped(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	p.news = func() {
		p.news = nil
		w.mail("inbox", "From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Hello\nMessage-ID: <a@acme.example>", "Hi Robin, good news will follow.\n")
	}
	w.sendsAt("2026-11-17T09:16:00+01:00")
	if v := w.shows(s); v.Sending.State != data.SendStopped || !v.Again || !strings.Contains(v.Text, "came in") || len(p.mails) > 0 {
		t.Fatalf("got %+v, %d mails, want it stopped by the reply", v, len(p.mails))
	}
	again, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{Anyway: true})
	w.check(err)
	p.news = func() {
		p.news = nil
		_, err := w.Said(t.Context(), w.app, data.ReplyOffer, data.Day{}, time.Time{})
		w.check(err)
	}
	w.sendsAt("2026-11-17T09:17:00+01:00")
	if v := w.shows(again); v.Sending.State != data.SendStopped || len(p.mails) > 0 {
		t.Fatalf("all the same, with more news: %+v, %d mails, want it stopped again", v, len(p.mails))
	}
	last, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{Anyway: true})
	w.check(err)
	w.sendsAt("2026-11-17T09:18:00+01:00")
	if v := w.shows(last); v.Sending.State != data.SendSent || len(p.mails) != 1 {
		t.Errorf("all the same: %+v, %d mails, want it sent", v, len(p.mails))
	}
}

// TestSendUnsure: where the server does not say, Sent tells, or the user is
// asked; the letter is never sent again by itself.
func TestSendUnsure(t *testing.T) {
	for _, c := range []struct {
		name  string
		found bool
		reply data.Answer
		want  data.SendState
		state string
	}{
		{"found in Sent", true, "", data.SendSent, "done"},
		{"asked, it left", false, data.AnswerYes, data.SendSent, "done"},
		{"asked, it did not", false, data.AnswerNo, data.SendNotTaken, "due"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p := newPost(t)
			s := w.begin()
			p.outcome, p.found = fmt.Errorf("the connection broke: %w", data.ErrUnsure), c.found
			w.sendsAt("2026-11-17T09:16:00+01:00")
			if c.reply != "" {
				if v := w.shows(s); !v.Asks || !strings.Contains(v.Text, "Look in Sent") {
					t.Errorf("got %+v, want the question", v)
				}
				if _, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{Anyway: true}); err == nil {
					t.Error("a second letter while nobody knows: want a refusal")
				}
				w.check(w.RecoverSends(t.Context()))
				w.sendsAt("2026-11-17T09:17:00+01:00")
				_, err := w.AnswerSend(t.Context(), s.ID, c.reply)
				w.check(err)
			}
			if v := w.shows(s); v.Sending.State != c.want || len(p.mails) != 1 {
				t.Errorf("got %s and %d mails, want %s and one", v.Sending.State, len(p.mails), c.want)
			}
			if got := w.states(); !strings.Contains(got, "thank_you="+c.state) {
				t.Errorf("got %s, want thank_you=%s", got, c.state)
			}
		})
	}
}

// TestSendTold: who marks the item as sent has answered the question; who takes
// the mark back is asked before a second letter.
func TestSendTold(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	p.outcome = data.ErrUnsure
	w.sendsAt("2026-11-17T09:16:00+01:00")
	event, err := w.MarkSent(t.Context(), s.Application, s.Item, time.Time{}, "")
	w.check(err)
	if v := w.shows(s); v.Sending.State != data.SendSent || v.Sending.Event != event {
		t.Errorf("got %+v, want it sent by that event", v.Sending)
	}
	_, err = w.Undo(t.Context(), event)
	w.check(err)
	var r *Refusal
	if _, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{}); !errors.As(err, &r) || r.Code != RefusedDone || !r.Asks() {
		t.Errorf("another letter: %v, want to be asked", err)
	}
	if _, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{Anyway: true}); err != nil {
		t.Errorf("all the same: %v", err)
	}
}

// TestSendFailed: what certainly did not leave is back in the editor.
func TestSendFailed(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	p.outcome = errors.New("550 no such user")
	w.sendsAt("2026-11-17T09:16:00+01:00")
	if v := w.shows(s); v.Sending.State != data.SendFailed || !v.Again || v.Text != "It said: 550 no such user." {
		t.Errorf("refused: %+v, want the server's words", v)
	}
	w.want("Thank-you due thank_you=due check_in=planned stay_in_touch=planned")
	p.outcome, p.offline = nil, errors.New("offline")
	s = w.begin()
	w.sendsAt("2026-11-17T09:17:00+01:00")
	if v := w.shows(s); v.Sending.State != data.SendFailed || len(p.mails) != 1 {
		t.Errorf("offline: %+v, %d mails, want none without a look at the mailbox", v, len(p.mails))
	}
}

// TestSendRecovered: what the end of the program interrupted.
func TestSendRecovered(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	w.at("2026-11-17T09:15:05+01:00")
	w.check(w.RecoverSends(t.Context()))
	w.sendsAt("2026-11-17T09:16:00+01:00")
	if v := w.shows(s); !v.Again || !strings.Contains(v.Text, "ended before") || len(p.mails) > 0 {
		t.Errorf("while it waited: %+v, %d mails, want it back in the editor, saying so", v, len(p.mails))
	}
	s = w.begin()
	w.at("2026-11-17T09:17:00+01:00")
	if s, _, _, err := w.depart(t.Context(), s.ID); err != nil || s.State != data.SendSending {
		t.Fatal(s.State, err)
	}
	p.found = true
	w.check(w.RecoverSends(t.Context()))
	if v := w.shows(s); v.Sending.State != data.SendSent || len(p.mails) > 0 {
		t.Errorf("while it was sent: %+v, want it found in Sent", v)
	}
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")
}

// TestSendRefused: letters that must not leave at all.
func TestSendRefused(t *testing.T) {
	w, _ := newPost(t)
	for _, c := range []struct {
		want   RefusalCode
		change func(*data.Letter)
	}{
		{RefusedSeveral, func(l *data.Letter) { l.To += ", lee@acme.example" }},
		{RefusedRecipient, func(l *data.Letter) { l.To = " " }},
		{RefusedRecipient, func(l *data.Letter) { l.To = "Dana" }},
		{RefusedEmpty, func(l *data.Letter) { l.Subject = "" }},
		{RefusedEmpty, func(l *data.Letter) { l.Body = "\n" }},
	} {
		l := w.thanks()
		c.change(&l)
		var r *Refusal
		if _, err := w.BeginSend(t.Context(), l, SendOptions{Anyway: true}); !errors.As(err, &r) || r.Code != c.want || r.Asks() {
			t.Errorf("%q: got %v, want %s", l.To, err, c.want)
		}
	}
	several := w.thanks()
	several.To += ", lee@acme.example"
	if _, err := w.HandOver(t.Context(), several); err == nil {
		t.Error("handed over to several: want a refusal")
	}
	w.mail("sent", ours, "Hi Dana,\n\nthank you for your time yesterday.\n\nRobin\n")
	var r *Refusal
	if _, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{}); !errors.As(err, &r) || r.Code != RefusedDone || !r.Asks() {
		t.Errorf("sent before: %v, want to be asked", err)
	}
	w.mail("inbox", "From: mailer-daemon@example.net\nTo: robin@example.net\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <b@example.net>\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
		"--b\nContent-Type: text/plain\n\nNo such user.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; dana@acme.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <thanks-1@example.net>\n--b--\n")
	if _, err := w.BeginSend(t.Context(), w.thanks(), SendOptions{Anyway: true}); !errors.As(err, &r) || r.Code != RefusedAddress {
		t.Errorf("it came back: %v, want the address corrected first", err)
	}
	if _, err := w.HandOver(t.Context(), w.thanks()); !errors.As(err, &r) || r.Code != RefusedAddress {
		t.Errorf("handed over although it came back: %v, want a refusal", err)
	}
	other := w.thanks()
	other.To = "Dana <dana.ruiz@acme.example>"
	if _, err := w.BeginSend(t.Context(), other, SendOptions{}); err != nil {
		t.Errorf("to another address: %v, want it taken", err)
	}
}
