package screen

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

func stepOf(it data.Item) desk.Step { return desk.Step{Item: it} }

// typeInto replaces what a field of the topmost sheet or the page holds.
func (s *stage) typeInto(id, text string) {
	s.Helper()
	done := false
	walkObjects(s.win.Canvas(), func(o fyne.CanvasObject) {
		if named, ok := o.(widgets.Described); ok && named.Describe().ID == id {
			if field, is := o.(interface{ SetText(string) }); is {
				field.SetText(text)
				done = true
			}
		}
	})
	if !done {
		s.Fatalf("no field is named %s", id)
	}
}

// askSaid opens the sheet; it previews at once.
func (s *stage) askSaid(id data.ID, class data.ReplyClass) {
	s.Helper()
	sheet := s.newSaid(id)
	sheet.peek = func() { sheet.tell(sheet.foresee(s.Context, sheet.class, sheet.day)) }
	sheet.open(class)
}

func TestSaidEchoesInFullWords(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	s.askSaid(id, "")
	for _, tt := range []struct{ typed, want string }{
		{"15 dec", "Tuesday 15 December"},
		{"2026-12-15", "Tuesday 15 December"},
		{"by Friday", "Friday 27 November"},
		{"next tuesday", "Tuesday 1 December"},
		{"2027-02-01", "Monday 1 February 2027"},
		{"", ""},
	} {
		s.typeInto("said.date", tt.typed)
		if got := s.text("said.echo"); got != tt.want {
			t.Errorf("%q is echoed as %q, want %q", tt.typed, got, tt.want)
		}
	}
	if n, _ := s.node("said.date"); n.Value != "" {
		t.Errorf("date = %q", n.Value)
	}
}

func TestDifferences(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	before, after, err := s.Desk.Preview(t.Context(), id, data.ReplyPromise, data.Day{Year: 2026, Month: 12, Day: 11})
	if err != nil {
		t.Fatal(err)
	}
	got := differences(before, after)
	if want := "Check-in moves from Mon 7 Dec to Tue 15 Dec"; !strings.Contains(got, want) {
		t.Errorf("preview = %q, want %q in it", got, want)
	}
	if got, want := differences(before, before), "The plan stays as it is."; got != want {
		t.Errorf("nothing changed: %q, want %q", got, want)
	}
	before, after, err = s.Desk.Preview(t.Context(), id, data.ReplyOffer, data.Day{})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(differences(before, after), "\n") {
		if strings.HasSuffix(line, ": ") || strings.Contains(line, "moves from") && strings.Contains(line, "Not needed") {
			t.Errorf("an offer: the preview says %q", line)
		}
	}
	if got := differences(before, nil); strings.Count(got, "is not needed any more") != len(before) {
		t.Errorf("everything gone: %q", got)
	}
}

func TestSaidSaves(t *testing.T) {
	for _, tt := range []struct {
		class data.ReplyClass
		date  string
		toast string
		badge data.Badge
	}{
		{data.ReplyRejection, "", "That's disappointing. Nothing to do today.", ""},
		{data.ReplyOffer, "27 nov", "An offer. Take the time you need; their deadline is 27 November.", data.BadgeOffer},
		{data.ReplyPromise, "by Friday", "Noted.", ""},
	} {
		t.Run(string(tt.class), func(t *testing.T) {
			s := newStage(t)
			id := s.acme()
			s.askSaid(id, "")
			s.press("said." + string(tt.class))
			s.typeInto("said.date", tt.date)
			if got := s.text("said.preview"); got == "" || strings.HasPrefix(got, "Choose") {
				t.Errorf("before saving the preview says %q", got)
			}
			s.press("said.save")
			if len(s.said) != 1 || s.said[0] != tt.toast {
				t.Errorf("said %q, want %q", s.said, tt.toast)
			}
			det, err := s.Desk.Detail(t.Context(), id)
			if err != nil || tt.badge != "" && det.Badge != tt.badge {
				t.Errorf("badge = %s (%v), want %s", det.Badge, err, tt.badge)
			}
			if !slices.ContainsFunc(det.Timeline, func(e desk.Entry) bool { return e.Kind == string(data.EventReply) }) {
				t.Errorf("the timeline is %+v, want the reply in it", det.Timeline)
			}
			if modal, _ := widgets.Nodes(s.win.Canvas()); modal != "" {
				t.Errorf("sheet %s is still open", modal)
			}
		})
	}
}

func TestSaidAsksForWhatIsMissing(t *testing.T) {
	s := newStage(t)
	s.askSaid(s.acme(), data.ReplyUnknown)
	s.press("said.save")
	if got, want := s.text("said.preview"), "Choose one of the answers first."; got != want {
		t.Errorf("preview = %q, want %q", got, want)
	}
	s.press("said.promise")
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyReturn, Mods: fyne.KeyModifierControl})
	if got, want := s.text("said.echo"), "Which date did they name?"; got != want {
		t.Errorf("echo = %q, want %q", got, want)
	}
	if n, _ := s.node("said.date"); !n.Focused {
		t.Error("the date has no focus")
	}
	if len(s.said) > 0 {
		t.Errorf("saved all the same: %q", s.said)
	}
	s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyEscape})
	if s.Kit.Keys.Press(widgets.KeyPress{Name: fyne.KeyReturn, Mods: fyne.KeyModifierControl}) {
		t.Error("the sheet is gone and still takes keys")
	}
}
