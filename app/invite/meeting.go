package invite

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"afterword/data"
)

// A Meeting is one event of a calendar object (RFC 5545 3.6.1).
type Meeting struct {
	Method     string // REQUEST, CANCEL, REPLY, PUBLISH … (RFC 5546), "" for none
	Status     string // CONFIRMED, TENTATIVE, CANCELLED or ""
	UID        string
	Recurrence string // RECURRENCE-ID as written, "" for the whole series
	Sequence   int
	Stamp      time.Time // DTSTAMP; zero for none

	Summary   string
	Place     string // LOCATION, else a link
	Notes     string // DESCRIPTION
	Organizer data.Person
	Attendees []data.Person

	Start    time.Time // zero when only a day is known
	End      time.Time // zero when not said
	Date     data.Day  // of an all-day event
	Zone     string    // IANA name of the zone of Start, "" when there is none by that name
	Floating bool      // no zone was said: Start and End are wall times, put into UTC
}

// The limits of a calendar object: far above any invitation.
const (
	maxCalendar = 1 << 20 // bytes
	maxMeetings = 500
)

// Meetings reads the events of a calendar object (RFC 5545), in their order.
// Its zones may be IANA names, Windows names, paths, or known only by the
// VTIMEZONE that is sent along. Events without a time are left out. The error
// wraps data.ErrInvalid, also for an object that makes the parser panic.
func Meetings(b []byte) (meetings []Meeting, err error) {
	defer func() {
		if what := recover(); what != nil {
			meetings, err = nil, fmt.Errorf("read calendar: %v: %w", what, data.ErrInvalid)
		}
	}()
	if len(b) > maxCalendar {
		return nil, fmt.Errorf("read calendar of %d bytes: too large: %w", len(b), data.ErrInvalid)
	}
	b = bytes.TrimPrefix(bytes.ToValidUTF8(b, []byte("?")), []byte("\ufeff"))
	if b = bytes.TrimSpace(b); len(b) == 0 {
		return nil, fmt.Errorf("read calendar: it is empty: %w", data.ErrInvalid)
	}
	cal, err := ics.ParseCalendarWithOptions(bytes.NewReader(b),
		ics.WithUnknownPropertyHandler(ics.AcceptUnknownPropertyHandler))
	if err != nil {
		return nil, fmt.Errorf("read calendar: %v: %w", err, data.ErrInvalid)
	}
	events := cal.Events()
	if len(events) > maxMeetings {
		return nil, fmt.Errorf("read calendar of %d events: too many: %w", len(events), data.ErrInvalid)
	}
	zones := zonesOf(cal)
	for _, e := range events {
		m := Meeting{Method: strings.ToUpper(calendarValue(cal, "METHOD"))}
		if m.read(&e.ComponentBase, zones) {
			meetings = append(meetings, m)
		}
	}
	return meetings, nil
}

func calendarValue(cal *ics.Calendar, name string) string {
	for _, p := range cal.CalendarProperties {
		if strings.EqualFold(p.IANAToken, name) {
			return strings.TrimSpace(p.Value)
		}
	}
	return ""
}

// property returns the first property of that name, or nil. Names are the same
// in any case (RFC 5545 1.3).
func property(c *ics.ComponentBase, name string) *ics.IANAProperty {
	for i := range c.Properties {
		if strings.EqualFold(c.Properties[i].IANAToken, name) {
			return &c.Properties[i]
		}
	}
	return nil
}

func value(c *ics.ComponentBase, name string) string {
	if p := property(c, name); p != nil {
		return strings.TrimSpace(p.Value)
	}
	return ""
}

// param returns the first value of a parameter.
func param(p *ics.IANAProperty, name string) string {
	for k, v := range p.ICalParameters {
		if strings.EqualFold(k, name) && len(v) > 0 {
			return strings.Trim(v[0], `"`)
		}
	}
	return ""
}

// read fills m from an event and reports whether it is a meeting with a time.
func (m *Meeting) read(e *ics.ComponentBase, zones map[string]*zone) bool {
	m.UID = value(e, "UID")
	m.Status = strings.ToUpper(value(e, "STATUS"))
	m.Recurrence = value(e, "RECURRENCE-ID")
	m.Sequence, _ = strconv.Atoi(value(e, "SEQUENCE"))
	m.Summary = value(e, "SUMMARY")
	m.Notes = value(e, "DESCRIPTION")
	m.Place = firstOf(value(e, "LOCATION"), firstOf(value(e, "X-GOOGLE-CONFERENCE"), value(e, "URL")))
	if p := property(e, "ORGANIZER"); p != nil {
		m.Organizer = participant(p)
	}
	for i := range e.Properties {
		p := &e.Properties[i]
		if !strings.EqualFold(p.IANAToken, "ATTENDEE") || len(m.Attendees) == maxPeople {
			continue
		}
		switch strings.ToUpper(param(p, "CUTYPE")) {
		case "RESOURCE", "ROOM":
			continue
		}
		m.Attendees = append(m.Attendees, participant(p))
	}
	if p := property(e, "DTSTAMP"); p != nil {
		m.Stamp = moment(p, zones).at
	}
	return m.readTimes(e, zones)
}

func (m *Meeting) readTimes(e *ics.ComponentBase, zones map[string]*zone) bool {
	p := property(e, "DTSTART")
	if p == nil {
		return false
	}
	start := moment(p, zones)
	switch {
	case !start.day.IsZero():
		m.Date = start.day
		return true
	case start.at.IsZero():
		return false
	}
	m.Start, m.Zone, m.Floating = start.at, start.zone, start.floating
	if p := property(e, "DTEND"); p != nil {
		if end := moment(p, zones).at; end.After(m.Start) {
			m.End = end.In(m.Start.Location())
		}
	} else if d := duration(value(e, "DURATION")); d > 0 {
		m.End = m.Start.Add(d)
	}
	return true
}

// participant reads a calendar user address (RFC 5545 3.3.3).
func participant(p *ics.IANAProperty) data.Person {
	address := strings.TrimSpace(p.Value)
	if i := strings.IndexByte(address, ':'); i >= 0 {
		if !strings.EqualFold(address[:i], "mailto") {
			address = param(p, "EMAIL")
		} else {
			address = address[i+1:]
		}
	}
	address, _, _ = strings.Cut(address, "?")
	name := param(p, "CN")
	if strings.Contains(name, "@") {
		name = ""
	}
	person := person(name, strings.TrimSpace(address))
	if len(person.Addresses) > 0 && !strings.Contains(person.Addresses[0], "@") {
		person.Addresses = nil
	}
	return person
}

// duration reads a positive duration of RFC 5545 3.3.6, zero when it is none.
func duration(s string) time.Duration {
	s = strings.TrimPrefix(strings.ToUpper(s), "+")
	rest, ok := strings.CutPrefix(s, "P")
	if !ok {
		return 0
	}
	units := map[byte]time.Duration{'W': 7 * 24 * time.Hour, 'D': 24 * time.Hour, 'H': time.Hour, 'M': time.Minute, 'S': time.Second}
	var total time.Duration
	n := 0
	for i := range len(rest) {
		switch c := rest[i]; {
		case c >= '0' && c <= '9':
			n = min(n*10+int(c-'0'), 1_000_000)
		case c == 'T':
		default:
			unit, ok := units[c]
			if !ok {
				return 0
			}
			total += time.Duration(n) * unit
			n = 0
		}
	}
	if total > 31*24*time.Hour {
		return 0
	}
	return total
}
