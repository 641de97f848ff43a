package screen

import (
	"strings"
	"testing"
	"time"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// TestAlwaysIsATickAfterYes: whether the sender is to be trusted is asked once
// the mail is filed, and is not ticked by itself.
func TestAlwaysIsATickAfterYes(t *testing.T) {
	s := newStage(t)
	s.acme()
	s.question("kim@acme.example", "One")
	m := s.mailPage()
	id := "review:" + string(m.open[0].Message.ID)
	if _, there := s.node(id + ".always"); there {
		t.Error("the tick is there before the answer")
	}
	s.press(id + ".yes")
	s.reload(m)
	n, there := s.node(id + ".always")
	if !there || n.Role != "checkbox" || n.Value != "false" || n.Text[0] != "Always trust kim@acme.example for Acme Robotics?" {
		t.Fatalf("after Yes: %+v", n)
	}
	if left := widgets.Unregistered(s.win); len(left) > 0 {
		t.Errorf("not in the map: %q", left)
	}
	if got := s.win.Canvas().Focused(); got != m.filed.always {
		t.Errorf("the focus is on %v, want the tick, for there is no other question", got)
	}
	for _, want := range []data.Answer{data.AnswerAlways, data.AnswerYes} {
		s.press(id + ".always")
		s.reload(m)
		if got, err := s.Desk.Message(t.Context(), data.ID(strings.TrimPrefix(id, "review:"))); err != nil || got.Answer != want {
			t.Errorf("after the tick the answer is %q, %v, want %q", got.Answer, err, want)
		}
	}
	m.Leave()
	if _, there := s.node(id + ".always"); there {
		t.Error("the tick is there after the page was left")
	}
}

// TestUTakesBackAnEarlierVisit: U works on what was answered before the page was
// made, one answer after the other.
func TestUTakesBackAnEarlierVisit(t *testing.T) {
	s := newStage(t)
	s.acme()
	s.question("kim@acme.example", "One")
	s.question("lee@acme.example", "Two")
	for _, r := range s.mailPage().open {
		if err := s.Desk.Answer(t.Context(), r.Message.ID, data.AnswerNo, ""); err != nil {
			t.Fatal(err)
		}
	}
	m := s.mailPage()
	for want := 1; want <= 2; want++ {
		if !m.Key(key('u')) || s.open() != want {
			t.Errorf("U left %d questions open, want %d", s.open(), want)
		}
		s.reload(m)
	}
	m.Key(key('u'))
	if last := s.said[len(s.said)-1]; last != "Nothing to take back." {
		t.Errorf("the third U says %q", last)
	}
}

// TestSeveralCandidatesAreARadioList: nothing is chosen by itself, and Yes waits
// until something is.
func TestSeveralCandidatesAreARadioList(t *testing.T) {
	s := newStage(t)
	first := s.acme()
	start := s.Desk.Now().Add(-46 * time.Hour)
	second, err := s.Desk.AddApplication(s.Context, desk.NewApplication{
		Company: "Acme Robotics", Role: "Researcher", First: desk.NewInterview{Start: start, End: start.Add(time.Hour), With: []data.Person{{Name: "Lee Park", Addresses: []string{"lee@acme.example"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.question("kim@acme.example", "Which")
	m := s.mailPage()
	r := m.open[0]
	if len(r.Candidates) != 2 {
		t.Fatalf("got %+v, want two candidates", r.Candidates)
	}
	id := "review:" + string(r.Message.ID)
	if n, _ := s.node(id + ".yes"); n.Enabled {
		t.Error("Yes can be pressed with nothing chosen")
	}
	if n, _ := s.node(id + ".no"); n.Text[0] != "None of these" {
		t.Errorf("No says %q", n.Text)
	}
	if m.Key(key('y')) {
		t.Error("Y answers with nothing chosen")
	}
	m.Key(key('2'))
	chosen := r.Candidates[1].Application
	if n, _ := s.node(id + ".candidate:" + string(chosen)); n.Value != "selected" {
		t.Errorf("after 2: %+v, want the second chosen", n)
	}
	m.Key(key('y'))
	got, err := s.Desk.Message(t.Context(), r.Message.ID)
	if err != nil || got.Application != chosen || (chosen != first && chosen != second) {
		t.Errorf("filed under %s, %v, want %s", got.Application, err, chosen)
	}
}

// TestMeetingSheet: what is corrected in the sheet is what is noted.
func TestMeetingSheet(t *testing.T) {
	s := newStage(t)
	id := s.acme()
	raw := "From: Dana Ruiz <dana@acme.example>\r\nTo: sam@example.com\r\nSubject: Invitation\r\nMessage-ID: <c1@acme.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n" +
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20261123T080000Z\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T100000Z\r\nSUMMARY:Second talk\r\nLOCATION:Room 1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if _, err := s.Desk.Receive(s.Context, data.Batch{Mails: []data.Mail{{Raw: []byte(raw), Arrived: s.Desk.Now()}}}); err != nil {
		t.Fatal(err)
	}
	m := s.mailPage()
	review := "review:" + string(m.open[0].Message.ID)
	if got := s.text(review + ".when"); !strings.Contains(got, "Room 1") {
		t.Errorf("the card says %q of the meeting", got)
	}
	s.press(review + ".edit")
	s.typeInto("meeting.when", "nonsense")
	s.press("meeting.save")
	if s.open() != 1 {
		t.Error("a time that can't be read was taken")
	}
	s.typeInto("meeting.when", "2 Dec 2026 14:00")
	s.typeInto("meeting.place", "Room 2")
	s.press("meeting.save")
	det, err := s.Desk.Detail(t.Context(), id)
	if err != nil || len(det.Rounds) != 2 {
		t.Fatalf("rounds %+v, %v, want two", det.Rounds, err)
	}
	if last := det.Rounds[1]; last.Place != "Room 2" || last.Start.In(s.Desk.Zone()).Format("2 Jan 15:04") != "2 Dec 14:00" {
		t.Errorf("noted %+v, want Room 2 on 2 Dec 14:00", last)
	}
}
