package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// A ContactRow is one person in the list of people.
type ContactRow struct {
	Person data.Person
	Job    string // "Head of design · Acme Robotics"
	Last   string // the last contact, as a row says it: "Tue", "17 Nov"; "" for none
}

// A Contact is everything the page of one person shows. A person who was met in
// several applications under one name and address is one contact.
type Contact struct {
	Person       data.Person // as the newest application knows them
	Subtitle     string      // "Head of design · Acme Robotics · Interviewer"
	Standing     string      // when the last contact was
	Keep         int         // days after the last contact to write again; 0 for never
	Next         string      // when that is; "" for never
	Applications []Row       // in which the person was met, the newest first
	Topics       []Topic     // talked about, the newest first
	History      []Entry     // contacts of any kind, the newest first
	More         int         // contacts before those
	records      []record
}

// A Topic is what one interview with a person was about.
type Topic struct {
	Interview data.ID
	Text      string
	When      string
}

// A record is a person as one application knows them.
type record struct {
	c      *data.Case
	person data.Person
	last   time.Time // contact in that application
}

// Contacts returns the people of all applications by name, those that a search
// finds; with keep, only those to keep in touch with.
func (d *Desk) Contacts(ctx context.Context, search string, keep bool) ([]data.ID, error) {
	return d.store.Contacts(ctx, search, keep)
}

