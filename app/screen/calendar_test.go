package screen

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// calendar shows the page with what the desk has now.
func (s *stage) calendar(width float32) *Calendar {
	s.Helper()
	host := *s.Host
	over, cancel := context.WithCancel(s.Context)
	cancel() // nothing loads in the background: readCalendar does it
	host.Context = over
	v := &Calendar{Host: &host, First: time.Monday}
	s.win.SetContent(v.Content())
	s.win.Resize(fyne.NewSize(width, 800))
	v.Refresh()
	s.readCalendar(v)
	return v
}

// readCalendar does at once what Refresh does in the background.
func (s *stage) readCalendar(v *Calendar) {
	s.Helper()
	if v.view.Chosen() == 1 {
		v.take(v.readAgenda(s.Context, v.now(), v.further))
	} else {
		v.take(v.readMonth(s.Context, v.day))
	}
	s.win.Content().Refresh()
}

// meeting stores an application whose interview is at an instant.
func (s *stage) meeting(company string, start time.Time, n desk.NewInterview) data.ID {
	s.Helper()
	n.Start, n.End = start, start.Add(time.Hour)
	id, err := s.Desk.AddApplication(s.Context, desk.NewApplication{Company: company, Role: "Designer", EmployerZone: n.Zone, First: n})
	if err != nil {
		s.Fatal(err)
	}
	return id
}

func (s *stage) fillCalendar() {
	at := time.Date(2026, time.November, 26, 9, 0, 0, 0, time.UTC)
	s.meeting("Acme Robotics", at, desk.NewInterview{Kind: "video", Zone: "America/New_York", Place: "https://meet.example/acme", With: []data.Person{{Name: "Dana Ruiz"}}})
	s.meeting("Kestrel Health", at.Add(30*time.Minute), desk.NewInterview{Place: "12 Orchard Street"})
	for i := range 4 {
		s.meeting(fmt.Sprintf("Company %d", i), at.AddDate(0, 0, 4).Add(time.Duration(i)*time.Hour), desk.NewInterview{Kind: "phone"})
	}
}

func TestCalendarMarkup(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Donaudampfschifffahrtsgesellschaft ", 4))
	for _, tt := range []struct {
		name   string
		width  float32
		agenda bool
		fill   func(*stage)
	}{
		{"empty", 1000, false, func(*stage) {}},
		{"month", 1000, false, (*stage).fillCalendar},
		{"dots", 584, false, (*stage).fillCalendar},
		{"agenda", 1000, true, (*stage).fillCalendar},
		{"agenda_empty", 1000, true, func(*stage) {}},
		{"long", 1000, false, func(s *stage) {
			s.meeting(long, s.Desk.Now().Add(time.Hour), desk.NewInterview{Place: long, With: []data.Person{{Name: long}}})
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t)
			tt.fill(s)
			v := s.calendar(tt.width)
			if tt.agenda {
				v.Key(widgets.KeyPress{Rune: 'a'})
				s.readCalendar(v)
			}
			if left := widgets.Unregistered(s.win); len(left) > 0 {
				t.Errorf("not in the map: %q", left)
			}
			test.AssertRendersToMarkup(t, "calendar_"+tt.name+".xml", s.win.Canvas())
		})
	}
}

// TestCalendarKeys walks through days and months without a pointer.
func TestCalendarKeys(t *testing.T) {
	s := newStage(t)
	s.fillCalendar()
	v := s.calendar(1000)
	s.Focus(v.Enter())
	for _, tt := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "2026-11-24"},
		{fyne.KeyDown, "2026-12-01"},
		{fyne.KeyLeft, "2026-11-30"},
		{fyne.KeyUp, "2026-11-23"},
		{fyne.KeyPageDown, "2026-12-23"},
		{fyne.KeyPageUp, "2026-11-23"},
		{fyne.KeyPageUp, "2026-10-23"},
		{fyne.KeyHome, "2026-11-23"},
	} {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: tt.key})
		s.readCalendar(v)
		n, ok := s.node("calendar.day:" + tt.want)
		if !ok || n.Value != "selected" || !n.Focused {
			t.Errorf("%s: %+v, want %s selected with the focus", tt.key, n, tt.want)
		}
	}
	v.choose(data.Day{Year: 2027, Month: time.January, Day: 31})
	v.turn(1)
	if want := (data.Day{Year: 2027, Month: time.February, Day: 28}); v.day != want {
		t.Errorf("a month after 31 January is %v, want %v", v.day, want)
	}
}

