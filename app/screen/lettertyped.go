package screen

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// checkPause is how long the keys must rest before a letter is checked anew.
const checkPause = 150 * time.Millisecond

// typed keeps what the user types: on disk within moments, checked again soon.
func (l *Letter) typed() {
	if l.filling || !l.loaded {
		return
	}
	if l.way != "" {
		l.typedShort()
		return
	}
	l.mine.To, l.mine.Subject, l.mine.Body = l.to.Text(), l.subject.Text(), l.body.Text()
	l.changed()
}

// changed puts the letter as it stands on disk soon, and has it checked.
func (l *Letter) changed() {
	l.mine.Edited = true
	mine := l.mine
	l.keep.changed(func() error { return l.Desk.SaveDraft(l.Context, mine) })
	l.counted(nil)
	l.checkSoon()
}

// checkSoon has the letter checked once the keys rest.
func (l *Letter) checkSoon() {
	if l.pause != nil {
		l.pause.Stop()
	}
	l.pause = l.After(checkPause, func() { fyne.Do(l.check) })
}

// left puts what was typed on disk, at once.
func (l *Letter) left() { _ = l.keep.flush() } // kept says what went wrong

// kept tells whether the letter is on disk. Words that could not be stored stay
// in the fields and are tried again with the next key.
func (l *Letter) kept(err error) {
	if err != nil {
		l.Fail(err)
	}
	if l.loaded {
		l.counted(err)
	}
}

// counted shows how long the letter is, how long is good, and whether it is on
// disk.
func (l *Letter) counted(failed error) {
	if l.way != "" {
		l.countShort(failed)
		return
	}
	parts := []string{assets.N("{{.N}} word", "{{.N}} words", letter.Words(l.mine.Body))}
	if ideal := l.draft.Ideal; ideal[1] > 0 {
		parts = append(parts, assets.L("{{.From}}–{{.To}} is ideal", assets.Args{"From": strconv.Itoa(ideal[0]), "To": strconv.Itoa(ideal[1])}))
	}
	l.sayCount(widgets.ColorMuted, parts, l.mine.Edited, failed)
}

// sayCount shows how much is written and, of the user's own words, whether they
// are on disk.
func (l *Letter) sayCount(ink fyne.ThemeColorName, parts []string, mine bool, failed error) {
	l.retry.Hide()
	switch {
	case failed != nil:
		parts, ink = append(parts, assets.L("not saved yet")), theme.ColorNameError
		l.retry.Show()
	case mine && !l.keep.waits():
		parts = append(parts, assets.L("saved"))
	}
	l.count.In(ink)
	l.count.SetText(words.Dotted(parts...))
	l.count.Refresh()
}

// check has the letter as it stands checked, away from the keys.
func (l *Letter) check() {
	if !l.loaded {
		return
	}
	if l.way != "" {
		l.judged(l.draft)
		return
	}
	draft, mine := l.draft, l.mine
	load(&l.checks, l.Context, func(context.Context) (desk.Draft, error) { return draft.Check(mine), nil }, func(d desk.Draft, _ error) {
		if d.Letter.Body == l.mine.Body && d.Letter.Item == l.mine.Item {
			l.judged(d)
		}
	})
}

// judged shows what the checks say.
func (l *Letter) judged(d desk.Draft) {
	l.draft = d
	l.title.SetText(d.Title)
	l.sub.SetText(d.Subtitle)
	l.toned()
	if l.way != "" {
		l.judgedShort()
	} else {
		l.counted(nil)
		l.mark()
	}
	label := assets.L("Open in mail app")
	if l.blocked() {
		label = assets.L("Open anyway")
	}
	l.open.SetLabel(label)
	l.refill(func() {
		l.offerWays()
		l.news.Set(l.tidings()...)
		l.side.Set(l.panel()...)
		l.page.Refresh()
	}, l.body.Focusable())
}

// blocked reports whether something should be looked at before the letter goes.
func (l *Letter) blocked() bool {
	for _, f := range l.draft.Findings {
		if f.Level == levelBlock {
			return true
		}
	}
	return l.draft.Question != nil || l.stopped()
}

// stopped reports whether the plan no longer needs the letter.
func (l *Letter) stopped() bool {
	state := l.draft.Item.State
	return state == data.StateStopped || state == data.StateCancelled
}
