package screen

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// letterSettings are the cards of how letters are written: tone, language, what
// stands under the name, and the user's own templates.
type letterSettings struct {
	*Host
	style, own      fyne.CanvasObject
	tone, language  *widgets.Choice
	signature       *widgets.Entry
	signed          string // the signature as it is stored
	keep            typing
	rows            *widgets.Column
	add             *widgets.Button
	resized         func() // the page grew or shrank
	templates, seen []letter.Template
}

func newLetterSettings(h *Host, resized func()) *letterSettings {
	k := h.Kit
	s := &letterSettings{Host: h, resized: resized, rows: widgets.NewColumn(8)}
	s.keep.on(s.Host)
	s.keep.stored = func(err error) {
		if err != nil {
			fyne.Do(func() { h.Fail(err) })
		}
	}
	s.tone = k.Choice("settings.letters.tone", assets.L("Tone"), []widgets.Option{
		{ID: "settings.letters.tone.warm", Label: assets.L("Warm")},
		{ID: "settings.letters.tone.formal", Label: assets.L("Formal")},
		{ID: "settings.letters.tone.brief", Label: assets.L("Brief")},
		{ID: "settings.letters.tone.plain", Label: assets.L("Plain")},
	}, func(option int) { s.set("letters.tone", string(allTones()[option])) })
	var languages []widgets.Option
	for _, l := range desk.LetterLanguages() {
		languages = append(languages, widgets.Option{ID: "settings.letters.language." + l, Label: languageName(l)})
	}
	s.language = k.Choice("settings.letters.language", assets.L("Language of letters"), languages, func(option int) {
		s.set("letters.language", desk.LetterLanguages()[option])
	})
	s.signature = k.TextArea("settings.letters.signature", assets.L("Under your name"), 3).Labelled().
		Hint(assets.L("+1 555 0100\nsam-lind.example")).OnChanged(s.typed).OnFocusLost(s.keep.soon)
	s.style = widgets.NewCard(10,
		k.Text("settings.letters.title", widgets.RoleCardTitle, assets.L("How letters are written")),
		widgets.NewText(widgets.RoleSecondary, assets.L("Tone")), s.tone,
		widgets.NewText(widgets.RoleSecondary, assets.L("Language")), s.language, s.signature)
	s.add = k.Button("settings.letters.add", assets.L("Write one of your own…"), func() { s.choose() }).Icon(widgets.IconPlus)
	s.own = widgets.NewCard(10,
		k.Text("settings.letters.own", widgets.RoleCardTitle, assets.L("Your own templates")),
		widgets.NewText(widgets.RoleSecondary, assets.L("A letter begins with your words instead of Afterword's. Names, dates and topics fill themselves in.")),
		s.rows, widgets.NewAcross(8, s.add))
	return s
}

// typed keeps the signature as it is typed.
func (s *letterSettings) typed(text string) {
	if text == s.signed {
		return
	}
	s.signed = text
	s.keep.changed(func() error { return s.Desk.Set(s.Context, "me.signature", text) })
}

func (s *letterSettings) set(name, value string) {
	if err := s.Desk.Set(s.Context, name, value); err != nil {
		s.Fail(err)
	}
	s.Changed()
}

func (s *letterSettings) show(p desk.Preferences) {
	s.tone.Choose(slices.Index(allTones(), p.Tone))
	s.language.Choose(slices.Index(desk.LetterLanguages(), p.Language))
	if s.Window().Canvas().Focused() != s.signature.Focusable() && !s.keep.waits() {
		s.signed = p.Signature
		s.signature.SetText(p.Signature)
	}
	s.templates = p.OwnTemplates()
	if s.seen != nil && slices.Equal(s.seen, s.templates) {
		return
	}
	s.seen = append([]letter.Template{}, s.templates...)
	s.refill(s.list, s.add)
}

// list shows each template of the user's own, and whether it can be used.
func (s *letterSettings) list() {
	var rows []fyne.CanvasObject
	for i, t := range s.templates {
		id := "settings.letters.template:" + strconv.Itoa(i)
		title := words.Dotted(words.Stage(t.Stage), toneName(t.Tone), languageName(t.Language))
		state, say := widgets.NoteGood, title
		if problems := t.Problems(); len(problems) > 0 {
			state = widgets.NoteHint
			say = assets.L("{{.Template}}: not used, a mistake in line {{.Line}}", assets.Args{"Template": title, "Line": strconv.Itoa(problems[0].Line)})
		}
		note := s.Kit.Note(id, state, say)
		edit := s.Kit.Button(id+".edit", assets.L("Edit"), func() { s.editTemplate(t.Stage, t.Tone) })
		reset := s.Kit.Button(id+".reset", assets.L("Drop"), func() { s.reset(t) }).Quiet()
		rows = append(rows, widgets.NewAcross(8, note, reset, edit).Grow(note))
	}
	s.rows.Set(rows...)
	s.resized()
}

// choose asks for which letters a template is to be written.
func (s *letterSettings) choose() {
	var items []widgets.MenuItem
	for _, stage := range letter.Stages() {
		items = append(items, widgets.MenuItem{ID: "template.stage." + stage, Label: words.Stage(stage), Do: func() {
			s.editTemplate(stage, allTones()[max(0, s.tone.Chosen())])
		}})
	}
	s.Kit.Menu("template.stages", s.add, items...)
}

// reset drops a template; undo brings it back.
func (s *letterSettings) reset(t letter.Template) {
	s.Do(func(ctx context.Context) error { return s.Desk.ResetTemplate(ctx, t) }, func() {
		s.Again(assets.L("Afterword's words are used again."), assets.L("Undo"), func() {
			s.Do(func(ctx context.Context) error { return s.Desk.SaveTemplate(ctx, t) }, nil)
		})
	})
}

func toneName(tone data.Tone) string {
	switch tone {
	case data.ToneWarm:
		return assets.L("Warm")
	case data.ToneFormal:
		return assets.L("Formal")
	case data.ToneBrief:
		return assets.L("Brief")
	case data.TonePlain:
		return assets.L("Plain")
	}
	return assets.L("Every tone")
}

func languageName(language string) string {
	if language == letter.German {
		return assets.L("German")
	}
	return assets.L("English")
}