func TestCalendarDay(t *testing.T) {
	s := newStage(t)
	s.fillCalendar()
	v := s.calendar(1000)
	if n, ok := s.node("calendar.day:2026-11-23"); !ok || n.Value != "selected" {
		t.Errorf("today is %+v, want it chosen at first", n)
	}
	s.press("calendar.day:2026-11-26")
	s.readCalendar(v)
	if n, _ := s.node("calendar.day:2026-11-23"); n.Value != "today" {
		t.Errorf("today is %q, want it marked", n.Value)
	}
	acme, kestrel := s.text("calendar.entry:0"), s.text("calendar.entry:1")
	for _, want := range []string{"10:00", "Video call with Dana", "10:00–11:00 your time · 04:00 New York", "At the same time as Kestrel Health, 10:30."} {
		if !strings.Contains(acme, want) {
			t.Errorf("entry says %q, want it to say %q", acme, want)
		}
	}
	if !strings.Contains(kestrel, "12 Orchard Street") || strings.Contains(kestrel, "your time") {
		t.Errorf("entry says %q, want the place and one clock", kestrel)
	}
	opened := ""
	v.Open = func(address string) error {
		opened = address
		return nil
	}
	s.press("calendar.entry:0.join")
	if opened != "https://meet.example/acme" {
		t.Errorf("joins at %q, want the link", opened)
	}
	s.Focus(v.month)
	v.month.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n, _ := s.node("calendar.entry:0"); !n.Focused {
		t.Errorf("Enter on a day of several things: %+v, want the focus on the first", n)
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.gone) != 1 || s.gone[0].Page != PageInterviews || s.gone[0].Application == "" {
		t.Errorf("Enter on an entry goes to %+v, want the application", s.gone)
	}
}

func TestCalendarIsSaved(t *testing.T) {
	s := newStage(t)
	s.fillCalendar()
	s.calendar(1000)
	path := filepath.Join(t.TempDir(), "november.ics")
	save := func() {
		s.press("calendar.save")
		s.typeInto("save.path", path)
		s.press("save.save")
	}
	save()
	first, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(first), "BEGIN:VCALENDAR\r\n") || len(s.said) != 1 || !strings.HasPrefix(s.said[0], "Saved ") {
		t.Fatalf("file %q, %v, said %q, want a calendar", first, err, s.said)
	}
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	save()
	if kept, _ := os.ReadFile(path); string(kept) != "mine" || !strings.Contains(s.text("save.path"), "there already") {
		t.Errorf("a file that is there: now %q, told %q, want it kept and the user asked", kept, s.text("save.path"))
	}
	s.press("save.save")
	if again, _ := os.ReadFile(path); string(again) != string(first) {
		t.Errorf("saved once more: got %q, want it replaced", again)
	}
}

func TestCalendarWeekBeginsAsSet(t *testing.T) {
	s := newStage(t)
	v := s.calendar(1000)
	for _, tt := range []struct{ setting, first string }{{"sunday", "2026-11-01"}, {"saturday", "2026-10-31"}, {"system", "2026-10-26"}} {
		if err := s.Desk.Set(s.Context, "window.first_day", tt.setting); err != nil {
			t.Fatal(err)
		}
		s.readCalendar(v)
		if got := v.read.Days[0].Day.String(); got != tt.first {
			t.Errorf("%s: the first day shown is %s, want %s", tt.setting, got, tt.first)
		}
	}
}

// TestCalendarGridIsThereAtOnce: before a month is read its days are there, and
// nothing is said of what they hold.
func TestCalendarGridIsThereAtOnce(t *testing.T) {
	s := newStage(t)
	s.fillCalendar()
	v := s.calendar(1000)
	v.turn(1) // nothing is read here
	if got := s.text("calendar.title"); got != "December 2026" {
		t.Errorf("title: got %q, want December 2026", got)
	}
	if n, ok := s.node("calendar.day:2026-12-23"); !ok || n.Value != "selected" {
		t.Errorf("the day a month on: got %+v, want it selected", n)
	}
	if n, ok := s.node("calendar.day:2026-11-30"); !ok || len(n.Text) != 1 {
		t.Errorf("the first day of the grid: got %+v, want the Monday before, alone", n)
	}
	if _, ok := s.node("calendar.empty"); ok {
		t.Error("the day is called empty before it is read")
	}
	s.readCalendar(v)
	if _, ok := s.node("calendar.empty"); !ok {
		t.Error("the day is not called empty once it is read")
	}
}
