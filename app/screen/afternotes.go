package screen

import (
	"context"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// An afterSheet is the two minutes of notes after a round. Each field is on disk
// moments after a key, and a fact of the application once it is left.
type afterSheet struct {
	*Host
	notes   desk.AfterNotes
	sheet   *widgets.Sheet
	body    *widgets.Column
	entries map[string]*widgets.Entry
	echo    *widgets.Text
	typed   map[string]string // by field, what was typed since the sheet opened
	keep    typing
	reading loader
	filed   []data.ID // what was filed since the sheet opened
}

// ShowAfterNotes opens the sheet of notes on a round.
func (h *Host) ShowAfterNotes(application, round data.ID) {
	a := newAfterSheet(h)
	load(&a.reading, h.Context, func(ctx context.Context) (desk.AfterNotes, error) {
		return h.Desk.AfterNotes(ctx, application, round)
	}, a.show)
}

func newAfterSheet(h *Host) *afterSheet {
	a := &afterSheet{Host: h, typed: make(map[string]string)}
	a.keep.on(a.Host)
	a.keep.stored = func(err error) {
		if err != nil {
			fyne.Do(func() { a.Fail(err) })
		}
	}
	return a
}

func (a *afterSheet) show(n desk.AfterNotes, err error) {
	if err != nil {
		a.Fail(err)
		return
	}
	a.notes = n
	if a.sheet != nil {
		a.body.Set(a.fields()...)
		a.sheet.Refresh()
		return
	}
	a.body = widgets.NewColumn(10, a.fields()...)
	done := a.Kit.Button("notes.done", assets.L("Done"), a.done)
	buttons := []*widgets.Button{done}
	if n.Thanks != "" {
		buttons = append(buttons, a.Kit.Button("notes.write", assets.L("Write thank-you"), a.write).Primary())
	} else {
		done.Primary()
	}
	a.sheet = a.Kit.Sheet("notes", assets.L("How did it go?"), a.body, buttons...).Wide(620).OnEscape(a.done)
	a.sheet.First(a.first()).ShowOn(a.Window().Canvas())
}

// first is the first topic that is empty, else the first field.
func (a *afterSheet) first() fyne.Focusable {
	for _, p := range a.notes.People {
		if e := a.entries[desk.PersonField(data.NoteTopic, p.ID)]; p.Topic == "" {
			return e.Focusable()
		}
	}
	if len(a.notes.People) == 0 {
		return a.entries["who"].Focusable()
	}
	return a.entries[data.NoteSaid].Focusable()
}

// fields are made anew when somebody is added.
func (a *afterSheet) fields() []fyne.CanvasObject {
	n := a.notes
	a.entries = make(map[string]*widgets.Entry)
	objects := []fyne.CanvasObject{
		a.Kit.Text("notes.round", widgets.RoleSecondary, n.Title+"\n"+n.When),
		widgets.NewText(widgets.RoleSecondary, assets.L("Two minutes now make every letter better. All of it can stay empty.")),
	}
	for _, p := range n.People {
		objects = append(objects, a.person(p))
	}
	who := a.Kit.Entry("notes.who", assets.L("Somebody else you met")).Labelled().Hint(assets.L("Lee Park, or Lee Park <lee@acme.example>"))
	if len(n.People) == 0 {
		who = a.Kit.Entry("notes.who", assets.L("Whom did you meet?")).Labelled().Hint(assets.L("Dana Ruiz, or Dana Ruiz <dana@acme.example>"))
	}
	a.entries["who"] = who.OnEnter(func(string) { a.meet() }).OnFocusLost(a.meet)
	said := a.field(data.NoteSaid, assets.L("What did they say about the date?"), n.Said, assets.L("by the end of next week"))
	a.echo = a.Kit.Text("notes.said_echo", widgets.RoleSecondary, "")
	a.echoed(n.Said)
	return append(
		objects, who, said, a.echo,
		a.field(data.NoteNext, assets.L("What comes next"), n.Next, assets.L("the talk with your team")),
		a.field(data.NoteStrength, assets.L("What you offered, or what went well"), n.Strength, assets.L("my work on route planning")),
		a.field(data.NoteForgot, assets.L("Something you forgot to say"), n.Forgot, assets.L("I have led a move of this size before")),
	)
}

// person are the fields of somebody of the round.
func (a *afterSheet) person(p desk.AfterPerson) fyne.CanvasObject {
	name := a.field(desk.PersonField("name", p.ID), assets.L("Name, as they spell it"), p.Name, "")
	address := a.field(desk.PersonField("address", p.ID), assets.L("Mail address"), p.Address, assets.L("dana@acme.example"))
	first, _, _ := strings.Cut(p.Name, " ")
	topic := a.field(desk.PersonField(data.NoteTopic, p.ID), assets.L("One thing you talked about with {{.Name}}", assets.Args{"Name": first}), p.Topic, assets.L("how your team tests early ideas"))
	return widgets.NewCard(10, widgets.NewEven(10, name, address), topic)
}

// field is one line of the notes, on disk as it is typed.
func (a *afterSheet) field(name, label, text, hint string) *widgets.Entry {
	e := a.Kit.Entry("notes."+name, label).Labelled().Hint(hint)
	e.SetText(text)
	e.OnChanged(func(text string) {
		e.SetError("")
		a.changed(name, text)
	}).OnFocusLost(a.file)
	a.entries[name] = e
	return e
}

func (a *afterSheet) changed(name, text string) {
	if name == data.NoteSaid {
		a.echoed(text)
	}
	a.typed[name] = text
	all, n := maps.Clone(a.typed), a.notes
	a.keep.changed(func() error {
		for name, text := range all {
			if err := a.Desk.TypeAfterNote(a.Context, n.Application, n.Round, name, text); err != nil {
				return err
			}
		}
		return nil
	})
}

// echoed says which day is meant.
func (a *afterSheet) echoed(text string) {
	if strings.TrimSpace(text) == "" {
		a.echo.SetText("")
		return
	}
	day, err := a.Desk.Promise(a.Context, text, a.notes.On)
	if err != nil {
		a.echo.SetText(assets.L("No date in this yet; it is kept as it is."))
		return
	}
	a.echo.SetText(assets.L("By {{.Date}}", assets.Args{"Date": a.Desk.Speaker(data.DefaultSettings()).Day(day)}))
}

// file makes facts of what was typed, off the UI goroutine.
func (a *afterSheet) file() { a.fileAnd(nil) }

func (a *afterSheet) fileAnd(then func()) {
	if len(a.typed) == 0 && !a.notes.Unfiled {
		if then != nil {
			then()
		}
		return
	}
	n := a.notes
	a.typed, a.notes.Unfiled = make(map[string]string), false
	var kept desk.Kept
	a.Do(func(ctx context.Context) (err error) {
		if err = a.keep.flush(); err == nil {
			kept, err = a.Desk.KeepAfterNotes(ctx, n.Application, n.Round)
		}
		return err
	}, func() {
		a.filed = append(a.filed, kept.Events...)
		for name, err := range kept.Faults {
			if e := a.entries[name]; e != nil {
				e.SetError(a.Explain(err))
			}
		}
		a.sheet.Refresh()
		if then != nil && len(kept.Faults) == 0 {
			then()
		}
	})
}

// meet adds the person that was typed.
func (a *afterSheet) meet() {
	e := a.entries["who"]
	who := strings.TrimSpace(e.Text())
	if who == "" {
		return
	}
	e.SetText("")
	n := a.notes
	var failed error
	a.Do(func(ctx context.Context) error {
		failed = a.Desk.Meet(ctx, n.Application, n.Round, who)
		return nil
	}, func() {
		if failed != nil {
			e.SetText(who)
			e.SetError(a.Explain(failed))
			a.sheet.Refresh()
			return
		}
		load(&a.reading, a.Context, func(ctx context.Context) (desk.AfterNotes, error) {
			return a.Desk.AfterNotes(ctx, n.Application, n.Round)
		}, a.show)
	})
}

// done files what was typed and closes the sheet. What was filed can be taken
// back at once, and later in the timeline.
func (a *afterSheet) done() { a.fileAnd(a.close) }

func (a *afterSheet) close() {
	a.sheet.Close()
	if len(a.filed) == 0 {
		return
	}
	filed := a.filed
	a.Again(assets.L("Noted. Your letters know it now."), assets.L("Undo"), func() {
		a.Do(func(ctx context.Context) error {
			for _, e := range slices.Backward(filed) {
				if _, err := a.Desk.Undo(ctx, e); err != nil {
					return err
				}
			}
			return nil
		}, func() { a.Toast(assets.L("Taken back."), "") })
	})
}

// write goes on to the thank-you.
func (a *afterSheet) write() {
	n := a.notes
	a.fileAnd(func() {
		a.sheet.Close()
		a.Go(Place{Page: PageLetter, Application: n.Application, Item: n.Thanks})
	})
}
