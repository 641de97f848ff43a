package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// MarkSent files that an item was sent at an instant (zero: now) by a channel
// ("" is email), and returns the event, so that it can be taken back.
func (d *Desk) MarkSent(ctx context.Context, application data.ID, item data.ItemKey, at time.Time, channel string) (data.ID, error) {
	if channel == "" {
		channel = "email"
	}
	if !slices.Contains([]string{"email", "phone", "linkedin", "card", "other"}, channel) {
		return "", fmt.Errorf("channel %q; use email, phone, linkedin, card or other: %w", channel, data.ErrInvalid)
	}
	if at.After(d.Now()) {
		return "", invalid(assets.L("sent at {{.When}} lies ahead", assets.Args{"When": at.Format(time.RFC3339)}))
	}
	if err := d.known(ctx, application, item); err != nil {
		return "", err
	}
	e := data.Event{Application: application, Type: data.EventSent, Item: item, At: at, Channel: channel}
	err := d.write(ctx, application, func(tx *sqlite.Tx) error {
		d.stamp(&e)
		if err := tx.AddEvent(ctx, &e); err != nil {
			return err
		}
		return d.told(ctx, tx, e)
	})
	return e.ID, err
}

// AfterSending says until when an application wants nothing more, once something
// was sent (screens.md 4.15).
func (d *Desk) AfterSending(ctx context.Context, application data.ID) (string, error) {
	_, plan, p, err := d.load(ctx, application)
	if err != nil {
		return "", err
	}
	var next time.Time
	for _, it := range plan.Items {
		switch {
		case !it.Pending():
		case it.State != data.StatePlanned:
			return assets.L("Marked as sent."), nil
		case next.IsZero() || it.Due.Before(next):
			next = it.Due
		}
	}
	if next.IsZero() {
		return assets.L("Sent. Nothing more to do here."), nil
	}
	day := d.Speaker(p.Schedule).Day(data.DayOf(next, d.Zone()))
	return assets.L("Sent. Nothing more to do until {{.Date}}.", assets.Args{"Date": day}), nil
}

// Skip files that the user leaves an item out.
func (d *Desk) Skip(ctx context.Context, application data.ID, item data.ItemKey) (data.ID, error) {
	if err := d.known(ctx, application, item); err != nil {
		return "", err
	}
	return d.file(ctx, data.Event{Application: application, Type: data.EventSkip, Item: item})
}

// Snooze files that the user wants an item later. The plan takes at most thirty
// days (schedule.md 17).
func (d *Desk) Snooze(ctx context.Context, application data.ID, item data.ItemKey, until data.Day) (data.ID, error) {
	if err := d.known(ctx, application, item); err != nil {
		return "", err
	}
	if today := data.DayOf(d.Now(), d.Zone()); !until.After(today) {
		return "", invalid(assets.L("later is after {{.Date}}", assets.Args{"Date": today.String()}))
	}
	return d.file(ctx, data.Event{Application: application, Type: data.EventSnooze, Item: item, Until: until})
}

// Pin gives an item a date of the user's own; the zero day takes it away again
// (schedule.md 16.10).
func (d *Desk) Pin(ctx context.Context, application data.ID, item data.ItemKey, day data.Day) (data.ID, error) {
	if err := d.known(ctx, application, item); err != nil {
		return "", err
	}
	return d.file(ctx, data.Event{Application: application, Type: data.EventPin, Item: item, Until: day})
}

// PinAsPlanned keeps an item on the day that the plan gives it now, whatever
// moves the plan later.
func (d *Desk) PinAsPlanned(ctx context.Context, application data.ID, item data.ItemKey) (data.ID, error) {
	c, plan, _, err := d.load(ctx, application)
	if err != nil {
		return "", err
	}
	it, _ := plan.Item(item)
	if it.Due.IsZero() {
		return "", fmt.Errorf("item %q has no date to keep: %w", item, data.ErrInvalid)
	}
	return d.Pin(ctx, application, item, data.DayOf(it.Due, d.employerZone(c)))
}

// known refuses an item that the plan does not have, naming those it has.
func (d *Desk) known(ctx context.Context, application data.ID, item data.ItemKey) error {
	_, plan, _, err := d.load(ctx, application)
	if err != nil {
		return err
	}
	if _, ok := plan.Item(item); ok {
		return nil
	}
	var keys []string
	for _, it := range plan.Items {
		keys = append(keys, string(it.Key))
	}
	return fmt.Errorf("item %q is not in the plan, which has %v: %w", item, keys, data.ErrInvalid)
}

