package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"afterword/data"
)

// micros is how an instant is stored; the zero Time is NULL.
func micros(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.UnixMicro(), Valid: !t.IsZero()}
}

// An instant reads what micros wrote, in UTC.
type instant struct{ into *time.Time }

// Scan implements sql.Scanner.
func (i instant) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*i.into = time.Time{}
	case int64:
		*i.into = time.UnixMicro(v).UTC()
	default:
		return fmt.Errorf("instant from %T: %w", v, data.ErrInvalid)
	}
	return nil
}

// A day reads YYYY-MM-DD or "".
type day struct{ into *data.Day }

// Scan implements sql.Scanner.
func (d day) Scan(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("day from %T: %w", v, data.ErrInvalid)
	}
	return d.into.UnmarshalText([]byte(s))
}

// A parsed reads JSON; NULL leaves the value as it is.
type parsed[T any] struct{ into *T }

// Scan implements sql.Scanner.
func (p parsed[T]) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return json.Unmarshal([]byte(v), p.into)
	}
	return fmt.Errorf("JSON from %T: %w", v, data.ErrInvalid)
}

// jsonText writes a value of ours, which always can be written. Nothing at all
// of a list is [].
func jsonText[T any](v []T) string {
	if len(v) == 0 {
		return "[]"
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// detailText writes the rarer fields of a record as JSON, NULL when there are
// none.
func detailText[T any](v T) (sql.NullString, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return sql.NullString{}, err
	}
	return sql.NullString{String: string(b), Valid: string(b) != "{}"}, nil
}

// idList is a list of IDs as one argument, for json_each.
func idList(ids []data.ID) string { return jsonText(ids) }
