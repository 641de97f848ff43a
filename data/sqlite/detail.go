package sqlite

import (
	"time"

	"afterword/data"
)

// A detail is the column of the same name in events: the fields that few types
// of event have. Its names are part of the file format.
type detail struct {
	Class     data.ReplyClass `json:"class,omitempty"`
	By        data.Day        `json:"by,omitzero"`
	Until     data.Day        `json:"until,omitzero"`
	Return    data.Day        `json:"return,omitzero"`
	Inclusive bool            `json:"inclusive,omitempty"`
	Deadline  time.Time       `json:"deadline,omitzero"`
	Round     data.ID         `json:"round,omitempty"`
	Start     time.Time       `json:"start,omitzero"`
	End       time.Time       `json:"end,omitzero"`
	Date      data.Day        `json:"date,omitzero"`
	Invited   *meeting        `json:"invited,omitempty"`
	Canceller string          `json:"canceller,omitempty"`
	Channel   string          `json:"channel,omitempty"`
	Reason    string          `json:"reason,omitempty"`
	Name      string          `json:"name,omitempty"`
	Value     string          `json:"value,omitempty"`
	Was       string          `json:"was,omitempty"`
}

func detailOf(e data.Event) detail {
	return detail{
		Class: e.Class, By: e.By, Until: e.Until, Return: e.Return, Inclusive: e.Inclusive,
		Deadline: utc(e.Deadline), Round: e.Round, Start: utc(e.Start), End: utc(e.End), Date: e.Date,
		Invited: meetingOf(e.Invited), Canceller: e.Canceller, Channel: e.Channel, Reason: e.Reason,
		Name: e.Name, Value: e.Value, Was: e.Was,
	}
}

func (d detail) fill(e *data.Event) {
	e.Class, e.By, e.Until, e.Return, e.Inclusive = d.Class, d.By, d.Until, d.Return, d.Inclusive
	e.Deadline, e.Round, e.Start, e.End, e.Date = d.Deadline, d.Round, d.Start, d.End, d.Date
	e.Invited, e.Canceller, e.Channel, e.Reason = d.Invited.interview(), d.Canceller, d.Channel, d.Reason
	e.Name, e.Value, e.Was = d.Name, d.Value, d.Was
}

// A meeting is an interview inside an event or a message.
type meeting struct {
	ID          data.ID   `json:"id,omitempty"`
	Application data.ID   `json:"application,omitempty"`
	Start       time.Time `json:"start,omitzero"`
	End         time.Time `json:"end,omitzero"`
	Date        data.Day  `json:"date,omitzero"`
	Zone        string    `json:"zone,omitempty"`
	Kind        string    `json:"kind,omitempty"`
	Place       string    `json:"place,omitempty"`
	UID         string    `json:"uid,omitempty"`
	With        []met     `json:"with,omitempty"`
	Notes       string    `json:"notes,omitempty"`
}

type met struct {
	Person data.ID `json:"person"`
	Topic  string  `json:"topic,omitempty"`
}

func meetingOf(iv *data.Interview) *meeting {
	if iv == nil {
		return nil
	}
	m := meeting{
		ID: iv.ID, Application: iv.Application, Start: utc(iv.Start), End: utc(iv.End), Date: iv.Date,
		Zone: iv.Zone, Kind: iv.Kind, Place: iv.Place, UID: iv.UID, Notes: iv.Notes,
	}
	for _, w := range iv.With {
		m.With = append(m.With, met(w))
	}
	return &m
}

func (m *meeting) interview() *data.Interview {
	if m == nil {
		return nil
	}
	iv := data.Interview{
		ID: m.ID, Application: m.Application, Start: m.Start, End: m.End, Date: m.Date,
		Zone: m.Zone, Kind: m.Kind, Place: m.Place, UID: m.UID, Notes: m.Notes,
	}
	for _, w := range m.With {
		iv.With = append(iv.With, data.Met(w))
	}
	return &iv
}

// utc keeps the zero Time zero.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC()
}
