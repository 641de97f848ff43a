package app_test

import "testing"

// TestSearchOpensItsPage: Ctrl+F leads into the search also when the page of the
// list was not open before, in the real window.
func TestSearchOpensItsPage(t *testing.T) {
	p := newProgram(t, "AFTERWORD_NOW=2026-11-23T14:00:00Z")
	p.command(nil, "add", "--company", "Acme Robotics", "--start", "2026-11-23T09:00", "--with", "Dana Ruiz")
	p.start()
	p.until("today", func(m windowMap) bool { return m.Page == "today" && m.has("today.title") })
	p.keys("ctrl+f")
	p.until("the search has the focus", func(m windowMap) bool { return m.Page == "interviews" && focusedOn(m, "list.search") })
}
