package sqlite

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"afterword/data"
)

// noon is when the tests happen.
var noon = time.Date(2026, time.November, 16, 12, 0, 0, 0, time.UTC)

// openTest opens a new file, or the one at path.
func openTest(t testing.TB, path string) *Store {
	t.Helper()
	if path == "" {
		path = filepath.Join(t.TempDir(), "home", "test.db")
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// write runs change and fails the test when it cannot.
func write(t testing.TB, s *Store, change func(*Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), change); err != nil {
		t.Fatal(err)
	}
}

// must takes the value of a read that has to succeed.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// addCase stores an application with one interview, its interviewer, and the
// events that say so.
func addCase(t testing.TB, s *Store, company, role, person string) data.Case {
	t.Helper()
	a := data.Application{Company: company, Role: role, Added: noon}
	p := data.Person{Name: person, Addresses: []string{"Dana@Acme.example"}}
	iv := data.Interview{Start: noon.Add(time.Hour), End: noon.Add(2 * time.Hour), Kind: "video"}
	write(t, s, func(tx *Tx) error {
		if err := errors.Join(tx.AddApplication(t.Context(), &a), tx.AddPerson(t.Context(), &p)); err != nil {
			return err
		}
		iv.Application, iv.With = a.ID, []data.Met{{Person: p.ID, Topic: "the roadmap"}}
		return errors.Join(
			tx.AddInterview(t.Context(), &iv),
			tx.AddEvent(t.Context(), &data.Event{Application: a.ID, Type: data.EventAdded, At: noon}),
			tx.AddEvent(t.Context(), &data.Event{Application: a.ID, Type: data.EventInterviewAdded, At: noon, Round: iv.ID}))
	})
	return must(s.Case(t.Context(), a.ID))
}

// file stores one event and returns its ID.
func file(t testing.TB, s *Store, e data.Event) data.ID {
	t.Helper()
	if e.At.IsZero() {
		e.At = noon
	}
	write(t, s, func(tx *Tx) error { return tx.AddEvent(t.Context(), &e) })
	return e.ID
}

func TestWriteIsAllOrNothing(t *testing.T) {
	s := openTest(t, "")
	stop := errors.New("stop")
	err := s.Write(t.Context(), func(tx *Tx) error {
		if err := tx.AddApplication(t.Context(), &data.Application{Company: "Acme"}); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Errorf("Write = %v, want the error of the change", err)
	}
	if got := must(s.Cases(t.Context(), nil)); len(got) != 0 {
		t.Errorf("Cases = %d, want none after a change that failed", len(got))
	}
}

func TestTxEndsWithWrite(t *testing.T) {
	s := openTest(t, "")
	var kept *Tx
	write(t, s, func(tx *Tx) error { kept = tx; return nil })
	if err := kept.AddApplication(t.Context(), &data.Application{Company: "Acme"}); err == nil {
		t.Error("AddApplication after Write succeeded, want an error")
	}
}

func TestReadersDoNotWaitForTheWriter(t *testing.T) {
	s := openTest(t, "")
	addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	write(t, s, func(tx *Tx) error {
		if err := tx.AddApplication(t.Context(), &data.Application{Company: "Borealis"}); err != nil {
			return err
		}
		if got := must(s.Cases(t.Context(), nil)); len(got) != 1 {
			t.Errorf("Cases beside an open write = %d, want the 1 that is kept", len(got))
		}
		return nil
	})
	if got := must(s.Cases(t.Context(), nil)); len(got) != 2 {
		t.Errorf("Cases after the write = %d, want 2", len(got))
	}
}

func TestManyReadersOneWriter(t *testing.T) {
	s := openTest(t, "")
	c := addCase(t, s, "Acme", "Designer", "Dana Ruiz")
	const rounds = 40
	done := make(chan error)
	for range readers {
		go func() {
			var err error
			for range rounds {
				got, readErr := s.Case(t.Context(), c.Application.ID)
				err = errors.Join(err, readErr)
				// A note and its undo are filed together: one without the other is half a write.
				if len(got.Events)%2 != 0 {
					err = errors.Join(err, fmt.Errorf("got %d events, want an even number", len(got.Events)))
				}
			}
			done <- err
		}()
	}
	for range rounds {
		write(t, s, func(tx *Tx) error {
			note := data.Event{Application: c.Application.ID, Type: data.EventNote, At: noon}
			if err := tx.AddEvent(t.Context(), &note); err != nil {
				return err
			}
			undo := data.Event{Application: c.Application.ID, Type: data.EventUndo, Target: note.ID, At: noon}
			return tx.AddEvent(t.Context(), &undo)
		})
	}
	for range readers {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

func TestVersionSeesEveryWrite(t *testing.T) {
	s := openTest(t, "")
	other := openTest(t, s.Path())
	seen := must(s.Version(t.Context()))
	for _, writer := range []*Store{s, other, s} {
		if got := must(s.Version(t.Context())); got != seen {
			t.Errorf("Version = %d without a write, want %d", got, seen)
		}
		write(t, writer, func(tx *Tx) error { return tx.SetSetting(t.Context(), "n", fmt.Sprint(seen)) })
		got := must(s.Version(t.Context()))
		if got == seen {
			t.Errorf("Version = %d after a write, want another number", got)
		}
		seen = got
	}
}

func TestTwoStoresOnOneFile(t *testing.T) {
	a := openTest(t, "")
	b := openTest(t, a.Path())
	done := make(chan error)
	const each = 25
	for _, s := range []*Store{a, b} {
		go func() {
			var err error
			for range each {
				err = errors.Join(err, s.Write(t.Context(), func(tx *Tx) error {
					return tx.AddApplication(t.Context(), &data.Application{Company: "Acme"})
				}))
			}
			done <- err
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	for _, s := range []*Store{a, b} {
		if got := must(s.Cases(t.Context(), nil)); len(got) != 2*each {
			t.Errorf("Cases = %d, want %d", len(got), 2*each)
		}
	}
}
