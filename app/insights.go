package app

import (
	"afterword/app/screen"
	"afterword/assets"
)

// showInsights shows the way to the page of the user's own numbers, or hides it
// when that is switched off.
func (w *window) showInsights(on bool) {
	n := w.nav[screen.PageInsights]
	if on == n.Visible() {
		return
	}
	if on {
		n.Show()
	} else {
		n.Hide()
	}
	w.shell.Refresh()
}

// turnToInsights opens the page, unless it is switched off.
func (w *window) turnToInsights() {
	if !w.nav[screen.PageInsights].Visible() {
		w.toast(assets.L("Insights is switched off. Settings has its switch."), "")
		return
	}
	w.turnTo(screen.PageInsights)
}
