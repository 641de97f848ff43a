package words

import (
	"testing"
	"time"

	"afterword/data"
)

func speaker(t *testing.T) Speaker {
	t.Helper()
	now := time.Date(2026, time.November, 23, 14, 0, 0, 0, time.UTC)
	return Speaker{Now: now, Zone: time.UTC, Settings: data.DefaultSettings()}
}

func TestDates(t *testing.T) {
	s := speaker(t)
	day := data.DayOf(s.Now, s.Zone)
	cases := []struct{ got, want string }{
		{s.Soon(day), "Today"},
		{s.Soon(day.Add(1)), "Tomorrow"},
		{s.Soon(day.Add(3)), "Thu"},
		{s.Soon(day.Add(8)), "in 8 days"},
		{s.Soon(day.Add(14)), "7 Dec"},
		{s.Soon(day.Add(400)), "Dec 2027"},
		{s.Weekday(day), "Monday 23 November"},
		{s.Day(day.Add(8)), "Tue 1 Dec"},
		{s.Full(s.Now), "Mon 23 Nov, 14:00"},
		{s.By(s.Now.Add(2 * time.Hour)), "Today, by 4 pm"},
		{s.Since(s.Now.Add(-4 * time.Minute)), "four minutes ago"},
		{s.MetOn(day.Add(-1)), "yesterday"},
		{s.MetOn(day.Add(-10)), "on 13 November"},
		{s.Names([]string{"Dana", "Lee", "Sam"}), "Dana, Lee and Sam"},
		{s.Names([]string{"Dana", "Lee", "Sam", "Kim"}), "Dana, Lee, Sam and Kim"},
		{s.Names([]string{"Dana", "Lee", "Sam", "Kim", "Ada"}), "Dana, Lee, Sam and two more"},
		{Dotted("a", "", "b"), "a · b"},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestWhyNamesThePromise(t *testing.T) {
	s := speaker(t)
	c := &data.Case{Application: data.Application{Company: "Acme"}}
	it := data.Item{
		Key: "check_in:1", State: data.StatePlanned,
		Because: []data.Cause{{Rule: "8.4", From: data.Day{Year: 2026, Month: 11, Day: 27}, N: 2, To: data.Day{Year: 2026, Month: 12, Day: 1}}},
	}
	if got, want := s.Why(c, it), "They said Fri 27 Nov, plus two working days."; got != want {
		t.Errorf("Why = %q, want %q", got, want)
	}
	it.State, it.Reason = data.StateStopped, data.ReasonReply
	if got, want := s.Why(c, it), "On hold: they wrote back."; got != want {
		t.Errorf("Why = %q, want %q", got, want)
	}
}
