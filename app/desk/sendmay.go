package desk

import (
	"context"
	"errors"
	"net/mail"
	"slices"
	"strings"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/data"
	"afterword/data/sqlite"
)

// A Refusal is the error of a letter that is not sent. Its text is for the user.
type Refusal struct {
	Code RefusalCode
	Say  string
}

// Error returns the reason in the words of the user.
func (r *Refusal) Error() string { return r.Say }

// Unwrap returns data.ErrInvalid.
func (r *Refusal) Unwrap() error { return data.ErrInvalid }

// Asks reports whether the letter may be sent all the same once the user was
// asked: BeginSend with Anyway.
func (r *Refusal) Asks() bool {
	return r.Code == RefusedNews || r.Code == RefusedQuestion || r.Code == RefusedDone
}

// A RefusalCode says why a letter is not sent.
type RefusalCode string

// The reasons.
const (
	RefusedNoServer  RefusalCode = "no_server"   // nobody said where letters go out
	RefusedRecipient RefusalCode = "recipient"   // none, or no address
	RefusedSeveral   RefusalCode = "several"     // a thank-you to more than one
	RefusedEmpty     RefusalCode = "empty"       // no words, or no subject
	RefusedAddress   RefusalCode = "fix_address" // a note to this address came back
	RefusedUnderWay  RefusalCode = "under_way"   // a letter for this item is on its way, or nobody knows whether it left
	RefusedNews      RefusalCode = "news"        // they answered, or the plan no longer needs it
	RefusedQuestion  RefusalCode = "question"    // a mail that may be their answer waits to be sorted
	RefusedDone      RefusalCode = "done"        // it was sent before
)

func refuse(code RefusalCode, say string) *Refusal { return &Refusal{code, say} }

// refusal takes a Refusal out of what the store put around it.
func refusal(err error) error {
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	return err
}

// sendable refuses what no server takes, and what nobody wants to have sent.
func sendable(l data.Letter) error {
	to, err := letter.Recipients(l.To)
	switch {
	case err != nil:
		return noAddress(l)
	case len(to) == 0:
		return refuse(RefusedRecipient, assets.L("This letter has no recipient yet. Add an address, then send."))
	case len(to) > 1 && l.Item.Kind() == data.KindThankYou:
		return refuse(RefusedSeveral, assets.L("A thank-you goes to one person. Write to each of them in their own words."))
	case strings.TrimSpace(l.Subject) == "":
		return refuse(RefusedEmpty, assets.L("This letter has no subject yet."))
	case strings.TrimSpace(l.Body) == "":
		return refuse(RefusedEmpty, assets.L("This letter has no words yet."))
	}
	return nil
}

func noAddress(l data.Letter) *Refusal {
	return refuse(RefusedRecipient, assets.L("“{{.To}}” is no mail address. Your letter is kept.", assets.Args{"To": l.To}))
}

// mayBegin refuses a letter that must not be sent now, and notes what the user
// knows of at this moment.
func (d *Desk) mayBegin(ctx context.Context, tx *sqlite.Tx, s *data.Sending) error {
	earlier, err := tx.SendingsOf(ctx, s.Application)
	if err != nil {
		return err
	}
	for _, o := range earlier {
		if o.Item == s.Item && o.Open() {
			return refuse(RefusedUnderWay, assets.L("A letter for this step is on its way already."))
		}
	}
	if err := d.barred(ctx, tx, *s); err != nil {
		return err
	}
	c, err := tx.Case(ctx, s.Application)
	if err != nil {
		return err
	}
	if !s.Anyway && leftBefore(&c, earlier, s.Item) {
		return refuse(RefusedDone, assets.L("A letter for this step left before, though its mark was taken back. Send another one?"))
	}
	for _, e := range c.Events {
		s.Seq = max(s.Seq, e.Seq)
	}
	open, err := tx.OpenQuestions(ctx)
	for _, m := range open {
		s.Questions = append(s.Questions, m.ID)
	}
	return err
}

// leftBefore reports whether a letter left whose mark the user took back.
func leftBefore(c *data.Case, earlier []data.Sending, item data.ItemKey) bool {
	return slices.ContainsFunc(earlier, func(o data.Sending) bool {
		if o.Item != item || o.State != data.SendSent {
			return false
		}
		marked := slices.IndexFunc(c.Events, func(e data.Event) bool { return e.ID == o.Event })
		return marked >= 0 && !inForce(c, c.Events[marked])
	})
}

