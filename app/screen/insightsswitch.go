package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/widgets"
)

// numbers is the card with the switch of the page Insights.
type numbers struct {
	*Host
	card fyne.CanvasObject
	on   *widgets.Check
}

func newNumbers(h *Host) *numbers {
	n := &numbers{Host: h}
	n.on = h.Kit.Check("settings.insights.on", assets.L("Show my own numbers on the page Insights"), n.set)
	n.card = widgets.NewCard(10,
		h.Kit.Text("settings.insights.title", widgets.RoleCardTitle, assets.L("Insights")),
		widgets.NewText(widgets.RoleSecondary, assets.L("How long answers took, counted on this computer. Switched off, the page is gone from the side and nothing is counted.")),
		n.on)
	return n
}

func (n *numbers) show(p desk.Preferences) { tick(n.on, !p.NoInsights) }

func (n *numbers) set(on bool) {
	value := "yes"
	if on {
		value = "no"
	}
	n.Do(func(ctx context.Context) error { return n.Desk.Set(ctx, "insights.off", value) }, nil)
}
