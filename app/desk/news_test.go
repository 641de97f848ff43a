package desk

import (
	"strings"
	"testing"

	"afterword/data"
)

// TestNewsInItsWords: each kind of news says what became of the plan.
func TestNewsInItsWords(t *testing.T) {
	for name, c := range map[string]struct {
		head, body  string
		title, line string
	}{
		"reply": {
			"From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Re: Thank you\nMessage-ID: <r1@acme.example>\nIn-Reply-To: <thanks-1@example.net>\n", "Thank you, Robin. We will talk again.",
			"Dana at Acme Robotics wrote back", "planned notes are on hold. It answers your mail of 17 November.",
		},
		"away": {
			"From: Dana Ruiz <dana@acme.example>\nTo: robin@example.net\nSubject: Automatic reply: Thank you\nAuto-Submitted: auto-replied\nDate: Tue, 17 Nov 2026 10:50:00 +0100\nMessage-ID: <a1@acme.example>\nIn-Reply-To: <thanks-1@example.net>\n", "I am out of the office until 9 December 2026.",
			"Dana is away until Wed 9 Dec", "Acme Robotics · Check in moved to ",
		},
		"bounce": {
			"From: MAILER-DAEMON@mx.example.net\nTo: robin@example.net\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <b1@mx.example.net>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n",
			"--b\nContent-Type: text/plain\n\nIt could not be delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; dana@acme.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nFrom: robin@example.net\nTo: dana@acme.example\nMessage-ID: <thanks-1@example.net>\n--b--\n",
			"Your note to dana@acme.example came back", "Acme Robotics · The address needs a look",
		},
	} {
		w := newWeek(t, "2026-11-16T09:00:00+01:00")
		w.add("2026-11-16T14:00:00+01:00")
		w.at("2026-11-17T09:31:00+01:00")
		w.mail("sent", ours, "Dear Dana, thank you for the talk yesterday.")
		w.at("2026-11-17T11:00:00+01:00")
		w.mail("inbox", c.head, c.body)
		news, err := w.News(t.Context())
		w.check(err)
		if len(news) != 1 || news[0].Title != c.title || !strings.Contains(news[0].Line, c.line) {
			t.Errorf("%s: got %+v, want %q and %q", name, news, c.title, c.line)
			continue
		}
		if name == "bounce" && news[0].Person == "" {
			t.Error("the news of a bounce does not say whose address it was")
		}
		w.check(w.Dismiss(t.Context(), news[0].Event))
		if news, err = w.News(t.Context()); err != nil || len(news) != 0 {
			t.Errorf("%s dismissed: %+v, %v", name, news, err)
		}
	}
}

// TestNoNewsOfAnAnswer: what the user said of a mail is no news to them.
func TestNoNewsOfAnAnswer(t *testing.T) {
	w := newWeek(t, "2026-11-09T09:00:00+01:00")
	w.add("2026-11-09T10:00:00+01:00")
	w.at("2026-11-11T10:30:00+01:00")
	w.mail("inbox", kim, "Could you send the slides?")
	w.check(w.Answer(t.Context(), w.asked(1)[0].Message.ID, data.AnswerYes, w.app))
	if news, err := w.News(t.Context()); err != nil || len(news) != 0 {
		t.Errorf("got %+v, %v, want no news", news, err)
	}
}
