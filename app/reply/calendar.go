package reply

import (
	"bytes"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"afterword/app/invite"
	"afterword/data"
)

// A Calendar is the first event of a calendar object that came with a mail
// (RFC 5546).
type Calendar struct {
	invite.Meeting
	Method string // REQUEST, CANCEL, REPLY, COUNTER or ""
	Status string // PARTSTAT of a reply: ACCEPTED, DECLINED, TENTATIVE
}

// calendar reads a calendar part; the first one of a mail counts.
func (b *body) calendar(p *enmime.Part) {
	if b.mail.Calendar != nil {
		return
	}
	meetings, err := invite.Meetings(p.Content)
	if err != nil || len(meetings) == 0 {
		return
	}
	c := &Calendar{Meeting: meetings[0], Method: strings.ToUpper(p.ContentTypeParams["method"])}
	if c.Meeting.Method != "" {
		c.Method = c.Meeting.Method
	}
	c.Status = partStat(p.Content)
	b.mail.Calendar = c
}

// partStat returns the answer that a REPLY carries (RFC 5545 3.2.12).
func partStat(content []byte) string {
	unfolded := bytes.ReplaceAll(bytes.ReplaceAll(content, []byte("\r\n "), nil), []byte("\n "), nil)
	_, after, ok := strings.Cut(strings.ToUpper(string(unfolded)), "PARTSTAT=")
	if !ok {
		return ""
	}
	return after[:strings.IndexAny(after+";", ";:\r\n")]
}

// interview returns the meeting as an interview to be suggested; nil when no
// time is known.
func (c *Calendar) interview() *data.Interview {
	iv := data.Interview{Start: c.Start, End: c.End, Date: c.Date, Zone: c.Zone, Place: c.Place, UID: c.UID}
	if !iv.HasTime() {
		return nil
	}
	if c.Floating { // a wall time without a zone: the user is asked in any case
		iv.Start, iv.End = c.Start.UTC(), c.End
	}
	return &iv
}

// class returns what kind of calendar mail it is.
func (c *Calendar) class() data.Class {
	switch {
	case c.Method == "CANCEL" || c.Meeting.Status == "CANCELLED":
		return data.ClassCalendarCancel
	case c.Method == "REPLY" || c.Method == "COUNTER":
		return data.ClassCalendarReply
	}
	return data.ClassCalendarRequest
}
