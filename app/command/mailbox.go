package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/app/reply"
	"afterword/data"
)

func (c *cli) mailbox() *cobra.Command {
	cmd := &cobra.Command{Use: "mailbox", Short: "connect, status, forget", RunE: group}
	cmd.AddCommand(c.connect(), c.status(), c.forget())
	return cmd
}

func (c *cli) connect() *cobra.Command {
	var email, host, user, security, ca string
	var port int
	var stdin bool
	cmd := &cobra.Command{Use: "connect --email E", Short: "connect a mailbox, read-only", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, p *profile.Profile) error {
			box, provider, known := mailbox.Find(email)
			if host != "" {
				box.Host, box.Port, box.Security = host, port, data.Security(security)
			}
			if port != 0 {
				box.Port = port
			}
			if user != "" {
				box.User = user
			}
			switch {
			case box.Host == "":
				return fmt.Errorf("the server of %s is not known; name it with --host: %w", email, data.ErrInvalid)
			case host == "" && known && provider.NoPassword():
				return fmt.Errorf("%s takes no password here; connect another mailbox or mark answers by hand: %w", provider.Name, data.ErrInvalid)
			case box.Security != data.SecurityTLS && box.Security != data.SecuritySTARTTLS && box.Security != data.SecurityNone:
				return fmt.Errorf("--security %q; use tls, starttls or none: %w", security, data.ErrInvalid)
			}
			if err := mailbox.Allowed(box); err != nil {
				return fmt.Errorf("%s (%w)", mailbox.Explain(err), err)
			}
			if box.Port == 0 {
				box.Port = map[data.Security]int{data.SecurityTLS: 993, data.SecuritySTARTTLS: 143, data.SecurityNone: 143}[box.Security]
			}
			if ca != "" {
				pem, err := os.ReadFile(ca)
				if err != nil {
					return fmt.Errorf("--ca: %w", err)
				}
				box.CA = pem
			}
			password, err := c.password(stdin)
			if err != nil {
				return err
			}
			box, err = connectBox(ctx, d, p, box, password)
			if err != nil {
				return err
			}
			return c.say(map[string]string{"id": string(box.ID), "email": box.Email, "state": string(box.State)},
				func() string { return "Connected " + box.Email + ", read-only. Nothing was changed." })
		})
	}}
	f := cmd.Flags()
	f.StringVar(&email, "email", "", "the mail address")
	f.StringVar(&host, "host", "", "the IMAP server")
	f.IntVar(&port, "port", 0, "its port")
	f.StringVar(&security, "security", "tls", "tls, starttls, or none on loopback")
	f.StringVar(&user, "user", "", "the user name, if it is not the address")
	f.BoolVar(&stdin, "password-stdin", false, "read the password from standard input")
	f.StringVar(&ca, "ca", "", "extra root certificate (PEM); its content is kept")
	_ = cmd.MarkFlagRequired("email")
	return cmd
}

// connectBox tests a mailbox, keeps it and its secret.
func connectBox(ctx context.Context, d *desk.Desk, p *profile.Profile, box data.Mailbox, password string) (data.Mailbox, error) {
	secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
	if err != nil {
		return box, err
	}
	a := mailbox.Account{Mailbox: box, Password: password}
	if a.ExtraCA, err = extraCA(p); err != nil {
		return box, err
	}
	checked, err := mailbox.Test(ctx, a, func(mailbox.Step) {})
	if err != nil {
		return box, fmt.Errorf("%s (%w)", mailbox.Explain(err), err)
	}
	box.State, box.Folders = data.MailboxOK, checked.Folders
	if box, err = d.ConnectMailbox(ctx, box); err != nil {
		return box, err
	}
	if err := secrets.Set(box.ID, password); err != nil {
		return box, errors.Join(fmt.Errorf("%s (%w)", mailbox.Explain(err), err), d.ForgetMailbox(ctx, box.ID))
	}
	return box, nil
}

func extraCA(p *profile.Profile) ([]byte, error) {
	if p.IMAPCA == "" {
		return nil, nil
	}
	return os.ReadFile(p.IMAPCA)
}

// password reads one line; from a terminal it says what is asked.
func (c *cli) password(fromStdin bool) (string, error) {
	if !fromStdin {
		return "", fmt.Errorf("give the password on standard input with --password-stdin: %w", errUsage)
	}
	line, err := bufio.NewReader(c.in).ReadString('\n')
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", errors.Join(errors.New("no password came on standard input"), err)
	}
	return line, nil
}

type boxJSON struct {
	ID       data.ID           `json:"id"`
	Email    string            `json:"email"`
	State    data.MailboxState `json:"state"`
	Detail   string            `json:"detail,omitempty"`
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
				box := boxJSON{b.ID, b.Email, b.State, b.Detail, stamp(d, b.LastSync), []string{}}
				for _, f := range b.Folders {
					box.Folders = append(box.Folders, f.Name)
				}
				out.Mailboxes = append(out.Mailboxes, box)
				rows = append(rows, []string{b.Email, string(b.State), b.Detail, string(b.ID)})
			}
			return c.say(out, func() string {
				if len(rows) == 0 {
					return "No mailbox is connected. Everything else works without."
				}
				return table(rows)
			})
		})
	}}
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
				return fmt.Errorf("mailbox %q: %w", a[0], data.ErrNotFound)
			}
			return c.say(map[string]int{"forgotten": n}, func() string { return fmt.Sprintf("Forgotten: %d.", n) })
		})
	}}
}

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
			began := p.Clock.System()
			var total data.Received
			for _, b := range boxes {
				w := watcher(d, p, secrets, b)
				got, err := w.Sync(ctx)
				if err != nil {
					return fmt.Errorf("%s: %s", b.Email, mailbox.Explain(err))
				}
				total.Add(got)
			}
			out := struct {
				data.Received
				MS int64 `json:"ms"`
			}{total, p.Clock.System().Sub(began).Milliseconds()}
			return c.say(out, func() string {
				return fmt.Sprintf("Looked at %d mails, %d about your interviews: %d answers, %d out of office, %d came back, %d to sort.",
					total.Seen, total.Matched, total.Stopped, total.Held, total.Bounced, total.Review)
			})
		})
	}}
}

func watcher(d *desk.Desk, p *profile.Profile, secrets mailbox.Secrets, b data.Mailbox) *mailbox.Watcher {
	return mailbox.NewWatcher(mailbox.Watcher{
		Mailbox: b.ID, Filing: d, HeadFields: reply.HeadFields(), Now: func() time.Time { return d.Now() },
		Account: func(context.Context) (mailbox.Account, error) {
			ca, err := extraCA(p)
			if err != nil {
				return mailbox.Account{}, err
			}
			password, err := secrets.Get(b.ID)
			return mailbox.Account{Mailbox: b, Password: password, ExtraCA: ca}, err
		},
	})
}
