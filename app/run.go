package app

import (
	"context"
	"errors"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"afterword/app/desk"
	"afterword/app/mailbox"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// id is the program's name among the others of a desktop.
const id = "io.github.afterword.Afterword"

// Options say how the window opens.
type Options struct {
	Demo  bool     // on examples, in a temporary home
	Files []string // .eml, .ics and .csv files to open

	Version string // and commit, for the page about the program
}

// Run opens the window and returns when it is closed. A second start on the
// same home raises the first window and returns at once.
func Run(p *profile.Profile, o Options) error {
	const tidy = 50 // percent: a program that waits all day has time to collect, and no need for room
	debug.SetGCPercent(tidy)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	own := p.Home
	if o.Demo {
		leave, err := borrow(p)
		if err != nil {
			return err
		}
		defer leave()
	}
	claim, err := claim(ctx, p.Home, o.Files)
	if errors.Is(err, errTaken) {
		return nil
	}
	if err != nil {
		return err
	}
	defer claim.release()
	d, err := desk.Open(ctx, p)
	if err != nil {
		return err
	}
	defer d.Close()
	secrets, err := secretsOf(p, o.Demo)
	if err != nil {
		return err
	}
	prefs, err := d.Preferences(ctx)
	if err != nil {
		return err
	}
	worn := lookOf(prefs, p)
	assets.SetLanguage(worn.language)
	w := newWindow(ctx, p, d, fyneapp.NewWithID(id), secrets)
	w.look, w.version = worn, o.Version
	if o.Demo {
		w.ownHome = own
	}
	w.fyneApp.Settings().SetTheme(worn.wear())
	w.show()
	go claim.serve(func(files []string) { fyne.Do(func() { w.raise(files) }) })
	w.take(o.Files)
	if o.Demo {
		w.loops.Go(func() { w.tellStory(pace) })
	}
	w.win.ShowAndRun()
	w.leave()
	cancel()
	w.loops.Wait()
	w.mail.running.Wait()
	return nil
}

// newWindow returns the window of a desk, which is not built yet.
func newWindow(ctx context.Context, p *profile.Profile, d *desk.Desk, a fyne.App, s mailbox.Secrets) *window {
	w := &window{ctx: ctx, profile: p, desk: d, fyneApp: a, changes: make(chan struct{}, 1), rested: time.NewTimer(rest)}
	w.fyneApp.Settings().SetTheme(look{theme: p.Theme, scale: 1}.wear())
	w.outside = newOutside(p, w.fyneApp)
	w.mail = newMail(ctx, d, p, s)
	w.post = newPost(d, w.mail, func() { fyne.Do(w.countdown) })
	d.Changed = func(data.ID) {
		w.stale()
		w.post.wake()
	}
	return w
}

// show builds the window and starts what keeps it true.
func (w *window) show() {
	w.win = w.fyneApp.NewWindow("Afterword")
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.build()
	w.win.Resize(w.size())
	w.win.SetOnClosed(w.remember)
	w.win.SetOnDropped(w.dropped)
	w.fyneApp.Lifecycle().SetOnEnteredForeground(func() { w.active = true })
	w.fyneApp.Lifecycle().SetOnExitedForeground(func() { w.active = false })
	w.loops.Go(w.poll)
	w.loops.Go(w.gather)
	w.loops.Go(w.settle)
	if w.profile.UIMapFile != "" {
		w.loops.Go(w.draw)
	}
	w.loops.Go(w.mail.tend)
	w.loops.Go(func() { w.post.run(w.ctx) })
	w.open(screen.Place{Page: screen.PageToday})
	w.banners.load()
}

// raise answers a second start, which handed its files over.
func (w *window) raise(files []string) {
	w.win.RequestFocus()
	w.take(files)
}

// leave lets the pages put on disk what was typed last, and waits until all that
// was begun is there too.
func (w *window) leave() {
	w.left.Store(true)
	if w.fading != nil {
		w.fading.Stop()
	}
	for _, p := range w.pages {
		p.Leave()
	}
	w.tasks.Wait()
}

// size returns the window's size as it was left.
func (w *window) size() fyne.Size {
	usual := fyne.NewSize(1200, 800)
	p, err := w.desk.Preferences(w.ctx)
	if err != nil {
		return usual
	}
	width, height, _ := strings.Cut(p.Value("window.size"), "x")
	x, err1 := strconv.ParseFloat(width, 32)
	y, err2 := strconv.ParseFloat(height, 32)
	if err1 == nil && err2 == nil && x >= widgets.MinWidth && y >= widgets.MinHeight && x <= 10000 && y <= 10000 {
		return fyne.NewSize(float32(x), float32(y))
	}
	return usual
}

// remember keeps the window's size.
func (w *window) remember() {
	w.left.Store(true)
	s := w.win.Canvas().Size()
	size := strconv.Itoa(int(s.Width)) + "x" + strconv.Itoa(int(s.Height))
	_ = w.desk.Set(w.ctx, "window.size", size) // a size that is lost is no loss
}

func secretsOf(p *profile.Profile, examples bool) (mailbox.Secrets, error) {
	if examples {
		return memory{}, nil
	}
	s, err := mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
	if err != nil {
		return nil, err
	}
	return mailbox.UntilClosed(s), nil
}
