package app

import (
	"context"
	"errors"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
)

// A bus shows notifications through the desktop's own interface
// (org.freedesktop.Notifications, Desktop Notifications Specification 1.2), which
// unlike Fyne's has buttons, clicks and replacement.
type bus struct {
	conn *dbus.Conn

	mu    sync.Mutex
	shown map[uint32]desk.Notification // by the server's number
	last  map[string]uint32            // the server's number by our ID
}

const (
	busName = "org.freedesktop.Notifications"
	busPath = dbus.ObjectPath("/org/freedesktop/Notifications")
)

// patience is how long the desktop may take to show a notification.
const patience = 5 * time.Second

// openBus connects to the session's bus and hears the buttons until ctx ends. A
// desktop without one is an error.
func openBus(ctx context.Context, answer func(desk.Notification, string)) (*bus, error) {
	if !hasBus() { // the library would start one
		return nil, errNoBus
	}
	conn, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("session bus: %w", err)
	}
	b := &bus{conn: conn, shown: make(map[uint32]desk.Notification), last: make(map[string]uint32)}
	err = conn.AddMatchSignal(dbus.WithMatchInterface(busName), dbus.WithMatchMember("ActionInvoked"), dbus.WithMatchObjectPath(busPath))
	if err != nil {
		conn.Close()
		return nil, fmt.Errorf("session bus: %w", err)
	}
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	go b.hear(signals, answer)
	return b, nil
}

// errNoBus says that no session bus runs here.
var errNoBus = errors.New("no session bus")

// hasBus reports whether the session has a bus that runs already.
func hasBus() bool {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return os.Getenv("XDG_RUNTIME_DIR") != "" && err == nil
}

// hear passes on which button was pressed.
func (b *bus) hear(signals <-chan *dbus.Signal, answer func(desk.Notification, string)) {
	for s := range signals {
		var id uint32
		var action string
		if s.Name != busName+".ActionInvoked" || dbus.Store(s.Body, &id, &action) != nil {
			continue
		}
		b.mu.Lock()
		n, ours := b.shown[id]
		b.mu.Unlock()
		if ours {
			answer(n, action)
		}
	}
}

// show shows a notification in the place of an older one about the same item.
func (b *bus) show(n desk.Notification) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	buttons := []string{actionDefault, assets.L("Open")}
	if n.Item != "" {
		open := assets.L("Open")
		if words.Written(n.Item.Kind()) {
			open = assets.L("Open draft")
		}
		buttons = append(buttons, actionOpen, open, actionLater, assets.L("Later"))
	}
	ctx, cancel := context.WithTimeout(b.conn.Context(), patience)
	defer cancel()
	hints := map[string]dbus.Variant{"desktop-entry": dbus.MakeVariant(id)}
	const serversChoice = int32(-1) // how long it stays
	var number uint32
	// The body may hold markup; ours is text.
	err := b.conn.Object(busName, busPath).CallWithContext(ctx, busName+".Notify", 0, "Afterword", b.last[n.ID], "", n.Title, html.EscapeString(n.Body),
		buttons, hints, serversChoice).Store(&number)
	if err != nil {
		return fmt.Errorf("notify: %w", err)
	}
	b.shown[number], b.last[n.ID] = n, number
	return nil
}
