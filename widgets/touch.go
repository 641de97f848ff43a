package widgets

import (
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// touch is how the pointer stands to something that is tapped: over it, and with
// its button down.
type touch struct{ hovered, pressed bool }

// shade darkens a ground, or lightens it in the dark, as the pointer stands.
func (t touch) shade(ground *canvas.Rectangle) {
	switch {
	case t.pressed:
		ground.FillColor = over(ground.FillColor, paint(theme.ColorNamePressed))
	case t.hovered:
		ground.FillColor = over(ground.FillColor, paint(theme.ColorNameHover))
	}
}

// press notes that a button of the pointer went down, or up again.
func (t *touch) press(e *desktop.MouseEvent, down bool) {
	t.pressed = down && e.Button == desktop.MouseButtonPrimary
}

// hover notes that the pointer came, or went with what it pressed.
func (t *touch) hover(on bool) { t.hovered, t.pressed = on, on && t.pressed }
