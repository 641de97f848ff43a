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
	letters   []desk.SendView
	dismissed map[data.ID]int // event to banner number
	numbers   map[data.ID]int
	column    *widgets.Column
}

func newBanners(w *window) *banners {
	return &banners{w: w, dismissed: make(map[data.ID]int), numbers: make(map[data.ID]int), column: widgets.NewColumn(8)}
}

// above puts the banners over a page.
func (b *banners) above(page fyne.CanvasObject) fyne.CanvasObject {
	if len(b.shown()) == 0 && len(b.leaving()) == 0 {
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
	for _, v := range b.leaving() {
		all = append(all, b.letter(v))
	}
	for _, n := range b.shown() {
		all = append(all, b.banner(n))
	}
	b.column.Set(all...)
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
	see := k.Button(id+".see", assets.L("See the mail"), func() {
		b.w.open(screen.Place{Page: screen.PageInterviews, Application: n.Application})
		b.w.host.Mail(n.Message)
	})
	undo := k.Button(id+".undo", assets.L("Undo"), func() {
		b.dismiss(n.Event)
		b.w.undoEvent(n.Event)
	})
	dismiss := k.Dismiss(id, stage, assets.L("Dismiss"), func() { b.dismiss(n.Event) })
	return k.Banner(id, stage, n.Title, n.Line, see, undo, dismiss)
}

// dismiss takes a banner away for good.
func (b *banners) dismiss(event data.ID) {
	b.dismissed[event] = 1
	b.w.background(func(ctx context.Context) error { return b.w.desk.Dismiss(ctx, event) }, func(err error) {
		if err != nil {
			b.w.fail(err)
		}
	})
	b.w.shell.SetDetail(b.w.main())
}
