package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"afterword/data"
	"afterword/data/sqlite"
)

// A ContactEdit is what the form of a person gives.
type ContactEdit struct {
	Name, Preferred, Honorific, Job, Kind string

	Addresses []string // the first is written to
}

// Kinds are what a person can be, "" for not said.
func Kinds() []string {
	return []string{"", "interviewer", "recruiter", "manager", "coordinator", "agency"}
}

// A Saved is what a form filed; its events are undone together.
type Saved struct {
	Batch data.ID // "" when nothing was changed
	Count int     // of the values that changed
}

// EditContact changes a person in all applications; each changed value is an
// event of its own, and all are filed in one transaction. What cannot be stored
// wraps data.ErrInvalid, and then nothing is.
func (d *Desk) EditContact(ctx context.Context, id data.ID, n ContactEdit) (Saved, error) {
	if n.Name = strings.TrimSpace(n.Name); n.Name == "" {
		return Saved{}, nameless()
	}
	if !slices.Contains(Kinds(), n.Kind) {
		return Saved{}, fmt.Errorf("kind %q; use interviewer, recruiter, manager, coordinator or agency: %w", n.Kind, data.ErrInvalid)
	}
	var addresses []string
	for _, a := range n.Addresses {
		one, err := address(strings.TrimSpace(a))
		if err != nil {
			return Saved{}, err
		}
		if one = strings.ToLower(one); one != "" && !slices.Contains(addresses, one) {
			addresses = append(addresses, one)
		}
	}
	return d.setContact(ctx, id, func(p data.Person, _ bool) []data.Event {
		return []data.Event{
			{Name: "name", Value: n.Name, Was: p.Name},
			{Name: "preferred", Value: strings.TrimSpace(n.Preferred), Was: p.Preferred},
			{Name: "honorific", Value: strings.TrimSpace(n.Honorific), Was: p.Honorific},
			{Name: "job", Value: strings.TrimSpace(n.Job), Was: p.Job},
			{Name: "kind", Value: n.Kind, Was: p.Kind},
			{Name: "addresses", Value: list(addresses...), Was: list(p.Addresses...)},
		}
	})
}

// KeepInTouch sets after how many days without contact the user wants to write
// to a person again: 90, 180 or 0 for never. Of several applications the newest
// reminds, so that there is one reminder.
func (d *Desk) KeepInTouch(ctx context.Context, id data.ID, days int) (Saved, error) {
	if days != 0 && days != 90 && days != 180 {
		return Saved{}, fmt.Errorf("keep in touch after %d days; use 0, 90 or 180: %w", days, data.ErrInvalid)
	}
	return d.setContact(ctx, id, func(p data.Person, newest bool) []data.Event {
		want := 0
		if newest {
			want = days
		}
		return []data.Event{{Name: "keep_in_touch", Value: strconv.Itoa(want), Was: strconv.Itoa(p.Keep)}}
	})
}

// setContact files the values of each record of a person that differ.
func (d *Desk) setContact(ctx context.Context, id data.ID, values func(p data.Person, newest bool) []data.Event) (Saved, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Saved{}, err
	}
	all, err := d.records(ctx, p, []data.ID{id})
	if err != nil {
		return Saved{}, err
	}
	if len(all[id]) == 0 {
		return Saved{}, fmt.Errorf("person %s: %w", id, data.ErrNotFound)
	}
	var events []data.Event
	done := make(map[data.ID]bool)
	for i, r := range all[id] {
		if done[r.person.ID] {
			continue
		}
		done[r.person.ID] = true
		for _, e := range values(r.person, i == 0) {
			if e.Value != e.Was {
				e.Application, e.Target, e.Type = r.c.Application.ID, r.person.ID, data.EventSet
				events = append(events, e)
			}
		}
	}
	if len(events) == 0 {
		return Saved{}, nil
	}
	saved := Saved{Batch: data.ID(uuid.Must(uuid.NewV7()).String()), Count: len(events)}
	err = d.write(ctx, all[id][0].c.Application.ID, func(tx *sqlite.Tx) error {
		found := false // by other mails than before
		for _, e := range events {
			found = found || e.Name == "name" || e.Name == "addresses"
			e.Batch = saved.Batch
			d.stamp(&e)
			if err := tx.AddEvent(ctx, &e); err != nil {
				return err
			}
		}
		if !found {
			return nil
		}
		return rewind(ctx, tx)
	})
	return saved, err
}
