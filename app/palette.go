package app

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// recentSetting names the setting that holds what was chosen in the palette,
// newest first.
const recentSetting = "window.recent"

// known is how many applications, the most urgent first, are found by a few
// letters; the others by beginnings of their words.
const known = 2000

// A palette is the sheet that finds commands, companies and people by a few of
// their letters.
type palette struct {
	w     *window
	all   []aim
	full  bool // there are more applications than the known ones
	shown []aim
	entry *widgets.Entry
	list  *widgets.Rows
	none  *widgets.Text
	sheet *widgets.Sheet
}

// showPalette opens the palette with the commands; companies and people follow
// as soon as they are read.
func (w *window) showPalette() {
	p := &palette{w: w}
	k := w.kit
	p.none = k.Text("palette.empty", widgets.RoleSecondary, "")
	p.list = k.Rows("palette.list", func() int { return len(p.shown) }, p.row).Compact().OnOpen(p.choose)
	p.entry = k.Entry("palette.entry", assets.L("Command, company or person")).Hint(assets.L("Command, company or person"))
	p.entry.OnChanged(func(string) { p.find() }).OnKey(p.key)
	p.entry.OnEnter(func(string) { p.choose(p.list.Selected()) })
	p.sheet = k.Sheet("palette", assets.L("Go to, or do"), widgets.NewColumn(8, p.entry, p.none, p.list))
	for _, c := range w.commands() {
		p.all = append(p.all, commandAim(c, ""))
	}
	p.find()
	p.sheet.First(p.entry.Focusable()).ShowOn(w.win.Canvas())
	p.load()
}

// load reads what can be found, and what was chosen of late.
func (p *palette) load() {
	var rows []desk.Row
	var people []data.Person
	var recent string
	p.w.background(func(ctx context.Context) (err error) {
		prefs, err := p.w.desk.Preferences(ctx)
		if err != nil {
			return err
		}
		recent = prefs.Value(recentSetting)
		if rows, err = p.w.desk.FirstRows(ctx, desk.Filter{All: true}, known); err != nil {
			return err
		}
		people, err = p.w.desk.PeopleOf(ctx, rows)
		return err
	}, func(err error) {
		if err != nil {
			p.w.fail(err)
			return
		}
		if p.w.recent == nil {
			p.w.recent = []string{}
			_ = json.Unmarshal([]byte(recent), &p.w.recent) // of another shape: none
		}
		p.all, p.full = p.w.aims(rows, people), len(rows) == known
		p.find()
	})
}

// find shows what the typed letters find.
func (p *palette) find() {
	p.shown = find(p.all, p.w.recent, p.entry.Text())
	p.shown = p.shown[:min(len(p.shown), p.most())]
	p.none.SetText("")
	p.widen()
	if p.none.Hidden = len(p.shown) > 0; !p.none.Hidden {
		p.none.SetText(assets.L("Nothing matches \"{{.Words}}\".", assets.Args{"Words": p.entry.Text()}))
	}
	p.list.Select(0)
	p.list.Reload()
	p.sheet.Refresh()
}

// widen looks for applications beyond the known ones, by whole beginnings of
// words, and shows them below what the letters find.
func (p *palette) widen() {
	sought := p.entry.Text()
	if !p.full || len(p.shown) >= p.most() || plain(sought) == "" {
		return
	}
	var rows []desk.Row
	p.w.background(func(ctx context.Context) (err error) {
		rows, err = p.w.desk.FirstRows(ctx, desk.Filter{Search: sought, All: true}, p.most())
		return err
	}, func(err error) {
		if err != nil || p.entry.Text() != sought {
			return
		}
		for _, a := range p.w.found(rows) {
			if len(p.shown) < p.most() && !slices.ContainsFunc(p.shown, func(b aim) bool { return a.id == b.id }) {
				p.shown = append(p.shown, a)
			}
		}
		p.none.Hidden = len(p.shown) > 0
		p.list.Reload()
		p.sheet.Refresh()
	})
}

// most is how many lines the window has room for, ten in one of the usual size.
func (p *palette) most() int {
	const around, line = 220, 42
	return min(10, max(3, int((p.w.win.Canvas().Size().Height-around)/line)))
}

func (p *palette) row(i int) widgets.Row {
	a := p.shown[i]
	return widgets.Row{ID: "palette.item:" + strconv.Itoa(i), Title: a.name, Right: a.beside}
}

// key moves in the list while the field keeps the focus.
func (p *palette) key(k widgets.KeyPress) bool {
	switch k.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		p.list.TypedKey(&fyne.KeyEvent{Name: k.Name})
		return true
	}
	return false
}

// choose closes the palette, does what the line says, and remembers that.
func (p *palette) choose(i int) {
	if i < 0 || i >= len(p.shown) {
		return
	}
	a := p.shown[i]
	p.sheet.Close()
	a.do()
	if p.w.recent == nil {
		return // the older ones are not read yet, and would be lost
	}
	recent := newest(p.w.recent, a.id)
	p.w.recent = recent
	p.w.background(func(ctx context.Context) error {
		b, err := json.Marshal(recent)
		if err != nil {
			return err
		}
		return p.w.desk.Set(ctx, recentSetting, string(b))
	}, func(error) {}) // an order that is lost is no loss
}

// newest puts id in front of the others, and keeps as many as the palette shows.
func newest(recent []string, id string) []string {
	const kept = 10
	others := slices.DeleteFunc(slices.Clone(recent), func(s string) bool { return s == id })
	others = slices.Insert(others, 0, id)
	return others[:min(len(others), kept)]
}

// aims returns everything the palette can find.
func (w *window) aims(rows []desk.Row, people []data.Person) []aim {
	var all []aim
	for _, r := range rows {
		if r.ID != w.selected {
			continue
		}
		for _, c := range w.applied() {
			all = append(all, commandAim(c, r.Company))
		}
	}
	for _, c := range w.commands() {
		all = append(all, commandAim(c, ""))
	}
	open := func(id data.ID) func() {
		return func() { w.open(screen.Place{Page: screen.PageInterviews, Application: id}) }
	}
	all = append(all, newAim("settings:mailbox", assets.L("Connect a mailbox"), assets.L("Settings"), func() {
		w.open(screen.Place{Page: screen.PageSettings, Section: "mailbox"})
	}))
	all = append(all, w.found(rows)...)
	of := companies(rows)
	for _, someone := range people {
		if r, ok := of[someone.ID]; ok && someone.Name != "" {
			all = append(all, newAim("person:"+string(someone.ID), someone.Name, r.Company, open(r.ID)))
		}
	}
	return all
}

// found makes a line of each application.
func (w *window) found(rows []desk.Row) []aim {
	var all []aim
	for _, r := range rows {
		open := func() { w.open(screen.Place{Page: screen.PageInterviews, Application: r.ID}) }
		all = append(all, newAim("application:"+string(r.ID), r.Company, r.Role, open))
	}
	return all
}

// companies returns the application in which each person was met; of several
// the one that comes first in the list.
func companies(rows []desk.Row) map[data.ID]desk.Row {
	of := make(map[data.ID]desk.Row)
	for _, r := range rows {
		for _, iv := range r.Interviews {
			for _, m := range iv.With {
				if _, known := of[m.Person]; !known {
					of[m.Person] = r
				}
			}
		}
	}
	return of
}
