package screen

import (
	"context"
	"reflect"
	"strconv"
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
	id       data.ID
	last     desk.Detail
	loader   loader
	column   *widgets.Column
	page     fyne.CanvasObject
	scroll   *widgets.Scroll
	notes    *widgets.Entry
	timer    *time.Timer
	passes   *time.Timer // runs for a moment after another application was chosen
	notesWas string      // before this edit
	saves    saves
	store    func(context.Context) error // puts the notes on disk as they were last; nil before any
	why      data.ItemKey                // the step whose date is explained
	drawn    bool                        // last is on screen
	stops    map[string]fyne.Focusable
	more     *widgets.Button
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
		d.keepNotes()
		d.notes, d.why, d.drawn = nil, "", false
		d.scroll.ScrollToTop()
	}
	hurried := id != d.id && d.passing()
	d.id = id
	load(&d.loader, d.Context, func(ctx context.Context) (desk.Detail, error) {
		if hurried {
			pause(ctx, passed)
		}
		return d.Desk.Detail(ctx, id)
	}, d.take)
}

// passed is how long a row is chosen before its pane is drawn when the one before
// was passed as quickly: a key is held down in the list.
const passed = 120 * time.Millisecond

// passing reports whether another application was shown a moment ago, and starts
// the moment anew.
func (d *detail) passing() bool {
	if d.passes == nil {
		d.passes = time.NewTimer(passed)
		return false
	}
	running := d.passes.Stop()
	d.passes.Reset(passed)
	return running
}

// pause waits, unless ctx ends.
func pause(ctx context.Context, long time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(long):
	}
}

// take shows what was read, unless just that is on screen.
func (d *detail) take(det desk.Detail, err error) {
	if err == nil && d.drawn && reflect.DeepEqual(det, d.last) {
		return
	}
	d.draw(det, err)
}

// draw shows an application. The focus stays on the control of the same name.
func (d *detail) draw(det desk.Detail, err error) {
	if err != nil {
		d.Fail(err)
		return
	}
	c := d.Window().Canvas()
	var focus string
	if named, ok := c.Focused().(interface{ ID() string }); ok {
		focus = named.ID()
	}
	d.stops = make(map[string]fyne.Focusable)
	d.last, d.drawn = det, true
	d.fill(det)
	if f := d.stops[focus]; f != nil && c.Focused() != f {
		d.Focus(f)
	}
}

func (d *detail) fill(det desk.Detail) {
	if det.Case.Application.State == data.Deleted {
		d.column.Set(widgets.NewText(widgets.RoleSecondary, assets.L("This one is deleted. Ctrl+Z brings it back.")))
		d.page.Refresh()
		return
	}
	objects := []fyne.CanvasObject{d.head()}
	if det.Propose {
		objects = append(objects, d.propose())
	}
	if len(det.Steps) > 0 || det.PlanNote != "" {
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
	d.more = k.IconButton("detail.menu", widgets.IconMore, assets.L("More"), func() { d.menu(d.more) })
	d.stops["detail.menu"] = d.more
	standing := []fyne.CanvasObject{k.Badge("detail.badge", stageOf(det.Badge), words.Badge(det.Badge))}
	if det.Best != "" {
		standing = append(standing, k.Text("detail.best", widgets.RoleSecondary, det.Best))
	}
	lines := []fyne.CanvasObject{
		widgets.NewAcross(8, title, d.more).Grow(title),
		k.Text("detail.subtitle", widgets.RoleBody, det.Subtitle).In(widgets.ColorMuted),
		widgets.NewAcross(10, standing...),
		k.Text("detail.why", widgets.RoleBody, det.Standing),
	}
	for i, caution := range det.Cautions {
		lines = append(lines, k.Note("detail.caution:"+strconv.Itoa(i), widgets.NoteHint, caution))
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
	d.stops[id] = b
	return b
}

// act does what a button is for.
func (d *detail) act(a desk.Act) {
	if !d.drawn {
		return // the button is of an application that is not chosen any more
	}
	switch a.Kind {
	case desk.ActWrite:
		d.Go(Place{Page: PageLetter, Application: d.id, Item: a.Item})
	case desk.ActSent:
		d.markSent(d.id, a.Item)
	case desk.ActDeadline:
		d.askSaid(d.id, data.ReplyOffer)
	case desk.ActSaid:
		if d.last.Badge == data.BadgeWaiting {
			d.askSaid(d.id, data.ReplyPromise)
			return
		}
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
	}, func() {
		h.acts++
		h.Toast(say, id)
	})
}

// undo takes an event back and offers Redo.
func (h *Host) undo(event data.ID) {
	var undone desk.Undone
	h.Do(func(ctx context.Context) (err error) {
		undone, err = h.Desk.Undo(ctx, event)
		return err
	}, func() {
		h.acts++
		h.Again(assets.L("Taken back. The plan is as it was."), assets.L("Redo"), func() { h.redo(undone.Event) })
	})
}
