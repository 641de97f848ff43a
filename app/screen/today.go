package screen

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Today is the page of what needs doing now, calm when nothing does.
type Today struct {
	*Host
	Loaded func(desk.Today) // after each load: the window shows counts

	loader   loader
	column   *widgets.Column
	scroll   *widgets.Scroll
	stops    []fyne.Focusable // the first button of each card
	after    []fyne.Focusable // the buttons that open the notes on a round
	laters   []fyne.Focusable // the second
	entering bool             // the first card gets the focus once there is one
	more     int              // cards that were asked for beyond the first few
	last     desk.Today
	done     bool // the last thing was done while this page was open
}

// Content implements Page.
func (t *Today) Content() fyne.CanvasObject {
	t.column = widgets.NewColumn(16).Max(widgets.PageWidth).Centred()
	t.scroll = widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, t.column))
	return widgets.NewPage(t.scroll)
}

// Refresh implements Page.
func (t *Today) Refresh() {
	most := fewCards + t.more
	load(&t.loader, t.Context, func(ctx context.Context) (desk.Today, error) { return t.Desk.TodayFirst(ctx, most) }, t.show)
}

// Leave implements Page.
func (t *Today) Leave() { t.more, t.entering, t.done = 0, false, false }

// Enter implements Page.
func (t *Today) Enter() fyne.Focusable {
	t.entering = len(t.stops) == 0
	return t.first()
}

// first is the first button of the first card, nil when there is none.
func (t *Today) first() fyne.Focusable {
	switch {
	case len(t.stops) > 0:
		return t.stops[0]
	case len(t.after) > 0:
		return t.after[0]
	}
	return nil
}

// mostAfter is how many rounds are asked about at once; the next ones follow as
// these are noted.
const mostAfter = 3

func (t *Today) show(today desk.Today, err error) {
	if err != nil {
		t.Fail(err)
		return
	}
	t.done = today.Quiet && (t.done || t.last.Wanted+len(t.last.After) > 0 && t.last.Date == today.Date)
	t.last = today
	t.Loaded(today)
	t.stops, t.laters, t.after = nil, nil, nil
	objects := []fyne.CanvasObject{t.heading(today)}
	for i, c := range today.After[:min(len(today.After), mostAfter)] {
		objects = append(objects, t.afterCard(i, c))
	}
	for i, c := range today.Cards {
		objects = append(objects, t.card(i, c))
	}
	if n := today.Wanted - len(today.Cards); n > 0 {
		objects = append(objects, t.Kit.Link("today.more", assets.N("and one more when you're ready", "and {{.N}} more when you're ready", n), t.showMore))
	}
	if today.Left > 0 { // the user sees what is there while the rest is read
		objects = append(objects, t.Kit.Text("today.reading", widgets.RoleSecondary, assets.N("Reading one more application…", "Reading {{.N}} more applications…", today.Left)))
		defer t.Refresh()
	}
	if len(today.Coming) > 0 {
		objects = append(objects, t.coming(today.Coming))
	}
	if today.Usual != "" {
		objects = append(objects, t.Kit.Text("today.usual", widgets.RoleSecondary, today.Usual))
	}
	if today.OfferMail {
		objects = append(objects, t.offerMail())
	}
	if today.MailLine != "" {
		objects = append(objects, t.Kit.Text("today.mail", widgets.RoleSecondary, today.MailLine))
	}
	first := t.first()
	t.refill(func() {
		t.column.Set(objects...)
		t.scroll.Refresh()
	}, first)
	if t.entering && first != nil {
		t.entering = false
		if t.Window().Canvas().Focused() == nil {
			t.Focus(first)
		}
	}
}

// fewCards is how many cards show at first, manyCards how many more each time
// they are asked for.
const fewCards, manyCards = 3, 30

func (t *Today) showMore() {
	t.more += manyCards
	t.Refresh()
}

