package command

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

func (c *cli) interview() *cobra.Command {
	cmd := &cobra.Command{Use: "interview", Short: "further rounds", RunE: group}
	cmd.AddCommand(c.addRound(), c.moveRound(), c.cancelRound())
	return cmd
}

func (c *cli) addRound() *cobra.Command {
	var m meeting
	cmd := &cobra.Command{Use: "add APP --start T", Short: "a further round", Args: args(1), RunE: func(_ *cobra.Command, a []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			app, err := find(ctx, d, a[0])
			if err != nil {
				return err
			}
			det, err := d.Detail(ctx, app)
			if err != nil {
				return err
			}
			n, err := m.read(ctx, d, employerZone(d, det))
			if err != nil {
				return err
			}
			id, err := d.AddInterview(ctx, app, n)
			if err != nil {
				return err
			}
			return c.say(idOut{id}, func() string { return assets.L("Added the interview: {{.ID}}", assets.Args{"ID": string(id)}) })
		})
	}}
	m.flags(cmd)
	_ = cmd.MarkFlagRequired("start")
	return cmd
}

func (c *cli) moveRound() *cobra.Command {
	var start, end string
	cmd := &cobra.Command{Use: "move ID --start T", Short: "a round has a new time", Args: args(1), RunE: func(_ *cobra.Command, a []string) error {
		return c.round(a[0], func() string { return assets.L("Moved.") }, func(ctx context.Context, d *desk.Desk, id data.ID, zone *time.Location) error {
			n, err := (&meeting{start: start, end: end}).read(ctx, d, zone)
			if err != nil {
				return err
			}
			_, err = d.MoveInterview(ctx, id, n)
			return err
		})
	}}
	cmd.Flags().StringVar(&start, "start", "", "when it begins: 2026-11-17T10:00, RFC 3339, a date, or words")
	cmd.Flags().StringVar(&end, "end", "", "when it ends")
	_ = cmd.MarkFlagRequired("start")
	return cmd
}

func (c *cli) cancelRound() *cobra.Command {
	var by string
	cmd := &cobra.Command{Use: "cancel ID --by employer|me", Short: "a round was taken back", Args: args(1), RunE: func(_ *cobra.Command, a []string) error {
		return c.round(a[0], func() string { return assets.L("Cancelled.") }, func(ctx context.Context, d *desk.Desk, id data.ID, _ *time.Location) error {
			who := by
			if who == "me" {
				who = "candidate"
			}
			_, err := d.CancelInterview(ctx, id, who)
			return err
		})
	}}
	cmd.Flags().StringVar(&by, "by", "", "employer or me")
	_ = cmd.MarkFlagRequired("by")
	return cmd
}

// round runs an act on the round that a word names, with the employer's zone,
// and prints the round's id.
func (c *cli) round(word string, done func() string, act func(context.Context, *desk.Desk, data.ID, *time.Location) error) error {
	return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
		id := data.ID(word)
		det, err := meetingOf(ctx, d, id)
		if err != nil {
			return err
		}
		if err := act(ctx, d, id, employerZone(d, det)); err != nil {
			return err
		}
		return c.say(idOut{id}, done)
	})
}

// meetingOf returns the application that a round belongs to.
func meetingOf(ctx context.Context, d *desk.Desk, round data.ID) (desk.Detail, error) {
	rows, err := d.List(ctx, desk.Filter{All: true})
	if err != nil {
		return desk.Detail{}, err
	}
	is := func(iv data.Interview) bool { return iv.ID == round }
	for _, r := range rows {
		if slices.ContainsFunc(r.Interviews, is) {
			return d.Detail(ctx, r.ID)
		}
	}
	for _, r := range rows { // a cancelled round is in no row
		det, err := d.Detail(ctx, r.ID)
		if err != nil || slices.ContainsFunc(det.Case.Interviews, is) {
			return det, err
		}
	}
	return desk.Detail{}, fmt.Errorf("no interview %q; afterword show APP lists them", round)
}

// employerZone is the zone in which the employer names times.
func employerZone(d *desk.Desk, det desk.Detail) *time.Location {
	if name := det.Case.Application.EmployerZone; name != "" {
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
	}
	return d.Zone()
}
