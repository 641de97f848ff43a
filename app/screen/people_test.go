package screen

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterword/app/desk"
	"afterword/data"
	"afterword/widgets"
)

// meets stores an application in which somebody was met so many days ago.
func (s *stage) meets(company, role string, who data.Person, topic string, days int) data.ID {
	s.Helper()
	start := s.Desk.Now().AddDate(0, 0, -days).Add(-2 * time.Hour)
	first := desk.NewInterview{Start: start, End: start.Add(time.Hour), With: []data.Person{who}, Topics: []string{topic}}
	id, err := s.Desk.AddApplication(s.Context, desk.NewApplication{Company: company, Role: role, First: first})
	if err != nil {
		s.Fatal(err)
	}
	return id
}

// people shows the page with what the desk has now.
func (s *stage) people() *People {
	s.Helper()
	host := *s.Host
	host.UndoBatch = func(batch data.ID) {
		if _, err := s.Desk.UndoBatch(s.Context, batch); err != nil {
			s.Error(err)
		}
	}
	over, cancel := context.WithCancel(s.Context)
	cancel() // nothing loads in the background: readPeople does it
	host.Context = over
	v := &People{Host: &host, ShowDetail: func() {}, ShowList: func() {}}
	list := v.Content()
	s.win.SetContent(widgets.NewSplit(0, widgets.NewFixed(372, list), widgets.NewFixed(600, v.Detail())).Top())
	s.win.Resize(fyne.NewSize(980, 900))
	s.readPeople(v)
	return v
}

// readPeople does at once what Refresh does in the background.
func (s *stage) readPeople(v *People) {
	s.Helper()
	v.show(v.read(s.Context, v.search.Text(), v.chips.Chosen() == 1, v.inSight()))
	if v.chosen != "" {
		v.contact.take(s.Desk.Contact(s.Context, v.chosen))
	}
	s.win.Content().Refresh()
}

func TestPeopleMarkup(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Maria-Magdalena von Hohenstein-Oberursel ", 4))
	dana := data.Person{Name: "Dana Ruiz", Preferred: "Dee", Honorific: "Dr", Job: "Head of design", Addresses: []string{"dana@acme.example", "dr@acme.example"}}
	for _, tt := range []struct {
		name  string
		fill  func(*stage)
		lines int
	}{
		{"empty", func(*stage) {}, 0},
		{"one", func(s *stage) {
			s.meets("Acme Robotics", "Product designer", dana, "how your team tests early ideas", 4)
		}, 1},
		{"many", func(s *stage) {
			for i := range 12 {
				s.meets(fmt.Sprintf("Company %02d", i), "Designer", data.Person{Name: fmt.Sprintf("Person %02d", i)}, "", i*3)
			}
		}, 12},
		{"long", func(s *stage) {
			s.meets(long, long, data.Person{Name: long, Job: long, Addresses: []string{strings.Repeat("long", 14) + "@acme.example"}}, long, 1)
		}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newStage(t)
			tt.fill(s)
			v := s.people()
			s.readPeople(v)
			if got := len(v.ids); got != tt.lines {
				t.Errorf("got %d rows, want %d", got, tt.lines)
			}
			if left := widgets.Unregistered(s.win); len(left) > 0 {
				t.Errorf("not in the map: %q", left)
			}
			test.AssertRendersToMarkup(t, "people_"+tt.name+".xml", s.win.Canvas())
		})
	}
}

func TestPeopleAreFound(t *testing.T) {
	s := newStage(t)
	s.meets("Acme Robotics", "Designer", data.Person{Name: "Dana Ruiz"}, "", 1)
	s.meets("Kestrel Health", "Designer", data.Person{Name: "Zoë Brandt", Job: "Recruiter"}, "", 2)
	v := s.people()
	if v.list.Selected() != -1 || s.text("people.title") != "Dana Ruiz" {
		t.Errorf("row %d is selected and %q shows, want none selected and the first person shown", v.list.Selected(), s.text("people.title"))
	}
	for _, tt := range []struct{ search, want, says string }{
		{"zoe", "Zoë Brandt", ""}, {"kestr rec", "Zoë Brandt", ""}, {"nobody", "", "Nothing matches \"nobody\"."}, {"", "Dana Ruiz", ""},
	} {
		v.search.SetText(tt.search)
		s.readPeople(v)
		if got := v.row(0).Title; got != tt.want || s.text("people.empty") != tt.says {
			t.Errorf("%q finds %q and says %q, want %q and %q", tt.search, got, s.text("people.empty"), tt.want, tt.says)
		}
	}
}

