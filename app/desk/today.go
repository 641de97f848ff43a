package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// A Today is what needs doing now, and what comes next.
type Today struct {
	Date      string // "Monday 23 November"
	Title     string // "Two small things today"
	Line      string // under the title on a quiet day
	Cards     []Card // by due, then key
	Coming    []Coming
	MailLine  string // "Mail checked 4 minutes ago. …"; "" without a mailbox
	Reviews   int    // open questions about mails
	Next      *Card  // the first thing to come, for the command line
	Open      int    // applications that are not closed
	Empty     bool   // there is no application at all
	OfferMail bool   // a thank-you was sent and no mailbox is connected yet
}

// A Card is one thing to do.
type Card struct {
	Application data.ID
	Item        data.Item
	Badge       data.Badge
	Title       string // "Thank Dana Ruiz"
	Subtitle    string // "Acme Robotics · Product designer"
	Line        string
	Primary     Act
	Why         string
}

// A Coming is one line of what comes next.
type Coming struct {
	Application data.ID
	Date        string
	Text        string
	Company     string
	at          time.Time
}

// Today reads all active applications and says what wants doing.
func (d *Desk) Today(ctx context.Context) (Today, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Today{}, err
	}
	s := d.Speaker(p.Schedule)
	t := Today{Date: s.Weekday(s.Today()), Empty: true}
	var later []Card
	thanked := false
	err = d.look(ctx, p, func(o *outlook) {
		t.Empty = false
		thanked = thanked || o.thanked
		if o.row.State == data.Active && o.row.Badge != data.BadgeClosed {
			t.Open++
		}
		t.Cards = append(t.Cards, o.cards...)
		t.Coming = append(t.Coming, o.coming...)
		later = append(later, o.later...)
	})
	if err != nil {
		return Today{}, err
	}
	slices.SortFunc(t.Cards, compareCards)
	t.Next = earliest(append(later, t.Cards...))
	t.Coming = firstFew(t.Coming)
	t.Title, t.Line = titles(len(t.Cards))
	return t, d.mailPart(ctx, s, &t, thanked)
}

func earliest(cards []Card) *Card {
	if len(cards) == 0 {
		return nil
	}
	best := slices.MinFunc(cards, compareCards)
	return &best
}

func compareCards(a, b Card) int {
	switch {
	case sooner(a.Item, b.Item):
		return -1
	case sooner(b.Item, a.Item):
		return 1
	}
	return cmp.Compare(a.Application, b.Application)
}

func cardOf(s words.Speaker, c *data.Case, card Card) Card {
	card.Title = s.Card(c, card.Item)
	card.Subtitle = words.Dotted(c.Application.Company, c.Application.Role)
	card.Line = s.CardLine(card.Item)
	card.Badge = cardBadge(card.Item.Key.Kind())
	card.Primary = Act{ActWrite, assets.L("Open draft"), card.Item.Key, "", ""}
	switch card.Item.Key.Kind() {
	case data.KindLogReply:
		card.Subtitle = words.Dotted(c.Application.Role, s.Ago(card.Item.Opens))
		card.Primary = Act{Kind: ActSaid, Label: assets.L("Read and sort"), Mail: lastReply(c).Message}
	case data.KindOfferDecision:
		card.Primary = Act{Kind: ActDeadline, Label: assets.L("Note the deadline")}
	}
	return card
}

// cardBadge is the badge that an item would give its application.
func cardBadge(kind data.ItemKind) data.Badge {
	switch kind {
	case data.KindThankYou:
		return data.BadgeThankYou
	case data.KindCheckIn, data.KindAskNewDate:
		return data.BadgeCheckIn
	case data.KindLogReply:
		return data.BadgeReplied
	case data.KindOfferAck, data.KindOfferDecision:
		return data.BadgeOffer
	case data.KindKeepInTouch:
		return data.BadgeStay
	case data.KindConfirmInvite:
		return data.BadgeInterview
	case data.KindWithdrawNote:
		return data.BadgeClosed
	}
	return data.BadgeStay
}

func (d *Desk) coming(s words.Speaker, c *data.Case, it data.Item) Coming {
	return Coming{
		Application: c.Application.ID, Date: s.Day(data.DayOf(it.Due, d.Zone())),
		Text: s.Title(c, it.Key), Company: c.Application.Company, at: it.Due,
	}
}

func (d *Desk) meetings(s words.Speaker, row Row, employer *time.Location) []Coming {
	iv, ok := upcoming(row.Interviews, s.Settings, employer, s.Now)
	if !ok {
		return nil
	}
	day := interviewDay(iv, d.Zone())
	text := assets.L("Interview")
	if kind := words.Kind(iv.Kind); kind != "" {
		text = assets.L("Interview, {{.Kind}}", assets.Args{"Kind": kind})
	}
	return []Coming{{row.ID, s.Day(day), text, row.Company, day.At(0, d.Zone())}}
}

// firstFew keeps the next five things by date.
func firstFew(all []Coming) []Coming {
	slices.SortFunc(all, func(a, b Coming) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.Application, b.Application), cmp.Compare(a.Text, b.Text))
	})
	return all[:min(len(all), 5)]
}

func titles(n int) (title, line string) {
	if n == 0 {
		return assets.L("Nothing to do today."), assets.L("Waiting is normal. Silence doesn't mean no.")
	}
	if n == 1 {
		return assets.L("One small thing today"), ""
	}
	if n == 2 {
		return assets.L("Two small things today"), ""
	}
	return assets.L("A few small things today"), ""
}

func sentAny(c *data.Case) bool {
	return slices.ContainsFunc(c.Events, func(e data.Event) bool {
		return e.Type == data.EventSent && e.Item.Kind() == data.KindThankYou
	})
}

func (d *Desk) mailPart(ctx context.Context, s words.Speaker, t *Today, thanked bool) error {
	questions, err := d.store.OpenQuestions(ctx)
	if err != nil {
		return err
	}
	t.Reviews = len(questions)
	boxes, err := d.store.Mailboxes(ctx)
	if err != nil {
		return err
	}
	t.OfferMail = thanked && len(boxes) == 0
	if len(boxes) > 0 {
		t.MailLine = mailLine(s, boxes)
	}
	return nil
}

// mailLine says how the watching goes, in the calmest true words.
func mailLine(s words.Speaker, boxes []data.Mailbox) string {
	box := boxes[0]
	for _, b := range boxes {
		if b.State != data.MailboxOK {
			box = b
		}
	}
	last := assets.Args{"When": s.Since(box.LastSync)}
	switch {
	case box.State == data.MailboxAuthFailed:
		return assets.L("The mail server didn't accept the password. Reminders still work.")
	case box.State == data.MailboxCertificate:
		return assets.L("The mail server's certificate doesn't fit, so we stopped. Reminders still work.")
	case box.LastSync.IsZero():
		return assets.L("Mail isn't checked yet. Reminders still work.")
	case box.State == data.MailboxOffline || box.State == data.MailboxError:
		return assets.L("Mail last checked {{.When}}. You seem to be offline; reminders still work.", last)
	}
	return assets.L("Mail checked {{.When}}. Reading only; nothing is sent or changed.", last)
}
