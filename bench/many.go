package main

import (
	"context"
	"fmt"
	"time"

	"afterword/app/profile"
	"afterword/data"
	"afterword/data/sqlite"
)

// fillMany makes a home with n applications and ten times as many events, as the
// desk would have filed them, in large transactions: an interview up to four
// months back or a week ahead, a person, every third thank-you sent, and what is
// noted over the weeks.
func fillMany(ctx context.Context, home string, n int) error {
	p, err := profile.New(profile.Flags{Home: home, Now: now, TZ: "Europe/Berlin"})
	if err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, p.Database())
	if err != nil {
		return err
	}
	defer store.Close()
	begun := p.Clock.Now().Truncate(time.Minute) // each start is at this instant again: nothing lies after it
	const together = 2000                        // applications of one transaction
	for from := 0; from < n; from += together {
		err := store.Write(ctx, func(tx *sqlite.Tx) error {
			for i := from; i < min(from+together, n); i++ {
				if err := addOne(ctx, tx, begun, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addOne stores one application with ten events.
func addOne(ctx context.Context, tx *sqlite.Tx, now time.Time, i int) error {
	begin := now.AddDate(0, 0, 7-i%120).Truncate(time.Hour)
	added := begin.AddDate(0, 0, -14)
	a := data.Application{
		Company: fmt.Sprintf("Company %d of %s", i, []string{"Berlin", "Oslo", "Lyon"}[i%3]), Role: roleOf(i),
		State: data.Active, Added: added, Updated: added,
	}
	if err := tx.AddApplication(ctx, &a); err != nil {
		return err
	}
	who := data.Person{Name: nameOf(i), Kind: "interviewer", Addresses: []string{fmt.Sprintf("p%d@company%d.example", i, i)}}
	if err := tx.AddPerson(ctx, &who); err != nil {
		return err
	}
	if err := tx.Involve(ctx, a.ID, who.ID, who.Kind); err != nil {
		return err
	}
	iv := data.Interview{Application: a.ID, Start: begin, End: begin.Add(time.Hour), Kind: "video", With: []data.Met{{Person: who.ID}}}
	if err := tx.AddInterview(ctx, &iv); err != nil {
		return err
	}
	events := []data.Event{{Type: data.EventAdded, At: added}}
	if i%3 == 0 && i%120 >= 8 {
		events = append(events, data.Event{Type: data.EventSent, Item: data.ThankYouKey(iv.ID, who.ID), At: begin.Add(3 * time.Hour), Channel: "email"})
	}
	for day := 1; len(events) < 10; day++ {
		note := data.Event{Type: data.EventNote, At: added.AddDate(0, 0, day), Value: "Called, and left a message for the hiring team."}
		if day%3 == 0 {
			note.Type, note.Value, note.Why = data.EventATSUpdate, "", "Their system wrote"
		}
		events = append(events, note)
	}
	for _, e := range events {
		e.Application, e.Source = a.ID, data.ByUser
		if e.At.After(now) {
			e.At = now
		}
		if err := tx.AddEvent(ctx, &e); err != nil {
			return err
		}
	}
	return nil
}
