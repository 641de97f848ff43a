package desk

import (
	"context"
	"fmt"
	"slices"

	"afterword/data"
	"afterword/data/sqlite"
)

// rounds returns the interviews as moved and invited by the events in force, and
// which of them were taken back (schedule.md 3.1).
func rounds(c *data.Case) (all []data.Interview, gone map[data.ID]bool) {
	all = slices.Clone(c.Interviews)
	gone = make(map[data.ID]bool)
	for _, e := range data.InForce(c.Events) {
		switch e.Type {
		case data.EventInvite:
			if e.Invited == nil {
				continue
			}
			if i := indexRound(all, e.Invited.ID); i >= 0 {
				all[i] = *e.Invited
			} else {
				all = append(all, *e.Invited)
			}
			delete(gone, e.Invited.ID)
		case data.EventRescheduled:
			if i := indexRound(all, e.Round); i >= 0 {
				all[i].Start, all[i].End, all[i].Date = e.Start, e.End, e.Date
				delete(gone, e.Round)
			}
		case data.EventInterviewCancelled:
			gone[e.Round] = true
		}
	}
	return all, gone
}

// standing returns the interviews that take place, as they stand now.
func standing(c *data.Case) []data.Interview {
	all, gone := rounds(c)
	return slices.DeleteFunc(all, func(iv data.Interview) bool { return gone[iv.ID] })
}

// cancelled returns the interviews that were taken back, as they stood.
func cancelled(c *data.Case) []data.Interview {
	all, gone := rounds(c)
	return slices.DeleteFunc(all, func(iv data.Interview) bool { return !gone[iv.ID] })
}

func indexRound(all []data.Interview, id data.ID) int {
	return slices.IndexFunc(all, func(iv data.Interview) bool { return iv.ID == id })
}

// moved returns a copy of an application with its interviews as they stand now.
func moved(c *data.Case) *data.Case {
	now := *c
	now.Interviews = standing(c)
	return &now
}

// MoveInterview files a new time of a round, be it entered or invited.
func (d *Desk) MoveInterview(ctx context.Context, interview data.ID, n NewInterview) (data.ID, error) {
	if err := n.check(); err != nil {
		return "", err
	}
	return d.round(ctx, interview, data.Event{Type: data.EventRescheduled, Start: n.Start, End: n.End, Date: n.Date})
}

// CancelInterview files that a round was taken back, by "employer" or
// "candidate".
func (d *Desk) CancelInterview(ctx context.Context, interview data.ID, by string) (data.ID, error) {
	if by != "employer" && by != "candidate" {
		return "", fmt.Errorf("cancelled by %q; use employer or me: %w", by, data.ErrInvalid)
	}
	return d.round(ctx, interview, data.Event{Type: data.EventInterviewCancelled, Canceller: by})
}

// round files an event of one interview.
func (d *Desk) round(ctx context.Context, interview data.ID, e data.Event) (data.ID, error) {
	var application data.ID
	err := d.store.Write(ctx, func(tx *sqlite.Tx) error {
		var err error
		if application, err = tx.ApplicationOfRound(ctx, interview); err != nil {
			return err
		}
		e.Application, e.Round = application, interview
		d.stamp(&e)
		return tx.AddEvent(ctx, &e)
	})
	if err == nil {
		d.Changed(application)
	}
	return e.ID, err
}
