package sqlite

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"afterword/data"
)

func TestCaseKeepsEveryField(t *testing.T) {
	s := openTest(t, "")
	d := data.Day{Year: 2026, Month: time.December, Day: 1}
	a := data.Application{
		Company: "Acme", Role: "Designer", EmployerZone: "America/New_York", Country: "US", Source: "agency",
		Policy: data.ViaAgency, PromisedBy: d, PromisedText: "soon", Holidays: []data.Day{d.Add(1)}, Notes: "n",
		Added: noon, Updated: noon.Add(time.Second),
	}
	p := data.Person{
		Name: "Dr Dana Ruiz", Preferred: "Dana", Honorific: "Dr", Job: "Head", Kind: "manager",
		Addresses: []string{"dana@acme.example", "d@acme.example"}, Group: true,
	}
	q := data.Person{Name: "Noor", Kind: "interviewer"}
	first := data.Interview{
		Start: noon, End: noon.Add(time.Hour), Date: d, Zone: "UTC", Kind: "video", Place: "there", UID: "u", Notes: "x",
	}
	second := data.Interview{Date: d}
	write(t, s, func(tx *Tx) error {
		ctx := t.Context()
		if err := errors.Join(tx.AddApplication(ctx, &a), tx.AddPerson(ctx, &p), tx.AddPerson(ctx, &q)); err != nil {
			return err
		}
		first.Application, second.Application = a.ID, a.ID
		second.With = []data.Met{{Person: p.ID, Topic: "plans"}}
		return errors.Join(tx.Involve(ctx, a.ID, q.ID, "recruiter"), tx.AddInterview(ctx, &first),
			tx.AddInterview(ctx, &second), tx.Involve(ctx, a.ID, p.ID, ""))
	})
	q.Kind = "recruiter" // in this application
	want := data.Case{Application: a, Interviews: []data.Interview{first, second}, People: []data.Person{p, q}}
	got := must(s.Case(t.Context(), a.ID))
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Case =\n%+v, want\n%+v", got, want)
	}
	if all := must(s.Cases(t.Context(), nil)); !reflect.DeepEqual(all, []data.Case{want}) {
		t.Errorf("Cases =\n%+v, want the same", all)
	}
	if people := must(s.PeopleByID(t.Context(), []data.ID{p.ID, q.ID})); len(people) != 2 || people[1].Kind != "interviewer" {
		t.Errorf("People = %+v, want both with their own kinds", people)
	}
}

func TestCasesByID(t *testing.T) {
	s := openTest(t, "")
	a := addCase(t, s, "Acme", "", "Dana")
	b := addCase(t, s, "Borealis", "", "Erin")
	addCase(t, s, "Cirrus", "", "Finn")
	got := must(s.Cases(t.Context(), []data.ID{b.Application.ID, "nobody", a.Application.ID}))
	if want := []data.Case{b, a}; !reflect.DeepEqual(got, want) {
		t.Errorf("Cases =\n%+v, want\n%+v", got, want)
	}
	if got := must(s.Cases(t.Context(), []data.ID{})); len(got) != 0 {
		t.Errorf("Cases of no IDs = %d, want none", len(got))
	}
	if _, err := s.Case(t.Context(), "nobody"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("Case(nobody) = %v, want ErrNotFound", err)
	}
}

func TestNobodyIsNotFound(t *testing.T) {
	s := openTest(t, "")
	ctx := t.Context()
	_, event := s.Event(ctx, "x")
	_, message := s.Message(ctx, "x")
	_, letter := s.Letter(ctx, "x", "check_in:1")
	_, mailbox := s.Mailbox(ctx, "x")
	for what, err := range map[string]error{
		"event": event, "message": message, "letter": letter, "mailbox": mailbox,
		"delete mailbox": s.Write(ctx, func(tx *Tx) error { return tx.DeleteMailbox(ctx, "x") }),
		"update message": s.Write(ctx, func(tx *Tx) error { return tx.UpdateMessage(ctx, data.Message{ID: "x"}) }),
		"person":         s.Write(ctx, func(tx *Tx) error { _, err := tx.Person(ctx, "x"); return err }),
		"interview":      s.Write(ctx, func(tx *Tx) error { _, err := tx.Interview(ctx, "x"); return err }),
		"application":    s.Write(ctx, func(tx *Tx) error { _, err := tx.Application(ctx, "x"); return err }),
	} {
		if !errors.Is(err, data.ErrNotFound) {
			t.Errorf("%s: got %v, want ErrNotFound", what, err)
		}
	}
}

func TestLinksMustExist(t *testing.T) {
	s := openTest(t, "")
	ctx := t.Context()
	for what, change := range map[string]func(*Tx) error{
		"interview": func(tx *Tx) error { return tx.AddInterview(ctx, &data.Interview{Application: "x"}) },
		"involve":   func(tx *Tx) error { return tx.Involve(ctx, "x", "y", "") },
		"topic":     func(tx *Tx) error { return tx.SetTopic(ctx, "x", "y", "z") },
		"letter":    func(tx *Tx) error { return tx.SaveLetter(ctx, data.Letter{Application: "x", Item: "i"}) },
		"folder":    func(tx *Tx) error { return tx.SaveFolder(ctx, "x", data.Folder{Name: "INBOX"}) },
		"seen":      func(tx *Tx) error { return tx.Remember(ctx, "x", data.Folder{Name: "INBOX"}, []Seen{{1, "h"}}) },
	} {
		if err := s.Write(ctx, change); err == nil {
			t.Errorf("%s of a record that is not there succeeded, want an error", what)
		}
	}
}
