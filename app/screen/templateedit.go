package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/letter"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A templateSheet edits one template of the user's own. It is on disk as it is
// typed, mistakes included; one with a mistake says where and is not used.
type templateSheet struct {
	*Host
	stage   string
	view    desk.TemplateView
	was     desk.TemplateView // as the sheet opened, for undo
	filling bool
	keep    typing
	reading loader

	sheet   *widgets.Sheet
	tone    *widgets.Choice
	subject *widgets.Entry
	body    *widgets.Marked
	insert  *widgets.Button
	below   *widgets.Column
}

// editTemplate opens the sheet of a template.
func (h *Host) editTemplate(stage string, tone data.Tone) { newTemplateSheet(h, stage).open(tone) }

func newTemplateSheet(h *Host, stage string) *templateSheet {
	t := &templateSheet{Host: h, stage: stage}
	t.keep.on(t.Host)
	t.keep.stored = func(err error) {
		if err != nil {
			fyne.Do(func() { t.Fail(err) })
		}
	}
	return t
}

// open loads the template for a tone.
func (t *templateSheet) open(tone data.Tone) {
	load(&t.reading, t.Context, func(ctx context.Context) (desk.TemplateView, error) {
		return t.Desk.TemplateOf(ctx, t.stage, tone)
	}, t.show)
}

func (t *templateSheet) show(v desk.TemplateView, err error) {
	if err != nil {
		t.Fail(err)
		return
	}
	if t.sheet == nil {
		t.build()
	}
	t.view, t.was = v, v
	t.filling = true
	t.subject.SetText(v.Template.Subject)
	t.body.SetText(v.Template.Body)
	t.tone.Choose(slices.Index(allTones(), v.Template.Tone))
	t.filling = false
	t.judged()
	if !t.sheet.Open() {
		t.sheet.First(t.body.Focusable()).ShowOn(t.Window().Canvas())
	}
}

func (t *templateSheet) build() {
	k := t.Kit
	t.tone = k.Choice("template.tone", assets.L("Tone"), []widgets.Option{
		{ID: "template.tone.warm", Label: assets.L("Warm")},
		{ID: "template.tone.formal", Label: assets.L("Formal")},
		{ID: "template.tone.brief", Label: assets.L("Brief")},
		{ID: "template.tone.plain", Label: assets.L("Plain")},
	}, func(option int) {
		if t.left() {
			t.open(allTones()[option])
		}
	})
	t.subject = k.Entry("template.subject", assets.L("Subject")).Labelled().OnChanged(func(string) { t.typed() }).OnFocusLost(t.keep.soon)
	t.body = k.Marked("template.body", assets.L("Message"), 9).OnChanged(func(string) { t.typed() }).OnFocusLost(t.keep.soon)
	t.insert = k.Button("template.insert", assets.L("Insert a name…"), t.names).Icon(widgets.IconPlus)
	t.below = widgets.NewColumn(8)
	reset := k.Button("template.reset", assets.L("Afterword's words"), t.reset).Quiet()
	done := k.Button("template.done", assets.L("Done"), t.done).Primary()
	body := widgets.NewColumn(10, t.tone, t.subject, t.body, widgets.NewAcross(8, t.insert), t.below)
	t.sheet = k.Sheet("template", words.Stage(t.stage), body, reset, done).Wide(680).OnEscape(t.done)
}

// typed keeps what is typed and says at once what is wrong with it.
func (t *templateSheet) typed() {
	if t.filling {
		return
	}
	own := t.view.Template
	own.Subject, own.Body = t.subject.Text(), t.body.Text()
	t.view = desk.ViewTemplate(own, true)
	t.keep.changed(func() error { return t.Desk.SaveTemplate(t.Context, own) })
	t.judged()
}

// judged shows what is wrong and where, else what the template makes.
func (t *templateSheet) judged() {
	var objects []fyne.CanvasObject
	var marks []widgets.Mark
	t.subject.SetError("")
	for i, p := range t.view.Problems {
		if p.Part == "subject" {
			t.subject.SetError(p.Say)
			continue
		}
		say := p.Say
		if p.Line > 0 {
			say = assets.L("Line {{.Line}}: {{.Say}}", assets.Args{"Line": strconv.Itoa(p.Line), "Say": p.Say})
		}
		objects = append(objects, t.Kit.Note("template.problem:"+strconv.Itoa(i), widgets.NoteGrave, say))
		if from, to := lineOf(t.body.Text(), p.Line); from < to {
			marks = append(marks, widgets.Mark{Start: from, End: to, Weight: widgets.MarkBlock})
		}
	}
	if len(t.view.Problems) > 0 {
		objects = append(objects, widgets.NewText(widgets.RoleSecondary, assets.L("It is kept as it is, and Afterword's words are used until this is right.")))
	}
	if t.view.Preview != "" {
		objects = append(objects, widgets.NewText(widgets.RoleSecondary, assets.L("With sample values:")),
			widgets.NewQuote(t.Kit.Text("template.preview", widgets.RoleSecondary, t.view.Preview)))
	}
	t.body.Mark(marks)
	t.below.Set(objects...)
	t.sheet.Refresh()
}

// lineOf returns where a line of a text begins and ends, in bytes.
func lineOf(text string, line int) (from, to int) {
	for n := 1; ; n++ {
		end := len(text)
		if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
			end = from + i
		}
		if n == line || end == len(text) {
			return from, end
		}
		from = end + 1
	}
}

// names is the menu of what fills itself in.
func (t *templateSheet) names() {
	var items []widgets.MenuItem
	for _, v := range letter.Variables(t.view.Template.Language) {
		items = append(items, widgets.MenuItem{ID: "template.name." + v.Name, Label: v.Say, Keys: v.Sample, Do: func() {
			t.body.Insert(v.Insert)
		}})
	}
	t.Kit.Menu("template.names", t.insert, items...)
}

// left puts what was typed on disk.
func (t *templateSheet) left() bool { return t.keep.flush() == nil }

// reset goes back to Afterword's words; undo in the text brings one's own back.
func (t *templateSheet) reset() {
	own := t.view.Template
	builtIn := letter.Templates(own.Stage, own.Tone, own.Language)
	if !t.left() || len(builtIn) == 0 {
		return
	}
	t.filling = true
	t.subject.SetText(builtIn[0].Subject)
	t.body.Replace(0, len(t.body.Text()), builtIn[0].Body)
	t.filling = false
	t.view = desk.ViewTemplate(builtIn[0], false)
	t.judged()
	t.Do(func(ctx context.Context) error { return t.Desk.ResetTemplate(ctx, own) }, nil)
}

// done closes the sheet; what changed can be taken back.
func (t *templateSheet) done() {
	if !t.left() {
		return
	}
	t.sheet.Close()
	t.Changed()
	was, now := t.was, t.view
	if was.Own == now.Own && was.Template == now.Template {
		return
	}
	say := assets.L("Your template is kept.")
	switch {
	case !now.Own:
		say = assets.L("Afterword's words are used again.")
	case len(now.Problems) > 0:
		say = assets.L("Kept, but not used until its mistake is gone.")
	}
	t.Again(say, assets.L("Undo"), func() {
		t.Do(func(ctx context.Context) error {
			if !was.Own {
				return t.Desk.ResetTemplate(ctx, was.Template)
			}
			return t.Desk.SaveTemplate(ctx, was.Template)
		}, nil)
	})
}
