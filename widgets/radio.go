package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A Radio is a list of answers, one below the other, of which one is chosen.
type Radio struct{ oneOf }

// Radio returns a list of answers; nothing is chosen until Choose. Changed gets
// the index.
func (k *Kit) Radio(id, name string, options []Option, changed func(option int)) *Radio {
	r := &Radio{oneOf{name: name, chosen: -1, changed: changed, enter: func() {}}}
	r.begin(k, id, r, nil)
	for _, o := range options {
		one := &dot{ring: box(9), core: box(5), words: NewText(RoleBody, o.Label)}
		r.add(&one.answer, o, one)
	}
	r.body, r.before = NewColumn(2, r.objects...), r.arrow
	return r
}

// OnEnter sets what Enter does once an answer is chosen, and returns the list.
func (r *Radio) OnEnter(f func()) *Radio {
	r.enter = f
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer { return render(r) }

// dot is one answer.
type dot struct {
	answer
	ring, core *canvas.Rectangle
	words      *Text
}

// CreateRenderer implements fyne.Widget.
func (d *dot) CreateRenderer() fyne.WidgetRenderer { return render(d) }

func (d *dot) parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.ring, d.core, d.words} }

func (d *dot) repaint() {
	fill(d.ring, ColorSurface)
	stroke(d.ring, theme.ColorNameInputBorder, 1)
	fill(d.core, theme.ColorNamePrimary)
	d.core.Hidden = !d.chosen()
	if d.chosen() {
		stroke(d.ring, theme.ColorNamePrimary, 1)
	}
	d.shade(d.ring)
	if d.ringed() {
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
