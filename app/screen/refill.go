package screen

import (
	"fyne.io/fyne/v2"

	"afterword/widgets"
)

// refill makes a page's controls anew and leaves the focus on the control of the
// same name; when there is none any more, on first, which may be nil.
func (h *Host) refill(fill func(), first fyne.Focusable) {
	c := h.Window().Canvas()
	was := c.Focused()
	named, ok := was.(interface{ ID() string })
	inside := ok && widgets.Named(c, named.ID()) == was
	fill()
	if !inside {
		return
	}
	switch now := widgets.Named(c, named.ID()); {
	case now == was:
	case now != nil:
		h.Focus(now)
	case first != nil:
		h.Focus(first)
	default:
		c.Unfocus()
	}
}