// barred makes the plan again and refuses a letter that it does not need any
// more, or whose address does not work. A letter that the user sends all the
// same is only stopped by what is newer than that decision (schedule.md 16.6 to
// 16.8, architecture.md "never twice").
func (d *Desk) barred(ctx context.Context, tx *sqlite.Tx, s data.Sending) error {
	c, err := tx.Case(ctx, s.Application)
	if err != nil {
		return err
	}
	p, err := d.Preferences(ctx)
	if err != nil {
		return err
	}
	messages, err := tx.Messages(ctx, s.Application)
	if err != nil {
		return err
	}
	plan := d.plan(&c, p, d.Now())
	if failing(&c, &plan, messages, s) {
		return refuse(RefusedAddress, assets.L("A note to this address came back. Correct the address first; your letter is kept."))
	}
	begun := s.ID != ""
	if !s.Anyway || begun {
		if err := stopped(&c, &plan, s); err != nil {
			return err
		}
	}
	open, err := tx.OpenQuestions(ctx)
	if err != nil {
		return err
	}
	open = slices.DeleteFunc(open, func(m data.Message) bool { return slices.Contains(s.Questions, m.ID) })
	if chaser(s.Item) && asked(open, s.Application) && (!s.Anyway || begun) {
		return refuse(RefusedQuestion, assets.L("A mail that may be their answer waits in Mail to sort. Look at it first; your letter is kept."))
	}
	return nil
}

// stopped refuses a letter that news made needless: news since it began, or,
// unless the user knows, a plan that no longer needs it.
func stopped(c *data.Case, plan *data.Plan, s data.Sending) error {
	for _, e := range data.InForce(c.Events) {
		if s.ID == "" || e.Seq <= s.Seq {
			continue
		}
		switch e.Type {
		case data.EventReply, data.EventRejection, data.EventOffer, data.EventInvite, data.EventWithdraw, data.EventClosed, data.EventDeleted:
			return refuse(RefusedNews, assets.L("Something came in before this letter left, so it was not sent. Look at it first; your letter is kept."))
		case data.EventSent, data.EventSkip:
			if e.Item == s.Item {
				return refuse(RefusedDone, assets.L("This step was marked as done meanwhile, so the letter was not sent."))
			}
		}
	}
	if s.Anyway {
		return nil
	}
	it, ok := plan.Item(s.Item)
	switch {
	case ok && it.State == data.StateDone:
		return refuse(RefusedDone, assets.L("This step is marked as sent. Send another letter for it?"))
	case !ok || it.State == data.StateStopped || it.State == data.StateCancelled || it.State == data.StateSkipped:
		return refuse(RefusedNews, assets.L("They wrote back since you began this letter, or the plan no longer needs it. Your text is kept."))
	}
	return nil
}

// failing reports whether a letter goes to an address from which a note came
// back, as long as the plan asks for another one (schedule.md 16.7).
func failing(c *data.Case, plan *data.Plan, messages []data.Message, s data.Sending) bool {
	if !slices.Contains(plan.Flags, data.FlagFixAddress) {
		return false
	}
	var broken []string
	for _, it := range plan.Items {
		if !it.Failed || it.Finished() {
			continue
		}
		known := false
		for _, m := range messages {
			if m.Class == data.ClassOwn && m.Item == it.Key {
				broken = append(broken, m.To...)
				known = true
			}
		}
		if p, ok := c.Person(it.Key.Person()); ok && !known {
			broken = append(broken, p.Address())
		}
		if it.Key == s.Item && !known && it.Key.Person() == "" {
			return true // nobody knows to whom the note that came back went
		}
	}
	return slices.ContainsFunc(bare(s.To), func(a string) bool { return slices.Contains(broken, a) })
}

// bare returns the addr-specs of a To field, in lower case.
func bare(to string) []string {
	list, err := letter.Recipients(to)
	if err != nil {
		return nil
	}
	all := make([]string, len(list))
	for i, a := range list {
		all[i] = strings.ToLower((*mail.Address)(a).Address)
	}
	return all
}
