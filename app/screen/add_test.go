package screen

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

const invitation = `From: Dana Ruiz <dana@acme.example>
Subject: Interview for Product Designer at Acme Robotics

Hi Alex,

your interview is on Tuesday, November 24, 2026 at 3:00 PM – 4:00 PM CET with Dana Ruiz (Head of Design) and Lee Park.
https://zoom.us/j/123456789
`

// adding opens the add sheet over an empty window.
func (s *stage) adding() *addSheet {
	s.Helper()
	s.show(widgets.NewColumn(0))
	s.ShowAdd()
	return s.Host.adding
}

// value returns what a field holds.
func (s *stage) value(id string) string {
	n, _ := s.node(id)
	return n.Value
}

// modal returns the topmost sheet.
func (s *stage) modal() string {
	modal, _ := widgets.Nodes(s.win.Canvas())
	return modal
}

// stops returns the names of what Tab reaches, in its order.
func (s *stage) stops() string {
	_, nodes := widgets.Nodes(s.win.Canvas())
	var all []string
	for order := range len(nodes) {
		for _, n := range nodes {
			if n.FocusOrder == order+1 {
				all = append(all, strings.TrimPrefix(n.ID, "add."))
			}
		}
	}
	return strings.Join(all, " ")
}

// wait runs what loads in the background until the sheet is gone.
func (s *stage) wait(gone string) {
	s.Helper()
	for range 2000 {
		if s.modal() != gone {
			return
		}
		<-time.After(time.Millisecond)
	}
	s.Fatalf("sheet %s stays: %s", gone, s.text("add.plan"))
}

