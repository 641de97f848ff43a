package desk

import (
	"context"
	"fmt"
	"slices"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// A Review is a mail about which the program will not guess.
type Review struct {
	Message    data.Message
	Question   string // "Is this about Acme Robotics?"
	Candidates []Candidate
	When       string
}

// A Candidate is an application that a mail may belong to, or for a mail of the
// user's own a note that it may have been.
type Candidate struct {
	Application   data.ID
	Company, Role string
	Item          data.ItemKey // the note; "" for the application as a whole
	Note          string       // its name: "Thank-you to Dana Ruiz"
}

// Reviews returns the open questions, newest first.
func (d *Desk) Reviews(ctx context.Context) ([]Review, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	open, err := d.store.OpenQuestions(ctx)
	if err != nil {
		return nil, err
	}
	s := d.Speaker(p.Schedule)
	var all []Review
	for _, m := range open {
		r := Review{Message: m, When: s.Ago(m.Arrived)}
		ids := m.Candidates
		if m.Application != "" && !slices.Contains(ids, m.Application) {
			ids = append([]data.ID{m.Application}, ids...)
		}
		if r.Candidates, err = d.candidates(ctx, m, ids); err != nil {
			return nil, err
		}
		r.Question = question(r.Candidates)
		if m.Class == data.ClassOwn {
			r.Question = assets.L("Which note was this?")
		}
		all = append(all, r)
	}
	return all, nil
}

// candidates returns what a mail may belong to.
func (d *Desk) candidates(ctx context.Context, m data.Message, ids []data.ID) ([]Candidate, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if m.Class == data.ClassOwn {
		return d.notes(ctx, m, ids)
	}
	cases, err := d.store.Cases(ctx, ids)
	if err != nil {
		return nil, err
	}
	var all []Candidate
	for _, c := range cases {
		all = append(all, Candidate{Application: c.Application.ID, Company: c.Application.Company, Role: c.Application.Role})
	}
	return all, nil
}

func question(candidates []Candidate) string {
	switch {
	case len(candidates) == 0:
		return assets.L("Is this about one of your interviews?")
	case len(candidates) == 1:
		return assets.L("Is this about {{.Company}}?", assets.Args{"Company": candidates[0].Company})
	}
	return assets.L("Which one is this about?")
}

// Answer files what the user said to a question. Yes and always name the
// application the mail belongs to: a human mail then stops its chasers. Never
// and always are remembered for the sender.
func (d *Desk) Answer(ctx context.Context, message data.ID, answer data.Answer, application data.ID) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	return d.answer(ctx, m, answer, application)
}

// AnswerMeeting says yes to the question about a calendar mail, with the meeting
// as the user corrected it.
func (d *Desk) AnswerMeeting(ctx context.Context, message, application data.ID, e RoundEdit) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	if m.Invite == nil {
		return fmt.Errorf("answer %s, which holds no meeting: %w", message, data.ErrNothing)
	}
	iv := *m.Invite
	iv.Kind, iv.Place = e.Kind, e.Place
	if e.When != nil {
		iv.Start, iv.End, iv.Date, iv.Zone = e.When.Start, e.When.End, e.When.Date, e.When.Zone
	}
	m.Invite = &iv
	return d.answer(ctx, m, data.AnswerYes, application)
}

func (d *Desk) answer(ctx context.Context, m data.Message, answer data.Answer, application data.ID) error {
	var err error
	if application == "" {
		application = m.Application
	}
	yes := answer == data.AnswerYes || answer == data.AnswerAlways
	var c data.Case
	if yes {
		if c, err = d.store.Case(ctx, application); err != nil {
			return fmt.Errorf("answer %s for application %q: %w", m.ID, application, err)
		}
		m.Application = application
	}
	m.Answer, m.Answered = answer, d.Now()
	if m.Class == data.ClassOwn {
		return d.answerOwn(ctx, m, yes)
	}
	return d.write(ctx, m.Application, func(tx *sqlite.Tx) error {
		if err := tx.UpdateMessage(ctx, m); err != nil {
			return err
		}
		if answer == data.AnswerAlways || answer == data.AnswerNever {
			rule := sqlite.SenderRule{Address: m.From, Application: application, Verdict: answer}
			if err := tx.SaveSenderRule(ctx, rule); err != nil {
				return err
			}
		}
		if !yes {
			return nil
		}
		e, ok := answered(&c, m)
		if !ok {
			return nil
		}
		d.stamp(&e)
		return tx.AddEvent(ctx, &e)
	})
}

