package app

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/screen"
	"afterword/data"
)

// lines returns what the palette shows, name and what stands beside it.
func (d *drive) lines() []string {
	var all []string
	for i := 0; ; i++ {
		n, there := d.node("palette.item:" + strconv.Itoa(i))
		if !there {
			return all
		}
		all = append(all, strings.Join(n.Text, " | "))
	}
}

// palette opens the palette and waits for what is read.
func (d *drive) palette() {
	d.Helper()
	d.chord(fyne.KeyK)
	d.until("the palette", func() bool { return d.modal() == "palette" && d.focused() == "palette.entry" })
	d.rest()
}

func TestPaletteShowsTenWithTheirKeys(t *testing.T) {
	d := newDrive(t)
	d.met("Acme Robotics", "Dana Ruiz", 22)
	d.palette()
	got := d.lines()
	if len(got) != 10 || got[0] != "Add an interview | Ctrl+N" {
		t.Errorf("got %q, want ten lines from Add an interview, with its key", got)
	}
	d.types("zzz")
	if got := d.lines(); len(got) != 0 || !strings.Contains(d.text("palette.empty"), "zzz") {
		t.Errorf("got %q and %q, want no line and a sentence that names zzz", got, d.text("palette.empty"))
	}
	d.key(fyne.KeyReturn) // nothing to choose
	d.key(fyne.KeyEscape)
	if d.modal() != "" {
		t.Errorf("Esc leaves sheet %q, want none", d.modal())
	}
}

func TestPaletteGoesToCompaniesAndPeople(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dána Ruiz", 22)
	kestrel := d.met("Kestrel Health", "Ruth Adeyemi", 20)
	for _, c := range []struct {
		typed, first string
		want         data.ID
	}{
		{"ksth", "Kestrel Health | Product designer", kestrel},
		{"dana", "Dána Ruiz | Acme Robotics", acme},
		{"ADEY", "Ruth Adeyemi | Kestrel Health", kestrel},
	} {
		d.palette()
		d.types(c.typed)
		if got := d.lines(); len(got) == 0 || got[0] != c.first {
			t.Fatalf("%q finds %q, want %q first", c.typed, got, c.first)
		}
		d.key(fyne.KeyReturn)
		if d.page != screen.PageInterviews || d.selected != c.want || d.modal() != "" {
			t.Errorf("%q and Enter: page %s, selected %s, sheet %q, want application %s", c.typed, d.page, d.selected, d.modal(), c.want)
		}
	}
	d.rest()
	d.palette()
	want := []string{"Ruth Adeyemi | Kestrel Health", "Dána Ruiz | Acme Robotics", "Kestrel Health | Product designer"}
	if got := d.lines(); len(got) < 3 || !slices.Equal(got[:3], want) {
		t.Errorf("the recent are %q, want %q first", got, want)
	}
}

func TestPaletteDoesCommands(t *testing.T) {
	d := newDrive(t)
	acme := d.met("Acme Robotics", "Dana Ruiz", 22)
	d.choose(acme)
	d.chord(fyne.KeyComma)
	d.palette()
	d.types("mark sent")
	if got := d.lines(); len(got) == 0 || got[0] != "Mark as sent: Acme Robotics | Ctrl+M, S" {
		t.Fatalf("got %q, want Mark as sent: Acme Robotics first", got)
	}
	d.key(fyne.KeyDown)
	d.key(fyne.KeyUp)
	d.key(fyne.KeyReturn)
	d.until("the note is marked as sent", func() bool { return d.badge(acme) == data.BadgeWaiting })
	if d.page != screen.PageInterviews {
		t.Errorf("page is %s, want the application that was acted on", d.page)
	}
	d.palette()
	d.types("sett")
	d.tap("palette.item:0")
	if d.page != screen.PageSettings {
		t.Errorf("a tap on Settings opens %s", d.page)
	}
}

func TestEveryCommandIsInTheSheetOfKeys(t *testing.T) {
	d := newDrive(t)
	d.key(fyne.KeyF1)
	d.until("the sheet of keys", func() bool { return d.modal() == "shortcuts" })
	all := append(d.commands(), d.applied()...)
	seen := map[string]bool{}
	for _, c := range all {
		if c.keys == "" || c.name == "" || seen[c.id] {
			t.Errorf("command %q %q with keys %q: want a name, keys, and an id of its own", c.id, c.name, c.keys)
		}
		seen[c.id] = true
		if name, keys := d.text("shortcuts."+c.id), d.text("shortcuts."+c.id+".keys"); name != c.name || keys != c.keys {
			t.Errorf("the sheet says %q for %q, want %q for %q", keys, name, c.keys, c.name)
		}
	}
	for id, want := range map[string]string{
		"add": "Ctrl+N", "search": "Ctrl+F, /", "palette": "Ctrl+K", "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "letter": "Ctrl+L, D",
		"sent": "Ctrl+M, S", "check": "F5", "keys": "F1, ?", "settings": "Ctrl+,", "quit": "Ctrl+Q", "move": "J K ↑ ↓", "later": "L",
		"said": "T", "edit": "E", "back": "Esc", "save": "Ctrl+Enter", "today": "Ctrl+1", "interviews": "Ctrl+2", "mail": "Ctrl+3", "open": "Enter",
	} {
		if got := d.text("shortcuts." + id + ".keys"); got != want {
			t.Errorf("the keys of %s are %q, want %q", id, got, want)
		}
	}
	d.tap("shortcuts.close")
	if d.modal() != "" {
		t.Error("the sheet of keys stays after Close")
	}
}

func TestFindOrder(t *testing.T) {
	aims := []aim{
		newAim("command:mail", "Mail to sort", "Ctrl+3", nil), newAim("application:1", "Mayer & Sons", "Actor", nil),
		newAim("person:2", "Ana Müller", "Mayer & Sons", nil), newAim("application:3", "Mango", "", nil),
	}
	for _, c := range []struct {
		sought string
		recent []string
		want   string
	}{
		{"", nil, "command:mail application:1 person:2 application:3"},
		{" ", []string{"application:3", "person:2"}, "application:3 person:2 command:mail application:1"},
		{"muller", nil, "person:2"},
		{"MÜ", nil, "person:2"},
		{"mayer", nil, "application:1 person:2"},
		{"mayer", []string{"person:2"}, "application:1 person:2"},
		{"actor", nil, "application:1"},
		{"x", nil, ""},
	} {
		var got []string
		for _, a := range find(aims, c.recent, c.sought) {
			got = append(got, a.id)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("find %q after %q = %q, want %q", c.sought, c.recent, got, c.want)
		}
	}
	begun := find([]aim{newAim("person:1", "Maya Chen", "", nil), newAim("application:2", "New Acorn", "", nil), newAim("application:3", "Acme Robotics", "", nil)}, nil, "ac")
	if len(begun) != 3 || begun[0].id != "application:3" || begun[1].id != "application:2" {
		t.Errorf("ac finds %+v, want what begins with it, then what has such a word", begun)
	}
	if got := newest([]string{"a", "b", "c"}, "b"); !slices.Equal(got, []string{"b", "a", "c"}) {
		t.Errorf("newest = %q, want b a c", got)
	}
	many := strings.Split("a b c d e f g h i j", " ")
	if got := newest(many, "k"); len(got) != 10 || got[0] != "k" || got[9] != "i" {
		t.Errorf("newest = %q, want ten from k to i", got)
	}
}
