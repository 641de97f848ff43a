package desk

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"afterword/app/words"
	"afterword/data"
)

func TestTimingNamesEverySetting(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	timing, err := w.Timing(t.Context())
	w.check(err)
	if timing.Preset != "standard" {
		t.Errorf("preset %q, want standard", timing.Preset)
	}
	var named []string
	for _, g := range words.Timings() {
		for _, v := range g.Values {
			named = append(named, v.Name)
			w.check(w.Set(t.Context(), v.Name, timing.Values[v.Name])) // what is shown can be typed
		}
	}
	if len(named) != len(timing.Values) {
		t.Errorf("%d settings have words, want all %d", len(named), len(timing.Values))
	}
	for name := range timing.Values {
		if !slices.Contains(named, name) {
			t.Errorf("%s has no words", name)
		}
	}
	if again, err := w.Timing(t.Context()); err != nil || again.Preset != "standard" {
		t.Errorf("after typing each value again: preset %q, %v", again.Preset, err)
	}
}

func TestPresets(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	w.check(w.Set(t.Context(), "stay_min_days", "40"))
	for _, name := range append(Presets(), "standard") {
		w.check(w.SetPreset(t.Context(), name))
		if timing, err := w.Timing(t.Context()); err != nil || timing.Preset != name {
			t.Errorf("after %s the preset is %q, %v", name, timing.Preset, err)
		}
	}
	if err := w.SetPreset(t.Context(), "hasty"); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("preset hasty: %v, want ErrInvalid", err)
	}
}

func TestExampleIsPlanned(t *testing.T) {
	w := newWeek(t, "2026-11-16T09:00:00+01:00")
	for _, c := range []struct{ name, value, want string }{
		{"", "", "Thank-you: Tue 17 Nov, 09:00|Check-in: Mon 30 Nov, 10:00|Last note: Mon 14 Dec, 10:00"},
		{"checkin_due_days", "7", "Thank-you: Tue 17 Nov, 09:00|Check-in: Mon 23 Nov, 10:00|Last note: Mon 14 Dec, 10:00"},
		{"send_time", "11:30", "Thank-you: Tue 17 Nov, 09:00|Check-in: Mon 30 Nov, 11:30|Last note: Mon 14 Dec, 11:30"},
		{"weekend", "sun, mon", "Thank-you: Tue 17 Nov, 09:00|Check-in: Tue 1 Dec, 10:00|Last note: Tue 15 Dec, 10:00"},
		{"freeze", "1 Dec - 20 Dec", "Thank-you: Tue 17 Nov, 09:00|Check-in: Mon 30 Nov, 10:00|Last note: Mon 21 Dec, 10:00"},
	} {
		got, err := w.Example(t.Context(), c.name, c.value)
		if err != nil || strings.Join(got, "|") != c.want {
			t.Errorf("%s %s: got %q, %v, want %q", c.name, c.value, got, err, c.want)
		}
	}
	for _, bad := range [][2]string{{"checkin_due_days", "2"}, {"checkin_due_days", "soon"}, {"weekend", "xyz"}, {"freeze", "Christmas"}, {"send_time", "25:00"}} {
		if _, err := w.Example(t.Context(), bad[0], bad[1]); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("%v: %v, want ErrInvalid", bad, err)
		}
	}
	if got, _ := w.Timing(t.Context()); got.Preset != "standard" {
		t.Error("an example was saved")
	}
}
