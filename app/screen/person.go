package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// editPerson opens the sheet of one person: how they are called, where they are
// reached, and the one topic that makes a good thank-you.
func (d *detail) editPerson(p desk.PersonLine) {
	k := d.Kit
	field := func(id, name, text, hint string) *widgets.Entry {
		e := k.Entry(id, name).Labelled().Hint(hint)
		e.SetText(text)
		return e
	}
	name := field("person.name", assets.L("Name"), p.Person.Name, "")
	preferred := field("person.preferred", assets.L("Signs as"), p.Person.Preferred, p.Person.First())
	job := field("person.job", assets.L("Job"), p.Person.Job, assets.L("Head of design"))
	address := field("person.address", assets.L("Mail address"), p.Person.Address(), assets.L("dana@acme.example"))
	topic := field("person.topic", assets.L("One thing you talked about"), p.Topic, assets.L("how your team tests early ideas"))
	keep := k.Choice("person.keep", assets.L("Keep in touch"), []widgets.Option{
		{ID: "person.keep.off", Label: assets.L("Off")}, {ID: "person.keep.90", Label: assets.L("After 90 days")}, {ID: "person.keep.180", Label: assets.L("After 180 days")},
	}, func(int) {})
	keep.Choose(slices.Index(keepDays(), p.Person.Keep))
	var sheet *widgets.Sheet
	save := k.Button("person.save", assets.L("Save"), func() {
		change := desk.PersonChange{Name: name.Text(), Preferred: preferred.Text(), Job: job.Text(), Address: address.Text(), Topic: topic.Text(), Keep: keepDays()[max(0, keep.Chosen())]}
		d.fromSheet(sheet, func(ctx context.Context) error { return d.Desk.SetPerson(ctx, d.id, p.Person.ID, change) })
	}).Primary()
	cancel := k.Button("person.cancel", assets.L("Cancel"), func() { sheet.Close() })
	sheet = k.Sheet("person", p.Person.Name, widgets.NewColumn(10, name, preferred, job, address, topic,
		widgets.NewText(widgets.RoleSecondary, assets.L("Keep in touch, counted from your last contact")), keep), cancel, save)
	sheet.First(name.Focusable()).ShowOn(d.Window().Canvas())
}

// keepDays are the choices of keeping in touch.
func keepDays() []int { return []int{0, 90, 180} }

// fromSheet stores what a sheet asked for and closes it; what went wrong is
// said in the sheet, so that no typed text is lost.
func (h *Host) fromSheet(sheet *widgets.Sheet, store func(context.Context) error) {
	var failed error
	h.Do(func(ctx context.Context) error {
		failed = store(ctx)
		return nil
	}, func() {
		if failed != nil {
			sheet.Tell(h.Explain(failed))
			return
		}
		h.acts++
		sheet.Close()
	})
}

