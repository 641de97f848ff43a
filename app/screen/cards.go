package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

func (d *detail) planCard() fyne.CanvasObject {
	title := widgets.NewText(widgets.RoleCardTitle, assets.L("Plan")).OneLine()
	note := widgets.NewText(widgets.RoleSecondary, assets.L("stops by itself when they write back"))
	objects := []fyne.CanvasObject{widgets.NewSplit(4, title, note)}
	for i, s := range d.last.Steps {
		step := widgets.Step{State: stepState(s.Item), Title: s.Title, Date: s.Date, Why: s.Why, Pinned: s.Pinned, Last: i == len(d.last.Steps)-1}
		if d.why == s.Item.Key {
			step.Why = strings.Join(s.Lines, "\n")
		}
		id := "detail.plan:" + string(s.Item.Key)
		line := d.Kit.PlanStep(id, step, func(at fyne.CanvasObject) { d.stepMenu(s, at) })
		d.stops[id] = line
		objects = append(objects, line)
	}
	if d.last.PlanNote != "" {
		objects = append(objects, d.Kit.Text("detail.plan_note", widgets.RoleSecondary, d.last.PlanNote))
	}
	return widgets.NewCard(8, objects...)
}

func stepState(it data.Item) widgets.StepState {
	switch it.State {
	case data.StateDone:
		return widgets.StepDone
	case data.StateSkipped, data.StateMissed, data.StateCancelled:
		return widgets.StepStruck
	case data.StateStopped, data.StateHeld:
		return widgets.StepPaused
	case data.StateDue, data.StateOverdue:
		return widgets.StepNow
	case data.StateOpen:
		if it.Key.Kind() == data.KindThankYou {
			return widgets.StepNow
		}
	}
	return widgets.StepPlanned
}

// stepMenu is what can be done with one step of the plan.
func (d *detail) stepMenu(s desk.Step, at fyne.CanvasObject) {
	key := s.Item.Key
	var items []widgets.MenuItem
	if s.Item.Pending() && words.Written(key.Kind()) {
		items = append(items,
			widgets.MenuItem{ID: "step.write", Label: assets.L("Write it"), Do: func() { d.Go(Place{Page: PageLetter, Application: d.id, Item: key}) }},
			widgets.MenuItem{ID: "step.sent", Label: assets.L("I've sent it"), Do: func() { d.markSent(d.id, key) }})
	}
	if s.Item.Pending() {
		items = append(items,
			widgets.MenuItem{ID: "step.later", Label: assets.L("Later…"), Do: func() { d.laterMenu(d.id, s.Item, at) }},
			widgets.MenuItem{ID: "step.date", Label: assets.L("Change date…"), Do: func() { d.askDay(d.id, key, d.pin) }},
			widgets.MenuItem{ID: "step.skip", Label: assets.L("Skip this one"), Do: func() {
				d.event(assets.L("Left out."), func(ctx context.Context) (data.ID, error) { return d.Desk.Skip(ctx, d.id, key) })
			}})
	}
	if item, ok := d.pinItem(s); ok {
		items = append(items, item)
	}
	items = append(items, widgets.MenuItem{ID: "step.why", Label: assets.L("Why this date?"), Do: func() { d.explain(key) }})
	d.Kit.Menu("step", at, items...)
}

// pinItem keeps a step on its date, or gives it back to the plan.
func (d *detail) pinItem(s desk.Step) (widgets.MenuItem, bool) {
	key := s.Item.Key
	if s.Pinned {
		return widgets.MenuItem{ID: "step.unpin", Label: assets.L("Back to the planned date"), Do: func() {
			d.event(assets.L("Back on its planned date."), func(ctx context.Context) (data.ID, error) { return d.Desk.Pin(ctx, d.id, key, data.Day{}) })
		}}, true
	}
	return widgets.MenuItem{ID: "step.pin", Label: assets.L("Pin date"), Do: func() {
		d.event(assets.L("Date pinned. It stays, whatever moves the plan."), func(ctx context.Context) (data.ID, error) { return d.Desk.PinAsPlanned(ctx, d.id, key) })
	}}, s.Item.Pending() && !s.Item.Due.IsZero()
}

