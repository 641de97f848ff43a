package sqlite

import (
	"reflect"
	"strings"
	"testing"

	"afterword/data"
)

func TestFindApplications(t *testing.T) {
	s := openTest(t, "")
	names := map[int64]string{}
	for _, c := range [][3]string{
		{"Acme Robotics", "Product designer", "Dana Ruiz"},
		{"Müller & Söhne", "Entwickler", "Jürgen Groß"},
		{"Café Noir", "Chef de projet", "Zoë O'Brien-Nuñez"},
		{"株式会社", "engineer", "桜 田中"},
	} {
		id := addCase(t, s, c[0], c[1], c[2]).Application.ID
		names[must(s.Numbers(t.Context(), []data.ID{id}))[id]] = c[0]
	}
	cases := []struct{ search, want string }{
		{"acm", "Acme Robotics"},
		{"ROB", "Acme Robotics"},
		{"dana acme", "Acme Robotics"},
		{"dana cafe", ""},
		{"muller", "Müller & Söhne"},
		{"sohne jurgen", "Müller & Söhne"},
		{"cafe", "Café Noir"},
		{"CAFÉ", "Café Noir"},
		{"cafe\u0301", "Café Noir"},
		{"o'brien", "Café Noir"},
		{"nunez", "Café Noir"},
		{"株式", "株式会社"},
		{"des", "Acme Robotics"},
		{`acme" OR "cafe`, ""},
		{"acme*", "Acme Robotics"},
		{"company:acme", ""},
		{"xyz", ""},
	}
	for _, c := range cases {
		var got []string
		for _, n := range must(s.FindApplications(t.Context(), c.search)) {
			got = append(got, names[n])
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("FindApplications(%q) = %q, want %q", c.search, text, c.want)
		}
	}
	for _, all := range []string{"", "  ", `"*-`} {
		if got := must(s.FindApplications(t.Context(), all)); len(got) != 4 {
			t.Errorf("FindApplications(%q) = %d, want all 4", all, len(got))
		}
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	s := openTest(t, "")
	c := addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	app, dana := c.Application.ID, c.People[0].ID
	find := func(word string) int { return len(must(s.FindApplications(t.Context(), word))) }
	set := file(t, s, data.Event{Application: app, Type: data.EventSet, Name: "company", Value: "Borealis"})
	file(t, s, data.Event{Application: app, Type: data.EventSet, Target: dana, Name: "name", Value: "Erin Ruiz"})
	if got := []int{find("acme"), find("boreal"), find("dana"), find("erin")}; !reflect.DeepEqual(got, []int{0, 1, 0, 1}) {
		t.Errorf("acme, boreal, dana, erin = %v, want 0 1 0 1", got)
	}
	file(t, s, data.Event{Application: app, Type: data.EventUndo, Target: set})
	p := data.Person{Name: "Noor Haddad"}
	write(t, s, func(tx *Tx) error {
		if err := tx.AddPerson(t.Context(), &p); err != nil {
			return err
		}
		return tx.Involve(t.Context(), app, p.ID, "recruiter")
	})
	if got := []int{find("acme"), find("boreal"), find("noor")}; !reflect.DeepEqual(got, []int{1, 0, 1}) {
		t.Errorf("acme, boreal, noor = %v, want 1 0 1", got)
	}
}

func FuzzFindApplications(f *testing.F) {
	s := openTest(f, "")
	for _, seed := range []string{"acme", `"`, "a* OR b", "NEAR(a b)", "é\x00", "\xff\xfe", "-", "^a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, search string) {
		if _, err := s.FindApplications(t.Context(), search); err != nil {
			t.Errorf("FindApplications(%q) = %v, want no error", search, err)
		}
	})
}
