package screen

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Interviews is the list of applications beside the one that is chosen.
type Interviews struct {
	*Host
	ShowDetail func() // where list and detail share one place

	all, rows []desk.Row
	chosen    data.ID
	search    *widgets.Entry
	chips     *widgets.Choice
	list      *widgets.Rows
	empty     *widgets.Text
	emptyPad  *widgets.Pad
	detail    *detail
	loader    loader
	listPane  fyne.CanvasObject
}

// Content implements Page; the detail is a pane of its own.
func (v *Interviews) Content() fyne.CanvasObject {
	k := v.Kit
	v.detail = newDetail(v)
	add := k.Button("list.add", assets.L("Add interview"), v.Add).Primary().Icon(widgets.IconPlus)
	title := widgets.NewText(widgets.RoleListTitle, assets.L("Interviews")).OneLine()
	v.search = k.Entry("list.search", assets.L("Search company, person or role")).Hint(assets.L("Search company, person or role")).Icon(widgets.IconSearch)
	v.search.OnChanged(func(string) { v.Refresh() }).OnKey(v.searchKey)
	v.chips = k.Choice("list.filter", assets.L("Show"), []widgets.Option{
		{ID: "list.filter.open", Label: assets.L("Open")},
		{ID: "list.filter.waiting", Label: assets.L("Waiting")},
		{ID: "list.filter.needs", Label: assets.L("Needs me")},
		{ID: "list.filter.closed", Label: assets.L("Closed")},
		{ID: "list.filter.all", Label: assets.L("All")},
	}, func(int) { v.filter() })
	v.chips.Choose(0)
	v.list = k.Rows("list", func() int { return len(v.rows) }, v.row).OnSelect(v.pick).OnOpen(v.open)
	v.empty = k.Text("list.empty", widgets.RoleSecondary, "")
	v.emptyPad = widgets.NewPad(6, 0, 10, 10, v.empty)
	v.emptyPad.Hide()
	head := widgets.NewAcross(8, title, add).Grow(title)
	column := widgets.NewColumn(10, widgets.NewPad(0, 0, 10, 10, head), widgets.NewPad(0, 0, 10, 10, v.search), widgets.NewPad(0, 0, 10, 10, v.chips), v.emptyPad, v.list)
	v.listPane = widgets.NewPage(widgets.NewPad(14, 0, 6, 6, column.Grow(v.list)))
	return v.listPane
}

// Detail returns the pane at the right.
func (v *Interviews) Detail() fyne.CanvasObject { return v.detail.page }

// Choose shows one application.
func (v *Interviews) Choose(id data.ID) {
	if id == "" {
		return
	}
	v.chosen = id
	v.detail.show(id)
	v.Selected(id)
}

// Refresh implements Page.
func (v *Interviews) Refresh() {
	search := v.search.Text()
	load(&v.loader, v.Context, func(ctx context.Context) ([]desk.Row, error) {
		return v.Desk.List(ctx, desk.Filter{Search: search, All: true})
	}, v.show)
	if v.chosen != "" {
		v.detail.show(v.chosen)
	}
}

func (v *Interviews) show(rows []desk.Row, err error) {
	if err != nil {
		v.Fail(err)
		return
	}
	v.all = rows
	v.filter()
}

// filter shows the rows of the chosen chip and keeps the chosen application.
func (v *Interviews) filter() {
	chip := v.chips.Chosen()
	v.rows = slices.DeleteFunc(slices.Clone(v.all), func(r desk.Row) bool {
		closed := r.Badge == data.BadgeClosed || r.State == data.Archived
		switch chip {
		case 1:
			return closed || r.Badge != data.BadgeWaiting && r.Badge != data.BadgeNothing
		case 2:
			return closed || !r.NeedsMe
		case 3:
			return !closed
		case 4:
			return false
		}
		return closed
	})
	v.list.Reload()
	if v.chosen == "" && len(v.rows) > 0 {
		v.Choose(v.rows[0].ID)
	}
	v.list.Select(slices.IndexFunc(v.rows, func(r desk.Row) bool { return r.ID == v.chosen }))
	v.sayEmpty()
}

func (v *Interviews) sayEmpty() {
	v.emptyPad.Hidden = len(v.rows) > 0
	switch {
	case strings.TrimSpace(v.search.Text()) != "":
		v.empty.SetText(assets.L("Nothing matches \"{{.Words}}\".", assets.Args{"Words": strings.TrimSpace(v.search.Text())}))
	case len(v.all) == 0:
		v.empty.SetText(assets.L("No interviews yet. Add one, or paste an invitation."))
	default:
		v.empty.SetText(assets.L("Nothing here."))
	}
	v.listPane.Refresh()
}

func (v *Interviews) row(i int) widgets.Row {
	if i >= len(v.rows) {
		return widgets.Row{}
	}
	r := v.rows[i]
	return widgets.Row{
		ID: "list.row:" + string(r.ID), Title: r.Company, Right: r.When, Sub: words.Dotted(r.Role, r.Round),
		Line: r.Line, Stage: stageOf(r.Badge), Badge: words.Badge(r.Badge),
	}
}

func (v *Interviews) pick(i int) {
	if i >= 0 && i < len(v.rows) {
		v.Choose(v.rows[i].ID)
	}
}

func (v *Interviews) open(i int) {
	v.pick(i)
	v.ShowDetail()
}

// searchKey leads from the search into the list.
func (v *Interviews) searchKey(p widgets.KeyPress) bool {
	if p.Name == fyne.KeyDown {
		v.Focus(v.list)
		return true
	}
	return false
}

// Leave implements Page.
func (v *Interviews) Leave() { v.detail.leave() }

// Enter implements Page.
func (v *Interviews) Enter() fyne.Focusable { return v.list }

// Key implements Page.
func (v *Interviews) Key(p widgets.KeyPress) bool {
	control := p.Mods&fyne.KeyModifierControl != 0
	switch {
	case p.Name == fyne.KeyF && control, p.Rune == '/' && !p.InText:
		v.Focus(v.search.Focusable())
	case p.Name == fyne.KeyL && control:
		v.detail.write()
	case p.Name == fyne.KeyM && control:
		v.detail.sent()
	case p.InText || p.Rune == 0:
		return false
	default:
		return v.detail.letter(p.Rune)
	}
	return true
}
