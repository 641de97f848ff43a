package reply

import (
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
)

// A Calendar is the first event of a calendar object that came with a mail
// (RFC 5546).
type Calendar struct {
	invite.Meeting
	Method string // REQUEST, CANCEL, REPLY, COUNTER or ""
	Status string // PARTSTAT of a reply: ACCEPTED, DECLINED, TENTATIVE
}

// calendar reads a calendar part; the first one of a mail counts. Of an object
// that cannot be read in full its method and its UID are still worth having.
func (b *body) calendar(p *enmime.Part) {
	if b.mail.Calendar != nil {
		return
	}
	fields := calendarFields(string(p.Content))
	if fields["BEGIN"] == "" {
		return
	}
	c := &Calendar{Method: strings.ToUpper(p.ContentTypeParams["method"]), Status: fields["PARTSTAT"]}
	if meetings, err := invite.Meetings(p.Content); err == nil && len(meetings) > 0 {
		c.Meeting = meetings[0]
	} else {
		c.UID, c.Meeting.Status = fields["UID"], fields["STATUS"]
	}
	if method := fields["METHOD"]; method != "" {
		c.Method = strings.ToUpper(method)
	}
	b.mail.Calendar = c
}

// calendarFields returns the first value of some fields of an object, and the
// first answer of an attendee (RFC 5545 3.1, 3.2.12).
func calendarFields(content string) map[string]string {
	unfolded := strings.NewReplacer("\r\n ", "", "\r\n\t", "", "\n ", "", "\n\t", "").Replace(content)
	found := make(map[string]string)
	for line := range strings.Lines(unfolded) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		name, _, _ = strings.Cut(strings.ToUpper(name), ";")
		switch name {
		case "BEGIN", "METHOD", "UID", "STATUS":
			if ok && found[name] == "" {
				found[name] = strings.TrimSpace(value)
			}
		case "ATTENDEE":
			if _, after, ok := strings.Cut(strings.ToUpper(line), "PARTSTAT="); ok && found["PARTSTAT"] == "" {
				found["PARTSTAT"] = after[:strings.IndexAny(after+";", ";:\r\n")]
			}
		}
	}
	return found
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

// scheduled judges mails of which the calendar object is all there is: a side
// signal. One with human words in an answer is a person's, and the object is a
// suggestion with it.
func scheduled(r *reading) (Verdict, bool) {
	if r.Calendar == nil || r.inThread() && r.Calendar.class() != data.ClassCalendarCancel && typed(r.fresh) > 6 {
		return Verdict{}, false
	}
	v := Verdict{Class: r.Calendar.class(), Rule: "calendar"}
	switch v.Class {
	case data.ClassCalendarCancel:
		v.Reason = assets.L("A calendar notice: a meeting is cancelled.")
	case data.ClassCalendarReply:
		v.Reason = assets.L("A calendar notice: an answer to an invitation.")
	default:
		v.Reason = assets.L("A calendar invitation.")
	}
	return v, true
}

// typed returns how many words of a plain text a person typed: what stands above
// the way into the meeting, which a program writes.
func typed(text string) int {
	if at, _ := said().joining.first(text); at >= 0 {
		text = text[:at]
	}
	return len(strings.Fields(text))
}
