package app

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/app/reply"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// mail keeps one watcher for each connected mailbox.
type mail struct {
	ctx     context.Context
	desk    *desk.Desk
	profile *profile.Profile
	keys    *mailbox.Keys

	mu       sync.Mutex
	watchers map[data.ID]*mailbox.Watcher
	stops    map[data.ID]context.CancelFunc
	running  sync.WaitGroup
	joining  atomic.Int32 // mailboxes that are being connected
	client   atomic.Value // string: the client id that the user gave
}

func newMail(ctx context.Context, d *desk.Desk, p *profile.Profile, s mailbox.Secrets) *mail {
	return &mail{ctx: ctx, desk: d, profile: p, keys: mailbox.NewKeys(s), watchers: make(map[data.ID]*mailbox.Watcher), stops: make(map[data.ID]context.CancelFunc)}
}

// tend starts a watcher for each mailbox that has none; it ends those whose
// mailbox is gone, and forgets its password. While a mailbox is being connected
// it leaves everything as it is: whoever connects it calls again. It may be
// called at any time, from any goroutine.
func (m *mail) tend() {
	if m.joining.Load() > 0 {
		return
	}
	boxes, err := m.desk.Mailboxes(m.ctx)
	if err != nil {
		return // the next change asks again
	}
	if p, err := m.desk.Preferences(m.ctx); err == nil {
		m.client.Store(p.Value(desk.ClientIDSetting))
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	there := make(map[data.ID]bool)
	for _, b := range boxes {
		there[b.ID] = true
		if m.watchers[b.ID] == nil {
			m.start(b.ID)
		}
	}
	for id, stop := range m.stops {
		if !there[id] {
			stop()
			_ = m.keys.Delete(id) // one that is gone already is well gone
			delete(m.watchers, id)
			delete(m.stops, id)
		}
	}
}

func (m *mail) start(id data.ID) {
	ctx, stop := context.WithCancel(m.ctx)
	w := mailbox.NewWatcher(mailbox.Watcher{
		Account: func(ctx context.Context) (mailbox.Account, error) { return m.account(ctx, id) },
		Mailbox: id, Filing: m.desk, HeadFields: reply.HeadFields(), Now: m.desk.Now,
	})
	m.watchers[id], m.stops[id] = w, stop
	m.running.Add(1)
	go func() {
		defer m.running.Done()
		_ = w.Run(ctx) // how it goes is in the mailbox's state
	}()
}

// account gathers what opens a mailbox, at each connection anew.
func (m *mail) account(ctx context.Context, id data.ID) (mailbox.Account, error) {
	boxes, err := m.desk.Mailboxes(ctx)
	if err != nil {
		return mailbox.Account{}, err
	}
	for _, b := range boxes {
		if b.ID != id {
			continue
		}
		a, err := m.keys.Account(b)
		if err != nil {
			return a, err
		}
		a.ExtraCA, err = m.extraCA()
		return a, err
	}
	return mailbox.Account{}, fmt.Errorf("mailbox %s: %w", id, data.ErrNotFound)
}

func (m *mail) extraCA() ([]byte, error) {
	if m.profile.IMAPCA == "" {
		return nil, nil
	}
	pem, err := os.ReadFile(m.profile.IMAPCA)
	if err != nil {
		return nil, fmt.Errorf("read AFTERWORD_IMAP_CA: %w", err)
	}
	return pem, nil
}

// nudge asks every watcher for a check now, and returns how many there are.
func (m *mail) nudge() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, w := range m.watchers {
		w.Nudge()
	}
	return len(m.watchers)
}

// wake has every watcher throw its connection away, which may lead nowhere since
// the computer slept or its network changed, and check over a new one now.
func (m *mail) wake() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, w := range m.watchers {
		w.Wake()
	}
}

// unconnected is trouble with a mail server.
type unconnected struct{ error }

// Unwrap returns what happened.
func (u unconnected) Unwrap() error { return u.error }

func (m *mail) typed(c screen.Connection) (mailbox.Account, error) {
	box, _, _ := mailbox.Find(c.Email)
	box.Host, box.Security = strings.TrimSpace(c.Host), data.Security(c.Security)
	if c.User != "" {
		box.User = c.User
	}
	port, err := strconv.Atoi(strings.TrimSpace(c.Port))
	if c.Port != "" && (err != nil || port < 1 || port > 65535) {
		return mailbox.Account{}, fmt.Errorf("port %q is not a number from 1 to 65535: %w", c.Port, data.ErrInvalid)
	}
	if port > 0 {
		box.Port = port
	}
	a := mailbox.Account{Mailbox: box, Password: c.Password}
	a.ExtraCA, err = m.extraCA()
	return a, err
}

// steps turns the steps of a test into lines.
type steps struct {
	lines []screen.MailLine
	show  func([]screen.MailLine)
}

func (s *steps) add(step mailbox.Step) {
	names := map[mailbox.StepName]string{
		mailbox.StepFound: assets.L("Found server"), mailbox.StepSecure: assets.L("Secure connection"),
		mailbox.StepSigned: assets.L("Signed in"), mailbox.StepOpened: assets.L("Opened read-only"),
	}
	states := map[mailbox.StepState]widgets.NoteState{
		mailbox.StepRunning: widgets.NoteRunning, mailbox.StepOK: widgets.NoteGood, mailbox.StepFailed: widgets.NoteFailed,
	}
	line := screen.MailLine{Name: string(step.Name), Text: names[step.Name], State: states[step.State]}
	if n := len(s.lines); n > 0 && s.lines[n-1].Text == line.Text {
		s.lines[n-1] = line
	} else {
		s.lines = append(s.lines, line)
	}
	s.show(append([]screen.MailLine(nil), s.lines...))
}