// menu is what can be done with the whole application.
func (d *detail) menu(beside fyne.CanvasObject) {
	file := func(say string, act func(context.Context) (data.ID, error)) func() {
		return func() { d.event(say, act) }
	}
	company := assets.Args{"Company": d.last.Case.Application.Company}
	items := []widgets.MenuItem{
		{ID: "more.said", Label: assets.L("They said…"), Keys: "T", Do: func() { d.Said(d.id) }},
		{ID: "more.log", Label: assets.L("Log a call or message…"), Do: func() { d.logCall(d.id) }},
		{ID: "more.edit", Label: assets.L("Edit…"), Keys: "E", Do: d.edit},
		{ID: "more.round", Label: assets.L("Add a round…"), Do: d.addRound},
		{ID: "more.withdraw", Label: assets.L("I withdraw"), Do: file(assets.L("Noted that you withdraw."), func(ctx context.Context) (data.ID, error) { return d.Desk.Withdraw(ctx, d.id) })},
	}
	switch d.last.Case.Application.State {
	case data.Archived:
		items = append(items, widgets.MenuItem{ID: "more.unarchive", Label: assets.L("Take out of the archive"), Do: file(assets.L("Taken out of the archive."), func(ctx context.Context) (data.ID, error) {
			return d.Desk.SetApplication(ctx, d.id, "archived", "no")
		})})
	case data.ClosedBy:
		items = append(items, widgets.MenuItem{ID: "more.reopen", Label: assets.L("Reopen"), Do: file(assets.L("Reopened."), func(ctx context.Context) (data.ID, error) { return d.Desk.Reopen(ctx, d.id) })})
	default:
		items = append(items,
			widgets.MenuItem{ID: "more.close", Label: assets.L("Close: no answer"), Do: d.closeCase},
			widgets.MenuItem{ID: "more.archive", Label: assets.L("Archive"), Do: file(assets.L("Archived."), func(ctx context.Context) (data.ID, error) {
				return d.Desk.SetApplication(ctx, d.id, "archived", "yes")
			})})
	}
	items = append(items, widgets.MenuItem{ID: "more.calendar", Label: assets.L("Save as calendar file…"), Do: func() {
		d.saveCalendar(desk.FileName(d.last.Case.Application.Company, "afterword", ".ics"), func(ctx context.Context) ([]byte, int, error) { return d.Desk.ApplicationFile(ctx, d.id) })
	}}, widgets.MenuItem{
		ID: "more.delete", Label: assets.L("Delete"),
		Do: file(assets.L("Deleted {{.Company}}.", company), func(ctx context.Context) (data.ID, error) { return d.Desk.Delete(ctx, d.id) }),
	})
	d.Kit.Menu("more", beside, items...)
}

func (d *detail) closeCase() {
	d.event(assets.L("Closed. You can reopen it any time."), func(ctx context.Context) (data.ID, error) {
		return d.Desk.CloseApplication(ctx, d.id, "no_answer")
	})
}

// propose offers, once it has been quiet for long, to close as "No answer".
func (d *detail) propose() fyne.CanvasObject {
	text := d.Kit.Text("detail.propose", widgets.RoleBody, assets.L("It's been quiet for a while. Move this to \"No answer\"? You can reopen it any time."))
	return widgets.NewCard(0, widgets.NewSplit(16, text, d.Kit.Button("detail.propose.close", assets.L("Move it"), d.closeCase)))
}

// addRound asks when the next meeting is.
func (d *detail) addRound() {
	k := d.Kit
	when := k.Entry("round.when", assets.L("When")).Labelled().Hint(assets.L("tomorrow 3pm, 24 Nov 15:00"))
	echo := k.Text("round.when_echo", widgets.RoleSecondary, "")
	var next desk.NewInterview
	when.OnChanged(func(text string) {
		next = desk.NewInterview{}
		reader, err := d.Desk.Reader(d.Context)
		if err != nil {
			return
		}
		w, err := reader.When(text)
		if err != nil {
			echo.SetText(d.Explain(err))
			return
		}
		next = desk.NewInterview{Start: w.Start, End: w.End, Date: w.Date, Zone: w.Zone}
		echo.SetText(d.Desk.Speaker(data.DefaultSettings()).Span(data.Interview{Start: w.Start, End: w.End, Date: w.Date, Zone: w.Zone}))
	})
	var sheet *widgets.Sheet
	save := k.Button("round.save", assets.L("Add the round"), func() {
		next.With = nil
		for _, p := range d.last.People {
			next.With = append(next.With, p.Person)
		}
		d.fromSheet(sheet, func(ctx context.Context) error {
			_, err := d.Desk.AddInterview(ctx, d.id, next)
			return err
		})
	}).Primary()
	cancel := k.Button("round.cancel", assets.L("Cancel"), func() { sheet.Close() })
	sheet = k.Sheet("round", assets.L("Add a round"), widgets.NewColumn(10, when, echo), cancel, save)
	sheet.First(when.Focusable()).ShowOn(d.Window().Canvas())
}
