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

// BenchmarkListMany opens the list of 100,000 applications: for the first time,
// again, and after one of them changed.
func BenchmarkListMany(b *testing.B) {
	d := manyDesk(b, 100_000)
	list := func(b *testing.B) []Row {
		rows, err := d.List(b.Context(), Filter{All: true})
		if err != nil {
			b.Fatal(err)
		}
		return rows
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			d.outlooks.all = nil
			list(b)
		}
	})
	rows := list(b)
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			list(b)
		}
	})
	b.Run("one changed", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := d.SetApplication(b.Context(), rows[i%len(rows)].ID, "role", fmt.Sprint("Lead ", i)); err != nil {
				b.Fatal(err)
			}
			list(b)
		}
	})
}
