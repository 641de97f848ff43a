package invite

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestOfMeeting(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	r := invitationReader()
	r.Zone = berlin
	cases := []struct {
		file string
		n    int
		want string
	}{
		{"google.ics", 0, "Acme | product designer | Tue 24 Nov 2026 14:00-15:00 UTC | Acme, Mill Street 4 | Dana Ruiz <dana@acme.example>; Lee Park <lee@acme.example>"},
		{"several.ics", 0, " |  | Mon 30 Nov 2026 |  | "},
		{"several.ics", 1, " |  | Tue 24 Nov 2026 15:00-16:30 America/New_York |  | "},
		{"several.ics", 2, " |  | Tue 24 Nov 2026 15:00 |  | "},
	}
	for _, c := range cases {
		m := readMeetings(t, c.file)[c.n]
		in := r.OfMeeting(m, pasted(""))
		var with []string
		for _, a := range in.With {
			with = append(with, fmt.Sprintf("%s <%s>", a.Name, a.Address()))
		}
		got := strings.Join([]string{in.Company.Value, in.Role.Value, in.Typed, in.Place.Value, strings.Join(with, "; ")}, " | ")
		if got != c.want {
			t.Errorf("%s %d:\ngot  %s\nwant %s", c.file, c.n, got, c.want)
		}
		if in.UID != m.UID || in.Title == "" || !in.Meeting {
			t.Errorf("%s %d: got UID %q, title %q, meeting %v", c.file, c.n, in.UID, in.Title, in.Meeting)
		}
		w, err := r.When(in.Typed)
		if err != nil || w.Date != in.When.Date || !w.Start.Equal(in.When.Start) {
			t.Errorf("%s %d: %q reads as %s, want %s", c.file, c.n, in.Typed, described(w, err), described(in.When, nil))
		}
	}
}

// TestOfMeetingBesideAMail holds that the event's time wins over words, and that
// the words around it still tell company and role.
func TestOfMeetingBesideAMail(t *testing.T) {
	p := pasted("The position is Data Analyst at Brightwater. I sent the calendar entry for Monday 30 November at 9:00.")
	p.Subject = "Interview"
	in := invitationReader().OfMeeting(readMeetings(t, "outlook.ics")[0], p)
	if in.Typed != "Wed 15 Jul 2026 10:00-11:00 Europe/Berlin" || in.Company.Value != "Brightwater" {
		t.Errorf("got %q at %q", in.Company.Value, in.Typed)
	}
}
