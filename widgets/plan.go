package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// A StepState is how a step of a plan stands.
type StepState int

// The states and their marks on the rail.
const (
	StepPlanned StepState = iota // hollow dot
	StepNow                      // filled dot, bold
	StepDone                     // check
	StepStruck                   // struck dot: skipped or let go
	StepPaused                   // two bars: on hold
)

// A Step is the content of one PlanStep.
type Step struct {
	State            StepState
	Title, Date, Why string
	Pinned           bool // the user chose the date: a pin beside it
	Last             bool // no rail below it
}

// A PlanStep is one step of a plan on its rail. Enter, Shift+F10, the menu key,
// a secondary tap and a tap on the date open its menu.
type PlanStep struct {
	control
	step       Step
	menu       func(at fyne.CanvasObject)
	ring, rail *canvas.Rectangle
	dot        *canvas.Circle
	slash      *canvas.Line
	mark       *canvas.Image
	title, why *Text
	date       *dateTap
}

// PlanStep returns a step; the map names also its date (id.date) and its reason
// (id.reason). Menu gets the object to open beside.
func (k *Kit) PlanStep(id string, step Step, menu func(at fyne.CanvasObject)) *PlanStep {
	p := &PlanStep{menu: menu, ring: box(8), rail: box(1), dot: &canvas.Circle{}, slash: &canvas.Line{}, mark: newIcon()}
	p.title = NewText(RoleBody, "").OneLine()
	p.why = k.Text(id+".reason", RoleSecondary, "")
	p.date = &dateTap{step: p, back: box(6), pin: newIcon(), words: NewText(RoleSecondary, "").OneLine().Align(fyne.TextAlignTrailing)}
	p.date.kit, p.date.id = k, id+".date"
	p.date.ExtendBaseWidget(p.date)
	p.begin(k, id, p, func() { p.open(p) })
	p.before = p.ownKey
	p.Set(step)
	return p
}

// Set changes what the step shows.
func (p *PlanStep) Set(step Step) {
	p.step = step
	ink, style := ColorMuted, fyne.TextStyle{Bold: step.State == StepNow}
	if step.State == StepNow || step.State == StepPlanned {
		ink = theme.ColorNameForeground
	}
	p.title.set(step.Title, ink, style)
	if step.State != StepNow {
		ink = ColorMuted
	}
	p.date.words.set(step.Date, ink, style)
	p.why.SetText(step.Why)
	p.why.Hidden = step.Why == ""
	p.Refresh()
}

func (p *PlanStep) open(at fyne.CanvasObject) {
	if p.menu != nil {
		p.menu(at)
	}
}

func (p *PlanStep) ownKey(k KeyPress) bool {
	if k.Name == desktop.KeyMenu || k.Name == fyne.KeyF10 && k.Mods == fyne.KeyModifierShift {
		p.open(p)
		return true
	}
	return false
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *PlanStep) TappedSecondary(*fyne.PointEvent) { p.open(p) }

// Tapped implements fyne.Tappable; a plain tap on a step does nothing.
func (p *PlanStep) Tapped(*fyne.PointEvent) {}

// CreateRenderer implements fyne.Widget.
func (p *PlanStep) CreateRenderer() fyne.WidgetRenderer { return render(p) }

// Describe implements Described; the value is the state in one word, and
// "pinned" where the user chose the date.
func (p *PlanStep) Describe() Node {
	word := [...]string{"planned", "now", "done", "struck", "paused"}[p.step.State]
	if p.step.Pinned {
		word += ", pinned"
	}
	return Node{ID: p.id, Role: roleRow, Text: []string{p.step.Title, p.step.Date, p.step.Why}, Value: word}
}

func (p *PlanStep) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.ring, p.rail, p.dot, p.slash, p.mark, p.title, p.date, p.why}
}

func (p *PlanStep) repaint() {
	stroke(p.ring, "", 0)
	if p.focused {
		stroke(p.ring, theme.ColorNamePrimary, 2)
	}
	fill(p.rail, ColorHairline)
	p.rail.Hidden = p.step.Last
	s := p.step.State
	p.dot.Hidden = s == StepDone || s == StepPaused
	p.slash.Hidden = s != StepStruck
	p.slash.StrokeColor, p.slash.StrokeWidth = paint(ColorMuted), 2
	p.dot.FillColor, p.dot.StrokeColor, p.dot.StrokeWidth = nil, paint(ColorMuted), 2
	if s == StepNow {
		p.dot.FillColor, p.dot.StrokeWidth = paint(theme.ColorNamePrimary), 0
	}
	icon := IconName("")
	switch s {
	case StepDone:
		icon = IconCheck
	case StepPaused:
		icon = IconPause
	}
	setIcon(p.mark, icon, ColorMuted)
	icon = ""
	if p.step.Pinned {
		icon = IconPin
	}
	setIcon(p.date.pin, icon, ColorMuted)
}

