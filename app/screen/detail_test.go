package screen

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

func (s *stage) detailOf(id data.ID) *Interviews {
	s.Helper()
	v := s.interviews()
	v.Choose(id)
	s.read(v)
	return v
}

func TestDetailWords(t *testing.T) {
	s := newStage(t)
	s.detailOf(s.company("Acme Robotics", "Product designer", 0))
	for id, want := range map[string]string{
		"detail.title":   "Acme Robotics",
		"detail.badge":   "Thank-you due",
		"detail.primary": "Write thank-you",
		"detail.sent":    "I've sent it",
	} {
		if got := s.text(id); got != want {
			t.Errorf("%s says %q, want %q", id, got, want)
		}
	}
	if _, ok := s.node("detail.secondary"); ok {
		t.Error("the button that marks sent is there twice")
	}
	if got := s.text("detail.why"); got == "" {
		t.Error("no word on why")
	}
}

func TestDetailKeys(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	v := s.detailOf(id)
	for _, tt := range []struct {
		key   rune
		sheet string
	}{{'t', "said"}, {'E', "edit"}, {'l', "later"}} {
		if !v.Key(widgets.KeyPress{Rune: tt.key}) {
			t.Errorf("%c did nothing", tt.key)
		}
		if got, _ := widgets.Nodes(s.win.Canvas()); got != tt.sheet {
			t.Errorf("%c opens %q, want %q", tt.key, got, tt.sheet)
		}
		s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	}
	v.Key(widgets.KeyPress{Rune: 'd'})
	v.Key(widgets.KeyPress{Name: fyne.KeyL, Mods: fyne.KeyModifierControl})
	if len(s.gone) != 2 || s.gone[0] != s.gone[1] || s.gone[0].Page != PageLetter || s.gone[0].Application != id {
		t.Errorf("D and Ctrl+L went to %+v, want the same letter twice", s.gone)
	}
	for _, p := range []widgets.KeyPress{{Rune: 's', InText: true}, {Rune: 'x'}, {Name: fyne.KeyDelete}} {
		if v.Key(p) {
			t.Errorf("%+v was taken, want it left to the field or the program", p)
		}
	}
}

func TestFirstGoesByDue(t *testing.T) {
	at := func(h int) time.Time { return time.Date(2026, 11, 23, h, 0, 0, 0, time.UTC) }
	v := &detail{}
	for _, it := range []data.Item{
		{Key: "offer_decision", State: data.StateOpen},
		{Key: "check_in:1", State: data.StateDue, Due: at(12)},
		{Key: "thank_you:1:2", State: data.StateDone, Due: at(8)},
		{Key: "thank_you:1:1", State: data.StateDue, Due: at(9)},
	} {
		v.last.Steps = append(v.last.Steps, stepOf(it))
	}
	if it, ok := v.first(current); !ok || it.Key != "thank_you:1:1" {
		t.Errorf("first = %s, want the one due at nine", it.Key)
	}
	if it, ok := v.first(func(it data.Item) bool { return it.State == data.StateMissed }); ok {
		t.Errorf("first = %s, want none", it.Key)
	}
}

func TestStepMenu(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	v := s.detailOf(id)
	key := v.detail.last.Steps[0].Item.Key
	line := "detail.plan:" + string(key)
	s.press(line + ".date")
	for _, want := range []string{"step.why", "step.write", "step.sent", "step.later", "step.date", "step.skip", "step.pin"} {
		if _, ok := s.node(want); !ok {
			t.Errorf("the menu of a step lacks %s", want)
		}
	}
	reason := s.text(line + ".reason")
	s.press("step.why")
	if got := s.text(line + ".reason"); len(got) <= len(reason) {
		t.Errorf("why unfolds to %q, want more than %q", got, reason)
	}
	s.press(line + ".date")
	s.press("step.skip")
	s.read(v)
	if got := s.text(line); !strings.Contains(got, "Left out") {
		t.Errorf("the skipped step says %q", got)
	}
	if !slices.Equal(s.said, []string{"Left out."}) {
		t.Errorf("said %q, want Left out", s.said)
	}
}

// TestPinDate keeps a step on its date while the plan moves, shows it so, and
// gives it back.
func TestPinDate(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	s.markFirst(id)
	v := s.detailOf(id)
	const line = "detail.plan:check_in:1"
	planned := s.text(line + ".date")
	s.press(line + ".date")
	s.press("step.pin")
	if err := s.Desk.Set(t.Context(), "checkin_due_days", "20"); err != nil {
		t.Fatal(err)
	}
	s.read(v)
	if got, why := s.text(line+".date"), s.text(line+".reason"); got != planned || why != "You chose this date." {
		t.Errorf("pinned it says %q, %q, want %s and that the date is chosen", got, why, planned)
	}
	if n, _ := s.node(line); n.Value != "planned, pinned" {
		t.Errorf("the map says %q, want planned, pinned", n.Value)
	}
	s.press(line + ".date")
	s.press("step.unpin")
	s.read(v)
	moved := s.text(line + ".date")
	if moved == planned {
		t.Errorf("given back to the plan it is still %s", moved)
	}
	if undone, err := s.Desk.UndoLast(t.Context()); err != nil || undone.Target.Type != data.EventPin {
		t.Errorf("took back %s (%v), want the pin", undone.Target.Type, err)
	}
	s.read(v)
	if got := s.text(line + ".date"); got != planned {
		t.Errorf("after undo it is %s, want %s", got, planned)
	}
}

