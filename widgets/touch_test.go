package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// pointed is a widget that the pointer shows on, and the ground it shows by.
type pointed struct {
	w interface {
		desktop.Hoverable
		desktop.Mouseable
		repaint()
	}
	ground *canvas.Rectangle
}

// TestThePointerShows: over what can be tapped, and pressing it, the ground
// changes; it is as before when the pointer has gone, and at rest when disabled.
func TestThePointerShows(t *testing.T) {
	start(t, ModeLight)
	k := NewKit()
	button, tick := k.Button("b", "Save", nil), k.Check("c", "Remind me", nil)
	choice := k.Choice("d", "Show", []Option{{ID: "d.a", Label: "All"}}, nil)
	one := choice.objects[0].(*chip)
	primary := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	nav := k.NavItem("n", IconSun, "Today", nil)
	for name, c := range map[string]pointed{
		"button": {button, button.back}, "check": {tick, tick.square}, "chip": {one, one.back}, "navigation": {nav, nav.back},
	} {
		look := func() color.Color { c.w.repaint(); return c.ground.FillColor }
		rest := look()
		c.w.MouseIn(nil)
		over := look()
		c.w.MouseDown(primary)
		down := look()
		c.w.MouseOut()
		if gone := look(); over == rest || down == over || gone != rest {
			t.Errorf("%s: rest %v, over %v, pressed %v, gone %v", name, rest, over, down, gone)
		}
	}
	button.Disable()
	button.repaint()
	rest := button.back.FillColor
	button.MouseIn(nil)
	button.MouseDown(primary)
	if button.repaint(); button.back.FillColor != rest {
		t.Errorf("a disabled button: got %v under the pointer, want %v", button.back.FillColor, rest)
	}
}
