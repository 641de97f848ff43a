package desk

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"afterword/app/reply"
	"afterword/data"
)

// TestHeard reads the answers of the labelled mails with the days they name.
func TestHeard(t *testing.T) {
	d := newWeek(t, "2026-11-24T09:00:00Z")
	const folder = "../reply/testdata/mail"
	file, err := os.ReadFile(filepath.Join(folder, "labels.json"))
	if err != nil {
		t.Fatal(err)
	}
	var labels []struct {
		File       string
		Class      data.Class
		Meaning    data.ReplyClass
		PromisedBy *data.Day `json:"promised_by"`
		DoubtOn    []string  `json:"doubt_on"`
	}
	if err := json.Unmarshal(file, &labels); err != nil {
		t.Fatal(err)
	}
	arrived := time.Date(2026, 12, 2, 12, 0, 0, 0, time.UTC) // of the mails whose Date is nonsense
	promises := 0
	for _, l := range labels {
		if l.Class != data.ClassHuman || l.Meaning == "reschedule" || slices.Contains(l.DoubtOn, "meaning") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(folder, l.File))
		if err != nil {
			t.Fatal(err)
		}
		m := reply.Parse(raw)
		at := m.Date
		if at.Year() != 2026 {
			at = arrived
		}
		got, day, err := d.Heard(context.Background(), data.Message{Excerpt: m.New, Arrived: at, Suggest: reply.Classify(m, nil).Meaning})
		if err != nil || got != l.Meaning || l.PromisedBy != nil && day != *l.PromisedBy {
			t.Errorf("%s: got %q %s %v, want %q %v of %q", l.File, got, day, err, l.Meaning, l.PromisedBy, m.New)
		}
		if l.PromisedBy != nil {
			promises++
		}
	}
	if promises < 15 {
		t.Errorf("got %d promises, want all of them", promises)
	}
}
