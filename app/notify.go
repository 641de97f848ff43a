package app

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/screen"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// A notifier shows what the desk says is to be mentioned. It is used by the
// poller alone.
type notifier struct {
	desk   *desk.Desk
	show   func(desk.Notification) error
	waking desk.Waking
	awake  int // seconds since then
}

// wait is for how many seconds a first check of the mail is waited for
// (schedule.md 16.1).
const wait = 60

func newNotifier(d *desk.Desk, show func(desk.Notification) error) *notifier {
	n := &notifier{desk: d, show: show}
	n.woke()
	return n
}

// woke begins the wait for the mail anew: after launch, and after a sleep.
func (n *notifier) woke() { n.waking, n.awake = desk.Waking{Since: n.desk.Now()}, 0 }

// second is called once a second; changed tells that a fact or the clock did.
func (n *notifier) second(ctx context.Context, changed bool) error {
	const often = 15
	n.awake++
	n.waking.Waited = n.awake >= wait
	if !changed && n.awake%often != 0 && n.awake != 1 {
		return nil
	}
	what, err := n.desk.Notify(ctx, n.waking)
	if err != nil || what == nil {
		return err
	}
	return n.show(*what)
}

// notice shows a notification: in the file of AFTERWORD_NOTIFY, by the desktop's
// own interface with its buttons, or else by what Fyne has.
func (w *window) notice(n desk.Notification) error {
	if file := w.profile.NotifyFile; file != "" {
		return note(file, n, w.desk.Now().In(w.desk.Zone()))
	}
	if w.bus != nil && w.bus.show(n) == nil {
		return nil
	}
	fyne.Do(func() { w.fyneApp.SendNotification(fyne.NewNotification(n.Title, n.Body)) })
	return nil
}

// The names of a notification's buttons.
const (
	actionDefault = "default" // a click on the notification itself
	actionOpen    = "open"
	actionLater   = "later"
)

// note appends a notification to a file as one JSON line.
func note(file string, n desk.Notification, at time.Time) error {
	line, err := json.Marshal(struct {
		ID      string   `json:"id"`
		Title   string   `json:"title"`
		Body    string   `json:"body"`
		Actions []string `json:"actions"`
		At      string   `json:"at"`
	}{n.ID, n.Title, n.Body, actionsOf(n), at.Format(time.RFC3339)})
	if err != nil {
		return err
	}
	return appendLine(file, line)
}

func actionsOf(n desk.Notification) []string {
	if n.Item == "" {
		return []string{actionOpen}
	}
	return []string{actionOpen, actionLater}
}

// appendLine adds a line to a file that only the user may read.
func appendLine(file string, line []byte) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("append to %s: %w", file, err)
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		_ = f.Close()
		return fmt.Errorf("append to %s: %w", file, err)
	}
	return f.Close()
}

// answer does what a button of a notification says, on the UI goroutine.
func (w *window) answer(n desk.Notification, action string) {
	if action == actionLater && n.Item != "" {
		w.tomorrow(n)
		return
	}
	w.win.RequestFocus()
	switch {
	case n.Application == "":
		w.open(screen.Place{Page: screen.PageToday})
	case words.Written(n.Item.Kind()):
		w.open(screen.Place{Page: screen.PageLetter, Application: n.Application, Item: n.Item})
	default:
		w.open(screen.Place{Page: screen.PageInterviews, Application: n.Application})
	}
}

// tomorrow moves an item to the next day.
func (w *window) tomorrow(n desk.Notification) {
	var event data.ID
	w.background(func(ctx context.Context) (err error) {
		event, err = w.desk.Snooze(ctx, n.Application, n.Item, data.DayOf(w.desk.Now(), w.desk.Zone()).Add(1))
		return err
	}, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.toast(assets.L("Moved to tomorrow."), event)
		w.refresh()
	})
}
