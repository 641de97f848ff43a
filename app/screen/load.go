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

// watched is the key under which a context carries who watches what is fetched.
type watched struct{}

type watcher struct {
	count func(by int)
	over  func() bool
}

// Watched returns a context whose loads are counted: count is called on the UI
// goroutine with 1 when one begins and with -1 when its result was shown. Once over
// says so nothing is shown any more: the window is closed.
func Watched(ctx context.Context, count func(by int), over func() bool) context.Context {
	return context.WithValue(ctx, watched{}, watcher{count, over})
}

// uncounted returns a context whose loads nobody counts: they wait for the user.
func uncounted(ctx context.Context) context.Context {
	w, _ := ctx.Value(watched{}).(watcher)
	return Watched(ctx, func(int) {}, w.over)
}

// load runs fetch in the background and hands the result to show on the UI
// goroutine. It is called on the UI goroutine.
func load[T any](l *loader, parent context.Context, fetch func(context.Context) (T, error), show func(T, error)) {
	l.stop()
	ctx, cancel := context.WithCancel(parent)
	l.cancel = cancel
	w, is := parent.Value(watched{}).(watcher)
	if is {
		w.count(1)
	}
	go func() {
		v, err := fetch(ctx)
		fyne.Do(func() {
			if is && w.over != nil && w.over() {
				return
			}
			if is {
				w.count(-1)
			}
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
