package sqlite

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"afterword/data"
)

// meets stores an application with one interview with a person.
func meets(t testing.TB, s *Store, company, name, job, address string) (data.ID, data.ID) {
	t.Helper()
	a := data.Application{Company: company, Added: noon}
	p := data.Person{Name: name, Job: job}
	if address != "" {
		p.Addresses = []string{address}
	}
	iv := data.Interview{Start: noon}
	write(t, s, func(tx *Tx) error {
		if err := tx.AddApplication(t.Context(), &a); err != nil {
			return err
		}
		if err := tx.AddPerson(t.Context(), &p); err != nil {
			return err
		}
		iv.Application, iv.With = a.ID, []data.Met{{Person: p.ID}}
		return tx.AddInterview(t.Context(), &iv)
	})
	return a.ID, p.ID
}

// names says whom a list shows.
func names(t *testing.T, s *Store, search string, keep bool) string {
	t.Helper()
	var all []string
	for _, id := range must(s.Contacts(t.Context(), search, keep)) {
		all = append(all, must(s.PeopleByID(t.Context(), []data.ID{id}))[0].Name)
	}
	return strings.Join(all, ", ")
}

func TestContactsAreSortedAndFound(t *testing.T) {
	s := openTest(t, "")
	acme, dana := meets(t, s, "Acme Robotics", "Dana Ruiz", "Head of design", "dana@acme.example")
	meets(t, s, "Müller & Söhne", "Örjan Åberg", "", "")
	meets(t, s, "Kestrel Health", "Zoë O'Brien", "Recruiter", "zoe@kestrel.example")
	meets(t, s, "Orchard Bank", "pavel novák", "", "")
	file(t, s, data.Event{Application: acme, Type: data.EventSet, Target: dana, Name: "keep_in_touch", Value: "90"})
	for _, c := range []struct {
		search, want string
		keep         bool
	}{
		{"", "Dana Ruiz, Örjan Åberg, pavel novák, Zoë O'Brien", false},
		{"or", "Örjan Åberg, pavel novák", false},
		{"novak", "pavel novák", false},
		{"recr kes", "Zoë O'Brien", false},
		{"zoe@kestrel", "Zoë O'Brien", false},
		{"muller", "Örjan Åberg", false},
		{"nobody", "", false},
		{"", "Dana Ruiz", true},
		{"zoe", "", true},
	} {
		if got := names(t, s, c.search, c.keep); got != c.want {
			t.Errorf("Contacts(%q, %v) = %q, want %q", c.search, c.keep, got, c.want)
		}
	}
}

// TestOneContact: an agency's consultant of three applications is one line, as
// long as name and address are the same; whoever shares an address keeps a line.
func TestOneContact(t *testing.T) {
	s := openTest(t, "")
	first, sara := meets(t, s, "Acme Robotics", "Sara Lind", "", "sara@agency.example")
	second, again := meets(t, s, "Kestrel Health", "Sara Lind", "", "sara@agency.example")
	meets(t, s, "Lumen & Field", "Lee Park", "", "sara@agency.example")
	if got, want := names(t, s, "", false), "Lee Park, Sara Lind"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, id := range []data.ID{sara, again} {
		var got []string
		for _, a := range must(s.Acquaintances(t.Context(), []data.ID{id})) {
			got = append(got, fmt.Sprint(a.Person == sara, a.Application == first))
		}
		if want := "[false false true true]"; fmt.Sprint(got) != want {
			t.Errorf("got records %v, want %s: the newest application first", got, want)
		}
	}
	deleted := file(t, s, data.Event{Application: first, Type: data.EventDeleted})
	if got := must(s.Contacts(t.Context(), "lind", false)); len(got) != 1 || got[0] != again {
		t.Errorf("with the first application deleted: got %v, want the second record %s", got, again)
	}
	file(t, s, data.Event{Application: first, Type: data.EventUndo, Target: deleted})
	if got := must(s.Contacts(t.Context(), "lind", false)); len(got) != 1 || got[0] != sara {
		t.Errorf("put back: got %v, want the first record %s", got, sara)
	}
	file(t, s, data.Event{Application: second, Type: data.EventSet, Target: again, Name: "addresses", Value: `["sl@other.example"]`})
	if got := must(s.Contacts(t.Context(), "lind", false)); len(got) != 2 {
		t.Errorf("with another address: got %v, want two", got)
	}
}

// TestContactsFollowTheFacts: whatever happens in whatever order, one by one or
// together, the list is the one that a file without it is given.
func TestContactsFollowTheFacts(t *testing.T) {
	for seed := range uint64(8) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { contactsFollow(t, rand.New(rand.NewPCG(7, seed))) })
	}
}

func contactsFollow(t *testing.T, random *rand.Rand) {
	s := openTest(t, "")
	type record struct{ application, person data.ID }
	var all []record
	var together []data.Event
	settle := func() {
		write(t, s, func(tx *Tx) error {
			for i := range together {
				if err := tx.AddEvent(t.Context(), &together[i]); err != nil {
					return err
				}
			}
			return nil
		})
		together = nil
	}
	for step := range 80 {
		name, address := fmt.Sprintf("Person %d", random.IntN(3)), fmt.Sprintf("p%d@x.example", random.IntN(3))
		if len(all) < 4 || random.IntN(4) == 0 {
			a, p := meets(t, s, fmt.Sprintf("Company %d", step), name, "", address)
			all = append(all, record{a, p})
			continue
		}
		r := all[random.IntN(len(all))]
		e := data.Event{Application: r.application, Type: data.EventSet, Target: r.person, At: noon}
		switch random.IntN(5) {
		case 0:
			e.Name, e.Value = "name", name
		case 1:
			e.Name, e.Value = "addresses", `["`+address+`","p0@x.example"]`
		case 2:
			e.Name, e.Value, e.Target = "company", "Renamed", r.application
		case 3:
			e = data.Event{Application: r.application, Type: data.EventDeleted, At: noon}
		case 4:
			settle()
			last := must(s.NewestEvents(t.Context(), 0, 3))
			if len(last) == 0 {
				continue
			}
			e = data.Event{Application: last[len(last)-1].Application, Type: data.EventUndo, Target: last[len(last)-1].ID, At: noon}
		}
		if together = append(together, e); random.IntN(3) == 0 {
			settle()
		}
	}
	settle()
	kept := wholeList(t, s)
	write(t, s, func(tx *Tx) error {
		if err := tx.exec(t.Context(), "forget", `DELETE FROM contacts`); err != nil {
			return err
		}
		return tx.exec(t.Context(), "forget", `DELETE FROM contact_search`)
	})
	write(t, s, func(tx *Tx) error { return tx.listPeople(t.Context()) })
	if fresh := wholeList(t, s); kept != fresh {
		t.Errorf("the list as kept:\n%s\nmade anew:\n%s", kept, fresh)
	}
}

// wholeList writes the list of people and what is found in it as a text.
func wholeList(t *testing.T, s *Store) string {
	t.Helper()
	lines := must(view(t.Context(), s, func(tx *Tx) ([]string, error) {
		return list(t.Context(), tx, scanText, `SELECT concat_ws('|', c.n, c.sort, c.lead, c.keep, f.name, f.companies, f.addresses)
			FROM contacts c LEFT JOIN contact_search f ON f.rowid = c.n ORDER BY c.n`)
	}))
	return strings.Join(lines, "\n")
}
