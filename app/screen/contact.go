package screen

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A contact is the pane of one person: who they are, how they are reached, the
// applications in which they were met, and what was talked about.
type contact struct {
	*Host
	id     data.ID
	last   desk.Contact
	drawn  bool // last is on screen
	asked  bool // to edit the person before they were read
	loader loader
	column *widgets.Column
	page   fyne.CanvasObject
	scroll *widgets.Scroll
}

func newContact(v *People) *contact {
	c := &contact{Host: v.Host}
	c.column = widgets.NewColumn(16).Max(widgets.TextWidth)
	c.scroll = widgets.NewScroll(widgets.NewPad(24, 24, 24, 24, c.column))
	c.page = widgets.NewPage(c.scroll)
	return c
}

// show loads a person and shows them.
func (c *contact) show(id data.ID) {
	if id != c.id {
		c.drawn, c.asked = false, false
		c.scroll.ScrollToTop()
	}
	c.id = id
	load(&c.loader, c.Context, func(ctx context.Context) (desk.Contact, error) { return c.Desk.Contact(ctx, id) }, c.take)
}

// take shows what was read, unless just that is on screen.
func (c *contact) take(read desk.Contact, err error) {
	if errors.Is(err, data.ErrNotFound) { // with the last of their applications
		c.drawn = false
		c.column.Set(widgets.NewText(widgets.RoleSecondary, assets.L("Their application is deleted. Ctrl+Z brings it back.")))
		c.page.Refresh()
		return
	}
	if err != nil {
		c.Fail(err)
		return
	}
	if c.drawn && reflect.DeepEqual(read, c.last) {
		return
	}
	c.last, c.drawn = read, true
	c.refill(c.fill, nil)
	if c.asked {
		c.edit()
	}
}

// blank shows nobody.
func (c *contact) blank() {
	c.drawn = false
	c.column.Set()
	c.page.Refresh()
}

func (c *contact) fill() {
	objects := []fyne.CanvasObject{c.head(), c.keepCard(), c.applicationsCard()}
	if len(c.last.Topics) > 0 {
		objects = append(objects, c.topicsCard())
	}
	objects = append(objects, c.addressCard())
	if len(c.last.History) > 0 {
		objects = append(objects, c.historyCard())
	}
	c.column.Set(objects...)
	c.page.Refresh()
}

func (c *contact) head() fyne.CanvasObject {
	k := c.Kit
	title := k.Text("people.title", widgets.RoleTitle, titled(c.last.Person))
	edit := k.Button("people.edit", assets.L("Edit"), c.edit)
	lines := []fyne.CanvasObject{title}
	if c.last.Subtitle != "" {
		lines = append(lines, k.Text("people.subtitle", widgets.RoleBody, c.last.Subtitle).In(widgets.ColorMuted))
	}
	if p := c.last.Person; p.Preferred != "" && p.Preferred != (data.Person{Name: p.Name}).First() {
		lines = append(lines, k.Text("people.signs", widgets.RoleBody, assets.L("Signs as {{.Name}}", assets.Args{"Name": p.Preferred})).In(widgets.ColorMuted))
	}
	lines = append(lines, k.Text("people.standing", widgets.RoleBody, c.last.Standing))
	return widgets.NewSplit(12, widgets.NewColumn(8, lines...), edit).Top()
}

// titled is a name with its honorific: "Dr Dana Ruiz".
func titled(p data.Person) string {
	if p.Honorific != "" && p.Name != "" {
		return p.Honorific + " " + p.Name
	}
	return nameOf(p)
}

// keepCard sets after how long without contact to write again.
func (c *contact) keepCard() fyne.CanvasObject {
	choice := c.Kit.Choice("people.keep", assets.L("Keep in touch"), []widgets.Option{
		{ID: "people.keep.off", Label: assets.L("Off")}, {ID: "people.keep.90", Label: assets.L("After 90 days")}, {ID: "people.keep.180", Label: assets.L("After 180 days")},
	}, c.keep)
	choice.Choose(slices.Index(keepDays(), c.last.Keep))
	line := assets.L("A quiet reminder for a line to them, counted from your last contact.")
	if c.last.Next != "" {
		line = c.last.Next
	}
	return widgets.NewCard(9, widgets.NewText(widgets.RoleCardTitle, assets.L("Keep in touch")),
		c.Kit.Text("people.next", widgets.RoleSecondary, line), choice)
}

