package command

import (
	"context"
	"errors"
	"os"
	"runtime"
	"runtime/debug"

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
			return errors.New("something needs a look; see above")
		}
		return nil
	}}
}

func diagnose(ctx context.Context, p *profile.Profile) []checkJSON {
	var checks []checkJSON
	d, err := desk.Open(ctx, p)
	if err != nil {
		return append(checks, checkJSON{"database", false, err.Error()}, clockCheck(p), desktopCheck())
	}
	defer d.Close()
	checks = append(checks, databaseCheck(ctx, d, p))
	boxes, err := d.Mailboxes(ctx)
	if err != nil {
		boxes = nil
	}
	checks = append(checks, keyringCheck(p, boxes))
	return append(checks, mailboxCheck(boxes), clockCheck(p), desktopCheck())
}

func databaseCheck(ctx context.Context, d *desk.Desk, p *profile.Profile) checkJSON {
	if err := d.Check(ctx); err != nil {
		return checkJSON{"database", false, err.Error()}
	}
	return checkJSON{"database", true, p.Database()}
}

func keyringCheck(p *profile.Profile, boxes []data.Mailbox) checkJSON {
	secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
	if err != nil {
		return checkJSON{"keyring", false, err.Error()}
	}
	for _, b := range boxes {
		if _, err := secrets.Get(b.ID); err != nil {
			return checkJSON{"keyring", false, mailbox.Explain(err)}
		}
	}
	if len(boxes) == 0 {
		return checkJSON{"keyring", true, "not needed: no mailbox is connected"}
	}
	return checkJSON{"keyring", true, "passwords lie in: " + secrets.Where()}
}

func mailboxCheck(boxes []data.Mailbox) checkJSON {
	for _, b := range boxes {
		switch b.State {
		case data.MailboxAuthFailed, data.MailboxCertificate, data.MailboxError:
			return checkJSON{"mailbox", false, b.Email + ": " + b.Detail}
		}
	}
	if len(boxes) == 0 {
		return checkJSON{"mailbox", true, "none is connected; everything else works without"}
	}
	return checkJSON{"mailbox", true, "read-only"}
}

func clockCheck(p *profile.Profile) checkJSON {
	detail := "the system's time, zone " + p.Zone.String()
	if p.Clock.Set() {
		detail = "set by AFTERWORD_NOW, zone " + p.Zone.String()
	}
	return checkJSON{"clock", true, detail}
}

func desktopCheck() checkJSON {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return checkJSON{"desktop", true, "no display here; the command line works without"}
	}
	return checkJSON{"desktop", true, "a display is there"}
}

func (c *cli) version() *cobra.Command {
	return &cobra.Command{Use: "version", Short: "version, commit and the libraries that matter", Args: args(0), RunE: func(*cobra.Command, []string) error {
		out := struct {
			Version string `json:"version"`
			Commit  string `json:"commit"`
			Go      string `json:"go"`
			IMAP    string `json:"go_imap"`
			SQLite  string `json:"sqlite"`
		}{c.build.Version, c.build.Commit, runtime.Version(), module("github.com/emersion/go-imap/v2"), desk.SQLiteVersion()}
		return c.say(out, func() string {
			return "afterword " + out.Version + " (" + out.Commit + ")\n" + out.Go + ", go-imap " + out.IMAP + ", SQLite " + out.SQLite
		})
	}}
}

// module returns the version of a library that was built in.
func module(path string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == path {
			return m.Version
		}
	}
	return ""
}
