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

// People is the list of everybody on the employers' side beside the one who is
// chosen.
type People struct {
	*Host
	ShowDetail func() // where list and detail share one place
	ShowList   func() // the way back from there
	finder

	ids     []data.ID
	words   sight[desk.ContactRow]
	chosen  data.ID
	offered bool // chosen is the first row, which the user did not pick
	contact *contact
	loader  loader
	pane    fyne.CanvasObject
}

// Content implements Page; the detail is a pane of its own.
func (v *People) Content() fyne.CanvasObject {
	k := v.Kit
	v.contact = newContact(v)
	title := widgets.NewText(widgets.RoleListTitle, assets.L("People")).OneLine()
	v.searched(v.Host, "people.search", assets.L("Search name, job or company"), v.reload, v.reload)
	v.chips = k.Choice("people.filter", assets.L("Show"), []widgets.Option{
		{ID: "people.filter.all", Label: assets.L("All")},
		{ID: "people.filter.keep", Label: assets.L("Keep in touch")},
	}, func(int) { v.reload() })
	v.chips.Choose(0)
	v.list = k.Rows("people", func() int { return len(v.ids) }, v.row).Pair().OnSelect(v.pick).OnOpen(v.open)
	v.none("people.empty")
	pad := func(o fyne.CanvasObject) fyne.CanvasObject { return widgets.NewPad(0, 0, 10, 10, o) }
	column := widgets.NewColumn(10, widgets.NewPad(5, 4, 10, 10, title), pad(v.search), pad(v.chips), v.emptyPad, v.list)
	v.pane = widgets.NewPage(widgets.NewPad(14, 0, 6, 6, column.Grow(v.list)))
	return v.pane
}

// Detail implements Listed.
func (v *People) Detail() fyne.CanvasObject { return v.contact.page }

// Choose shows one person.
func (v *People) Choose(id data.ID) {
	if id == "" {
		return
	}
	v.offered = false
	v.chosen = id
	v.contact.show(id)
}

// Refresh implements Page.
func (v *People) Refresh() {
	v.reload()
	if v.chosen != "" {
		v.contact.show(v.chosen)
	}
}

// Leave implements Page.
func (v *People) Leave() {
	v.entering = false
	v.loader.stop()
	v.words.stop()
	v.contact.loader.stop()
}

// Enter implements Page.
func (v *People) Enter() fyne.Focusable { return v.enter() }

// Search moves the focus into the search field.
func (v *People) Search() { v.seek() }

// Key implements Page.
func (v *People) Key(p widgets.KeyPress) bool {
	switch {
	case p.Name == fyne.KeyEscape && v.ShowList != nil:
		v.ShowList()
		v.Focus(v.list)
	case p.InText:
		return false
	case p.Rune == '/':
		v.Search()
	case p.Rune == 0:
		return v.listKey(p)
	default:
		return v.letter(unicode.ToLower(p.Rune))
	}
	return true
}

func (v *People) letter(r rune) bool {
	switch r {
	case 'j', 'k':
		v.Focus(v.list)
		v.list.TypedRune(r)
	case 'e':
		v.contact.edit()
	default:
		return false
	}
	return true
}

func (v *People) pick(i int) {
	if i >= 0 && i < len(v.ids) {
		v.Choose(v.ids[i])
	}
}

func (v *People) open(i int) {
	v.pick(i)
	if v.ShowDetail != nil {
		v.ShowDetail()
	}
	v.list.Select(v.place())
}

// place returns the row of the chosen person; -1 for none, and for one that only
// the page chose.
func (v *People) place() int {
	if v.offered {
		return -1
	}
	return slices.Index(v.ids, v.chosen)
}

// A peopleRead is what one reading of the list brings: all places, and the words
// of those in sight.
type peopleRead struct {
	ids  []data.ID
	rows []desk.ContactRow
}

func (v *People) reload() {
	search, keep, seen := v.search.Text(), v.chips.Chosen() == 1, v.inSight()
	load(&v.loader, v.Context, func(ctx context.Context) (peopleRead, error) { return v.read(ctx, search, keep, seen) }, v.show)
}

func (v *People) read(ctx context.Context, search string, keep bool, seen []data.ID) (r peopleRead, err error) {
	if r.ids, err = v.Desk.Contacts(ctx, search, keep); err != nil {
		return r, err
	}
	for _, id := range r.ids[:min(len(r.ids), sightful)] {
		if !slices.Contains(seen, id) {
			seen = append(seen, id)
		}
	}
	r.rows, err = v.Desk.ContactRows(ctx, seen)
	return r, err
}

func (v *People) show(r peopleRead, err error) {
	if err != nil {
		v.Fail(err)
		return
	}
	v.ids = r.ids
	v.words.learn(r.rows, contactID)
	v.list.Reload()
	if len(v.ids) > 0 && (v.chosen == "" || v.offered && v.chosen != v.ids[0]) {
		v.Choose(v.ids[0])
		v.offered = true
	}
	v.list.Select(v.place())
	v.sayEmpty()
	v.arrived(len(v.ids))
}

func (v *People) sayEmpty() {
	v.emptyPad.Hidden = len(v.ids) > 0
	sought := strings.TrimSpace(v.search.Text())
	switch {
	case sought != "":
		v.empty.SetText(assets.L("Nothing matches \"{{.Words}}\".", assets.Args{"Words": sought}))
	case v.chips.Chosen() == 1:
		v.empty.SetText(assets.L("Nobody yet. Choose “Keep in touch” on a person's page, and we'll remind you now and then."))
	default:
		v.empty.SetText(assets.L("Nobody here yet. Whoever you add to an interview appears here."))
	}
	if v.chosen == "" {
		v.contact.blank()
	}
	v.pane.Refresh()
}
