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

// A Candidate is an application that a mail may belong to.
type Candidate struct {
	Application   data.ID
	Company, Role string
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
		cases, err := d.store.Cases(ctx, ids)
		if len(ids) == 0 {
			cases = nil
		}
		if err != nil {
			return nil, err
		}
		for _, c := range cases {
			r.Candidates = append(r.Candidates, Candidate{c.Application.ID, c.Application.Company, c.Application.Role})
		}
		r.Question = question(r.Candidates)
		all = append(all, r)
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
	if application == "" {
		application = m.Application
	}
	yes := answer == data.AnswerYes || answer == data.AnswerAlways
	var c data.Case
	if yes {
		if c, err = d.store.Case(ctx, application); err != nil {
			return fmt.Errorf("answer %s for application %q: %w", message, application, err)
		}
		m.Application = application
	}
	m.Answer = answer
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

// Message reads one mail as it was noted.
func (d *Desk) Message(ctx context.Context, id data.ID) (data.Message, error) {
	return d.store.Message(ctx, id)
}
