package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
)

// TestCalendarByKeys goes from the keys of the window to a day, to what happens
// there, and to its application.
func TestCalendarByKeys(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 50)
	d.chord(fyne.Key5)
	d.until("the calendar with the focus on today", func() bool { return d.focused() == "calendar.day:2026-11-23" })
	if d.page != screen.PageCalendar {
		t.Fatalf("Ctrl+5 opens %q, want calendar", d.page)
	}
	d.key(fyne.KeyLeft)
	d.key(fyne.KeyLeft)
	d.says("calendar.entry:0", "Acme Robotics", "Interview with Dana")
	d.key(fyne.KeyReturn)
	d.until("the focus on the first of two things", func() bool { return d.focused() == "calendar.entry:0" })
	d.key(fyne.KeyReturn)
	d.until("the application", func() bool { return d.page == screen.PageInterviews })
	d.says("detail.title", "Acme Robotics")
	d.chord(fyne.Key5)
	d.key(fyne.KeyPageDown)
	d.says("calendar.title", "December 2026")
	d.key(fyne.KeyHome)
	d.says("calendar.title", "November 2026")
	d.types("a")
	d.says("calendar.title", "What comes")
	d.key(fyne.KeyF1)
	d.says("shortcuts.calendar.keys", "Ctrl+5")
}
