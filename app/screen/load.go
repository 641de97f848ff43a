package screen

import (
	"context"

	"fyne.io/fyne/v2"
)

// A loader fetches for one page. A new load cancels the one before it, so a
// slow answer never overwrites a newer one.
type loader struct {
	cancel context.CancelFunc
}

// load runs fetch in the background and hands the result to show on the UI
// goroutine. It is called on the UI goroutine.
func load[T any](l *loader, parent context.Context, fetch func(context.Context) (T, error), show func(T, error)) {
	l.stop()
	ctx, cancel := context.WithCancel(parent)
	l.cancel = cancel
	go func() {
		v, err := fetch(ctx)
		fyne.Do(func() {
			if ctx.Err() == nil {
				show(v, err)
			}
		})
	}()
}

// stop cancels what is being fetched.
func (l *loader) stop() {
	if l.cancel != nil {
		l.cancel()
	}
}
