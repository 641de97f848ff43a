package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// control is what every focusable widget of ours embeds but the text field:
// focus, hover, disabling, and the way of keys. It never keeps Tab.
type control struct {
	base
	touch
	self              fyne.CanvasObject
	focused, disabled bool
	act               func() // Space, Enter, tap
	before            Router // the control's own keys, before the program's
	noticed           func(on bool)
}

// begin ties the control to its kit, its name and its outer widget.
func (c *control) begin(kit *Kit, id string, self fyne.Widget, act func()) {
	c.kit, c.id, c.self, c.act = kit, id, self, act
	c.ExtendBaseWidget(self)
}

func (c *control) do() {
	if c.act != nil && !c.disabled {
		c.act()
	}
}

// Tapped implements fyne.Tappable.
func (c *control) Tapped(*fyne.PointEvent) { c.do() }

// FocusGained implements fyne.Focusable and brings the control into sight.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	Reveal(c.self.(fyne.Focusable))
	c.notice(true)
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
	c.notice(false)
}

// notice tells that a person came to the control or left it, by key or pointer.
func (c *control) notice(on bool) {
	if c.noticed != nil {
		c.noticed(on)
	}
}

// TypedRune implements fyne.Focusable: single letters belong to the program.
func (c *control) TypedRune(r rune) {
	p := KeyPress{Rune: r}
	if c.before != nil && c.before(p) {
		return
	}
	c.kit.Keys.Press(p)
}

// TypedKey implements fyne.Focusable.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	p := KeyPress{Name: e.Name, Mods: heldKeys()}
	if c.before != nil && c.before(p) {
		return
	}
	if c.kit.Keys.offerKey(e.Name, false) {
		return
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.do()
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (c *control) TypedShortcut(s fyne.Shortcut) { c.kit.Keys.offerShortcut(s, false) }

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() { c.hover(false) }

// MouseDown implements desktop.Mouseable.
func (c *control) MouseDown(e *desktop.MouseEvent) { c.press(e, !c.disabled) }

// MouseUp implements desktop.Mouseable.
func (c *control) MouseUp(e *desktop.MouseEvent) { c.press(e, false) }

func (c *control) press(e *desktop.MouseEvent, down bool) {
	c.touch.press(e, down)
	c.Refresh()
}

func (c *control) hover(on bool) {
	c.touch.hover(on)
	c.Refresh()
	c.notice(on || c.focused)
}

// Enable implements fyne.Disableable.
func (c *control) Enable() { c.able(false) }

// Disable implements fyne.Disableable: no tap, no key, no Tab stop.
func (c *control) Disable() { c.able(true) }

func (c *control) able(disabled bool) {
	if c.disabled != disabled {
		c.disabled = disabled
		c.Refresh()
	}
}

// Disabled implements fyne.Disableable.
func (c *control) Disabled() bool { return c.disabled }
