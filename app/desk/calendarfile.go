package desk

import (
	"context"

	"afterword/app/invite"
	"afterword/data"
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
	var entries []Dated
	for _, day := range cal.Days {
		entries = append(entries, day.Entries...)
	}
	return d.calendarFile(entries), len(entries), nil
}

// ApplicationFile writes the interviews and the open items of one application as
// a calendar object, and says how many things that are.
func (d *Desk) ApplicationFile(ctx context.Context, application data.ID) ([]byte, int, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, 0, err
	}
	entries, err := d.entries(ctx, p, []data.ID{application})
	return d.calendarFile(entries), len(entries), err
}

func (d *Desk) calendarFile(entries []Dated) []byte {
	var written []invite.Entry
	for _, e := range entries {
		written = append(written, e.written())
	}
	return invite.CalendarFile(written, d.Now())
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
