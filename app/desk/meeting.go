package desk

import (
	"slices"

	"afterword/data"
)

// meeting returns the event that a calendar mail is for an application, now that
// the user said it is about it (RFC 5546 3.2): a cancellation takes the interview
// with its UID back, a request moves that interview or invites to a new one. A
// cancellation of a meeting that is not known is no event.
func meeting(c *data.Case, m data.Message, e data.Event) (data.Event, bool) {
	if m.Invite == nil {
		return e, false
	}
	known, ok := sameMeeting(c, m.Invite)
	switch {
	case m.Class == data.ClassCalendarCancel:
		e.Type, e.Round, e.Canceller = data.EventInterviewCancelled, known.ID, "employer"
		return e, ok
	case ok:
		e.Type, e.Round = data.EventRescheduled, known.ID
		e.Start, e.End, e.Date = m.Invite.Start, m.Invite.End, m.Invite.Date
		return e, true
	}
	iv := *m.Invite
	iv.Application = c.Application.ID
	for _, p := range c.People {
		if len(iv.With) == 0 && slices.Contains(p.Addresses, m.From) {
			iv.With = []data.Met{{Person: p.ID}}
		}
	}
	e.Type, e.Invited = data.EventInvite, &iv
	return e, true
}

// sameMeeting finds the interview that a calendar object speaks of: by its UID,
// else, when neither has one in common, by its start.
func sameMeeting(c *data.Case, of *data.Interview) (data.Interview, bool) {
	all := standing(c)
	i := slices.IndexFunc(all, func(iv data.Interview) bool { return iv.UID != "" && iv.UID == of.UID })
	if i < 0 {
		i = slices.IndexFunc(all, func(iv data.Interview) bool {
			return (iv.UID == "" || of.UID == "") && !iv.Start.IsZero() && iv.Start.Equal(of.Start)
		})
	}
	if i < 0 {
		return data.Interview{}, false
	}
	return all[i], true
}
