// Package demo fills a home with examples: applications that stand at every
// stage, and a mail server in the same process on which sample mails arrive
// while one watches.
//
// It talks to the desk and to loopback only, and is never used with the user's
// own data.
package demo

import (
	"context"
	"fmt"
	"time"

	"afterword/app/desk"
	"afterword/data"
)

// An example is one sample application, placed so many days from now.
type example struct {
	company, role, person, address, job string
	also                                string // a second person met
	days                                int    // of the interview, from today
	hour                                int
	kind                                string
	said                                string
	topic                               string
	thanked                             bool   // the thank-you was sent the same evening
	thanks                              string // Message-ID of that mail, for a sample mail to answer
	checkedIn                           int    // days from today at which the check-in was sent; 0 for not
}

func examples() []example {
	return []example{
		{company: "Acme Robotics", role: "Product designer", person: "Dana Ruiz", also: "Lee Park", address: "dana.ruiz@acme.example", hour: -3, kind: "video", topic: "how your team tests early ideas with warehouse staff", said: "by the end of next week"},
		{company: "Brightwater Energy", role: "UX researcher", person: "Maya Chen", address: "maya.chen@brightwater.example", days: -4, hour: 11, kind: "final", thanked: true, thanks: "demo-thanks-brightwater@afterword.example"},
		{company: "Kestrel Health", role: "Service designer", person: "Ruth Adeyemi", address: "ruth.adeyemi@kestrel.example", days: -16, hour: 14, kind: "video", thanked: true},
		{company: "Northbridge Library Trust", role: "Digital content lead", person: "Tom Whitfield", address: "tom.whitfield@northbridge.example", days: 3, hour: 10, kind: "panel"},
		{company: "Lumen & Field", role: "Product designer", person: "Ines Moreau", address: "ines.moreau@lumenfield.example", days: -4, hour: 15, kind: "phone", thanked: true, thanks: "demo-thanks-lumen@afterword.example"},
		{company: "Orchard Street Bank", role: "Senior interaction designer", person: "Jonas Berg", address: "jonas.berg@orchardbank.example", days: -2, hour: 13, kind: "video", thanked: true, thanks: "demo-thanks-orchard@afterword.example", said: "in two weeks"},
		{company: "Tandem Mobility", role: "Design lead", person: "Kofi Mensah", address: "kofi.mensah@tandem.example", days: -8, hour: 10, kind: "final", thanked: true},
		{company: "Paper Crane Studio", role: "Visual designer", person: "Hana Sato", address: "hana.sato@papercrane.example", days: -40, hour: 16, kind: "onsite", thanked: true, checkedIn: -24},
	}
}

// Address is the sample user's mail address.
const Address = "sam@afterword.example"

// Fill stores the examples and returns when all are on disk.
func Fill(ctx context.Context, d *desk.Desk) error {
	for _, s := range [][2]string{{"me.name", "Sam Rivera"}, {"me.address", Address}} {
		if err := d.Set(ctx, s[0], s[1]); err != nil {
			return err
		}
	}
	for _, e := range examples() {
		if err := e.add(ctx, d); err != nil {
			return fmt.Errorf("example %s: %w", e.company, err)
		}
	}
	return nil
}

// sameEvening is how long after the start of an interview its thank-you went.
const sameEvening = 5 * time.Hour

// start returns when the interview is; a negative hour counts back from now.
func (e example) start(d *desk.Desk) time.Time {
	if e.hour < 0 {
		return d.Now().Add(time.Duration(e.hour) * time.Hour).Truncate(30 * time.Minute)
	}
	day := data.DayOf(d.Now(), d.Zone()).Add(e.days)
	for e.days < 0 && (day.Weekday() == time.Saturday || day.Weekday() == time.Sunday) {
		day = day.Add(-1)
	}
	return day.At(data.Wall(e.hour*60), d.Zone())
}

func (e example) add(ctx context.Context, d *desk.Desk) error {
	start := e.start(d)
	n := desk.NewInterview{Start: start, End: start.Add(time.Hour), Kind: e.kind, Topics: []string{e.topic}}
	n.With = []data.Person{{Name: e.person, Addresses: []string{e.address}, Job: e.job}}
	if e.also != "" {
		n.With = append(n.With, data.Person{Name: e.also})
	}
	id, err := d.AddApplication(ctx, desk.NewApplication{Company: e.company, Role: e.role, Said: e.said, First: n})
	if err != nil {
		return err
	}
	if err := e.history(ctx, d, id, start); err != nil {
		return err
	}
	if e.company != "Tandem Mobility" {
		return nil
	}
	deadline := data.DayOf(d.Now(), d.Zone()).Add(4)
	_, err = d.Said(ctx, id, data.ReplyOffer, deadline, d.Now().Add(-20*time.Hour))
	return err
}

// history marks what the sample user has sent so far.
func (e example) history(ctx context.Context, d *desk.Desk, id data.ID, start time.Time) error {
	det, err := d.Detail(ctx, id)
	if err != nil || !e.thanked {
		return err
	}
	for _, it := range det.Plan.Items {
		if it.Key.Kind() != data.KindThankYou {
			continue
		}
		if _, err := d.MarkSent(ctx, id, it.Key, start.Add(sameEvening), "email"); err != nil {
			return err
		}
	}
	if e.checkedIn == 0 {
		return nil
	}
	at := d.Now().AddDate(0, 0, e.checkedIn)
	_, err = d.MarkSent(ctx, id, "check_in:1", at, "email")
	return err
}
