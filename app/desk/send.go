package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// sendDelay is how long a letter can be taken back, by the program's clock.
const sendDelay = 10 * time.Second

// A Mailer does what needs a mail server when a letter leaves. The desk calls it
// outside of any transaction.
type Mailer struct {
	// Check looks into a mailbox now; what it saw is filed when it returns.
	Check func(ctx context.Context, mailbox data.ID) error
	// Submit gives a mail to the server. The error wraps data.ErrUnsure when the
	// mail may have left all the same; any other means that it has not.
	Submit func(ctx context.Context, by data.Submission, from string, to []string, mail []byte) error
	// Find reports whether a mail with a Message-ID lies in the Sent folder.
	Find func(ctx context.Context, mailbox data.ID, messageID string) (bool, error)
	// Keep puts a copy into the Sent folder, unless it is there.
	Keep func(ctx context.Context, mailbox data.ID, messageID string, mail []byte) error
	// Draft puts a mail into the Drafts folder, and returns the folder's name.
	Draft func(ctx context.Context, mailbox data.ID, mail []byte) (string, error)
	// Suggest returns where the letters of an address go out, as far as the table
	// of providers knows.
	Suggest func(email string) (data.Submission, bool)
	// Explain puts trouble with a server into the words of the user.
	Explain func(error) string
}

// SendOptions say how BeginSend sends.
type SendOptions struct {
	Mailbox data.ID // that the letter goes out of; "" for the first that can
	Anyway  bool    // although they answered, or the plan no longer needs it: the user was asked
}

// BeginSend stores that a letter is to be sent by the user's own server. For ten
// seconds it can be taken back with CancelSend; then SendDue sends it. The words
// are saved as the draft as well. The error is a *Refusal when the letter must
// not be sent, or not without asking.
func (d *Desk) BeginSend(ctx context.Context, l data.Letter, o SendOptions) (data.Sending, error) {
	way, err := d.sendWay(ctx, o.Mailbox)
	if err != nil {
		return data.Sending{}, err
	}
	if !way.Known {
		return data.Sending{}, refuse(RefusedNoServer, assets.L("We don't know yet which server sends your mail. Set it up once, then send."))
	}
	if err := sendable(l); err != nil {
		return data.Sending{}, err
	}
	l.Edited, l.Saved = true, d.Now()
	s := d.sending(l, data.WaySMTP, way)
	s.State, s.Due, s.Copy, s.Anyway = data.SendWaiting, s.Begun.Add(sendDelay), way.Submission.Copy, o.Anyway
	err = d.write(ctx, l.Application, func(tx *sqlite.Tx) error {
		if err := tx.SaveLetter(ctx, l); err != nil {
			return err
		}
		if err := d.mayBegin(ctx, tx, &s); err != nil {
			return err
		}
		return tx.AddSending(ctx, &s)
	})
	return s, refusal(err)
}

// sending makes the record of a letter that goes out now.
func (d *Desk) sending(l data.Letter, by data.Way, way SendWay) data.Sending {
	domain := "afterword.invalid" // RFC 6761 6.4
	if at := strings.LastIndexByte(way.Email, '@'); at >= 0 && at+1 < len(way.Email) {
		domain = way.Email[at+1:]
	}
	return data.Sending{
		Application: l.Application, Item: l.Item, Way: by, Mailbox: way.Mailbox, MessageID: uuid.NewString() + "@" + domain,
		To: l.To, Subject: l.Subject, Body: l.Body, InReplyTo: l.InReplyTo, Begun: d.Now(),
	}
}

// CancelSend takes a letter back before it is sent. The error wraps
// data.ErrNothing when it is too late for that.
func (d *Desk) CancelSend(ctx context.Context, id data.ID) (data.Sending, error) {
	return d.step(ctx, id, func(_ *sqlite.Tx, s *data.Sending) error {
		if s.State != data.SendWaiting {
			return errTooLate
		}
		s.State, s.Ended, s.Copy = data.SendBack, d.Now(), false
		return nil
	})
}

// errTooLate is a step that does not fit the state of a letter.
var errTooLate = errors.Join(errors.New("the letter is no longer waiting"), data.ErrNothing)

