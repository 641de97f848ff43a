package desk

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// calendar writes what a calendar shows, a line a thing.
func (w *week) calendar(span Span) string {
	w.Helper()
	cal, err := w.Calendar(w.Context(), span)
	w.check(err)
	if cal.Left != 0 {
		w.Fatalf("%d applications left, want none", cal.Left)
	}
	var lines []string
	for _, day := range cal.Days {
		for _, e := range day.Entries {
			lines = append(lines, strings.TrimRight(fmt.Sprintf("%s %s %s: %s %s", day.Day, e.Clock, e.Company, e.What, e.Overlap), " "))
		}
		if n := day.Count - len(day.Entries); n > 0 {
			lines = append(lines, fmt.Sprintf("%s +%d", day.Day, n))
		}
	}
	for _, c := range cal.Changes {
		lines = append(lines, fmt.Sprintf("%s %s", c.Day, c.Text))
	}
	return strings.Join(lines, "\n")
}

func (w *week) same(what, got, want string) {
	w.Helper()
	if got = strings.TrimSpace(got); got != strings.TrimSpace(want) {
		w.Errorf("%s:\n%s\nwant\n%s", what, got, strings.TrimSpace(want))
	}
}

// TestACalendarsStory: interviews and what follows from them, moved, overlapping
// with another, held by a reply, and closed.
func TestACalendarsStory(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-17T10:00:00+01:00")
	november := Span{From: data.Day{Year: 2026, Month: time.November, Day: 16}, To: data.Day{Year: 2026, Month: time.December, Day: 31}}
	w.same("one interview", w.calendar(november), `
2026-11-17 10:00 Acme Robotics: Interview with Dana
2026-11-17 by 16:00 Acme Robotics: Thank-you to Dana Ruiz
2026-12-01 by 10:00 Acme Robotics: Check in
2026-12-15 by 10:00 Acme Robotics: One last warm note`)
	kestrel, err := w.AddApplication(t.Context(), NewApplication{Company: "Kestrel Health", EmployerZone: "America/New_York", First: NewInterview{
		Start: time.Date(2026, 11, 17, 9, 30, 0, 0, time.UTC), Kind: "video", Place: "https://meet.example/k",
	}})
	w.check(err)
	day := Span{From: november.From, To: november.From.Add(2), PerDay: 2}
	w.same("an overlap, two things of a day", w.calendar(day), `
2026-11-17 10:00 Acme Robotics: Interview with Dana At the same time as Kestrel Health, 10:30.
2026-11-17 10:30 Kestrel Health: Video call At the same time as Acme Robotics, 10:00.
2026-11-17 +1`)
	cal, err := w.Calendar(t.Context(), day)
	w.check(err)
	if e := cal.Days[1].Entries[1]; e.Zones != "10:30 your time · 04:30 New York" || e.Link != "https://meet.example/k" || e.Place != "" {
		t.Errorf("got zones %q, link %q, place %q, want both clocks and the link", e.Zones, e.Link, e.Place)
	}
	det, err := w.Detail(t.Context(), kestrel)
	w.check(err)
	_, err = w.MoveInterview(t.Context(), det.Rounds[0].ID, NewInterview{Date: data.Day{Year: 2026, Month: time.November, Day: 18}})
	w.check(err)
	w.same("moved to a day without a time", w.calendar(Span{From: november.From, To: november.From.Add(3), PerDay: 1}), `
2026-11-17 10:00 Acme Robotics: Interview with Dana
2026-11-17 +1
2026-11-18  Kestrel Health: Video call`)
	_, err = w.CloseApplication(t.Context(), kestrel, "no_answer")
	w.check(err)
	w.at("2026-11-25T12:00:00+01:00")
	w.same("a week later, the other one closed", w.calendar(Span{From: november.From, To: november.From.Add(9)}), `
2026-11-17 10:00 Acme Robotics: Interview with Dana
2026-11-18  Kestrel Health: Video call`)
}

