package words

import (
	"slices"
	"testing"
	"time"

	"afterword/data"
)

func TestFirstWeekday(t *testing.T) {
	for _, c := range []struct {
		tags []string
		want time.Weekday
	}{
		{[]string{"en-US"}, time.Sunday},
		{[]string{"de_DE.UTF-8"}, time.Monday},
		{[]string{"en", "", "en_GB.UTF-8"}, time.Monday},
		{[]string{"en"}, time.Sunday},
		{[]string{"ar_EG"}, time.Saturday},
		{[]string{"dv_MV"}, time.Friday},
		{[]string{"C", "POSIX", "not a tag"}, time.Monday},
		{nil, time.Monday},
	} {
		if got := FirstWeekday(c.tags...); got != c.want {
			t.Errorf("FirstWeekday(%q) = %s, want %s", c.tags, got, c.want)
		}
	}
	if got, want := Weekdays(time.Saturday), []string{"Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBothZones(t *testing.T) {
	s := speaker(t)
	zone := func(name string) *time.Location {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return loc
	}
	s.Zone = zone("Europe/Berlin")
	start := time.Date(2026, time.November, 24, 14, 0, 0, 0, time.UTC)
	iv := data.Interview{Start: start, End: start.Add(time.Hour)}
	for name, want := range map[string]string{
		"America/New_York": "15:00–16:00 your time · 09:00 New York",
		"Europe/Madrid":    "",
		"Pacific/Auckland": "15:00–16:00 your time · Wed 03:00 Auckland",
	} {
		if got := s.BothZones(iv, zone(name)); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	for _, c := range []struct {
		by    time.Duration
		here  bool
		want  string
		short string
	}{
		{time.Hour, true, "Clocks go forward one hour.", "Clocks +1 h"},
		{-time.Hour, false, "Clocks in Lord Howe go back one hour.", "Clocks −1 h"},
		{-30 * time.Minute, false, "Clocks in Lord Howe go back 30 minutes.", "Clocks −0.5 h"},
	} {
		if got := s.ClocksGo(c.by, zone("Australia/Lord_Howe"), c.here); got != c.want || s.ClocksBy(c.by) != c.short {
			t.Errorf("got %q and %q, want %q and %q", got, s.ClocksBy(c.by), c.want, c.short)
		}
	}
}

func TestLink(t *testing.T) {
	for place, want := range map[string]string{
		"https://meet.example/abc":              "https://meet.example/abc",
		"Room 4, or https://meet.example/a?b":   "https://meet.example/a?b",
		"12 Orchard Street":                     "",
		"javascript:alert(1) file:///etc/hosts": "",
	} {
		if got := Link(place); got != want {
			t.Errorf("Link(%q) = %q, want %q", place, got, want)
		}
	}
}
