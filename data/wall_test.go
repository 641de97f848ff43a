package data

import (
	"testing"
	"time"
	_ "time/tzdata"
)

func TestDayAt(t *testing.T) {
	cases := []struct{ zone, day, wall, want, why string }{
		{"Europe/Berlin", "2026-11-24", "10:00", "2026-11-24T09:00:00Z", "a plain day"},
		{"Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z", "a wall time in the gap moves to its end"},
		{"Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z", "a wall time that comes twice is the first"},
		{"Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z", "after the second hour all is plain"},
		{"America/New_York", "2026-11-01", "01:00", "2026-11-01T05:00:00Z", "first of two, west"},
		{"America/New_York", "2026-03-08", "02:00", "2026-03-08T07:00:00Z", "gap, west"},
		{"America/Asuncion", "2023-10-01", "00:00", "2023-10-01T04:00:00Z", "midnight is skipped"},
		{"Pacific/Apia", "2011-12-30", "10:00", "2011-12-30T10:00:00Z", "a whole day is skipped"},
		{"Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:00:00Z", "midnight is skipped in Cairo"},
	}
	for _, c := range cases {
		loc, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := ParseDay(c.day)
		w, _ := ParseWall(c.wall)
		if got := d.At(w, loc).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("%s: %s %s in %s = %s, want %s", c.why, c.day, c.wall, c.zone, got, c.want)
		}
	}
}

func TestDayArithmetic(t *testing.T) {
	d := Day{2026, time.December, 31}
	if got := d.Add(1).String(); got != "2027-01-01" {
		t.Errorf("Add(1) = %s, want 2027-01-01", got)
	}
	if got := d.Add(60).Sub(d); got != 60 {
		t.Errorf("Sub = %d, want 60", got)
	}
	if _, err := ParseDay("2026-02-30"); err == nil {
		t.Error("ParseDay(2026-02-30) succeeded, want an error")
	}
}