// TestOverdueIsWhatIsLeftToDo: what was due before today and is not done.
func TestOverdueIsWhatIsLeftToDo(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-17T10:00:00+01:00")
	w.at("2026-11-18T12:00:00+01:00")
	left, count, err := w.Overdue(t.Context(), 5)
	w.check(err)
	if count != 1 || len(left) != 1 || left[0].What != "Thank-you to Dana Ruiz" {
		t.Errorf("got %d: %+v, want the thank-you", count, left)
	}
	_, err = w.MarkSent(t.Context(), w.app, left[0].Item, time.Time{}, "email")
	w.check(err)
	if _, count, err = w.Overdue(t.Context(), 5); err != nil || count != 0 {
		t.Errorf("after it was sent: got %d, %v, want none", count, err)
	}
}

// TestCalendarNamesClockChanges: of the user's zone, and of an interview's.
func TestCalendarNamesClockChanges(t *testing.T) {
	w := newWeek(t, "2026-10-20T08:00:00+02:00")
	october := Span{From: data.Day{Year: 2026, Month: time.October, Day: 24}, To: data.Day{Year: 2026, Month: time.November, Day: 4}}
	w.same("the user's", w.calendar(october), "2026-10-25 Clocks go back one hour.")
	_, err := w.AddApplication(t.Context(), NewApplication{Company: "Acme", EmployerZone: "America/New_York", First: NewInterview{Start: time.Date(2026, 11, 2, 15, 0, 0, 0, time.UTC)}})
	w.check(err)
	if got, want := w.calendar(october), "2026-11-01 Clocks in New York go back one hour."; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant it to say %q", got, want)
	}
}

func TestCalendarFileHoldsTheSpan(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-17T10:00:00+01:00")
	file, n, err := w.CalendarFile(t.Context(), Span{From: data.Day{Year: 2026, Month: time.November, Day: 1}, To: data.Day{Year: 2026, Month: time.December, Day: 2}})
	w.check(err)
	if n != 3 || bytes.Count(file, []byte("BEGIN:VEVENT")) != 3 || !bytes.Contains(file, []byte("DTSTART:20261117T090000Z\r\n")) {
		t.Errorf("got %d entries\n%s\nwant the interview, the thank-you and the check-in", n, file)
	}
}

func TestApplicationFileHoldsOneApplication(t *testing.T) {
	w := newWeek(t, "2026-11-16T08:00:00+01:00")
	w.add("2026-11-17T10:00:00+01:00")
	other, err := w.AddApplication(t.Context(), NewApplication{Company: "Kestrel Health", First: NewInterview{Start: w.Now().AddDate(0, 0, 3)}})
	w.check(err)
	file, n, err := w.ApplicationFile(t.Context(), other)
	w.check(err)
	if n == 0 || bytes.Count(file, []byte("BEGIN:VEVENT")) != n || bytes.Count(file, []byte("Kestrel Health")) < n || bytes.Contains(file, []byte("Acme")) {
		t.Errorf("got %d entries\n%s\nwant those of Kestrel Health alone", n, file)
	}
}

// BenchmarkCalendar reads a month, a day and the agenda of 100,000 applications.
func BenchmarkCalendar(b *testing.B) {
	d := manyDesk(b, 100_000)
	read := func(b *testing.B, span Span) {
		for {
			cal, err := d.Calendar(b.Context(), span)
			if err != nil {
				b.Fatal(err)
			}
			if cal.Left == 0 {
				return
			}
		}
	}
	today := data.DayOf(d.Now(), d.Zone())
	read(b, Span{From: today, To: today.Add(1), PerDay: 1})
	for name, span := range map[string]Span{
		"month": {From: today.Add(-20), To: today.Add(22), PerDay: 4}, "day": {From: today, To: today.Add(1), PerDay: 200}, "agenda": {From: today, To: today.Add(60), Total: 150},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				read(b, span)
			}
		})
	}
}
