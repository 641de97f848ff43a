package invite

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

// TestCalendarFileReadsBack: what is written is what a reader of RFC 5545 finds,
// with lines of at most 75 octets that end in CRLF.
func TestCalendarFileReadsBack(t *testing.T) {
	start := time.Date(2026, time.November, 24, 14, 0, 0, 0, time.UTC)
	long := strings.TrimSpace(strings.Repeat("Schöne Grüße, und; dann \\ eine Zeile\nund noch eine ", 4))
	file := CalendarFile([]Entry{
		{UID: "one@x", Summary: "Acme, Robotics; Video call", Place: "https://meet.example/a?b=1,2", Link: "https://meet.example/a", Notes: long, Start: start, End: start.Add(time.Hour)},
		{UID: "two@x", Summary: "Check in", Date: data.Day{Year: 2026, Month: time.December, Day: 31}},
	}, start)
	for line := range bytes.SplitSeq(bytes.TrimSuffix(file, []byte("\r\n")), []byte("\r\n")) {
		if len(line) > 75 || bytes.ContainsAny(line, "\r\n") {
			t.Errorf("line of %d octets, want at most 75 and no bare line break: %q", len(line), line)
		}
	}
	got, err := Meetings(file)
	if err != nil || len(got) != 2 {
		t.Fatalf("got %d events, %v, want 2\n%s", len(got), err, file)
	}
	first, second := got[0], got[1]
	if first.Summary != "Acme, Robotics; Video call" || !first.Start.Equal(start) || !first.End.Equal(start.Add(time.Hour)) || first.UID != "one@x" {
		t.Errorf("got %+v, want the interview as it was written", first)
	}
	if first.Notes != long || first.Place != "https://meet.example/a?b=1,2" {
		t.Errorf("got notes %q and place %q, want them as written", first.Notes, first.Place)
	}
	if want := (data.Day{Year: 2026, Month: time.December, Day: 31}); second.Date != want {
		t.Errorf("got %v, want %v", second.Date, want)
	}
	if !bytes.Contains(file, []byte("DTEND;VALUE=DATE:20270101\r\n")) {
		t.Errorf("a whole day ends with the next one (RFC 5545 3.6.1):\n%s", file)
	}
}
