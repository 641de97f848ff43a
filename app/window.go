// Package app puts the program together: the window and its pages, the keys,
// the mail watchers, the map of the window and the single instance.
//
// It talks to everything, and is the only package that does.
package app

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/app/words"
	"afterword/data"
	"afterword/widgets"
)

// A window is the one window with its pages.
type window struct {
	ctx     context.Context
	profile *profile.Profile
	ownHome string // the user's, while this window shows examples; else empty
	desk    *desk.Desk
	fyneApp fyne.App
	win     fyne.Window
	kit     *widgets.Kit
	host    *screen.Host
	shell   *widgets.Shell
	outside *outside
	mail    *mail
	post    *post // lets letters out
	bus     *bus  // the poller's; nil where the desktop has none

	nav     map[string]*widgets.NavItem
	pages   map[string]screen.Page
	content map[string]fyne.CanvasObject
	page    string

	today      *screen.Today
	interviews *screen.Interviews
	people     *screen.People
	letter     *screen.Letter
	settings   *screen.Settings

	look     look
	version  string
	selected data.ID
	banners  *banners
	busy     int            // tasks whose end has not been shown yet
	tasks    sync.WaitGroup // those that still run
	left     atomic.Bool    // the window is closed: nothing is shown any more
	loops    sync.WaitGroup // what runs until ctx ends
	ready    bool
	active   bool
	recent   []string // chosen in the palette, newest first; nil until it is read
	toasts   int
	fading   *time.Timer   // takes the toast away; nil before the first
	changes  chan struct{} // size 1: what shows may be stale
	rested   *time.Timer   // runs out when no page was opened for a while
}

// build makes all pages and shows the first.
func (w *window) build() {
	w.kit = widgets.NewKit()
	w.kit.Keys.Handle = w.key
	w.host = w.newHost()
	w.banners = newBanners(w)
	w.today = &screen.Today{Host: w.host, Loaded: w.counted}
	w.interviews = &screen.Interviews{Host: w.host, ShowDetail: func() { w.shell.ShowDetail() }, ShowList: func() { w.shell.ShowList() }}
	w.people = &screen.People{Host: w.host, ShowDetail: func() { w.shell.ShowDetail() }, ShowList: func() { w.shell.ShowList() }}
	w.letter = &screen.Letter{Host: w.host}
	w.settings = &screen.Settings{Host: w.host, Watching: w.mail.watching(w.host.Open), About: about(w.profile, w.version)}
	w.pages = map[string]screen.Page{
		screen.PageToday: w.today, screen.PageInterviews: w.interviews, screen.PageLetter: w.letter, screen.PageSettings: w.settings,
		screen.PageMail:     &screen.Mail{Host: w.host},
		screen.PagePeople:   w.people,
		screen.PageCalendar: &screen.Calendar{Host: w.host, First: words.FirstWeekday(w.profile.Lang, os.Getenv("LC_ALL"), os.Getenv("LC_TIME"), os.Getenv("LANG"))},
		screen.PageWelcome:  &screen.Welcome{Host: w.host, Examples: w.openExamples},
		screen.PageInsights: &screen.Insights{Host: w.host, Press: w.printing()},
	}
	w.content = make(map[string]fyne.CanvasObject)
	for name, p := range w.pages {
		w.content[name] = p.Content()
	}
	w.shell = w.kit.Shell(w.sidebar(), back())
	w.win.SetContent(w.shell)
	w.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { w.kit.Keys.Press(widgets.KeyPress{Name: e.Name}) })
	w.win.Canvas().SetOnTypedRune(func(r rune) { w.kit.Keys.Press(widgets.KeyPress{Rune: r}) })
	w.chords()
}

// open goes to a page.
func (w *window) open(p screen.Place) {
	if old := w.pages[w.page]; old != nil && w.page != p.Page {
		old.Leave()
	}
	changed := w.page != p.Page
	w.page = p.Page
	switch p.Page {
	case screen.PageInterviews:
		w.interviews.Choose(p.Application)
	case screen.PagePeople:
		w.people.Choose(p.Person)
	case screen.PageLetter:
		w.letter.Show(p.Application, p.Item)
	case screen.PageSettings:
		w.settings.Open(p.Section)
	}
	if changed {
		w.shell.SetPage(w.list(), w.main())
		w.mark()
	}
	w.pages[p.Page].Refresh()
	if _, listed := w.pages[p.Page].(screen.Listed); listed {
		if p.Application != "" || p.Person != "" {
			w.shell.ShowDetail()
		} else {
			w.shell.ShowList()
		}
	}
	if changed {
		w.enter()
	}
	w.stirred()
}

// enter gives the focus to the page, or takes it from what is no longer there.
func (w *window) enter() {
	if f := w.pages[w.page].Enter(); f != nil {
		w.win.Canvas().Focus(f)
	} else {
		w.win.Canvas().Unfocus()
	}
}

// list is what stands beside the main part of the page, nil for nothing.
func (w *window) list() fyne.CanvasObject {
	if _, listed := w.pages[w.page].(screen.Listed); listed {
		return w.content[w.page]
	}
	return nil
}

// main is the main part of the page, under the banners that wait.
func (w *window) main() fyne.CanvasObject {
	if p, listed := w.pages[w.page].(screen.Listed); listed {
		return w.banners.above(p.Detail())
	}
	return w.banners.above(w.content[w.page])
}

// refresh loads again what shows, and the counts beside the pages.
func (w *window) refresh() {
	if p := w.pages[w.page]; p != nil {
		p.Refresh()
	}
	if w.page != screen.PageToday {
		w.today.Refresh()
	}
	w.banners.load()
}

// background runs a task off the UI goroutine and counts it as busy. The program
// ends only after it; then runs on the UI goroutine, unless the window is closed.
func (w *window) background(task func(context.Context) error, then func(error)) {
	w.busy++
	w.tasks.Go(func() {
		err := task(w.ctx)
		fyne.Do(func() {
			w.busy--
			if !w.left.Load() {
				then(err)
			}
		})
	})
}

// toastTime is how long a toast stays.
const toastTime = 8 * time.Second
