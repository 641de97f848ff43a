package command

import (
	"bufio"
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"os"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

// A server is what the flags say of a mailbox.
type server struct {
	email, host, user, security, ca string
	port                            int
}

type connected struct {
	ID    data.ID           `json:"id"`
	Email string            `json:"email"`
	State data.MailboxState `json:"state"`
}

func (c *cli) connect() *cobra.Command {
	var s server
	var stdin bool
	var passwordCommand, tokenCommand string
	cmd := &cobra.Command{Use: "connect --email E", Short: "connect a mailbox, read-only", Args: args(0), RunE: func(*cobra.Command, []string) error {
		return c.with(func(ctx context.Context, d *desk.Desk, p *profile.Profile) error {
			box, err := s.mailbox()
			if err != nil {
				return err
			}
			ask := c.asked
			if stdin {
				ask = c.piped
			}
			var secret string
			switch {
			case passwordCommand != "":
				secret, err = mailbox.CommandSecret(strings.Fields(passwordCommand))
			case tokenCommand != "":
				secret, err = mailbox.Grant{Command: strings.Fields(tokenCommand)}.Secret()
			default:
				secret, err = ask(box.Email)
			}
			if err != nil {
				return err
			}
			if box, err = connectBox(ctx, d, p, box, secret); err != nil {
				return err
			}
			return c.say(connected{box.ID, box.Email, box.State}, func() string {
				return assets.L("Connected {{.Email}}, read-only. Nothing was changed there.", assets.Args{"Email": box.Email})
			})
		})
	}}
	f := cmd.Flags()
	f.StringVar(&s.email, "email", "", "the mail address")
	f.StringVar(&s.host, "host", "", "the IMAP server, if its provider is not known")
	f.IntVar(&s.port, "port", 0, "its port")
	f.StringVar(&s.security, "security", "", "tls, starttls, or none on loopback (default tls)")
	f.StringVar(&s.user, "user", "", "the user name, if it is not the address")
	f.BoolVar(&stdin, "password-stdin", false, "read the password from standard input")
	f.StringVar(&passwordCommand, "password-command", "", "a program that prints the password, run without a shell at each connection")
	f.StringVar(&tokenCommand, "token-command", "", "the same for an OAuth access token")
	f.StringVar(&s.ca, "ca", "", "extra root certificate (PEM); its content is kept")
	_ = cmd.MarkFlagRequired("email")
	return cmd
}

// mailbox fills in what is known of the provider and checks what was given.
func (s server) mailbox() (data.Mailbox, error) {
	address, err := mail.ParseAddress(s.email)
	if err != nil {
		return data.Mailbox{}, fmt.Errorf("--email %q is not a mail address: %w", s.email, data.ErrInvalid)
	}
	box, provider, known := mailbox.Find(address.Address)
	if s.host != "" {
		box.Host, box.Port, box.Security = s.host, 0, data.SecurityTLS
	}
	if s.security != "" && data.Security(s.security) != box.Security {
		box.Port, box.Security = 0, data.Security(s.security)
	}
	box.Port = cmp.Or(s.port, box.Port)
	box.User = cmp.Or(s.user, box.User)
	switch {
	case box.Host == "":
		return box, fmt.Errorf("the server of %s is not known; name it with --host: %w", box.Email, data.ErrInvalid)
	case s.host == "" && known && provider.NoPassword():
		return box, fmt.Errorf("%s takes no password here; connect another mailbox, or mark answers by hand with afterword said: %w", provider.Name, data.ErrInvalid)
	case box.Port < 0 || box.Port > 65535:
		return box, fmt.Errorf("--port %d; use 1 to 65535: %w", box.Port, data.ErrInvalid)
	}
	switch box.Security {
	case data.SecurityTLS:
		box.Port = cmp.Or(box.Port, 993)
	case data.SecuritySTARTTLS, data.SecurityNone:
		box.Port = cmp.Or(box.Port, 143)
	default:
		return box, fmt.Errorf("--security %q; use tls, starttls or none: %w", s.security, data.ErrInvalid)
	}
	if err := mailbox.Allowed(box); err != nil {
		return box, explained(err)
	}
	if s.ca != "" {
		if box.CA, err = os.ReadFile(s.ca); err != nil {
			return box, fmt.Errorf("--ca: %w", err)
		}
		if !x509.NewCertPool().AppendCertsFromPEM(box.CA) {
			return box, fmt.Errorf("--ca: %s holds no certificate in PEM: %w", s.ca, data.ErrInvalid)
		}
	}
	return box, nil
}

// connectBox tests a mailbox and keeps its secret, then the mailbox itself, so
// that a keyring that refuses leaves everything as it was.
func connectBox(ctx context.Context, d *desk.Desk, p *profile.Profile, box data.Mailbox, secret string) (data.Mailbox, error) {
	secrets, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
	if err != nil {
		return box, err
	}
	a := mailbox.AccountOf(box, secret)
	if a.ExtraCA, err = extraCA(p); err != nil {
		return box, err
	}
	checked, err := mailbox.Test(ctx, a, func(mailbox.Step) {})
	if err != nil {
		return box, explained(err)
	}
	box.State, box.Folders = data.MailboxOK, checked.Folders
	if box.ID, err = boxID(ctx, d, box.Email); err != nil {
		return box, err
	}
	if err := secrets.Set(box.ID, secret); err != nil {
		return box, explained(err)
	}
	return d.ConnectMailbox(ctx, box)
}

// boxID is the ID of the mailbox of an address, a new one for a new address.
func boxID(ctx context.Context, d *desk.Desk, email string) (data.ID, error) {
	boxes, err := d.Mailboxes(ctx)
	if err != nil {
		return "", err
	}
	for _, b := range boxes {
		if b.Email == email {
			return b.ID, nil
		}
	}
	id, err := uuid.NewV7()
	return data.ID(id.String()), err
}

// explained puts trouble with a mailbox into plain words, with the cause.
func explained(err error) error {
	return fmt.Errorf("%s (%w)", mailbox.Explain(err), err)
}

func extraCA(p *profile.Profile) ([]byte, error) {
	if p.IMAPCA == "" {
		return nil, nil
	}
	return os.ReadFile(p.IMAPCA)
}

// piped reads the password as one line of standard input.
func (c *cli) piped(string) (string, error) {
	line, err := bufio.NewReader(c.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("read the password: %w", err)
	}
	if line = strings.TrimRight(line, "\r\n"); line == "" {
		return "", errors.New("no password came on standard input")
	}
	return line, nil
}

// asked asks for the password on the terminal, without echo.
func (c *cli) asked(email string) (string, error) {
	tty, ok := c.in.(*os.File)
	if !ok || !term.IsTerminal(int(tty.Fd())) {
		return "", fmt.Errorf("give the password on standard input with --password-stdin: %w", errUsage)
	}
	fmt.Fprint(c.errs, assets.L("Password of {{.Email}}: ", assets.Args{"Email": email}))
	password, err := term.ReadPassword(int(tty.Fd()))
	fmt.Fprintln(c.errs)
	if err != nil {
		return "", fmt.Errorf("read the password: %w", err)
	}
	if len(password) == 0 {
		return "", errors.New("no password was typed")
	}
	return string(password), nil
}
