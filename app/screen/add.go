package screen

import (
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/widgets"
)

// An addSheet is the fastest way to a new interview: company, role, when, with
// whom, and what they said about the date. What is pasted fills the fields that
// the user left empty (screens.md 4.3).
type addSheet struct {
	*Host
	sheet               *widgets.Sheet
	column              *widgets.Column
	paste               *widgets.Entry
	company, role, with *field
	when                *field
	more                moreFields
	said                *widgets.Choice
	which               *widgets.Choice // of two readings of When
	date                *widgets.Entry
	whole               string // a long pasted text, of which the box shows the top
	found, echo, plan   *widgets.Text
	save                *widgets.Button
	reading             []invite.When // of what the field says, likeliest first
	read                invite.When   // the one that counts
	known               bool          // read holds what the field says
	invitation          invite.Invitation
	saving              bool
	loader              loader
	pasteLen            int         // of the pasted text before the last key
	pasteRest           *time.Timer // runs out when the keys rest
	draft               sheetDraft
}

// ShowAdd opens the add sheet with the focus in Company. One that is open stays
// as it is.
func (h *Host) ShowAdd() {
	if h.adding != nil {
		return
	}
	a := &addSheet{Host: h}
	h.adding = a
	a.build()
	a.draft = sheetDraft{host: h, setting: addDraft, entries: a.entries}
	a.sheet.OnClosed(func() {
		a.loader.stop()
		a.draft.drop()
		h.adding = nil
	})
	a.sheet.First(a.company.entry.Focusable()).ShowOn(h.Window().Canvas())
	if a.draft.begin() {
		a.found.SetText(assets.L("This is what you typed before. It wasn't added yet."))
		a.found.Show()
		a.arrange()
	}
}

func (a *addSheet) build() {
	k := a.Kit
	a.paste = k.TextArea("add.paste", assets.L("Paste the invitation here"), 2).OnChanged(a.pasteChanged).OnPaste(a.shorten)
	a.paste.Hint(assets.L("Paste the invitation here, or drop an .ics or .eml file."))
	a.found = k.Text("add.found", widgets.RoleSecondary, "")
	a.found.Hide()
	a.company = a.field("add.company", assets.L("Company"), "")
	a.role = a.field("add.role", assets.L("Role"), "")
	a.when = a.field("add.when", assets.L("When"), assets.L("tomorrow 3pm, 24 Nov 15:00"))
	a.with = a.field("add.with", assets.L("With"), assets.L("Dana Ruiz <dana@acme.example>, Lee Park"))
	a.with.entry.Addresses()
	a.when.entry.OnChanged(func(string) {
		a.when.edited()
		a.readWhen()
	})
	a.with.entry.OnChanged(func(string) {
		a.with.edited()
		a.foretell()
	})
	a.echo = k.Text("add.when_echo", widgets.RoleSecondary, "")
	a.said = k.Choice("add.said", assets.L("Did they say when they'd decide?"), []widgets.Option{
		{ID: "add.said.none", Label: assets.L("They didn't say")},
		{ID: "add.said.this_week", Label: assets.L("This week")},
		{ID: "add.said.next_week", Label: assets.L("Next week")},
		{ID: "add.said.date", Label: assets.L("By a date")},
	}, func(int) { a.saidChanged() })
	a.date = k.Entry("add.said_date", assets.L("Their words or the date")).Labelled().Hint(assets.L("by the end of next week, 4 Dec")).OnChanged(func(string) { a.saidChanged() })
	a.date.Hide()
	a.plan = k.Text("add.plan", widgets.RoleSecondary, "")
	a.more = a.moreFields()
	cancel := k.Button("add.cancel", assets.L("Cancel"), a.cancel)
	a.save = k.Button("add.save", assets.L("Add interview"), a.store).Primary()
	a.column = widgets.NewColumn(10)
	a.arrange()
	a.sheet = k.Sheet("add", assets.L("Add interview"), a.column, cancel, a.save).OnEscape(a.cancel)
}

// arrange puts the fields one below the other. Tab goes from Company to what
// they said; the link to more fields and the box for pasting come before.
func (a *addSheet) arrange() {
	top := widgets.NewText(widgets.RoleSecondary, assets.L("Paste it, or fill in the lines below."))
	when := []fyne.CanvasObject{a.when.entry, a.echo, a.when.from}
	if a.which != nil {
		when = append(when, a.which)
	}
	objects := []fyne.CanvasObject{
		widgets.NewAcross(8, top, a.more.link).Grow(top), a.paste, a.found,
		a.company.column(), a.role.column(), widgets.NewColumn(4, when...), a.with.column(),
	}
	if a.more.open {
		objects = append(objects, a.more.column())
	} else if also := a.more.summed(); also != "" {
		a.more.also.SetText(also)
		objects = append(objects, a.more.also)
	}
	objects = append(objects,
		widgets.NewText(widgets.RoleSecondary, assets.L("Did they say when they'd decide?")), a.said, a.date, a.plan)
	a.column.Set(objects...)
	if a.sheet != nil {
		a.sheet.Refresh()
	}
}

// entries are all that can be typed into.
func (a *addSheet) entries() []*widgets.Entry {
	return append([]*widgets.Entry{a.paste, a.company.entry, a.role.entry, a.when.entry, a.with.entry, a.date}, a.more.entries()...)
}

// cancel closes, and asks first when something was typed.
func (a *addSheet) cancel() { a.draft.leave(a.sheet) }

// askDiscard asks before a sheet with typed text is closed.
func (h *Host) askDiscard(sheet *widgets.Sheet) {
	var ask *widgets.Sheet
	keep := h.Kit.Button("discard.keep", assets.L("Keep writing"), func() { ask.Close() }).Primary()
	throw := h.Kit.Button("discard.throw", assets.L("Throw away"), func() {
		ask.Close()
		sheet.Close()
	})
	ask = h.Kit.Sheet("discard", assets.L("Throw away what you typed?"),
		widgets.NewText(widgets.RoleBody, assets.L("It isn't saved yet.")), throw, keep)
	ask.First(keep).ShowOn(h.Window().Canvas())
}
