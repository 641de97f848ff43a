package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
	"time"

	"afterword/data"
	"afterword/data/sqlite"
)

// A told is one application of testdata/insights.json: its interviews and what
// happened, as days and times of one autumn.
type told struct {
	Company  string   `json:"company"`
	Times    int      `json:"times"` // how many such applications there are; 0 is one
	Meetings []string `json:"meetings"`
	Events   []struct {
		At     string           `json:"at"`
		Type   data.EventType   `json:"type"`
		Class  data.ReplyClass  `json:"class"`
		Item   string           `json:"item"`  // thank_you or check_in:1
		Round  int              `json:"round"` // whose thank-you it is, from 0
		Undo   int              `json:"undo"`  // how many events back the undone one is
		Source data.Source      `json:"source"`
		Invite *json.RawMessage `json:"-"`
	} `json:"events"`
}

type insightCase struct {
	Name string `json:"name"`
	Why  string `json:"why"`
	Now  string `json:"now"`
	All  []told `json:"applications"`
	Want struct {
		Interviews int               `json:"interviews"`
		Answered   int               `json:"answered"`
		Median     *float64          `json:"median"`
		Bins       [][3]int          `json:"bins"`
		Shares     map[string][2]int `json:"shares"` // answered, of
		Stages     []int             `json:"stages"`
		Months     [][3]int          `json:"months"` // month, interviews, answered
		Latest     []string          `json:"latest"`
	} `json:"want"`
}

func autumn(t *testing.T, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// live puts a told application into the store.
func (a told) live(t *testing.T, tx *sqlite.Tx) error {
	app := data.Application{Company: a.Company, Added: autumn(t, "2026-01-01 09:00")}
	if err := tx.AddApplication(t.Context(), &app); err != nil {
		return err
	}
	dana := data.Person{Name: "Dana Ruiz"}
	if err := tx.AddPerson(t.Context(), &dana); err != nil {
		return err
	}
	if err := tx.AddEvent(t.Context(), &data.Event{Application: app.ID, Type: data.EventAdded, At: app.Added}); err != nil {
		return err
	}
	var rounds []data.ID
	for _, start := range a.Meetings {
		iv := data.Interview{Application: app.ID, Start: autumn(t, start), With: []data.Met{{Person: dana.ID}}}
		if err := tx.AddInterview(t.Context(), &iv); err != nil {
			return err
		}
		rounds = append(rounds, iv.ID)
	}
	var filed []data.ID
	for _, told := range a.Events {
		e := data.Event{Application: app.ID, Type: told.Type, Class: told.Class, At: autumn(t, told.At), Source: data.ByUser}
		switch {
		case told.Undo > 0:
			e.Target = filed[len(filed)-told.Undo]
		case told.Item == string(data.KindThankYou):
			e.Item = data.ThankYouKey(rounds[told.Round], dana.ID)
		case told.Type == data.EventInterviewCancelled:
			e.Round = rounds[told.Round]
		default:
			e.Item = data.ItemKey(told.Item)
		}
		if err := tx.AddEvent(t.Context(), &e); err != nil {
			return err
		}
		filed = append(filed, e.ID)
	}
	return nil
}

// TestInsights lives the made histories of testdata/insights.json and compares
// every number.
func TestInsights(t *testing.T) {
	file, err := os.ReadFile("testdata/insights.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []insightCase
	if err := json.Unmarshal(file, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			w := newWeek(t, autumn(t, c.Now).Format(time.RFC3339))
			w.check(w.store.Write(t.Context(), func(tx *sqlite.Tx) error {
				for _, a := range c.All {
					for range max(a.Times, 1) {
						if err := a.live(t, tx); err != nil {
							return err
						}
					}
				}
				return nil
			}))
			got, err := w.Insights(t.Context(), nil)
			w.check(err)
			c.compare(t, got)
		})
	}
}