// Trust remembers, or no longer, that all mails from the sender of a mail that
// the user said yes to belong to its application.
func (d *Desk) Trust(ctx context.Context, message data.ID, always bool) error {
	m, err := d.store.Message(ctx, message)
	if err != nil {
		return err
	}
	if m.Application == "" || m.Answer != data.AnswerYes && m.Answer != data.AnswerAlways {
		return fmt.Errorf("trust the sender of %s, which is not answered with yes: %w", message, data.ErrNothing)
	}
	m.Answer = data.AnswerYes
	if always {
		m.Answer = data.AnswerAlways
	}
	return d.write(ctx, m.Application, func(tx *sqlite.Tx) error {
		if err := tx.UpdateMessage(ctx, m); err != nil {
			return err
		}
		if !always {
			return tx.DeleteSenderRule(ctx, m.From, m.Application)
		}
		return tx.SaveSenderRule(ctx, sqlite.SenderRule{Address: m.From, Application: m.Application, Verdict: data.AnswerAlways})
	})
}

// LastAnswered returns the mail whose question the user answered last, also long
// ago; data.ErrNotFound when there is none.
func (d *Desk) LastAnswered(ctx context.Context) (data.Message, error) {
	return d.store.LastAnswered(ctx)
}

// answered returns the event that a mail is, now that the user said whose it is.
func answered(c *data.Case, m data.Message) (data.Event, bool) {
	why := assets.L("You said this mail is about it.")
	e := data.Event{Application: m.Application, At: m.Arrived, Source: data.ByMail, Why: why, Message: m.ID}
	switch m.Class {
	case data.ClassAutoReply:
		e.Type, e.Return, e.Inclusive = data.EventOOO, m.Return, m.Inclusive
	case data.ClassBounce:
		e.Type, e.Item = data.EventBounce, m.Item
		return e, m.Item != ""
	case data.ClassCalendarRequest, data.ClassCalendarCancel:
		return meeting(c, m, e)
	case data.ClassOwn:
		e.Type, e.Item, e.Source, e.Channel = data.EventSent, m.Item, data.BySent, "email"
		return e, m.Item != ""
	case data.ClassHuman, data.ClassAutoAck, data.ClassBulk, data.ClassUnreadable:
		e.Type, e.Class = data.EventReply, data.ReplyUnknown
	default:
		return e, false
	}
	return e, true
}

// answerOwn files whether a mail of the user's own was one of the notes that its
// question named. Where the answer names no note it is the likest, else the one
// that is due first; the sender is the user, about whom there is no rule.
func (d *Desk) answerOwn(ctx context.Context, m data.Message, yes bool) error {
	return d.write(ctx, m.Application, func(tx *sqlite.Tx) error {
		if !yes {
			return tx.UpdateMessage(ctx, m)
		}
		all, err := d.deeds(ctx, tx, m, []data.ID{m.Application})
		if err != nil {
			return err
		}
		if len(all) > 0 {
			x, ok, err := d.which(ctx, tx, m, all)
			if err != nil {
				return err
			}
			if !ok {
				x = all[0]
			}
			m.Item = x.item.Key
		}
		if err := tx.UpdateMessage(ctx, m); err != nil || m.Item == "" {
			return err
		}
		return d.marked(ctx, tx, m)
	})
}

// Message reads one mail as it was noted.
func (d *Desk) Message(ctx context.Context, id data.ID) (data.Message, error) {
	return d.store.Message(ctx, id)
}
