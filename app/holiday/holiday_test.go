package holiday

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"afterword/data"
)

// TestOfficialTables compares the weekdays off of seventeen countries with their
// laws, for three years.
func TestOfficialTables(t *testing.T) {
	text, err := os.ReadFile("testdata/official.json")
	if err != nil {
		t.Fatal(err)
	}
	var countries map[string]struct {
		Source string
		Off    []data.Day `json:"weekdays_off"`
	}
	if err := json.Unmarshal(text, &countries); err != nil {
		t.Fatal(err)
	}
	for country, law := range countries {
		var got []data.Day
		for _, d := range Days(country, 2026, 2028) {
			if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
				got = append(got, d)
			}
		}
		for _, d := range law.Off {
			if !slices.Contains(got, d) {
				t.Errorf("%s: %s (%s) is missing", country, d, law.Source)
			}
		}
		for _, d := range got {
			if !slices.Contains(law.Off, d) {
				t.Errorf("%s: %s is no day off by %s", country, d, law.Source)
			}
		}
	}
}

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		addresses []string
		want      string
	}{
		{[]string{"dana@acme.example"}, ""},
		{[]string{"dana@acme.com", "lee@acme.de"}, "DE"},
		{[]string{"maya@shop.co.uk"}, "GB"},
		{[]string{"sam@startup.io", "sam@startup.ai"}, ""},
		{[]string{"", "nobody"}, ""},
		{[]string{"noa@acme.co.il"}, "IL"},
		{[]string{"bit@bit.ly", "lee@acme.cn"}, ""},
	} {
		if got := Guess(c.addresses); got != c.want {
			t.Errorf("Guess(%q) = %q, want %q", c.addresses, got, c.want)
		}
	}
}

func TestEveryCountryHasSome(t *testing.T) {
	if n := len(Countries()); n < 38 {
		t.Errorf("%d countries", n)
	}
	for _, c := range Countries() {
		if days := Days(c, 2026, 2026); len(days) < 5 || !slices.IsSortedFunc(days, func(a, b data.Day) int { return a.Sub(b) }) {
			t.Errorf("%s has %v in 2026", c, days)
		}
	}
	if Days("XX", 2026, 2026) != nil || Known("XX") {
		t.Error("XX is a country")
	}
}

func TestWeekends(t *testing.T) {
	for country, want := range map[string][]int{"EG": {4, 5}, "IL": {4, 5}, "SA": {4, 5}, "IR": {4}, "AE": nil, "DE": nil, "US": nil, "": nil} {
		if got := Weekend(country); !slices.Equal(got, want) {
			t.Errorf("weekend of %q: got %v, want %v", country, got, want)
		}
	}
}

// TestMoved tells that a holiday kept on another day leaves its own a working
// day, and that a listed holiday ends with its list.
func TestMoved(t *testing.T) {
	year := Days("AR", 2026, 2026)
	if slices.Contains(year, data.Day{Year: 2026, Month: time.June, Day: 17}) {
		t.Error("17 June 2026 is a holiday of Argentina, want only 15 June")
	}
	for _, d := range Days("NZ", 2090, 2091) {
		if d.Month == time.June && d.Weekday() == time.Friday || d.Year < 2090 || d.Year > 2091 {
			t.Errorf("%s is a holiday of New Zealand, want no Matariki that no act lists", d)
		}
	}
}
