package command

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/invite"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

type idOut struct {
	ID data.ID `json:"id"`
}

// A meeting is what the flags say of one interview.
type meeting struct {
	start, end, kind, place string
	with                    []string
}

func (m *meeting) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&m.start, "start", "", "when it begins: 2026-11-17T10:00, RFC 3339, a date, or words")
	f.StringVar(&m.end, "end", "", "when it ends")
	f.StringVar(&m.kind, "kind", "", "phone, video, onsite, panel or final")
	f.StringVar(&m.place, "place", "", "address or link")
	f.StringArrayVar(&m.with, "with", nil, `a person met: "Name <address>"; may repeat`)
}

// read turns the flags into an interview; times without a zone are in zone.
func (m *meeting) read(ctx context.Context, d *desk.Desk, zone *time.Location) (desk.NewInterview, error) {
	n := desk.NewInterview{Kind: m.kind, Place: m.place}
	if m.start != "" {
		w, err := when(ctx, d, zone, m.start, d.Now())
		if err != nil {
			return n, fmt.Errorf("--start: %w", err)
		}
		n.Start, n.End, n.Date, n.Zone = w.Start, w.End, w.Date, w.Zone
	}
	if m.end != "" {
		w, err := when(ctx, d, zone, m.end, cmp.Or(n.Start, d.Now()))
		if err == nil && w.Start.IsZero() {
			err = fmt.Errorf("%q names no time of day: %w", m.end, data.ErrInvalid)
		}
		if err != nil {
			return n, fmt.Errorf("--end: %w", err)
		}
		n.End = w.Start
	}
	for _, text := range m.with {
		people := invite.People(text)
		if len(people) == 0 {
			return n, fmt.Errorf("--with %q names nobody; write \"Name <address>\": %w", text, data.ErrInvalid)
		}
		n.With = append(n.With, people...)
	}
	return n, nil
}

// when reads RFC 3339, a local time, a date or the user's words, as said at an
// instant by somebody in zone.
func when(ctx context.Context, d *desk.Desk, zone *time.Location, text string, said time.Time) (invite.When, error) {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return invite.When{Start: t}, nil
	}
	r, err := d.Reader(ctx)
	if err != nil {
		return invite.When{}, err
	}
	r.Employer, r.Now = zone, said
	return r.When(text)
}

func (c *cli) add() *cobra.Command {
	var n desk.NewApplication
	var m meeting
	cmd := &cobra.Command{Use: "add --company C", Short: "a new application with its first interview", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			zone := d.Zone()
			if n.EmployerZone != "" {
				loc, err := time.LoadLocation(n.EmployerZone)
				if err != nil {
					return fmt.Errorf("--employer-tz %q is not a zone such as America/New_York: %w", n.EmployerZone, data.ErrInvalid)
				}
				zone = loc
			}
			var err error
			if n.First, err = m.read(ctx, d, zone); err != nil {
				return err
			}
			id, err := d.AddApplication(ctx, n)
			if err != nil {
				return err
			}
			return c.say(idOut{id}, func() string {
				return assets.L("Added {{.Company}}: {{.ID}}", assets.Args{"Company": n.Company, "ID": string(id)})
			})
		})
	}}
	m.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&n.Company, "company", "", "the company")
	f.StringVar(&n.Role, "role", "", "the role")
	f.StringVar(&n.EmployerZone, "employer-tz", "", "the employer's zone, such as America/New_York")
	f.StringVar(&n.Country, "country", "", "the employer's country, two letters")
	f.StringVar(&n.Source, "source", "", "agency, when an agency arranged it")
	f.StringVar(&n.Said, "said", "", `when they would decide: "by Friday"`)
	_ = cmd.MarkFlagRequired("company")
	return cmd
}
