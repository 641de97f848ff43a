package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Radio is a list of answers, one below the other, of which one is chosen. It
// is one stop for Tab; the arrows choose.
type Radio struct {
	control
	name    string
	chosen  int // -1: nothing yet
	dots    []*dot
	objects []fyne.CanvasObject
	body    *Column
	changed func(option int)
	enter   func() // what Enter does, nil for nothing
}

// OnEnter sets what Enter does once an answer is chosen, and returns the list.
func (r *Radio) OnEnter(f func()) *Radio {
	r.enter = f
	return r
}

// Radio returns a list of answers; nothing is chosen until Choose. Changed gets
// the index.
func (k *Kit) Radio(id, name string, options []Option, changed func(option int)) *Radio {
	r := &Radio{name: name, chosen: -1, changed: changed}
	for i, o := range options {
		one := &dot{radio: r, index: i, ring: box(9), core: box(5), words: NewText(RoleBody, o.Label)}
		one.kit, one.id = k, o.ID
		one.ExtendBaseWidget(one)
		r.dots = append(r.dots, one)
		r.objects = append(r.objects, one)
	}
	r.body = NewColumn(2, r.objects...)
	r.begin(k, id, r, nil)
	r.before = r.arrow
	return r
}

// Chosen returns the index of the chosen answer, -1 for none.
func (r *Radio) Chosen() int { return r.chosen }

// Choose sets the chosen answer without telling the caller; -1 for none.
func (r *Radio) Choose(option int) {
	r.chosen = min(max(option, -1), len(r.dots)-1)
	r.Refresh()
}

func (r *Radio) pick(option int) {
	if r.disabled || option < 0 || option >= len(r.dots) {
		return
	}
	r.Choose(option)
	if r.changed != nil {
		r.changed(option)
	}
}

func (r *Radio) arrow(k KeyPress) bool {
	switch k.Name {
	case fyne.KeyRight, fyne.KeyDown:
		r.pick(r.chosen + 1)
	case fyne.KeyLeft, fyne.KeyUp:
		r.pick(r.chosen - 1)
	case fyne.KeyHome:
		r.pick(0)
	case fyne.KeyEnd:
		r.pick(len(r.dots) - 1)
	case fyne.KeySpace:
		r.pick(max(r.chosen, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.enter != nil && r.chosen >= 0 {
			r.enter()
		}
	default:
		return false
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer { return render(r) }

// Describe implements Described; the value is the label of what is chosen.
func (r *Radio) Describe() Node {
	n := Node{ID: r.id, Role: roleSelect, Text: []string{r.name}}
	for i, one := range r.dots {
		n.Text = append(n.Text, one.words.text)
		if i == r.chosen {
			n.Value = one.words.text
		}
	}
	return n
}

func (r *Radio) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.body} }

func (r *Radio) heightFor(width float32) float32 { return r.body.heightFor(width) }

func (r *Radio) wantedWidth() float32 { return r.body.wantedWidth() }

func (r *Radio) minSize() fyne.Size { return r.body.minSize() }

func (r *Radio) layout(size fyne.Size) { put(r.body, 0, 0, size.Width, size.Height) }

// dot is one answer.
type dot struct {
	base
	radio      *Radio
	index      int
	ring, core *canvas.Rectangle
	words      *Text
}

// Tapped implements fyne.Tappable; it moves the focus to the list as well.
func (d *dot) Tapped(*fyne.PointEvent) {
	if at := fyne.CurrentApp().Driver().CanvasForObject(d.radio); at != nil && !d.radio.disabled {
		at.Focus(d.radio)
	}
	d.radio.pick(d.index)
}

// CreateRenderer implements fyne.Widget.
func (d *dot) CreateRenderer() fyne.WidgetRenderer { return render(d) }

// Describe implements Described; the value is "selected" on the chosen one.
func (d *dot) Describe() Node {
	n := Node{ID: d.id, Role: roleButton, Text: []string{d.words.text}}
	if d.radio.chosen == d.index {
		n.Value = "selected"
	}
	return n
}

func (d *dot) parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.ring, d.core, d.words} }

func (d *dot) repaint() {
	chosen := d.radio.chosen == d.index
	fill(d.ring, ColorSurface)
	stroke(d.ring, theme.ColorNameInputBorder, 1)
	fill(d.core, theme.ColorNamePrimary)
	d.core.Hidden = !chosen
	if chosen {
		stroke(d.ring, theme.ColorNamePrimary, 1)
	}
	if d.radio.focused && (chosen || d.radio.chosen < 0 && d.index == 0) {
		stroke(d.ring, theme.ColorNamePrimary, 2)
	}
}

func (d *dot) heightFor(width float32) float32 { return max(28, d.words.heightFor(width-28)+8) }

func (d *dot) wantedWidth() float32 { return d.words.wantedWidth() + 28 }

func (d *dot) minSize() fyne.Size { return fyne.NewSize(80, d.heightFor(d.Size().Width)) }

func (d *dot) layout(size fyne.Size) {
	top := 4 + (d.words.lineHeight()-18)/2
	put(d.ring, 0, top, 18, 18)
	put(d.core, 4, top+4, 10, 10)
	put(d.words, 28, 4, size.Width-28, size.Height-8)
}
