package sqlite

import (
	"fmt"
	"testing"
	"time"

	"afterword/data"
)

// fill stores count applications, each with an interview, a person and eight
// events.
func fill(b *testing.B, s *Store, count int) []data.ID {
	b.Helper()
	var all []data.ID
	ctx := b.Context()
	for n := 0; n < count; n++ {
		if n%1000 != 0 {
			continue
		}
		write(b, s, func(tx *Tx) error {
			for i := n; i < min(n+1000, count); i++ {
				a := data.Application{Company: fmt.Sprintf("Acme %d", i), Role: "Designer", Added: noon}
				p := data.Person{Name: fmt.Sprintf("Dana Ruiz %d", i), Addresses: []string{fmt.Sprintf("dana%d@acme.example", i)}}
				if err := tx.AddApplication(ctx, &a); err != nil {
					return err
				}
				if err := tx.AddPerson(ctx, &p); err != nil {
					return err
				}
				iv := data.Interview{Application: a.ID, Start: noon, With: []data.Met{{Person: p.ID}}}
				if err := tx.AddInterview(ctx, &iv); err != nil {
					return err
				}
				all = append(all, a.ID)
				for j := range 8 {
					e := data.Event{
						Application: a.ID, Type: data.EventReply, Class: data.ReplyCourtesy, Source: data.ByMail,
						At: noon.Add(time.Duration(j) * time.Hour), Why: "Dana Ruiz answered in the thread",
					}
					if err := tx.AddEvent(ctx, &e); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	return all
}

func BenchmarkStore(b *testing.B) {
	s := openTest(b, "")
	all := fill(b, s, 10_000)
	ctx := b.Context()
	b.Run("Cases of 10,000", func(b *testing.B) {
		for b.Loop() {
			if got := must(s.Cases(ctx, nil)); len(got) != len(all) {
				b.Fatalf("Cases = %d, want %d", len(got), len(all))
			}
		}
	})
	b.Run("Cases of 50", func(b *testing.B) {
		for b.Loop() {
			must(s.Cases(ctx, all[5000:5050]))
		}
	})
	b.Run("Case", func(b *testing.B) {
		for b.Loop() {
			must(s.Case(ctx, all[5000]))
		}
	})
	b.Run("AddEvent", func(b *testing.B) {
		for b.Loop() {
			file(b, s, data.Event{Application: all[77], Type: data.EventNote, Value: "a call"})
		}
	})
	b.Run("AddEvent set", func(b *testing.B) {
		for b.Loop() {
			file(b, s, data.Event{Application: all[78], Type: data.EventSet, Name: "role", Value: "Lead"})
		}
	})
	b.Run("FindApplications", func(b *testing.B) {
		for b.Loop() {
			must(s.FindApplications(ctx, "dana ruiz 77"))
		}
	})
	b.Run("Version", func(b *testing.B) {
		for b.Loop() {
			must(s.Version(ctx))
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	s := openTest(b, "")
	for b.Loop() {
		again, err := Open(b.Context(), s.Path())
		if err != nil {
			b.Fatal(err)
		}
		if err := again.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
