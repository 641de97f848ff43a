package desk

import (
	"time"

	"afterword/app/words"
	"afterword/data"
)

// A Dated is one thing on the calendar: an interview, or an item of a plan that
// is not done yet.
type Dated struct {
	Application data.ID
	Company     string
	Role        string
	Item        data.ItemKey // "" for an interview
	Interview   data.Interview
	At          time.Time // the start of an interview, or when the item is due
	Day         data.Day  // where the user is
	Clock       string    // "15:00", "by 10:00"; "" for an interview without a time
	What        string    // "Video call with Dana and Lee", "Thank-you to Dana Ruiz"
	Zones       string    // "15:00–16:00 your time · 09:00 New York" where the two differ
	Place       string
	Link        string // a web address to join at; "" for none
	Overlap     string // with which interview it is at the same time; "" for none
	Badge       data.Badge
	Over        bool           // an interview that has ended
	zone        *time.Location // of the interview
}

// dated returns what an application has on the calendar.
func (d *Desk) dated(c *data.Case, plan *data.Plan, p Preferences) []Dated {
	s := d.Speaker(p.Schedule)
	now := d.Now()
	var all []Dated
	for _, iv := range standing(c) {
		over := !endOf(iv, p.Schedule, d.employerZone(c)).After(now)
		if iv.Start.IsZero() && iv.Date.IsZero() || !over && c.Application.State != data.Active {
			continue
		}
		all = append(all, d.meeting(s, c, iv, over))
	}
	if c.Application.State != data.Active {
		return all
	}
	for _, it := range plan.Items {
		if !it.Pending() || it.Due.IsZero() {
			continue
		}
		all = append(all, Dated{
			Application: c.Application.ID, Company: c.Application.Company, Role: c.Application.Role, Item: it.Key,
			At: it.Due, Day: data.DayOf(it.Due, d.Zone()), Clock: s.ByClock(it.Due), What: s.Title(c, it.Key), Badge: cardBadge(it.Key.Kind()),
		})
	}
	return all
}

func (d *Desk) meeting(s words.Speaker, c *data.Case, iv data.Interview, over bool) Dated {
	e := Dated{
		Application: c.Application.ID, Company: c.Application.Company, Role: c.Application.Role, Interview: iv,
		At: iv.Start, Day: interviewDay(iv, d.Zone()), What: s.MeetingWith(c, iv), Badge: data.BadgeInterview, Over: over,
		Place: iv.Place, zone: d.zoneOf(c, iv),
	}
	if iv.Start.IsZero() {
		e.At = iv.Date.At(0, d.Zone())
		return e
	}
	e.Clock = iv.Start.In(d.Zone()).Format("15:04")
	e.Zones = s.BothZones(iv, e.zone)
	if e.Place, e.Link = iv.Place, words.Link(iv.Place); e.Link == iv.Place {
		e.Place = ""
	}
	return e
}
