package app

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A queued driver keeps what other goroutines ask of the UI goroutine until the
// test, which is that goroutine, has time for it: Fyne's own test driver would
// run it at once, beside the test.
type queued struct {
	fyne.Driver
	calls chan func()
}

// DoFromGoroutine implements fyne.Driver.
func (q queued) DoFromGoroutine(f func(), _ bool) { q.calls <- f }

type queuedApp struct {
	fyne.App
	driver queued
}

// Driver implements fyne.App.
func (a queuedApp) Driver() fyne.Driver { return a.driver }

// A drive is the whole window in memory, with a desk on disk behind it, driven
// by keys and taps and read by the map.
type drive struct {
	*testing.T
	*window
	calls chan func()
	close func() // the window and its desk, as the user does; once
}

// newDrive opens the window on a home of its own, on a Monday afternoon.
func newDrive(t *testing.T) *drive {
	t.Helper()
	assets.SetLanguage("en")
	dir := t.TempDir()
	p, err := profile.New(profile.Flags{
		Home: filepath.Join(dir, "home"), Now: "2026-11-23T14:00:00Z", Clock: "still", TZ: "Europe/Berlin", Open: filepath.Join(dir, "open.json"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return openDrive(t, p)
}

// openDrive opens the window of a profile.
func openDrive(t *testing.T, p *profile.Profile) *drive {
	t.Helper()
	app := queuedApp{test.NewTempApp(t), queued{calls: make(chan func(), 1000)}}
	app.driver.Driver = app.App.Driver()
	fyne.SetCurrentApp(app)
	ctx, cancel := context.WithCancel(t.Context())
	opened, err := desk.Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Set(ctx, "me.name", "Robin Vale"); err != nil {
		t.Fatal(err)
	}
	d := &drive{T: t, window: newWindow(ctx, p, opened, app, memory{}), calls: app.driver.calls}
	d.close = sync.OnceFunc(func() {
		d.win.Close()
		d.leave()
		cancel()
		d.loops.Wait()
		d.mail.running.Wait()
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(d.close)
	d.show()
	d.win.Show()
	d.until("the window is ready", func() bool { return d.ready })
	return d
}

// until gives the UI goroutine time until the window is as wanted.
func (d *drive) until(what string, want func() bool) {
	d.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(5 * time.Millisecond) // for what changes on disk alone
	defer tick.Stop()
	for !want() {
		select {
		case f := <-d.calls:
			f()
		case <-tick.C:
		case <-deadline:
			modal, nodes := widgets.Nodes(d.win.Canvas())
			d.Fatalf("never: %s\npage %q, sheet %q, %+v", what, d.page, modal, nodes)
		}
	}
}

// rest waits until nothing is pending that the map calls busy.
func (d *drive) rest() {
	d.Helper()
	d.until("nothing is pending", func() bool { return d.busy == 0 && len(d.calls) == 0 })
}

// node returns what the map shows under an id.
func (d *drive) node(id string) (widgets.Node, bool) {
	_, nodes := widgets.Nodes(d.win.Canvas())
	i := slices.IndexFunc(nodes, func(n widgets.Node) bool { return n.ID == id })
	if i < 0 {
		return widgets.Node{}, false
	}
	return nodes[i], true
}

// text is what a node says, "" when it is not on screen.
func (d *drive) text(id string) string {
	n, _ := d.node(id)
	return strings.Join(n.Text, " | ")
}

// says waits for a node whose text holds all words.
func (d *drive) says(id string, words ...string) {
	d.Helper()
	d.until(id+" says "+strings.Join(words, ", "), func() bool {
		_, there := d.node(id)
		return there && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(d.text(id), w) })
	})
}

// toast waits for a line at the bottom.
func (d *drive) toasted(words string) {
	d.Helper()
	d.until("a toast that says "+words, func() bool {
		_, nodes := widgets.Nodes(d.win.Canvas())
		return slices.ContainsFunc(nodes, func(n widgets.Node) bool {
			return strings.HasPrefix(n.ID, "toast:") && strings.Contains(strings.Join(n.Text, " "), words)
		})
	})
}

// tap taps the middle of a node once it is there.
func (d *drive) tap(id string) {
	d.Helper()
	var n widgets.Node
	d.until(id+" is on screen", func() (there bool) {
		n, there = d.node(id)
		return there && n.Enabled
	})
	test.TapCanvas(d.win.Canvas(), fyne.NewPos(float32(n.X+n.W/2), float32(n.Y+n.H/2)))
}

// chord presses a key held with Ctrl, as the desktop hands it over.
func (d *drive) chord(key fyne.KeyName) { d.held(key, fyne.KeyModifierControl) }

func (d *drive) held(key fyne.KeyName, mods fyne.KeyModifier) {
	s := &desktop.CustomShortcut{KeyName: key, Modifier: mods}
	c := d.win.Canvas()
	if f, ok := c.Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	c.(fyne.Shortcutable).TypedShortcut(s)
}

// key presses a key without Ctrl.
func (d *drive) key(key fyne.KeyName) {
	if f := d.win.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
}

// types types text where the focus is.
func (d *drive) types(text string) {
	for _, r := range text {
		if f := d.win.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		} else {
			d.win.Canvas().OnTypedRune()(r)
		}
	}
}

// focused is the id of the control that has the focus, "" for none.
func (d *drive) focused() string {
	_, nodes := widgets.Nodes(d.win.Canvas())
	for _, n := range nodes {
		if n.Focused {
			return n.ID
		}
	}
	return ""
}

// modal is the id of the topmost sheet, "" for none.
func (d *drive) modal() string {
	modal, _ := widgets.Nodes(d.win.Canvas())
	return modal
}

// met stores an application that was met so many hours ago.
func (d *drive) met(company, person string, hours int) data.ID {
	d.Helper()
	start := d.desk.Now().Add(-time.Duration(hours) * time.Hour)
	first := strings.ToLower(strings.Fields(person)[0])
	id, err := d.desk.AddApplication(d.Context(), desk.NewApplication{Company: company, Role: "Product designer", First: desk.NewInterview{
		Start: start, End: start.Add(time.Hour), With: []data.Person{{Name: person, Addresses: []string{first + "@example.net"}}},
	}})
	if err != nil {
		d.Fatal(err)
	}
	return id
}

// choose opens an application in the list, with the focus nowhere.
func (d *drive) choose(id data.ID) {
	d.Helper()
	det, err := d.desk.Detail(d.Context(), id)
	if err != nil {
		d.Fatal(err)
	}
	d.open(screen.Place{Page: screen.PageInterviews, Application: id})
	d.says("detail.title", det.Case.Application.Company)
	d.win.Canvas().Unfocus()
}

// badge is what the store says of an application.
func (d *drive) badge(id data.ID) data.Badge {
	d.Helper()
	det, err := d.desk.Detail(d.Context(), id)
	if err != nil {
		d.Fatal(err)
	}
	return det.Badge
}
