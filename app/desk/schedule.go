package desk

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// numbers returns where each setting of a schedule is, by its name in
// schedule.md 17.
func numbers(s *data.Settings) map[string]any {
	all := make(map[string]any)
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		all[v.Type().Field(i).Tag.Get("json")] = v.Field(i).Addr().Interface()
	}
	return all
}

// setNumber reads the text of one schedule setting into the schedule, and refuses
// what the plan could not work with.
func setNumber(s *data.Settings, name, value string) error {
	field, ok := numbers(s)[name]
	if !ok {
		return fmt.Errorf("there is no setting %q: %w", name, data.ErrInvalid)
	}
	if err := decode(field, value); err != nil {
		return fmt.Errorf("%s %q: %w", name, value, err)
	}
	return allowed(name, field)
}

func decode(field any, value string) error {
	switch f := field.(type) {
	case *int:
		n, err := strconv.Atoi(value)
		if err != nil {
			return invalid(assets.L("a whole number is needed"))
		}
		*f = n
	case *data.Wall:
		if err := f.UnmarshalText([]byte(value)); err != nil {
			return invalid(assets.L(`"{{.Words}}" is not a time of day`, assets.Args{"Words": value}))
		}
	case *[]int:
		if !strings.HasPrefix(strings.TrimSpace(value), "[") {
			return weekendOf(f, value)
		}
		return fromJSON(field, value)
	case *[][]string:
		if !strings.HasPrefix(strings.TrimSpace(value), "[") {
			return freezeOf(f, value)
		}
		return fromJSON(field, value)
	default:
		return fromJSON(field, value)
	}
	return nil
}

func fromJSON(field any, value string) error {
	if err := json.Unmarshal([]byte(value), field); err != nil {
		return fmt.Errorf("JSON is needed, as in the table of defaults: %w", data.ErrInvalid)
	}
	return nil
}

// limits holds the ranges of the settings page; every other count has 1 to 365,
// caps may be 0 (schedule.md 17).
func limits(name string) (low, high int) {
	switch name {
	case "checkin_opens_bd":
		return 2, 15
	case "checkin_due_days":
		return 3, 45
	case "max_checkins":
		return 0, 2
	case "ats_push_max", "max_total_nudges", "thank_opens_min", "thank_pre_weekend_delay_min", "reject_opens_h", "stay_open_lead_days":
		return 0, 1440
	case "default_duration_min":
		return 1, 1440
	}
	return 1, 365
}

func allowed(name string, field any) error {
	switch f := field.(type) {
	case *int:
		if low, high := limits(name); *f < low || *f > high {
			return invalid(assets.L("{{.Name}} is {{.Value}}; use {{.Low}} to {{.High}}", assets.Args{
				"Name": name, "Value": strconv.Itoa(*f), "Low": strconv.Itoa(low), "High": strconv.Itoa(high),
			}))
		}
	case *[]int:
		return weekend(*f)
	case *[][]string:
		return freeze(*f)
	}
	return nil
}

func weekend(days []int) error {
	free := make(map[int]bool)
	for _, d := range days {
		if d < 0 || d > 6 {
			return fmt.Errorf("weekend has %d; days are 0 (Monday) to 6 (Sunday): %w", d, data.ErrInvalid)
		}
		free[d] = true
	}
	if len(free) == 7 {
		return invalid(assets.L("at least one weekday must work"))
	}
	return nil
}

func freeze(spans [][]string) error {
	frozen := 0
	for _, span := range spans {
		if len(span) != 2 {
			return fmt.Errorf("a freeze span has a first and a last day as MM-DD: %w", data.ErrInvalid)
		}
		from, err1 := time.Parse("2006-01-02", "2024-"+span[0])
		to, err2 := time.Parse("2006-01-02", "2024-"+span[1])
		if err1 != nil || err2 != nil {
			return fmt.Errorf("freeze span %v is not MM-DD: %w", span, data.ErrInvalid)
		}
		n := int(to.Sub(from).Hours()/24) + 1
		if n <= 0 {
			n += 366
		}
		frozen += n
	}
	if frozen > 300 {
		return invalid(assets.L("the freeze must leave working days"))
	}
	return nil
}
