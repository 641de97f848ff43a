package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// An Option is one answer of a Choice or a Radio; ID is its full name in the map.
type Option struct{ ID, Label string }

// oneOf are answers of which one is chosen: one stop for Tab, the arrows choose.
// Choice and Radio show them in their own ways.
type oneOf struct {
	control
	name    string
	labels  []string
	objects []fyne.CanvasObject // the answers
	chosen  int                 // -1: nothing yet
	body    placed
	changed func(option int)
	enter   func() // what Enter does once an answer is chosen, nil: it is not theirs
}

// placed is a layout of the answers.
type placed interface {
	fyne.CanvasObject
	tall
	wide
}

// Chosen returns the index of the chosen answer, -1 for none.
func (o *oneOf) Chosen() int { return o.chosen }

// Choose sets the chosen answer without telling the caller; -1 for none.
func (o *oneOf) Choose(option int) {
	o.chosen = min(max(option, -1), len(o.labels)-1)
	o.Refresh()
}

func (o *oneOf) pick(option int) {
	if o.disabled || option < 0 || option >= len(o.labels) {
		return
	}
	o.Choose(option)
	if o.changed != nil {
		o.changed(option)
	}
}

func (o *oneOf) arrow(k KeyPress) bool {
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		o.pick(o.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		o.pick(o.chosen - 1)
	case fyne.KeyHome:
		o.pick(0)
	case fyne.KeyEnd:
		o.pick(len(o.labels) - 1)
	case fyne.KeySpace:
		o.pick(max(o.chosen, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		if o.enter == nil {
			return false
		}
		if o.chosen >= 0 {
			o.enter()
		}
	default:
		return false
	}
	return true
}

// Describe implements Described; the value is the label of what is chosen.
func (o *oneOf) Describe() Node {
	n := Node{ID: o.id, Role: roleSelect, Text: append([]string{o.name}, o.labels...)}
	if o.chosen >= 0 {
		n.Value = o.labels[o.chosen]
	}
	return n
}

func (o *oneOf) parts() []fyne.CanvasObject { return []fyne.CanvasObject{o.body} }

func (o *oneOf) heightFor(width float32) float32 { return o.body.heightFor(width) }

func (o *oneOf) wantedWidth() float32 { return o.body.wantedWidth() }

func (o *oneOf) minSize() fyne.Size { return o.body.MinSize() }

func (o *oneOf) layout(size fyne.Size) { put(o.body, 0, 0, size.Width, size.Height) }

// An answer is one of them, without its looks.
type answer struct {
	base
	touch
	of    *oneOf
	index int
}

// add ties an answer to its name, its label and its outer widget.
func (o *oneOf) add(a *answer, option Option, self fyne.Widget) {
	a.kit, a.id, a.of, a.index = o.kit, option.ID, o, len(o.labels)
	a.ExtendBaseWidget(self)
	o.labels, o.objects = append(o.labels, option.Label), append(o.objects, self)
}

// Tapped implements fyne.Tappable; it moves the focus to the answers as well.
func (a *answer) Tapped(*fyne.PointEvent) {
	if at := fyne.CurrentApp().Driver().CanvasForObject(a.of.self); at != nil && !a.of.disabled {
		at.Focus(a.of.self.(fyne.Focusable))
	}
	a.of.pick(a.index)
}

// MouseIn implements desktop.Hoverable.
func (a *answer) MouseIn(*desktop.MouseEvent) { a.hover(!a.of.disabled) }

// MouseMoved implements desktop.Hoverable.
func (a *answer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (a *answer) MouseOut() { a.hover(false) }

func (a *answer) hover(on bool) {
	a.touch.hover(on)
	a.Refresh()
}

// MouseDown implements desktop.Mouseable.
func (a *answer) MouseDown(e *desktop.MouseEvent) { a.press(e, !a.of.disabled) }

// MouseUp implements desktop.Mouseable.
func (a *answer) MouseUp(e *desktop.MouseEvent) { a.press(e, false) }

func (a *answer) press(e *desktop.MouseEvent, down bool) {
	a.touch.press(e, down)
	a.Refresh()
}

// Describe implements Described; the value is "selected" on the chosen one.
func (a *answer) Describe() Node {
	n := Node{ID: a.id, Role: roleButton, Text: []string{a.of.labels[a.index]}}
	if a.chosen() {
		n.Value = "selected"
	}
	return n
}

func (a *answer) chosen() bool { return a.of.chosen == a.index }

// ringed reports whether the focus shows on this answer.
func (a *answer) ringed() bool {
	return a.of.focused && (a.chosen() || a.of.chosen < 0 && a.index == 0)
}