// The step's measures: rail and dot at the left, the words beside them.
const planLeft, planGap, planDot, planAfter = 32, 12, 10, 12

// after is the room below the step, up to the next one.
func (p *PlanStep) after() float32 {
	if p.step.Last {
		return 0
	}
	return planAfter
}

func (p *PlanStep) heightFor(width float32) float32 {
	h := p.title.lineHeight() + p.after()
	if p.stacked(width) {
		h += 1 + p.date.minSize().Height
	}
	if p.why.Visible() {
		h += 2 + p.why.heightFor(width-planLeft)
	}
	return h
}

// stacked reports whether the date stands under the words: where both would be cut.
func (p *PlanStep) stacked(width float32) bool {
	words, date := width-planLeft, p.date.minSize().Width
	return width > 0 && date > words/4 && p.title.wantedWidth()+planGap+date > words
}

func (p *PlanStep) minSize() fyne.Size { return fyne.NewSize(160, p.heightFor(p.Size().Width)) }

func (p *PlanStep) layout(size fyne.Size) {
	put(p.ring, -6, -5, size.Width+12, size.Height-p.after()+10)
	line := p.title.lineHeight()
	cx, cy := float32(9), round(line/2)
	put(p.dot, cx-planDot/2, cy-planDot/2, planDot, planDot)
	p.slash.Position1, p.slash.Position2 = fyne.NewPos(cx-6, cy+6), fyne.NewPos(cx+6, cy-6)
	put(p.mark, cx-8, cy-8, 16, 16)
	put(p.rail, cx-1, cy+9, 2, max(0, size.Height-18))
	w := size.Width - planLeft
	date := p.date.minSize()
	if dw := min(date.Width, w/2); !p.stacked(size.Width) {
		put(p.title, planLeft, 0, max(0, w-dw-planGap), line)
		put(p.date, size.Width-dw, 0, dw, line)
	} else {
		put(p.title, planLeft, 0, w, line)
		put(p.date, planLeft, line+1, min(date.Width, w), date.Height)
		line += 1 + date.Height
	}
	put(p.why, planLeft, line+2, w, p.why.heightFor(w))
}

// dateTap is the date at a step's right, which a tap can change.
type dateTap struct {
	base
	touch
	step  *PlanStep
	back  *canvas.Rectangle
	pin   *canvas.Image // shown when the user chose the date
	words *Text
}

// Tapped implements fyne.Tappable.
func (d *dateTap) Tapped(*fyne.PointEvent) { d.step.open(d) }

// Cursor implements desktop.Cursorable.
func (d *dateTap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (d *dateTap) CreateRenderer() fyne.WidgetRenderer { return render(d) }

// Describe implements Described.
func (d *dateTap) Describe() Node {
	return Node{ID: d.id, Role: roleButton, Text: []string{d.words.text}}
}

func (d *dateTap) parts() []fyne.CanvasObject { return []fyne.CanvasObject{d.back, d.pin, d.words} }

// MouseIn implements desktop.Hoverable.
func (d *dateTap) MouseIn(*desktop.MouseEvent) { d.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (d *dateTap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (d *dateTap) MouseOut() { d.hover(false) }

func (d *dateTap) hover(on bool) {
	d.touch.hover(on)
	d.Refresh()
}

func (d *dateTap) repaint() {
	fill(d.back, "")
	d.shade(d.back)
}

// pinWidth is the pin with the gap to the date.
const pinWidth = 18

func (d *dateTap) left() float32 {
	if d.step.step.Pinned {
		return pinWidth
	}
	return 0
}

func (d *dateTap) minSize() fyne.Size {
	return fyne.NewSize(d.left()+d.words.wantedWidth(), d.words.lineHeight())
}

func (d *dateTap) layout(size fyne.Size) {
	put(d.back, -6, -3, size.Width+12, size.Height+6)
	put(d.pin, 0, (size.Height-14)/2, 14, 14)
	middle(d.words, d.left(), size.Width-d.left(), size.Height)
}
