package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/assets"
)

func (c *cli) set() *cobra.Command {
	return &cobra.Command{
		Use: "set [APP] NAME VALUE", Short: "a setting, or a value of one application",
		Long: "Settings: me.name, me.address, me.alias, me.days_off, letters.tone, and every number of the schedule such as checkin_due_days.\nOf an application: company, role, notes, country, policy, employer_tz, promised_by, holidays, closed (no_answer, other, no), archived (yes, no), pin:ITEM.",
		Args: func(cmd *cobra.Command, given []string) error {
			if len(given) != 2 && len(given) != 3 {
				return fmt.Errorf("set takes a name and a value, and before them perhaps an application: %w", errUsage)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, a []string) error {
			return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
				name := a[len(a)-2]
				out := struct {
					Set string `json:"set"`
				}{name}
				done := func() string { return assets.L("Set {{.Name}}.", assets.Args{"Name": name}) }
				if len(a) == 2 {
					if err := d.Set(ctx, name, a[1]); err != nil {
						return err
					}
					return c.say(out, done)
				}
				id, err := find(ctx, d, a[0])
				if err != nil {
					return err
				}
				if _, err := d.SetApplication(ctx, id, name, a[2]); err != nil {
					return err
				}
				return c.say(out, done)
			})
		},
	}
}
