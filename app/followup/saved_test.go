package followup

import (
	"testing"
	"time"

	"afterword/data"
)

// TestSavedSettingMakesNothingOverdue: a date that a saved setting moved into the
// past is due until the end of the next working day, for all chasers alike
// (schedule.md 16.5).
func TestSavedSettingMakesNothingOverdue(t *testing.T) {
	end := time.Date(2026, time.November, 2, 15, 0, 0, 0, time.UTC)
	quick := data.DefaultSettings()
	quick.CheckinDueDays = 5
	in := Input{Rounds: []data.Interview{{ID: "r", Start: end.Add(-time.Hour), End: end}}, Now: time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)}
	for _, c := range []struct {
		name  string
		saved time.Time
		want  data.State
		until string
	}{
		{"never saved", time.Time{}, data.StateOverdue, "2026-11-12T18:00"},
		{"saved now", in.Now, data.StateDue, "2026-11-23T18:00"},
		{"saved the day before", in.Now.AddDate(0, 0, -1), data.StateDue, "2026-11-20T18:00"},
		{"saved long ago", in.Now.AddDate(0, 0, -8), data.StateOverdue, "2026-11-13T18:00"},
		{"saved before the date", in.Now.AddDate(0, 0, -12), data.StateOverdue, "2026-11-12T18:00"},
		{"saved in the future, the clock went back", in.Now.AddDate(0, 0, 3), data.StateOverdue, "2026-11-12T18:00"},
	} {
		in.Saved = c.saved
		plan := Plan(in, quick)
		it, _ := plan.Item("check_in:1")
		if got := it.OverdueFrom.Format("2006-01-02T15:04"); it.State != c.want || got != c.until {
			t.Errorf("%s: got %s until %s, want %s until %s", c.name, it.State, got, c.want, c.until)
		}
	}
}
