package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

func (c *cli) mailbox() *cobra.Command {
	cmd := &cobra.Command{Use: "mailbox", Short: "connect, status, forget", RunE: group}
	cmd.AddCommand(c.connect(), c.status(), c.forget())
	return cmd
}

type boxJSON struct {
	ID       data.ID           `json:"id"`
	Email    string            `json:"email"`
	State    data.MailboxState `json:"state"`
	LastSync *string           `json:"last_sync"`
	Folders  []string          `json:"folders"`
}

func (c *cli) status() *cobra.Command {
	return &cobra.Command{Use: "status", Short: "how the watching goes", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, _ *profile.Profile) error {
			boxes, err := d.Mailboxes(ctx)
			if err != nil {
				return err
			}
			out := struct {
				Mailboxes []boxJSON `json:"mailboxes"`
			}{[]boxJSON{}}
			var rows [][]string
			for _, b := range boxes {
				box := boxJSON{b.ID, b.Email, b.State, stamp(d, b.LastSync), []string{}}
				for _, f := range b.Folders {
					box.Folders = append(box.Folders, f.Name)
				}
				out.Mailboxes = append(out.Mailboxes, box)
				rows = append(rows, []string{b.Email, string(b.State), b.Detail, checked(d, b), string(b.ID)})
			}
			return c.say(out, func() string {
				if len(rows) == 0 {
					return assets.L("No mailbox is connected. Everything else works without.")
				}
				return table(rows)
			})
		})
	}}
}

// checked says when a mailbox was read last.
func checked(d *desk.Desk, b data.Mailbox) string {
	if b.LastSync.IsZero() {
		return assets.L("not checked yet")
	}
	return d.Speaker(data.DefaultSettings()).Since(b.LastSync)
}

func (c *cli) forget() *cobra.Command {
	return &cobra.Command{Use: "forget [ID]", Short: "disconnect, and erase what was noted of the mails", Args: upTo(1), RunE: func(_ *cobra.Command, a []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, p *profile.Profile) error {
			boxes, err := d.Mailboxes(ctx)
			if err != nil {
				return err
			}
			secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
			if err != nil {
				return err
			}
			n := 0
			for _, b := range boxes {
				if len(a) == 1 && string(b.ID) != a[0] {
					continue
				}
				if err := d.ForgetMailbox(ctx, b.ID); err != nil {
					return err
				}
				if err := secrets.Delete(b.ID); err != nil {
					return fmt.Errorf("the mailbox is forgotten, but not its password: %w", err)
				}
				n++
			}
			if len(a) == 1 && n == 0 {
				return fmt.Errorf("no mailbox %q; afterword mailbox status lists them", a[0])
			}
			return c.say(map[string]int{"forgotten": n}, func() string {
				if n == 0 {
					return assets.L("No mailbox is connected.")
				}
				return assets.N("One mailbox is forgotten.", "{{.N}} mailboxes are forgotten.", n)
			})
		})
	}}
}
