package screen

import (
	"errors"
	"strings"
	"testing"

	"afterword/app/desk"
	"afterword/widgets"
)

const twoMeetings = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n" +
	"BEGIN:VEVENT\r\nUID:one\r\nDTSTART:20261127T150000Z\r\nSUMMARY:First talk\r\nORGANIZER;CN=Maya Stone:mailto:maya@brightwater.example\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:two\r\nDTSTART:20261201T090000Z\r\nSUMMARY:Second talk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func TestSeveralMeetingsAreAsked(t *testing.T) {
	s := newStage(t)
	s.show(widgets.NewColumn(0))
	s.ShowInvitations(s.Desk.ReadCalendar(t.Context(), []byte(twoMeetings)))
	if s.modal() != "pick" || !strings.HasPrefix(s.text("pick.0"), "First talk, Fri 27 Nov") {
		t.Fatalf("sheet %q asks for %q", s.modal(), s.text("pick.0"))
	}
	s.press("pick.1")
	if got, want := s.value("add.when"), "Tue 01 Dec 2026 09:00 UTC"; s.modal() != "add" || got != want {
		t.Errorf("sheet %q holds %q, want %q", s.modal(), got, want)
	}
}

func TestPastedCalendarThatIsBroken(t *testing.T) {
	s := newStage(t)
	s.adding()
	s.typeInto("add.company", "Acme")
	s.typeInto("add.paste", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART")
	if got := s.text("add.found"); !strings.Contains(got, "calendar file is damaged") {
		t.Errorf("got %q, want what is wrong", got)
	}
	if got := s.value("add.company"); got != "Acme" {
		t.Errorf("got %q, want what was typed", got)
	}
}

func TestBrokenFileOpensNothing(t *testing.T) {
	s := newStage(t)
	var failed error
	s.Host.Fail = func(err error) { failed = err }
	trouble := errors.New("this calendar file is damaged")
	s.ShowInvitations(nil, trouble)
	if !errors.Is(failed, trouble) || s.modal() != "" {
		t.Errorf("got %v and sheet %q, want the trouble said and no sheet", failed, s.modal())
	}
}

func TestPasteOfNothingSure(t *testing.T) {
	s := newStage(t)
	s.adding()
	s.typeInto("add.paste", "Thanks, talk soon.")
	if got := s.text("add.found"); !strings.HasPrefix(got, "We found nothing sure in it.") {
		t.Errorf("got %q", got)
	}
	for _, id := range []string{"add.company", "add.role", "add.when", "add.with"} {
		if got := s.value(id); got != "" {
			t.Errorf("%s holds %q, want nothing", id, got)
		}
	}
}

func TestWhichOfSeveralTwins(t *testing.T) {
	s := newStage(t)
	s.company("Acme", "Designer", 3)
	analyst := s.company("Acme", "Analyst", 5)
	s.adding()
	s.typeInto("add.company", "Acme")
	s.typeInto("add.when", "27 Nov 15:00")
	s.press("add.save")
	press := ""
	for _, id := range []string{"twin.round:0", "twin.round:1"} {
		if s.text(id) == "Acme · Analyst" {
			press = id
		}
	}
	if press == "" {
		t.Fatalf("sheet %q offers %q and %q", s.modal(), s.text("twin.round:0"), s.text("twin.round:1"))
	}
	s.press(press)
	s.wait("add")
	det, err := s.Desk.Detail(t.Context(), analyst)
	if err != nil || len(det.Rounds) != 2 {
		t.Errorf("got %d rounds, %v, want 2", len(det.Rounds), err)
	}
	if rows, err := s.Desk.List(t.Context(), desk.Filter{}); err != nil || len(rows) != 2 {
		t.Errorf("got %d applications, %v, want 2", len(rows), err)
	}
}

func TestOtherZoneIsNamedInTheEcho(t *testing.T) {
	s := newStage(t)
	s.adding()
	for text, want := range map[string]string{
		"24 Nov 3pm ET":        "Tuesday 24 November, 21:00 (Tue 15:00 EST there)",
		"yesterday 10am":       "Sunday 22 November, 10:00",
		"24 Nov 2027":          "Wednesday 24 November 2027",
		"24 Nov 2026 23:00 PT": "Wednesday 25 November, 08:00 (Tue 23:00 PST there)",
	} {
		s.typeInto("add.when", text)
		if got := s.text("add.when_echo"); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