func (t *Today) heading(today desk.Today) fyne.CanvasObject {
	date := t.Kit.Text("today.date", widgets.RoleSecondary, today.Date)
	title := t.Kit.Text("today.title", widgets.RoleTitle, today.Title)
	if today.Line == "" {
		return widgets.NewColumn(4, date, title)
	}
	middle := fyne.TextAlignCenter
	calm := today.Line
	if t.done {
		calm = assets.L("That's everything. Enjoy your day.")
	}
	line := t.Kit.Text("today.line", widgets.RoleSecondary, calm).Align(middle)
	hands := t.Kit.Text("today.hands", widgets.RoleSecondary, today.Hands).Align(middle)
	hands.Hidden = today.Hands == ""
	leaf := widgets.NewIcon(widgets.IconLeaf, theme.ColorNamePrimary, 36)
	return widgets.NewColumn(4, date, widgets.NewPad(36, 16, 0, 0, widgets.NewColumn(8, leaf, widgets.NewPad(8, 0, 0, 0, title.Align(middle)), line, hands)))
}

func (t *Today) card(i int, c desk.Card) fyne.CanvasObject {
	id := "today.card:" + strconv.Itoa(i)
	primary := t.Kit.Button(id+".primary", c.Primary.Label, func() { t.do(c) }).Primary()
	later := t.Kit.Button(id+".later", assets.L("Later"), nil).Quiet()
	later.OnTapped(func() { t.later(c, later) })
	t.stops, t.laters = append(t.stops, primary), append(t.laters, later)
	text := widgets.NewColumn(5,
		t.Kit.Badge(id+".badge", stageOf(c.Badge), words.Badge(c.Badge)),
		t.Kit.Text(id+".title", widgets.RoleCardTitle, c.Title).AtMost(3),
		t.Kit.Text(id+".subtitle", widgets.RoleSecondary, c.Subtitle).AtMost(2),
		t.Kit.Text(id+".line", widgets.RoleSecondary, c.Line))
	return widgets.NewCard(0, widgets.NewSplit(16, text, widgets.NewAcross(4, later, primary)))
}

func (t *Today) coming(lines []desk.Coming) fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Coming up"))}
	for i, c := range lines {
		id := "today.coming:" + strconv.Itoa(i)
		text := t.Kit.Text(id, widgets.RoleBody, c.Text).OneLine()
		date := widgets.NewFixed(92, t.Kit.Text(id+".date", widgets.RoleSecondary, c.Date).OneLine())
		line := widgets.NewSplit(8, text, t.Kit.Text(id+".company", widgets.RoleSecondary, c.Company).OneLine())
		objects = append(objects, widgets.NewAcross(8, date, line).Grow(line))
	}
	return widgets.NewCard(12, objects...)
}

func (t *Today) offerMail() fyne.CanvasObject {
	connect := t.Kit.Button("today.connect", assets.L("Connect a mailbox"), func() {
		t.Go(Place{Page: PageSettings, Section: "mailbox"})
	})
	text := widgets.NewColumn(4,
		widgets.NewText(widgets.RoleCardTitle, assets.L("Shall we watch for answers?")),
		widgets.NewText(widgets.RoleSecondary, assets.L("Connect a mailbox, read-only, and a reply stops the check-in by itself. It works without, too.")))
	return widgets.NewCard(0, widgets.NewSplit(16, text, connect))
}

// do does what the card is for.
func (t *Today) do(c desk.Card) {
	switch c.Primary.Kind {
	case desk.ActSaid, desk.ActDeadline:
		t.Said(c.Application)
	default:
		t.Go(Place{Page: PageLetter, Application: c.Application, Item: c.Item.Key})
	}
}

func (t *Today) sent(c desk.Card) {
	if !words.Written(c.Item.Key.Kind()) {
		return
	}
	t.markSent(c.Application, c.Item.Key)
}

// later opens the menu of later dates beside a button.
func (t *Today) later(c desk.Card, beside fyne.CanvasObject) {
	t.laterMenu(c.Application, c.Item, beside)
}

// markSent files that an item was sent now.
func (h *Host) markSent(application data.ID, item data.ItemKey) {
	h.fileSent(application, item, time.Time{}, "", func() {})
}

// fileSent files that an item was sent, now for the zero time, and says until
// when nothing more is to do, with an Undo.
func (h *Host) fileSent(application data.ID, item data.ItemKey, at time.Time, channel string, then func()) {
	var event data.ID
	var say string
	h.Do(func(ctx context.Context) (err error) {
		if event, err = h.Desk.MarkSent(ctx, application, item, at, channel); err == nil {
			say, err = h.Desk.AfterSending(ctx, application)
		}
		return err
	}, func() {
		h.acts++
		then()
		h.Toast(say, event)
	})
}
