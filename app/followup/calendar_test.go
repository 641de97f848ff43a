package followup

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterword/data"
)

func TestDayNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-800_000, 3_000_000).Draw(t, "day")
		want := time.Unix(int64(n)*secondsOfDay, 0).UTC()
		c := day(n).civil()
		if c.String() != want.Format(time.DateOnly) && want.Year() > 0 && want.Year() < 10000 {
			t.Errorf("day %d: got %s, want %s", n, c, want.Format(time.DateOnly))
		}
		if got := dayOf(c); !c.IsZero() && got != day(n) {
			t.Errorf("%s: got number %d, want %d", c, got, n)
		}
		if got := day(n).weekday(); got != (int(want.Weekday())+6)%7 {
			t.Errorf("%s: got weekday %d, want %s", c, got, want.Weekday())
		}
	})
	if d := dayOf(data.Day{}); d != none || d.civil() != (data.Day{}) {
		t.Errorf("the zero date: got %d and %s, want none and back", d, d.civil())
	}
}

func date(t *testing.T, text string) day {
	t.Helper()
	d, err := data.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return dayOf(d)
}

func TestWorkdays(t *testing.T) {
	s := data.DefaultSettings()
	w := newWorkdays([]data.Day{{Year: 2026, Month: 11, Day: 26}}, s.Weekend)
	c := w
	c.freeze = spans(nil, s.Freeze)
	cases := []struct {
		of   *workdays
		from string
		n    int
		want string
		why  string
	}{
		{&w, "2026-11-24", 1, "2026-11-25", "a plain day"},
		{&w, "2026-11-25", 1, "2026-11-27", "a holiday is passed"},
		{&w, "2026-11-27", 1, "2026-11-30", "a weekend is passed"},
		{&w, "2026-11-28", 0, "2026-11-28", "none is none, also on a Saturday"},
		{&w, "2026-11-30", -2, "2026-11-25", "backwards over a weekend and a holiday"},
		{&w, "2026-12-23", 1, "2026-12-24", "thank-yous know no freeze"},
		{&c, "2026-12-23", 1, "2027-01-04", "a freeze over New Year"},
		{&c, "2027-01-01", 1, "2027-01-04", "its last day is inside"},
	}
	for _, k := range cases {
		if got := k.of.add(date(t, k.from), k.n); got != date(t, k.want) {
			t.Errorf("%s: %s + %d: got %s, want %s", k.why, k.from, k.n, got.civil(), k.want)
		}
	}
	if got := c.roll(date(t, "2026-12-24")); got != date(t, "2027-01-04") {
		t.Errorf("roll: got %s, want 2027-01-04", got.civil())
	}
	if got := c.roll(date(t, "2027-01-04")); got != date(t, "2027-01-04") {
		t.Errorf("roll of a working day: got %s, want the same day", got.civil())
	}
}

func TestNoDayWorks(t *testing.T) {
	w := newWorkdays(nil, []int{0, 1, 2, 3, 4, 5, 6, 9, -1})
	from := date(t, "2026-11-24")
	if got := w.add(from, 3); got != from+3 {
		t.Errorf("add: got %s, want three plain days on", got.civil())
	}
	if got := w.add(from, -3); got != from-3 {
		t.Errorf("add: got %s, want three plain days back", got.civil())
	}
	if got := w.roll(from); got != from+1 {
		t.Errorf("roll: got %s, want the next day", got.civil())
	}
}

func TestSpans(t *testing.T) {
	if got := spans(nil, [][]string{{"12-24", "01-01"}, {"1-1", "02-02"}, {"13-01", "01-01"}, {"01-01"}, {"01/01", "02-02"}, {"ab-cd", "02-02"}}); len(got) != 1 {
		t.Errorf("got %v, want the first pair only", got)
	}
	for _, c := range []struct {
		span span
		md   int
		want bool
	}{{span{1224, 101}, 1224, true}, {span{1224, 101}, 101, true}, {span{1224, 101}, 102, false}, {span{801, 815}, 810, true}, {span{801, 815}, 816, false}} {
		if got := c.span.holds(c.md); got != c.want {
			t.Errorf("%v holds %d: got %v, want %v", c.span, c.md, got, c.want)
		}
	}
}

// The zone of the planner is a faster way to say what data.Day.At says.
func TestZoneAgreesWithDay(t *testing.T) {
	names := []string{
		"America/New_York", "Europe/Berlin", "Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana",
		"America/Santiago", "Pacific/Chatham", "Africa/Cairo", "Africa/Casablanca", "America/St_Johns", "Asia/Beirut",
		"Pacific/Apia", "America/Asuncion", "Asia/Tehran", "Antarctica/Troll", "UTC",
	}
	zones := map[string]*zone{}
	for _, name := range names {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		zones[name] = &zone{loc: loc}
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(names).Draw(t, "zone")
		z := zones[name]
		for range 100 {
			d := day(rapid.IntRange(14_000, 25_000).Draw(t, "day"))
			w := data.Wall(rapid.IntRange(0, 24*60-1).Draw(t, "wall"))
			got, want := z.at(d, w), d.civil().At(w, z.loc)
			if !got.Equal(want) {
				t.Errorf("%s %s in %s: got %s, want %s", d.civil(), w, name, got, want)
			}
			if on := z.day(want); on.civil() != data.DayOf(want, z.loc) {
				t.Errorf("date of %s in %s: got %s, want %s", want, name, on.civil(), data.DayOf(want, z.loc))
			}
		}
	})
}

func TestZoneAgain(t *testing.T) {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	z := &zone{loc: loc}
	got, ok := z.again(date(t, "2026-10-25"), 2*60+30)
	if want := "2026-10-25T01:30:00Z"; !ok || got.UTC().Format(time.RFC3339) != want {
		t.Errorf("second 02:30: got %s, %v, want %s", got, ok, want)
	}
	if got, ok := z.again(date(t, "2026-10-25"), 3*60); ok {
		t.Errorf("03:00 comes once: got %s", got)
	}
}
