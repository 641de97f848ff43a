package invite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterword/data"
)

func readMeetings(t *testing.T, name string) []Meeting {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	meetings, err := Meetings(b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return meetings
}

func TestMeetingTimes(t *testing.T) {
	cases := []struct {
		file string
		want []string
	}{
		{"google.ics", []string{"REQUEST 7kukuqrfedlm2f9t@calendar.example 2026-11-24T14:00:00Z/2026-11-24T15:00:00Z in UTC"}},
		{"outlook.ics", []string{"REQUEST 040000008200E00074C5B7101A82E008 2026-07-15T10:00:00+02:00/2026-07-15T11:00:00+02:00 in Europe/Berlin"}},
		{"custom_zone.ics", []string{"REQUEST custom 2026-07-15T10:00:00+03:30/2026-07-15T11:00:00+03:30"}},
		{"cancel.ics", []string{"CANCEL 7kukuqrfedlm2f9t@calendar.example 2026-11-24T14:00:00Z in UTC"}},
		{"default_zone.ics", []string{"wr 2026-11-24T15:00:00-06:00 in America/Chicago"}},
		{"several.ics", []string{
			"PUBLISH allday 2026-11-30",
			"PUBLISH mozilla 2026-11-24T15:00:00-05:00/2026-11-24T16:30:00-05:00 in America/New_York",
			"PUBLISH floating 2026-11-24T15:00:00Z floating",
			"PUBLISH gap 2026-03-29T03:00:00+02:00/2026-03-29T03:30:00+02:00 in Europe/Berlin",
			"PUBLISH twozones 2026-11-24T15:00:00Z/2026-11-24T16:00:00Z in Europe/London",
			"PUBLISH backwards 2026-11-24T15:00:00Z in UTC",
			"PUBLISH moved 2026-11-25T15:00:00Z in UTC",
		}},
	}
	for _, c := range cases {
		var got []string
		for _, m := range readMeetings(t, c.file) {
			s := m.Method + " " + m.UID + " " + described(When{Start: m.Start, End: m.End, Date: m.Date, Zone: m.Zone}, nil)
			if m.Floating {
				s += " floating"
			}
			got = append(got, strings.TrimSpace(s))
		}
		if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
			t.Errorf("%s: got %q, want %q", c.file, got, c.want)
		}
	}
}

func TestMeetingFields(t *testing.T) {
	m := readMeetings(t, "google.ics")[0]
	for _, c := range []struct{ what, got, want string }{
		{"summary", m.Summary, "Interview: product designer"},
		{"notes", m.Notes, "Product designer, round 2\nBring your portfolio."},
		{"place", m.Place, "Acme, Mill Street 4"},
		{"organizer", m.Organizer.Name + " " + m.Organizer.Address(), "Dana Ruiz dana@acme.example"},
		{"stamp", m.Stamp.Format(time.RFC3339), "2026-11-20T09:00:00Z"},
		{"status", m.Status, "CONFIRMED"},
		{"sequence", fmt.Sprint(m.Sequence), "2"},
		{"attendees", fmt.Sprint(len(m.Attendees)), "2"},
		{"own address without a name", m.Attendees[0].Name + m.Attendees[0].Address(), "alex@home.example"},
		{"name with a comma", m.Attendees[1].Name + " " + m.Attendees[1].Address(), "Lee Park lee@acme.example"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
	moved := readMeetings(t, "several.ics")[6]
	if moved.Recurrence != "20261124T150000Z" || moved.Status != "CANCELLED" || moved.Summary != "lower case names" {
		t.Errorf("got %+v, want the moved and cancelled one of a series", moved)
	}
	if got := readMeetings(t, "cancel.ics")[0].Organizer.Address(); got != "dana@acme.example" {
		t.Errorf("organizer by EMAIL parameter: got %q, want dana@acme.example", got)
	}
}

func TestMeetingsRefuses(t *testing.T) {
	event := "BEGIN:VEVENT\r\nDTSTART:20261124T150000Z\r\nEND:VEVENT\r\n"
	cases := map[string]string{
		"nothing":    "",
		"not one":    "Dear Alex, are you free on Tuesday?",
		"cut off":    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART",
		"too large":  "BEGIN:VCALENDAR\r\nX-PAD:" + strings.Repeat("a", maxCalendar) + "\r\nEND:VCALENDAR\r\n",
		"too many":   "BEGIN:VCALENDAR\r\n" + strings.Repeat(event, maxMeetings+1) + "END:VCALENDAR\r\n",
		"wrong kind": "BEGIN:VCARD\r\nEND:VCARD\r\n",
	}
	for name, text := range cases {
		if got, err := Meetings([]byte(text)); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%s: got %d meetings, %v, want %v", name, len(got), err, data.ErrInvalid)
		}
	}
}

func TestDuration(t *testing.T) {
	cases := map[string]time.Duration{
		"PT1H30M": 90 * time.Minute, "P1D": 24 * time.Hour, "P1W": 7 * 24 * time.Hour, "+PT45M": 45 * time.Minute,
		"PT0S": 0, "-PT1H": 0, "": 0, "1H": 0, "PT1X": 0, "PT999999999999H": 0,
	}
	for text, want := range cases {
		if got := duration(text); got != want {
			t.Errorf("duration(%q) = %v, want %v", text, got, want)
		}
	}
}

func TestLocation(t *testing.T) {
	cases := []struct{ name, want string }{
		{"Europe/Berlin", "Europe/Berlin"},
		{"europe/berlin", "Europe/Berlin"},
		{`"America/New_York"`, "America/New_York"},
		{"/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"},
		{"/citadel.org/20210210_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"},
		{"Pacific Standard Time", "America/Los_Angeles"},
		{"GMT Standard Time", "Europe/London"},
		{"utc", "UTC"},
		{"Customized Time Zone", ""},
		{"EST", ""},
		{"../../etc/passwd", ""},
		{"", ""},
		{"Local", ""},
	}
	for _, c := range cases {
		loc, ok := Location(c.name)
		got := ""
		if ok {
			got = loc.String()
		}
		if got != c.want {
			t.Errorf("Location(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

// TestZoneTables loads every zone of the tables.
func TestZoneTables(t *testing.T) {
	for name, zone := range windowsZones() {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := len(windowsZones()); got < 100 {
		t.Errorf("got %d Windows zones, want at least 100", got)
	}
	for name, zone := range zoneNames() {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzMeetings(f *testing.F) {
	files, err := filepath.Glob("testdata/*.ics")
	if err != nil || len(files) == 0 {
		f.Fatalf("got %d files, %v", len(files), err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		meetings, err := Meetings(b)
		if err != nil && !errors.Is(err, data.ErrInvalid) {
			t.Errorf("got error %v, want one that is %v", err, data.ErrInvalid)
		}
		for _, m := range meetings {
			if m.Start.IsZero() == m.Date.IsZero() {
				t.Errorf("got %+v, want a start or a day", m)
			}
			if !m.End.IsZero() && !m.End.After(m.Start) {
				t.Errorf("got end %v, want it after %v", m.End, m.Start)
			}
		}
	})
}
