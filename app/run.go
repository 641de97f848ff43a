package app

import (
	"context"
	"errors"
	"os"
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
	Files []string // .eml and .ics files to open
}

// Run opens the window and returns when it is closed. A second start on the
// same home raises the first window and returns at once.
func Run(p *profile.Profile, o Options) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
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
	locale(p)
	w := &window{ctx: ctx, profile: p, desk: d, fyneApp: fyneapp.NewWithID(id), changes: make(chan struct{}, 1), rested: time.NewTimer(rest), examples: o.Demo, files: o.Files}
	w.fyneApp.Settings().SetTheme(widgets.NewTheme(mode(p.Theme), 1))
	w.outside = newOutside(p, w.fyneApp)
	w.mail = newMail(ctx, d, p, secrets)
	d.Changed = func(data.ID) { w.stale() }
	w.show(claim)
	cancel()
	w.mail.running.Wait()
	return nil
}

// show builds the window and runs until it is closed.
func (w *window) show(claim *single) {
	w.win = w.fyneApp.NewWindow("Afterword")
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.build()
	w.win.Resize(w.size())
	w.win.SetOnClosed(w.remember)
	w.fyneApp.Lifecycle().SetOnEnteredForeground(func() { w.active = true })
	w.fyneApp.Lifecycle().SetOnExitedForeground(func() { w.active = false })
	go claim.serve(func(files []string) {
		fyne.Do(func() {
			w.win.RequestFocus()
			w.take(files)
		})
	})
	go w.poll()
	go w.gather()
	go w.settle()
	if w.profile.UIMapFile != "" {
		go w.draw()
	}
	go w.mail.tend()
	w.open(screen.Place{Page: screen.PageToday})
	w.banners.load()
	w.take(w.files)
	if w.examples {
		go w.tellStory()
	}
	w.win.ShowAndRun()
	for _, p := range w.pages {
		p.Leave()
	}
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
	if err1 != nil || err2 != nil || x < widgets.MinWidth || y < widgets.MinHeight || x > 10000 || y > 10000 {
		return usual
	}
	return fyne.NewSize(float32(x), float32(y))
}

// remember keeps the window's size.
func (w *window) remember() {
	s := w.win.Canvas().Size()
	size := strconv.Itoa(int(s.Width)) + "x" + strconv.Itoa(int(s.Height))
	_ = w.desk.Set(w.ctx, "window.size", size) // a size that is lost is no loss
}

func mode(theme string) widgets.Mode {
	switch theme {
	case "light":
		return widgets.ModeLight
	case "dark":
		return widgets.ModeDark
	}
	return widgets.ModeSystem
}

// locale chooses the language, and gives Fyne one where the system has none.
func locale(p *profile.Profile) {
	lang := p.Lang
	if lang == "" {
		lang, _, _ = strings.Cut(os.Getenv("LANG"), ".")
	}
	if lang == "" || lang == "C" || lang == "POSIX" {
		lang = "en_US"
		_ = os.Setenv("LANG", "en_US.UTF-8")
	}
	assets.SetLanguage(strings.ReplaceAll(lang, "_", "-"))
}

func secretsOf(p *profile.Profile, examples bool) (mailbox.Secrets, error) {
	if examples {
		return memory{}, nil
	}
	return mailbox.OpenSecrets(p.Secrets, p.SecretsKey, p.Home)
}
