package followup

import (
	"fmt"
	"time"

	"afterword/data"
)

// A reader turns the texts of a case into an Input and remembers the first
// thing that it cannot read.
type reader struct {
	zones map[string]*time.Location
	err   error
}

// input reads one case.
func (r *reader) input(c *planCase) (Input, data.Settings, error) {
	r.err = nil
	s, err := SettingsFrom(c.Settings)
	if err != nil {
		return Input{}, s, err
	}
	in := Input{
		UserZone:     r.zone("input.user_tz", c.Input.UserZone),
		EmployerZone: r.optionalZone("input.employer_tz", c.Input.EmployerZone),
		PromisedBy:   r.day("input.promised_by", c.Input.PromisedBy),
		Policy:       r.policy("input.contact_policy", c.Input.Policy),
		Now:          r.required("input.now", c.Input.Now),
		Holidays:     make([]data.Day, 0, len(c.Input.Holidays)),
		Rounds:       make([]data.Interview, 0, len(c.Input.Rounds)),
		Events:       make([]data.Event, 0, len(c.Input.Events)),
	}
	for _, h := range c.Input.Holidays {
		in.Holidays = append(in.Holidays, r.day("input.holidays", h))
	}
	for i := range c.Input.Rounds {
		in.Rounds = append(in.Rounds, r.round(fmt.Sprintf("input.rounds[%d]", i), &c.Input.Rounds[i]))
	}
	for i := range c.Input.Events {
		in.Events = append(in.Events, r.event(fmt.Sprintf("input.events[%d]", i), &c.Input.Events[i]))
	}
	return in, s, r.err
}

func (r *reader) round(field string, c *caseRound) data.Interview {
	iv := data.Interview{
		ID: data.ID(c.ID), Kind: c.Kind,
		Start: r.instant(field+".start", c.Start),
		End:   r.instant(field+".end", c.End),
		Date:  r.day(field+".date", c.Date),
	}
	for _, person := range c.Interviewers {
		iv.With = append(iv.With, data.Met{Person: data.ID(person)})
	}
	return iv
}

func (r *reader) event(field string, c *caseEvent) data.Event {
	e := data.Event{
		ID: data.ID(c.ID), Type: data.EventType(c.Type), At: r.required(field+".at", c.At),
		Item: data.ItemKey(c.Item), Target: data.ID(c.Target), Class: data.ReplyClass(c.Class),
		Until: r.day(field+".until", c.Until), Return: r.day(field+".return", c.Return),
		Inclusive: c.Inclusive, Deadline: r.instant(field+".deadline", c.Deadline),
		Round: data.ID(c.Round.id), Start: r.instant(field+".start", c.Start),
		End: r.instant(field+".end", c.End), Date: r.day(field+".date", c.Date),
	}
	if c.Round.round != nil {
		iv := r.round(field+".round", c.Round.round)
		e.Invited = &iv
	}
	if e.Type == data.EventInterviewCancelled {
		e.Canceller = c.By
	} else {
		e.By = r.day(field+".by", c.By)
	}
	return e
}

// fail remembers the first trouble.
func (r *reader) fail(field, value, want string) {
	if r.err == nil {
		r.err = fmt.Errorf("%s: %q is not %s: %w", field, value, want, data.ErrInvalid)
	}
}

func (r *reader) day(field, text string) data.Day {
	if text == "" {
		return data.Day{}
	}
	d, err := data.ParseDay(text)
	if err != nil {
		r.fail(field, text, "a date such as 2026-11-24")
	}
	return d
}

func (r *reader) instant(field, text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	return r.required(field, text)
}

func (r *reader) required(field, text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		r.fail(field, text, "an instant such as 2026-11-24T10:00:00+01:00")
	}
	return t
}

func (r *reader) policy(field, text string) data.Policy {
	switch p := data.Policy(text); p {
	case data.AnyContact, data.NoContact, data.ViaAgency:
		return p
	}
	r.fail(field, text, "no_contact or via_agency")
	return data.AnyContact
}

func (r *reader) optionalZone(field, name string) *time.Location {
	if name == "" {
		return nil
	}
	return r.zone(field, name)
}

// zone returns the IANA zone with the name. "Local" is refused: a plan must not
// depend on the machine.
func (r *reader) zone(field, name string) *time.Location {
	if loc := r.zones[name]; loc != nil {
		return loc
	}
	loc, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		r.fail(field, name, "an IANA time zone such as Europe/Berlin")
		return time.UTC
	}
	r.zones[name] = loc
	return loc
}
