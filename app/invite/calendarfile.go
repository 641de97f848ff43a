package invite

import (
	"time"

	ics "github.com/arran4/golang-ical"

	"afterword/data"
)

// An Entry is one thing that a calendar file names: an interview with its times,
// or something to do on a day.
type Entry struct {
	UID     string
	Summary string
	Place   string
	Link    string
	Notes   string
	Start   time.Time // zero for a whole day
	End     time.Time // zero when not known
	Date    data.Day  // of a whole day
}

// CalendarFile writes a calendar object (RFC 5545) of entries as of an instant.
// Times are in UTC, so that it needs no zone; what is to do takes the whole day
// and leaves the user free (3.8.2.7).
func CalendarFile(entries []Entry, now time.Time) []byte {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Afterword//Afterword//EN")
	cal.SetMethod(ics.MethodPublish)
	for _, e := range entries {
		v := cal.AddEvent(e.UID)
		v.SetDtStampTime(now)
		v.SetSummary(e.Summary)
		switch {
		case e.Start.IsZero():
			day := time.Date(e.Date.Year, e.Date.Month, e.Date.Day, 0, 0, 0, 0, time.UTC)
			v.SetAllDayStartAt(day)
			v.SetAllDayEndAt(day.AddDate(0, 0, 1))
			v.SetTimeTransparency(ics.TransparencyTransparent)
		default:
			v.SetStartAt(e.Start)
			if !e.End.IsZero() {
				v.SetEndAt(e.End)
			}
		}
		if e.Place != "" {
			v.SetLocation(e.Place)
		}
		if e.Link != "" {
			v.SetURL(e.Link)
		}
		if e.Notes != "" {
			v.SetDescription(e.Notes)
		}
	}
	return []byte(cal.Serialize(ics.WithNewLine("\r\n")))
}
