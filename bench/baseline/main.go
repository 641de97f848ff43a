// Baseline is the window that Afterword's start, memory and scrolling are measured
// beside: stock Fyne, one list and sixty labels.
//
// It talks to the desktop, and must not know anything of Afterword.
package main

import (
	"flag"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"afterword/bench/probe"
)

const labels = 60

func main() {
	rows := flag.Int("rows", 1000, "rows of the list")
	tall := flag.Bool("tall", false, "rows of four labels, as high as those of Afterword")
	flag.Parse()
	win := app.NewWithID("io.github.afterword.baseline").NewWindow("Baseline")
	list := listOf(*rows, *tall)
	right := make([]fyne.CanvasObject, labels)
	for i := range right {
		right[i] = widget.NewLabel(fmt.Sprintf("Label %d", i))
	}
	win.SetContent(container.NewGridWithColumns(2, list, container.NewVScroll(container.NewVBox(right...))))
	win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys(list, e.Name) })
	win.Resize(fyne.NewSize(1200, 800))
	go probe.Watch()
	win.ShowAndRun()
}

// keys moves in the list by pages and to its ends, which the stock list does not.
func keys(list *widget.List, name fyne.KeyName) {
	switch name {
	case fyne.KeyPageDown:
		list.ScrollToOffset(list.GetScrollOffset() + list.Size().Height)
	case fyne.KeyHome:
		list.ScrollToTop()
	case fyne.KeyEnd:
		list.ScrollToBottom()
	}
}

func listOf(rows int, tall bool) *widget.List {
	if tall {
		return widget.NewList(func() int { return rows }, newTall, fillTall)
	}
	return widget.NewList(
		func() int { return rows },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if label, ok := o.(*widget.Label); ok {
				label.SetText(fmt.Sprintf("Company %d", i))
			}
		})
}

func newTall() fyne.CanvasObject {
	return container.New(tallRow{}, widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel(""))
}

func fillTall(i widget.ListItemID, o fyne.CanvasObject) {
	row, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	for j, text := range []string{"Company %d of Berlin", "%d days", "Product designer, round %d", "Write to Person%d"} {
		if label, ok := row.Objects[j].(*widget.Label); ok {
			label.SetText(fmt.Sprintf(text, i))
		}
	}
}

// A tallRow lays four labels out as a row of Afterword's list is.
type tallRow struct{}

// Layout implements fyne.Layout.
func (tallRow) Layout(all []fyne.CanvasObject, size fyne.Size) {
	const line, right = 26, 90
	for i, at := range []fyne.Position{{}, {X: size.Width - right}, {Y: line}, {Y: 2 * line}} {
		all[i].Move(at)
		all[i].Resize(fyne.NewSize(size.Width-at.X, line))
	}
}

// MinSize implements fyne.Layout.
func (tallRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 84) }
