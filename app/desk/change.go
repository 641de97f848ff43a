package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterword/data"
	"afterword/data/sqlite"
)

// SetApplication changes one value of an application, as the command line names
// them: company, role, notes, country, policy, holidays, employer_tz,
// promised_by, closed (no_answer, other, no), archived (yes, no) and pin:ITEM
// (a date, or "no").
func (d *Desk) SetApplication(ctx context.Context, application data.ID, name, value string) (data.ID, error) {
	c, err := d.store.Case(ctx, application)
	if err != nil {
		return "", err
	}
	value = strings.TrimSpace(value)
	if item, ok := strings.CutPrefix(name, "pin:"); ok {
		return d.setPin(ctx, application, data.ItemKey(item), value)
	}
	switch name {
	case "closed":
		if value == "no" {
			return d.Reopen(ctx, application)
		}
		return d.CloseApplication(ctx, application, value)
	case "archived":
		return d.setArchived(ctx, application, value)
	}
	column, was, err := column(&c.Application, name)
	if err != nil {
		return "", err
	}
	if value, err = fieldValue(name, value); err != nil {
		return "", err
	}
	return d.file(ctx, data.Event{
		Application: application, Type: data.EventSet, Target: application, Name: column, Value: value, Was: was,
	})
}

func (d *Desk) setPin(ctx context.Context, application data.ID, item data.ItemKey, value string) (data.ID, error) {
	if value == "no" || value == "" {
		return d.Pin(ctx, application, item, data.Day{})
	}
	day, err := data.ParseDay(value)
	if err != nil {
		return "", err
	}
	return d.Pin(ctx, application, item, day)
}

func (d *Desk) setArchived(ctx context.Context, application data.ID, value string) (data.ID, error) {
	switch value {
	case "yes", "true":
		return d.file(ctx, data.Event{Application: application, Type: data.EventArchived})
	case "no", "false":
		return d.file(ctx, data.Event{Application: application, Type: data.EventUnarchived})
	}
	return "", fmt.Errorf("archived %q; use yes or no: %w", value, data.ErrInvalid)
}

// column returns the stored name of a value and what it is now.
func column(a *data.Application, name string) (column, was string, err error) {
	switch name {
	case "company":
		return name, a.Company, nil
	case "role":
		return name, a.Role, nil
	case "notes":
		return name, a.Notes, nil
	case "country":
		return name, a.Country, nil
	case "source":
		return name, a.Source, nil
	case "policy":
		return name, string(a.Policy), nil
	case "employer_tz":
		return "employer_zone", a.EmployerZone, nil
	case "promised_by":
		return name, a.PromisedBy.String(), nil
	case "holidays":
		b, err := json.Marshal(a.Holidays)
		return name, string(b), err
	}
	return "", "", fmt.Errorf("an application has no %q; it has company, role, notes, country, source, policy, employer_tz, promised_by, holidays, closed, archived and pin:ITEM: %w", name, data.ErrInvalid)
}

// fieldValue checks a value and returns it as it is stored.
func fieldValue(name, value string) (string, error) {
	bad := func(how string) error { return fmt.Errorf("%s %q; %s: %w", name, value, how, data.ErrInvalid) }
	switch name {
	case "company":
		if value == "" {
			return "", bad("a company is needed")
		}
	case "policy":
		if value == "none" || value == "any" {
			return "", nil
		}
		if !slices.Contains([]data.Policy{data.AnyContact, data.NoContact, data.ViaAgency}, data.Policy(value)) {
			return "", bad("use none, no_contact or via_agency")
		}
	case "employer_tz":
		if _, err := time.LoadLocation(value); value != "" && err != nil {
			return "", bad("use a name such as America/New_York")
		}
	case "country":
		if len(value) != 0 && len(value) != 2 {
			return "", bad("use two letters such as US")
		}
		return strings.ToUpper(value), nil
	case "promised_by":
		if value == "" || value == "no" {
			return "", nil
		}
		day, err := data.ParseDay(value)
		return day.String(), err
	case "holidays":
		list, err := days(nil, value)
		if err != nil {
			return "", err
		}
		b, err := json.Marshal(list)
		return string(b), err
	}
	return value, nil
}

// A PersonChange is what the form of one person gives.
type PersonChange struct {
	Name, Preferred, Job, Address, Topic string

	Keep int // days after the last contact to write again: 0, 90 or 180
}

// SetPerson changes a person of an application; each changed value is an event
// of its own, so that it can be taken back.
func (d *Desk) SetPerson(ctx context.Context, application, person data.ID, n PersonChange) error {
	c, err := d.store.Case(ctx, application)
	if err != nil {
		return err
	}
	p, ok := c.Person(person)
	if !ok {
		return fmt.Errorf("person %s: %w", person, data.ErrNotFound)
	}
	addr, err := address(n.Address)
	if err != nil {
		return err
	}
	if n.Keep != 0 && n.Keep != 90 && n.Keep != 180 {
		return fmt.Errorf("keep in touch after %d days; use 0, 90 or 180: %w", n.Keep, data.ErrInvalid)
	}
	if n.Name == "" {
		return nameless()
	}
	changes := []data.Event{
		{Name: "name", Value: n.Name, Was: p.Name},
		{Name: "preferred", Value: n.Preferred, Was: p.Preferred},
		{Name: "job", Value: n.Job, Was: p.Job},
		{Name: "addresses", Value: list(addr), Was: list(p.Addresses...)},
		{Name: "keep_in_touch", Value: strconv.Itoa(n.Keep), Was: strconv.Itoa(p.Keep)},
	}
	for i := range changes {
		changes[i].Target = person
	}
	for _, iv := range c.Interviews {
		for _, m := range iv.With {
			if m.Person == person {
				changes = append(changes, data.Event{Target: iv.ID, Name: "topic:" + string(person), Value: n.Topic, Was: m.Topic})
			}
		}
	}
	return d.write(ctx, application, func(tx *sqlite.Tx) error {
		for _, e := range changes {
			if e.Value == e.Was {
				continue
			}
			e.Application, e.Type = application, data.EventSet
			d.stamp(&e)
			if err := tx.AddEvent(ctx, &e); err != nil {
				return err
			}
		}
		return rewind(ctx, tx)
	})
}

func list(addresses ...string) string {
	kept := []string{}
	for _, a := range addresses {
		if a != "" {
			kept = append(kept, a)
		}
	}
	b, _ := json.Marshal(kept) // strings always marshal
	return string(b)
}
