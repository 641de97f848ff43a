package desk

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"afterword/app/profile"
	"afterword/data"
)

// TestKeptOutlooksAreAlwaysTrue lives through some weeks at random and asks
// after each step whether the desk that keeps what it computed shows the same as
// one that computes everything anew.
func TestKeptOutlooksAreAlwaysTrue(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { liveAtRandom(t, seed) })
	}
}

func liveAtRandom(t *testing.T, seed uint64) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	now := w.Now()
	random := rand.New(rand.NewPCG(1, seed))
	var apps []data.ID
	for step := range 150 {
		switch n := random.IntN(10); {
		case n == 0 || len(apps) < 3:
			start := now.Add(time.Duration(random.IntN(200)-100) * time.Hour).Truncate(time.Hour)
			id, err := w.AddApplication(t.Context(), NewApplication{
				Company: fmt.Sprintf("Company %d", step), Role: "Designer",
				First: NewInterview{Start: start, With: []data.Person{{Name: fmt.Sprintf("Person %d", step)}}},
			})
			w.check(err)
			apps = append(apps, id)
		case n == 1: // a clock that is set back
			now = now.Add(-time.Duration(random.IntN(180)) * time.Minute)
			w.at(now.Format(time.RFC3339))
		case n < 6:
			now = now.Add(time.Duration(random.IntN(40*60)) * time.Minute)
			w.at(now.Format(time.RFC3339))
		default:
			w.actAtRandom(random, apps[random.IntN(len(apps))])
		}
		if random.IntN(4) == 0 { // what later desks read may be older than the facts
			w.survey.mu.Lock()
			w.writeGlances(t.Context())
			w.survey.mu.Unlock()
		}
		fresh, err := Open(t.Context(), w.profile)
		w.check(err)
		w.sameAs(fresh, step)
		w.check(fresh.Close())
	}
}

// actAtRandom does something to an application. What does not fit its plan is
// refused, and changes nothing.
func (w *week) actAtRandom(random *rand.Rand, id data.ID) {
	w.Helper()
	det, err := w.Detail(w.Context(), id)
	w.check(err)
	item := data.ItemKey("check_in:1")
	if n := len(det.Plan.Items); n > 0 {
		item = det.Plan.Items[random.IntN(n)].Key
	}
	later := data.DayOf(w.Now(), w.Zone()).Add(1 + random.IntN(20))
	acts := []func() error{
		func() error { _, err := w.MarkSent(w.Context(), id, item, time.Time{}, ""); return err },
		func() error { _, err := w.Skip(w.Context(), id, item); return err },
		func() error { _, err := w.Snooze(w.Context(), id, item, later); return err },
		func() error { _, err := w.Pin(w.Context(), id, item, later); return err },
		func() error { _, err := w.Said(w.Context(), id, data.ReplyPromise, later, time.Time{}); return err },
		func() error {
			_, err := w.Said(w.Context(), id, data.ReplyRejection, data.Day{}, time.Time{})
			return err
		},
		func() error { _, err := w.UndoLast(w.Context()); return err },
		func() error { _, err := w.CloseApplication(w.Context(), id, "other"); return err },
		func() error { _, err := w.Delete(w.Context(), id); return err },
		func() error {
			_, err := w.SetApplication(w.Context(), id, "company", "Renamed "+string(item))
			return err
		},
		func() error { return w.Set(w.Context(), "checkin_due_days", fmt.Sprint(7+random.IntN(20))) },
	}
	if err := acts[random.IntN(len(acts))](); err != nil {
		w.Logf("refused: %v", err)
	}
}

