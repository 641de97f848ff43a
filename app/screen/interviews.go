package screen

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// Interviews is the list of applications beside the one that is chosen.
type Interviews struct {
	*Host
	ShowDetail func() // where list and detail share one place
	ShowList   func() // the way back from there; may be nil
	finder

	all, rows []desk.Place
	words     sight[desk.Row]
	left      int    // applications that were not read yet
	known     string // the company that a search without a result may have meant
	chosen    data.ID
	offered   bool // chosen is the first row, which the user did not pick
	settled   int  // acts of the user that the order of the rows has seen; -1: sort anew
	detail    *detail
	loader    loader
	listPane  fyne.CanvasObject
}

// Content implements Page; the detail is a pane of its own.
func (v *Interviews) Content() fyne.CanvasObject {
	k := v.Kit
	v.detail = newDetail(v)
	add := k.Button("list.add", assets.C("Add interview", "list"), v.Add).Primary().Icon(widgets.IconPlus)
	title := widgets.NewText(widgets.RoleListTitle, assets.L("Interviews")).OneLine()
	v.searched(v.Host, "list.search", assets.L("Search company, person or role"), v.SortAnew, v.reload)
	v.settled = -1
	v.chips = k.Choice("list.filter", assets.L("Show"), []widgets.Option{
		{ID: "list.filter.open", Label: assets.C("Open", "filter")},
		{ID: "list.filter.waiting", Label: assets.L("Waiting")},
		{ID: "list.filter.needs", Label: assets.L("Needs me")},
		{ID: "list.filter.closed", Label: assets.C("Closed", "filter")},
		{ID: "list.filter.all", Label: assets.L("All")},
	}, func(int) { v.filter() })
	v.chips.Choose(0)
	v.list = k.Rows("list", func() int { return len(v.rows) }, v.row).OnSelect(v.pick).OnOpen(v.open)
	v.none("list.empty")
	head := widgets.NewSplit(8, title, add)
	column := widgets.NewColumn(10, widgets.NewPad(0, 0, 10, 10, head), widgets.NewPad(0, 0, 10, 10, v.search), widgets.NewPad(0, 0, 10, 6, v.chips), v.emptyPad, v.list)
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
	if id != v.chosen {
		v.offered = false
	}
	if !slices.ContainsFunc(v.all, func(r desk.Place) bool { return r.ID == id }) {
		v.settled = -1
	}
	v.chosen = id
	v.detail.show(id)
	v.Selected(id)
}

// Refresh implements Page.
func (v *Interviews) Refresh() {
	v.reload()
	if v.chosen != "" {
		v.detail.show(v.chosen)
	}
}

// Press answers a key with the chosen application as it stands now. The window
// calls it for keys and commands that were given on another page.
func (v *Interviews) Press(p widgets.KeyPress) {
	id := v.chosen
	if id == "" {
		return
	}
	load(&loader{}, v.Context, func(ctx context.Context) (desk.Detail, error) { return v.Desk.Detail(ctx, id) }, func(det desk.Detail, err error) {
		if id != v.chosen {
			return
		}
		v.detail.take(det, err)
		if err == nil {
			v.Key(p)
		}
	})
}

// SortAnew lets the rows be sorted by their urgency again; else they stay where
// they are.
func (v *Interviews) SortAnew() {
	v.settled = -1
	v.reload()
}

// filter shows the rows of the chosen chip and keeps the chosen application.
func (v *Interviews) filter() {
	chip := v.chips.Chosen()
	v.rows = slices.DeleteFunc(slices.Clone(v.all), func(r desk.Place) bool {
		closed := r.Badge() == data.BadgeClosed || r.State() == data.Archived
		switch chip {
		case 1:
			return closed || r.Badge() != data.BadgeWaiting && r.Badge() != data.BadgeNothing
		case 2:
			return closed || !r.NeedsMe()
		case 3:
			return !closed
		case 4:
			return false
		}
		return closed
	})
	v.list.Reload()
	shown := slices.ContainsFunc(v.rows, func(r desk.Place) bool { return r.ID == v.chosen })
	ahead := v.Window().Canvas().Focused() == v.list // the focus stands on the first row
	if len(v.rows) > 0 && (v.chosen == "" || v.offered && (!shown || ahead && v.rows[0].ID != v.chosen)) {
		v.Choose(v.rows[0].ID)
		v.offered = true
	}
	v.list.Select(v.place())
	v.sayEmpty()
}

