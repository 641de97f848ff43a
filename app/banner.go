package app

import (
	"context"
	"strconv"

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
	dismissed map[data.ID]int // event to banner number
	numbers   map[data.ID]int
	column    *widgets.Column
}

func newBanners(w *window) *banners {
	return &banners{w: w, dismissed: make(map[data.ID]int), numbers: make(map[data.ID]int), column: widgets.NewColumn(8)}
}

// above puts the banners over a page.
func (b *banners) above(page fyne.CanvasObject) fyne.CanvasObject {
	if len(b.shown()) == 0 {
		return page
	}
	b.fill()
	top := widgets.NewPad(16, 0, 24, 24, widgets.NewColumn(0, b.column).Max(widgets.TextWidth).Centred())
	return widgets.NewPage(widgets.NewColumn(0, top, page).Grow(page))
}

func (b *banners) shown() []desk.News {
	var some []desk.News
	for _, n := range b.news {
		if _, gone := b.dismissed[n.Event]; !gone {
			some = append(some, n)
		}
	}
	return some
}

// load asks what mails did since they were last dismissed.
func (b *banners) load() {
	var news []desk.News
	b.w.background(func(ctx context.Context) (err error) {
		news, err = b.w.desk.News(ctx)
		return err
	}, func(err error) {
		if err != nil || same(news, b.news) {
			return
		}
		b.news = news
		b.w.shell.SetDetail(b.w.main())
	})
}

func same(a, b []desk.News) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Event != b[i].Event {
			return false
		}
	}
	return true
}

func (b *banners) fill() {
	var all []fyne.CanvasObject
	for _, n := range b.shown() {
		all = append(all, b.banner(n))
	}
	b.column.Set(all...)
}

func (b *banners) banner(n desk.News) fyne.CanvasObject {
	number, ok := b.numbers[n.Event]
	if !ok {
		number = len(b.numbers) + 1
		b.numbers[n.Event] = number
	}
	id := "banner:" + strconv.Itoa(number)
	stage := widgets.StageReplied
	if n.Kind != data.EventReply {
		stage = widgets.StageCheckIn
	}
	k := b.w.kit
	see := k.Button(id+".see", assets.L("See the mail"), func() {
		b.w.open(screen.Place{Page: screen.PageInterviews, Application: n.Application})
		b.w.host.Mail(n.Message)
	})
	undo := k.Button(id+".undo", assets.L("Undo"), func() {
		b.dismiss(n)
		b.w.undoEvent(n.Event)
	})
	dismiss := k.Dismiss(id, stage, assets.L("Dismiss"), func() { b.dismiss(n) })
	return k.Banner(id, stage, n.Title, n.Line, see, undo, dismiss)
}

// dismiss takes a banner away for good.
func (b *banners) dismiss(n desk.News) {
	b.dismissed[n.Event] = 1
	b.w.background(func(ctx context.Context) error { return b.w.desk.Dismiss(ctx, n.Event) }, func(err error) {
		if err != nil {
			b.w.fail(err)
		}
	})
	b.w.shell.SetDetail(b.w.main())
}
