package screen

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A detail is the pane of one application: where it stands, why, what to do,
// the plan, the people, the notes and what happened.
type detail struct {
	*Host
	id     data.ID
	last   desk.Detail
	loader loader
	column *widgets.Column
	page   fyne.CanvasObject
	scroll *widgets.Scroll
	notes  *widgets.Entry
	timer  *time.Timer
	why    data.ItemKey // the step whose date is explained
}

func newDetail(v *Interviews) *detail {
	d := &detail{Host: v.Host}
	d.column = widgets.NewColumn(16).Max(widgets.TextWidth)
	d.scroll = widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, d.column))
	d.page = widgets.NewPage(d.scroll)
	return d
}

// show loads an application and shows it.
func (d *detail) show(id data.ID) {
	if id != d.id {
		d.leave()
		d.notes, d.why = nil, ""
		d.scroll.ScrollToTop()
	}
	d.id = id
	load(&d.loader, d.Context, func(ctx context.Context) (desk.Detail, error) { return d.Desk.Detail(ctx, id) }, d.draw)
}

func (d *detail) draw(det desk.Detail, err error) {
	if err != nil {
		d.Fail(err)
		return
	}
	d.last = det
	if det.Case.Application.State == data.Deleted {
		d.column.Set(widgets.NewText(widgets.RoleSecondary, assets.L("This one is deleted. Ctrl+Z brings it back.")))
		d.page.Refresh()
		return
	}
	objects := []fyne.CanvasObject{d.head()}
	if det.Propose {
		objects = append(objects, d.propose())
	}
	if len(det.Steps) > 0 {
		objects = append(objects, d.planCard())
	}
	if len(det.People) > 0 {
		objects = append(objects, d.peopleCard())
	}
	objects = append(objects, d.notesCard(), d.timelineCard())
	d.column.Set(objects...)
	d.page.Refresh()
}

func (d *detail) head() fyne.CanvasObject {
	k, det := d.Kit, d.last
	title := k.Text("detail.title", widgets.RoleTitle, det.Case.Application.Company)
	var menu *widgets.Button
	menu = k.IconButton("detail.menu", widgets.IconMore, assets.L("More"), func() { d.menu(menu) })
	lines := []fyne.CanvasObject{
		widgets.NewAcross(8, title, menu).Grow(title),
		k.Text("detail.subtitle", widgets.RoleBody, det.Subtitle).In(widgets.ColorMuted),
		widgets.NewAcross(10, k.Badge("detail.badge", stageOf(det.Badge), words.Badge(det.Badge)), k.Text("detail.best", widgets.RoleSecondary, det.Best)),
		k.Text("detail.why", widgets.RoleBody, det.Standing),
	}
	var buttons []fyne.CanvasObject
	if det.Primary.Kind != desk.ActNone {
		buttons = append(buttons, d.button("detail.primary", det.Primary).Primary())
	}
	if det.Secondary.Kind == desk.ActSent {
		buttons = append(buttons, d.button("detail.sent", det.Secondary))
	} else if det.Secondary.Kind != desk.ActNone {
		buttons = append(buttons, d.button("detail.secondary", det.Secondary))
	}
	if len(buttons) > 0 {
		lines = append(lines, widgets.NewPad(4, 0, 0, 0, widgets.NewAcross(8, buttons...)))
	}
	return widgets.NewColumn(9, lines...)
}

func (d *detail) button(id string, a desk.Act) *widgets.Button {
	b := d.Kit.Button(id, a.Label, func() { d.act(a) })
	if a.Kind == desk.ActWrite {
		b.Icon(widgets.IconEnvelope)
	}
	return b
}

// act does what a button is for.
func (d *detail) act(a desk.Act) {
	switch a.Kind {
	case desk.ActWrite:
		d.Go(Place{Page: PageLetter, Application: d.id, Item: a.Item})
	case desk.ActSent:
		d.markSent(d.id, a.Item)
	case desk.ActSaid, desk.ActDeadline:
		d.Said(d.id)
	case desk.ActSeeMail:
		d.Mail(a.Mail)
	case desk.ActUndo:
		d.undo(a.Event)
	case desk.ActSkip:
		d.event(assets.L("Left out."), func(ctx context.Context) (data.ID, error) { return d.Desk.Skip(ctx, d.id, a.Item) })
	case desk.ActReopen:
		d.event(assets.L("Reopened."), func(ctx context.Context) (data.ID, error) { return d.Desk.Reopen(ctx, d.id) })
	case desk.ActNotes:
		if d.notes != nil {
			d.Focus(d.notes.Focusable())
		}
	}
}

// event files a fact and offers to take it back.
func (h *Host) event(say string, file func(context.Context) (data.ID, error)) {
	var id data.ID
	h.Do(func(ctx context.Context) (err error) {
		id, err = file(ctx)
		return err
	}, func() { h.Toast(say, id) })
}

// undo takes an event back and offers Redo.
func (h *Host) undo(event data.ID) {
	var undone desk.Undone
	h.Do(func(ctx context.Context) (err error) {
		undone, err = h.Desk.Undo(ctx, event)
		return err
	}, func() { h.Toast(assets.L("Taken back. The plan is as it was."), undone.Event) })
}

// write opens the letter that the primary button would, else that of the next item.
func (d *detail) write() {
	if d.last.Primary.Kind == desk.ActWrite {
		d.act(d.last.Primary)
		return
	}
	for _, s := range d.last.Steps {
		if s.Item.Pending() && words.Written(s.Item.Key.Kind()) {
			d.Go(Place{Page: PageLetter, Application: d.id, Item: s.Item.Key})
			return
		}
	}
}

// sent marks the next item that is open, due or overdue as sent.
func (d *detail) sent() {
	for _, s := range d.last.Steps {
		switch s.Item.State {
		case data.StateOpen, data.StateDue, data.StateOverdue:
			if words.Written(s.Item.Key.Kind()) {
				d.markSent(d.id, s.Item.Key)
				return
			}
		}
	}
}

// letter answers a single letter of the keyboard (screens.md 4.14).
func (d *detail) letter(r rune) bool {
	switch r {
	case 'd':
		d.write()
	case 's':
		d.sent()
	case 't':
		d.Said(d.id)
	case 'l':
		for _, s := range d.last.Steps {
			if s.Item.Pending() {
				d.laterMenu(d.id, s.Item.Key, d.page)
				return true
			}
		}
	default:
		return false
	}
	return true
}

// leave puts the notes on disk.
func (d *detail) leave() {
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
		d.saveNotes()
	}
	d.loader.stop()
}