func (c *contact) keep(option int) {
	id, days := c.id, keepDays()[option]
	say := assets.L("No reminder any more.")
	if days > 0 {
		say = assets.L("We'll remind you {{.N}} days after your last contact.", assets.Args{"N": strconv.Itoa(days)})
	}
	c.store(func(ctx context.Context) (desk.Saved, error) { return c.Desk.KeepInTouch(ctx, id, days) }, say)
}

// store files some values, says so, and offers to take them back.
func (c *contact) store(act func(context.Context) (desk.Saved, error), say string) {
	var saved desk.Saved
	c.Do(func(ctx context.Context) (err error) {
		saved, err = act(ctx)
		return err
	}, func() { c.saved(say, saved) })
}

// saved says what was filed, and offers to take it back.
func (h *Host) saved(say string, saved desk.Saved) {
	if saved.Count == 0 {
		return
	}
	h.acts++
	h.Again(say, assets.L("Undo"), func() { h.UndoBatch(saved.Batch) })
}

func (c *contact) applicationsCard() fyne.CanvasObject {
	title := assets.N("Met in one application", "Met in {{.N}} applications", len(c.last.Applications))
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, title)}
	for _, r := range c.last.Applications {
		line := widgets.Line{Title: r.Company, Sub: words.Dotted(r.Role, r.Round), Stage: stageOf(r.Badge), Badge: words.Badge(r.Badge)}
		objects = append(objects, c.Kit.OpenLine("people.application:"+string(r.ID), line, func() {
			c.Go(Place{Page: PageInterviews, Application: r.ID})
		}))
	}
	return widgets.NewLinesCard(objects...)
}

func (c *contact) topicsCard() fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("What you talked about"))}
	for _, t := range c.last.Topics {
		text := c.Kit.Text("people.topic:"+string(t.Interview), widgets.RoleBody, t.Text)
		objects = append(objects, widgets.NewSplit(16, text, widgets.NewText(widgets.RoleSecondary, t.When).OneLine()).Top())
	}
	return widgets.NewCard(10, objects...)
}

func (c *contact) addressCard() fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCardTitle, assets.L("Mail address"))}
	for i, a := range c.last.Person.Addresses {
		id := "people.address:" + strconv.Itoa(i)
		text := c.Kit.Text(id, widgets.RoleBody, a).OneLine()
		copied := c.Kit.Link(id+".copy", assets.L("Copy"), func() { c.copy(a) })
		objects = append(objects, widgets.NewAcross(12, text, copied).Grow(text))
	}
	if len(c.last.Person.Addresses) == 0 {
		objects = append(objects, c.Kit.Text("people.address.none", widgets.RoleSecondary, assets.L("None yet. With one, their mails are known at once.")))
	}
	return widgets.NewCard(10, objects...)
}

func (c *contact) copy(address string) {
	if err := c.Copy(address); err != nil {
		c.Fail(err)
		return
	}
	c.Toast(assets.L("Copied."), "")
}

func (c *contact) historyCard() fyne.CanvasObject {
	title := widgets.NewText(widgets.RoleCardTitle, assets.L("Contact")).OneLine()
	newest := widgets.NewText(widgets.RoleSecondary, assets.L("newest first")).OneLine()
	objects := []fyne.CanvasObject{widgets.NewAcross(8, title, newest).Grow(title)}
	for i, e := range c.last.History {
		objects = append(objects, c.Kit.TimelineRow("people.contact:"+strconv.Itoa(i), entryIcon(e.Kind), e.Text, e.Date, "", nil))
	}
	if c.last.More > 0 {
		objects = append(objects, c.Kit.Text("people.contact.more", widgets.RoleSecondary, assets.N("and one before that", "and {{.N}} before that", c.last.More)))
	}
	return widgets.NewCard(10, objects...)
}
