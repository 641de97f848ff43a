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
	Date       string      // "Monday 23 November"
	Title      string      // "Two small things today"
	Line       string      // under the title on a quiet day
	Quiet      bool        // nothing is to do, and something is known
	Hands      string      // under that: how many interviews wait; "" for none
	Cards      []Card      // by due, then key
	Wanted     int         // how many there are, shown or not
	Left       int         // applications that were not read yet: ask again
	After      []AfterCard // rounds that ended a short while ago and have no notes
	Coming     []Coming
	MailLine   string // "Mail checked 4 minutes ago. …"; "" without a mailbox
	Reviews    int    // open questions about mails
	Next       *Card  // the first thing to come, for the command line
	Open       int    // applications that are not closed
	Empty      bool   // there is no application at all
	Usual      string // how long employers usually take, on a quiet day; "" for nothing
	NoInsights bool   // the page Insights is switched off
	OfferMail  bool   // a thank-you was sent and no mailbox is connected yet
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

// Today says what wants doing, all of it.
func (d *Desk) Today(ctx context.Context) (Today, error) {
	for {
		if t, err := d.TodayFirst(ctx, 0); err != nil || t.Left == 0 {
			return t, err
		}
	}
}

// TodayFirst is Today with at most so many cards, 0 for all. Of very many
// applications it may know only some at first, and says so.
func (d *Desk) TodayFirst(ctx context.Context, most int) (Today, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Today{}, err
	}
	glances, left, err := d.someGlances(ctx, p, 8*run)
	if err != nil {
		return Today{}, err
	}
	s := d.Speaker(p.Schedule)
	t := Today{Date: words.Sentence(s.Weekday(s.Today())), Empty: len(glances)+left == 0, Left: left}
	thanked := false
	for _, g := range glances {
		thanked = thanked || g.thanked
		if g.state.name() == data.Active && g.badge.name() != data.BadgeClosed {
			t.Open++
		}
		t.Wanted += int(g.cards)
	}
	if most == 0 {
		most = t.Wanted
	}
	if err := d.cards(ctx, p, &t, glances, most); err != nil {
		return Today{}, err
	}
	if t.After, err = d.afterCards(ctx, p, glances); err != nil {
		return Today{}, err
	}
	if t.Title, t.Line = titles(t.Wanted); t.Wanted == 0 && len(t.After) > 0 {
		t.Title, t.Line = titles(1)
	}
	quiet := t.Wanted == 0 && len(t.After) == 0 && !t.Empty
	if t.Quiet = quiet; quiet && t.Open > 0 {
		t.Hands = words.Sentence(assets.N("{{.N}} interview is in good hands.", "{{.N}} interviews are in good hands.", t.Open))
	}
	if t.NoInsights = p.NoInsights; quiet && !t.NoInsights {
		t.Usual = d.UsualWait()
	}
	return t, d.mailPart(ctx, s, &t, thanked)
}

// fewComing is how many lines of what comes next are shown.
const fewComing = 5

// cards puts the first things into words: those to do, those to come, and the
// very next one. The first n things are of the n applications whose first thing
// comes first.
func (d *Desk) cards(ctx context.Context, p Preferences, t *Today, glances []*glance, most int) error {
	wanting := firstOf(glances, most, func(g *glance) bool { return g.cards > 0 }, func(a, b *glance) int { return a.card.compare(b.card) })
	coming := firstOf(glances, fewComing, func(g *glance) bool { return g.coming != never }, func(a, b *glance) int { return cmp.Compare(a.coming, b.coming) })
	next := firstOf(glances, 1, func(g *glance) bool { return g.next().kind != 0 }, func(a, b *glance) int { return a.next().compare(b.next()) })
	var later []Card
	err := d.each(ctx, p, wanting, func(o *outlook) { t.Cards = append(t.Cards, o.cards...) })
	if err == nil {
		err = d.each(ctx, p, coming, func(o *outlook) { t.Coming = append(t.Coming, o.coming...) })
	}
	if err == nil {
		err = d.each(ctx, p, next, func(o *outlook) { later = append(append(later, o.later...), o.cards...) })
	}
	slices.SortFunc(t.Cards, compareCards)
	t.Cards = t.Cards[:min(len(t.Cards), most)]
	t.Coming = firstFew(t.Coming)
	t.Next = earliest(later)
	return err
}

// firstOf returns the n glances that come first among those wanted.
func firstOf(all []*glance, n int, wanted func(*glance) bool, compare func(a, b *glance) int) []data.ID {
	whole := func(a, b *glance) int { return cmp.Or(compare(a, b), cmp.Compare(a.id, b.id)) }
	var first []*glance
	for _, g := range all {
		if !wanted(g) {
			continue
		}
		if first = append(first, g); len(first) > 2*n+64 { // what cannot be among them goes early
			slices.SortFunc(first, whole)
			first = first[:n]
		}
	}
	slices.SortFunc(first, whole)
	ids := make([]data.ID, min(n, len(first)))
	for i := range ids {
		ids[i] = first[i].id
	}
	return ids
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

// firstFew keeps the next things by date.
func firstFew(all []Coming) []Coming {
	slices.SortFunc(all, func(a, b Coming) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.Application, b.Application), cmp.Compare(a.Text, b.Text))
	})
	return all[:min(len(all), fewComing)]
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
