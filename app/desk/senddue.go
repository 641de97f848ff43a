package desk

import (
	"context"
	"errors"
	"time"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// RecoverSends puts right what the end of the program interrupted, before
// anything is sent. A letter that waited was not sent: it is back in the editor
// and says so. One that was being sent is looked for in Sent; where it is not
// found the user is asked, and it is never sent again by itself.
func (d *Desk) RecoverSends(ctx context.Context) error {
	open, err := d.store.OpenSendings(ctx)
	if err != nil {
		return err
	}
	var doubtful []data.Sending
	for _, s := range open {
		after, err := d.step(ctx, s.ID, func(_ *sqlite.Tx, s *data.Sending) error {
			switch s.State {
			case data.SendWaiting:
				s.State, s.Ended, s.Copy = data.SendBack, d.Now(), false
				s.Why = assets.L("Afterword ended before this letter was sent, so it was not sent. Your letter is kept.")
			case data.SendSending:
				s.State = data.SendLooking
			}
			return nil
		})
		if err != nil {
			return err
		}
		if after.State == data.SendLooking || after.State == data.SendAsked {
			doubtful = append(doubtful, after)
		}
	}
	for _, s := range doubtful {
		if err := d.lookFor(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// SendDue sends the letters whose time to be taken back is over, and puts copies
// into Sent that are due. It returns when the next letter is due by the program's
// clock, zero when none waits. Only one goroutine of one process may call it.
func (d *Desk) SendDue(ctx context.Context) (next time.Time, err error) {
	open, err := d.store.OpenSendings(ctx)
	if err != nil {
		return next, err
	}
	for _, s := range open {
		switch now := d.Now(); {
		case s.State == data.SendWaiting && (!now.Before(s.Due) || s.Due.Sub(now) > sendDelay):
			err = errors.Join(err, d.send(ctx, s))
		case s.State == data.SendWaiting && (next.IsZero() || s.Due.Before(next)):
			next = s.Due
		case s.State == data.SendSent && s.Copy:
			err = errors.Join(err, d.copySent(ctx, s))
		}
	}
	return next, err
}

// send sends one letter: a fresh look at the mailbox, the decision with the plan
// made again, and only then the connection.
func (d *Desk) send(ctx context.Context, s data.Sending) error {
	if err := d.Mailer.Check(ctx, s.Mailbox); err != nil {
		return d.fail(ctx, s.ID, assets.L("Your mail could not be looked at before this letter was sent, so it was not sent. {{.Why}}", assets.Args{"Why": d.explain(err)}))
	}
	s, by, mail, err := d.depart(ctx, s.ID)
	if err != nil || s.State != data.SendSending {
		return err
	}
	from, err := d.emailOf(ctx, s.Mailbox)
	if err != nil {
		return err
	}
	outcome := d.Mailer.Submit(ctx, by, from, bare(s.To), mail)
	return d.settle(context.WithoutCancel(ctx), s, outcome) // also when the program ends now
}

// depart decides in one transaction whether a letter leaves, and stores that it
// does before anything is connected.
func (d *Desk) depart(ctx context.Context, id data.ID) (s data.Sending, by data.Submission, mail []byte, err error) {
	if s, err = d.store.Sending(ctx, id); err != nil {
		return s, by, nil, err
	}
	way, err := d.sendWay(ctx, s.Mailbox)
	if err == nil && (!way.Known || way.Mailbox != s.Mailbox) {
		err = d.fail(ctx, id, assets.L("The mailbox that this letter was to go out of is gone, so it was not sent. Your letter is kept."))
		return s, by, nil, err
	}
	if err == nil {
		mail, err = d.mailOf(ctx, s, way.Email, false)
	}
	if err != nil {
		return s, by, nil, err
	}
	s, err = d.step(ctx, id, func(tx *sqlite.Tx, s *data.Sending) error {
		if s.State != data.SendWaiting {
			return nil // taken back at the last moment
		}
		var r *Refusal
		switch err := d.barred(ctx, tx, *s); {
		case errors.As(err, &r):
			s.State, s.Why, s.Ended, s.Copy = data.SendStopped, r.Say, d.Now(), false
		case err != nil:
			return err
		default:
			s.State = data.SendSending
		}
		return nil
	})
	return s, way.Submission, mail, err
}

// settle stores what became of a letter.
func (d *Desk) settle(ctx context.Context, s data.Sending, outcome error) error {
	switch {
	case outcome == nil:
		_, err := d.step(ctx, s.ID, func(tx *sqlite.Tx, s *data.Sending) error {
			if s.State == data.SendSent {
				return nil // its copy in Sent was quicker
			}
			return d.left(ctx, tx, s, d.Now(), "")
		})
		return err
	case errors.Is(outcome, data.ErrUnsure):
		s, err := d.step(ctx, s.ID, func(_ *sqlite.Tx, s *data.Sending) error {
			if s.State == data.SendSending {
				s.State = data.SendLooking
			}
			return nil
		})
		if err != nil || s.State != data.SendLooking {
			return err
		}
		return d.lookFor(ctx, s)
	}
	return d.fail(ctx, s.ID, d.explain(outcome))
}

// fail stores that a letter certainly did not leave.
func (d *Desk) fail(ctx context.Context, id data.ID, why string) error {
	_, err := d.step(ctx, id, func(_ *sqlite.Tx, s *data.Sending) error {
		if s.State == data.SendWaiting || s.State == data.SendSending {
			s.State, s.Why, s.Ended, s.Copy = data.SendFailed, why, d.Now(), false
		}
		return nil
	})
	return err
}

// lookFor looks in Sent for a letter that may have left. A full look at the
// mailbox also finds a copy to which a relay gave another Message-ID. When it is
// not there the user is asked.
func (d *Desk) lookFor(ctx context.Context, s data.Sending) error {
	found, err := d.Mailer.Find(ctx, s.Mailbox, s.MessageID)
	if err == nil && !found {
		_ = d.Mailer.Check(ctx, s.Mailbox) // what it found is filed; without it the user is asked
	}
	_, err = d.step(ctx, s.ID, func(tx *sqlite.Tx, s *data.Sending) error {
		switch {
		case s.State != data.SendLooking && s.State != data.SendAsked:
			return nil // the look at the mailbox told
		case found:
			return d.left(ctx, tx, s, s.Due, assets.L("It was found in your Sent folder."))
		}
		s.State = data.SendAsked
		return nil
	})
	return err
}

// copySent puts a copy of a sent letter into Sent. Trouble is no harm to the
// letter: the copy is not tried again.
func (d *Desk) copySent(ctx context.Context, s data.Sending) error {
	from, err := d.emailOf(ctx, s.Mailbox)
	if err != nil {
		return err
	}
	mail, err := d.mailOf(ctx, s, from, false)
	if err != nil {
		return err
	}
	kept := d.Mailer.Keep(ctx, s.Mailbox, s.MessageID, mail)
	_, err = d.step(ctx, s.ID, func(_ *sqlite.Tx, s *data.Sending) error {
		s.Copy = false
		if kept != nil {
			s.Why = assets.L("The letter was sent, but no copy could be put into your Sent folder. {{.Why}}", assets.Args{"Why": d.explain(kept)})
		}
		return nil
	})
	return err
}

// mailOf writes a letter as the mail that leaves.
func (d *Desk) mailOf(ctx context.Context, s data.Sending, from string, draft bool) ([]byte, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	refs, err := d.referencesOf(ctx, s)
	if err != nil {
		return nil, err
	}
	return letter.Eml(letter.Mail{
		FromName: p.Me.Name, From: from, To: s.To, Subject: s.Subject, Body: s.Body, MessageID: s.MessageID,
		InReplyTo: s.InReplyTo, References: refs, Date: s.Begun.In(d.Zone()), Draft: draft,
	})
}

// referencesOf returns the thread that a letter answers (RFC 5322 3.6.4).
func (d *Desk) referencesOf(ctx context.Context, s data.Sending) ([]string, error) {
	if s.InReplyTo == "" {
		return nil, nil
	}
	messages, err := d.store.Messages(ctx, s.Application)
	for _, m := range messages {
		if m.Key != s.InReplyTo {
			continue
		}
		if len(m.References) == 0 {
			return m.InReplyTo, err
		}
		return m.References, err
	}
	return nil, err
}

func (d *Desk) emailOf(ctx context.Context, mailbox data.ID) (string, error) {
	box, err := d.store.Mailbox(ctx, mailbox)
	return box.Email, err
}

func (d *Desk) explain(err error) string {
	if d.Mailer.Explain == nil {
		return err.Error()
	}
	return d.Mailer.Explain(err)
}
