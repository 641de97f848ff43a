// Baseline is the window that Afterword's start and memory are measured beside:
// stock Fyne, one list of a thousand rows and sixty labels.
//
// It talks to the desktop, and must not know anything of Afterword.
package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

const (
	rows   = 1000
	labels = 60
)

func main() {
	win := app.NewWithID("io.github.afterword.baseline").NewWindow("Baseline")
	list := widget.NewList(
		func() int { return rows },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if label, ok := o.(*widget.Label); ok {
				label.SetText(fmt.Sprintf("Company %d", i))
			}
		})
	right := make([]fyne.CanvasObject, labels)
	for i := range right {
		right[i] = widget.NewLabel(fmt.Sprintf("Label %d", i))
	}
	win.SetContent(container.NewGridWithColumns(2, list, container.NewVScroll(container.NewVBox(right...))))
	win.Resize(fyne.NewSize(1200, 800))
	win.ShowAndRun()
}
