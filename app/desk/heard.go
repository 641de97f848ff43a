package desk

import (
	"context"

	"afterword/app/followup"
	"afterword/app/reply"
	"afterword/data"
)

// Heard returns what a person's mail seems to say and the day that it names, as
// a suggestion for the question "What did they say?". An answer that says
// nothing yet and names a day is a promise of that day (schedule.md 15), counted
// from the mail's arrival. The day is zero where none is named.
func (d *Desk) Heard(ctx context.Context, m data.Message) (data.ReplyClass, data.Day, error) {
	if m.Suggest != "" && m.Suggest != data.ReplyStillDeciding && m.Suggest != data.ReplyOffer {
		return m.Suggest, data.Day{}, nil
	}
	p, err := d.Preferences(ctx)
	if err != nil {
		return m.Suggest, data.Day{}, err
	}
	text, arrived := reply.Promising(m.Excerpt), data.DayOf(m.Arrived, d.Zone())
	day, ok := followup.Promise(text, arrived, p.DaysOff, p.Schedule.Weekend)
	if !ok {
		day = reply.NamedDay(text, m.Arrived.In(d.Zone()))
	}
	switch {
	case day.IsZero() || day.Before(arrived):
		return m.Suggest, data.Day{}, nil
	case m.Suggest == data.ReplyOffer:
		return m.Suggest, day, nil
	}
	return data.ReplyPromise, day, nil
}
