package app

import (
	"net"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/widgets"
)

// poll looks once a second whether another process changed a fact or the clock
// jumped, and once a minute whether a date has come.
func (w *window) poll() {
	const second, minute = time.Second, 60
	tick := time.NewTicker(second)
	defer tick.Stop()
	last, _ := w.desk.Version(w.ctx)
	if w.profile.NotifyFile == "" {
		w.bus, _ = openBus(w.ctx, func(n desk.Notification, action string) { fyne.Do(func() { w.answer(n, action) }) }) // without one Fyne's serves
	}
	notices := newNotifier(w.desk, w.notice)
	around := newSurroundings(w.profile.Clock.System, net.InterfaceAddrs)
	for n := 1; ; n++ {
		select {
		case <-w.ctx.Done():
			return
		case <-tick.C:
		}
		jumped, _ := w.profile.Clock.Poll() // a broken file leaves the clock as it was
		version, err := w.desk.Version(w.ctx)
		changed := err == nil && version != last
		last = version
		if changed {
			w.mail.tend()
		}
		slept, moved := around.look()
		jumped = jumped || slept
		if jumped || moved {
			w.mail.wake()
		}
		if jumped {
			notices.woke()
		}
		if err := notices.second(w.ctx, changed || jumped); err != nil && w.ctx.Err() == nil {
			fyne.Do(func() { w.fail(err) })
		}
		if changed || jumped || n%minute == 0 {
			w.stale()
		}
	}
}

// rest is how long after a page was opened or something was read the window is
// taken to be quiet.
const rest = 1500 * time.Millisecond

// count keeps how many readings go on; the window rests a while after the last.
func (w *window) count(by int) {
	w.busy += by
	w.stirred()
}

// stirred tells that the window does not rest yet.
func (w *window) stirred() { w.rested.Reset(rest) }

// settle gives memory back each time the window has become quiet: reading and
// drawing a page takes much that is not needed again, and a program that waits
// all day should not keep it.
func (w *window) settle() {
	defer w.rested.Stop()
	for {
		select {
		case <-w.ctx.Done():
			return
		case <-w.rested.C:
			debug.FreeOSMemory()
		}
	}
}

// stale asks for one refresh soon, however many changes there are.
func (w *window) stale() {
	select {
	case w.changes <- struct{}{}:
	default:
	}
}

// gather turns many changes into one refresh.
func (w *window) gather() {
	const together = 30 * time.Millisecond
	for {
		select {
		case <-w.ctx.Done():
			return
		case <-w.changes:
		}
		pause := time.NewTimer(together)
		select {
		case <-w.ctx.Done():
			pause.Stop()
			return
		case <-pause.C:
		}
		fyne.Do(w.refresh)
	}
}

// A drawing is the map of the window, and whether it differs from the last one.
type drawing struct {
	text  []byte
	fresh bool
}

// draw writes the map of the window whenever something visible changed, and again
// when another window, such as that of the examples, wrote its own over it and
// this one is in front.
func (w *window) draw() {
	const often = 100 * time.Millisecond
	tick := time.NewTicker(often)
	defer tick.Stop()
	pending := make(chan drawing, 1)
	var ours os.FileInfo // as it was written last
	for {
		select {
		case <-w.ctx.Done():
			return
		case d := <-pending:
			now, err := os.Stat(w.profile.UIMapFile)
			if d.fresh || err != nil || !os.SameFile(now, ours) {
				_ = replace(w.profile.UIMapFile, d.text) // the next change tries again
				ours, _ = os.Stat(w.profile.UIMapFile)
			}
			continue
		case <-tick.C:
		}
		fyne.Do(func() {
			state := widgets.State{Page: w.page, Selected: string(w.selected), Busy: w.busy > 0 || w.host.Unsaved(), Ready: w.ready, Active: w.active, Now: w.desk.Now()}
			b, fresh := w.kit.Map.Snapshot(w.win, state)
			if !fresh && !state.Active {
				return
			}
			select {
			case old := <-pending:
				fresh = fresh || old.fresh
			default:
			}
			pending <- drawing{b, fresh}
		})
	}
}

// replace writes a file whole: the reader sees the old one or the new.
func replace(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".map-*") // mode 0600
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
