package screen

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/widgets"
)

// Insights is the page of the user's own numbers, as charts, and of what is
// published on how long employers take. It counts nothing while it is not open.
type Insights struct {
	*Host
	Press

	loader loader
	work   loader // paints and prints
	column *widgets.Column
	scroll *widgets.Scroll
	page   fyne.CanvasObject
	shown  []figure
	first  fyne.Focusable
	early  bool // the page was entered before it had a control for the focus
}

// A Press puts pages on paper for the page.
type Press struct {
	Pictures string                                                 // the folder that pictures are offered to be saved in
	Paper    widgets.Paper                                          // the size of pages
	Keep     func(name string, pdf []byte) (file string, err error) // in the home
	Printer  func(context.Context) string                           // the usual printer, "" when there is none
	Print    func(ctx context.Context, file string) error           // on the usual printer
}

// Content implements Page.
func (i *Insights) Content() fyne.CanvasObject {
	i.column = widgets.NewColumn(16, i.heading(nil)).Max(widgets.PageWidth).Centred()
	i.scroll = widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, i.column))
	i.page = widgets.NewPage(i.scroll)
	return i.page
}

// Refresh implements Page.
func (i *Insights) Refresh() {
	load(&i.loader, i.Context, func(ctx context.Context) (desk.Insights, error) {
		return i.Desk.Insights(ctx, func(done, all int) { i.tell(ctx, done, all) })
	}, i.show)
}

// tell says how far the reading is, when there is much to read.
func (i *Insights) tell(ctx context.Context, done, all int) {
	const often = 2000 // applications
	if done == 0 || done%often != 0 {
		return
	}
	fyne.Do(func() {
		if ctx.Err() == nil {
			i.wait(done, all)
		}
	})
}

func (i *Insights) wait(done, all int) {
	text := assets.L("Reading {{.Done}} of {{.All}} applications.", assets.Args{"Done": strconv.Itoa(done), "All": strconv.Itoa(all)})
	i.lay(i.heading(nil), i.Kit.Text("insights.progress", widgets.RoleSecondary, text))
}

// Leave implements Page.
func (i *Insights) Leave() {
	i.loader.stop()
	i.early = false
}

// Enter implements Page.
func (i *Insights) Enter() fyne.Focusable {
	i.early = i.first == nil
	return i.first
}

// Key implements Page: keys that move in a text move the page.
func (i *Insights) Key(p widgets.KeyPress) bool { return i.scroll.Key(p) }

func (i *Insights) show(in desk.Insights, err error) {
	if err != nil {
		i.Fail(err)
		return
	}
	i.shown = nil
	var objects []fyne.CanvasObject
	if in.Enough() {
		i.shown = figuresOf(in)
		printing := i.Kit.Button("insights.print", assets.L("Print"), i.print).Icon(widgets.IconPrinter)
		i.first = printing
		objects = append(objects, i.heading(printing))
		for _, f := range i.shown {
			objects = append(objects, i.card(f))
		}
	} else {
		i.first = nil
		objects = append(objects, i.heading(nil), i.empty())
	}
	i.lay(append(objects, i.waits())...)
	if i.early && i.first != nil {
		i.early = false
		if i.Window().Canvas().Focused() == nil {
			i.Focus(i.first)
		}
	}
}

// lay puts objects on the page.
func (i *Insights) lay(objects ...fyne.CanvasObject) {
	i.refill(func() {
		i.column.Set(objects...)
		i.page.Refresh()
	}, i.first)
}

// heading is the title of the page, and a button beside it or none.
func (i *Insights) heading(beside *widgets.Button) fyne.CanvasObject {
	title := widgets.NewColumn(4,
		i.Kit.Text("insights.title", widgets.RoleTitle, assets.L("Insights")),
		i.Kit.Text("insights.line", widgets.RoleSecondary, assets.L("Your own numbers. They are counted here and stay on this computer.")))
	if beside == nil {
		return title
	}
	return widgets.NewSplit(16, title, beside)
}

func (i *Insights) empty() fyne.CanvasObject {
	leaf := widgets.NewIcon(widgets.IconLeaf, widgets.ColorMuted, 32)
	text := i.Kit.Text("insights.empty", widgets.RoleBody, assets.L("After five answered interviews we can say something useful here."))
	return widgets.NewCard(0, widgets.NewAcross(16, leaf, text).Grow(text))
}

// card is one chart with its heading and the way to a picture of it.
func (i *Insights) card(f figure) fyne.CanvasObject {
	id := "insights." + f.id
	save := i.Kit.Link(id+".save", assets.L("Save as a picture"), func() { i.savePicture(f) })
	return widgets.NewCard(12,
		widgets.NewColumn(2,
			i.Kit.Text(id+".title", widgets.RoleCardTitle, f.drawing.Title),
			i.Kit.Text(id+".note", widgets.RoleSecondary, f.drawing.Note)),
		i.Kit.Chart(id, f.drawing),
		widgets.NewAcross(8, save))
}

// waits is the card of the published figures, each with its source and year.
func (i *Insights) waits() fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewColumn(2,
		i.Kit.Text("insights.waits", widgets.RoleCardTitle, assets.L("How long employers usually take")),
		i.Kit.Text("insights.waits.note", widgets.RoleSecondary, assets.L("Published figures. Each employer is different.")))}
	for n, w := range i.Desk.UsualWaits() {
		id := "insights.wait:" + strconv.Itoa(n)
		source := i.Kit.Link(id+".source", words.WaitSource(w), func() {
			if err := i.Open(w.Link); err != nil {
				i.Fail(err)
			}
		})
		if i.first == nil {
			i.first = source
		}
		objects = append(objects, widgets.NewColumn(6, i.Kit.Text(id, widgets.RoleBody, words.Wait(w)), widgets.NewAcross(8, source)))
	}
	return widgets.NewCard(12, objects...)
}
