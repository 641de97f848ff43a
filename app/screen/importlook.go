package screen

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/sheet"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// columns shows each heading with some of its cells, and what it is taken for.
func (b *bringing) columns() fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Columns"))}
	for i, heading := range b.reading.Table.Headings {
		id := "import.column:" + strconv.Itoa(i)
		var field *widgets.Button
		field = b.Kit.Button(id, words.Field(string(b.reading.Mapping[i])), func() { b.chooseField(i, field) })
		title := b.Kit.Text(id+".heading", widgets.RoleBody, cmp.Or(heading, assets.L("(no heading)"))).OneLine()
		cells := widgets.NewText(widgets.RoleSecondary, b.samples(i)).OneLine()
		text := widgets.NewColumn(2, title, cells)
		objects = append(objects, widgets.NewAcross(10, text, field).Grow(text))
	}
	return widgets.NewCard(10, objects...)
}

// samples are the first cells of a column that are not empty.
func (b *bringing) samples(column int) string {
	var some []string
	for _, row := range b.reading.Table.Rows {
		if column < len(row.Cells) && row.Cells[column] != "" && !slices.Contains(some, row.Cells[column]) {
			some = append(some, row.Cells[column])
		}
		if len(some) == 3 {
			break
		}
	}
	return strings.Join(some, " · ")
}

// chooseField opens the menu of what a column may mean.
func (b *bringing) chooseField(column int, beside *widgets.Button) {
	var items []widgets.MenuItem
	for _, f := range sheet.Fields() {
		id := string(f)
		if f == sheet.Note {
			id = "note"
		}
		items = append(items, widgets.MenuItem{ID: "import.field." + id, Label: words.Field(string(f)), Do: func() {
			m := slices.Clone(b.reading.Mapping)
			for i := range m { // a meaning belongs to one column
				if m[i] == f && f != sheet.Note && f != sheet.Ignore {
					m[i] = sheet.Note
				}
			}
			m[column] = f
			b.again(m, nil)
		}})
	}
	b.Kit.Menu("import.fields", beside, items...)
}

// daysLine asks how days are written where the file leaves it open.
func (b *bringing) daysLine() fyne.CanvasObject {
	if b.reading.Style.Sure || !slices.ContainsFunc(b.reading.Table.Rows, func(l sheet.Line) bool {
		return slices.ContainsFunc(l.Cells, sheet.Ambiguous)
	}) {
		return nil
	}
	choice := b.Kit.Choice("import.days", assets.L("3/4 means"), []widgets.Option{
		{ID: "import.days.day_first", Label: assets.L("3 April")},
		{ID: "import.days.month_first", Label: assets.L("March 4")},
	}, func(i int) { b.again(b.reading.Mapping, &sheet.Style{DayFirst: i == 0}) })
	at := 1
	if b.reading.Style.DayFirst {
		at = 0
	}
	choice.Choose(at)
	return widgets.NewColumn(6, widgets.NewText(widgets.RoleSecondary, assets.L("Days such as 3/4 can be read in two ways. 3/4 means")), choice)
}

// firstLines shows how the first lines will stand.
func (b *bringing) firstLines() fyne.CanvasObject {
	const most = 5
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("How they will stand"))}
	for _, row := range b.reading.Rows {
		if row.Does != desk.DoesAdd && row.Does != desk.DoesRound {
			continue
		}
		if len(objects) > most {
			break
		}
		title := b.Kit.Text("import.row:"+strconv.Itoa(row.Number), widgets.RoleBody, words.Dotted(row.Company, row.Role)).OneLine()
		objects = append(objects, widgets.NewColumn(2, title, widgets.NewText(widgets.RoleSecondary, b.rowLine(row))))
	}
	return widgets.NewCard(10, objects...)
}

// rowLine says when, with whom and how it stands.
func (b *bringing) rowLine(row desk.SheetRow) string {
	s := b.Desk.Speaker(data.Settings{})
	var parts []string
	switch {
	case !row.Start.IsZero():
		parts = append(parts, s.Span(data.Interview{Start: row.Start, End: row.End, Zone: row.Zone}))
	case !row.Date.IsZero():
		parts = append(parts, s.Day(row.Date))
	default:
		parts = append(parts, assets.L("no date yet"))
	}
	for _, p := range row.With {
		parts = append(parts, cmp.Or(p.Name, p.Address()))
	}
	if row.State != "" {
		parts = append(parts, words.State(string(row.State)))
	}
	if len(row.Unread) > 0 {
		parts = append(parts, assets.L("kept in the notes: {{.What}}", assets.Args{"What": strings.Join(row.Unread, ", ")}))
	}
	return strings.Join(parts, " · ")
}

// skippedCard names the lines that are left out, and why.
func (b *bringing) skippedCard(skipped []desk.SheetRow) fyne.CanvasObject {
	const most = 20
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.N("One line is left out", "{{.N}} lines are left out", len(skipped)))}
	for _, row := range skipped[:min(most, len(skipped))] {
		objects = append(objects, b.Kit.Text("import.skipped:"+strconv.Itoa(row.Number), widgets.RoleSecondary,
			assets.L("Line {{.Line}}: {{.Why}}", assets.Args{"Line": strconv.Itoa(row.Number), "Why": words.Skipped(string(row.Does))})))
	}
	if n := len(skipped) - most; n > 0 {
		objects = append(objects, widgets.NewText(widgets.RoleSecondary, assets.N("and one more", "and {{.N}} more", n)))
	}
	return widgets.NewCard(6, objects...)
}
