package screen

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/widgets"
)

// moreFields are the lines of the add sheet that are folded away.
type moreFields struct {
	link                  *widgets.Button
	open                  bool
	kind                  *widgets.Choice
	kindFrom              *widgets.Text
	kindOurs              int // what we chose, -1 for nothing
	place, country, notes *field
	agency                *widgets.Check
	also                  *widgets.Text // what we put in while they are folded
}

// kinds are the formats of an interview, in the order of their chips.
func kinds() []string { return []string{"", "phone", "video", "onsite", "panel", "final"} }

func kindOptions(id string) []widgets.Option {
	return []widgets.Option{
		{ID: id + ".none", Label: assets.L("Not said")},
		{ID: id + ".phone", Label: assets.L("Phone")},
		{ID: id + ".video", Label: assets.L("Video")},
		{ID: id + ".onsite", Label: assets.L("On site")},
		{ID: id + ".panel", Label: assets.L("Panel")},
		{ID: id + ".final", Label: assets.L("Final round")},
	}
}

func (a *addSheet) moreFields() moreFields {
	k := a.Kit
	m := moreFields{
		place:   a.field("add.place", assets.L("Place or link"), assets.L("Mill Street 4, or https://…")),
		country: a.field("add.country", assets.L("Country"), assets.L("US, DE, FR…")),
		notes:   &field{entry: k.TextArea("add.notes", assets.L("Notes"), 3).Labelled(), from: k.Text("add.notes_from", widgets.RoleSecondary, "")},
		agency:  k.Check("add.agency", assets.L("An agency arranged it"), func(bool) { a.foretell() }),
	}
	m.notes.from.Hide()
	notes := m.notes
	notes.entry.OnChanged(func(string) { notes.edited() })
	country := m.country
	country.entry.OnChanged(func(string) {
		country.entry.SetError("")
		country.edited()
		a.foretell()
	})
	m.kindFrom = k.Text("add.kind_from", widgets.RoleSecondary, "")
	m.kindFrom.Hide()
	m.kind = k.Choice("add.kind", assets.L("Format"), kindOptions("add.kind"), func(int) {
		a.more.kindFrom.Hide()
		a.more.kindOurs = -1
		a.sheet.Refresh()
	})
	m.kind.Choose(0)
	m.kindOurs = -1
	m.also = k.Text("add.more_also", widgets.RoleSecondary, "")
	m.link = k.Link("add.more", m.label(), a.fold)
	return m
}

func (m *moreFields) label() string {
	if m.open {
		return assets.L("Fewer fields")
	}
	return assets.L("More fields")
}

// fold shows or hides the further fields; what is in them stays.
func (a *addSheet) fold() {
	a.more.open = !a.more.open
	a.more.link.SetLabel(a.more.label())
	a.arrange()
}

func (m *moreFields) column() fyne.CanvasObject {
	return widgets.NewColumn(10,
		widgets.NewColumn(4, widgets.NewText(widgets.RoleSecondary, assets.L("Format")), m.kind, m.kindFrom),
		m.place.column(), m.country.column(), m.agency, m.notes.column())
}

// summed says in a line what the folded fields hold, "" for nothing.
func (m *moreFields) summed() string {
	var parts []string
	if i := m.kind.Chosen(); i > 0 {
		parts = append(parts, kindOptions("")[i].Label)
	}
	for _, e := range m.entries() {
		if text := strings.TrimSpace(e.Text()); text != "" {
			parts = append(parts, shortened(firstLine(text)))
		}
	}
	if m.agency.Ticked() {
		parts = append(parts, assets.L("An agency arranged it"))
	}
	if len(parts) == 0 {
		return ""
	}
	return assets.L("Under “More fields”: {{.What}}", assets.Args{"What": strings.Join(parts, " · ")})
}

func (m *moreFields) entries() []*widgets.Entry {
	return []*widgets.Entry{m.place.entry, m.country.entry, m.notes.entry}
}

// fillKind chooses a format, unless the user chose one.
func (m *moreFields) fillKind(found invite.Found) bool {
	if chosen := m.kind.Chosen(); chosen > 0 && chosen != m.kindOurs {
		return false
	}
	i := max(0, slices.Index(kinds(), found.Value))
	m.kind.Choose(i)
	m.kindOurs = i
	if i == 0 {
		m.kindFrom.Hide()
		return false
	}
	m.kindFrom.SetText(assets.L("From “{{.Words}}”", assets.Args{"Words": shortened(found.Phrase)}))
	m.kindFrom.Show()
	return true
}

func (m *moreFields) chosenKind() string { return kinds()[max(0, m.kind.Chosen())] }

func (m *moreFields) source() string {
	if m.agency.Ticked() {
		return "agency"
	}
	return ""
}

// checkCountry says what is wrong with the country, "" for nothing.
func (m *moreFields) checkCountry() string {
	if text := strings.TrimSpace(m.country.entry.Text()); text != "" && len(text) != 2 {
		return assets.L("Two letters, such as US.")
	}
	return ""
}