// pin gives a step another date.
func (d *detail) pin(application data.ID, item data.ItemKey, day data.Day) {
	d.event(assets.L("Date changed."), func(ctx context.Context) (data.ID, error) { return d.Desk.Pin(ctx, application, item, day) })
}

// explain unfolds the reasons of one date; a second time folds them.
func (d *detail) explain(key data.ItemKey) {
	if d.why == key {
		key = ""
	}
	d.why = key
	d.draw(d.last, nil)
}

func (d *detail) peopleCard() fyne.CanvasObject {
	title := widgets.NewText(widgets.RoleCardTitle, assets.L("People")).OneLine()
	objects := []fyne.CanvasObject{title}
	if after := d.afterLink("detail.after", &d.last); after != nil {
		d.stops["detail.after"] = after
		objects[0] = widgets.NewAcross(8, title, after).Grow(title)
	}
	for _, p := range d.last.People {
		job := p.Person.Job
		if job == "" {
			job = p.Person.Address()
		}
		row := d.Kit.PersonRow("detail.person:"+string(p.Person.ID), initials(p.Person.Name), p.Person.Name, job, p.Note)
		edit := d.Kit.Link("detail.person:"+string(p.Person.ID)+".edit", assets.L("Edit"), func() { d.editPerson(p) })
		d.stops[edit.ID()] = edit
		objects = append(objects, widgets.NewAcross(8, row, edit).Grow(row))
	}
	return widgets.NewCard(12, objects...)
}

func (d *detail) timelineCard() fyne.CanvasObject {
	title := widgets.NewText(widgets.RoleCardTitle, assets.L("Timeline")).OneLine()
	newest := widgets.NewText(widgets.RoleSecondary, assets.L("newest first")).OneLine()
	objects := []fyne.CanvasObject{widgets.NewSplit(4, title, newest)}
	for _, e := range d.last.Timeline {
		if e.Kind == string(data.EventSet) && e.Undone {
			continue
		}
		objects = append(objects, d.entry(e))
	}
	return widgets.NewCard(10, objects...)
}

func (d *detail) entry(e desk.Entry) fyne.CanvasObject {
	text, undo := e.Text, ""
	if e.Why != "" {
		text = e.Text + ". " + e.Why
	}
	if e.Undone {
		text = assets.L("{{.Text}} (taken back)", assets.Args{"Text": text})
	} else if e.CanUndo && e.Event != "" {
		undo = assets.L("Undo")
	}
	id := "detail.event:" + string(e.Event)
	if e.Event == "" {
		id = "detail.past:" + string(e.Message) + e.At.UTC().Format("20060102150405")
	}
	row := d.Kit.TimelineRow(id, entryIcon(e.Kind), text, e.Date, undo, func() { d.undo(e.Event) })
	if e.Undone {
		row.Faint()
	}
	if e.Message == "" {
		return row
	}
	see := d.Kit.Link(id+".mail", assets.L("Mail"), func() { d.Mail(e.Message) })
	return widgets.NewAcross(8, row, see).Grow(row)
}

func entryIcon(kind string) widgets.IconName {
	switch data.EventType(kind) {
	case data.EventSent:
		return widgets.IconCheck
	case data.EventReply, data.EventPromise, data.EventRejection:
		return widgets.IconReply
	case data.EventOffer:
		return widgets.IconStar
	case data.EventOOO, data.EventSnooze, data.EventATSUpdate:
		return widgets.IconClock
	case data.EventBounce:
		return widgets.IconWarning
	case data.EventSkip, data.EventWithdraw, data.EventInterviewCancelled:
		return widgets.IconSkip
	case data.EventInvite, data.EventRescheduled, data.EventInterviewAdded, "interview":
		return widgets.IconCalendar
	case data.EventClosed, data.EventArchived, data.EventDeleted:
		return widgets.IconArchive
	case "message":
		return widgets.IconEnvelope
	case data.EventCall:
		return widgets.IconPhone
	}
	return widgets.IconNote
}
