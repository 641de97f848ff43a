// Package command is the command line: each command is a few lines over the
// same packages that the window uses, for scripts, tests and people who live in
// a terminal (contract.md).
//
// It talks to the desk, to the mailbox and to the terminal. It must not know of
// windows.
//
// Rules that hold for every command: instants are printed in the user's zone,
// also those of interviews; a wrong command, flag or number of arguments is
// wrong usage (exit code 2), a value that cannot be used is a failure (1);
// what fails has printed nothing but a sentence on standard error, and stored
// nothing. Only doctor prints its findings as well.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
)

// Build says what was built.
type Build struct{ Version, Commit string }

// String returns version and commit as one text.
func (b Build) String() string {
	if b.Commit == "" {
		return b.Version
	}
	return b.Version + " (" + b.Commit + ")"
}

// Window is what the window is opened with.
type Window struct {
	Demo  bool
	Files []string
}

// errUsage marks a wrong use of the command line: exit code 2.
var errUsage = errors.New("wrong usage")

// A cli is one call of the program.
type cli struct {
	flags  profile.Flags
	json   bool
	in     io.Reader
	out    io.Writer
	errs   io.Writer
	build  Build
	window func(*profile.Profile, Window) error
	opens  Window
}

// Main runs one call and returns its exit code: 0 done, 1 failed, 2 wrong usage.
// Nothing goes to out on failure.
func Main(args []string, in io.Reader, out, errs io.Writer, build Build, window func(*profile.Profile, Window) error) int {
	c := &cli{in: in, out: out, errs: errs, build: build, window: window}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(context.Background())
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage), flagMissing(err):
		fmt.Fprintf(errs, "%s\nTry: afterword help\n", sentence(err))
		return 2
	}
	fmt.Fprintln(errs, sentence(err))
	return 1
}

// flagMissing reports whether cobra, which has no sentinels for them, missed a
// flag or found two that exclude each other.
func flagMissing(err error) bool {
	text := err.Error()
	return strings.HasPrefix(text, "required flag") || strings.Contains(text, "flags in the group")
}

func (c *cli) root() *cobra.Command {
	root := &cobra.Command{
		Use: "afterword [FILE.eml|FILE.ics]", Short: "After the interview, nothing slips",
		Long:          "Afterword plans the right note at the right time after each interview, and stops by itself when they answer.\nWithout a command it opens the window.",
		SilenceErrors: true, SilenceUsage: true,
		Args: func(_ *cobra.Command, args []string) (err error) {
			c.opens.Files, err = files(args)
			return err
		},
		RunE: func(*cobra.Command, []string) error { return c.openWindow() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fmt.Errorf("%w: %w", err, errUsage) })
	f := root.PersistentFlags()
	f.StringVar(&c.flags.Home, "home", "", "folder of every file the program writes")
	f.StringVar(&c.flags.Now, "now", "", "the program's time: RFC 3339, or @FILE that holds it")
	f.StringVar(&c.flags.Clock, "clock", "", "still: the program's time stands still")
	f.StringVar(&c.flags.TZ, "tz", "", "time zone, such as Europe/Berlin")
	f.StringVar(&c.flags.Lang, "lang", "", "language, such as en")
	f.StringVar(&c.flags.Theme, "theme", "", "light, dark or system")
	f.StringVar(&c.flags.Secrets, "secrets", "", "keyring or file")
	f.StringVar(&c.flags.IMAPCA, "imap-ca", "", "extra root certificate for the mail server")
	f.StringVar(&c.flags.Notify, "notify", "", "file that takes the notifications")
	f.StringVar(&c.flags.Open, "open", "", "file that takes what buttons open and copy")
	f.StringVar(&c.flags.UIMap, "ui-map", "", "file that takes the map of the window")
	f.BoolVar(&c.json, "json", false, "print one JSON document")
	root.Flags().BoolVar(&c.opens.Demo, "demo", false, "open the window on examples in a temporary home")
	root.Flags().Bool("background", false, "for starting with the desktop; there is no tray yet, so the window opens")
	root.AddCommand(c.add(), c.imports(), c.interview(), c.list(), c.show(), c.set(), c.today(), c.sent(), c.skip(), c.snooze(), c.said(), c.withdraw(),
		c.undo(), c.redo(), c.letter(), c.check(), c.plan(), c.promise(), c.classify(), c.mailbox(), c.sync(), c.review(), c.doctor(), c.version())
	root.InitDefaultHelpCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil {
		help.Args = topic
	}
	return root
}

// topic refuses to help with what is no command.
func topic(cmd *cobra.Command, words []string) error {
	_, rest, err := cmd.Root().Find(words)
	if err != nil || len(rest) > 0 {
		return fmt.Errorf("there is no command %q: %w", strings.Join(words, " "), errUsage)
	}
	return nil
}

// files returns the full paths of mail and calendar files, given as paths or as
// file URIs (RFC 8089).
func files(names []string) ([]string, error) {
	var full []string
	for _, name := range names {
		if u, err := url.Parse(name); err == nil && u.Scheme == "file" {
			name = u.Path
		}
		switch strings.ToLower(filepath.Ext(name)) {
		case ".eml", ".ics", ".csv":
		default:
			return nil, fmt.Errorf("%q is neither a command nor a mail, calendar or .csv file: %w", name, errUsage)
		}
		if info, err := os.Stat(name); err != nil {
			return nil, err
		} else if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is not a file: %w", name, data.ErrInvalid)
		}
		path, err := filepath.Abs(name)
		if err != nil {
			return nil, fmt.Errorf("open %s: %w", name, err)
		}
		full = append(full, path)
	}
	return full, nil
}

// openWindow opens the window, or says in one line why it cannot.
func (c *cli) openWindow() error {
	if !display() {
		return errors.New("there is no display to open a window on; the same program answers on the command line: afterword help")
	}
	p, err := profile.New(c.flags)
	if err != nil {
		return err
	}
	return c.window(p, c.opens)
}

// with opens the desk for one command and closes it again.
func (c *cli) with(run func(context.Context, *desk.Desk, *profile.Profile) error) error {
	p, err := profile.New(c.flags)
	if err != nil {
		return err
	}
	assets.SetLanguage(p.Lang, "en")
	ctx := context.Background()
	d, err := desk.Open(ctx, p)
	if err != nil {
		return err
	}
	err = run(ctx, d, p)
	return errors.Join(err, d.Close())
}

// args checks the number of arguments; another number is wrong usage.
func args(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if len(given) != n {
			return fmt.Errorf("%s takes %d arguments, not %d: %w", cmd.CommandPath(), n, len(given), errUsage)
		}
		return nil
	}
}

// group is what a command does that only gathers others.
func group(cmd *cobra.Command, _ []string) error {
	return fmt.Errorf("%s needs one of its commands: %w", cmd.CommandPath(), errUsage)
}