func TestTimelineTakesBack(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	s.markFirst(id)
	v := s.detailOf(id)
	i := slices.IndexFunc(v.detail.last.Timeline, func(e desk.Entry) bool { return e.Kind == string(data.EventSent) })
	if i < 0 {
		t.Fatalf("the timeline is %+v, want what was sent in it", v.detail.last.Timeline)
	}
	line := "detail.event:" + string(v.detail.last.Timeline[i].Event)
	s.press(line + ".undo")
	s.read(v)
	if got := s.text(line); !strings.Contains(got, "taken back") {
		t.Errorf("the undone line says %q", got)
	}
	if _, ok := s.node(line + ".undo"); ok {
		t.Error("what is taken back still offers Undo")
	}
	if got := s.text("detail.badge"); got != "Thank-you due" {
		t.Errorf("badge = %q, want Thank-you due again", got)
	}
}

func TestFocusStaysOverARefresh(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	v := s.detailOf(id)
	was := v.detail.stops["detail.primary"]
	s.win.Canvas().Focus(was)
	s.read(v)
	if got := v.detail.stops["detail.primary"]; got != was {
		t.Error("nothing changed, and the button was made anew")
	}
	if _, err := s.Desk.SetApplication(t.Context(), id, "role", "Design lead"); err != nil {
		t.Fatal(err)
	}
	s.read(v)
	if n, _ := s.node("detail.primary"); !n.Focused {
		t.Error("the primary button lost the focus in a refresh")
	}
	if got := s.text("detail.subtitle"); !strings.Contains(got, "Design lead") {
		t.Errorf("subtitle = %q, want the new role", got)
	}
}

func TestNotes(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	stored := func() string {
		det, err := s.Desk.Detail(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return det.Case.Application.Notes
	}
	v := s.detailOf(id)
	v.Host.Context = t.Context()
	v.detail.notes.SetText("Asked about tests")
	v.Leave()
	if got := stored(); got != "Asked about tests" {
		t.Errorf("after leaving the notes are %q", got)
	}
	if v.detail.typed() {
		t.Error("the same notes want saving again")
	}
	undone, err := s.Desk.UndoLast(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := stored(); got != "" || undone.Target.Name != "notes" {
		t.Errorf("after undo the notes are %q, taken back was %q", got, undone.Target.Name)
	}
	v.detail.notes.SetText("Asked about tests, and tea")
	if !v.detail.typed() {
		t.Fatal("changed notes want no saving")
	}
	old := v.detail.store
	v.detail.notes.SetText("Tea")
	v.Leave()
	if err := old(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := stored(); got != "Tea" {
		t.Errorf("an older save came late, and the notes are %q, want Tea", got)
	}
}

func TestMenuByState(t *testing.T) {
	for _, tt := range []struct {
		set  [2]string
		want string
		gone string
		then data.AppState
	}{
		{[2]string{"archived", "yes"}, "more.unarchive", "more.close", data.Active},
		{[2]string{"closed", "no_answer"}, "more.reopen", "more.archive", data.Active},
		{[2]string{"role", "Designer"}, "more.close", "more.reopen", data.ClosedBy},
	} {
		t.Run(tt.want, func(t *testing.T) {
			s := newStage(t)
			id := s.company("Acme Robotics", "", 0)
			if _, err := s.Desk.SetApplication(t.Context(), id, tt.set[0], tt.set[1]); err != nil {
				t.Fatal(err)
			}
			s.detailOf(id)
			s.press("detail.menu")
			if _, ok := s.node(tt.gone); ok {
				t.Errorf("the menu offers %s", tt.gone)
			}
			s.press(tt.want)
			det, err := s.Desk.Detail(t.Context(), id)
			if err != nil || det.Case.Application.State != tt.then {
				t.Errorf("after %s it is %s (%v), want %s", tt.want, det.Case.Application.State, err, tt.then)
			}
		})
	}
}

func TestEditSheets(t *testing.T) {
	s := newStage(t)
	id := s.company("Acme Robotics", "", 0)
	v := s.detailOf(id)
	v.detail.edit()
	s.typeInto("edit.role", "Design lead")
	s.press("edit.save")
	v.detail.editPerson(v.detail.last.People[0])
	s.typeInto("person.topic", "early ideas")
	s.typeInto("person.address", "dana at acme")
	s.press("person.save")
	if got := s.text("person.trouble"); got == "" {
		t.Error("a wrong address was not spoken of")
	}
	s.typeInto("person.address", "dana@acme.example")
	s.press("person.save")
	det, err := s.Desk.Detail(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	p := det.People[0]
	if p.Topic != "early ideas" || p.Person.Address() != "dana@acme.example" || det.Case.Application.Role != "Design lead" {
		t.Errorf("got %+v, role %q", p, det.Case.Application.Role)
	}
	if modal, _ := widgets.Nodes(s.win.Canvas()); modal != "" {
		t.Errorf("sheet %s is still open", modal)
	}
}