// place returns the row of the chosen application; -1 for none, and for one
// that only the page chose: Down then picks the first row (contract.md).
func (v *Interviews) place() int {
	if v.offered {
		return -1
	}
	return slices.IndexFunc(v.rows, func(r desk.Place) bool { return r.ID == v.chosen })
}

func (v *Interviews) sayEmpty() {
	was, wasHidden := v.empty.Text(), v.emptyPad.Hidden
	v.emptyPad.Hidden = len(v.rows) > 0
	sought := strings.TrimSpace(v.search.Text())
	args := assets.Args{"Words": sought, "Company": v.known}
	v.emptyPad.Hidden = v.emptyPad.Hidden && v.left == 0
	switch {
	case v.left > 0:
		v.empty.SetText(assets.N("Reading one more application…", "Reading {{.N}} more applications…", v.left))
	case sought != "" && len(v.all) == 0 && v.known != "":
		v.empty.SetText(assets.L("Nothing matches \"{{.Words}}\". Did you mean {{.Company}}?", args))
	case sought != "" && len(v.all) == 0:
		v.empty.SetText(assets.L("Nothing matches \"{{.Words}}\".", args))
	case len(v.all) == 0:
		v.empty.SetText(assets.L("No interviews yet. Add one, or paste an invitation."))
	default:
		v.empty.SetText(assets.L("Nothing here."))
	}
	if v.empty.Text() != was || v.emptyPad.Hidden != wasHidden {
		v.listPane.Refresh()
	}
}

func (v *Interviews) pick(i int) {
	if i >= 0 && i < len(v.rows) {
		v.offered = false
		v.Choose(v.rows[i].ID)
	}
}

func (v *Interviews) open(i int) {
	v.pick(i)
	v.ShowDetail()
	v.list.Select(v.place())
}

// Leave implements Page.
func (v *Interviews) Leave() {
	v.entering = false
	v.detail.leave()
}

// Enter implements Page; the rows take their order anew.
func (v *Interviews) Enter() fyne.Focusable {
	v.settled = -1
	return v.enter()
}

// Key implements Page.
func (v *Interviews) Key(p widgets.KeyPress) bool {
	control := p.Mods&fyne.KeyModifierControl != 0
	switch {
	case p.Name == fyne.KeyF && control, p.Rune == '/' && !p.InText:
		v.seek()
	case control && (p.Name == fyne.KeyL || p.Name == fyne.KeyM) && v.chosen != "" && !v.detail.drawn:
		v.Press(p)
	case p.Name == fyne.KeyL && control:
		v.detail.write()
	case p.Name == fyne.KeyM && control:
		v.detail.sent()
	case p.Name == fyne.KeyEscape && v.ShowList != nil:
		v.ShowList()
		v.Focus(v.list)
	case p.InText:
		return false
	case p.Rune == 0:
		return v.listKey(p)
	default:
		return v.letter(unicode.ToLower(p.Rune))
	}
	return true
}

// letter answers a single letter: J and K move in the list from anywhere. The
// others are about the chosen application; while the focus stands on a row that
// is not chosen, the first of them shows that row.
func (v *Interviews) letter(r rune) bool {
	switch {
	case r == 'j' || r == 'k':
		v.Focus(v.list)
		v.list.TypedRune(r)
		return true
	case strings.ContainsRune("dslte", r) && v.astray():
		v.list.Begin()
		return true
	}
	if v.chosen != "" && !v.detail.drawn {
		v.Press(widgets.KeyPress{Rune: r})
		return true
	}
	return v.detail.letter(r)
}

// astray reports whether the focus stands on a row that is not the chosen one.
func (v *Interviews) astray() bool {
	return v.Window().Canvas().Focused() == v.list && v.list.Selected() < 0 && len(v.rows) > 0 && v.rows[0].ID != v.chosen
}
