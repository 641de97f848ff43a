package screen

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// panel shows what is good about a letter, then two findings, gravest first.
func (l *Letter) panel(d desk.Draft) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Tone"))}
	for _, tick := range d.Ticks {
		objects = append(objects, l.hint(widgets.IconCheck, theme.ColorNamePrimary, tick))
	}
	for i, f := range d.Findings {
		if i == 2 {
			objects = append(objects, widgets.NewText(widgets.RoleSecondary, assets.N("and one more", "and {{.N}} more", len(d.Findings)-2)))
			break
		}
		objects = append(objects, l.finding(i, f)...)
	}
	return append(objects, widgets.NewText(widgets.RoleSecondary, d.Comfort))
}

func (l *Letter) hint(icon widgets.IconName, ink fyne.ThemeColorName, text string) fyne.CanvasObject {
	words := widgets.NewText(widgets.RoleSecondary, text).In(theme.ColorNameForeground)
	return widgets.NewAcross(10, widgets.NewIcon(icon, ink, 16), words).Grow(words)
}

func (l *Letter) finding(i int, f data.Finding) []fyne.CanvasObject {
	id := "letter.finding:" + strconv.Itoa(i)
	text := f.Say
	if f.Text != "" {
		text = assets.L("“{{.Words}}”: {{.Say}}", assets.Args{"Words": f.Text, "Say": f.Say})
	}
	if f.Try != "" {
		text = assets.L("{{.Text}} Try “{{.Try}}”", assets.Args{"Text": text, "Try": f.Try})
	}
	words := l.Kit.Text(id, widgets.RoleSecondary, text).In(theme.ColorNameForeground)
	row := widgets.NewAcross(10, widgets.NewIcon(widgets.IconBubble, theme.ColorNameWarning, 16), words).Grow(words)
	keep := l.Kit.Button(id+".keep", assets.L("Keep mine"), func() { l.keep(f) })
	if f.Try == "" || f.End == 0 {
		return []fyne.CanvasObject{row, widgets.NewAcross(8, keep)}
	}
	use := l.Kit.Button(id+".use", assets.L("Use this"), func() { l.use(f) })
	return []fyne.CanvasObject{row, widgets.NewAcross(8, use, keep)}
}

// use puts the better sentence in place of the words found.
func (l *Letter) use(f data.Finding) {
	body := l.body.Text()
	if f.Start < 0 || f.End > len(body) || f.Start > f.End || body[f.Start:f.End] != f.Text {
		l.check()
		return
	}
	l.body.SetText(body[:f.Start] + f.Try + body[f.End:])
	l.typed()
	l.save()
}

// keep remembers for this letter that the user likes the words as they are.
func (l *Letter) keep(f data.Finding) {
	if !slices.Contains(l.draft.Letter.Kept, f.Rule) {
		l.draft.Letter.Kept = append(l.draft.Letter.Kept, f.Rule)
	}
	l.typed()
	l.save()
}
