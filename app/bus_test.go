package app

import (
	"bufio"
	"os/exec"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"

	"afterword/app/desk"
)

// A server stands in for the desktop's notifications.
type server struct{ calls chan []any }

// Notify is the method of the interface; it numbers from 7.
func (s *server) Notify(_ string, replaces uint32, _, title, body string, actions []string, _ map[string]dbus.Variant, _ int32) (uint32, *dbus.Error) {
	s.calls <- []any{replaces, title, body, strings.Join(actions, "|")}
	return 7, nil
}

// privateBus starts a bus for this test alone.
func privateBus(t *testing.T) *dbus.Conn {
	t.Helper()
	if _, err := exec.LookPath("dbus-daemon"); err != nil {
		t.Skip("no dbus-daemon; make test installs it")
	}
	daemon := exec.CommandContext(t.Context(), "dbus-daemon", "--session", "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

func TestDesktopShowsAndAnswers(t *testing.T) {
	conn := privateBus(t)
	s := &server{make(chan []any, 2)}
	if err := conn.Export(s, busPath, busName); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(busName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	pressed := make(chan string, 1)
	b, err := openBus(t.Context(), func(n desk.Notification, action string) { pressed <- n.ID + " " + action })
	if err != nil {
		t.Fatal(err)
	}
	n := desk.Notification{ID: "acme:check_in:1", Title: "A good day to check in", Body: "Acme <b> & co.", Application: "acme", Item: "check_in:1"}
	for _, replaces := range []uint32{0, 7} {
		if err := b.show(n); err != nil {
			t.Fatal(err)
		}
		got := <-s.calls
		if got[0] != replaces || got[1] != n.Title || got[2] != "Acme &lt;b&gt; &amp; co." || !strings.Contains(got[3].(string), "open|Open draft|later|Later") {
			t.Errorf("the desktop was given %v, want it in the place of %d", got, replaces)
		}
	}
	for _, id := range []uint32{99, 7} { // 99 is somebody else's
		if err := conn.Emit(busPath, busName+".ActionInvoked", id, "later"); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := <-pressed, "acme:check_in:1 later"; got != want {
		t.Errorf("pressed %q, want %q", got, want)
	}
}
