package screen

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/widgets"
)

// timing is the card of the schedule: presets, an example that is planned anew
// while one types, and every number.
type timing struct {
	*Host
	card    fyne.CanvasObject
	preset  *widgets.Choice
	example *widgets.Text
	more    *widgets.Button
	numbers *widgets.Column
	entries map[string]*widgets.Entry
	resets  map[string]*widgets.Button
	last    desk.Timing
	reading loader
	trying  loader
	resized func() // the page grew or shrank
}

func newTiming(h *Host, resized func()) *timing {
	t := &timing{Host: h, entries: make(map[string]*widgets.Entry), resets: make(map[string]*widgets.Button), resized: resized}
	t.preset = h.Kit.Choice("settings.timing.preset", assets.L("Preset"), []widgets.Option{
		{ID: "settings.timing.preset.standard", Label: assets.L("Standard")},
		{ID: "settings.timing.preset.fast", Label: assets.L("Fast")},
		{ID: "settings.timing.preset.patient", Label: assets.L("Patient")},
		{ID: "settings.timing.preset.two_touch", Label: assets.L("Two check-ins")},
	}, t.choose)
	t.example = h.Kit.Text("settings.timing.example", widgets.RoleBody, "")
	t.more = h.Kit.Button("settings.timing.more", assets.L("Every number"), t.unfold)
	t.numbers = widgets.NewColumn(16)
	t.card = widgets.NewCard(10,
		h.Kit.Text("settings.timing.title", widgets.RoleCardTitle, assets.L("Timing")),
		widgets.NewText(widgets.RoleSecondary, assets.L("After an interview that ends today at three:")),
		t.example, t.preset, widgets.NewAcross(8, t.more), t.numbers)
	return t
}

// refresh reads the schedule and plans the example.
func (t *timing) refresh() {
	load(&t.reading, t.Context, t.Desk.Timing, t.show)
	t.try("", "")
}

func (t *timing) show(now desk.Timing, err error) {
	if err != nil {
		t.Fail(err)
		return
	}
	t.last = now
	t.preset.Choose(slices.Index(desk.Presets(), now.Preset))
	focused := t.Window().Canvas().Focused()
	for name, e := range t.entries {
		if e.Focusable() != focused {
			e.SetText(now.Values[name])
			e.SetError("")
		}
		t.mark(name)
	}
	t.resized()
}

// mark offers the way back beside a number that is not the standard's.
func (t *timing) mark(name string) {
	if b := t.resets[name]; t.last.Values[name] == t.last.Default[name] {
		b.Hide()
	} else {
		b.Show()
	}
}

func (t *timing) choose(option int) {
	if option < 0 || desk.Presets()[option] == t.last.Preset {
		return
	}
	t.Do(func(ctx context.Context) error { return t.Desk.SetPreset(ctx, desk.Presets()[option]) }, func() {
		t.Toast(assets.L("Saved. Nothing becomes late by this."), "")
		t.refresh()
	})
}

// unfold shows every number, or hides them again.
func (t *timing) unfold() {
	if len(t.entries) > 0 {
		t.entries, t.resets = make(map[string]*widgets.Entry), make(map[string]*widgets.Button)
		t.numbers.Set()
		t.more.SetLabel(assets.L("Every number"))
		t.resized()
		return
	}
	var groups []fyne.CanvasObject
	for _, g := range words.Timings() {
		rows := []fyne.CanvasObject{t.Kit.Text("settings.timing."+g.ID, widgets.RoleCardTitle, g.Title)}
		for _, v := range g.Values {
			rows = append(rows, t.row(v))
		}
		groups = append(groups, widgets.NewColumn(8, rows...))
	}
	t.numbers.Set(groups...)
	t.more.SetLabel(assets.L("Fewer"))
	t.show(t.last, nil)
}

func (t *timing) row(v words.Timing) fyne.CanvasObject {
	label := widgets.NewText(widgets.RoleBody, v.Label)
	e := t.Kit.Entry("settings.timing."+v.Name, strings.TrimSpace(v.Label+" "+v.Unit))
	e.OnChanged(func(text string) { t.typed(v.Name, text) }).OnEnter(func(string) { t.save(v.Name) }).OnFocusLost(func() { t.save(v.Name) })
	reset := t.Kit.Button("settings.timing."+v.Name+".reset", assets.L("Standard"), func() { t.put(v.Name, t.last.Default[v.Name]) }).Quiet()
	t.entries[v.Name], t.resets[v.Name] = e, reset
	return widgets.NewAcross(8, label, reset, widgets.NewFixed(120, e), widgets.NewFixed(90, widgets.NewText(widgets.RoleSecondary, v.Unit))).Grow(label)
}

// typed plans the example with the number as it is being typed.
func (t *timing) typed(name, text string) {
	if text != t.last.Values[name] {
		t.try(name, text)
	}
}

func (t *timing) try(name, value string) {
	load(&t.trying, t.Context, func(ctx context.Context) ([]string, error) { return t.Desk.Example(ctx, name, value) }, func(lines []string, err error) {
		if e := t.entries[name]; e != nil {
			e.SetError("")
			if err != nil {
				e.SetError(t.fault(err))
			}
		}
		if err == nil {
			t.example.SetText(strings.Join(lines, "\n"))
		}
		t.resized()
	})
}

// fault says what would be right; which number is wrong is seen.
func (t *timing) fault(err error) string {
	what := t.Explain(err)
	if _, right, ok := strings.Cut(what, "; "); ok {
		what = right
	}
	return words.Sentence(what)
}

// save stores a number once it is typed; a bad one stays in its field with the
// reason under it, and nothing is stored.
func (t *timing) save(name string) {
	e := t.entries[name]
	if e == nil || e.Text() == t.last.Values[name] {
		return
	}
	t.put(name, e.Text())
}

func (t *timing) put(name, value string) {
	if err := t.Desk.Set(t.Context, name, value); err != nil {
		t.entries[name].SetError(t.fault(err))
		t.resized()
		return
	}
	t.entries[name].SetText(value)
	t.refresh()
	t.Changed()
}
