package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// An editSheet changes one application: its own values, when and where its
// rounds are, and how its people are reached. Each change can be taken back.
type editSheet struct {
	*detail
	sheet                  *widgets.Sheet
	company, role, country *widgets.Entry
	agency                 *widgets.Check
	rounds                 []*roundFields
	people                 []personFields
	was                    []string // what the fields held when the sheet opened
	saving                 bool
	draft                  sheetDraft
}

// A personFields is the lines of one person.
type personFields struct {
	id             data.ID
	address, topic *widgets.Entry
}

// edit opens the sheet of the application itself.
func (d *detail) edit() {
	if d.drawn && d.last.Case.Application.State != data.Deleted {
		d.showEdit()
	}
}

func (d *detail) showEdit() *editSheet {
	e := &editSheet{detail: d}
	e.build()
	e.was = e.values()
	e.draft = sheetDraft{host: d.Host, setting: editDraft + string(d.last.Case.Application.ID), entries: e.entries}
	e.sheet.OnClosed(e.draft.drop)
	e.sheet.First(e.firstField().Focusable()).ShowOn(d.Window().Canvas())
	if e.draft.begin() {
		e.sheet.Note(assets.L("This is what you typed before. It isn't saved yet."))
	}
	return e
}

// firstField is the company, or the address that is to be mended.
func (e *editSheet) firstField() *widgets.Entry {
	person := e.mend
	e.mend = ""
	for _, p := range e.people {
		if p.id == person {
			return p.address
		}
	}
	return e.company
}

func (e *editSheet) build() {
	k, app := e.Kit, e.last.Case.Application
	e.company = e.line("edit.company", assets.L("Company"), app.Company)
	e.role = e.line("edit.role", assets.L("Role"), app.Role)
	e.country = e.line("edit.country", assets.L("Country"), app.Country).Hint(assets.L("US, DE, FR…"))
	e.agency = k.Check("edit.agency", assets.L("An agency arranged it"), nil)
	if app.Source == "agency" {
		e.agency.Tick()
	}
	objects := []fyne.CanvasObject{e.company, e.role, e.country, e.agency}
	for _, iv := range e.last.Rounds {
		r := e.round(iv)
		e.rounds = append(e.rounds, r)
		objects = append(objects, r.column(assets.L("Interview")))
	}
	for _, p := range e.last.People {
		id := "edit.person:" + string(p.Person.ID)
		f := personFields{
			id:      p.Person.ID,
			address: e.line(id+".address", assets.L("Mail address"), p.Person.Address()).Hint("dana@acme.example"),
			topic:   e.line(id+".topic", assets.L("One thing you talked about"), p.Topic).Hint(assets.L("how your team tests early ideas")),
		}
		e.people = append(e.people, f)
		objects = append(objects, widgets.NewColumn(8, widgets.NewText(widgets.RoleCompany, nameOf(p.Person)), f.address, f.topic))
	}
	cancel := k.Button("edit.cancel", assets.L("Cancel"), e.cancel)
	save := k.Button("edit.save", assets.L("Save"), e.save).Primary()
	e.sheet = k.Sheet("edit", assets.L("Edit"), widgets.NewColumn(12, objects...), cancel, save).OnEscape(e.cancel)
}

func nameOf(p data.Person) string {
	if p.Name == "" {
		return p.Address()
	}
	return p.Name
}

func (e *editSheet) line(id, name, text string) *widgets.Entry {
	entry := e.Kit.Entry(id, name).Labelled()
	entry.SetText(text)
	return entry
}

// values returns what all fields hold.
func (e *editSheet) values() []string {
	all := []string{e.company.Text(), e.role.Text(), e.country.Text(), e.source()}
	for _, r := range e.rounds {
		all = append(all, r.when.Text(), r.chosenKind(), r.place.Text())
	}
	for _, p := range e.people {
		all = append(all, p.address.Text(), p.topic.Text())
	}
	return all
}

// entries are the fields one types into.
func (e *editSheet) entries() []*widgets.Entry {
	all := []*widgets.Entry{e.company, e.role, e.country}
	for _, r := range e.rounds {
		all = append(all, r.when, r.place)
	}
	for _, p := range e.people {
		all = append(all, p.address, p.topic)
	}
	return all
}

func (e *editSheet) source() string {
	if e.agency.Ticked() {
		return "agency"
	}
	return ""
}

// cancel closes, and asks first when something was changed.
func (e *editSheet) cancel() {
	for i, v := range e.values() {
		if v != e.was[i] {
			e.askDiscard(e.sheet)
			return
		}
	}
	e.sheet.Close()
}

// change gathers what the fields hold; it shows the first time that cannot be read.
func (e *editSheet) change() (desk.Edit, bool) {
	app := e.last.Case.Application
	n := desk.Edit{Values: map[string]string{"company": e.company.Text(), "role": e.role.Text(), "country": e.country.Text()}}
	if source := e.source(); source != app.Source {
		n.Values["source"] = source
		switch {
		case source == "agency" && app.Policy == data.AnyContact:
			n.Values["policy"] = string(data.ViaAgency)
		case source == "" && app.Policy == data.ViaAgency:
			n.Values["policy"] = "none"
		}
	}
	for _, r := range e.rounds {
		change, ok := r.change()
		if !ok {
			e.Focus(r.when.Focusable())
			return n, false
		}
		n.Rounds = append(n.Rounds, change)
	}
	for _, p := range e.people {
		n.People = append(n.People, desk.PersonEdit{ID: p.id, Address: p.address.Text(), Topic: p.topic.Text()})
	}
	return n, true
}

// save stores what changed. What cannot be stored is said in the sheet, and
// nothing of what was typed is lost.
func (e *editSheet) save() {
	n, ok := e.change()
	if !ok || e.saving {
		return
	}
	e.saving = true
	var filed []data.ID
	var failed error
	e.Do(func(ctx context.Context) error {
		filed, failed = e.Desk.EditApplication(ctx, e.last.Case.Application.ID, n)
		return nil
	}, func() {
		e.saving = false
		if failed != nil {
			e.sheet.Tell(e.Explain(failed))
			return
		}
		e.acts++
		e.sheet.Close()
		switch len(filed) {
		case 0:
		case 1:
			e.Toast(assets.L("Saved."), filed[0])
		default:
			e.Toast(assets.N("Saved.", "Saved {{.N}} changes. Ctrl+Z takes them back one by one.", len(filed)), filed[len(filed)-1])
		}
	})
}

// whenOf returns the time of an interview as a text that reads back the same.
func whenOf(iv data.Interview, zone *time.Location) string {
	if !iv.HasTime() {
		return ""
	}
	w := invite.When{Start: iv.Start, End: iv.End, Date: iv.Date}
	if !iv.Start.IsZero() {
		w.Start = iv.Start.In(zone)
		if loc, ok := invite.Location(iv.Zone); ok && iv.Zone != "" {
			w.Start, w.Zone = iv.Start.In(loc), iv.Zone
		}
	}
	return w.Written()
}
