package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"afterword/app/followup"
	"afterword/data"
	"afterword/data/sqlite"
)

// A Timing is the schedule as the settings page shows it.
type Timing struct {
	Preset  string            // standard, fast, patient, two_touch; "" for the user's own
	Values  map[string]string // by the names of schedule.md 17
	Default map[string]string
}

// Presets are the names of the presets (schedule.md 17).
func Presets() []string { return []string{"standard", "fast", "patient", "two_touch"} }

// Timing reads the schedule.
func (d *Desk) Timing(ctx context.Context) (Timing, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return Timing{}, err
	}
	t := Timing{Values: texts(p.Schedule), Default: texts(data.DefaultSettings())}
	for _, name := range Presets() {
		if preset, _ := followup.Preset(name); reflect.DeepEqual(preset, p.Schedule) {
			t.Preset = name
		}
	}
	return t, nil
}

// texts writes each setting as the user types it.
func texts(s data.Settings) map[string]string {
	all := make(map[string]string)
	for name, field := range numbers(&s) {
		switch f := field.(type) {
		case *int:
			all[name] = strconv.Itoa(*f)
		case *data.Wall:
			all[name] = f.String()
		case *[]int:
			all[name] = weekendText(*f)
		case *[][]string:
			all[name] = freezeText(*f)
		}
	}
	return all
}

// SetPreset stores the numbers of a preset, and those of the standard for what
// the other presets change.
func (d *Desk) SetPreset(ctx context.Context, name string) error {
	want, ok := followup.Preset(name)
	if !ok {
		return fmt.Errorf("preset %q; use one of %v: %w", name, Presets(), data.ErrInvalid)
	}
	saved, err := json.Marshal(d.Now())
	if err != nil {
		return err
	}
	return d.write(ctx, "", func(tx *sqlite.Tx) error {
		for _, key := range presetKeys() {
			value, err := json.Marshal(numbers(&want)[key])
			if err != nil {
				return err
			}
			if err := tx.SetSetting(ctx, key, string(value)); err != nil {
				return err
			}
		}
		return tx.SetSetting(ctx, savedSetting, string(saved))
	})
}

// presetKeys are the settings in which the presets differ.
func presetKeys() []string {
	var keys []string
	standard := texts(data.DefaultSettings())
	for _, name := range Presets() {
		preset, _ := followup.Preset(name)
		for key, text := range texts(preset) {
			if text != standard[key] && !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	return keys
}

// Example plans an interview that ended today at three in the afternoon, with one
// setting as it is being typed, and says what would come of it. An empty name
// changes nothing. Errors wrap data.ErrInvalid.
func (d *Desk) Example(ctx context.Context, name, value string) ([]string, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return nil, err
	}
	if name != "" {
		if err := setNumber(&p.Schedule, name, value); err != nil {
			return nil, err
		}
	}
	end := data.DayOf(d.Now(), d.Zone()).At(15*60, d.Zone())
	p.Saved = time.Time{}
	c := data.Case{
		People:     []data.Person{{ID: "p"}},
		Interviews: []data.Interview{{ID: "r", Start: end.Add(-time.Hour), End: end, With: []data.Met{{Person: "p"}}}},
	}
	s := d.Speaker(p.Schedule)
	plan := d.plan(&c, p, end)
	var lines []string
	for _, it := range plan.Items {
		lines = append(lines, s.Planned(it))
	}
	return lines, nil
}
