package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/letter"
	"afterword/assets"
	"afterword/widgets"
)

// supply asks for what a letter cannot do without, before it opens. What is
// given stays given, also when the rest is not.
func (l *Letter) supply(missing *letter.Missing) {
	var fields []fyne.CanvasObject
	entries := make(map[string]*widgets.Entry)
	for _, name := range missing.Values {
		label, hint := wanted(name)
		e := l.Kit.Entry("letter.missing."+name, label).Labelled().Hint(hint)
		entries[name] = e
		fields = append(fields, e)
	}
	write := func() { l.supplied(missing.Values, entries) }
	for _, e := range entries {
		e.OnEnter(func(string) { write() })
	}
	button := l.Kit.Button("letter.missing.save", assets.L("Write the letter"), write).Primary()
	l.title.SetText(assets.L("Before this letter"))
	l.sub.SetText(assets.N("One thing is needed, then it is written.", "A few things are needed, then it is written.", len(fields)))
	l.news.Set(widgets.NewCard(12, append(fields, widgets.NewAcross(8, button))...))
	l.page.Refresh()
	l.Focus(entries[missing.Values[0]].Focusable())
}

// supplied stores what was given and opens the letter; what cannot be stored
// says so under its field.
func (l *Letter) supplied(names []string, entries map[string]*widgets.Entry) {
	values := make(map[string]string)
	for _, name := range names {
		entries[name].SetError("")
		if values[name] = strings.TrimSpace(entries[name].Text()); values[name] == "" {
			entries[name].SetError(assets.L("This is needed for the letter."))
			l.Focus(entries[name].Focusable())
			l.page.Refresh()
			return
		}
	}
	application, item := l.application, l.item
	faults := make(map[string]error)
	l.Do(func(ctx context.Context) error {
		for _, name := range names {
			if err := l.Desk.Supply(ctx, application, item, name, values[name]); err != nil {
				faults[name] = err
			}
		}
		return nil
	}, func() {
		for name, err := range faults {
			entries[name].SetError(l.Explain(err))
		}
		if len(faults) == 0 {
			l.news.Set()
			l.Refresh()
			l.Focus(l.body.Focusable())
		}
		l.page.Refresh()
	})
}

// wanted names a missing value, with an example.
func wanted(name string) (label, hint string) {
	switch name {
	case "me.name":
		return assets.L("Your name"), assets.L("as it stands under your letters")
	case "person":
		return assets.L("Who is it for?"), assets.L("Dana Ruiz <dana@acme.example>")
	case "role":
		return assets.L("Which role is it about?"), assets.L("Product designer")
	case "company":
		return assets.L("Which company?"), assets.L("Acme Robotics")
	case "date":
		return assets.L("When did you meet?"), assets.L("yesterday, 24 Nov 15:00")
	case "promised":
		return assets.L("When did they hope to decide?"), assets.L("by Friday, 4 Dec")
	case "deadline":
		return assets.L("By when do they want your answer?"), assets.L("4 Dec")
	case "news":
		return assets.L("What is new since your last note?"), assets.L("I finished the certificate in statistics")
	}
	return name, ""
}