// sameAs compares what two desks show.
func (w *week) sameAs(fresh *Desk, step int) {
	w.Helper()
	for _, f := range []Filter{{}, {All: true}, {Search: "renamed", All: true}} {
		got, err := w.List(w.Context(), f)
		w.check(err)
		want, err := fresh.List(w.Context(), f)
		w.check(err)
		if len(got) != len(want) {
			w.Fatalf("step %d: got %d rows, want %d", step, len(got), len(want))
		}
		w.samePlaces(fresh, f, want, step)
		for i := range got {
			if !reflect.DeepEqual(got[i], want[i]) {
				w.Fatalf("step %d, %s: got row\n%+v %+v, want\n%+v %+v", step, w.Now(), got[i], got[i].Next, want[i], want[i].Next)
			}
		}
	}
	got, err := w.Today(w.Context())
	w.check(err)
	want, err := fresh.Today(w.Context())
	w.check(err)
	if !reflect.DeepEqual(got, want) {
		w.Fatalf("step %d, %s: got today\n%+v, want\n%+v", step, w.Now(), got, want)
	}
}

// samePlaces holds the places that a desk keeps, and those that it read from its
// file, to the rows that were computed anew.
func (w *week) samePlaces(fresh *Desk, f Filter, want []Row, step int) {
	w.Helper()
	for name, d := range map[string]*Desk{"kept": w.Desk, "fresh": fresh} {
		l, err := d.Listing(w.Context(), f)
		w.check(err)
		if l.Left != 0 || len(l.Places) != len(want) {
			w.Fatalf("step %d, %s: got %d places and %d left, want %d and none", step, name, len(l.Places), l.Left, len(want))
		}
		for i, p := range l.Places {
			if r := want[i]; p != PlaceOf(r.ID, r.Badge, r.State) || p.NeedsMe() != r.NeedsMe {
				w.Fatalf("step %d, %s: got %+v at %d, want %+v", step, name, p, i, r)
			}
		}
	}
}

func BenchmarkList(b *testing.B) {
	d := fullDesk(b, 1000)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			d.survey.all = nil
			if _, err := d.List(b.Context(), Filter{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.List(b.Context(), Filter{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// fullDesk returns a desk with n applications.
func fullDesk(tb testing.TB, n int) *Desk {
	tb.Helper()
	p, err := profile.New(profile.Flags{Home: tb.TempDir(), Now: "2026-11-16T09:00:00+01:00", Clock: "still", TZ: "Europe/Berlin"})
	if err != nil {
		tb.Fatal(err)
	}
	d, err := Open(tb.Context(), p)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { d.Close() })
	for i := range n {
		start := d.Now().AddDate(0, 0, -i%60)
		_, err := d.AddApplication(tb.Context(), NewApplication{
			Company: fmt.Sprintf("Company %d", i), Role: "Designer",
			First: NewInterview{Start: start, With: []data.Person{{Name: fmt.Sprintf("Person %d", i)}}},
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return d
}

// TestDateWithoutATime holds an interview of which only the date is known to the
// same end in the list and in the plan.
func TestDateWithoutATime(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	id, err := w.AddApplication(t.Context(), NewApplication{Company: "Acme", First: NewInterview{
		Date: data.Day{Year: 2026, Month: 11, Day: 18}, With: []data.Person{{Name: "Dana Ruiz"}},
	}})
	w.check(err)
	w.app = id
	for _, c := range []struct {
		now   string
		badge data.Badge
		ahead bool
	}{
		{"2026-11-18T16:59:00+01:00", data.BadgeInterview, true},
		{"2026-11-18T17:00:00+01:00", data.BadgeWaiting, false},
	} {
		w.at(c.now)
		rows, err := w.List(t.Context(), Filter{})
		w.check(err)
		today, err := w.Today(t.Context())
		w.check(err)
		var ahead bool
		for _, line := range today.Coming {
			ahead = ahead || line.Text == "Interview"
		}
		if rows[0].Badge != c.badge || ahead != c.ahead {
			t.Errorf("at %s: badge %q, coming %v, want %q, %v", c.now, rows[0].Badge, ahead, c.badge, c.ahead)
		}
	}
	p := w.detail().Case.People[0]
	w.check(w.SetPerson(t.Context(), id, p.ID, PersonChange{Name: p.Name, Keep: 90}))
	det := w.detail()
	if it, ok := det.Plan.Item(data.KeepInTouchKey(p.ID)); !ok || it.Because[0].From.String() != "2026-11-18" {
		t.Errorf("keeping in touch: %+v, want it counted from the day of the interview", it)
	}
}
