package screen

import (
	"fyne.io/fyne/v2"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/widgets"
)

// A field is one line of the add sheet. What was read from an invitation stands
// in it with the words it came from, until the user changes it.
type field struct {
	entry *widgets.Entry
	from  *widgets.Text
	ours  string // what we put in last; "" for nothing
}

func (a *addSheet) field(id, name, hint string) *field {
	f := &field{entry: a.Kit.Entry(id, name).Labelled().Hint(hint), from: a.Kit.Text(id+"_from", widgets.RoleSecondary, "")}
	f.from.Hide()
	f.entry.OnChanged(func(string) { f.edited() })
	return f
}

func (f *field) column() fyne.CanvasObject { return widgets.NewColumn(4, f.entry, f.from) }

// mine reports whether the text was put in by us and not changed since.
func (f *field) mine() bool { return f.ours != "" && f.entry.Text() == f.ours }

// edited hides the words that a value came from once the user changed it.
func (f *field) edited() {
	if !f.mine() {
		f.from.Hide()
	}
}

// fill puts a value into the field, unless the user typed there, and reports
// whether it did.
func (f *field) fill(found invite.Found) bool {
	if f.entry.Text() != "" && !f.mine() {
		return false
	}
	f.ours = found.Value
	if f.entry.Text() != found.Value {
		f.entry.SetText(found.Value)
	}
	if found.Value == "" {
		f.from.Hide()
		return false
	}
	f.from.SetText(assets.L("From “{{.Words}}”", assets.Args{"Words": shortened(found.Phrase)}))
	f.from.Show()
	return true
}

// shortened cuts words to what fits on two lines.
func shortened(words string) string {
	const most = 110
	n := 0
	for i := range words {
		if n++; n > most {
			return words[:i] + "…"
		}
	}
	return words
}
