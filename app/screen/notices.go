package screen

import (
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// notices is the card of the notifications.
type notices struct {
	*Host
	card  fyne.CanvasObject
	on    *widgets.Check
	names *widgets.Check
	pause *widgets.Choice
}

func newNotices(h *Host) *notices {
	n := &notices{Host: h}
	n.on = h.Kit.Check("settings.notifications.on", assets.L("Tell me when a note is due"), func(on bool) { n.set("notify.off", !on) })
	n.names = h.Kit.Check("settings.notifications.hide_names", assets.L("Hide names in notifications"), func(on bool) { n.set("notify.hide_names", on) })
	n.pause = h.Kit.Choice("settings.notifications.pause", assets.L("Pause"), []widgets.Option{
		{ID: "settings.notifications.pause.no", Label: assets.L("Not paused")},
		{ID: "settings.notifications.pause.hour", Label: assets.L("For an hour")},
		{ID: "settings.notifications.pause.today", Label: assets.L("For today")},
	}, n.wait)
	n.card = widgets.NewCard(10,
		h.Kit.Text("settings.notifications.title", widgets.RoleCardTitle, assets.L("Notifications")),
		widgets.NewText(widgets.RoleSecondary, assets.L("At most two for a note in its whole life, never in your quiet hours, and several at once as one.")),
		n.on, n.names, under(assets.L("Pause"), n.pause))
	return n
}

func (n *notices) show(p desk.Preferences) {
	tick(n.on, !p.NoNotices)
	tick(n.names, p.HideNames)
	switch {
	case !p.PausedUntil.After(n.Desk.Now()):
		n.pause.Choose(0)
	case p.PausedUntil.Equal(n.midnight()):
		n.pause.Choose(2)
	default:
		n.pause.Choose(1)
	}
}

// midnight is the end of the user's day.
func (n *notices) midnight() time.Time {
	return data.DayOf(n.Desk.Now(), n.Desk.Zone()).Add(1).At(0, n.Desk.Zone())
}

func tick(c *widgets.Check, on bool) {
	if on {
		c.Tick()
	} else {
		c.Clear()
	}
}

func (n *notices) set(name string, on bool) {
	value := "no"
	if on {
		value = "yes"
	}
	if err := n.Desk.Set(n.Context, name, value); err != nil {
		n.Fail(err)
	}
}

// wait pauses for an hour, until midnight, or not at all.
func (n *notices) wait(option int) {
	until := ""
	switch option {
	case 1:
		until = n.Desk.Now().Add(time.Hour).Format(time.RFC3339)
	case 2:
		until = n.midnight().Format(time.RFC3339)
	}
	if err := n.Desk.Set(n.Context, "notify.paused_until", until); err != nil {
		n.Fail(err)
	}
}
