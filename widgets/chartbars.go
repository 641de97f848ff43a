package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
)

// The measures of lying bars.
const (
	barHeight = 20
	barGap    = 12 // between rows, and between label, bar and figure
	barLeast  = 120
)

// bars draws lying bars: the label at the left in at most two lines, or above
// the bar where there is little room, and the figure at the right.
func (s *sketch) bars(d *Drawing, width float32) {
	label, figure := s.face(RoleBody), s.face(RoleSecondary)
	n := len(d.Parts)
	left := min(label.widest(n, func(i int) string { return d.Parts[i].Label }), width*0.42)
	right := min(figure.widest(n, func(i int) string { return d.Parts[i].Figure }), width*0.34)
	above := width-left-right-2*barGap < barLeast
	x := left + barGap
	if above {
		x = 0
	}
	room := max(0, width-x-right-barGap)
	most := longest(d.Parts)
	for i, p := range d.Parts {
		if i > 0 {
			s.height += barGap
		}
		lines := s.label(p.Label, left, width, above)
		row := max(barHeight, s.lineHeight(RoleSecondary))
		if !above {
			row = max(row, lines)
			s.height -= lines
		}
		top := s.height + (row-barHeight)/2
		at := x
		if d.Kind == ChartFunnel {
			at += (room - room*float32(p.Value/most)) / 2
		}
		s.outline(x, top, room*float32(p.Of/most), barHeight)
		s.bar(at, top, room*float32(p.Value/most), barHeight, inkValue)
		s.words(width-right, s.height+(row-s.lineHeight(RoleSecondary))/2, right, RoleSecondary, fyne.TextAlignTrailing, p.Figure)
		s.height += row
	}
}

// label sets the label of a bar and returns its height, by which the sketch has
// grown: one line over the bar, or at most two beside it.
func (s *sketch) label(text string, left, width float32, above bool) float32 {
	h := s.lineHeight(RoleBody)
	f := s.face(RoleBody)
	lines := []string{f.cut(text, width)}
	if !above {
		lines = f.wrap(text, left)
		if len(lines) > 2 {
			lines = []string{lines[0], f.cut(strings.TrimSpace(text[len(lines[0]):]), left)}
		}
		width = left
	}
	tall := float32(len(lines)) * h
	down := max(0, barHeight-tall) / 2
	if above {
		down = 0
	}
	for i, l := range lines {
		s.words(0, s.height+down+float32(i)*h, width, RoleBody, fyne.TextAlignLeading, l)
	}
	s.height += tall
	return tall
}

// longest returns the largest value or whole, at least a little above nothing.
func longest(parts []Part) float64 {
	most := 1e-9
	for _, p := range parts {
		most = max(most, p.Value, p.Of)
	}
	return most
}
