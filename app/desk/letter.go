package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"afterword/app/letter"
	"afterword/app/words"
	"afterword/data"
)

// A Draft is a letter on the desk, with what the checks say of it.
type Draft struct {
	Letter   data.Letter
	Title    string // "Thank-you to Dana Ruiz"
	Subtitle string // "Acme Robotics · best sent by 4 pm today"
	Comfort  string // a calm sentence beside the findings
	Stage    string
	Item     data.Item
	Findings []data.Finding
	Ticks    []string // what is good about it
	Words    int
	Ideal    [2]int           // words from and to; zeros when nobody knows
	Question *Review          // a mail that may be their answer, about which we still ask; nil for none
	Channels []letter.Channel // other ways than mail that have words for it
	Untold   data.ID          // the round of a thank-you whose topic nobody noted; "" for none
	More     bool             // the notes know more than the letter was written from
	Broken   *letter.Broken   // what is wrong with the user's own template, which was not used; nil for nothing

	check letter.Context
}

// Draft returns the letter for an item: the one the user was writing, else a
// fresh one in the tone asked for ("" is the user's own). Errors wrap
// data.ErrMissing and name the value that is missing.
func (d *Desk) Draft(ctx context.Context, application data.ID, item data.ItemKey, tone data.Tone) (Draft, error) {
	c, plan, p, err := d.load(ctx, application)
	if err != nil {
		return Draft{}, err
	}
	it, ok := plan.Item(item)
	if !ok || !words.Written(item.Kind()) {
		return Draft{}, fmt.Errorf("letter for %q: the plan has no such letter: %w", item, data.ErrNotFound)
	}
	stage := letter.StageFor(it, d.facts(c, it))
	kept, err := d.store.Letter(ctx, application, item)
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return Draft{}, err
	}
	if tone == "" {
		tone = cmp.Or(kept.Tone, p.Tone)
	}
	mine := kept.Edited && tone == kept.Tone
	fresh, own, err := d.fresh(ctx, c, p, it, form{stage, tone, kept.Short && tone == kept.Tone})
	if err != nil && !mine {
		return Draft{}, err
	}
	if mine {
		draft, judged := d.judgeLetter(ctx, c, p, it, stage, kept)
		draft.Broken = own
		draft.More = err == nil && fresh.BaseBody != kept.BaseBody && kept.BaseBody != ""
		return draft, judged
	}
	fresh.MessageID, fresh.Opened = kept.MessageID, kept.Opened
	draft, err := d.judgeLetter(ctx, c, p, it, stage, fresh)
	draft.Broken = own
	return draft, err
}

// brief gathers what the templates may name, and whom the letter is for.
func (d *Desk) brief(c *data.Case, p Preferences, it data.Item) (data.Person, letter.Brief) {
	iv, variant := roundOf(c, it)
	to := recipient(c, it, iv)
	met := endOf(iv, p.Schedule, d.employerZone(c))
	name := letter.NameOf(to.Name, to.Preferred, to.Honorific)
	b := letter.Brief{
		Language: p.Language, First: name.First, Last: name.Last, Title: name.Title, Role: c.Application.Role,
		Company: c.Application.Company, Me: p.Me.Name, Signature: p.Signature, Variant: variant,
	}
	remembered(c, it, iv, to.ID, &b)
	today := data.DayOf(d.Now(), d.Zone())
	day := iv.Date
	if !met.IsZero() {
		day = data.DayOf(met, d.employerZone(c))
	}
	if !day.IsZero() {
		b.Day, b.Date = letter.MetOn(day, today, p.Language), letter.DateOn(day, today, p.Language)
	}
	if !c.Application.PromisedBy.IsZero() {
		b.PromisedDay = letter.Coming(c.Application.PromisedBy, today, p.Language)
	}
	if it.Key.Kind() == data.KindOfferDecision && !it.Due.IsZero() {
		b.Deadline = letter.Coming(data.DayOf(it.Due, d.Zone()), today, p.Language)
	}
	return to, b
}

// roundOf returns the interview a letter is about, and which of its letters
// this one is.
func roundOf(c *data.Case, it data.Item) (data.Interview, int) {
	var last data.Interview
	for _, iv := range standing(c) {
		if iv.ID == it.Key.Round() {
			return iv, max(0, slices.IndexFunc(iv.With, func(m data.Met) bool { return m.Person == it.Key.Person() }))
		}
		if last.ID == "" || iv.Start.After(last.Start) {
			last = iv
		}
	}
	return last, 0
}

// recipient is the person of a thank-you, else the first person met last, else
// anybody of the application.
func recipient(c *data.Case, it data.Item, iv data.Interview) data.Person {
	if p, ok := c.Person(it.Key.Person()); ok {
		return p
	}
	for _, m := range iv.With {
		if p, ok := c.Person(m.Person); ok {
			return p
		}
	}
	if len(c.People) > 0 {
		return c.People[0]
	}
	return data.Person{}
}

func (d *Desk) facts(c *data.Case, it data.Item) letter.Facts {
	iv, _ := roundOf(c, it)
	f := letter.Facts{Late: it.State == data.StateOverdue, Panel: len(iv.With) > 1, Promised: !c.Application.PromisedBy.IsZero()}
	for _, e := range data.InForce(c.Events) {
		if e.Type != data.EventSent {
			continue
		}
		if e.Item.Kind() == data.KindThankYou && e.Item.Person() == it.Key.Person() && e.Item.Round() != it.Key.Round() {
			f.Again = true
		}
	}
	_, n, _ := strings.Cut(string(it.Key), ":")
	fmt.Sscanf(n, "%d", &f.Number)
	return f
}

// thread returns the newest mail between the user and a person, which a letter
// answers so that it stays in its thread. Thank-yous begin a thread of their
// own unless that person wrote first.
func (d *Desk) thread(ctx context.Context, c *data.Case, to data.Person, it data.Item) (data.Message, error) {
	messages, err := d.store.Messages(ctx, c.Application.ID)
	if err != nil {
		return data.Message{}, err
	}
	var last data.Message
	for _, m := range messages {
		theirs := m.Class == data.ClassHuman && slices.Contains(to.Addresses, m.From)
		ours := m.Class == data.ClassOwn && slices.ContainsFunc(m.To, func(a string) bool { return slices.Contains(to.Addresses, a) })
		if (theirs || ours && it.Key.Kind() != data.KindThankYou) && m.Arrived.After(last.Arrived) {
			last = m
		}
	}
	return last, nil
}

// mailboxOf writes a person as an RFC 5322 mailbox, "" without an address.
func mailboxOf(p data.Person) string {
	if p.Address() == "" {
		return ""
	}
	if p.Name == "" {
		return p.Address()
	}
	name := p.Name
	if strings.ContainsAny(name, `()<>[]:;@\,."`) {
		name = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
	}
	return name + " <" + p.Address() + ">"
}

// CheckDraft checks a letter as it stands, without storing it.
func (d *Desk) CheckDraft(ctx context.Context, l data.Letter) (Draft, error) {
	c, plan, p, err := d.load(ctx, l.Application)
	if err != nil {
		return Draft{}, err
	}
	it, _ := plan.Item(l.Item)
	it.Key = l.Item
	return d.judgeLetter(ctx, c, p, it, letter.StageFor(it, d.facts(c, it)), l)
}
