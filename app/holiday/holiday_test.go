package holiday

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"afterword/data"
)

// TestOfficialTables compares the weekdays off of twelve countries with their
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
	} {
		if got := Guess(c.addresses); got != c.want {
			t.Errorf("Guess(%q) = %q, want %q", c.addresses, got, c.want)
		}
	}
}

func TestEveryCountryHasSome(t *testing.T) {
	if n := len(Countries()); n < 25 {
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
