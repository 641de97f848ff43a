package command

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/app/reply"
	"afterword/assets"
	"afterword/data"
)

func (c *cli) sync() *cobra.Command {
	return &cobra.Command{Use: "sync", Short: "one full check of every mailbox", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, p *profile.Profile) error {
			boxes, err := d.Mailboxes(ctx)
			if err != nil {
				return err
			}
			if len(boxes) == 0 {
				return errors.New("no mailbox is connected; connect one with: afterword mailbox connect --email you@example.org --password-stdin")
			}
			secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
			if err != nil {
				return err
			}
			keys, began := mailbox.NewKeys(secrets), p.Clock.System()
			var total data.Received
			var trouble error
			for _, b := range boxes {
				got, err := watcher(d, p, keys, b).Sync(ctx)
				if err != nil { // the other mailboxes are looked at all the same
					trouble = errors.Join(trouble, fmt.Errorf("%s: %s", b.Email, mailbox.Explain(err)))
				}
				total.Add(got)
			}
			if trouble != nil {
				return trouble
			}
			out := synced{total, p.Clock.System().Sub(began).Milliseconds()}
			return c.say(out, func() string { return syncText(total) })
		})
	}}
}

type synced struct {
	data.Received
	MS int64 `json:"ms"` // how long it took, by the computer's clock
}

func syncText(r data.Received) string {
	rows := [][]string{
		{assets.L("Looked at"), strconv.Itoa(r.Seen)},
		{assets.L("About your interviews"), strconv.Itoa(r.Matched)},
		{assets.L("Answers"), strconv.Itoa(r.Stopped)},
		{assets.L("Out of office"), strconv.Itoa(r.Held)},
		{assets.L("Came back"), strconv.Itoa(r.Bounced)},
		{assets.L("To sort"), strconv.Itoa(r.Review)},
	}
	return table(rows)
}

func watcher(d *desk.Desk, p *profile.Profile, keys *mailbox.Keys, b data.Mailbox) *mailbox.Watcher {
	return mailbox.NewWatcher(mailbox.Watcher{
		Mailbox: b.ID, Filing: d, HeadFields: reply.HeadFields(), Now: d.Now,
		Account: func(context.Context) (mailbox.Account, error) {
			ca, err := extraCA(p)
			if err != nil {
				return mailbox.Account{}, err
			}
			a, err := keys.Account(b)
			a.ExtraCA = ca
			return a, err
		},
	})
}