// ContactRows puts some contacts into the words of a list, in the order asked
// for; those that are gone are left out.
func (d *Desk) ContactRows(ctx context.Context, ids []data.ID) ([]ContactRow, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	records, err := d.records(ctx, p, ids)
	if err != nil {
		return nil, err
	}
	s := d.Speaker(p.Schedule)
	var rows []ContactRow
	for _, id := range ids {
		of := records[id]
		if len(of) == 0 {
			continue
		}
		row := ContactRow{Person: of[0].person, Job: words.Dotted(jobOf(of), companiesOf(of))}
		row.Person.ID = id
		if last := lastOf(of); !last.IsZero() {
			row.Last = s.Soon(data.DayOf(last, d.Zone()))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// records reads the records of some contacts, each contact's newest application
// first.
func (d *Desk) records(ctx context.Context, p Preferences, ids []data.ID) (map[data.ID][]record, error) {
	known, err := d.store.Acquaintances(ctx, ids)
	if err != nil {
		return nil, err
	}
	applications := make([]data.ID, 0, len(known))
	for _, a := range known {
		applications = append(applications, a.Application)
	}
	slices.Sort(applications)
	cases, err := d.store.Cases(ctx, slices.Compact(applications))
	if err != nil {
		return nil, err
	}
	byID := make(map[data.ID]*data.Case, len(cases))
	for i := range cases {
		byID[cases[i].Application.ID] = &cases[i]
	}
	all := make(map[data.ID][]record)
	for _, a := range known {
		c := byID[a.Application]
		if c == nil {
			continue // deleted just now
		}
		if person, ok := c.Person(a.Person); ok {
			last, _ := d.contact(c, a.Person, p.Schedule, d.Now())
			all[a.Contact] = append(all[a.Contact], record{c, person, last})
		}
	}
	return all, nil
}

func lastOf(records []record) time.Time {
	var last time.Time
	for _, r := range records {
		if r.last.After(last) {
			last = r.last
		}
	}
	return last
}

// jobOf is the job as the newest application that has one says.
func jobOf(records []record) string {
	for _, r := range records {
		if r.person.Job != "" {
			return r.person.Job
		}
	}
	return ""
}

func companiesOf(records []record) string {
	var names []string
	for _, r := range records {
		if name := r.c.Application.Company; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Contact reads one person. Errors wrap data.ErrNotFound when there is none.
func (d *Desk) Contact(ctx context.Context, id data.ID) (Contact, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Contact{}, err
	}
	all, err := d.records(ctx, p, []data.ID{id})
	if err != nil {
		return Contact{}, err
	}
	of := all[id]
	if len(of) == 0 {
		return Contact{}, fmt.Errorf("person %s: %w", id, data.ErrNotFound)
	}
	s := d.Speaker(p.Schedule)
	c := Contact{Person: of[0].person, records: of, Standing: assets.L("No contact yet.")}
	c.Person.Job = jobOf(of)
	c.Subtitle = words.Dotted(c.Person.Job, companiesOf(of), words.Relation(c.Person.Kind))
	if last := lastOf(of); !last.IsZero() {
		c.Standing = assets.L("Your last contact was {{.When}}.", assets.Args{"When": s.MetOn(data.DayOf(last, d.Zone()))})
	}
	for _, r := range of {
		c.Applications = append(c.Applications, d.outlook(r.c, p).row)
		c.Topics = append(c.Topics, d.topics(s, r)...)
		messages, err := d.store.Messages(ctx, r.c.Application.ID)
		if err != nil {
			return Contact{}, err
		}
		c.History = append(c.History, history(s, r, messages)...)
	}
	slices.SortStableFunc(c.History, func(a, b Entry) int { return b.At.Compare(a.At) })
	shown := min(len(c.History), 8)
	c.History, c.More = c.History[:shown], len(c.History)-shown
	c.Keep, c.Next = d.reminder(s, p, of)
	return c, nil
}

// topics returns what was talked about in the interviews with a person.
func (d *Desk) topics(s words.Speaker, r record) []Topic {
	var all []Topic
	rounds := standing(r.c)
	for i := range rounds {
		iv := rounds[len(rounds)-1-i]
		for _, m := range iv.With {
			if m.Person == r.person.ID && m.Topic != "" {
				all = append(all, Topic{iv.ID, m.Topic, s.Day(interviewDay(iv, d.Zone()))})
			}
		}
	}
	return all
}

// history returns the contacts with a person, as the timeline says them.
func history(s words.Speaker, r record, messages []data.Message) []Entry {
	events := make(map[data.ID]data.Event, len(r.c.Events))
	for _, e := range r.c.Events {
		events[e.ID] = e
	}
	others := func(e data.Event) bool { return e.Item.Person() != "" && e.Item.Person() != r.person.ID }
	return slices.DeleteFunc(timeline(s, r.c, messages), func(e Entry) bool {
		switch data.EventType(e.Kind) {
		case data.EventSent:
			return e.Undone || others(events[e.Event])
		case data.EventReply, data.EventInvite, data.EventOffer, data.EventRejection, data.EventPromise, data.EventCall:
			return e.Undone
		}
		return e.Kind != "interview" || e.At.After(s.Now) || !slices.ContainsFunc(standing(r.c), func(iv data.Interview) bool {
			return iv.Start.Equal(e.At) && slices.ContainsFunc(iv.With, func(m data.Met) bool { return m.Person == r.person.ID })
		})
	})
}

// reminder returns after how many days the user wants to write to a person
// again, and when that is.
func (d *Desk) reminder(s words.Speaker, p Preferences, of []record) (days int, next string) {
	var due time.Time
	for _, r := range of {
		if r.person.Keep == 0 {
			continue
		}
		if r.c.Application.Policy == data.NoContact {
			return r.person.Keep, assets.L("No reminder while you want no contact at {{.Company}}.", assets.Args{"Company": r.c.Application.Company})
		}
		plan := d.plan(r.c, p, d.Now())
		it, planned := plan.Item(data.KeepInTouchKey(r.person.ID))
		planned = planned && it.Pending()
		if r.c.Application.State != data.Active { // nothing notifies (schedule.md 16.9); the day is told all the same
			next = assets.L("No reminder while {{.Company}} is closed or archived.", assets.Args{"Company": r.c.Application.Company})
			if planned {
				next = assets.L("Stay in touch from {{.Date}}.", assets.Args{"Date": s.Day(data.DayOf(it.Due, d.Zone()))}) + " " + next
			}
			return r.person.Keep, next
		}
		days = max(days, r.person.Keep)
		if planned && (due.IsZero() || it.Due.Before(due)) {
			due = it.Due
		}
	}
	switch day := data.DayOf(due, d.Zone()); {
	case days == 0:
	case due.IsZero():
		next = assets.L("Counted from your first contact.")
	case !day.After(s.Today()):
		next = assets.L("A good day for a line. There is no hurry.")
	default:
		next = assets.L("Next: {{.Date}}.", assets.Args{"Date": s.Day(day)})
	}
	return days, next
}
