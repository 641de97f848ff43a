package words

import (
	"strings"
	"testing"

	"afterword/data"
)

func TestCausesAreSentences(t *testing.T) {
	s := speaker(t)
	from, to := data.Day{Year: 2026, Month: 11, Day: 27}, data.Day{Year: 2026, Month: 12, Day: 1}
	c := &data.Case{Application: data.Application{PromisedBy: from, PromisedText: "by the end of next week"}}
	cases := []struct {
		rule string
		n    int
		want string
	}{
		{"7.3", 0, "A thank-you goes out within a day of the interview, at a friendly hour: Tue 1 Dec."},
		{"8.3", 14, "14 days from Fri 27 Nov, on a working day: Tue 1 Dec."},
		{"8.4", 2, "They said “by the end of next week” (Fri 27 Nov). We add two working days so they aren't chased on the day: Tue 1 Dec."},
		{"8.5", 7, "The second question comes seven days after the first (Fri 27 Nov): Tue 1 Dec."},
		{"8.6", 3, "At least three working days after your thank-you (Fri 27 Nov): Tue 1 Dec."},
		{"9.4", 28, "When it stays quiet for 28 days from Fri 27 Nov: Tue 1 Dec."},
		{"10.2", 5, "At least five working days between two notes (the last went out Fri 27 Nov): Tue 1 Dec."},
		{"10.3", 5, "They answered kindly on Fri 27 Nov; five working days later is Tue 1 Dec."},
		{"10.4", 5, "On Fri 27 Nov their system said that it is under review; five working days later is Tue 1 Dec."},
		{"10.5", 0, "You asked for it later: Tue 1 Dec."},
		{"10.6", 1, "They are away until Fri 27 Nov; one working day after that is Tue 1 Dec."},
		{"11.2", 1, "Within one working day of Fri 27 Nov: Tue 1 Dec."},
		{"11.4", 3, "They took the date back on Fri 27 Nov; three working days later is Tue 1 Dec."},
		{"11.7", 0, "Their date: Tue 1 Dec."},
	}
	for _, k := range cases {
		if got := s.cause(c, data.Cause{Rule: k.rule, From: from, N: k.n, To: to}); got != k.want {
			t.Errorf("rule %s: got %q, want %q", k.rule, got, k.want)
		}
	}
	if got, want := s.cause(c, data.Cause{Rule: "10.6", N: 1, To: to}), "They are away and did not say until when: Tue 1 Dec."; got != want {
		t.Errorf("an absence without a return: got %q, want %q", got, want)
	}
	if got, want := s.cause(&data.Case{}, data.Cause{Rule: "8.4", From: from, N: 2, To: to}), "They said by Fri 27 Nov. We add two working days"; !strings.HasPrefix(got, want) {
		t.Errorf("a promise without its words: got %q, want %q first", got, want)
	}
}

func TestBarsAreToldApart(t *testing.T) {
	s := speaker(t)
	seen := make(map[string]data.Barrier)
	for _, why := range []data.Barrier{
		data.BarNoContact, data.BarRejection, data.BarOffer, data.BarWithdrawn, data.BarNobody, data.BarUndated,
		data.BarTakenBack, data.BarAhead, data.BarAsked, data.BarLastSent, data.BarEnough,
	} {
		got := s.Bar(data.Bar{Kind: data.KindCheckIn, Why: why})
		if !strings.HasPrefix(got, "Check-in: ") || seen[got] != "" {
			t.Errorf("%s: got %q, as for %q", why, got, seen[got])
		}
		seen[got] = why
	}
}
