package main

import (
	"context"
	"fmt"
	"time"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/data"
)

// now is when the measured window lives.
const now = "2026-11-23T15:00:00+01:00"

// fillHome makes a home with n applications: interviews up to four months back,
// one or two people each, every third thank-you sent.
func fillHome(ctx context.Context, home string, n int) error {
	p, err := profile.New(profile.Flags{Home: home, Now: now, TZ: "Europe/Berlin"})
	if err != nil {
		return err
	}
	d, err := desk.Open(ctx, p)
	if err != nil {
		return err
	}
	defer d.Close()
	for i := range n {
		begin := d.Now().AddDate(0, 0, 7-i%120).Truncate(time.Hour)
		id, err := d.AddApplication(ctx, desk.NewApplication{
			Company: fmt.Sprintf("Company %d of %s", i, []string{"Berlin", "Oslo", "Lyon"}[i%3]), Role: roleOf(i),
			First: desk.NewInterview{Start: begin, End: begin.Add(time.Hour), Kind: "video", With: []data.Person{
				{Name: nameOf(i), Addresses: []string{fmt.Sprintf("p%d@company%d.example", i, i)}},
			}},
		})
		if err != nil {
			return err
		}
		if i%3 != 0 || i%120 < 8 {
			continue
		}
		det, err := d.Detail(ctx, id)
		if err != nil {
			return err
		}
		for _, step := range det.Steps {
			if step.Item.Key.Kind() == data.KindThankYou {
				if _, err := d.MarkSent(ctx, id, step.Item.Key, begin.Add(3*time.Hour), ""); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func roleOf(i int) string {
	roles := []string{"Product designer", "UX researcher", "Backend engineer", "Data analyst", "Team lead"}
	return roles[i%len(roles)]
}

func nameOf(i int) string { return fmt.Sprintf("Person%d Example%d", i, i%97) }
