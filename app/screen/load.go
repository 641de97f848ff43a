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

// counter is the key under which a context carries who counts what is fetched.
type counter struct{}

// Counted returns a context whose loads are counted: count is called on the UI
// goroutine with 1 when one begins and with -1 when its result was shown.
func Counted(ctx context.Context, count func(by int)) context.Context {
	return context.WithValue(ctx, counter{}, count)
}

// uncounted returns a context whose loads nobody counts: they wait for the user.
func uncounted(ctx context.Context) context.Context { return Counted(ctx, func(int) {}) }

// load runs fetch in the background and hands the result to show on the UI
// goroutine. It is called on the UI goroutine.
func load[T any](l *loader, parent context.Context, fetch func(context.Context) (T, error), show func(T, error)) {
	l.stop()
	ctx, cancel := context.WithCancel(parent)
	l.cancel = cancel
	count, counted := parent.Value(counter{}).(func(by int))
	if counted {
		count(1)
	}
	go func() {
		v, err := fetch(ctx)
		fyne.Do(func() {
			if counted {
				count(-1)
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
