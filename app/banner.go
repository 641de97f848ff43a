package app

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// banners show what a mail did by itself, with the mail and an undo, until they
// are dismissed.
type banners struct {
	w         *window
	news      []desk.News
	letters   []desk.SendView
	dismissed map[data.ID]bool
	numbers   map[data.ID]int // of each event, for as long as the window is open
	column    *widgets.Column
	room      int  // for so many they were laid out
	unfolded  bool // all show, also where the window has no room for them beside its page
}

func newBanners(w *window) *banners {
	return &banners{w: w, dismissed: make(map[data.ID]bool), numbers: make(map[data.ID]int), column: widgets.NewColumn(8)}
}

// above puts the banners over a page.
func (b *banners) above(page fyne.CanvasObject) fyne.CanvasObject {
	if len(b.shown()) == 0 && len(b.leaving()) == 0 && b.w.ownHome == "" {
		return page
	}
	b.fill()
	column := widgets.NewColumn(0, b.area())
	switch b.w.page { // in line with the page below
	case screen.PageInterviews, screen.PagePeople, screen.PageCalendar:
		column.Max(widgets.TextWidth)
	case screen.PageLetter:
		column.Max(widgets.WritingWidth).Centred()
	default:
		column.Max(widgets.PageWidth).Centred()
	}
	top := widgets.NewPad(16, 4, 24, 24, column)
	return widgets.NewWatched(widgets.NewPage(widgets.NewColumn(0, top, page).Grow(page)), b.resized)
}

// resized folds the banners or shows more of them when the window has room for
// another number.
func (b *banners) resized() {
	if b.room != b.most() && len(b.shown()) > 1 {
		b.lay()
	}
}

func (b *banners) shown() []desk.News {
	var some []desk.News
	for _, n := range b.news {
		if !b.dismissed[n.Event] {
			some = append(some, n)
		}
	}
	return some
}

// load asks what mails did since they were last dismissed.
func (b *banners) load() {
	var news []desk.News
	var letters []desk.SendView
	b.w.background(func(ctx context.Context) (err error) {
		if news, err = b.w.desk.News(ctx); err == nil {
			letters, err = b.w.desk.SendNews(ctx)
		}
		return err
	}, func(err error) {
		if err != nil || same(news, b.news) && alike(letters, b.letters) {
			return
		}
		b.news, b.letters = news, letters
		b.lay()
	})
}

// lay shows the banners anew over the page. The focus stays on the control of the
// same name; where that is gone, it goes to the page.
func (b *banners) lay() {
	c := b.w.win.Canvas()
	was, named := c.Focused().(interface{ ID() string })
	b.w.shell.SetDetail(b.w.main())
	if !named || !strings.HasPrefix(was.ID(), "banner") {
		return
	}
	if f := widgets.Named(c, was.ID()); f != nil {
		c.Focus(f)
		return
	}
	b.w.enter()
}

func same(a, b []desk.News) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// most returns how many banners a window has room for beside its page.
func (b *banners) most() int {
	return max(1, min(3, int(b.w.win.Canvas().Size().Height-300)/140))
}

// area is the place of the banners; unfolded ones leave half of the window to
// the page.
func (b *banners) area() fyne.CanvasObject {
	if b.unfolded {
		return widgets.NewAtMost(b.w.win.Canvas().Size().Height/2, b.column)
	}
	return b.column
}

// fill shows all banners where there is room for them, else the newest and how
// many more there are.
func (b *banners) fill() {
	var all []fyne.CanvasObject
	for _, v := range b.leaving() {
		all = append(all, b.letter(v))
	}
	letters, news := len(all), b.shown()
	if b.w.ownHome != "" {
		all = append([]fyne.CanvasObject{b.w.examplesBar()}, all...)
	}
	b.room = b.most()
	folds := len(news)+letters > b.room
	b.unfolded = b.unfolded && folds
	shown := len(news)
	if folds && !b.unfolded {
		shown = min(shown, max(0, 1-letters))
	}
	for _, n := range slices.Backward(news) {
		b.id(n.Event) // numbered in the order in which they came, whether they show or not
	}
	for _, n := range news[:shown] {
		all = append(all, b.banner(n))
	}
	if line := b.foldLine(len(news) - shown); line != "" {
		all = append(all, widgets.NewAcross(0, b.w.kit.Link("banner.more", line, func() {
			b.unfolded = !b.unfolded
			b.lay()
		})))
	}
	b.column.Set(all...)
}

// foldLine is what unfolds the banners or folds them, "" where all show anyway.
func (b *banners) foldLine(more int) string {
	switch {
	case b.unfolded:
		return assets.L("Fewer")
	case more > 0:
		return assets.N("and one more", "and {{.N}} more", more)
	}
	return ""
}

// id is the name of the banner of an event or a letter.
func (b *banners) id(event data.ID) string {
	number, ok := b.numbers[event]
	if !ok {
		number = len(b.numbers) + 1
		b.numbers[event] = number
	}
	return "banner:" + strconv.Itoa(number)
}

func (b *banners) banner(n desk.News) fyne.CanvasObject {
	id := b.id(n.Event)
	stage := widgets.StageReplied
	if n.Kind != data.EventReply {
		stage = widgets.StageCheckIn
	}
	k := b.w.kit
	var row []*widgets.Button
	if n.Kind == data.EventBounce {
		row = append(row, k.Button(id+".fix", assets.L("Fix the address"), func() { b.w.host.Mend(n.Application, n.Person) }))
	}
	row = append(row, k.Button(id+".see", assets.L("See the mail"), func() {
		b.w.open(screen.Place{Page: screen.PageInterviews, Application: n.Application})
		b.w.host.Mail(n.Message)
	}), k.Button(id+".undo", assets.L("Undo"), func() {
		b.drop(n)
		b.w.undoEvent(n.Event)
	}),
		k.Dismiss(id, stage, assets.L("Dismiss"), func() { b.dismiss(n.Event) }))
	return k.Banner(id, stage, n.Title, n.Line, row...)
}

// drop takes a banner away at once; what is loaded next brings it back if its
// event is in force.
func (b *banners) drop(n desk.News) {
	b.news = slices.DeleteFunc(slices.Clone(b.news), func(o desk.News) bool { return o.Event == n.Event })
	b.lay()
}

// dismiss takes a banner away for good.
func (b *banners) dismiss(event data.ID) {
	b.dismissed[event] = true
	b.w.background(func(ctx context.Context) error { return b.w.desk.Dismiss(ctx, event) }, func(err error) {
		if err != nil {
			b.w.fail(err)
		}
	})
	b.lay()
}
