package desk

import (
	"errors"
	"testing"
	"time"

	"afterword/data"
)

func TestInterviewsThatOverlapArePointedOut(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	at := func(clock string) time.Time {
		v, err := time.Parse(time.RFC3339, "2026-11-20T"+clock+":00+01:00")
		w.check(err)
		return v
	}
	add := func(company, from, to string) data.ID {
		id, err := w.AddApplication(t.Context(), NewApplication{Company: company, First: NewInterview{Start: at(from), End: at(to)}})
		w.check(err)
		return id
	}
	w.app = add("Acme", "10:00", "11:00")
	add("Brightwater", "11:00", "12:00")
	if got := w.detail().Cautions; len(got) != 0 {
		t.Errorf("one after the other: %q", got)
	}
	other := add("Kestrel", "10:30", "11:30")
	want := "Fri 20 Nov, 10:00–11:00 overlaps with your interview at Kestrel, Fri 20 Nov, 10:30–11:30."
	if got := w.detail().Cautions; len(got) != 1 || got[0] != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, err := w.Delete(t.Context(), other)
	w.check(err)
	if got := w.detail().Cautions; len(got) != 0 {
		t.Errorf("after the other is gone: %q", got)
	}
}

func TestClocksThatChangeArePointedOut(t *testing.T) {
	w := newWeek(t, "2027-03-01T09:00:00+01:00")
	for _, c := range []struct{ start, zone, want string }{
		{"2027-03-04T15:00:00Z", "America/New_York", ""},
		{"2027-03-16T14:00:00Z", "America/New_York", "Clocks change around Tue 16 Mar: 10:00 in New York is 15:00 here on that day."},
		{"2027-03-10T15:00:00Z", "America/New_York", "Clocks change around Wed 10 Mar: 10:00 in New York is 16:00 here on that day."},
		{"2027-03-30T14:00:00Z", "America/New_York", ""},
		{"2027-03-30T08:00:00Z", "Europe/Paris", ""},
	} {
		start, err := time.Parse(time.RFC3339, c.start)
		w.check(err)
		w.app, err = w.AddApplication(t.Context(), NewApplication{Company: "Acme", EmployerZone: c.zone, First: NewInterview{Start: start, End: start.Add(time.Hour)}})
		w.check(err)
		var got string
		if all := w.detail().Cautions; len(all) > 0 {
			got = all[0]
		}
		if got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.start, c.zone, got, c.want)
		}
	}
}

func TestPinIsTakenBack(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.add("2026-11-16T10:00:00+01:00")
	step := func() Step {
		for _, s := range w.detail().Steps {
			if s.Item.Key == "check_in:1" {
				return s
			}
		}
		return Step{}
	}
	before := step()
	_, err := w.Pin(t.Context(), w.app, "check_in:1", data.Day{Year: 2026, Month: 12, Day: 9})
	w.check(err)
	if s := step(); !s.Pinned || s.Date != "Wed 9 Dec" || s.Why != "You chose this date." {
		t.Errorf("pinned: %+v", s)
	}
	_, err = w.Pin(t.Context(), w.app, "check_in:1", data.Day{})
	w.check(err)
	if s := step(); s.Pinned || s.Date != before.Date || s.Why != before.Why {
		t.Errorf("unpinned: %+v, want %+v", s, before)
	}
	_, err = w.PinAsPlanned(t.Context(), w.app, "check_in:1")
	w.check(err)
	if s := step(); !s.Pinned || s.Date != before.Date {
		t.Errorf("pinned as planned: %+v, want the date %s", s, before.Date)
	}
	w.at("2026-11-17T09:00:00+01:00") // a snooze counts once the interview is over
	_, err = w.Snooze(t.Context(), w.app, "check_in:1", data.Day{Year: 2026, Month: 12, Day: 11})
	w.check(err)
	if s := step(); s.Pinned || s.Date != "Fri 11 Dec" {
		t.Errorf("asked for later after the pin: %+v, want Fri 11 Dec", s)
	}
	if _, err = w.PinAsPlanned(t.Context(), w.app, "check_in:9"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("pinned what is not in the plan: %v", err)
	}
}