func TestPersonIsEdited(t *testing.T) {
	s := newStage(t)
	dana := data.Person{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}
	acme, kestrel := s.meets("Acme Robotics", "Designer", dana, "", 30), s.meets("Kestrel Health", "Lead", dana, "", 4)
	v := s.people()
	v.Key(widgets.KeyPress{Rune: 'e'})
	s.press("contact.kind.recruiter")
	s.typeInto("contact.name", "Dana Ruíz")
	s.typeInto("contact.addresses", "not an address")
	s.press("contact.save")
	if got := s.text("contact.trouble"); !strings.Contains(got, "not") {
		t.Errorf("a wrong address is answered by %q, want a word on it and the sheet still open", got)
	}
	s.typeInto("contact.addresses", "dana@acme.example, dr@acme.example")
	s.press("contact.save")
	s.readPeople(v)
	for _, id := range []data.ID{acme, kestrel} {
		det, err := s.Desk.Detail(s.Context, id)
		if err != nil || len(det.People) != 1 {
			t.Fatal(det.People, err)
		}
		p := det.People[0].Person
		if p.Name != "Dana Ruíz" || p.Kind != "recruiter" || len(p.Addresses) != 2 {
			t.Errorf("%s has %+v, want the new name, kind and addresses", det.Case.Application.Company, p)
		}
	}
	if got := s.text("people.subtitle"); got != "Kestrel Health, Acme Robotics · Recruiter" {
		t.Errorf("subtitle %q, want both companies and the kind", got)
	}
	if s.again == nil {
		t.Fatal("no undo is offered")
	}
	s.again()
	s.readPeople(v)
	if got := s.text("people.title"); got != "Dana Ruiz" || len(v.ids) != 1 {
		t.Errorf("after undo: %q in %d rows, want Dana Ruiz in one", got, len(v.ids))
	}
}

func TestKeepInTouchIsOneReminder(t *testing.T) {
	s := newStage(t)
	dana := data.Person{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}
	s.meets("Acme Robotics", "Designer", dana, "", 60)
	s.meets("Kestrel Health", "Lead", dana, "", 4)
	v := s.people()
	s.press("people.keep.90")
	s.readPeople(v)
	if got, want := s.text("people.next"), "Next: Wed 17 Feb."; got != want {
		t.Errorf("next is %q, want %q: 90 days after the newer interview", got, want)
	}
	if !slices.Contains(s.said, "We'll remind you 90 days after your last contact. Undo") {
		t.Errorf("said %q, want when the reminder is", s.said)
	}
	s.press("people.filter.keep")
	s.readPeople(v)
	if len(v.ids) != 1 {
		t.Errorf("%d people to keep in touch with, want 1", len(v.ids))
	}
	s.press("people.keep.off")
	s.readPeople(v)
	if got := s.text("people.empty"); len(v.ids) != 0 || !strings.HasPrefix(got, "Nobody yet.") {
		t.Errorf("without a reminder: %d people, %q", len(v.ids), got)
	}
}

func TestPersonOpensApplications(t *testing.T) {
	s := newStage(t)
	id := s.meets("Acme Robotics", "Designer", data.Person{Name: "Dana Ruiz", Addresses: []string{"dana@acme.example"}}, "early ideas", 4)
	s.people()
	s.press("people.application:" + string(id))
	if len(s.gone) != 1 || s.gone[0] != (Place{Page: PageInterviews, Application: id}) {
		t.Errorf("went to %+v, want the application", s.gone)
	}
	for node, want := range map[string]string{"people.standing": "Your last contact was on Thursday.", "people.address:0": "dana@acme.example"} {
		if got := s.text(node); got != want {
			t.Errorf("%s says %q, want %q", node, got, want)
		}
	}
}
