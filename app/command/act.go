package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

type eventOut struct {
	Event data.ID `json:"event"`
}

// on runs an act on the application that the first argument names.
func (c *cli) on(word string, done func() string, act func(context.Context, *desk.Desk, data.ID) (data.ID, error)) error {
	return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
		id, err := find(ctx, d, word)
		if err != nil {
			return err
		}
		event, err := act(ctx, d, id)
		if err != nil {
			return err
		}
		return c.say(eventOut{event}, func() string {
			return done() + " " + assets.L("Undo: {{.Command}}", assets.Args{"Command": "afterword undo " + string(event)})
		})
	})
}

func (c *cli) sent() *cobra.Command {
	var at, channel string
	cmd := &cobra.Command{Use: "sent APP ITEM", Short: "an item was sent, by any channel", Args: args(2), RunE: func(_ *cobra.Command, a []string) error {
		return c.on(a[0], func() string { return assets.L("Marked as sent.") }, func(ctx context.Context, d *desk.Desk, id data.ID) (data.ID, error) {
			when, err := instant(ctx, d, at)
			if err != nil {
				return "", err
			}
			return d.MarkSent(ctx, id, data.ItemKey(a[1]), when, channel)
		})
	}}
	cmd.Flags().StringVar(&at, "at", "", "when, if not now")
	cmd.Flags().StringVar(&channel, "channel", "email", "email, phone, linkedin, card or other")
	return cmd
}

func (c *cli) skip() *cobra.Command {
	return &cobra.Command{Use: "skip APP ITEM", Short: "leave an item out", Args: args(2), RunE: func(_ *cobra.Command, a []string) error {
		return c.on(a[0], func() string { return assets.L("Left out.") }, func(ctx context.Context, d *desk.Desk, id data.ID) (data.ID, error) {
			return d.Skip(ctx, id, data.ItemKey(a[1]))
		})
	}}
}

func (c *cli) snooze() *cobra.Command {
	var until string
	cmd := &cobra.Command{Use: "snooze APP ITEM --until DATE", Short: "an item later", Args: args(2), RunE: func(_ *cobra.Command, a []string) error {
		return c.on(a[0], func() string { return assets.L("Moved to later.") }, func(ctx context.Context, d *desk.Desk, id data.ID) (data.ID, error) {
			day, err := data.ParseDay(until)
			if err != nil {
				return "", err
			}
			return d.Snooze(ctx, id, data.ItemKey(a[1]), day)
		})
	}}
	cmd.Flags().StringVar(&until, "until", "", "the day, YYYY-MM-DD")
	_ = cmd.MarkFlagRequired("until")
	return cmd
}

func (c *cli) said() *cobra.Command {
	var date, at string
	cmd := &cobra.Command{Use: "said APP CLASS", Short: "what their answer meant", Args: args(2), RunE: func(_ *cobra.Command, a []string) error {
		return c.on(a[0], func() string { return assets.L("Noted.") }, func(ctx context.Context, d *desk.Desk, id data.ID) (data.ID, error) {
			when, err := instant(ctx, d, at)
			if err != nil {
				return "", err
			}
			var day data.Day
			if date != "" {
				if day, err = data.ParseDay(date); err != nil {
					day, err = d.Promise(ctx, date, data.Day{})
				}
			}
			if err != nil {
				return "", err
			}
			return d.Said(ctx, id, data.ReplyClass(a[1]), day, when)
		})
	}}
	cmd.Long = "CLASS is courtesy, still_deciding, promise, next_round, rejection, offer or not_about_this."
	cmd.Flags().StringVar(&date, "date", "", "the date they named, YYYY-MM-DD or in words")
	cmd.Flags().StringVar(&at, "at", "", "when they said it")
	return cmd
}

func (c *cli) withdraw() *cobra.Command {
	return &cobra.Command{Use: "withdraw APP", Short: "you leave the race", Args: args(1), RunE: func(_ *cobra.Command, a []string) error {
		return c.on(a[0], func() string { return assets.L("Noted.") }, func(ctx context.Context, d *desk.Desk, id data.ID) (data.ID, error) { return d.Withdraw(ctx, id) })
	}}
}

func (c *cli) undo() *cobra.Command {
	return &cobra.Command{
		Use: "undo [EVENT]", Short: "take an event back, else the newest one", Args: upTo(1),
		RunE: func(_ *cobra.Command, a []string) error {
			return c.reverse(func(ctx context.Context, d *desk.Desk) (desk.Undone, error) {
				if len(a) == 0 {
					return d.UndoLast(ctx)
				}
				u, err := d.Undo(ctx, data.ID(a[0]))
				return u, advise(err, data.ErrNotFound, "afterword show APP lists the events")
			})
		},
	}
}

func (c *cli) redo() *cobra.Command {
	return &cobra.Command{Use: "redo", Short: "put the last undone event back", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.reverse(func(ctx context.Context, d *desk.Desk) (desk.Undone, error) {
			u, err := d.Redo(ctx)
			if errors.Is(err, data.ErrNothing) {
				return u, errors.New("nothing to put back")
			}
			return u, err
		})
	}}
}

func (c *cli) reverse(act func(context.Context, *desk.Desk) (desk.Undone, error)) error {
	return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
		u, err := act(ctx, d)
		if err != nil {
			return err
		}
		return c.say(eventOut{u.Event}, func() string { return reversed(ctx, d, u) })
	})
}

// reversed says which event was taken back or put back.
func reversed(ctx context.Context, d *desk.Desk, u desk.Undone) string {
	det, err := d.Detail(ctx, u.Application)
	if err != nil { // the words are a courtesy; it is done in any case
		return assets.L("Done.")
	}
	target, back := u.Target, false
	for target.Type == data.EventUndo {
		i := slices.IndexFunc(det.Case.Events, func(e data.Event) bool { return e.ID == target.Target })
		if i < 0 {
			break
		}
		target, back = det.Case.Events[i], !back
	}
	what := assets.Args{"Company": det.Case.Application.Company, "Event": d.Speaker(data.DefaultSettings()).Event(&det.Case, target)}
	if back {
		return assets.L("{{.Company}}: back again: {{.Event}}", what)
	}
	return assets.L("{{.Company}}: taken back: {{.Event}}", what)
}

func upTo(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if len(given) > n {
			return fmt.Errorf("%s takes at most %d arguments: %w", cmd.CommandPath(), n, errUsage)
		}
		return nil
	}
}

// instant reads RFC 3339, or the user's words for a time. A day is its noon;
// today, like "", is the zero time, which stands for now.
func instant(ctx context.Context, d *desk.Desk, text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t, nil
	}
	r, err := d.Reader(ctx)
	if err != nil {
		return time.Time{}, err
	}
	w, err := r.When(text)
	if err != nil {
		return time.Time{}, err
	}
	switch {
	case !w.Start.IsZero():
		return w.Start, nil
	case w.Date == data.DayOf(d.Now(), d.Zone()):
		return time.Time{}, nil
	}
	return w.Date.At(12*60, d.Zone()), nil
}
