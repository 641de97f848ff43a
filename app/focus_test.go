package app

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/data"
	"afterword/widgets"
)

// inSight fails unless the focus is on a control that is wholly on screen.
func (d *drive) inSight(where string) {
	d.Helper()
	d.rest()
	_, nodes := widgets.Nodes(d.win.Canvas())
	for _, n := range nodes {
		if n.Focused {
			if size := d.win.Canvas().Size(); n.Clipped || n.Y+n.H > int(size.Height) {
				d.Errorf("%s: the focus is on %s at %d, %d by %d, in a window of %v: want it in sight", where, n.ID, n.Y, n.W, n.H, size)
			}
			return
		}
	}
	d.Errorf("%s: nothing has the focus", where)
}

// TestFocusOfAnOpenedPage is on a control that is in sight, in every size, with a
// mailbox and without.
func TestFocusOfAnOpenedPage(t *testing.T) {
	for _, connected := range []bool{false, true} {
		for _, size := range []fyne.Size{fyne.NewSize(1200, 800), fyne.NewSize(800, 600), fyne.NewSize(widgets.MinWidth, widgets.MinHeight)} {
			name := strings.Join([]string{strconv.FormatBool(connected), strconv.Itoa(int(size.Width))}, " ")
			t.Run(name, func(t *testing.T) {
				d, _ := withExamples(t)
				if connected {
					d.connected()
				}
				d.win.Resize(size)
				for round := range 2 {
					for key, page := range map[fyne.KeyName]string{fyne.KeyComma: "settings", fyne.Key3: "mail"} {
						d.chord(key)
						d.inSight(page + ", opened " + strconv.Itoa(round))
						if got := d.focused(); page == "mail" && (!strings.HasPrefix(got, "mail.sorted:") || d.text("mail.title") == "") {
							t.Errorf("mail to sort begins at %s, want the first line of what was sorted, below its title", got)
						}
					}
				}
				d.chord(fyne.KeyComma)
				d.tap("settings.timing")
				d.chord(fyne.Key1)
				d.chord(fyne.KeyComma)
				d.inSight("settings, another section")
			})
		}
	}
}

// connected stores a mailbox without a server.
func (d *drive) connected() {
	d.Helper()
	if _, err := d.desk.ConnectMailbox(d.Context(), data.Mailbox{Email: "robin@example.org", Host: "127.0.0.1", Port: 1, Security: data.SecurityNone, User: "robin"}); err != nil {
		d.Fatal(err)
	}
}
