package sqlite

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"afterword/data"
)

// A form says how the text of a set event is stored.
type form int

const (
	asText form = iota
	asDay
	asDays    // a JSON list of days
	asStrings // a JSON list of texts
	asInstant // RFC 3339
	asTruth   // "1" or ""
	asNumber  // a whole number
)

// table returns the values of a table that set events may change, by name. Names
// are column names.
func table(name string) map[string]form {
	switch name {
	case "applications":
		return map[string]form{
			"company": asText, "role": asText, "employer_zone": asText, "country": asText, "source": asText,
			"policy": asText, "promised_by": asDay, "promised_text": asText, "holidays": asDays, "notes": asText,
		}
	case "interviews":
		return map[string]form{
			"start": asInstant, "end": asInstant, "date": asDay, "zone": asText, "kind": asText, "place": asText,
			"uid": asText, "notes": asText,
		}
	case "people":
		return map[string]form{
			"name": asText, "preferred": asText, "honorific": asText, "job": asText, "kind": asText,
			"addresses": asStrings, "shared": asTruth, "keep_in_touch": asNumber,
		}
	}
	return nil
}

// A place is where a value is: a column of the row with id.
type place struct {
	table, column string
	form          form
	id            data.ID
	person        data.ID // of a topic
}

// find returns where the value called name of a record is; data.ErrNotFound
// when there is no such record, data.ErrInvalid when it has no such value. The
// name "topic:" with a person's ID is what an interview was about with them.
func (tx *Tx) find(ctx context.Context, record data.ID, name string) (place, error) {
	for _, t := range []string{"applications", "interviews", "people"} {
		n, err := one(ctx, tx, scanNumber, `SELECT count(*) FROM `+t+` WHERE id = ?`, record)
		if err != nil {
			return place{}, err
		}
		if n == 0 {
			continue
		}
		if person, ok := strings.CutPrefix(name, "topic:"); ok && t == "interviews" {
			return place{table: "topic", id: record, person: data.ID(person)}, nil
		}
		f, ok := table(t)[name]
		if !ok {
			return place{}, fmt.Errorf("%s have no value %q: %w", t, name, data.ErrInvalid)
		}
		return place{table: t, column: name, form: f, id: record}, nil
	}
	return place{}, fmt.Errorf("record %s: %w", record, data.ErrNotFound)
}

// value returns the current text of one value of a record.
func (tx *Tx) value(ctx context.Context, record data.ID, name string) (string, error) {
	p, err := tx.find(ctx, record, name)
	if err != nil {
		return "", err
	}
	if p.table == "topic" {
		return one(ctx, tx, scanText,
			`SELECT topic FROM interview_people WHERE interview = ? AND person = ?`, p.id, p.person)
	}
	query := `SELECT "` + p.column + `" FROM ` + p.table + ` WHERE id = ?`
	switch p.form {
	case asInstant:
		return one(ctx, tx, scanInstantText, query, p.id)
	case asTruth:
		return one(ctx, tx, scanTruthText, query, p.id)
	}
	return one(ctx, tx, scanText, query, p.id)
}

// setValue writes one value of a record, and the indexes made from it.
func (tx *Tx) setValue(ctx context.Context, record data.ID, name, text string) error {
	p, err := tx.find(ctx, record, name)
	if err != nil {
		return err
	}
	if p.table == "topic" {
		return tx.SetTopic(ctx, p.id, p.person, text)
	}
	what := fmt.Sprintf("set %s of %s", name, record)
	v, err := p.form.stored(text)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if err := tx.exec(ctx, what, `UPDATE `+p.table+` SET "`+p.column+`" = ? WHERE id = ?`, v, p.id); err != nil {
		return err
	}
	switch p.table {
	case "applications":
		tx.index(p.id)
		if p.column == "company" {
			return tx.indexContacts(ctx, p.id)
		}
	case "people":
		if p.column == "kind" { // their kind in an application came from here
			if err := tx.exec(ctx, what, `UPDATE application_people SET kind = ? WHERE person = ?`, v, p.id); err != nil {
				return err
			}
		}
		tx.indexContact(p.id)
		return errors.Join(tx.indexAddresses(ctx, p.id), tx.indexPerson(ctx, p.id))
	}
	return nil
}

// stored turns the text of a set event into what the column holds.
func (f form) stored(text string) (any, error) {
	switch f {
	case asDay:
		var d data.Day
		err := d.UnmarshalText([]byte(text))
		return d.String(), err
	case asDays:
		var days []data.Day
		if err := unmarshal(text, &days); err != nil {
			return nil, err
		}
		return jsonText(days), nil
	case asStrings:
		var texts []string
		if err := unmarshal(text, &texts); err != nil {
			return nil, err
		}
		return jsonText(lower(texts)), nil
	case asInstant:
		if text == "" {
			return nil, nil
		}
		t, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			return nil, fmt.Errorf("time %q is not RFC 3339: %w", text, data.ErrInvalid)
		}
		return t.UnixMicro(), nil
	case asTruth:
		return text != "" && text != "0", nil
	case asNumber:
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, fmt.Errorf("%q is no number: %w", text, data.ErrInvalid)
		}
		return n, nil
	}
	return text, nil
}

// unmarshal reads a JSON list; "" is the empty one.
func unmarshal[T any](text string, into *[]T) error {
	if text == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("%q is not a list in JSON: %w", text, data.ErrInvalid)
	}
	return nil
}

func scanText(r row) (string, error) {
	var s string
	err := r.Scan(&s)
	return s, err
}

func scanInstantText(r row) (string, error) {
	var t time.Time
	if err := r.Scan(instant{&t}); err != nil || t.IsZero() {
		return "", err
	}
	return t.Format(time.RFC3339Nano), nil
}

func scanTruthText(r row) (string, error) {
	var b bool
	if err := r.Scan(&b); err != nil || !b {
		return "", err
	}
	return "1", nil
}
