package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/widgets"
)

// TestPeopleByKeys goes to a person, sets a reminder, and to the application,
// without a pointer.
func TestPeopleByKeys(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 22)
	kestrel := d.met("Kestrel Health", "Zoe Brandt", 50)
	d.chord(fyne.Key4)
	d.says("people.title", "Dana Ruiz")
	if d.page != screen.PagePeople || d.text("nav.people") != "People" {
		t.Fatalf("Ctrl+4 opens %q, want people", d.page)
	}
	d.until("the list has the focus", func() bool { return d.focused() != "" })
	d.key(fyne.KeyDown)
	d.key(fyne.KeyDown)
	d.says("people.title", "Zoe Brandt")
	d.chord(fyne.KeyF)
	if got := d.focused(); got != "people.search" {
		t.Errorf("Ctrl+F goes to %q, want the search of the page", got)
	}
	d.types("acme")
	d.says("people.title", "Zoe Brandt") // who is shown stays until another is chosen
	d.listed("Dana Ruiz")
	d.key(fyne.KeyDown)
	d.until("the list has the focus", func() bool { return d.focused() != "people.search" })
	d.key(fyne.KeyDown)
	d.says("people.title", "Dana Ruiz")
	d.open(screen.Place{Page: screen.PageToday})
	d.open(screen.Place{Page: screen.PagePeople})
	d.tap("people.keep.90")
	d.toasted("90 days after your last contact")
	d.chord(fyne.KeyZ)
	d.until("no reminder any more", func() bool { n, _ := d.node("people.keep"); return n.Value == "Off" })
	d.chord(fyne.Key4)
	d.chord(fyne.KeyF)
	for range "acme" {
		d.key(fyne.KeyBackspace)
	}
	d.types("kestrel")
	d.listed("Zoe Brandt")
	d.key(fyne.KeyReturn)
	d.until("the list has the focus", func() bool { return d.focused() != "people.search" })
	d.key(fyne.KeyDown)
	d.says("people.title", "Zoe Brandt")
	d.tap("people.application:" + string(kestrel))
	d.says("detail.title", "Kestrel Health")
}

// listed waits until the list shows that one person alone.
func (d *drive) listed(name string) {
	d.Helper()
	d.until("only "+name+" in the list", func() bool {
		_, nodes := widgets.Nodes(d.win.Canvas())
		row := func(n widgets.Node) bool { return strings.HasPrefix(n.ID, "people.row:") }
		other := func(n widgets.Node) bool { return row(n) && (len(n.Text) == 0 || n.Text[0] != name) }
		return slices.ContainsFunc(nodes, row) && !slices.ContainsFunc(nodes, other)
	})
}

// person opens the first person of the page, wide or narrow.
func (d *drive) person() {
	d.Helper()
	d.chord(fyne.Key4)
	d.until("the list has the focus", func() bool { return strings.HasPrefix(d.focused(), "people.row:") })
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	d.says("people.title")
}
