// Package profile says where and how one copy of Afterword runs: its home
// folder, its clock, its zone and the seams that scripts use.
//
// It talks to the environment, the file system and the system clock; nothing
// else in the program asks them for the time.
package profile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	_ "time/tzdata" // zones are the same on every computer

	"github.com/adrg/xdg"

	"afterword/data"
)

// A Profile is the outside of one running copy (contract.md, Environment).
type Profile struct {
	Home       string         // folder of every file the program writes
	Clock      *Clock         // the one clock
	Zone       *time.Location // the user's zone
	Lang       string         // BCP 47, "" for the system's
	Theme      string         // light, dark or system
	Secrets    string         // keyring or file
	SecretsKey string         // passphrase of the secrets file
	IMAPCA     string         // file of an extra root certificate, "" for none
	NotifyFile string         // where notifications are appended, "" for the desktop
	OpenFile   string         // where URLs and clipboard writes are appended, "" for the desktop
	UIMapFile  string         // where the map of the window is written, "" for nowhere
	OAuth      string         // client id for signing in to a mailbox by browser, "" for none (RFC 6749 2.2)
}

// Flags are the settings given on the command line; each wins over the
// environment variable of its name. Empty means not given.
type Flags struct {
	Home, Now, Clock, TZ, Lang, Theme, Secrets, IMAPCA, Notify, Open, UIMap string
}

// New reads flags and environment. Errors name the variable and wrap
// data.ErrInvalid.
func New(f Flags) (*Profile, error) {
	p := &Profile{
		Home:       pick(f.Home, "AFTERWORD_HOME"),
		Lang:       pick(f.Lang, "AFTERWORD_LANG"),
		Theme:      pick(f.Theme, "AFTERWORD_THEME"),
		Secrets:    pick(f.Secrets, "AFTERWORD_SECRETS"),
		SecretsKey: os.Getenv("AFTERWORD_SECRETS_KEY"),
		IMAPCA:     pick(f.IMAPCA, "AFTERWORD_IMAP_CA"),
		NotifyFile: pick(f.Notify, "AFTERWORD_NOTIFY"),
		OpenFile:   pick(f.Open, "AFTERWORD_OPEN"),
		UIMapFile:  pick(f.UIMap, "AFTERWORD_UI_MAP"),
		OAuth:      os.Getenv("AFTERWORD_OAUTH_CLIENT_ID"),
	}
	if p.Home == "" {
		p.Home = filepath.Join(xdg.DataHome, "afterword")
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	var err error
	if p.Zone, err = zone(pick(f.TZ, "AFTERWORD_TZ")); err != nil {
		return nil, err
	}
	p.Clock, err = NewClock(pick(f.Now, "AFTERWORD_NOW"), pick(f.Clock, "AFTERWORD_CLOCK"))
	return p, err
}

// Database returns the path of the store.
func (p *Profile) Database() string { return filepath.Join(p.Home, "afterword.db") }

func (p *Profile) check() error {
	if p.Theme == "" {
		p.Theme = "system"
	}
	if p.Secrets == "" {
		p.Secrets = "keyring"
	}
	if err := oneOf("AFTERWORD_THEME", p.Theme, "light", "dark", "system"); err != nil {
		return err
	}
	if err := oneOf("AFTERWORD_SECRETS", p.Secrets, "keyring", "file"); err != nil {
		return err
	}
	if p.Secrets == "file" && p.SecretsKey == "" {
		return fmt.Errorf("AFTERWORD_SECRETS=file needs a passphrase in AFTERWORD_SECRETS_KEY: %w", data.ErrInvalid)
	}
	abs, err := filepath.Abs(p.Home)
	if err != nil {
		return fmt.Errorf("home %s: %w", p.Home, err)
	}
	p.Home = abs
	return nil
}

func oneOf(name, got string, allowed ...string) error {
	for _, a := range allowed {
		if got == a {
			return nil
		}
	}
	return fmt.Errorf("%s is %q; use %s: %w", name, got, strings.Join(allowed, ", "), data.ErrInvalid)
}

func pick(flag, variable string) string {
	if flag != "" {
		return flag
	}
	return os.Getenv(variable)
}

// zone returns the named zone, else the system's. The system's zone is asked
// for by its IANA name, because the plan keeps names and not offsets.
func zone(name string) (*time.Location, error) {
	if name != "" {
		loc, err := time.LoadLocation(name)
		if err != nil {
			return nil, fmt.Errorf("AFTERWORD_TZ %q is not a time zone: %w", name, data.ErrInvalid)
		}
		return loc, nil
	}
	if loc, err := time.LoadLocation(systemZone()); err == nil {
		return loc, nil
	}
	return time.UTC, nil
}

func systemZone() string {
	if tz := os.Getenv("TZ"); tz != "" {
		return strings.TrimPrefix(tz, ":")
	}
	if link, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(link, "zoneinfo/"); ok {
			return name
		}
	}
	b, _ := os.ReadFile("/etc/timezone")
	if name := strings.TrimSpace(string(b)); name != "" {
		return name
	}
	return "UTC"
}
