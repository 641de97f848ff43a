package desk

import (
	"strings"
	"testing"
	"time"

	"afterword/data"
)

const toDana = `
From: Robin Winter <robin@example.net>
To: Dana Ruiz <dana@acme.example>
Subject: Hello
Message-ID: <own-%s@example.net>`

// own delivers a mail of the user's own to Dana into Sent.
func (w *week) own(id, body string) {
	w.Helper()
	w.mail("sent", strings.ReplaceAll(toDana, "%s", id), body)
}

// alsoMet stores a second application in which Dana was met.
func (w *week) alsoMet(company, start string) data.ID {
	w.Helper()
	first := w.app
	w.add(start)
	second := w.app
	w.app = first
	w.check(w.rename(second, "company", company))
	return second
}

// rename sets a value of an application.
func (w *week) rename(id data.ID, name, value string) error {
	_, err := w.Desk.file(w.Context(), data.Event{Application: id, Type: data.EventSet, Target: id, Name: name, Value: value})
	return err
}

// TestOwnAmong: a mail to somebody of two applications is asked about, unless the
// words tell; nothing is marked before the answer.
func TestOwnAmong(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-16T14:00:00+01:00")
	second := w.alsoMet("Brightwater", "2026-11-16T10:00:00+01:00")
	w.at("2026-11-17T09:15:00+01:00")
	w.own("1", "Hi Dana,\n\nit was good to meet you.\n\nRobin\n")
	reviews, err := w.Reviews(t.Context())
	w.check(err)
	if len(reviews) != 1 || reviews[0].Question != "Which note was this?" || len(reviews[0].Candidates) != 2 {
		t.Fatalf("got %+v, want one question with two notes", reviews)
	}
	for _, c := range reviews[0].Candidates {
		if c.Note != "Thank-you to Dana Ruiz" || c.Item.Kind() != data.KindThankYou {
			t.Errorf("candidate %+v, want the thank-you", c)
		}
	}
	w.want("Thank-you due thank_you=due check_in=planned stay_in_touch=planned")
	c := reviews[0].Candidates[0]
	w.check(w.AnswerNote(t.Context(), reviews[0].Message.ID, c.Application, c.Item))
	chosen := w.app
	w.app = c.Application
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")
	w.check(w.AskAgain(t.Context(), reviews[0].Message.ID))
	w.want("Thank-you due thank_you=due check_in=planned stay_in_touch=planned")
	reviews, err = w.Reviews(t.Context())
	w.check(err)
	if len(reviews) != 1 || len(reviews[0].Candidates) != 2 {
		t.Errorf("taken back: %+v, want it asked again", reviews)
	}
	w.check(w.Answer(t.Context(), reviews[0].Message.ID, data.AnswerNever, ""))
	rules, err := w.store.SenderRules(t.Context())
	w.check(err)
	if len(rules) != 0 {
		t.Errorf("rules %+v, want none about the user", rules)
	}
	w.app = second
	l := w.thanks()
	w.check(w.SaveDraft(t.Context(), l))
	w.own("2", l.Body)
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")
	w.app = chosen
}

// TestOwnRewritten: a relay gave our letter another Message-ID. Both are known,
// the item is marked once, and answers to either are answers to us.
func TestOwnRewritten(t *testing.T) {
	for _, id := range []string{"relayed-1@relay.example", ""} {
		w, _ := newPost(t)
		s := w.begin()
		w.sendsAt("2026-11-17T09:15:10+01:00")
		w.at("2026-11-17T09:16:00+01:00")
		w.mail("sent", strings.ReplaceAll(ours, "thanks-1@example.net", "relayed-1@relay.example"), s.Body)
		det, err := w.Detail(t.Context(), w.app)
		w.check(err)
		if n := sentEvents(det.Case.Events); n != 1 || w.shows(s).Sending.Relayed != "relayed-1@relay.example" {
			t.Errorf("%d sent events and %+v, want one and the relay's Message-ID", n, w.shows(s).Sending)
		}
		if id == "" {
			id = s.MessageID
		}
		w.at("2026-11-18T09:16:00+01:00")
		got := w.mail("inbox", "From: Somebody Else <else@other.example>\nTo: robin@example.net\nSubject: Re: x\nMessage-ID: <e@other.example>\nIn-Reply-To: <"+id+">", "Thank you.\n")
		if got.Stopped != 1 {
			t.Errorf("an answer to %s: %+v, want it known", id, got)
		}
	}
}

