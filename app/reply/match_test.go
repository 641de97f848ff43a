package reply

import (
	"testing"
	"time"

	"afterword/data"
)

// TestOlderThanOurLetter: a known person's mail outside the thread stops the
// plan when it is newer than the interview and than our last letter, and is
// only logged when it is older than either.
func TestOlderThanOurLetter(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 3, day, hour, 0, 0, 0, time.UTC) }
	w := edgeWorld()
	w.Cases[0].Interviews[0].Start = at(2, 10)
	w.Sent[0].Arrived = at(3, 9)
	x := NewIndex(w)
	m := Parse([]byte("From: Ana Ruiz <ana.ruiz@acme.example>\nTo: me@example.net\nSubject: The test you sent\nMessage-ID: <n@acme.example>\n\nCould you send the slides?\n"))
	for _, c := range []struct {
		arrived time.Time
		want    data.Action
	}{
		{at(2, 9), data.ActionIgnore},  // before the interview
		{at(2, 12), data.ActionIgnore}, // after it, before our letter
		{at(3, 9), data.ActionStop},    // closed on the left
		{at(4, 9), data.ActionStop},
	} {
		d := x.Match(m, Classify(m, w.Me), c.arrived, "inbox")
		if d.Action != c.want || d.Application != "acme" {
			t.Errorf("arrived %s: got %s for %q (%s), want %s", c.arrived, d.Action, d.Application, d.Reason, c.want)
		}
	}
}

// TestListMailInOurThread: what goes to a mailing list does not stop the plan,
// also where it answers one of ours, and is asked about.
func TestListMailInOurThread(t *testing.T) {
	w := edgeWorld()
	x := NewIndex(w)
	head := "From: Kim <kim@acme.example>\nSubject: Re: Thank you\nIn-Reply-To: <our-1@example.net>\nList-Id: <talk.acme.example>\nList-Post: <mailto:talk@acme.example>\n"
	for to, want := range map[string]data.Action{
		"To: talk@acme.example\n":                      data.ActionReview,
		"To: me@example.net\nCc: talk@acme.example\n":  data.ActionStop,
		"To: talk@lists.example\nCc: me@example.net\n": data.ActionStop,
	} {
		m := Parse([]byte(head + to + "\nAgreed.\n"))
		if d := x.Match(m, Classify(m, w.Me), w.Now.Add(time.Hour), "inbox"); d.Action != want {
			t.Errorf("%q: got %s (%s), want %s", to, d.Action, d.Reason, want)
		}
	}
}

// TestPersonBehindAMachine: what a person may have written is never only filed,
// however much its head or its words look like a machine's.
func TestPersonBehindAMachine(t *testing.T) {
	w := edgeWorld()
	w.Cases[0].Interviews[0].Start = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
	x := NewIndex(w)
	to := "To: me@example.net\nMessage-ID: <p@acme.example>\n"
	ours := "In-Reply-To: <our-1@example.net>\n"
	for name, c := range map[string]struct {
		mail string
		want data.Action
	}{
		"a help desk's agent":      {"From: Acme Support <desk@acme.example>\nSubject: Re: Thank you\nAuto-Submitted: auto-generated\n" + ours + to + "\nHi, could you send your earliest start date?\n", data.ActionReview},
		"a help desk":              {"From: Acme Support <desk@acme.example>\nSubject: Re: Thank you\nAuto-Submitted: auto-generated\n" + ours + to + "\nYour request has been received. Ticket #4711.\n", data.ActionFile},
		"known, thanks for a test": {"From: Ana Ruiz <ana.ruiz@acme.example>\nSubject: Exercise\n" + to + "\nThank you for submitting the exercise, it has been received.\n", data.ActionReview},
		"known, through a mailing": {"From: Ana Ruiz <ana.ruiz@acme.example>\nSubject: Your talk\nList-Unsubscribe: <https://crm.example/u>\nPrecedence: bulk\n" + to + "\nWe would like to see you again.\n", data.ActionReview},
		"a no by a system":         {"From: Hireloop <no-reply@hireloop.example>\nSubject: News about your candidacy\nList-Unsubscribe: <https://hireloop.example/u>\n" + to + "\nThank you for your interest in Acme. We have decided to move forward with other candidates.\n\nUnsubscribe: https://hireloop.example/u\n", data.ActionReview},
		"do not reply, says she":   {"From: Ana Ruiz <ana.ruiz@acme.example>\nSubject: Re: Thank you\n" + ours + to + "\nPlease do not reply to this address, use my new one. Are you free on Monday?\n", data.ActionStop},
	} {
		m := Parse([]byte(c.mail))
		v := Classify(m, w.Me)
		if d := x.Match(m, v, time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC), "inbox"); d.Action != c.want {
			t.Errorf("%s: got %s by %s, %s (%s); want %s", name, v.Class, v.Rule, d.Action, d.Reason, c.want)
		}
	}
}
