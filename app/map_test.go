package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/demo"
	"afterword/app/desk"
	"afterword/app/profile"
	"afterword/app/screen"
	"afterword/widgets"
)

// withExamples opens the window on a home full of examples, with the map on.
func withExamples(t *testing.T) (d *drive, mapFile string) {
	t.Helper()
	dir := t.TempDir()
	mapFile = filepath.Join(dir, "map.json")
	p, err := profile.New(profile.Flags{
		Home: filepath.Join(dir, "home"), Now: "2026-11-23T14:00:00Z", Clock: "still", TZ: "Europe/Berlin", UIMap: mapFile,
	})
	if err != nil {
		t.Fatal(err)
	}
	d = openDrive(t, p)
	if err := demo.Fill(d.Context(), d.desk); err != nil {
		t.Fatal(err)
	}
	d.receives("Maya Chen <maya.chen@brightwater.example>", "r@brightwater.example", kind)
	d.until("today", func() bool { return d.page == screen.PageToday && d.text("today.card:2.title") != "" })
	return d, mapFile
}

// TestEverythingTappableIsInTheMap goes through every page and sheet, wide and
// narrow.
func TestEverythingTappableIsInTheMap(t *testing.T) {
	d, _ := withExamples(t)
	rows, err := d.desk.List(t.Context(), desk.Filter{})
	if err != nil || len(rows) == 0 {
		t.Fatal(rows, err)
	}
	chosen := func(letter string) func() {
		return func() { d.choose(rows[0].ID); d.types(letter) }
	}
	places := map[string]struct {
		open  func()
		shows string
	}{
		"today":      {func() { d.chord(fyne.Key1) }, "today.card:0.primary"},
		"interviews": {func() { d.chord(fyne.Key2) }, "list.add"},
		"detail":     {chosen(""), "detail.badge"},
		"mail":       {func() { d.chord(fyne.Key3) }, "mail.title"},
		"people":     {func() { d.chord(fyne.Key4) }, "people.search"},
		"calendar":   {func() { d.chord(fyne.Key5); d.types("m") }, "calendar.day:2026-11-24"},
		"agenda":     {func() { d.chord(fyne.Key5); d.types("a") }, "calendar.entry:0"},
		"save":       {func() { d.chord(fyne.Key5); d.tap("calendar.save") }, "save.path"},
		"contact":    {func() { d.person(); d.types("e") }, "contact.save"},
		"settings":   {func() { d.chord(fyne.KeyComma) }, "mailbox.email"},
		"welcome":    {func() { d.open(screen.Place{Page: screen.PageWelcome}) }, "welcome.add"},
		"letter":     {func() { d.chord(fyne.Key1); d.rest(); d.types("d") }, "letter.body"},
		"add":        {func() { d.chord(fyne.KeyN) }, "add.company"},
		"palette":    {func() { d.chord(fyne.KeyK) }, "palette.item:0"},
		"keys":       {func() { d.key(fyne.KeyF1) }, "shortcuts.close"},
		"said":       {chosen("t"), "said.save"},
		"edit":       {chosen("e"), "edit.save"},
		"later":      {func() { d.chord(fyne.Key1); d.rest(); d.types("l") }, "later.week"},
	}
	for _, size := range []fyne.Size{fyne.NewSize(1200, 800), fyne.NewSize(widgets.MinWidth, widgets.MinHeight)} {
		d.win.Resize(size)
		for name, place := range places {
			place.open()
			d.says(place.shows)
			d.rest()
			if left := widgets.Unregistered(d.win); len(left) > 0 {
				t.Errorf("%s at %v: not in the map: %q", name, size, left)
			}
			for d.modal() != "" {
				d.kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
			}
			if d.page == screen.PageLetter {
				d.win.Canvas().Unfocus()
			}
		}
	}
}

// reMapID is the shape of an id: language-free, lower case, dotted, with the
// number or key of what it stands for after a colon.
var reMapID = regexp.MustCompile(`^[a-z]+(\.[a-z_]+)*(:[^.]+)?(\.[a-z_]+)*$`)

// TestMapFile holds the file to its schema (contract.md): every field, no other.
func TestMapFile(t *testing.T) {
	d, file := withExamples(t)
	d.chord(fyne.Key2)
	var m struct {
		Schema, Page, Selected, Modal string
		Rev                           int
		Ready, Busy                   bool
		Window                        struct {
			W, H    int
			Title   string
			Focused bool
		}
		Scale float64
		Now   string
		Nodes []widgets.Node
	}
	read := func() bool {
		raw, err := os.ReadFile(file)
		if err != nil {
			return false
		}
		from := json.NewDecoder(bytes.NewReader(raw))
		from.DisallowUnknownFields()
		m.Nodes = nil
		if err := from.Decode(&m); err != nil {
			t.Fatalf("the map is half written or has other fields: %v\n%s", err, raw)
		}
		return true
	}
	d.until("the map shows the list", func() bool { return read() && m.Page == "interviews" && m.Ready && !m.Busy && m.Selected != "" })
	if m.Schema != "afterword-ui/1" || m.Window.W != 1200 || m.Window.H != 800 || m.Window.Title != "Afterword" || m.Scale != 1 || m.Now != "2026-11-23T14:00:00Z" {
		t.Errorf("head is %+v, want afterword-ui/1, 1200 by 800, Afterword, scale 1 and the set time", m)
	}
	roles := strings.Fields("button entry row navitem checkbox select link text heading badge banner sheet menuitem")
	for _, n := range m.Nodes {
		if !reMapID.MatchString(n.ID) || !slices.Contains(roles, n.Role) || n.W <= 0 || n.H <= 0 {
			t.Errorf("node %+v: want an id and a role of the contract, and a size", n)
		}
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode of the map: %v, %v, want 0600", info.Mode(), err)
	}
	rev := m.Rev
	d.chord(fyne.KeyN)
	d.until("the sheet in the map", func() bool { return read() && m.Modal == "add" })
	if m.Rev <= rev {
		t.Errorf("rev after a change is %d, want more than %d", m.Rev, rev)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(file), ".map-*")); err != nil || len(left) > 1 {
		t.Errorf("temporary files left behind: %q, %v", left, err)
	}
}

func TestReplaceLeavesTheOldFileWhenItFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.json")
	if err := replace(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := replace(path, []byte("two")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "two" {
		t.Errorf("got %q, %v, want two", got, err)
	}
	taken := filepath.Join(dir, "taken")
	if err := os.MkdirAll(filepath.Join(taken, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := replace(taken, []byte("three")); err == nil {
		t.Error("replacing a folder: want an error")
	}
	if err := replace(filepath.Join(dir, "nowhere", "map.json"), nil); err == nil {
		t.Error("writing into no folder: want an error")
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".map-*")); err != nil || len(left) != 0 {
		t.Errorf("temporary files left behind: %q, %v", left, err)
	}
}

// TestTheWindowInFrontHasTheMap: what another window wrote over it is replaced.
func TestTheWindowInFrontHasTheMap(t *testing.T) {
	d, file := withExamples(t)
	holds := func(words string) func() bool {
		return func() bool {
			b, err := os.ReadFile(file)
			return err == nil && strings.Contains(string(b), words)
		}
	}
	d.until("the map is written", holds(`"page":"today"`))
	d.active = true
	d.until("the window is in front", holds(`"focused":true`))
	if err := replace(file, []byte(`{"page":"of another window"}`)); err != nil {
		t.Fatal(err)
	}
	d.until("the map is ours again", holds(`"page":"today"`))
}