// Said files what an answer meant, at the time of the unanswered mail, else at
// the given instant, else now. day is the promised date, or the deadline of an
// offer; zero for none.
func (d *Desk) Said(ctx context.Context, application data.ID, class data.ReplyClass, day data.Day, at time.Time) (data.ID, error) {
	e, err := d.said(ctx, application, class, day, at)
	if err != nil {
		return "", err
	}
	return d.file(ctx, e)
}

func (d *Desk) said(ctx context.Context, application data.ID, class data.ReplyClass, day data.Day, at time.Time) (data.Event, error) {
	if !slices.Contains(replyClasses(), class) {
		return data.Event{}, fmt.Errorf("%q; use one of %v: %w", class, replyClasses(), data.ErrInvalid)
	}
	if class == data.ReplyPromise && day.IsZero() {
		return data.Event{}, fmt.Errorf("a promise needs its date: %w", data.ErrInvalid)
	}
	c, plan, p, err := d.load(ctx, application)
	if err != nil {
		return data.Event{}, err
	}
	e := data.Event{Application: application, Type: data.EventReply, Class: class, At: at}
	if it, ok := plan.Item(data.ItemKey(data.KindLogReply)); ok && at.IsZero() {
		e.At, e.Message = it.Opens, lastReply(c).Message
	}
	switch {
	case class == data.ReplyPromise:
		e.By = day
	case class == data.ReplyOffer && !day.IsZero():
		e.Deadline = day.At(p.Schedule.DayEnd, d.employerZone(c))
	}
	return e, nil
}

func replyClasses() []data.ReplyClass {
	return []data.ReplyClass{
		data.ReplyCourtesy, data.ReplyStillDeciding, data.ReplyPromise, data.ReplyNextRound,
		data.ReplyRejection, data.ReplyOffer, data.ReplyNotAboutThis,
	}
}

// Preview returns the detail as it would be after Said, without saving.
func (d *Desk) Preview(ctx context.Context, application data.ID, class data.ReplyClass, day data.Day) (before, after []Step, err error) {
	e, err := d.said(ctx, application, class, day, time.Time{})
	if err != nil {
		return nil, nil, err
	}
	c, plan, p, err := d.load(ctx, application)
	if err != nil {
		return nil, nil, err
	}
	d.stamp(&e)
	s := d.Speaker(p.Schedule)
	for _, it := range plan.Items {
		before = append(before, step(s, c, it))
	}
	c.Events = append(slices.Clone(c.Events), e)
	slices.SortStableFunc(c.Events, func(a, b data.Event) int { return a.At.Compare(b.At) })
	then := d.plan(c, p, d.Now())
	for _, it := range then.Items {
		after = append(after, step(s, c, it))
	}
	return before, after, nil
}

// Withdraw files that the user leaves the race.
func (d *Desk) Withdraw(ctx context.Context, application data.ID) (data.ID, error) {
	return d.fact(ctx, data.Event{Application: application, Type: data.EventWithdraw})
}

// CloseApplication puts an application away; reason is no_answer or other.
func (d *Desk) CloseApplication(ctx context.Context, application data.ID, reason string) (data.ID, error) {
	if reason != "no_answer" && reason != "other" {
		return "", fmt.Errorf("closed %q; use no_answer, other or no: %w", reason, data.ErrInvalid)
	}
	return d.fact(ctx, data.Event{Application: application, Type: data.EventClosed, Reason: reason})
}

// Reopen takes an application up again.
func (d *Desk) Reopen(ctx context.Context, application data.ID) (data.ID, error) {
	return d.fact(ctx, data.Event{Application: application, Type: data.EventReopened})
}

// Delete hides an application from every list; Undo brings it back.
func (d *Desk) Delete(ctx context.Context, application data.ID) (data.ID, error) {
	return d.fact(ctx, data.Event{Application: application, Type: data.EventDeleted})
}

// fact files an event after making sure that its application is there.
func (d *Desk) fact(ctx context.Context, e data.Event) (data.ID, error) {
	if _, err := d.store.Case(ctx, e.Application); err != nil {
		return "", err
	}
	return d.file(ctx, e)
}