func TestPasteFillsTheSheet(t *testing.T) {
	s := newStage(t)
	s.adding()
	s.typeInto("add.paste", invitation)
	for _, c := range []struct{ id, want string }{
		{"add.company", "Acme Robotics"},
		{"add.role", "Product Designer"},
		{"add.when", "Tue 24 Nov 2026 15:00-16:00 Europe/Berlin"},
		{"add.with", "Dana Ruiz <dana@acme.example>, Lee Park"},
	} {
		if got := s.value(c.id); got != c.want {
			t.Errorf("%s: got %q, want %q", c.id, got, c.want)
		}
		if got := s.text(c.id + "_from"); !strings.HasPrefix(got, "From “") {
			t.Errorf("%s: got %q beside it, want the words it came from", c.id, got)
		}
	}
	for id, want := range map[string]string{
		"add.when_echo": "Tuesday 24 November, 15:00–16:00",
		"add.plan":      "We'll plan: two thank-yous Wed 25 Nov, 09:00, check-in",
		"add.more_also": "Video · https://zoom.us/j/123456789",
		"add.found":     "Nothing is saved yet",
	} {
		if got := s.text(id); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
	if want := "more paste company role when with said cancel save"; s.stops() != want {
		t.Errorf("Tab goes %s, want %s", s.stops(), want)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
}

func TestPasteLeavesTypedTextAlone(t *testing.T) {
	s := newStage(t)
	s.adding()
	s.typeInto("add.company", "Acme GmbH")
	s.typeInto("add.paste", invitation)
	s.typeInto("add.role", "Designer")
	s.typeInto("add.paste", strings.ReplaceAll(invitation, "3:00 PM – 4:00 PM", "5:00 PM"))
	for id, want := range map[string]string{
		"add.company": "Acme GmbH", "add.company_from": "", "add.role": "Designer", "add.when": "Tue 24 Nov 2026 17:00 Europe/Berlin",
	} {
		got := s.value(id)
		if strings.HasSuffix(id, "_from") {
			got = s.text(id)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

func TestPasteOfAMegabyte(t *testing.T) {
	s := newStage(t)
	a := s.adding()
	s.Focus(a.paste.Focusable())
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(invitation + strings.Repeat("a", 1<<20))
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if got := s.value("add.company"); got != "Acme Robotics" {
		t.Errorf("got company %q, want Acme Robotics", got)
	}
	if n := len(a.paste.Text()); n > maxShown+200 {
		t.Errorf("%d bytes stay in the box, want at most %d", n, maxShown+200)
	}
}

func TestAddByKeysAlone(t *testing.T) {
	s := newStage(t)
	s.adding()
	c := s.win.Canvas()
	for _, text := range []string{"Acme Robotics", "Designer", "tomorrow 3pm", "Dana Ruiz"} {
		for _, r := range text {
			c.Focused().TypedRune(r)
		}
		c.FocusNext()
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if got := s.text("add.plan"); !strings.Contains(got, "They'd decide by") || !strings.Contains(got, "We'll plan: thank-you Wed 25 Nov, 09:00") {
		t.Errorf("got the plan %q", got)
	}
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyReturn, Mods: fyne.KeyModifierControl})
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyReturn, Mods: fyne.KeyModifierControl})
	s.wait("add")
	rows, err := s.Desk.List(t.Context(), desk.Filter{})
	if err != nil || len(rows) != 1 || rows[0].Company != "Acme Robotics" {
		t.Errorf("got %+v, %v, want Acme Robotics", rows, err)
	}
	if s.Host.adding != nil {
		t.Error("the host still knows of a sheet that is closed")
	}
}

func TestAmbiguousDayIsAsked(t *testing.T) {
	s := newStage(t)
	a := s.adding()
	s.typeInto("add.company", "Acme")
	s.typeInto("add.when", "3/4/2026 15:00")
	first, second := s.text("add.which.first"), s.text("add.which.second")
	if !strings.HasPrefix(first, "Wednesday 4 March") && !strings.HasPrefix(first, "Friday 3 April") || first == second || second == "" {
		t.Fatalf("the chips say %q and %q", first, second)
	}
	s.press("add.which.second")
	if got := s.text("add.when_echo"); !strings.HasPrefix(got, second) {
		t.Errorf("the echo says %q, want %q", got, second)
	}
	if !a.read.Start.Equal(a.reading[1].Start) {
		t.Errorf("got %v, want the second reading %v", a.read.Start, a.reading[1].Start)
	}
	s.typeInto("add.when", "24 Nov 15:00")
	if _, ok := s.node("add.which.first"); ok {
		t.Error("the chips stay for words that are clear")
	}
}

func TestSecondRoundIsAsked(t *testing.T) {
	for _, tt := range []struct {
		press string
		rows  int
	}{{"twin.round", 1}, {"twin.separate", 2}} {
		s := newStage(t)
		id := s.acme()
		s.adding()
		s.typeInto("add.company", "ACME Robotics GmbH")
		s.typeInto("add.role", "product designer")
		s.typeInto("add.when", "27 Nov 15:00")
		s.press("add.save")
		if s.modal() != "twin" {
			t.Fatalf("sheet %q, want twin", s.modal())
		}
		s.press(tt.press)
		s.wait("add")
		rows, err := s.Desk.List(t.Context(), desk.Filter{})
		if err != nil || len(rows) != tt.rows {
			t.Errorf("%s: got %d applications, %v, want %d", tt.press, len(rows), err, tt.rows)
		}
		det, err := s.Desk.Detail(t.Context(), id)
		if want := 3 - tt.rows; err != nil || len(det.Rounds) != want {
			t.Errorf("%s: got %d rounds, %v, want %d", tt.press, len(det.Rounds), err, want)
		}
	}
}

func TestMoreFieldsAreStored(t *testing.T) {
	s := newStage(t)
	s.adding()
	s.typeInto("add.company", "Acme")
	s.typeInto("add.when", "yesterday 10am")
	s.press("add.more")
	s.press("add.kind.panel")
	s.typeInto("add.place", "Mill Street 4")
	s.typeInto("add.country", "Germany")
	s.typeInto("add.notes", "Bring the portfolio.")
	s.press("add.agency")
	s.press("add.more")
	s.press("add.save")
	if got := s.text("add.country"); !strings.Contains(got, "Two letters") {
		t.Fatalf("a wrong country was not spoken of: %q", got)
	}
	s.typeInto("add.country", "de")
	s.press("add.save")
	s.wait("add")
	rows, err := s.Desk.List(t.Context(), desk.Filter{})
	if err != nil || len(rows) != 1 {
		t.Fatalf("got %d applications, %v", len(rows), err)
	}
	det, err := s.Desk.Detail(t.Context(), rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	app, iv := det.Case.Application, det.Rounds[0]
	if app.Country != "DE" || app.Source != "agency" || app.Policy != data.ViaAgency || app.Notes != "Bring the portfolio." || iv.Kind != "panel" || iv.Place != "Mill Street 4" {
		t.Errorf("got %+v and %+v", app, iv)
	}
}
