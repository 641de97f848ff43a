package widgets

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// place is one object of the live tree and where it stands on the canvas.
type place struct {
	object fyne.CanvasObject
	pos    fyne.Position
	scroll *place // the nearest scroll area around it
	parent string // the nearest named object around it
	told   bool   // something around it says its words
}

// walk visits all that is visible, in Fyne's own order of Tab (object order).
func walk(p place, visit func(*place)) {
	if p.object == nil || !p.object.Visible() {
		return
	}
	visit(&p)
	inside := place{scroll: p.scroll, parent: p.parent, told: p.told}
	switch o := p.object.(type) {
	case *Entry:
		inside.told = true // the field says its label
	case Described:
		n := o.Describe()
		if n.ID != "" && (n.Role != "" || p.parent == "") { // what has no role is not in the map itself
			inside.parent = n.ID
		}
		inside.told = p.told || n.ID != "" && n.Role != "" && n.Role != roleSheet
	}
	if _, ok := p.object.(*container.Scroll); ok {
		inside.scroll = &p
	}
	for _, o := range children(p.object) {
		inside.object, inside.pos = o, p.pos.Add(o.Position())
		walk(inside, visit)
	}
}

// children returns the objects inside an object, in Fyne's order. Stock widgets
// other than these are leaves: Unregistered reports those we cannot see into.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case drawn:
		return o.parts()
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	}
	return nil
}

// root returns what the person can use now: the topmost overlay, else the content.
func root(c fyne.Canvas) place {
	o := c.Overlays().Top()
	if o == nil {
		o = c.Content()
	}
	if o == nil {
		return place{}
	}
	return place{object: o, pos: o.Position()}
}

// standIn is a focusable whose focus shows on another node, as a list's does on
// its current row.
type standIn interface{ current() string }

func focusable(o fyne.CanvasObject) (fyne.Focusable, bool) {
	f, ok := o.(fyne.Focusable)
	if d, is := o.(fyne.Disableable); is && d.Disabled() {
		return nil, false
	}
	return f, ok
}

// Named returns the control of that name which a person can reach now, nil for
// none.
func Named(c fyne.Canvas, id string) (found fyne.Focusable) {
	walk(root(c), func(p *place) {
		named, ok := p.object.(interface{ ID() string })
		if !ok || id == "" || named.ID() != id {
			return
		}
		if f, ok := focusable(p.object); ok {
			found = f
		}
	})
	return found
}

// Nodes returns the id of the topmost sheet, if any, and the nodes on screen.
func Nodes(c fyne.Canvas) (modal string, nodes []Node) {
	nodes = []Node{}
	scale, order := c.Scale(), 0
	stops := map[string]int{}
	var focus string
	var names unnamed
	walk(root(c), func(p *place) {
		var id string
		if d, ok := p.object.(Described); ok {
			n := d.Describe()
			id = n.ID
			if s, is := p.object.(*Sheet); is {
				if names.title = s.title; modal == "" {
					modal = id
				}
			}
			if t, is := p.object.(*Text); is && id == "" {
				n.ID = names.name(p, t)
			}
			if n.ID != "" && n.Role != "" && !p.outOfSight(n.Role) {
				nodes = append(nodes, p.finish(n, scale))
			}
		}
		if f, ok := focusable(p.object); ok {
			order++
			if s, is := p.object.(standIn); is {
				id = s.current()
			}
			stops[id] = order
			if c.Focused() == f {
				focus = id
			}
		}
	})
	for i, n := range nodes {
		nodes[i].FocusOrder = stops[n.ID]
		nodes[i].Focused = focus != "" && n.ID == focus
	}
	return modal, nodes
}

// unnamed gives the texts that stand on their own, such as the lines of a card, a
// name by their place, so that the map says all that is on screen.
type unnamed struct {
	title *Text // the sheet says it
	given map[string]int
}

func (u *unnamed) name(p *place, t *Text) string {
	if p.told || t == u.title || t.text == "" || t.Size().Height <= 0 {
		return ""
	}
	if u.given == nil {
		u.given = make(map[string]int)
	}
	n := u.given[p.parent]
	u.given[p.parent]++
	return strings.TrimPrefix(p.parent+".text:"+strconv.Itoa(n), ".")
}

// finish adds what the tree knows to what the control says.
func (p *place) finish(n Node, scale float32) Node {
	size := p.object.Size()
	n.X, n.Y = pixels(p.pos.X, scale), pixels(p.pos.Y, scale)
	n.W, n.H = pixels(size.Width, scale), pixels(size.Height, scale)
	n.Visible, n.Clipped, n.Parent, n.Enabled = true, p.clipped(), p.parent, true
	if d, ok := p.object.(fyne.Disableable); ok {
		n.Enabled = !d.Disabled()
	}
	if n.Text == nil {
		n.Text = []string{}
	}
	return n
}

// clipped tells whether any part lies outside a scroll area around it.
func (p *place) clipped() bool {
	size := p.object.Size()
	for s := p.scroll; s != nil; s = s.scroll {
		area := s.object.Size()
		if p.pos.X < s.pos.X || p.pos.Y < s.pos.Y ||
			p.pos.X+size.Width > s.pos.X+area.Width || p.pos.Y+size.Height > s.pos.Y+area.Height {
			return true
		}
	}
	return false
}

// outOfSight tells whether a row lies wholly above or below its list.
func (p *place) outOfSight(role string) bool {
	if role != roleRow || p.scroll == nil {
		return false
	}
	if _, pooled := p.object.(*rowView); !pooled {
		return false
	}
	top, s := p.pos.Y-p.scroll.pos.Y, p.scroll.object.Size().Height
	return top >= s || top+p.object.Size().Height <= 0
}

// reachable tells whether a control is in the tree a person can use now.
func reachable(c fyne.Canvas, f fyne.Focusable) bool {
	found := false
	walk(root(c), func(p *place) { found = found || p.object == f.(fyne.CanvasObject) })
	return found
}

// inSight tells whether an object is shown on a canvas, also under a sheet.
func inSight(c fyne.Canvas, o fyne.CanvasObject) (found bool) {
	for _, from := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
		walk(place{object: from}, func(p *place) { found = found || p.object == o })
	}
	return found
}

// Unregistered returns what a person can tap or focus and the map does not
// name, names that are used twice, and widgets the map cannot see into.
func Unregistered(w fyne.Window) []string {
	var out []string
	seen := map[string]bool{}
	walk(root(w.Canvas()), func(p *place) {
		var id string
		if d, ok := p.object.(Described); ok {
			id = d.Describe().ID
		}
		if id != "" && seen[id] {
			out = append(out, fmt.Sprintf("%s: named twice", id))
		}
		seen[id] = true
		_, tap := p.object.(fyne.Tappable)
		_, focus := p.object.(fyne.Focusable)
		switch {
		case id == "" && (tap || focus):
			out = append(out, fmt.Sprintf("%T at %v in %q: not in the map", p.object, p.pos, p.parent))
		case unseen(p.object):
			out = append(out, fmt.Sprintf("%T at %v in %q: the map cannot see into it", p.object, p.pos, p.parent))
		}
	})
	return out
}

func unseen(o fyne.CanvasObject) bool {
	switch o.(type) {
	case drawn, *container.Scroll, *container.ThemeOverride, *widget.Separator, *field, *canvas.Image:
		return false
	}
	_, is := o.(fyne.Widget)
	return is
}
