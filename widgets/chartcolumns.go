package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The measures of columns: the height of the highest, and the most room for one.
const plotHeight, slotMost = 132, 140

// columns draws standing columns on a line: the key above them, then the median
// in words, the figures over the columns, and the labels under them.
func (s *sketch) columns(d *Drawing, width float32) {
	s.key(d, width)
	markLine := s.height
	if d.Mark != nil {
		s.height += s.lineHeight(RoleCaption) + 4
	}
	slot := min(width/float32(len(d.Parts)), slotMost)
	plot := slot * float32(len(d.Parts))
	caption := s.lineHeight(RoleCaption)
	top := s.height + caption + 2
	ground := top + plotHeight
	most := longest(d.Parts)
	figures := s.figures(d.Parts, slot)
	wide := min(slot*0.72, 56)
	if d.Kind == ChartSpread {
		wide = slot - 3
	}
	for i, p := range d.Parts {
		x := slot*float32(i) + (slot-wide)/2
		whole, value := plotHeight*float32(p.Of/most), plotHeight*float32(p.Value/most)
		s.outline(x, ground-whole, wide, whole)
		s.bar(x, ground-value, wide, value, inkValue)
		s.words(slot*float32(i), ground-max(whole, value)-caption-2, slot, RoleCaption, fyne.TextAlignCenter, figures[i])
	}
	s.line(0, ground, plot, 1, ColorMuted)
	s.height = ground + 4
	s.labels(d.Parts, slot, plot)
	if d.Axis != "" {
		s.words(0, s.height, plot, RoleCaption, fyne.TextAlignCenter, d.Axis)
		s.height += caption
	}
	if m := d.Mark; m != nil {
		at := min(max(0, int(m.At)), len(d.Parts)-1)
		over := ground - plotHeight*float32(d.Parts[at].Value/most)
		s.mark(m, slot, width, markLine, over, ground)
	}
}

// figures returns what stands over the columns: in full where all have room,
// else in brief, else nothing. The map of the window has them in full.
func (s *sketch) figures(parts []Part, slot float32) []string {
	f := s.face(RoleCaption)
	for _, say := range []func(Part) string{
		func(p Part) string { return p.Figure },
		func(p Part) string { return p.Brief },
	} {
		var all []string
		for _, p := range parts {
			text := say(p)
			if p.Value == 0 && p.Of == 0 {
				text = ""
			}
			all = append(all, text)
		}
		if f.widest(len(all), func(i int) string { return all[i] }) <= slot-4 {
			return all
		}
	}
	return make([]string, len(parts))
}

// labels sets every label under its column, or every second, third … where they
// would touch.
func (s *sketch) labels(parts []Part, slot, width float32) {
	f := s.face(RoleCaption)
	need := f.widest(len(parts), func(i int) string { return parts[i].Label }) + 6
	step := 1
	for step < len(parts) && slot*float32(step) < need {
		step++
	}
	room := min(slot*float32(step), width)
	first := int(ceil((room - slot) / 2 / slot)) // further left a label would lie outside
	for i := first; i < len(parts); i += step {
		x := slot*float32(i) + (slot-room)/2
		if x+room > width+0.5 {
			break
		}
		s.words(x, s.height, room, RoleCaption, fyne.TextAlignCenter, parts[i].Label)
	}
	s.height += s.lineHeight(RoleCaption)
}

// key says what the inside and the outline of the columns are.
func (s *sketch) key(d *Drawing, width float32) {
	if d.Key[0] == "" {
		return
	}
	const side, gap = 12, 6
	f, h := s.face(RoleCaption), s.lineHeight(RoleCaption)
	var x float32
	for i, text := range d.Key {
		w := min(ceil(f.width(text))+2, width-side-gap)
		if x > 0 && x+side+gap+w > width {
			x = 0
			s.height += h + 4
		}
		y := s.height + (h-side)/2
		if i == 0 {
			s.bar(x, y, side, side, inkValue)
		} else {
			s.outline(x, y, side, side)
		}
		s.words(x+side+gap, s.height, w, RoleCaption, fyne.TextAlignLeading, text)
		x += side + gap + w + 20
	}
	s.height += h + 8
}

// mark draws the line of the median through its column, which begins at over,
// and around the figure that stands there; its words are above all.
func (s *sketch) mark(m *ChartMark, slot, width, top, over, ground float32) {
	x := min(max(0, slot*float32(m.At)), width)
	h := s.lineHeight(RoleCaption)
	if free := over - h - 4 - top - h; free > 4 {
		s.line(x-1, top+h, 2, free, inkMark)
	}
	s.line(x-2, over, 4, ground-over, s.ground)
	s.line(x-1, over, 2, ground-over, inkMark)
	w := min(ceil(s.face(RoleCaption).width(m.Label))+2, width)
	s.words(min(max(0, x-w/2), width-w), top, w, RoleCaption, fyne.TextAlignCenter, m.Label)
}

// line sets a straight line as a rectangle, which looks alike at every scale.
func (s *sketch) line(x, y, w, h float32, ink fyne.ThemeColorName) {
	if h <= 0 {
		return
	}
	r := &canvas.Rectangle{FillColor: s.ink(ink)}
	put(r, x, y, w, h)
	s.objects = append(s.objects, r)
}