// AnswerSend files what the user said to the question whether a letter left:
// data.AnswerYes marks its item as sent, data.AnswerNo gives the letter back to
// the editor.
func (d *Desk) AnswerSend(ctx context.Context, id data.ID, answer data.Answer) (data.Sending, error) {
	return d.step(ctx, id, func(tx *sqlite.Tx, s *data.Sending) error {
		switch {
		case s.State != data.SendAsked:
			return errTooLate
		case answer == data.AnswerYes:
			return d.left(ctx, tx, s, s.Due, assets.L("You said that it left."))
		}
		s.State, s.Ended, s.Copy = data.SendNotTaken, d.Now(), false
		return nil
	})
}

// step changes how far a letter is, in one transaction.
func (d *Desk) step(ctx context.Context, id data.ID, change func(*sqlite.Tx, *data.Sending) error) (data.Sending, error) {
	s, err := d.store.Sending(ctx, id)
	if err != nil {
		return s, err
	}
	err = d.write(ctx, s.Application, func(tx *sqlite.Tx) error {
		if s, err = tx.Sending(ctx, id); err != nil {
			return err
		}
		if err := change(tx, &s); err != nil {
			return err
		}
		return tx.UpdateSending(ctx, s)
	})
	return s, err
}

// left files that a letter left at an instant: the item's event, and the mail
// itself, so that an answer to it is known for certain. What the Sent folder told
// before is not filed again.
func (d *Desk) left(ctx context.Context, tx *sqlite.Tx, s *data.Sending, at time.Time, why string) error {
	if at.IsZero() || at.After(d.Now()) {
		at = s.Begun
	}
	m, err := d.ownMessage(ctx, tx, *s, at)
	if err != nil {
		return err
	}
	if _, err := tx.AddMessage(ctx, &m); err != nil {
		return err
	}
	if s.Event, err = d.markedBy(ctx, tx, *s, m.ID); err != nil {
		return err
	}
	s.State, s.Why, s.Ended = data.SendSent, "", d.Now()
	if s.Event != "" {
		return nil
	}
	e := data.Event{Application: s.Application, Type: data.EventSent, Item: s.Item, At: at, Channel: "email", Message: m.ID, Why: why}
	d.stamp(&e)
	if err := tx.AddEvent(ctx, &e); err != nil {
		return err
	}
	s.Event = e.ID
	return nil
}

// told answers the question whether a letter left, when the user marks its item as
// sent.
func (d *Desk) told(ctx context.Context, tx *sqlite.Tx, e data.Event) error {
	all, err := tx.SendingsOf(ctx, e.Application)
	if err != nil {
		return err
	}
	for _, s := range all {
		if s.Item != e.Item || s.State != data.SendAsked && s.State != data.SendLooking || e.Channel != "email" {
			continue
		}
		m, err := d.ownMessage(ctx, tx, s, s.Due)
		if err != nil {
			return err
		}
		if _, err := tx.AddMessage(ctx, &m); err != nil {
			return err
		}
		s.State, s.Event, s.Ended = data.SendSent, e.ID, d.Now()
		if err := tx.UpdateSending(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// ownMessage is a letter of ours as the mail that it is.
func (d *Desk) ownMessage(ctx context.Context, tx *sqlite.Tx, s data.Sending, at time.Time) (data.Message, error) {
	boxes, err := tx.Mailboxes(ctx)
	if err != nil {
		return data.Message{}, err
	}
	m := data.Message{
		Application: s.Application, Key: s.MessageID, To: bare(s.To), Subject: s.Subject, Date: s.Begun, Arrived: at,
		Class: data.ClassOwn, Rule: "sent-from-here", Action: data.ActionIgnore, Reason: assets.L("You sent this from here."),
		Excerpt: firstRunes(s.Body, maxExcerpt), Item: s.Item,
	}
	if s.InReplyTo != "" {
		m.InReplyTo = []string{s.InReplyTo}
	}
	for _, b := range boxes {
		if b.ID == s.Mailbox {
			m.Mailbox, m.From = b.ID, b.Email
		}
	}
	return m, nil
}

// markedBy returns the event in force by which a letter's item was marked since
// the letter began, such as by its copy in the Sent folder; "" for none.
func (d *Desk) markedBy(ctx context.Context, tx *sqlite.Tx, s data.Sending, message data.ID) (data.ID, error) {
	c, err := tx.Case(ctx, s.Application)
	if err != nil {
		return "", err
	}
	marked := slices.DeleteFunc(data.InForce(c.Events), func(e data.Event) bool {
		return e.Type != data.EventSent || e.Item != s.Item || e.Message != message && e.Seq <= s.Seq
	})
	if len(marked) == 0 {
		return "", nil
	}
	return marked[len(marked)-1].ID, nil
}
