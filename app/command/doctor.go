package command

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/data"
)

type checkJSON struct {
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`
}

func (c *cli) doctor() *cobra.Command {
	return &cobra.Command{Use: "doctor", Short: "checks what the program needs, and says what to do", Args: args(0), RunE: func(*cobra.Command, []string) error {
		p, err := profile.New(c.flags)
		if err != nil {
			return err
		}
		ctx := context.Background()
		checks, ok := diagnose(ctx, p), true
		var rows [][]string
		for _, k := range checks {
			ok = ok && k.OK
			mark := "ok"
			if !k.OK {
				mark = "look"
			}
			rows = append(rows, []string{mark, k.Name, k.Detail})
		}
		out := struct {
			Checks []checkJSON `json:"checks"`
		}{checks}
		if err := c.say(out, func() string { return table(rows) }); err != nil {
			return err
		}
		if !ok {
			return errors.New("something needs a look; see the lines above")
		}
		return nil
	}}
}

func diagnose(ctx context.Context, p *profile.Profile) []checkJSON {
	d, err := desk.Open(ctx, p)
	if err != nil {
		const after = "not checked, for the database did not open"
		return []checkJSON{{"database", false, sentence(err)}, {"keyring", true, after}, {"mailbox", true, after}, clockCheck(p), desktopCheck()}
	}
	defer d.Close()
	boxes, err := d.Mailboxes(ctx)
	if err != nil {
		return []checkJSON{{"database", false, sentence(err)}, clockCheck(p), desktopCheck()}
	}
	accounts, ring := keyringCheck(p, boxes)
	return []checkJSON{databaseCheck(ctx, d, p), ring, mailboxCheck(ctx, p, boxes, accounts), clockCheck(p), desktopCheck()}
}

func databaseCheck(ctx context.Context, d *desk.Desk, p *profile.Profile) checkJSON {
	if err := d.Check(ctx); err != nil {
		return checkJSON{"database", false, sentence(err) + "; copy the folder before anything else"}
	}
	return checkJSON{"database", true, p.Database()}
}

// keyringCheck also returns what opens the mailboxes, as far as it was found.
func keyringCheck(p *profile.Profile, boxes []data.Mailbox) (map[data.ID]mailbox.Account, checkJSON) {
	if len(boxes) == 0 {
		return nil, checkJSON{"keyring", true, "not needed: no mailbox is connected"}
	}
	secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
	if err != nil {
		return nil, checkJSON{"keyring", false, sentence(err)}
	}
	keys, accounts := mailbox.NewKeys(secrets), make(map[data.ID]mailbox.Account)
	for _, b := range boxes {
		a, err := keys.Account(b)
		if err != nil {
			return accounts, checkJSON{"keyring", false, b.Email + ": " + mailbox.Explain(err)}
		}
		accounts[b.ID] = a
	}
	return accounts, checkJSON{"keyring", true, "passwords lie in: " + secrets.Where()}
}

// mailboxCheck signs in to every mailbox that is not paused and opens its INBOX
// read-only. A mailbox without its password is the keyring's trouble.
func mailboxCheck(ctx context.Context, p *profile.Profile, boxes []data.Mailbox, accounts map[data.ID]mailbox.Account) checkJSON {
	if len(boxes) == 0 {
		return checkJSON{"mailbox", true, "none is connected; everything else works without"}
	}
	ca, err := extraCA(p)
	if err != nil {
		return checkJSON{"mailbox", false, sentence(err)}
	}
	var reached []string
	for _, b := range boxes {
		a, open := accounts[b.ID]
		if b.State == data.MailboxPaused || !open {
			reached = append(reached, b.Email+" was not tried")
			continue
		}
		a.ExtraCA, a.Limits = ca, mailbox.Limits{Silence: 10 * time.Second}
		if _, err := mailbox.Test(ctx, a, func(mailbox.Step) {}); err != nil {
			return checkJSON{"mailbox", false, b.Email + ": " + mailbox.Explain(err)}
		}
		reached = append(reached, b.Email+" answers, read-only")
	}
	return checkJSON{"mailbox", true, strings.Join(reached, "; ")}
}

func clockCheck(p *profile.Profile) checkJSON {
	detail := "the system's time, zone " + p.Zone.String()
	if p.Clock.Set() {
		detail = "set by AFTERWORD_NOW, zone " + p.Zone.String()
	}
	return checkJSON{"clock", true, detail}
}

func desktopCheck() checkJSON {
	if !display() {
		return checkJSON{"desktop", true, "no display here; the command line works without"}
	}
	return checkJSON{"desktop", true, "a display is there"}
}

// display reports whether there is somewhere to open a window.
func display() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
