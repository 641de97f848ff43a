package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewWatched returns an object that says when it was laid out, not in the midst
// of it: another size may have room for more, or for less.
func NewWatched(o fyne.CanvasObject, resized func()) *fyne.Container {
	return container.New(watch(resized), o)
}

type watch func()

// MinSize implements fyne.Layout.
func (watch) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (w watch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	fyne.Do(w)
}
