package desk

import (
	"context"

	"afterword/app/invite"
)

// CalendarFile writes what happens in some days as a calendar object (RFC 5545),
// and says how many things that are.
func (d *Desk) CalendarFile(ctx context.Context, span Span) ([]byte, int, error) {
	span.PerDay, span.Total = 0, 0
	cal, err := d.Calendar(ctx, span)
	for err == nil && cal.Left > 0 {
		cal, err = d.Calendar(ctx, span)
	}
	if err != nil {
		return nil, 0, err
	}
	var entries []invite.Entry
	for _, day := range cal.Days {
		for _, e := range day.Entries {
			entries = append(entries, e.written())
		}
	}
	return invite.CalendarFile(entries, d.Now()), len(entries), nil
}

// written is an entry as a calendar file names it.
func (e Dated) written() invite.Entry {
	if e.Item != "" {
		return invite.Entry{UID: string(e.Application) + "-" + string(e.Item) + "@afterword", Summary: e.What + " · " + e.Company, Date: e.Day}
	}
	w := invite.Entry{
		UID: e.Interview.UID, Summary: e.Company + " · " + e.What, Place: e.Interview.Place, Link: e.Link, Notes: e.Role,
		Start: e.Interview.Start, End: e.Interview.End,
	}
	if w.UID == "" {
		w.UID = string(e.Interview.ID) + "@afterword"
	}
	if w.Start.IsZero() {
		w.Date = e.Day
	}
	return w
}
