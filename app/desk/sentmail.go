package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// recognise looks at one judged mail for what it proves about our letters.
func (d *Desk) recognise(ctx context.Context, tx *sqlite.Tx, j *judged) (*data.Sending, error) {
	if j.message.Class != data.ClassOwn && j.decision.Action == data.ActionNone {
		return nil, nil
	}
	m, letter, err := d.settled(ctx, tx, j.message)
	if err == nil && letter == nil && m.Class == data.ClassOwn && m.Application == "" {
		err = d.whose(ctx, tx, &m, j.decision.Candidates)
	}
	if m.Class == data.ClassOwn {
		j.message, j.decision.Action = m, m.Action
	}
	return letter, err
}

// settled brings what a mail proves about our letters up to date, before the mail
// is filed: a copy of a letter, under our Message-ID or the one that a relay gave
// it, and an answer to a letter of which nobody knew whether it left. It returns
// the mail, and for a copy the letter.
func (d *Desk) settled(ctx context.Context, tx *sqlite.Tx, m data.Message) (data.Message, *data.Sending, error) {
	if m.Class != data.ClassOwn {
		return m, nil, d.proven(ctx, tx, m)
	}
	s, err := tx.SendingByID(ctx, []string{m.Key})
	switch {
	case err == nil:
		m.Application, m.Item, m.Action, m.Candidates = s.Application, s.Item, data.ActionIgnore, nil
		return m, &s, nil
	case !errors.Is(err, data.ErrNotFound) || m.Application == "":
		return m, nil, ignoreMissing(err)
	}
	all, err := tx.SendingsOf(ctx, m.Application)
	if err != nil {
		return m, nil, err
	}
	for _, s := range slices.Backward(all) {
		if rewritten(s, m) {
			s.Relayed, m.Item, m.Action = m.Key, s.Item, data.ActionIgnore
			return m, &s, nil
		}
	}
	return m, nil, nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, data.ErrNotFound) {
		return nil
	}
	return err
}

// rewritten reports whether a mail of the user's own is one of our letters under
// another Message-ID, which a relay or a mail program gave it.
func rewritten(s data.Sending, m data.Message) bool {
	const early, late, alike = 10 * time.Minute, 72 * time.Hour, 0.8
	switch s.State {
	case data.SendSending, data.SendLooking, data.SendAsked, data.SendSent, data.SendHanded:
	default:
		return false
	}
	at := m.Arrived
	if s.Relayed != "" || at.Before(s.Begun.Add(-early)) || at.After(s.Begun.Add(late)) && s.State != data.SendHanded {
		return false
	}
	if !slices.ContainsFunc(bare(s.To), func(a string) bool { return slices.Contains(m.To, a) }) {
		return false
	}
	ours := firstRunes(s.Body, maxExcerpt)
	return plainText(ours) == plainText(m.Excerpt) || letter.Likeness(ours, m.Excerpt) >= alike
}

func plainText(s string) string { return strings.Join(strings.Fields(s), " ") }

// copied files that a copy of a letter lies in the Sent folder: the letter left.
func (d *Desk) copied(ctx context.Context, tx *sqlite.Tx, s data.Sending, m data.Message) error {
	s.Copy = false
	if s.State == data.SendSent {
		return tx.UpdateSending(ctx, s)
	}
	event, err := d.markedBy(ctx, tx, s, m.ID)
	if err != nil {
		return err
	}
	if event == "" {
		e := data.Event{
			Application: s.Application, Type: data.EventSent, Item: s.Item, At: m.Arrived, Channel: "email", Source: data.BySent, Message: m.ID,
			Why: assets.L("It was found in your Sent folder."),
		}
		d.stamp(&e)
		if err := tx.AddEvent(ctx, &e); err != nil {
			return err
		}
		event = e.ID
	}
	s.State, s.Why, s.Event, s.Ended = data.SendSent, "", event, d.Now()
	return tx.UpdateSending(ctx, s)
}

// proven marks a letter as sent that somebody answers, or that came back: it
// left, though nobody could tell.
func (d *Desk) proven(ctx context.Context, tx *sqlite.Tx, m data.Message) error {
	s, err := tx.SendingByID(ctx, append(slices.Clone(m.InReplyTo), m.References...))
	if err != nil && m.Class == data.ClassBounce && m.Item != "" {
		s, err = d.doubted(ctx, tx, m)
	}
	if err != nil {
		return ignoreMissing(err)
	}
	switch s.State {
	case data.SendSending, data.SendLooking, data.SendAsked, data.SendHanded, data.SendNotTaken, data.SendFailed:
		if err := d.left(ctx, tx, &s, s.Due, assets.L("An answer shows that it left.")); err != nil {
			return err
		}
		return tx.UpdateSending(ctx, s)
	}
	return nil
}

// doubted returns the letter that came back, which its report names no better
// than by its item, if nobody knew whether it had left.
func (d *Desk) doubted(ctx context.Context, tx *sqlite.Tx, m data.Message) (data.Sending, error) {
	all, err := tx.SendingsOf(ctx, m.Application)
	if err != nil {
		return data.Sending{}, err
	}
	for _, s := range all {
		if s.Item == m.Item && s.Open() && s.State != data.SendWaiting {
			return s, nil
		}
	}
	return data.Sending{}, data.ErrNotFound
}

// unseen returns the letters that may have left unseen as mails of the user's
// own, so that what answers them is known as an answer.
func (d *Desk) unseen(ctx context.Context) ([]data.Message, error) {
	open, err := d.store.UnseenSendings(ctx)
	all := make([]data.Message, 0, len(open))
	for _, s := range open {
		all = append(all, data.Message{Application: s.Application, Key: s.MessageID, To: bare(s.To), Arrived: s.Begun, Class: data.ClassOwn, Item: s.Item})
	}
	return all, err
}
