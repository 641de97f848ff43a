package app

import (
	"fmt"
	"os"
	"os/exec"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/demo"
	"afterword/app/profile"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// borrow puts a profile into a temporary home, and returns what removes it.
func borrow(p *profile.Profile) (leave func(), err error) {
	home, err := os.MkdirTemp("", "afterword-examples-")
	if err != nil {
		return nil, fmt.Errorf("make a temporary home: %w", err)
	}
	p.Home = home
	return func() { _ = os.RemoveAll(home) }, nil
}

// memory keeps the examples' only password, which is no secret.
type memory struct{}

// Get implements mailbox.Secrets.
func (memory) Get(data.ID) (string, error) { return demo.Password, nil }

// Set implements mailbox.Secrets.
func (memory) Set(data.ID, string) error { return nil }

// Delete implements mailbox.Secrets.
func (memory) Delete(data.ID) error { return nil }

// Where implements mailbox.Secrets.
func (memory) Where() string { return "session" }

// pace is the time between two sample mails: enough to see what each one does.
const pace = 8 * time.Second

// tellStory fills the home with examples and lets the sample mails arrive while
// one watches, a while after each other.
func (w *window) tellStory(between time.Duration) {
	if err := demo.Fill(w.ctx, w.desk); err != nil {
		fyne.Do(func() { w.fail(err) })
		return
	}
	story, err := demo.Tell(w.ctx, w.desk)
	if err != nil {
		fyne.Do(func() { w.fail(err) })
		return
	}
	defer story.Close()
	w.mail.tend()
	tick := time.NewTicker(between)
	defer tick.Stop()
	for n := 0; ; n++ {
		select {
		case <-w.ctx.Done():
			return
		case <-tick.C:
		}
		if more, err := story.Next(n); err != nil || !more {
			<-w.ctx.Done()
			return
		}
	}
}

// openExamples opens a second window on examples, which leaves nothing behind.
func (w *window) openExamples() { w.another("--demo", "--home", w.profile.Home) }

// examplesBar says that nothing in this window is the user's, and leads to what is.
func (w *window) examplesBar() fyne.CanvasObject {
	text := w.kit.Text("examples.text", widgets.RoleSecondary, assets.L("These are examples. They are deleted when this window closes."))
	own := w.kit.Button("examples.own", assets.L("Start with my own"), func() {
		if w.another("--home", w.ownHome) {
			w.win.Close()
		}
	})
	return widgets.NewSplit(10, text, own)
}

// another starts the program once more, and reports whether it did. One that runs
// on the same home is raised instead.
func (w *window) another(args ...string) bool {
	self, err := os.Executable()
	if err != nil {
		w.fail(err)
		return false
	}
	c := exec.Command(self, args...)
	if err := c.Start(); err != nil {
		w.fail(fmt.Errorf("start the program once more: %w", err))
		return false
	}
	go c.Wait() // its end is nobody's trouble
	return true
}
