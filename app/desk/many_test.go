package desk

import (
	"fmt"
	"testing"

	"afterword/data"
	"afterword/data/sqlite"
)

// manyDesk returns a desk with n applications, each with an interview, a person
// and two events.
func manyDesk(tb testing.TB, n int) *Desk {
	d := fullDesk(tb, 1)
	const run = 5000 // applications of one transaction
	for from := 0; from < n; from += run {
		err := d.store.Write(tb.Context(), func(tx *sqlite.Tx) error {
			for i := from; i < min(from+run, n); i++ {
				if err := addOne(tb, tx, d, i); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return d
}

func addOne(tb testing.TB, tx *sqlite.Tx, d *Desk, i int) error {
	ctx, start := tb.Context(), d.Now().AddDate(0, 0, -i%60)
	a := data.Application{Company: fmt.Sprintf("Acme %d", i), Role: "Designer", Added: start}
	if err := tx.AddApplication(ctx, &a); err != nil {
		return err
	}
	p := data.Person{Name: fmt.Sprintf("Dana Ruiz %d", i), Addresses: []string{fmt.Sprintf("dana%d@acme.example", i)}}
	if err := tx.AddPerson(ctx, &p); err != nil {
		return err
	}
	iv := data.Interview{Application: a.ID, Start: start, With: []data.Met{{Person: p.ID}}}
	if err := tx.AddInterview(ctx, &iv); err != nil {
		return err
	}
	for _, kind := range []data.EventType{data.EventNote, data.EventATSUpdate} {
		e := data.Event{Application: a.ID, Type: kind, Source: data.ByUser, At: start, Value: "a call"}
		if err := tx.AddEvent(ctx, &e); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkMany shows 100,000 applications: for the first time ever, from the
// file of an earlier run, again, after one of them changed, the rows in sight,
// and with each letter of a search.
func BenchmarkMany(b *testing.B) {
	d := manyDesk(b, 100_000)
	listing := func(b *testing.B, d *Desk, f Filter) []Place {
		for {
			l, err := d.Listing(b.Context(), f)
			if err != nil {
				b.Fatal(err)
			}
			if l.Left == 0 {
				return l.Places
			}
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			d.survey.all = nil
			listing(b, d, Filter{All: true})
		}
	})
	places := listing(b, d, Filter{All: true})
	d.writeGlances(b.Context())
	b.Run("from the file", func(b *testing.B) {
		for b.Loop() {
			d.survey.all = nil
			listing(b, d, Filter{All: true})
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			listing(b, d, Filter{All: true})
		}
	})
	b.Run("one changed", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := d.SetApplication(b.Context(), places[i%len(places)].ID, "role", fmt.Sprint("Lead ", i)); err != nil {
				b.Fatal(err)
			}
			listing(b, d, Filter{All: true})
		}
	})
	b.Run("rows in sight", func(b *testing.B) {
		var ids []data.ID
		for _, p := range places[:20] {
			ids = append(ids, p.ID)
		}
		for b.Loop() {
			if _, err := d.Rows(b.Context(), ids); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("today", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.TodayFirst(b.Context(), 3); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, search := range []string{"a", "acme 77", "xyz"} {
		b.Run("search "+search, func(b *testing.B) {
			for b.Loop() {
				listing(b, d, Filter{Search: search, All: true})
			}
		})
	}
}