func (c *insightCase) compare(t *testing.T, got Insights) {
	t.Helper()
	want := c.Want
	if got.Interviews != want.Interviews || got.Answered != want.Answered {
		t.Errorf("got %d interviews, %d answered, want %d and %d", got.Interviews, got.Answered, want.Interviews, want.Answered)
	}
	var bins [][3]int
	if got.Days != nil {
		for _, b := range got.Days.Bins {
			bins = append(bins, [3]int{b.From, b.To, b.N})
		}
		if want.Median == nil || *want.Median != got.Days.Median {
			t.Errorf("got median %v, want %v", got.Days.Median, want.Median)
		}
	}
	equal(t, "bins", bins, want.Bins)
	var shares map[string][2]int
	for _, s := range got.Shares {
		if shares == nil {
			shares = make(map[string][2]int)
		}
		shares[string(s.Kind)] = [2]int{s.Answered, s.N}
	}
	equal(t, "shares", shares, want.Shares)
	var stages []int
	for _, s := range got.Stages {
		stages = append(stages, s.N)
	}
	equal(t, "stages", stages, want.Stages)
	var months [][3]int
	for _, m := range got.Months {
		months = append(months, [3]int{int(m.First.Month), m.Interviews, m.Answered})
	}
	equal(t, "months", months, want.Months)
	var latest []string
	for _, h := range got.Latest {
		latest = append(latest, fmt.Sprint(h.Company, " ", h.Days))
	}
	equal(t, "latest", latest, want.Latest)
}

func equal[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %s %v, want %v", what, got, want)
	}
}

// TestKeptTalesAreAlwaysTrue lives through some weeks at random and asks after
// each step whether the numbers that were kept are those of a fresh count.
func TestKeptTalesAreAlwaysTrue(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	now := w.Now()
	random := rand.New(rand.NewPCG(3, 4))
	var apps []data.ID
	told := false
	for step := range 220 {
		switch n := random.IntN(10); {
		case n == 0 || len(apps) < 20:
			start := now.Add(time.Duration(random.IntN(400)-380) * time.Hour).Truncate(time.Hour)
			id, err := w.AddApplication(t.Context(), NewApplication{
				Company: fmt.Sprintf("Company %d", step),
				First:   NewInterview{Start: start, With: []data.Person{{Name: fmt.Sprintf("Person %d", step)}}},
			})
			w.check(err)
			apps = append(apps, id)
		case n < 5:
			now = now.Add(time.Duration(random.IntN(40*60)) * time.Minute)
			w.at(now.Format(time.RFC3339))
		default:
			w.actAtRandom(random, apps[random.IntN(len(apps))])
		}
		got, err := w.Insights(t.Context(), nil)
		w.check(err)
		fresh, err := Open(t.Context(), w.profile)
		w.check(err)
		want, err := fresh.Insights(t.Context(), nil)
		w.check(err)
		w.check(fresh.Close())
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: got %+v, want %+v", step, got, want)
		}
		told = told || got.Enough()
	}
	if !told {
		t.Error("the weeks had never five answers, so nothing was compared")
	}
}

// TestInsightsEndWhenThePageIsLeft cancels a count on its way and counts again.
func TestInsightsEndWhenThePageIsLeft(t *testing.T) {
	d := fullDesk(t, 600)
	ctx, cancel := context.WithCancel(t.Context())
	var steps []int
	_, err := d.Insights(ctx, func(done, all int) {
		if steps = append(steps, done); len(steps) == 2 {
			cancel()
		}
		if all != 600 {
			t.Errorf("got %d applications in all, want 600", all)
		}
	})
	if !errors.Is(err, context.Canceled) || len(steps) != 2 {
		t.Errorf("got %v after the steps %v, want a cancelled count after two", err, steps)
	}
	got, err := d.Insights(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := Open(t.Context(), d.profile)
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	want, err := fresh.Insights(t.Context(), nil)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v (%v)", got, want, err)
	}
	again := false
	if _, err := d.Insights(t.Context(), func(int, int) { again = true }); err != nil || again {
		t.Errorf("a second look read applications again, or failed: %v", err)
	}
}

// BenchmarkInsightsMany counts 100,000 applications: for the first time, again,
// and after one of them changed.
func BenchmarkInsightsMany(b *testing.B) {
	d := manyDesk(b, 100_000)
	look := func(b *testing.B) {
		if _, err := d.Insights(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			d.tales.all = nil
			look(b)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			look(b)
		}
	})
	rows, err := d.List(b.Context(), Filter{All: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("one changed", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := d.SetApplication(b.Context(), rows[i%len(rows)].ID, "role", fmt.Sprint("Lead ", i)); err != nil {
				b.Fatal(err)
			}
			look(b)
		}
	})
}