// TestOwnHanded: a letter that went to a file or to Drafts is known by its
// Message-ID, whatever the user made of the words, and by its words where the mail
// program gave it another one.
func TestOwnHanded(t *testing.T) {
	w, _ := newPost(t)
	l := w.thanks()
	eml, err := w.Eml(t.Context(), l)
	w.check(err)
	again, err := w.Eml(t.Context(), l)
	w.check(err)
	_, rest, _ := strings.Cut(string(eml), "Message-Id: <")
	id, _, _ := strings.Cut(rest, ">")
	if id == "" || string(again) != string(eml) || !strings.Contains(string(eml), "X-Unsent: 1") {
		t.Fatalf("got\n%s\nand\n%s\nwant one Message-ID, and that it is not sent", eml, again)
	}
	w.want("Thank-you due thank_you=due check_in=planned stay_in_touch=planned")
	w.mail("sent", strings.ReplaceAll(ours, "thanks-1@example.net", id), "Quite other words than those of the draft.\n")
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")

	w, _ = newPost(t)
	l = w.thanks()
	folder, err := w.SaveToDrafts(t.Context(), l, "")
	w.check(err)
	w.at("2026-11-19T09:16:00+01:00")
	w.mail("sent", ours, l.Body)
	if folder != "Drafts" {
		t.Errorf("saved in %q, want Drafts", folder)
	}
	w.want("Waiting thank_you=done check_in=planned stay_in_touch=planned")
}

// TestOwnProven: an answer, or the letter itself that comes back, proves that a
// letter left of which nobody knew.
func TestOwnProven(t *testing.T) {
	w, p := newPost(t)
	s := w.begin()
	p.outcome = data.ErrUnsure
	w.sendsAt("2026-11-17T09:15:10+01:00")
	if v := w.shows(s); !v.Asks {
		t.Fatalf("got %+v, want the question", v)
	}
	w.at("2026-11-17T15:00:00+01:00")
	if got := w.mail("inbox", strings.ReplaceAll(strings.ReplaceAll(answer, "%d", "1"), "thanks-1@example.net", s.MessageID), "Thank you, Robin.\n"); got.Stopped != 1 {
		t.Errorf("the answer: %+v, want it to stop the plan", got)
	}
	if v := w.shows(s); v.Sending.State != data.SendSent {
		t.Errorf("got %+v, want it proven", v)
	}
	det, err := w.Detail(t.Context(), w.app)
	w.check(err)
	for _, e := range det.Case.Events {
		if e.Type == data.EventSent && !e.At.Equal(s.Due) {
			t.Errorf("sent at %s, want %s: before the answer", e.At, s.Due.In(time.UTC))
		}
	}
	w.want("They replied thank_you=done check_in=stopped stay_in_touch=stopped log_reply=open")
}

// TestOwnCameBackBeforeTheAnswer: a note that came back while it was not known
// which one it was is not left as done once that is said.
func TestOwnCameBackBeforeTheAnswer(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-16T14:00:00+01:00")
	w.at("2026-11-23T15:00:00+01:00")
	w.own("7", "Hi Dana,\n\nhello.\n\nRobin\n")
	reviews, err := w.Reviews(t.Context())
	w.check(err)
	if len(reviews) != 1 || len(reviews[0].Candidates) != 2 {
		t.Fatalf("got %+v, want one question with two notes", reviews)
	}
	own := reviews[0].Message
	before := w.states()
	w.mail("inbox", "From: MAILER-DAEMON@mx.example.net\nTo: robin@example.net\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <b7@mx.example.net>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n",
		"--b\nContent-Type: text/plain\n\nIt could not be delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; dana@acme.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nFrom: robin@example.net\nTo: dana@acme.example\nMessage-ID: <"+own.Key+">\n--b--\n")
	item := reviews[0].Candidates[0].Item
	w.check(w.AnswerNote(t.Context(), own.ID, w.app, item))
	c, err := w.store.Case(t.Context(), w.app)
	w.check(err)
	last := c.Events[len(c.Events)-1]
	if last.Type != data.EventBounce || last.Item != item {
		t.Errorf("the last event is %s of %s, want that %s came back", last.Type, last.Item, item)
	}
	w.check(w.AskAgain(t.Context(), own.ID))
	w.want(before)
}
