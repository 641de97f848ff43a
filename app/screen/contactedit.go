package screen

import (
	"context"
	"slices"
	"strings"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A contactSheet changes one person, in all their applications.
type contactSheet struct {
	*contact
	sheet                                    *widgets.Sheet
	name, preferred, honorific, job, reached *widgets.Entry
	kind                                     *widgets.Choice
	was                                      []string // what the fields held when the sheet opened
	saving                                   bool
	draft                                    sheetDraft
}

// edit opens the sheet of the person who is shown.
func (c *contact) edit() {
	if c.asked = !c.drawn; !c.asked {
		c.showEdit()
	}
}

func (c *contact) showEdit() *contactSheet {
	e := &contactSheet{contact: c}
	e.build(c.last.Person)
	e.was = e.values()
	e.draft = sheetDraft{host: c.Host, setting: contactDraft + string(c.id), entries: func() []*widgets.Entry {
		return []*widgets.Entry{e.name, e.preferred, e.honorific, e.job, e.reached}
	}}
	e.sheet.OnClosed(e.draft.drop)
	e.sheet.First(e.name.Focusable()).ShowOn(c.Window().Canvas())
	if e.draft.begin() {
		e.sheet.Note(assets.L("This is what you typed before. It isn't saved yet."))
	}
	return e
}

func (e *contactSheet) build(p data.Person) {
	k := e.Kit
	line := func(id, name, text, hint string) *widgets.Entry {
		entry := k.Entry("contact."+id, name).Labelled().Hint(hint)
		entry.SetText(text)
		return entry
	}
	e.name = line("name", assets.L("Name, as it is spelled"), p.Name, "")
	e.preferred = line("preferred", assets.L("Signs as"), p.Preferred, p.First())
	e.honorific = line("honorific", assets.L("Form of address"), p.Honorific, assets.L("Dr, Ms"))
	e.job = line("job", assets.L("Job"), p.Job, assets.L("Head of design"))
	e.reached = line("addresses", assets.L("Mail addresses, the first is written to"), strings.Join(p.Addresses, ", "), "dana@acme.example, dr@acme.example")
	var options []widgets.Option
	for _, kind := range desk.Kinds() {
		id, label := kind, words.Relation(kind)
		if kind == "" {
			id, label = "none", assets.L("Not said")
		}
		options = append(options, widgets.Option{ID: "contact.kind." + id, Label: label})
	}
	e.kind = k.Choice("contact.kind", assets.L("On their side"), options, func(int) {})
	e.kind.Choose(max(0, slices.Index(desk.Kinds(), p.Kind)))
	cancel := k.Button("contact.cancel", assets.L("Cancel"), e.cancel)
	save := k.Button("contact.save", assets.L("Save"), e.save).Primary()
	kind := widgets.NewColumn(4, widgets.NewText(widgets.RoleSecondary, assets.L("On their side")), e.kind)
	e.sheet = k.Sheet("contact", assets.L("Edit"), widgets.NewColumn(10, e.name, e.preferred, e.honorific, e.job, kind, e.reached), cancel, save).OnEscape(e.cancel)
}

func (e *contactSheet) values() []string {
	return []string{e.name.Text(), e.preferred.Text(), e.honorific.Text(), e.job.Text(), e.reached.Text(), desk.Kinds()[e.kind.Chosen()]}
}

// cancel closes, and asks first when something was changed.
func (e *contactSheet) cancel() {
	if slices.Equal(e.values(), e.was) {
		e.sheet.Close()
		return
	}
	e.askDiscard(e.sheet)
}

// save stores what changed. What cannot be stored is said in the sheet, and
// nothing of what was typed is lost.
func (e *contactSheet) save() {
	if e.saving {
		return
	}
	e.saving = true
	n := desk.ContactEdit{
		Name: e.name.Text(), Preferred: e.preferred.Text(), Honorific: e.honorific.Text(), Job: e.job.Text(), Kind: desk.Kinds()[e.kind.Chosen()],
		Addresses: strings.FieldsFunc(e.reached.Text(), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }),
	}
	var saved desk.Saved
	var failed error
	e.Do(func(ctx context.Context) error {
		saved, failed = e.Desk.EditContact(ctx, e.id, n)
		return nil
	}, func() {
		e.saving = false
		if failed != nil {
			e.sheet.Tell(e.Explain(failed))
			return
		}
		e.sheet.Close()
		e.contact.saved(assets.L("Saved."), saved)
	})
}
